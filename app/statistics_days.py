"""返单及时率 and 反馈率 over the days of a span: every day's check, added up (4.6).

A day that was made final by then counts as it was made final. Any other is judged as
``app/return_check.py`` judges it, but all days together: how many slips were out at a
run is known from the run before, and what came and went between. A test holds the two
against each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    and_,
    column,
    exists,
    func,
    or_,
    select,
    values,
)
from sqlalchemy.orm import Session

from app.desk import Desk
from app.return_check_day import deadline, return_until, usual_run
from app.statistics_flow import count_ids, open_in_sql
from models.base import table_of
from models.column_types import Instant
from models.feedback import Feedback
from models.return_check import ReturnCheck
from models.slip import Slip
from models.slip_return import SlipReturn
from models.statistics import Figure, FigureKey, Measure, Span

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_AT_ONCE = 400
_SLIP = table_of(Slip)
_BACK = table_of(SlipReturn)
_TOLD = table_of(Feedback)
_CHECK = table_of(ReturnCheck)
# Written so that no index of all slips looks better than that of the few asked for.
_centre = _SLIP.c.centre_id + 0


@dataclass(frozen=True, slots=True)
class CheckedDay:
    """The counts of one day; ``is_final``: as they were made final."""

    day: date
    run_at: datetime
    on_time: int
    late: int
    feedback: int
    out: int
    is_final: bool


def count_days(session: Session, desk: Desk, span: Span) -> tuple[CheckedDay, ...]:
    """The days of a span whose run had come by its moment, in order."""
    runs = _recorded(session, desk, span)
    days = [day for day in _days(desk, span) if _run(desk, runs, day) <= span.at]
    found: list[CheckedDay] = []
    for start in range(0, len(days), _AT_ONCE):
        found += _counted(session, desk, span, runs, days[start : start + _AT_ONCE])
    return tuple(found)


def rates_of(days: Iterable[CheckedDay]) -> dict[FigureKey, Figure]:
    """Both rates: sums divided, never rates averaged."""
    days = tuple(days)
    on_time = sum(each.on_time for each in days)
    late = sum(each.late for each in days)
    told = sum(each.feedback for each in days)
    out = sum(each.out for each in days)
    return {
        key: Figure(key, Measure.RATE, above, below)
        for key, above, below in (
            (FigureKey.RETURN_IN_TIME, on_time, on_time + late),
            (FigureKey.FEEDBACK, told, out),
        )
    }


@dataclass(frozen=True, slots=True)
class _Final:
    """What was made final of a day."""

    run_at: datetime
    on_time: int
    late: int
    feedback: int
    out: int


def _recorded(session: Session, desk: Desk, span: Span) -> dict[date, _Final]:
    """The last final run of each day that was recorded by then."""
    rows = session.execute(
        select(
            _CHECK.c.day,
            _CHECK.c.run_at,
            _CHECK.c.on_time,
            _CHECK.c.late,
            _CHECK.c.feedback,
            _CHECK.c.feedback + _CHECK.c.late_feedback + _CHECK.c.missing,
        )
        .where(
            _CHECK.c.centre_id == desk.centre_id,
            _CHECK.c.recorded_at <= span.at,
            _CHECK.c.day >= desk.local(span.from_at).date() - _DAY,
            _CHECK.c.day <= desk.local(span.until_at).date(),
        )
        .order_by(_CHECK.c.day, _CHECK.c.run_no)
    )
    return {day: _Final(*counts) for day, *counts in rows}


def _days(desk: Desk, span: Span) -> Iterable[date]:
    """The days whose usual run falls into the span."""
    day = desk.local(span.from_at).date()
    while (run_at := usual_run(desk, day)) < span.until_at:
        if run_at >= span.from_at:
            yield day
        day += _DAY


def _run(desk: Desk, runs: dict[date, _Final], day: date) -> datetime:
    final = runs.get(day)
    return usual_run(desk, day) if final is None else final.run_at


def _counted(
    session: Session,
    desk: Desk,
    span: Span,
    runs: dict[date, _Final],
    days: Sequence[date],
) -> list[CheckedDay]:
    """Some days that follow each other."""
    if not days:
        return []
    judged: Sequence[Any] = ()
    out = 0
    if any(day not in runs for day in days):
        before = _run(desk, runs, days[0] - _DAY)
        out = count_ids(session, open_in_sql(desk, before))
        judged = session.execute(_asked(desk, span, runs, days)).all()
    found = []
    for place, day in enumerate(days):
        final = runs.get(day)
        if judged:
            row = judged[place]
            out += row.came - row.back - row.ended + row.out_again
        if final is not None:
            counts = (final.on_time, final.late, final.feedback, final.out)
            found.append(CheckedDay(day, final.run_at, *counts, True))
            continue
        found.append(
            CheckedDay(
                day,
                usual_run(desk, day),
                row.on_time + row.of_before,
                row.late,
                row.told,
                out - row.too_late,
                False,
            )
        )
    return found


def _asked(
    desk: Desk, span: Span, runs: dict[date, _Final], days: Sequence[date]
) -> Any:
    """One row a day: what each of them is counted from."""
    named: list[Any] = [
        column("no", Integer),
        *(
            column(name, Instant())
            for name in (
                "run_before",
                "run_at",
                "late_from",
                "return_until",
                "begins",
                "told_until",
            )
        ),
    ]
    day = (
        values(*named, name="day")
        .data([_moments(desk, runs, no, each) for no, each in enumerate(days)])
        .cte("day")
    )
    d = day.c
    counted = _Counted(desk, span, d)
    return select(
        d.no,
        counted.came().label("came"),
        counted.back().label("back"),
        counted.ended().label("ended"),
        counted.out_again().label("out_again"),
        counted.returned(_BACK.c.returned_at < d.return_until).label("on_time"),
        counted.returned(_BACK.c.returned_at >= d.return_until).label("late"),
        counted.of_before().label("of_before"),
        counted.too_late().label("too_late"),
        counted.told().label("told"),
    ).order_by(d.no)


def _moments(
    desk: Desk, runs: dict[date, _Final], no: int, day: date
) -> tuple[Any, ...]:
    return (
        no,
        _run(desk, runs, day - _DAY),
        _run(desk, runs, day),
        return_until(desk, day - _DAY),
        return_until(desk, day),
        desk.day_bounds(day)[0],
        deadline(desk, "feedback_deadline", day) + _MINUTE,
    )


class _Counted:
    """The counts of one day, each by an index of what it counts."""

    def __init__(self, desk: Desk, span: Span, day: Any) -> None:
        self._centre = desk.centre_id
        self._at = span.at
        self._day = day

    def came(self) -> ScalarSelect[int]:
        """Issued between the runs."""
        d = self._day
        return self._count(
            _SLIP,
            _SLIP.c.issued_at >= d.run_before,
            _SLIP.c.issued_at < d.run_at,
        )

    def back(self) -> ScalarSelect[int]:
        """Papers that came between the runs, of slips that had not ended."""
        return self._count_backs(_BACK.c.returned_at)

    def out_again(self) -> ScalarSelect[int]:
        """Papers that went out again between the runs."""
        return self._count_backs(_BACK.c.out_again_at)

    def ended(self) -> ScalarSelect[int]:
        """Ended between the runs while they were out."""
        d = self._day
        return self._count(
            _SLIP,
            _SLIP.c.ended_at.is_not(None),
            _SLIP.c.ended_at <= d.run_at,
            *self._since(_SLIP.c.ended_at),
            ~self._is_back(_SLIP.c.ended_at),
        )

    def returned(self, when: ColumnElement[bool]) -> ScalarSelect[int]:
        """Back since the run before, and back at the run."""
        d = self._day
        return self._count(
            _with_slips(),
            _BACK.c.returned_at > d.run_before,
            _BACK.c.returned_at <= d.run_at,
            or_(_BACK.c.out_again_at.is_(None), _BACK.c.out_again_at > d.run_at),
            _SLIP.c.issued_at < d.return_until,
            self._is_alive(d.run_at),
            when,
            table=_BACK,
        )

    def of_before(self) -> ScalarSelect[int]:
        """Issued too late for the day before, and back before its run."""
        d = self._day
        return self._count(
            _with_slips(),
            _SLIP.c.issued_at >= d.late_from,
            _SLIP.c.issued_at <= d.run_before,
            _BACK.c.returned_at <= d.run_before,
            or_(_BACK.c.out_again_at.is_(None), _BACK.c.out_again_at > d.run_at),
            self._is_alive(d.run_at),
            table=_SLIP,
        )

    def too_late(self) -> ScalarSelect[int]:
        """Out at the run, but issued too late for the day."""
        d = self._day
        return self._count(
            _SLIP,
            _SLIP.c.issued_at >= d.return_until,
            _SLIP.c.issued_at < d.run_at,
            self._is_out(),
        )

    def told(self) -> ScalarSelect[int]:
        """Out at the run, and explained in time."""
        d = self._day
        return (
            select(func.count(_TOLD.c.slip_id.distinct()))
            .select_from(_TOLD.join(_SLIP, _SLIP.c.id == _TOLD.c.slip_id))
            .where(
                _TOLD.c.told_at >= d.begins,
                _TOLD.c.told_at < d.told_until,
                _TOLD.c.told_at <= self._at,
                _centre == self._centre,
                _SLIP.c.issued_at < d.return_until,
                self._is_out(),
            )
            .correlate(d.no.table)
            .scalar_subquery()
        )

    def _count_backs(self, moment: ColumnElement[Any]) -> ScalarSelect[int]:
        d = self._day
        return self._count(
            _with_slips(),
            moment.is_not(None),
            moment <= d.run_at,
            *self._since(moment),
            self._is_alive(moment),
            table=_BACK,
        )

    def _since(self, moment: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
        """After the run before. What was issued at the second of a run is not open yet
        at it, whatever befell it in that second.
        """
        d = self._day
        return (
            moment >= d.run_before,
            or_(moment > d.run_before, _SLIP.c.issued_at == d.run_before),
            _SLIP.c.issued_at < d.run_at,
        )

    def _is_out(self) -> ColumnElement[bool]:
        d = self._day
        return and_(
            _SLIP.c.issued_at < d.run_at,
            self._is_alive(d.run_at),
            ~self._is_back(d.run_at),
        )

    def _is_alive(self, moment: ColumnElement[Any]) -> ColumnElement[bool]:
        return or_(_SLIP.c.ended_at.is_(None), _SLIP.c.ended_at > moment)

    def _is_back(self, moment: ColumnElement[Any]) -> ColumnElement[bool]:
        other = _BACK.alias()
        return (
            exists()
            .where(
                other.c.slip_id == _SLIP.c.id,
                other.c.returned_at <= moment,
                or_(other.c.out_again_at.is_(None), other.c.out_again_at > moment),
            )
            .correlate_except(other)
        )

    def _count(
        self, source: Any, *asked: ColumnElement[bool], table: Any = None
    ) -> ScalarSelect[int]:
        owner = source if table is None else table
        return (
            select(func.count())
            .select_from(source)
            .where(owner.c.centre_id == self._centre, *asked)
            .correlate(self._day.no.table)
            .scalar_subquery()
        )


def _with_slips() -> Any:
    return _BACK.join(_SLIP, _SLIP.c.id == _BACK.c.slip_id)
