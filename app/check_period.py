"""Holds closed periods against their hashes, the log, and the facts they stand on."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import fact_value
from app.statement import count_statement
from app.statement_figures import figures
from app.statement_identity import COPIES
from app.statement_text import read_statement, text_hash
from models.base import table_of
from models.event import Event
from models.finance_period import CarriedSlip, FileKind, FinancePeriod, StatementFile
from models.money import ZERO
from models.period import period_of
from models.statement import Section, Statement

_PERIOD = table_of(FinancePeriod)
_FILE = table_of(StatementFile)
_CARRIED = table_of(CarriedSlip)
_RECORDED = (
    "proposed_by",
    "closed_at",
    "closed_by",
    "hash",
    "closing",
    "last_slip_id",
)
"""What the log says of a close and the row must say too."""

Entry = Mapping[str, Any]


def wrong_periods(session: Session, desk: Desk) -> Iterator[Problem]:
    """Closed statements that are not what was closed, whose papers or facts changed,
    and identities that do not hold.
    """
    told = _closes(session, desk)
    rows = session.execute(
        select(_PERIOD)
        .where(_PERIOD.c.centre_id == desk.centre_id, _PERIOD.c.closed_at.is_not(None))
        .order_by(_PERIOD.c.code)
    )
    for row in rows.all():
        entry = told.pop(row.id, None)
        yield from _wrong_papers(session, row, entry or {})
        if not _is_as_told(row, entry) or text_hash(row.statement or "") != row.hash:
            yield _problem(Fault.STATEMENT_CHANGED, row.code)
            continue
        stored = read_statement(row.statement, row.hash)
        again = count_statement(
            session, desk, row.code, row.closed_at, last_slip_id=row.last_slip_id
        )
        yield from _differing(stored, again)
        if not _is_handed_on(session, row, stored):
            yield _problem(Fault.STATEMENT_CARRIED, row.code)
    for entry in told.values():
        yield _problem(Fault.STATEMENT_GONE, entry["period"])
    yield from _untied(session, desk)


def _closes(session: Session, desk: Desk) -> dict[int, Entry]:
    rows = session.execute(
        select(Event.entity_id, Event.facts)
        .where(
            Event.centre_id == desk.centre_id,
            Event.entity == "finance_period",
            Event.what == "close",
        )
        .order_by(Event.seq)
    )
    return {period_id: json.loads(facts) for period_id, facts in rows}


def _is_as_told(row: Row[Any], entry: Entry | None) -> bool:
    if entry is None or entry["period"] != row.code:
        return False
    return all(entry[name] == fact_value(getattr(row, name)) for name in _RECORDED)


def _wrong_papers(session: Session, row: Row[Any], entry: Entry) -> Iterator[Problem]:
    """Papers that are not the bytes that were stored, are gone, or came later."""
    found: dict[str, str] = {}
    for kind, content in session.execute(
        select(_FILE.c.kind, _FILE.c.content).where(_FILE.c.period_id == row.id)
    ):
        found[kind.value] = hashlib.sha256(bytes(content)).hexdigest()
    for kind in FileKind:
        if found.get(kind.value) != entry.get(kind.value):
            yield _problem(Fault.STATEMENT_PAPER, row.code, file=kind.value)


def _differing(stored: Statement, again: Statement) -> Iterator[Problem]:
    """The first figure that the facts do not give any more."""
    said, counted = figures(stored), figures(again)
    for name, value in said.items():
        if counted[name] != value:
            yield _problem(Fault.STATEMENT_FACTS, stored.period, fact=name)
            return


def _is_handed_on(session: Session, row: Row[Any], stored: Statement) -> bool:
    """Whether the next statement goes on with what this one said."""
    owed = {each.slip_id: each.amount for each in stored.balances}
    waiting = {each.id for each in stored.section(Section.C)}
    carried = {
        slip_id: (balance, is_waiting)
        for slip_id, balance, is_waiting in session.execute(
            select(_CARRIED.c.slip_id, _CARRIED.c.balance, _CARRIED.c.is_waiting).where(
                _CARRIED.c.period_id == row.id
            )
        )
    }
    return row.closing == stored.closing and carried == {
        slip_id: (owed.get(slip_id, ZERO), slip_id in waiting)
        for slip_id in owed.keys() | waiting
    }


def _untied(session: Session, desk: Desk) -> Iterator[Problem]:
    """Identities of the running period that do not hold; bundles are made until its
    end, so theirs is left to the statement.
    """
    now = desk.now()
    running = count_statement(session, desk, period_of(now, desk.zone), now)
    for each in running.identities:
        if each.key != COPIES and not each.holds:
            yield _problem(Fault.STATEMENT_UNTIED, running.period, fact=each.key)


def _problem(fault: Fault, period: str, **facts: str) -> Problem:
    return Problem(ProblemKind.MONEY, period, fault, {"period": period, **facts})
