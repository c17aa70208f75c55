"""A database is created, brought to the newest form, or refused."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pysqlite3 import dbapi2  # type: ignore[import-untyped]
from sqlalchemy import select, text

import app.schema
import models.migrations
from app.database import Database
from app.database_trouble import DatabaseMissing
from app.desk import open_desk
from app.schema import (
    DatabaseNewer,
    DatabaseOutdated,
    create_or_upgrade,
    head,
    require_current,
)
from models.copy_scheme import CopyRole
from models.reason_code import ReasonCode, ReasonKind
from models.text import LANGUAGES, translator
from tests.app.books import books, problems
from tests.app.issuing import desks
from tests.clock import Clock
from tests.makers import make_slip
from ui.texts import sentence

LATER = '''"""A later step, of the tests alone."""

from alembic import op

revision = "2031_01_01_0002"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE of_a_later_program (id INTEGER)")
'''


@pytest.fixture
def later_program(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Makes this program one that knows one step more."""
    before = list(models.migrations.__path__)

    def become() -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(before[0], folder)
        step = folder / "versions" / "2031_01_01_0002_a_later_step.py"
        step.write_text(LATER.format(head=head()))
        models.migrations.__path__ = [str(folder)]
        app.schema._revisions.cache_clear()

    yield become
    models.migrations.__path__ = before
    app.schema._revisions.cache_clear()


def test_a_new_database_begins_with_what_a_centre_needs(
    empty_database_url: str, clock: Clock
) -> None:
    assert create_or_upgrade(empty_database_url) is True
    database = Database(empty_database_url)
    require_current(database)
    desk = database.read(open_desk, clock=clock)
    assert desk.centre_code == "01"
    assert desk.calendar.has_year(2026)
    assert desk.schemes["MLCS016_4"] == {
        1: CopyRole.ENG,
        2: CopyRole.FIN,
        3: CopyRole.OWNER,
        4: CopyRole.HK,
    }
    assert set(desk.schemes) == {"MLCS016_4", "HOTEL_3"}
    kinds = database.read(lambda session: set(session.scalars(select(ReasonCode.kind))))
    assert kinds == set(ReasonKind)
    assert not books(database)["slip"]
    assert make_slip(database, desk).number == "WX260302-001"
    assert not problems(database, desk)
    database.close()


def test_a_database_that_is_up_to_date_is_left_alone(
    empty_database_url: str, tmp_path: Path
) -> None:
    create_or_upgrade(empty_database_url)
    database = Database(empty_database_url)
    before = books(database)
    database.close()
    assert create_or_upgrade(empty_database_url) is False
    assert books(database) == before
    database.close()
    assert not [path for path in tmp_path.iterdir() if "before" in path.name]


def test_folders_above_a_new_database_are_made(tmp_path: Path) -> None:
    path = tmp_path / "物业" / "2026" / "silian.db"
    create_or_upgrade(f"sqlite:///{path}")
    assert path.is_file()


def test_desks_that_create_a_database_at_once_create_one(
    empty_database_url: str,
) -> None:
    context = desks()
    working = [
        context.Process(target=create_or_upgrade, args=(empty_database_url,))
        for _ in range(4)
    ]
    for desk in working:
        desk.start()
    for desk in working:
        desk.join()
    assert [desk.exitcode for desk in working] == [0, 0, 0, 0]
    database = Database(empty_database_url)
    assert len(books(database)["centre"]) == 1
    database.close()


def test_a_desk_waits_to_share_a_new_file_while_another_still_writes_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new.db"
    create_or_upgrade(f"sqlite:///{path}")
    # As the first desk leaves it between its last commit and the switch.
    other = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    assert other.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.3, other.execute, ["COMMIT"])
    done.start()
    database = Database(f"sqlite:///{path}")
    require_current(database)
    done.join()
    other.close()
    third = dbapi2.connect(str(path))
    assert third.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    third.close()
    database.close()


def test_an_older_database_is_refused_with_the_way_to_upgrade_it(
    empty_database_url: str, later_program: Callable[[], None]
) -> None:
    create_or_upgrade(empty_database_url)
    older = head()
    later_program()
    database = Database(empty_database_url)
    with pytest.raises(DatabaseOutdated) as told:
        require_current(database)
    database.close()
    assert told.value.facts == {"found": older, "known": head()}
    for language in LANGUAGES:
        assert "silian init" in sentence(told.value, translator(language))


def test_an_older_database_is_copied_aside_and_brought_up_with_its_slips(
    empty_database_url: str,
    later_program: Callable[[], None],
    clock: Clock,
    tmp_path: Path,
) -> None:
    create_or_upgrade(empty_database_url)
    database = Database(empty_database_url)
    desk = database.read(open_desk, clock=clock)
    make_slip(database, desk)
    before = books(database)
    database.close()
    later_program()
    assert create_or_upgrade(empty_database_url) is True
    require_current(database)
    assert books(database) == before
    count = "SELECT count(*) FROM of_a_later_program"
    assert database.read(lambda session: session.scalar(text(count))) == 0
    assert make_slip(database, desk).number == "WX260302-002"
    database.close()
    kept = [path for path in tmp_path.iterdir() if "before-2031" in path.name]
    assert len(kept) == (1 if empty_database_url.startswith("sqlite") else 0)
    for path in kept:
        old = Database(f"sqlite:///{path}")
        assert books(old)["slip"] == before["slip"]
        with pytest.raises(DatabaseOutdated):
            require_current(old)
        old.close()


def test_a_step_that_fails_leaves_the_database_as_it_was(
    empty_database_url: str, later_program: Callable[[], None], tmp_path: Path
) -> None:
    create_or_upgrade(empty_database_url)
    database = Database(empty_database_url)
    before = books(database)
    older = head()
    later_program()
    step = tmp_path / "migrations" / "versions" / "2031_01_01_0002_a_later_step.py"
    step.write_text(step.read_text() + '    raise RuntimeError("power went")\n')
    database.close()
    with pytest.raises(RuntimeError):
        create_or_upgrade(empty_database_url)
    assert books(database) == before
    with pytest.raises(DatabaseOutdated) as told:
        require_current(database)
    assert told.value.facts["found"] == older
    database.close()


def test_a_database_of_a_later_program_is_refused(
    empty_database_url: str, later_program: Callable[[], None]
) -> None:
    before = list(models.migrations.__path__)
    later_program()
    create_or_upgrade(empty_database_url)
    models.migrations.__path__ = before
    app.schema._revisions.cache_clear()
    database = Database(empty_database_url)
    with pytest.raises(DatabaseNewer):
        require_current(database)
    with pytest.raises(DatabaseNewer):
        create_or_upgrade(empty_database_url)
    database.close()


def test_an_empty_place_holds_no_database(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    with pytest.raises(DatabaseMissing):
        require_current(database)
    database.close()
