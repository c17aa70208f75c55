"""The desk's list of callbacks: whom to call, by when, and how many more (回访).

Three statements whatever the size of the books: what is not reached yet of the
running finance period and the one before with its attempts, and the coverage of both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from app.callback_candidate import Candidate, Why, load_candidates
from app.callback_count import count_callbacks
from app.callback_pick import comes_first, picking_key
from app.desk import Desk
from models.callback import CallbackResult
from models.callback_coverage import CallbackCoverage
from models.period import period_bounds, period_of, previous_period
from models.slip import JobType
from models.unit import room_name

MOST_ROWS = 300
"""More than anybody calls in a week; the rest follows as they are done."""


class CallReason(StrEnum):
    """Why a slip stands in the list; the list follows this order."""

    DISSATISFIED = "dissatisfied"
    PHONE_ADVICE = "phone_advice"
    NEEDED = "needed"
    SPARE = "spare"
    UNREACHABLE = "unreachable"


WAITING = (CallReason.DISSATISFIED, CallReason.PHONE_ADVICE, CallReason.NEEDED)
_FIXED = {
    Why.ADVISED: CallReason.PHONE_ADVICE,
    Why.COMPLAINS: CallReason.DISSATISFIED,
}
_RANK = {reason: rank for rank, reason in enumerate(CallReason)}


@dataclass(frozen=True, slots=True)
class CallbackRow:
    """One slip to call about; ``since`` is when the clock began, ``attempts`` so far.

    ``period`` is the finance period whose share it counts for.
    """

    slip_id: int
    number: str
    room: str
    reporter: str
    content: str
    is_owner: bool
    is_urgent: bool
    reason: CallReason
    since: datetime
    due_at: datetime
    attempts: int
    last_called_at: datetime | None
    last_result: CallbackResult | None
    period: str


@dataclass(frozen=True, slots=True)
class CallbackWork:
    """The list, the coverage of the running period and of the one before.

    ``waiting`` are those that must be called, ``unreachable`` those tried often enough;
    ``rows`` holds the first ``MOST_ROWS`` of all.
    """

    rows: tuple[CallbackRow, ...]
    now: CallbackCoverage
    before: CallbackCoverage
    waiting: int
    due_today: int
    unreachable: int
    count: int


def load_callback_work(session: Session, desk: Desk) -> CallbackWork:
    """Everything the page of callbacks shows beside the slip in hand."""
    at = desk.now()
    coverage = _coverage(session, desk, at)
    running, before = coverage
    found = load_candidates(session, desk, coverage[before].from_at, at)
    rows = _with_reasons(desk, found, coverage)
    waiting = [row for row in rows if row.reason in WAITING]
    _, midnight = desk.day_bounds(desk.today())
    return CallbackWork(
        rows=tuple(rows[:MOST_ROWS]),
        now=coverage[running],
        before=coverage[before],
        waiting=len(waiting),
        due_today=sum(row.due_at < midnight for row in waiting),
        unreachable=sum(row.reason is CallReason.UNREACHABLE for row in rows),
        count=len(rows),
    )


def waits_for_callback(session: Session, desk: Desk, slip_id: int) -> bool:
    """Whether a slip must still be called about; one that was tried often enough, or
    that the share does not need, waits for nobody.
    """
    at = desk.now()
    coverage = _coverage(session, desk, at)
    _, before = coverage
    found = load_candidates(session, desk, coverage[before].from_at, at)
    if all(each.slip.id != slip_id for each in found):
        return False
    rows = _with_reasons(desk, found, coverage)
    return any(row.slip_id == slip_id and row.reason in WAITING for row in rows)


def count_callbacks_to_go(session: Session, desk: Desk) -> int:
    """How many must be called now: the figure beside the room, without the list."""
    at = desk.now()
    coverage = _coverage(session, desk, at)
    _, before = coverage
    from_at = coverage[before].from_at
    found = load_candidates(session, desk, from_at, at, is_counted=True)
    count = 0
    open_ones: Counter[tuple[str, bool]] = Counter()
    for each in found:
        reason = _FIXED.get(each.why)
        if reason is not CallReason.DISSATISFIED and each.is_unreachable(desk):
            continue
        if reason is None:
            open_ones[period_of(each.since, desk.zone), bool(each.slip.is_owner)] += 1
        else:
            count += 1
    left = _missing(coverage)
    return count + sum(min(left[kind], many) for kind, many in open_ones.items())


def _coverage(
    session: Session, desk: Desk, at: datetime
) -> dict[str, CallbackCoverage]:
    """The running period and the one before, in this order."""
    running = period_of(at, desk.zone)
    return {
        period: count_callbacks(session, desk, *period_bounds(period, desk.zone), at)
        for period in (running, previous_period(running))
    }


def _missing(coverage: Mapping[str, CallbackCoverage]) -> dict[tuple[str, bool], int]:
    """How many are missing of each period and class; True are the owners."""
    return {
        (period, is_owner): (of.unit if is_owner else of.public).missing
        for period, of in coverage.items()
        for is_owner in (True, False)
    }


def _with_reasons(
    desk: Desk,
    found: Iterable[Candidate],
    coverage: Mapping[str, CallbackCoverage],
) -> list[CallbackRow]:
    """The rows in the order of the desk; of each period and class so many are needed
    as are missing, by the random order of the period.
    """
    left = _missing(coverage)
    rows: list[CallbackRow] = []
    for each in sorted(found, key=lambda each: _picking_order(desk, each)):
        period = period_of(each.since, desk.zone)
        kind = (period, bool(each.slip.is_owner))
        reason = _FIXED.get(each.why)
        if reason is not CallReason.DISSATISFIED and each.is_unreachable(desk):
            reason = CallReason.UNREACHABLE
        if reason is None:
            is_needed = left[kind] > 0
            left[kind] -= 1
            reason = CallReason.NEEDED if is_needed else CallReason.SPARE
        rows.append(_row(desk, each, reason, period))
    # Spare ones stay in the order in which they would be picked.
    return sorted(rows, key=_desk_order)


def _picking_order(desk: Desk, each: Candidate) -> tuple[bool, str]:
    slip = each.slip
    is_first = comes_first(
        slip.job_type, slip.rework_no, slip.link_kind, slip.charge_class
    )
    window = period_of(each.since, desk.zone)
    seed = desk.settings.number("callback_seed")
    return not is_first, picking_key(seed, window, slip.number)


def _desk_order(row: CallbackRow) -> tuple[object, ...]:
    rank = _RANK[row.reason]
    return (rank,) if row.reason is CallReason.SPARE else (rank, row.due_at, row.number)


def _row(desk: Desk, each: Candidate, reason: CallReason, period: str) -> CallbackRow:
    slip, last = each.slip, each.calls[-1] if each.calls else None
    is_advice = each.why is Why.ADVISED
    key = "phone_advice_h" if is_advice else "callback_due_h"
    return CallbackRow(
        slip_id=slip.id,
        number=slip.number,
        room=room_name(slip.unit_label, slip.area, slip.place),
        reporter=slip.reporter_name,
        content=slip.content,
        is_owner=bool(slip.is_owner),
        is_urgent=slip.job_type is JobType.URGENT,
        reason=reason,
        since=each.since,
        due_at=each.since + timedelta(hours=desk.settings.number(key)),
        attempts=len(each.calls),
        last_called_at=last[0] if last else None,
        last_result=last[1] if last else None,
        period=period,
    )
