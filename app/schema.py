"""Creates a database or brings it to the newest form; refuses one that is newer."""

import logging
from enum import StrEnum
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

import models.migrations
from app.database import Database
from app.database_trouble import DatabaseDamaged, DatabaseMissing, address_of
from app.errors import Cancelled, Trouble
from app.progress import SILENT, Progress

__all__ = [
    "DatabaseNewer",
    "DatabaseOutdated",
    "UpgradePart",
    "create_or_upgrade",
    "head",
    "require_current",
]

_log = logging.getLogger(__name__)
_KEY = 0x51_11_A4  # any number, as long as it is always the same
_FOUND_SINCE = "2026_11_30_0010"  # since then the search keeps what it keeps now
_CLOSED_SINCE = "2026_11_28_0007"  # this step's statements are counted by the program


class DatabaseNewer(Trouble):
    """A newer Silian has upgraded this database (``found`` after ``known``)."""


class DatabaseOutdated(Trouble):
    """The database has an older form; ``silian init`` upgrades it."""


class UpgradePart(StrEnum):
    """What an upgrade does, one after the other."""

    COPY = "copy"
    """A file is copied aside; how long it takes is not told."""
    STEPS = "steps"
    """The migrations, counted."""
    INDEX = "index"
    """What finds the slips is made, slip by slip."""


@cache
def _revisions() -> tuple[str, ...]:
    folder = Path(models.migrations.__path__[0]) / "versions"
    return tuple(sorted(p.name[:15] for p in folder.glob("[0-9]*.py")))


def head() -> str:
    """The newest form's name: the date and number its file name begins with."""
    return _revisions()[-1]


def create_or_upgrade(
    url: str, progress: Progress = SILENT, *, may_upgrade: bool = True
) -> bool:
    """Bring the database behind ``url`` to head; whether anything was done.

    ``progress`` tells each ``UpgradePart``; whoever stops it has the database as it
    was. A SQLite file is copied aside before an upgrade. Raises ``DatabaseNewer``,
    ``DatabaseOutdated`` where an old one may not be upgraded now, or what ``Database``
    raises.
    """
    _make_folder(url)
    database = Database(url)
    try:
        with database.connect(writing=False) as connection:
            found = _form_of(connection)
        if found == head():
            return False
        if found is not None:
            _refuse_newer(found)
            if not may_upgrade:
                raise DatabaseOutdated(found=found, known=head())
        if not _upgrade(database, found, progress):
            return False
        database.close()
        with database.connect(writing=False):
            return True  # a new connection makes a file ready for several desks
    finally:
        database.close()


def _upgrade(database: Database, found: str | None, progress: Progress) -> bool:
    """Bring a database of the form ``found`` (None: empty) to head, unless another desk
    did so meanwhile; whether it was done.
    """
    # Every start asks for the form; what changes it is needed once in a version.
    from app.backup import copy_aside

    copy: Path | None = None
    if found is not None:
        progress.begin(UpgradePart.COPY)
        copy = copy_aside(database.url, f"before-{head()}")
    try:
        return _bring_up(database, found, progress)
    except Cancelled:
        # All of it is one transaction: the database is as it was, and the copy too.
        if copy is not None:
            copy.unlink()
        raise


def _bring_up(database: Database, found: str | None, progress: Progress) -> bool:
    from app.period_kept import close_as_books_said
    from app.search_rebuild import rebuild_search
    from app.seed import seed_centre

    with database.connect(writing=True) as connection:
        _wait_for_turn(connection)
        # Another desk may have done it while this one waited.
        if _form_of(connection) == head():
            return False
        progress.begin(UpgradePart.STEPS)
        _run_migrations(connection, found, progress)
        if found is None:
            seed_centre(connection)
        elif found < _FOUND_SINCE:
            progress.begin(UpgradePart.INDEX)
            rebuild_search(connection, progress)
        if found is not None and found < _CLOSED_SINCE:
            close_as_books_said(connection)
        if progress.is_stopped:
            raise Cancelled  # the last moment to have it as it was
    return True


def require_current(database: Database) -> None:
    """Raise unless the database exists and has the form this program knows."""
    parts = address_of(database.url)
    if (
        parts.get_backend_name() == "sqlite"
        and not Path(parts.database or "").is_file()
    ):
        raise DatabaseMissing(place=parts.database)
    with database.connect(writing=False) as connection:
        found = _form_of(connection)
    if found is None:
        raise DatabaseMissing(place=parts.render_as_string(hide_password=True))
    if found != head():
        _refuse_newer(found)
        raise DatabaseOutdated(found=found, known=head())


def _refuse_newer(found: str) -> None:
    if found not in _revisions():
        raise DatabaseNewer(found=found, known=head())


def _form_of(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DatabaseDamaged(place=str(connection.engine.url.database))
    found: str | None = connection.scalar(
        text("SELECT max(version_num) FROM alembic_version")
    )
    return found


def _wait_for_turn(connection: Connection) -> None:
    """Let one desk at a time upgrade; a file's writing transaction does so anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _KEY})


def _run_migrations(
    connection: Connection, found: str | None, progress: Progress
) -> None:
    from alembic import command  # slow to import and needed here alone
    from alembic.config import Config

    import models.all  # every table must be known before a step is run

    _ = models.all
    config = Config()
    config.set_main_option("script_location", str(models.migrations.__path__[0]))
    config.attributes["connection"] = connection
    steps = sum(revision > (found or "") for revision in _revisions())
    done = count(1)

    def told(**_: Any) -> None:
        progress.step(next(done), steps)

    config.attributes["on_step"] = told
    command.upgrade(config, "head")
    _log.info("database brought to %s", head())


def _make_folder(url: str) -> None:
    parts = address_of(url)
    if parts.get_backend_name() == "sqlite" and parts.database:
        Path(parts.database).resolve().parent.mkdir(parents=True, exist_ok=True)
