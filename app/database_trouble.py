"""What can be wrong with a database that is nobody's bug, and how it is told."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from app.errors import FieldRefusal, Refusal, Trouble


class ChangedByOthers(Refusal):
    """Somebody else changed the record between reading and saving."""


class PeriodClosed(Refusal):
    """The database itself refuses a change of what was closed (4.7-8)."""


class DatabaseMissing(Trouble):
    """There is no database at ``place``."""


class DatabaseGone(Trouble):
    """The file at ``place`` was moved or deleted while the program had it open."""


class DatabaseReplaced(Trouble):
    """Another file was put at ``place`` while the program had the database open."""


class DatabaseBusy(Trouble):
    """Another program keeps the database locked."""


class DatabaseFull(Trouble):
    """The disk has no room left."""


class DatabaseForbids(Trouble):
    """The server's login lacks a right (``detail``): it owns its database, no other."""


class DatabaseReadOnly(Trouble):
    """The file or its folder may not be written."""


class DatabaseDamaged(Trouble):
    """The file is not a database, or not a whole one."""


class DatabaseUnreachable(Trouble):
    """The server does not answer, or refuses the login."""


class DatabaseInputOutput(Trouble):
    """The disk or the network failed while reading or writing."""


class DatabaseOnNetwork(Trouble):
    """A SQLite file on a network share can be damaged by two desks."""


class SQLiteUnsafe(Trouble):
    """The SQLite library has the WAL-reset bug."""


class AddressMalformed(FieldRefusal):
    """``value`` is no address of a database."""

    field = "db"


_DRIVERS = {"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"}


def address_of(url: str) -> URL:
    """The parts of a database's address; raises ``AddressMalformed``."""
    shown = re.sub(r":[^:@/]*@", ":***@", url)
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise AddressMalformed(value=shown) from error
    name = parts.database or ""
    if parts.drivername not in _DRIVERS or name in ("", ":memory:"):
        raise AddressMalformed(value=shown)
    return parts


_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}


def refuse_unsafe_sqlite(version: tuple[int, int, int]) -> None:
    """Refuse a SQLite that can damage a WAL database (before 3.51.3, with two
    mended older lines); raises ``SQLiteUnsafe``.
    """
    sound = version >= (3, 51, 3) or any(
        version[:2] == line[:2] and version >= line for line in ((3, 50, 7), (3, 44, 6))
    )
    if not sound:
        raise SQLiteUnsafe(version=".".join(map(str, version)))


def refuse_unsafe_place(path: Path, mounts: Iterable[str] | None = None) -> None:
    """Refuse a SQLite file on a network share; raises ``DatabaseOnNetwork``.

    ``mounts`` are lines as of ``/proc/mounts`` (default: this machine's).
    """
    text = str(path)
    if text.startswith(("\\\\", "//")):
        raise DatabaseOnNetwork(place=text)
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text("utf-8").splitlines() if table.exists() else ()
    where = os.path.realpath(path)
    best = ("", "")
    for line in mounts:
        words = line.split(" ")
        if len(words) < 3:
            continue
        point = words[1].replace("\\040", " ").rstrip("/")
        inside = where == point or where.startswith(f"{point}/")
        if inside and len(point) >= len(best[0]):
            best = (point, words[2])
    if best[1] in _NETWORK:
        raise DatabaseOnNetwork(place=text)


_SQLITE = (
    ("database is locked", DatabaseBusy),
    ("database table is locked", DatabaseBusy),
    ("database or disk is full", DatabaseFull),
    ("attempt to write a readonly database", DatabaseReadOnly),
    ("unable to open database file", DatabaseReadOnly),
    ("file is not a database", DatabaseDamaged),
    ("database disk image is malformed", DatabaseDamaged),
    ("disk i/o error", DatabaseInputOutput),
)

_IS_CLOSED = "the period is closed"
"""What the triggers of both engines say (migration 0007)."""


def trouble_of(error: DBAPIError, place: str) -> Trouble | Refusal | None:
    """The trouble behind a driver's error; None if it is ours (a bug).

    A record that another desk added at the same moment is a ``ChangedByOthers``.
    ``place`` is where the database is, in words for people.
    """
    text = str(error.orig).lower()
    if _IS_CLOSED in text:
        return PeriodClosed()
    for words, kind in _SQLITE:
        if words in text:
            return kind(place=place)
    kinds = {each.__name__ for each in type(error.orig).__mro__}
    if not type(error.orig).__module__.startswith("psycopg"):
        return None
    state = getattr(error.orig, "sqlstate", None) or ""
    if state == "23505":
        return ChangedByOthers()
    if state == "53100":
        return DatabaseFull(place=place)
    if state in {"55P03", "57014", "40P01"}:
        return DatabaseBusy(place=place)
    if state == "42501":
        return DatabaseForbids(detail=str(error.orig).strip().splitlines()[0])
    if state == "25006":
        return DatabaseReadOnly(place=place)
    if state[:2] == "58":
        return DatabaseInputOutput(place=place)
    is_operational = "OperationalError" in kinds
    if is_operational and state[:2] in {"", "08", "28", "3D", "53", "57"}:
        return DatabaseUnreachable(detail=str(error.orig).strip().splitlines()[0])
    return None
