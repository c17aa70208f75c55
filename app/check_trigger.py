"""Holds the triggers that guard closed periods against those the program made (4.7-8).

Whoever owns a file can take a trigger out of it; that is noticed here.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

import models.migrations
from app.check_problem import Fault, Problem, ProblemKind
from app.database import is_on_server
from app.desk import Desk

_STEP = "2026_11_28_0007"
_NAME = re.compile(r"CREATE (?:TRIGGER|FUNCTION) (\w+)")
_TRIGGER = re.compile(
    r"CREATE TRIGGER (?P<name>\w+) BEFORE (?P<changes>.+) ON (?P<table>\w+)\s+"
    r"FOR EACH (?P<each>\w+) EXECUTE FUNCTION (?P<function>\w+)\(\)",
    re.DOTALL,
)
_BODY = re.compile(r"\$\$(.*)\$\$", re.DOTALL)
_BEFORE = 2
_BITS = {"ROW": 1, "INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}
"""How PostgreSQL keeps what a trigger is for (pg_trigger.tgtype)."""
_IN_A_FILE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_ON_A_SERVER = """
SELECT t.tgname AS name, c.relname AS of_table, p.proname AS function, t.tgtype AS bits,
    t.tgenabled::text AS enabled, t.tgqual IS NULL AS always,
    coalesce(array_length(t.tgattr::int2[], 1), 0) AS columns
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
"""
_FUNCTIONS = """
SELECT proname AS name, prosrc AS body FROM pg_proc
WHERE pronamespace = 'public'::regnamespace
"""


def wrong_triggers(session: Session, _: Desk) -> Iterator[Problem]:
    """Triggers (on a server functions too) that are gone, changed or switched off."""
    if is_on_server(session):
        expected, found = _expected_on_server(), _found_on_server(session)
    else:
        expected = _expected_in_file()
        found = {name: sql for name, sql in session.execute(text(_IN_A_FILE))}
    for name, wanted in expected.items():
        if name not in found:
            yield _problem(Fault.TRIGGER_GONE, name)
        elif found[name] != wanted:
            yield _problem(Fault.TRIGGER_CHANGED, name)


def _problem(fault: Fault, name: str) -> Problem:
    return Problem(ProblemKind.TRIGGER, name, fault, {"name": name})


@cache
def _statements(dialect: str) -> tuple[tuple[str, str], ...]:
    """The statements that made the guard, with the name of what each made."""
    folder = Path(models.migrations.__path__[0]) / "versions"
    (file,) = folder.glob(f"{_STEP}*.{dialect}.sql")
    statements = file.read_text("utf-8").strip().split("\n\n")
    return tuple((_name(statement), statement) for statement in statements)


def _name(statement: str) -> str:
    found = _NAME.match(statement)
    assert found is not None, statement
    return found[1]


def _expected_in_file() -> Mapping[str, object]:
    return dict(_statements("sqlite"))


def _expected_on_server() -> Mapping[str, object]:
    expected: dict[str, object] = {}
    for name, statement in _statements("postgresql"):
        found = _TRIGGER.fullmatch(statement)
        if found is None:
            body = _BODY.search(statement)
            assert body is not None, statement
            expected[f"{name}()"] = body[1]
            continue
        changes, _, columns = found["changes"].partition(" OF")
        words = re.findall(r"[A-Z]+", f"{changes} {found['each']}")
        bits = _BEFORE + sum(_BITS.get(word, 0) for word in words)
        count = len(columns.split(",")) if columns else 0
        expected[name] = (found["table"], found["function"], bits, "O", True, count)
    return expected


def _found_on_server(session: Session) -> Mapping[str, object]:
    found: dict[str, object] = {
        row.name: (
            row.of_table,
            row.function,
            row.bits,
            row.enabled,
            row.always,
            row.columns,
        )
        for row in session.execute(text(_ON_A_SERVER))
    }
    for name, body in session.execute(text(_FUNCTIONS)):
        found[f"{name}()"] = body
    return found
