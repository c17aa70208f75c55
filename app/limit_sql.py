"""The standing of slips by their time limits, asked in SQL: for columns and filters.

It says the same as ``app/limit_clock.py`` and ``app/limit_standing.py``; a test holds
the two against each other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    and_,
    case,
    false,
    func,
    literal,
    or_,
    true,
)

from app.desk import Desk
from app.limit_clock import PRESSING_PERCENT, WINDOW
from app.limit_settings import Mode
from app.limit_standing import IN_REGISTER, Standing
from app.site_time import DAY, end_of_day_in_sql, minute_in_sql
from app.slip_times import BACK, FINISHED
from app.time_limit import LimitKey, LimitUnit, Moment, TimeLimit
from models.slip import Slip, SlipState

Condition = ColumnElement[bool]
Instant = SQLColumnExpression[Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The conditions of one limit; the cheap ones stand first, so that most slips are
    told apart without looking at a clock.
    """

    mode: Mode
    counts: Condition
    is_over: Condition
    is_late: Condition
    is_paused: Condition
    is_pressing: Condition


def arrival_start_in_sql(desk: Desk) -> SQLColumnExpression[datetime | None]:
    """The moment from which the arrival of the technician is counted (K-05)."""
    start = desk.settings.text("sla_start")
    if start == "ISSUED":
        return Slip.issued_at
    if start == "DISPATCHED":
        return Slip.dispatched_at
    return func.coalesce(Slip.supervisor_received_at, Slip.dispatched_at)


def standing_in_sql(desk: Desk) -> ColumnElement[str]:
    """The word of ``Standing`` for each slip now, by the limits a row tells."""
    return case(*_steps(desk), else_=Standing.NOT_COUNTED)


def has_standing(desk: Desk, words: Collection[str]) -> Condition:
    """Whether a slip stands as one of these words say; no more of the steps is asked
    than tells them apart.
    """
    asked = [standing for standing in Standing if standing in words]
    if not asked:
        return false()
    if asked[-1] is Standing.NOT_COUNTED:
        return standing_in_sql(desk).in_(asked)
    steps = _steps(desk)
    places = [standing for _, standing in steps]
    last = places.index(asked[-1]) + 1
    return case(*steps[:last], else_=Standing.NOT_COUNTED).in_(asked)


def _steps(desk: Desk) -> list[tuple[Condition, Standing]]:
    """Every standing but the last with its condition, once those before it are out."""
    now = desk.now()
    parts = [
        _asked(limit, desk, now)
        for limit in IN_REGISTER
        if limit.mode_in(desk.settings) in (Mode.BREACH, Mode.WARN)
    ]
    breaches = [part for part in parts if part.mode is Mode.BREACH]
    warnings = [part for part in parts if part.mode is Mode.WARN]
    # What comes after the first two is not late by any limit.
    runs = [part.counts & ~part.is_over for part in parts]
    pairs = list(zip(parts, runs, strict=True))
    pressing = [ran & ~part.is_paused & part.is_pressing for part, ran in pairs]
    paused = [ran & part.is_paused for part, ran in pairs]
    in_time = [part.counts & part.is_over for part in parts]
    return [
        (_any(part.counts & part.is_late for part in breaches), Standing.BREACHED),
        (_any(part.counts & part.is_late for part in warnings), Standing.OVERRUN),
        (_any(pressing), Standing.PRESSING),
        (_any(paused), Standing.PAUSED),
        (_any(runs), Standing.RUNNING),
        (_any(in_time), Standing.ON_TIME),
    ]


def standing_rank_in_sql(desk: Desk) -> ColumnElement[int]:
    """The same as a number, the worst first: what a list is sorted by."""
    ranks = {standing.value: rank for rank, standing in enumerate(Standing)}
    # Nothing to count is nothing to sort by: it stands last either way.
    del ranks[Standing.NOT_COUNTED.value]
    return case(ranks, value=standing_in_sql(desk), else_=None)


def _any(conditions: Any) -> Condition:
    return or_(false(), *conditions)


def _asked(limit: TimeLimit, desk: Desk, now: datetime) -> _Asked:
    at = literal(now, Slip.issued_at.type)
    since, until = _moment(limit.since, desk), _moment(limit.until, desk)
    is_over = until.is_not(None)
    pauses = limit.pauses
    is_paused = and_(Slip.paused_at.is_not(None), ~is_over) if pauses else false()
    end = func.coalesce(*((until, Slip.paused_at, at) if pauses else (until, at)))
    at_minute: Any = (
        minute_in_sql(end) - Slip.paused_min if pauses else minute_in_sql(end)
    )
    start = minute_in_sql(since)
    due = due_in_sql(limit, since, desk, now)
    is_late = at_minute > due
    is_pressing = (at_minute - start) * 100 >= (due - start) * PRESSING_PERCENT
    holds: list[Condition] = [_holds_for(limit)]
    if limit.key is LimitKey.UNIT_ONSITE:
        is_named = Slip.appointment_at.is_not(None)
        left = minute_in_sql(Slip.appointment_at) - at_minute
        is_late = case((is_named, left < 0), else_=is_late)
        presses = (WINDOW - left) * 100 >= WINDOW * PRESSING_PERCENT
        is_pressing = case((is_named, presses), else_=is_pressing)
        holds.append(or_(is_named, since.is_not(None)))
    else:
        holds.append(since.is_not(None))
    holds.append(or_(is_over, Slip.state.in_(limit.runs_in)))
    mode = limit.mode_in(desk.settings)
    return _Asked(mode, and_(*holds), is_over, is_late, is_paused, is_pressing)


def _holds_for(limit: TimeLimit) -> Condition:
    holds: list[Condition] = [Slip.state.not_in((SlipState.CANCELLED, SlipState.VOID))]
    if limit.job_type is not None:
        holds.append(Slip.job_type == limit.job_type)
    if limit.areas:
        here: Condition = Slip.area_kind.in_(limit.areas)
        if limit.key is LimitKey.UNIT_ONSITE:
            here = or_(here, Slip.appointment_at.is_not(None))
        holds.append(here)
    return and_(true(), *holds)


def due_in_sql(limit: TimeLimit, since: Instant, desk: Desk, now: datetime) -> Any:
    """The last minute in time, counted from the epoch."""
    number = desk.settings.number(limit.limit)
    match limit.unit:
        case LimitUnit.MINUTES:
            return minute_in_sql(since) + number
        case LimitUnit.HOURS:
            return minute_in_sql(since) + number * 60
        case LimitUnit.DAYS:
            return minute_in_sql(since) + number * DAY
        case LimitUnit.END_OF_DAY:
            return end_of_day_in_sql(since, number, desk.zone, now)
        case _:
            raise AssertionError(limit.unit)


def _moment(moment: Moment, desk: Desk) -> Instant:
    match moment:
        case Moment.ISSUED:
            return Slip.issued_at
        case Moment.ARRIVAL_START:
            return arrival_start_in_sql(desk)
        case Moment.DISPATCHED:
            return Slip.dispatched_at
        case Moment.ARRIVED:
            return Slip.arrived_at
        case Moment.DIAGNOSED:
            return Slip.diagnosed_at
        case Moment.FINISHED:
            done = func.coalesce(Slip.done_at, Slip.returned_at)
            return _while(FINISHED, done)
        case Moment.RETURNED:
            return _while(BACK, Slip.returned_at)
        case Moment.SUSPENDED:
            return _while((SlipState.SUSPENDED,), Slip.suspended_at)
        case Moment.ESCALATED:
            is_after = Slip.escalated_at >= Slip.suspended_at
            return case((is_after, Slip.escalated_at), else_=None)
        case _:
            raise AssertionError(moment)


def _while(states: Sequence[SlipState] | frozenset[SlipState], at: Instant) -> Instant:
    return case((Slip.state.in_(states), at), else_=None)
