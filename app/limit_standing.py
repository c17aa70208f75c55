"""How a slip stands by all its clocks at once, and which of them is named first."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from app.limit_clock import Clock, Verdict, judge
from app.limit_settings import Mode
from app.settings import Settings
from app.slip_times import SlipTimes
from app.time_limit import LIMIT, LimitKey


class Standing(StrEnum):
    """The worst of a slip's clocks, the worst first.

    OVERRUN: late by a limit that only warns. Recorded limits say nothing here.
    """

    BREACHED = "breached"
    OVERRUN = "overrun"
    PRESSING = "pressing"
    PAUSED = "paused"
    RUNNING = "running"
    ON_TIME = "on_time"
    NOT_COUNTED = "not_counted"


IN_REGISTER = tuple(
    LIMIT[key]
    for key in (
        LimitKey.UNIT_ONSITE,
        LimitKey.URGENT_RESPONSE,
        LimitKey.URGENT_DIAGNOSE,
        LimitKey.URGENT_FINISH,
        LimitKey.ROUTINE_FINISH,
        LimitKey.PUBLIC_RETURN,
        LimitKey.UNRESOLVED_ESCALATE,
        LimitKey.TO_SITE_24H,
        LimitKey.HANDOVER_1H,
    )
)
"""The limits a slip's own row tells; the day's paper is judged by the return check."""

_RANKS = {standing: rank for rank, standing in enumerate(Standing)}


def standing_of(clock: Clock) -> Standing:
    """How one clock stands."""
    if clock.mode is Mode.RECORD or not clock.is_counted:
        return Standing.NOT_COUNTED
    if clock.is_late:
        is_breach = clock.mode is Mode.BREACH
        return Standing.BREACHED if is_breach else Standing.OVERRUN
    if clock.is_paused:
        return Standing.PAUSED
    if clock.verdict is Verdict.PRESSING:
        return Standing.PRESSING
    return Standing.ON_TIME if clock.ended_at is not None else Standing.RUNNING


def is_missed(clock: Clock) -> bool:
    """Whether its limit is over and somebody is to be told."""
    return standing_of(clock) in (Standing.BREACHED, Standing.OVERRUN)


def in_order_of_need(clocks: Iterable[Clock]) -> list[Clock]:
    """The most pressing first; of two alike the one with the least time left."""
    return sorted(clocks, key=lambda clock: (_RANKS[standing_of(clock)], clock.left))


def register_clock(times: SlipTimes, now: datetime, settings: Settings) -> Clock | None:
    """The clock a list names for a slip; None where none counts."""
    clocks = (judge(limit, times, now, settings) for limit in IN_REGISTER)
    counted = [c for c in clocks if standing_of(c) is not Standing.NOT_COUNTED]
    return worst(counted)


def worst(clocks: Sequence[Clock]) -> Clock | None:
    """The clock that is named where there is room for one."""
    return next(iter(in_order_of_need(clocks)), None)


def standing_of_all(clocks: Iterable[Clock]) -> Standing:
    """How a slip stands by the worst of its clocks."""
    found = (standing_of(clock) for clock in clocks)
    return min(found, key=lambda each: _RANKS[each], default=Standing.NOT_COUNTED)
