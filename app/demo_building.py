"""The demonstration building: 300 units with their owners, and a staff of eighteen."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from sqlalchemy.orm import Session

from app.demo_tariff import hang_up
from app.demo_words import MARK, names, staff_names
from app.desk import Desk
from app.settings_change import rename_centre
from app.staff_directory import SaveStaff, save_staff
from app.unit_directory import Owner, SaveUnit, save_unit
from models.staff import Department, Post

CENTRE_NAME = "云栖雅苑（演示）"

STOREYS: Mapping[str, tuple[int, int]] = {
    "1": (15, 4),
    "2": (15, 4),
    "3": (18, 4),
    "5": (18, 3),
    "6": (18, 3),
}
"""Building → floors and doors a floor: 300 units; nobody wants to live in a 4号楼."""

ENTRANCES = (1, 2)
LIFTS = (1, 2, 3, 4)
FAILING_LIFT = ("3", 2)

_DEPARTMENTS = {
    Post.FRONT_DESK: Department.HOUSEKEEPING,
    Post.HOUSEKEEPER: Department.HOUSEKEEPING,
    Post.HOUSEKEEPING_SUPERVISOR: Department.HOUSEKEEPING,
    Post.CONTROL_ROOM: Department.CONTROL,
    Post.DISPATCHER: Department.ENGINEERING,
    Post.SUPERVISOR: Department.ENGINEERING,
    Post.TECHNICIAN: Department.ENGINEERING,
    Post.FINANCE: Department.FINANCE,
    Post.DIRECTOR: Department.MANAGEMENT,
}


@dataclass(frozen=True, slots=True)
class Home:
    """One unit before it is in the directory."""

    building: str
    floor: int
    door: str
    owners: tuple[Owner, ...]

    @property
    def label(self) -> str:
        """How the desk says it: ``3-1502``."""
        return f"{self.building}-{self.floor}{self.door}"


def plan_homes(random: Random) -> tuple[Home, ...]:
    """The units; about one in eight has two owners, a few have rare names."""
    taken = {person.name for person in staff_names()}
    rare = [name + MARK for name in names("rare")]
    places = [
        (building, floor, f"{door:02d}")
        for building, (floors, doors) in STOREYS.items()
        for floor in range(1, floors + 1)
        for door in range(1, doors + 1)
    ]
    rare_at = set(random.sample(range(len(places)), len(rare)))
    homes = []
    serial = 0
    for index, (building, floor, door) in enumerate(places):
        owners: list[Owner] = []
        for _ in range(2 if random.randrange(8) == 0 else 1):
            name = rare.pop() if index in rare_at and not owners else ""
            while not name or name in taken:
                surname = random.choice(names("surname"))
                name = surname + random.choice(names("given")) + MARK
            taken.add(name)
            serial += 1
            owners.append(Owner(name, invented_phone(serial)))
        homes.append(Home(building, floor, door, tuple(owners)))
    return tuple(homes)


def invented_phone(serial: int) -> str:
    """A number that nobody has: 138 0000 and a serial."""
    return f"1380000{serial:04d}"


def put_up(session: Session, desk: Desk, homes: tuple[Home, ...]) -> None:
    """Write name, prices, units, owners and staff of the demonstration into the centre.

    The prices are those of the sample.
    """
    rename_centre(session, desk, CENTRE_NAME)
    hang_up(session, desk)
    for home in homes:
        area = f"{home.building}号楼"
        save_unit(session, desk, SaveUnit(home.label, area, home.owners))
    for serial, person in enumerate(staff_names(), start=1):
        posts = tuple(map(Post, person.posts))
        order = SaveStaff(
            name=person.name,
            department=_DEPARTMENTS[posts[0]],
            posts=posts,
            trades=person.trades,
            badge_no=f"Y{serial:03d}",
            phone=invented_phone(9000 + serial),
        )
        save_staff(session, desk, order)
