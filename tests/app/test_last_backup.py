"""Every desk knows when the last backup was made."""

from sqlalchemy import select

from app.database import Database
from app.desk import Desk
from app.last_backup import last_backup, note_backup
from models.event import Event
from tests.app.books import problems
from tests.makers import make_slip


def test_before_the_first_backup_none_is_known(database: Database, desk: Desk) -> None:
    make_slip(database, desk)
    assert database.read(last_backup, desk) is None


def test_the_newest_backup_is_told(database: Database, desk: Desk) -> None:
    database.write(note_backup, desk, "monday.bak")
    database.write(note_backup, desk, "tuesday.bak")
    assert database.read(last_backup, desk) == desk.now()
    assert not problems(database, desk)


def test_a_name_that_is_no_text_is_noted_as_far_as_it_can_be_read(
    database: Database, desk: Desk
) -> None:
    database.write(note_backup, desk, "周一\udcff.bak")
    facts = database.read(
        lambda session: session.scalar(select(Event.facts).where(Event.what == "make"))
    )
    assert facts == '{"file":"周一?.bak"}'
    assert not problems(database, desk)
