"""Holds gap cases and shift handovers against what the log says of them."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import fact_value
from models.base import table_of
from models.event import Event
from models.gap_case import GapCase
from models.shift_handover import ShiftHandover

_OF_CASE = ("cause", "owner", "resolution", "closed_at")
_OF_HANDOVER = ("shift_at", "given_by", "taken_by", "note")

Entries = dict[int, list[dict[str, Any]]]


def changed_cases(session: Session, desk: Desk) -> Iterator[Problem]:
    """Cases that were changed without an entry, or closed without all three facts.

    That a data book opened a case stands in the entry of the book.
    """
    told = _entries(session, desk, "gap_case")
    rows = session.execute(
        select(table_of(GapCase))
        .where(GapCase.centre_id == desk.centre_id)
        .order_by(GapCase.id)
    )
    for case in rows:
        expected: dict[str, object] = dict.fromkeys(_OF_CASE)
        for entry in told.get(case.id, ()):
            for name in expected.keys() & entry.keys():
                expected[name] = entry[name][1]
        for name, value in expected.items():
            if fact_value(getattr(case, name)) != value:
                yield _problem(Fault.GAP_CHANGED, case.ref, name)
        is_silent = not (case.cause and case.owner and case.resolution)
        if case.closed_at is not None and is_silent:
            yield _problem(Fault.GAP_SILENT, case.ref)


def changed_handovers(session: Session, desk: Desk) -> Iterator[Problem]:
    """Handovers whose names, note or sheet are not those of the log, and those that
    only one of the two knows.
    """
    told = _entries(session, desk, "shift_handover")
    rows = session.execute(
        select(table_of(ShiftHandover))
        .where(ShiftHandover.centre_id == desk.centre_id)
        .order_by(ShiftHandover.id)
    )
    for row in rows:
        ref = f"{desk.local(row.shift_at):%Y-%m-%d %H:%M}"
        kept = {name: fact_value(getattr(row, name)) for name in _OF_HANDOVER}
        kept["sheet"] = hashlib.sha256(row.snapshot.encode()).hexdigest()
        if told.pop(row.id, None) != [kept]:
            yield _problem(Fault.HANDOVER_CHANGED, ref)
    for entries in told.values():
        yield _problem(Fault.HANDOVER_CHANGED, str(entries[-1]["shift_at"]))


def _entries(session: Session, desk: Desk, entity: str) -> Entries:
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = session.execute(
        select(Event.entity_id, Event.facts)
        .where(Event.centre_id == desk.centre_id, Event.entity == entity)
        .order_by(Event.seq)
    )
    for entity_id, facts in rows:
        found[entity_id].append(json.loads(facts))
    return dict(found)


def _problem(fault: Fault, ref: str, name: str = "") -> Problem:
    return Problem(ProblemKind.CHAIN, ref, fault, {"ref": ref, "fact": name})
