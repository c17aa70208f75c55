"""Makes, checks and puts back copies of the database, also while it is in use."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from app.database_trouble import DatabaseDamaged, DatabaseMissing, address_of
from app.desk import system_clock
from app.errors import FieldRefusal, Trouble


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


def copy_aside(url: str, word: str) -> Path | None:
    """A verified copy of a SQLite file beside it, named by ``word`` and the time.

    None for a server: its owner makes the copies there.
    """
    parts = address_of(url)
    if parts.get_backend_name() != "sqlite":
        return None
    source = Path(parts.database or "")
    stamp = system_clock().strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}.{word}-{stamp}{source.suffix}")
    _copy_sqlite(source, target)
    return target


def back_up(url: str, target: Path) -> None:
    """Write a verified copy of the database while it is in use.

    The copy appears whole under its name or not at all. Raises ``Trouble``.
    """
    parts = address_of(url)
    if target.exists():
        raise FileExists(place=str(target))
    if parts.get_backend_name() == "sqlite":
        _copy_sqlite(Path(parts.database or ""), target)
        return
    partial = _partial(target)
    _run_tool(
        ["pg_dump", "--format=custom", f"--file={partial}", f"--dbname={_libpq(url)}"]
    )
    partial.replace(target)


def restore(url: str, source: Path) -> Path | None:
    """Put a copy back; answers with where the present database was kept.

    The copy is checked before anything is touched. Raises ``Trouble``.
    """
    parts = address_of(url)
    if not source.is_file():
        raise FileMissing(place=str(source))
    if parts.get_backend_name() == "sqlite":
        return _restore_sqlite(Path(parts.database or ""), source)
    _run_tool(
        [
            "pg_restore",
            "--clean",
            "--if-exists",
            "--single-transaction",
            "--no-owner",
            f"--dbname={_libpq(url)}",
            str(source),
        ]
    )
    return None


def _restore_sqlite(target: Path, source: Path) -> Path | None:
    _check_sqlite(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = _partial(target)
    _copy_sqlite(source, fresh)
    kept: Path | None = None
    if target.exists():
        stamp = system_clock().strftime("%Y%m%d-%H%M%S")
        kept = target.with_name(f"{target.stem}.before-restore-{stamp}{target.suffix}")
        try:
            _copy_sqlite(target, kept)
        except DatabaseDamaged:
            # What can not be read as a database is kept as the bytes it is.
            shutil.copyfile(target, kept)
    for side in ("-wal", "-shm"):
        Path(f"{target}{side}").unlink(missing_ok=True)
    fresh.replace(target)
    _sync_folder(target.parent)
    return kept


def _copy_sqlite(source: Path, target: Path) -> None:
    from pysqlite3 import dbapi2  # type: ignore[import-untyped]

    if not source.is_file():
        raise DatabaseMissing(place=str(source))
    partial = _partial(target)
    try:
        from_ = dbapi2.connect(f"file:{source}?mode=ro", uri=True, timeout=15)
        to = dbapi2.connect(str(partial))
        try:
            from_.backup(to)
            to.execute("PRAGMA journal_mode=DELETE")
        finally:
            to.close()
            from_.close()
        _check_sqlite(partial)
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(target)
        _sync_folder(target.parent)
    except dbapi2.DatabaseError as error:
        partial.unlink(missing_ok=True)
        if "not a database" in str(error) or "malformed" in str(error):
            raise DatabaseDamaged(place=str(source)) from error
        raise BackupFailed(place=str(target), detail=str(error)) from error
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BackupFailed(place=str(target), detail=error.strerror) from error


def _check_sqlite(path: Path) -> None:
    from pysqlite3 import dbapi2

    connection: Any = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        tables = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name IN ('slip', 'event')"
        ).fetchone()[0]
    except dbapi2.DatabaseError as error:
        raise DatabaseDamaged(place=str(path)) from error
    finally:
        connection.close()
    if answer != "ok" or tables != 2:
        raise DatabaseDamaged(place=str(path))


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


def _libpq(url: str) -> str:
    return (
        address_of(url)
        .set(drivername="postgresql")
        .render_as_string(hide_password=False)
    )


def _run_tool(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        raise ToolMissing(tool=command[0])
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [command[0]]
        raise BackupFailed(place=command[0], detail=lines[0])
