"""The books beside a running program: what a story on a real display is asserted on."""

from app.database import Database
from app.desk import Desk, open_desk
from app.slip_draft import DraftRow, list_drafts
from app.slip_list import SlipFilter, SlipRow, first_slip_rows
from app.staff_directory import SaveStaff, save_staff
from models.slip import SlipState
from models.staff import Department, Post
from tests.makers import make_unit

PEOPLE = (("演示主管", Post.SUPERVISOR), ("演示技工", Post.TECHNICIAN))


class Books:
    """The database beside the running program."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url)
        self.desk: Desk = self.database.read(open_desk)

    def add_people_of_one_trade(self) -> None:
        """A supervisor and a technician of the plumbers."""
        for name, post in PEOPLE:
            order = SaveStaff(name, Department.ENGINEERING, (post,), trades=("水工",))
            self.database.write(save_staff, self.desk, order)

    def add_unit(self, label: str) -> None:
        """A unit of one owner."""
        make_unit(self.database, self.desk, label)

    def slips(self) -> list[SlipRow]:
        """All slips, the newest first."""
        return self.database.read(first_slip_rows, self.desk, SlipFilter(), 10)

    def state(self) -> SlipState | None:
        """The state of the newest slip."""
        rows = self.slips()
        return rows[0].state if rows else None

    def drafts(self) -> list[DraftRow]:
        """What lies half typed on the desk."""
        return self.database.read(list_drafts, self.desk)

    def draft(self, name: str) -> str:
        """What stands in a field of the youngest draft."""
        drafts = self.drafts()
        return str(drafts[-1].fields.get(name, "")) if drafts else ""
