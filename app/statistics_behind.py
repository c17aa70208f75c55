"""The slips behind a figure: the same conditions that counted it, asked for ids."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from app.callback_count import (
    concerns_owner_in_sql,
    finished_in_sql,
    was_reached_in_sql,
)
from app.desk import Desk
from app.statistics_cohort import has_name
from app.statistics_days_behind import find_day_ids
from app.statistics_fact import (
    arrival_minutes_in_sql,
    facts_of,
    finish_minutes_in_sql,
    in_cohort,
)
from app.statistics_flow import completed_in_sql, ended_in_sql, open_in_sql
from app.statistics_money import (
    money_slips_in_sql,
    short_slips_in_sql,
    unpaid_slips_in_sql,
)
from models.base import table_of
from models.gap_case import GapCase
from models.id_list import in_ids
from models.slip import Slip
from models.staff import Permission
from models.statistics import Behind, FigureKey, Part, Span

_K = FigureKey
_DAYS = frozenset({_K.RETURN_IN_TIME, _K.FEEDBACK})
_CALLBACKS = frozenset({_K.CALLBACK_UNIT, _K.CALLBACK_PUBLIC, _K.CALLBACK_OVERALL})


def find_figure_ids(
    session: Session, desk: Desk, span: Span, behind: Behind
) -> tuple[int, ...]:
    """The slips behind a part of a figure, in order of issue.

    A slip that counts on several days (返单及时率, 反馈率) is named once; money and
    gap cases name the slips they belong to. Raises ``NotAllowed``.
    """
    desk.require(Permission.READ_BOOKS)
    wanted = _wanted(session, desk, span, behind)
    if wanted is None:
        return ()
    rows = session.scalars(
        select(Slip.id)
        .where(Slip.centre_id == desk.centre_id, wanted)
        .order_by(Slip.issued_at, Slip.id)
    )
    return tuple(rows)


def _wanted(
    session: Session, desk: Desk, span: Span, behind: Behind
) -> ColumnElement[bool] | None:
    key, part = behind.key, behind.part
    if key in _DAYS:
        ids = find_day_ids(session, desk, span, key)
        return in_ids(table_of(Slip).c.id, _part(part, ids.below, ids.above))
    asked = _asked(session, desk, span, key, part)
    if asked is not None:
        return Slip.id.in_(asked)
    found = _of_cohort(desk, span, key, part)
    if found is not None and behind.dimension is not None:
        found = and_(found, has_name(behind.dimension, behind.name, span))
    return found


def _part(part: Part, below: Iterable[int], above: Iterable[int]) -> set[int]:
    match part:
        case Part.NUMERATOR:
            return set(above)
        case Part.DENOMINATOR:
            return set(below)
        case Part.MISSED:
            # Late on one day and in time on another, it was late.
            return set(below) - set(above)


def _asked(
    session: Session, desk: Desk, span: Span, key: FigureKey, part: Part
) -> Select[int] | None:
    """The figures that are not of the cohort."""
    if key in _CALLBACKS:
        return _callbacks(desk, span, key, part)
    match key:
        case _K.CARRIED_IN:
            return open_in_sql(desk, span.from_at)
        case _K.CARRIED_OUT:
            return open_in_sql(desk, span.ends_at)
        case _K.COMPLETED_IN_WINDOW:
            return completed_in_sql(desk, span)
        case _K.ENDED_IN_WINDOW:
            return ended_in_sql(desk, span)
        case _K.COLLECTION if part is Part.MISSED:
            return short_slips_in_sql(session, desk, span)
        case _K.COLLECTION:
            is_received = part is Part.NUMERATOR
            return money_slips_in_sql(session, desk, span, is_received=is_received)
        case _K.UNPAID:
            return unpaid_slips_in_sql(session, desk, span)
        case _K.GAP_CASES:
            return _gap_slips(desk, span)
        case _:
            return None


def _of_cohort(
    desk: Desk, span: Span, key: FigureKey, part: Part
) -> ColumnElement[bool] | None:
    facts = facts_of(desk, span.at)
    here = in_cohort(desk, span)
    effective = and_(here, facts.is_effective)
    if key in facts.grades:
        grade = facts.grades[key]
        of_part = {
            Part.NUMERATOR: grade == 2,
            Part.DENOMINATOR: grade > 0,
            Part.MISSED: grade == 1,
        }
        return and_(effective, of_part[part])
    completed = and_(effective, facts.is_completed)
    unfinished = and_(effective, ~facts.is_completed)
    match key:
        case _K.COMPLETION_RATE | _K.UNFINISHED_RATE if part is Part.DENOMINATOR:
            return effective
        case _K.COMPLETION_RATE | _K.UNFINISHED_RATE:
            is_rest = (key is _K.UNFINISHED_RATE) is (part is Part.NUMERATOR)
            return unfinished if is_rest else completed
        case _K.ISSUED:
            return here
        case _K.VOID:
            return and_(here, facts.is_void)
        case _K.CANCELLED:
            return and_(here, facts.is_cancelled)
        case _K.EFFECTIVE:
            return effective
        case _K.COMPLETED:
            return completed
        case _K.UNFINISHED:
            return unfinished
        case _K.ARRIVAL_MINUTES:
            return and_(effective, arrival_minutes_in_sql(desk, span.at) >= 0)
        case _K.FINISH_MINUTES:
            return and_(effective, finish_minutes_in_sql(span.at) >= 0)
        case _:
            return None


def _callbacks(desk: Desk, span: Span, key: FigureKey, part: Part) -> Select[int]:
    asked = finished_in_sql(span.from_at, span.until_at, span.at).where(
        Slip.centre_id == desk.centre_id
    )
    owner = concerns_owner_in_sql(desk)
    if key is not _K.CALLBACK_OVERALL:
        asked = asked.where(owner if key is _K.CALLBACK_UNIT else ~owner)
    reached = was_reached_in_sql(span.at)
    match part:
        case Part.NUMERATOR:
            return asked.where(reached)
        case Part.DENOMINATOR:
            return asked
        case Part.MISSED:
            return asked.where(~reached)


def _gap_slips(desk: Desk, span: Span) -> Select[Any]:
    return select(GapCase.slip_id).where(
        GapCase.centre_id == desk.centre_id,
        GapCase.slip_id.is_not(None),
        GapCase.found_at >= span.from_at,
        GapCase.found_at < span.until_at,
        GapCase.found_at <= span.at,
    )
