"""The database file is moved, deleted or replaced while the program has it open."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.database import Database
from app.database_trouble import DatabaseGone, DatabaseReplaced
from app.desk import Desk, open_desk
from app.slip_issue import issue_slip
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, make_slip


@pytest.fixture
def url(new_sqlite: Callable[[str], str]) -> str:
    return new_sqlite("watched")


@pytest.fixture
def path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def opened(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


@pytest.fixture
def seated(opened: Database, clock: Clock) -> Desk:
    return opened.read(open_desk, clock=clock)


def count(session: Session) -> int:
    return int(session.scalar(text("SELECT count(*) FROM slip")) or 0)


def move_aside(path: Path) -> Path:
    """Rename the database with what belongs to it; where it is now."""
    aside = path.with_name("aside.db")
    for side in ("", "-wal", "-shm"):
        if Path(f"{path}{side}").exists():
            Path(f"{path}{side}").rename(f"{aside}{side}")
    return aside


def test_nothing_is_written_into_a_file_whose_name_is_gone(
    opened: Database, seated: Desk, path: Path
) -> None:
    make_slip(opened, seated)
    aside = move_aside(path)
    with pytest.raises(DatabaseGone) as told:
        opened.write(issue_slip, seated, PUBLIC_CALL)
    assert told.value.facts == {"place": str(path)}
    with pytest.raises(DatabaseGone):
        opened.read(count)
    assert not path.exists()  # and none is made in its place
    moved = Database(f"sqlite:///{aside}")
    assert moved.read(count) == 1
    moved.close()


def test_work_goes_on_when_the_file_is_back(
    opened: Database, seated: Desk, path: Path
) -> None:
    make_slip(opened, seated)
    aside = move_aside(path)
    with pytest.raises(DatabaseGone):
        opened.write(issue_slip, seated, PUBLIC_CALL)
    for side in ("", "-wal", "-shm"):
        Path(f"{aside}{side}").rename(f"{path}{side}")
    opened.write(issue_slip, seated, PUBLIC_CALL)
    assert opened.read(count) == 2


def test_another_file_under_the_name_is_left_alone(
    opened: Database, seated: Desk, path: Path, new_sqlite: Callable[[str], str]
) -> None:
    make_slip(opened, seated)
    other = Path(new_sqlite("other").removeprefix("sqlite:///"))
    move_aside(path)
    shutil.copyfile(other, path)
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(DatabaseReplaced):
            opened.write(issue_slip, seated, PUBLIC_CALL)
        with pytest.raises(DatabaseReplaced):
            opened.read(count)
    assert path.read_bytes() == before


def test_a_step_under_way_is_taken_back_when_the_file_goes(
    opened: Database, seated: Desk, path: Path
) -> None:
    make_slip(opened, seated)

    def issue_while_it_goes(session: Session) -> None:
        issue_slip(session, seated, PUBLIC_CALL)
        move_aside(path)

    with pytest.raises(DatabaseGone):
        opened.write(issue_while_it_goes)
    moved = Database(f"sqlite:///{path.with_name('aside.db')}")
    assert moved.read(count) == 1
    moved.close()
