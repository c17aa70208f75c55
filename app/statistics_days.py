"""返单及时率 and 反馈率 over the days of a span: every day's check, added up (4.6).

A day that was made final by then counts as it was made final. Any other is judged as
``app/return_check.py`` judges it, but all days together: how many slips were out at a
run is known from the run before, and what came and went between. A test holds the two
against each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from app.desk import Desk
from app.return_check_day import deadline, return_until, usual_run
from app.statistics_flow import count_ids, open_in_sql
from models.base import table_of
from models.feedback import Feedback
from models.moment_rows import moment_rows
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


@dataclass(frozen=True, slots=True)
class Final:
    """What was made final of a day, in the row ``check_id``."""

    check_id: int
    run_at: datetime
    on_time: int
    late: int
    feedback: int
    out: int


def count_days(session: Session, desk: Desk, span: Span) -> tuple[CheckedDay, ...]:
    """The days of a span whose run had come by its moment, in order."""
    runs, days = runs_and_days(session, desk, span)
    found: list[CheckedDay] = []
    for start in range(0, len(days), _AT_ONCE):
        found += _counted(session, desk, span, runs, days[start : start + _AT_ONCE])
    return tuple(found)


def runs_and_days(
    session: Session, desk: Desk, span: Span
) -> tuple[Mapping[date, Final], Sequence[date]]:
    """What was made final, and the days of a span whose run had come by its moment."""
    runs = _recorded(session, desk, span)
    days = [day for day in _days(desk, span) if run_of(desk, runs, day) <= span.at]
    return runs, days


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


def _recorded(session: Session, desk: Desk, span: Span) -> dict[date, Final]:
    """The last final run of each day that was recorded by then."""
    rows = session.execute(
        select(
            _CHECK.c.day,
            _CHECK.c.id,
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
    return {day: Final(*counts) for day, *counts in rows}


def _days(desk: Desk, span: Span) -> Iterable[date]:
    """The days whose usual run falls into the span."""
    day = desk.local(span.from_at).date()
    while (run_at := usual_run(desk, day)) < span.until_at:
        if run_at >= span.from_at:
            yield day
        day += _DAY


def run_of(desk: Desk, runs: Mapping[date, Final], day: date) -> datetime:
    """When a day ran: as it was made final, else when it usually does."""
    final = runs.get(day)
    return usual_run(desk, day) if final is None else final.run_at


def _counted(
    session: Session,
    desk: Desk,
    span: Span,
    runs: Mapping[date, Final],
    days: Sequence[date],
) -> list[CheckedDay]:
    """Some days that follow each other."""
    open_days = [day for day in days if day not in runs]
    judged: dict[date, Any] = {}
    out = 0
    if open_days:
        asked = [day for day in days if open_days[0] <= day <= open_days[-1]]
        before = run_of(desk, runs, asked[0] - _DAY)
        out = count_ids(session, open_in_sql(desk, before))
        rows = session.execute(_asked(desk, span, runs, asked)).all()
        judged = dict(zip(asked, rows, strict=True))
    found = []
    for day in days:
        final = runs.get(day)
        if day in judged:
            row = judged[day]
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
    desk: Desk, span: Span, runs: Mapping[date, Final], days: Sequence[date]
) -> Any:
    """One row a day: what each of them is counted from."""
    asked = facts_of_days(desk, span, runs, days)
    d = asked.day.c
    return select(
        d.no,
        asked.came().count().label("came"),
        asked.back().count().label("back"),
        asked.ended().count().label("ended"),
        asked.out_again().count().label("out_again"),
        asked.on_time().count().label("on_time"),
        asked.late().count().label("late"),
        asked.of_before().count().label("of_before"),
        asked.too_late().count().label("too_late"),
        asked.told().count().label("told"),
    ).order_by(d.no)


def facts_of_days(
    desk: Desk, span: Span, runs: Mapping[date, Final], days: Iterable[date]
) -> "DayFacts":
    """What can be asked of some days, which are numbered from 0."""
    day = moment_rows("day", _NAMED, (_moments(desk, runs, each) for each in days))
    return DayFacts(desk, span, day)


_NAMED = ("run_before", "run_at", "late_from", "return_until", "begins", "told_until")


def _moments(desk: Desk, runs: Mapping[date, Final], day: date) -> tuple[datetime, ...]:
    return (
        run_of(desk, runs, day - _DAY),
        run_of(desk, runs, day),
        return_until(desk, day - _DAY),
        return_until(desk, day),
        desk.day_bounds(day)[0],
        deadline(desk, "feedback_deadline", day) + _MINUTE,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """Slips of each day: where to look, in the table whose index finds them."""

    day: Any
    slip_id: ColumnElement[int]
    source: Any
    centre_id: ColumnElement[int]
    centre: int
    asked: tuple[ColumnElement[bool], ...]
    counted: ColumnElement[int]

    def count(self) -> ScalarSelect[int]:
        """How many, beside each day."""
        return (
            select(self.counted)
            .select_from(self.source)
            .where(self.centre_id == self.centre, *self.asked)
            .correlate(self.day)
            .scalar_subquery()
        )

    def ids(self) -> Select[Any]:
        """The number of each day with their ids; one may come more than once."""
        # The centre is asked of the day, so that no table is read but day by day.
        here = self.centre_id == self.day.c.no * 0 + self.centre
        return select(self.day.c.no, self.slip_id).select_from(
            self.day.join(self.source, and_(here, *self.asked))
        )


class DayFacts:
    """What befell slips on each of some days, each asked by an index of its own."""

    def __init__(self, desk: Desk, span: Span, day: Any) -> None:
        self._centre = desk.centre_id
        self._at = span.at
        self.day = day
        self._day = day.c

    def came(self) -> Found:
        """Issued between the runs."""
        d = self._day
        return self._find(
            _SLIP,
            _SLIP.c.issued_at >= d.run_before,
            _SLIP.c.issued_at < d.run_at,
        )

    def back(self) -> Found:
        """Papers that came between the runs, of slips that had not ended."""
        return self._find_backs(_BACK.c.returned_at)

    def out_again(self) -> Found:
        """Papers that went out again between the runs."""
        return self._find_backs(_BACK.c.out_again_at)

    def ended(self) -> Found:
        """Ended between the runs while they were out."""
        d = self._day
        return self._find(
            _SLIP,
            _SLIP.c.ended_at.is_not(None),
            _SLIP.c.ended_at <= d.run_at,
            *self._since(_SLIP.c.ended_at),
            ~self._is_back(_SLIP.c.ended_at),
        )

    def on_time(self) -> Found:
        """Back since the run before and in time, and back at the run."""
        return self._returned(_BACK.c.returned_at < self._day.return_until)

    def late(self) -> Found:
        """Back too late for the day, and back at the run."""
        return self._returned(_BACK.c.returned_at >= self._day.return_until)

    def _returned(self, when: ColumnElement[bool]) -> Found:
        d = self._day
        return self._find(
            _with_slips(),
            _BACK.c.returned_at > d.run_before,
            _BACK.c.returned_at <= d.run_at,
            or_(_BACK.c.out_again_at.is_(None), _BACK.c.out_again_at > d.run_at),
            _SLIP.c.issued_at < d.return_until,
            self._is_alive(d.run_at),
            when,
            table=_BACK,
        )

    def of_before(self) -> Found:
        """Issued too late for the day before, and back before its run."""
        d = self._day
        return self._find(
            _with_slips(),
            _SLIP.c.issued_at >= d.late_from,
            _SLIP.c.issued_at <= d.run_before,
            _BACK.c.returned_at <= d.run_before,
            or_(_BACK.c.out_again_at.is_(None), _BACK.c.out_again_at > d.run_at),
            self._is_alive(d.run_at),
            table=_SLIP,
        )

    def too_late(self) -> Found:
        """Out at the run, but issued too late for the day."""
        d = self._day
        return self._find(
            _SLIP,
            _SLIP.c.issued_at >= d.return_until,
            _SLIP.c.issued_at < d.run_at,
            self._is_out(),
        )

    def told(self) -> Found:
        """Out at the run, and explained in time."""
        d = self._day
        return Found(
            self.day,
            _TOLD.c.slip_id,
            _TOLD.join(_SLIP, _SLIP.c.id == _TOLD.c.slip_id),
            _centre,
            self._centre,
            (
                _TOLD.c.told_at >= d.begins,
                _TOLD.c.told_at < d.told_until,
                _TOLD.c.told_at <= self._at,
                _SLIP.c.issued_at < d.return_until,
                self._is_out(),
            ),
            func.count(_TOLD.c.slip_id.distinct()),
        )

    def _find_backs(self, moment: ColumnElement[Any]) -> Found:
        d = self._day
        return self._find(
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

    def _find(
        self, source: Any, *asked: ColumnElement[bool], table: Any = None
    ) -> Found:
        owner = source if table is None else table
        return Found(
            self.day,
            _SLIP.c.id,
            source,
            owner.c.centre_id,
            self._centre,
            asked,
            func.count(),
        )


def _with_slips() -> Any:
    return _BACK.join(_SLIP, _SLIP.c.id == _BACK.c.slip_id)
