"""Makes, checks and puts back copies of the database, also while it is in use."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]
from sqlalchemy import URL

from app.database import Database
from app.database_trouble import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseMissing,
    address_of,
)
from app.desk import system_clock
from app.errors import FieldRefusal, Trouble
from app.table_right import take_rights


class BackupFailed(Trouble):
    """The copy could not be written or is not whole (``detail``)."""


class FileExists(FieldRefusal):
    """There is a file at ``place`` already."""

    field = "file"


class FileMissing(FieldRefusal):
    """There is no file at ``place``."""

    field = "file"


class ToolMissing(Trouble):
    """The server's own program ``tool`` is not installed here."""


_BUSY_SECONDS = 15
_IN_EVERY_COPY = ("slip", "event")


def copy_aside(url: str, word: str) -> Path | None:
    """A verified copy of a SQLite file beside it, named by ``word`` and the time.

    None for a server: its owner makes the copies there.
    """
    parts = address_of(url)
    if parts.get_backend_name() != "sqlite":
        return None
    source = Path(parts.database or "")
    target = _beside(source, word, source.suffix)
    _copy_sqlite(source, target)
    return target


def back_up(url: str, target: Path) -> None:
    """Write a verified copy of the database while it is in use.

    The copy appears whole under its name or not at all. Raises ``Trouble``.
    """
    parts = address_of(url)
    if target.exists():
        raise FileExists(place=str(target))
    if not target.parent.is_dir():
        raise FileMissing(place=str(target.parent))
    if parts.get_backend_name() == "sqlite":
        _copy_sqlite(Path(parts.database or ""), target)
    else:
        _dump(parts, target)


def restore(url: str, source: Path) -> Path | None:
    """Put a copy back; answers with where the present database was kept.

    The copy is checked before anything is touched. A file stands beside the database,
    what a server held beside the copy. Raises ``Trouble``.
    """
    parts = address_of(url)
    if not source.is_file():
        raise FileMissing(place=str(source))
    if parts.get_backend_name() == "sqlite":
        return _restore_sqlite(Path(parts.database or ""), source)
    kept = _restore_server(parts, source)
    database = Database(url)
    try:
        with database.connect(writing=True) as connection:
            take_rights(connection)
    finally:
        database.close()
    return kept


def _restore_sqlite(target: Path, source: Path) -> Path | None:
    _check_sqlite(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = _partial(target)
    try:
        _copy_sqlite(source, fresh)
        if not target.exists():
            _replace(target, fresh)
            return None
        kept = _beside(target, "before-restore", target.suffix)
        try:
            _overwrite(target, fresh, kept)
        except DatabaseDamaged:
            # What can not be read as a database is kept as the bytes it is.
            shutil.copyfile(target, kept)
            _replace(target, fresh)
        return kept
    finally:
        fresh.unlink(missing_ok=True)


def _overwrite(target: Path, fresh: Path, kept: Path) -> None:
    """Keep what ``target`` holds and put the pages of ``fresh`` in its place.

    The file itself stays, and nobody else has it meanwhile: a desk that kept the old
    file open would go on writing where nobody reads. Raises ``DatabaseBusy``.
    """
    with _told(target), closing(_connect(target)) as alone:
        alone.isolation_level = None
        alone.execute("PRAGMA locking_mode=EXCLUSIVE")
        alone.execute("PRAGMA journal_mode=DELETE")
        alone.execute("PRAGMA synchronous=FULL")
        alone.execute("BEGIN EXCLUSIVE")
        alone.execute("COMMIT")
        _copy(alone, target, kept)
        with closing(_connect(fresh)) as from_:
            from_.backup(alone)


def _replace(target: Path, fresh: Path) -> None:
    for side in ("-wal", "-shm", "-journal"):
        Path(f"{target}{side}").unlink(missing_ok=True)
    fresh.replace(target)
    _sync_folder(target.parent)


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.is_file():
        raise DatabaseMissing(place=str(source))
    with _told(source), closing(_connect(source)) as from_:
        _copy(from_, source, target)


def _copy(from_: Any, source: Path, target: Path) -> None:
    """Copy an open database, check the copy, and only then give it its name."""
    partial = _partial(target)
    try:
        with closing(dbapi2.connect(str(partial))) as to:
            from_.backup(to)
            to.execute("PRAGMA journal_mode=DELETE")
        try:
            _check_sqlite(partial)
        except DatabaseDamaged as error:  # because what was copied is
            raise DatabaseDamaged(place=str(source)) from error
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(target)
        _sync_folder(target.parent)
    except dbapi2.DatabaseError as error:
        if _says_damaged(error):
            raise
        raise BackupFailed(place=str(target), detail=str(error)) from error
    except OSError as error:
        raise BackupFailed(place=str(target), detail=error.strerror) from error
    finally:
        partial.unlink(missing_ok=True)


def _check_sqlite(path: Path) -> None:
    with _told(path), closing(_connect(path)) as connection:
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        tables = connection.execute(
            "SELECT count(*) FROM sqlite_master"
            " WHERE type = 'table' AND name IN (?, ?)",
            _IN_EVERY_COPY,
        ).fetchone()[0]
    if answer != "ok" or tables != len(_IN_EVERY_COPY):
        raise DatabaseDamaged(place=str(path))


def _connect(path: Path) -> Any:
    # Never makes a file; a connection that could only read would leave its side
    # files behind. Quoted, because a name may hold signs that mean something.
    address = f"{path.resolve().as_uri()}?mode=rw"
    return dbapi2.connect(address, uri=True, timeout=_BUSY_SECONDS)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file at ``path`` into trouble."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        if _says_damaged(error):
            raise DatabaseDamaged(place=str(path)) from error
        if "locked" in str(error):
            raise DatabaseBusy(place=str(path)) from error
        raise BackupFailed(place=str(path), detail=str(error)) from error


def _says_damaged(error: Exception) -> bool:
    return "not a database" in str(error) or "malformed" in str(error)


def _dump(parts: URL, target: Path) -> None:
    partial = _partial(target)
    try:
        _run_tool("pg_dump", parts, "--format=custom", f"--file={partial}")
        partial.replace(target)
    except OSError as error:
        raise BackupFailed(place=str(target), detail=error.strerror) from error
    finally:
        partial.unlink(missing_ok=True)


def _restore_server(parts: URL, source: Path) -> Path:
    _check_dump(parts, source)
    kept = _beside(source.with_name(parts.database or ""), "before-restore", ".dump")
    _dump(parts, kept)
    try:
        _run_tool(
            "pg_restore",
            parts,
            "--clean",
            "--if-exists",
            "--single-transaction",
            "--no-owner",
            # The login may be called otherwise than the one that made the copy.
            "--no-privileges",
            str(source),
        )
    except Trouble:
        kept.unlink()
        raise
    return kept


def _check_dump(parts: URL, source: Path) -> None:
    try:
        listed = _run_tool("pg_restore", None, "--list", str(source))
    except BackupFailed as error:
        raise DatabaseDamaged(place=str(source)) from error
    if not all(f" TABLE public {name} " in listed for name in _IN_EVERY_COPY):
        raise DatabaseDamaged(place=str(source))


def _run_tool(tool: str, parts: URL | None, *arguments: str) -> str:
    """Run one of the server's own programs; what it says. Raises ``ToolMissing``."""
    if shutil.which(tool) is None:
        raise ToolMissing(tool=tool)
    command = [tool, *arguments]
    environment = dict(os.environ)
    if parts is not None:
        # Everybody on a computer can read command lines.
        environment["PGPASSWORD"] = str(parts.password or "")
        named = parts._replace(drivername="postgresql", password=None)
        command[1:1] = ["--no-password", f"--dbname={named}"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [tool]
        raise BackupFailed(place=tool, detail=lines[0])
    return done.stdout


def _beside(path: Path, word: str, suffix: str) -> Path:
    """A name beside ``path`` that nothing has: ``silian.WORD-20261121-173000.db``."""
    stamp = f"{path.stem}.{word}-{system_clock().strftime('%Y%m%d-%H%M%S')}"
    names = (stamp, *(f"{stamp}-{count}" for count in range(2, 1000)))
    return next(
        found
        for name in names
        if not (found := path.with_name(f"{name}{suffix}")).exists()
    )


def _partial(target: Path) -> Path:
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    partial.unlink(missing_ok=True)
    return partial


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
