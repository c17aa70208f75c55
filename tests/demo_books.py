"""The books of the demonstration year, lived once for all tests of a run.

A year of 6,000 slips takes a minute to live. The processes of a run share the file
that the first of them made.
"""

import fcntl
import pickle
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.database import Database
from app.demo_year import DemoYear, build_demo
from app.desk import Desk

END_OF_YEAR = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
"""Friday, 20 November 2026, 17:30 at the site."""


@dataclass(frozen=True, slots=True)
class DemoBooks:
    """The books of the demonstration year. They are shared: only look."""

    path: Path
    database: Database
    desk: Desk
    year: DemoYear


def demo_file(template: Path, folder: Path) -> tuple[Path, DemoYear]:
    """The file of the year in ``folder``, and what was lived."""
    path, lived = folder / "demo.db", folder / "demo.lived"
    with (folder / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another process may be living it
        if not lived.exists():
            shutil.copy(template, path)
            database = Database(f"sqlite:///{path}")
            year = build_demo(database, until=END_OF_YEAR)
            database.close()
            lived.write_bytes(pickle.dumps(year))
    made: DemoYear = pickle.loads(lived.read_bytes())
    return path, made
