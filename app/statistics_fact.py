"""What statistics ask of one slip, in SQL, as known at a moment (4.12).

Each fact is a condition on ``Slip``: a figure counts the slips of the cohort for which
its facts hold, and the slips behind it are those same slips. Where the slip's own row
says it all, nothing else is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    union,
)

from app.arrival_count import arrival_in_sql, known_start_in_sql
from app.desk import Desk
from app.limit_settings import Mode
from app.limit_sql import due_in_sql
from app.site_time import minute_in_sql, minute_of
from app.slip_times import BACK
from app.time_limit import LIMIT, LimitKey
from models.base import table_of
from models.callback import Callback, CallbackResult
from models.inspection import Inspection
from models.slip import (
    OPEN_STATES,
    InspectStatus,
    JobType,
    LinkKind,
    Outcome,
    OwnerOpinion,
    Slip,
    SlipState,
)
from models.slip_return import SlipReturn
from models.statistics import FigureKey, Span
from models.unit import AreaKind

ENDED_STATES = (SlipState.VOID, SlipState.CANCELLED)
Condition = ColumnElement[bool]
Grade = ColumnElement[int]
_AGAIN = table_of(Slip).alias("again")
_FINISH = (LimitKey.URGENT_FINISH, LimitKey.ROUTINE_FINISH)
_CONTENT = (OwnerOpinion.SATISFIED, OwnerOpinion.FAIR)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a slip at one moment.

    A grade tells how a slip counts in a rate: 0 not at all, 1 in the denominator only,
    2 in the numerator too.
    """

    is_void: Condition
    is_cancelled: Condition
    is_effective: Condition
    is_completed: Condition
    grades: Mapping[FigureKey, Grade]


def in_cohort(desk: Desk, span: Span) -> Condition:
    """The slips issued in a span, as far as known."""
    return and_(
        Slip.centre_id == desk.centre_id,
        Slip.issued_at >= span.from_at,
        Slip.issued_at < span.until_at,
        Slip.issued_at <= span.at,
    )


def facts_of(desk: Desk, at: datetime) -> Facts:
    """Every fact of a slip as known at ``at``, that second included."""
    is_void, is_cancelled = (
        has_ended(SlipState.VOID, at),
        has_ended(SlipState.CANCELLED, at),
    )
    completed = is_completed(at)
    is_public = Slip.area_kind != AreaKind.UNIT
    is_urgent = Slip.job_type == JobType.URGENT
    return Facts(
        is_void=is_void,
        is_cancelled=is_cancelled,
        is_effective=~is_ended(at),
        is_completed=completed,
        grades={
            FigureKey.ARRIVAL: _grade(*arrival_in_sql(desk, at)),
            FigureKey.URGENT_RESPONSE: _grade(is_urgent, _is_given_in_time(desk, at)),
            FigureKey.REPAIR_IN_TIME: _repaired_in_time(desk, at, completed),
            FigureKey.INSPECTION: _grade(
                and_(is_public, _was_inspected(at)), _first_passed(at)
            ),
            FigureKey.REWORK: _grade(_was_returned(at), _was_reworked(desk, at)),
            FigureKey.SATISFACTION: func.coalesce(_last_opinion(at), 0),
        },
    )


def has_ended(state: SlipState, at: datetime) -> Condition:
    """Void or cancelled by then."""
    return and_(Slip.state == state, or_(Slip.ended_at.is_(None), Slip.ended_at <= at))


def is_ended(at: datetime) -> Condition:
    """Void or cancelled by then, either."""
    return and_(
        Slip.state.in_(ENDED_STATES),
        or_(Slip.ended_at.is_(None), Slip.ended_at <= at),
    )


def is_completed(at: datetime) -> Condition:
    """Returned with the work completed by then, and not out again by then."""
    was_back = exists().where(
        SlipReturn.slip_id == Slip.id,
        SlipReturn.outcome == Outcome.COMPLETED,
        SlipReturn.returned_at <= at,
        _is_later(SlipReturn.out_again_at, at),
    )
    return case(
        (and_(Slip.returned_at <= at, Slip.state.in_(BACK)), _is_done_on_paper()),
        (_never_came_back(), false()),
        else_=was_back,
    )


def is_open(at: datetime) -> Condition:
    """Open at a moment (interfaces.md): issued before it, not ended, not completed."""
    return and_(Slip.issued_at < at, ~is_ended(at), ~is_completed(at))


def perhaps_open(desk: Desk, issued: Condition, at: datetime) -> Select[int]:
    """The ids of slips that may be open at ``at``, of those ``issued`` fits: those that
    are open now, and those that came back or ended since.

    Each condition has its index; one with OR would read the whole book.
    """
    since = (
        Slip.state.in_(OPEN_STATES),
        Slip.returned_at > at,
        and_(Slip.ended_at.is_not(None), Slip.ended_at > at),
        and_(
            Slip.returned_at.is_(None),
            Slip.state.in_(BACK),
            Slip.id.in_(select(Inspection.slip_id).where(Inspection.inspected_at > at)),
        ),
    )
    perhaps = union(
        *(
            select(Slip.id).where(Slip.centre_id == desk.centre_id, issued, each)
            for each in since
        )
    ).subquery()
    return select(perhaps.c.id)


def _never_came_back() -> Condition:
    # A data book may tell of an inspection and not of the return before it.
    return and_(Slip.returned_at.is_(None), Slip.state.not_in(BACK))


def _is_done_on_paper() -> Condition:
    # A paper that is back says what became of the work; empty means completed.
    return or_(Slip.outcome.is_(None), Slip.outcome == Outcome.COMPLETED)


def _is_given_in_time(desk: Desk, at: datetime) -> Condition:
    limit = desk.settings.number("urgent_response_min")
    return and_(
        Slip.dispatched_at.is_not(None),
        Slip.dispatched_at <= at,
        minute_in_sql(Slip.dispatched_at) <= minute_in_sql(Slip.issued_at) + limit,
    )


def finished_at_in_sql(at: datetime) -> Any:
    """When the work was done, at the latest with the paper; of completed slips."""
    back_at = case(
        (Slip.returned_at <= at, Slip.returned_at),
        else_=select(func.max(SlipReturn.returned_at))
        .where(SlipReturn.slip_id == Slip.id, SlipReturn.returned_at <= at)
        .correlate(Slip)
        .scalar_subquery(),
    )
    return case((Slip.done_at <= at, Slip.done_at), else_=back_at)


def _repaired_in_time(desk: Desk, at: datetime, completed: Condition) -> Grade:
    """Done within the limit of its type (K-04), of those done or with it passed.

    Work whose paper is still out is done too, unless it went out again after that.
    """
    went_out = exists().where(
        SlipReturn.slip_id == Slip.id,
        SlipReturn.out_again_at >= Slip.done_at,
        SlipReturn.out_again_at <= at,
    )
    is_done = or_(
        completed,
        and_(Slip.done_at.is_not(None), Slip.done_at <= at, ~went_out),
    )
    limits = [
        LIMIT[key]
        for key in _FINISH
        if LIMIT[key].mode_in(desk.settings) is not Mode.OFF
    ]
    if not limits:
        return literal(0)
    due: Any = case(
        *(
            (
                Slip.job_type == limit.job_type,
                due_in_sql(limit, Slip.issued_at, desk, desk.now()),
            )
            for limit in limits
        ),
        else_=None,
    )
    due = due + Slip.paused_min
    is_over = case(
        (Slip.paused_at <= at, minute_in_sql(Slip.paused_at) > due),
        else_=due < minute_of(at),
    )
    types = [limit.job_type for limit in limits]
    in_time = minute_in_sql(finished_at_in_sql(at)) <= due
    of_type = case((is_done, case((in_time, 2), else_=1)), (is_over, 1), else_=0)
    return case((Slip.job_type.in_(types), of_type), else_=0)


def _was_inspected(at: datetime) -> Condition:
    """Inspected once at least by then; the row of the slip knows the last time."""
    earlier = exists().where(
        Inspection.slip_id == Slip.id, Inspection.inspected_at <= at
    )
    return case(
        (and_(Slip.inspected_at.is_(None), Slip.rework_no == 0), false()),
        (Slip.inspected_at <= at, literal(1) == 1),
        else_=earlier,
    )


def _first_passed(at: datetime) -> Condition:
    """Whether the first inspection passed."""
    first = (
        select(Inspection.is_passed)
        .where(Inspection.slip_id == Slip.id, Inspection.inspected_at <= at)
        .order_by(Inspection.inspected_at, Inspection.id)
        .limit(1)
        .correlate(Slip)
        .scalar_subquery()
    )
    return case(
        (
            and_(
                Slip.rework_no == 0,
                Slip.inspect_status == InspectStatus.PASSED,
                Slip.inspected_at <= at,
            ),
            literal(1) == 1,
        ),
        else_=func.coalesce(first, false()),
    )


def _was_returned(at: datetime) -> Condition:
    """Back with the work completed, once at least."""
    earlier = exists().where(
        SlipReturn.slip_id == Slip.id,
        SlipReturn.outcome == Outcome.COMPLETED,
        SlipReturn.returned_at <= at,
    )
    return case(
        (and_(Slip.returned_at <= at, Slip.state.in_(BACK)), _is_done_on_paper()),
        (_never_came_back(), false()),
        else_=earlier,
    )


def _was_reworked(desk: Desk, at: datetime) -> Condition:
    """Reopened, or followed by a slip of rework, within the warranty (K-14).

    A slip of rework that was void or cancelled by then was none. Work that failed its
    inspection is told by the inspections.
    """
    days = timedelta(days=desk.settings.number("repair_warranty_days"))
    failed = exists().where(
        Inspection.slip_id == SlipReturn.slip_id,
        Inspection.is_passed.is_(False),
        Inspection.inspected_at == SlipReturn.out_again_at,
    )
    reopened = exists().where(
        SlipReturn.slip_id == Slip.id,
        SlipReturn.outcome == Outcome.COMPLETED,
        SlipReturn.out_again_at <= at,
        _within(SlipReturn.out_again_at, SlipReturn.returned_at, days),
        ~failed,
    )
    followed = exists().where(
        _AGAIN.c.parent_slip_id == Slip.id,
        _AGAIN.c.link_kind == LinkKind.REWORK,
        or_(_AGAIN.c.state.not_in(ENDED_STATES), _AGAIN.c.ended_at > at),
        _AGAIN.c.issued_at <= at,
        _AGAIN.c.issued_at >= Slip.returned_at,
        _within(_AGAIN.c.issued_at, Slip.returned_at, days),
    )
    return or_(and_(Slip.rework_no > 0, reopened), followed)


def _within(later: Any, earlier: Any, days: timedelta) -> Condition:
    most = int(days.total_seconds()) // 60
    return minute_in_sql(later) - minute_in_sql(earlier) <= most


def _grade(below: Condition, above: Condition) -> Grade:
    return case((below, case((above, 2), else_=1)), else_=0)


def _last_opinion(at: datetime) -> Grade:
    """满意度 of the latest call by then in which somebody was reached."""
    return (
        select(
            case(
                (Callback.satisfaction.is_(None), 0),
                (Callback.satisfaction.in_(_CONTENT), 2),
                else_=1,
            )
        )
        .where(
            Callback.slip_id == Slip.id,
            Callback.result == CallbackResult.REACHED,
            Callback.called_at <= at,
        )
        .order_by(Callback.called_at.desc(), Callback.id.desc())
        .limit(1)
        .correlate(Slip)
        .scalar_subquery()
    )


def _is_later(column: Any, at: datetime) -> Condition:
    return or_(column.is_(None), column > at)


def arrival_minutes_in_sql(desk: Desk, at: datetime) -> ColumnElement[int | None]:
    """Minutes from the start of the arrival (K-05) to the arrival.

    An appointment is no start: who comes by it does not take long.
    """
    start = known_start_in_sql(desk, at)
    return case(
        (
            and_(Slip.appointment_at.is_(None), Slip.arrived_at <= at),
            minute_in_sql(Slip.arrived_at) - minute_in_sql(start),
        ),
        else_=None,
    )


def finish_minutes_in_sql(at: datetime) -> ColumnElement[int | None]:
    """Minutes from the issue to the end of the work, of completed slips; the time a
    disputed price held it up is left out.
    """
    finished = finished_at_in_sql(at)
    return case(
        (
            is_completed(at),
            minute_in_sql(finished) - minute_in_sql(Slip.issued_at) - Slip.paused_min,
        ),
        else_=None,
    )
