"""Plays the log of each slip again and holds the result against its tables."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.check_history import History, stored_histories, told_apart
from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import fact_value
from app.slip_line import line_fact
from models.base import table_of
from models.event import Event
from models.quote import Quote
from models.slip import Slip
from models.slip_copy import SlipCopy
from models.slip_line import SlipLine

_CHUNK = 500
_UNRECORDED = {"id", "centre_id", "version", "place_key"}
_EMPTY: tuple[object, ...] = (None, False, 0, "")
_FACTS = tuple(c for c in table_of(Slip).columns if c.name not in _UNRECORDED)

Facts = dict[str, Any]


def differing_facts(session: Session, desk: Desk) -> Iterator[Problem]:
    """Slips whose row, copies or lines are not what the log says of them."""
    slips = _stored(session, desk)
    slip = next(slips, None)
    for slip_id, said in _replayed(session, desk):
        while slip is not None and slip.row.id < slip_id:
            yield _problem(slip.row.number, Fault.SLIP_UNRECORDED)
            slip = next(slips, None)
        if slip is None or slip.row.id != slip_id:
            number = said["set"].get("number", f"#{slip_id}")
            yield _problem(str(number), Fault.SLIP_GONE)
            continue
        yield from _compare(slip, said)
        slip = next(slips, None)
    while slip is not None:
        yield _problem(slip.row.number, Fault.SLIP_UNRECORDED)
        slip = next(slips, None)


@dataclass(frozen=True, slots=True)
class _Stored:
    """A slip as its tables have it, its parts in the form of the log."""

    row: Row[Any]
    copies: dict[str, list[object]]
    lines: list[list[object]]
    quotes: dict[int, list[object]]
    history: History


def _stored(session: Session, desk: Desk) -> Iterator[_Stored]:
    last = 0
    table = table_of(Slip)
    while True:
        rows = session.execute(
            select(table.c.id, *_FACTS)
            .where(table.c.centre_id == desk.centre_id, table.c.id > last)
            .order_by(table.c.id)
            .limit(_CHUNK)
        ).all()
        if not rows:
            return
        ids = [row.id for row in rows]
        copies: dict[int, dict[str, list[object]]] = {}
        for slip_id, copy_no, seq, place in session.execute(
            select(
                SlipCopy.slip_id, SlipCopy.copy_no, SlipCopy.print_seq, SlipCopy.place
            ).where(SlipCopy.slip_id.in_(ids), SlipCopy.is_live)
        ):
            copies.setdefault(slip_id, {})[str(copy_no)] = [seq, place.value]
        lines: dict[int, list[list[object]]] = {}
        for line in session.execute(
            select(*table_of(SlipLine).columns)
            .where(SlipLine.slip_id.in_(ids))
            .order_by(SlipLine.slip_id, SlipLine.position)
        ).mappings():
            fact = line_fact({str(name): value for name, value in line.items()})
            lines.setdefault(line["slip_id"], []).append(fact)
        quotes: dict[int, dict[int, list[object]]] = {}
        for slip_id, position, *quote in session.execute(
            select(
                Quote.slip_id,
                Quote.position,
                Quote.amount,
                Quote.status,
                Quote.confirmed_by,
            ).where(Quote.slip_id.in_(ids))
        ):
            quotes.setdefault(slip_id, {})[position] = quote
        histories = stored_histories(session, ids)
        for row in rows:
            yield _Stored(
                row,
                copies.get(row.id, {}),
                lines.get(row.id, []),
                quotes.get(row.id, {}),
                histories[row.id],
            )
        last = ids[-1]


def _replayed(session: Session, desk: Desk) -> Iterator[tuple[int, Facts]]:
    apart = told_apart(session, desk)
    rows = session.execute(
        select(Event.entity_id, Event.what, Event.happened_at, Event.by, Event.facts)
        .where(Event.centre_id == desk.centre_id, Event.entity == "slip")
        .order_by(Event.entity_id, Event.seq),
        execution_options={"yield_per": _CHUNK},
    )
    for slip_id, entries in groupby(rows, itemgetter(0)):
        said: Facts = {"set": {}, "copies": {}, "lines": [], "quotes": {}}
        history = said["history"] = History(apart.get(slip_id, ()))
        for _, what, at, by, facts in entries:
            entry = json.loads(facts)
            said["set"].update(entry.get("set", {}))
            history.play(what, at, by, {**entry, **said["set"]})
            said["copies"].update(entry.get("copies", {}))
            said["lines"] = entry.get("lines", said["lines"])
            if "quote" in entry:
                position, amount, status, by = entry["quote"]
                said["quotes"][position] = [Decimal(amount), status, by]
        yield slip_id, said


def _compare(slip: _Stored, said: Facts) -> Iterator[Problem]:
    recorded = said["set"]
    number = slip.row.number
    for column in _FACTS:
        stored = fact_value(getattr(slip.row, column.name))
        expected = recorded.get(column.name)
        if stored != expected and not (stored in _EMPTY and expected in _EMPTY):
            yield _problem(number, Fault.FACT_DIFFERS, column.name)
    if slip.copies != said["copies"]:
        yield _problem(number, Fault.FACT_DIFFERS, "copies")
    if slip.lines != said["lines"]:
        yield _problem(number, Fault.FACT_DIFFERS, "lines")
    if slip.quotes != said["quotes"]:
        yield _problem(number, Fault.FACT_DIFFERS, "quote")
    for name in slip.history.differing(said["history"]):
        yield _problem(number, Fault.FACT_DIFFERS, name)


def _problem(number: str, fault: Fault, name: str = "") -> Problem:
    return Problem(ProblemKind.CHAIN, number, fault, {"number": number, "fact": name})
