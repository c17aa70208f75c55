"""Holds the callbacks that are kept against those the log tells of."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.callback import FACTS
from app.check_problem import Fault, Problem, ProblemKind
from app.data_book_word import (
    CALLBACK_METHODS,
    CALLBACK_RESULTS,
    OPINIONS,
    YES_OR_NO,
)
from app.desk import Desk
from app.event_log import fact_value
from models.callback import Callback
from models.event import Event
from models.slip import Slip, SlipEvent

_AT_ONCE = 2_000
_OF_BOOKS = ("book_row", "call_back")
"""What earlier versions called a callback of a data book in the log."""

Call = tuple[object, ...]
Calls = tuple[int, str, list[Call]]


def wrong_callbacks(session: Session, desk: Desk) -> Iterator[Problem]:
    """Slips whose callbacks are not those the log tells of."""
    of_both = merge(_told(session, desk), _kept(session, desk), key=itemgetter(0))
    differing = []
    for slip_id, sides in groupby(of_both, itemgetter(0)):
        calls = {side: found for _, side, found in sides}
        if calls.get("told") != calls.get("kept"):
            differing.append(slip_id)
    for slip_id in differing:
        slip = session.get(Slip, slip_id)
        number = f"#{slip_id}" if slip is None else slip.number
        facts = {"number": number, "fact": "callbacks"}
        yield Problem(ProblemKind.CHAIN, number, Fault.FACT_DIFFERS, facts)


def _kept(session: Session, desk: Desk) -> Iterator[Calls]:
    rows = session.execute(
        select(
            Callback.slip_id,
            Callback.called_at,
            Callback.called_by,
            *(getattr(Callback, name) for name in FACTS),
        )
        .where(Callback.centre_id == desk.centre_id)
        .order_by(Callback.slip_id),
        execution_options={"yield_per": _AT_ONCE},
    )
    return _by_slip(
        "kept", ((slip_id, _call(at, by, facts)) for slip_id, at, by, *facts in rows)
    )


def _told(session: Session, desk: Desk) -> Iterator[Calls]:
    entity, what = _OF_BOOKS
    rows = session.execute(
        select(Event.entity_id, Event.happened_at, Event.by, Event.entity, Event.facts)
        .where(
            Event.centre_id == desk.centre_id,
            or_(
                and_(Event.entity == "slip", Event.what == SlipEvent.CALLBACK.value),
                and_(Event.entity == entity, Event.what == what),
            ),
        )
        .order_by(Event.entity_id),
        execution_options={"yield_per": _AT_ONCE},
    )
    return _by_slip(
        "told",
        (
            (slip_id, _call(at, by, _facts_of(entity, json.loads(facts))))
            for slip_id, at, by, entity, facts in rows
        ),
    )


def _facts_of(entity: str, said: dict[str, Any]) -> list[object]:
    """The facts of an entry in the order of ``FACTS``, whichever version made it."""
    if entity == "slip":
        return [said["callback"][name] for name in FACTS]
    return [
        CALLBACK_METHODS[said["方式"]],
        CALLBACK_RESULTS[said["结果"]],
        YES_OR_NO.get(said.get("使用正常", "")),
        OPINIONS.get(said.get("满意度", "")),
        said.get("意见"),
    ]


def _call(at: datetime, by: str, facts: Iterable[object]) -> Call:
    return (at, by, *map(fact_value, facts))


def _by_slip(side: str, calls: Iterable[tuple[int, Call]]) -> Iterator[Calls]:
    for slip_id, own in groupby(calls, itemgetter(0)):
        yield slip_id, side, sorted((call for _, call in own), key=repr)
