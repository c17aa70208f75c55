"""The weeks that bulk databases repeat: a busy demonstration with a large directory.

It is lived through the use cases once and kept; what stands in it has the shapes of
``demo`` because it is one.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.demo_words import MARK, names
from app.demo_year import build_demo
from app.desk import Desk, open_desk
from app.schema import create_or_upgrade
from app.unit_directory import Owner, SaveUnit, save_unit
from models.unit import Unit, UnitOwner

UNTIL = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
"""The moment at which every bulk database ends: a Friday, 16:00 at the site."""
WEEKS = timedelta(weeks=4)
"""How much of the template is repeated: whole weeks, so that weekends stay."""
COURTS = 10
"""How many times the demonstration's buildings stand in the directory."""

_SLIPS = 3400
_OWNERS_PHONE = "1380000"


def make_template(path: Path) -> None:
    """Write the template to a file that does not exist yet (half a minute)."""
    url = f"sqlite:///{path}"
    create_or_upgrade(url)
    database = Database(url)
    try:
        build_demo(database, until=UNTIL, months=1, slips=_SLIPS)
        desk = database.read(open_desk, clock=lambda: UNTIL - 2 * WEEKS)
        database.write(_build_courts, desk)
    finally:
        database.close()


def in_court(building: str, court: int) -> str:
    """What building ``3`` is called in a court: ``3``, ``13``, ``23``."""
    return str(int(building) + 10 * court)


def phone_in_court(court: int) -> str:
    """What stands for the demonstration's first seven digits in a court."""
    return f"138{court:04d}"


def _build_courts(session: Session, desk: Desk) -> None:
    """Add the other courts: the same rooms, other people."""
    random = Random(COURTS)
    owners: dict[int, list[Owner]] = {}
    for unit_id, phone in session.execute(
        select(UnitOwner.unit_id, UnitOwner.phone).order_by(
            UnitOwner.unit_id, UnitOwner.position
        )
    ):
        owners.setdefault(unit_id, []).append(Owner("", phone))
    rooms = session.execute(select(Unit.id, Unit.label).order_by(Unit.id)).all()
    for court in range(1, COURTS):
        for unit_id, label in rooms:
            building, _, room = label.partition("-")
            building = in_court(building, court)
            people = tuple(_moved_in(random, owners[unit_id], court))
            save_unit(
                session,
                desk,
                SaveUnit(f"{building}-{room}", f"{building}号楼", people),
            )


def _moved_in(random: Random, owners: list[Owner], court: int) -> list[Owner]:
    taken: set[str] = set()
    people = []
    for owner in owners:
        name = ""
        while not name or name in taken:
            name = random.choice(names("surname")) + random.choice(names("given"))
        taken.add(name)
        phone = (owner.phone or "").replace(_OWNERS_PHONE, phone_in_court(court))
        people.append(Owner(name + MARK, phone))
    return people
