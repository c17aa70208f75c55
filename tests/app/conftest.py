"""What the tests of use cases share: the demonstration year, built once."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.database import Database
from app.demo_year import DemoYear, build_demo
from app.desk import Desk, open_desk
from tests.app.checked_days import Days
from tests.clock import Clock

END_OF_YEAR = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
"""Friday, 20 November 2026, 17:30 at the site."""


@dataclass(frozen=True, slots=True)
class DemoBooks:
    """The books of the demonstration year. They are shared: only look."""

    database: Database
    desk: Desk
    year: DemoYear


@pytest.fixture(scope="session")
def demo_books(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DemoBooks]:
    """A year of a building with 6,000 slips, as ``silian demo`` makes it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    year = build_demo(database, until=END_OF_YEAR)
    desk = database.read(open_desk, clock=lambda: END_OF_YEAR)
    yield DemoBooks(database, desk, year)
    database.close()


@pytest.fixture
def days(database: Database, desk: Desk, clock: Clock) -> Days:
    """A desk that works through days, for the return check."""
    return Days(database, desk, clock)
