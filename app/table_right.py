"""The rights that a server withholds from the program's own login (4.7-8).

What they are stands once, in the SQL beside their migration.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, text

import models.migrations

_STEP = "2026_11_30_0010"
_TAKEN = re.compile(
    r"REVOKE (?P<rights>[A-Z, ]+?) ON\s+(?P<tables>[a-z_,\s]+?)\s+FROM CURRENT_USER"
)
_LEFT = re.compile(
    r"GRANT UPDATE \((?P<columns>[a-z_,\s]+)\)\s+ON (?P<table>\w+) TO CURRENT_USER"
)
_FORM = text("SELECT max(version_num) FROM alembic_version")


@dataclass(frozen=True, slots=True)
class TakenRights:
    """What the login may not do: tables by right, and what UPDATE is left of them.

    TRUNCATE is taken of every table and not listed.
    """

    tables: Mapping[str, frozenset[str]]
    columns: Mapping[str, frozenset[str]]


def take_rights(connection: Connection) -> None:
    """Withhold the rights again where tables were put back without them; an older form
    has none to withhold.
    """
    if connection.dialect.name != "postgresql":
        return
    if (connection.scalar(_FORM) or "") >= _STEP:
        for statement in _statements():
            connection.execute(text(statement))


@cache
def taken_rights() -> TakenRights:
    """What the SQL takes, and what it leaves."""
    tables: dict[str, set[str]] = {}
    columns: dict[str, frozenset[str]] = {}
    for statement in _statements():
        if taken := _TAKEN.fullmatch(statement):
            for right in _words(taken["rights"]):
                tables.setdefault(right, set()).update(_words(taken["tables"]))
        elif left := _LEFT.fullmatch(statement):
            columns[left["table"]] = _words(left["columns"])
    return TakenRights(
        {right: frozenset(names) for right, names in tables.items()}, columns
    )


def _words(listed: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", listed))


@cache
def _statements() -> tuple[str, ...]:
    folder = Path(models.migrations.__path__[0]) / "versions"
    (file,) = folder.glob(f"{_STEP}*.postgresql.sql")
    return tuple(file.read_text("utf-8").strip().split("\n\n"))
