"""Which range of days the dashboard looks at; it is kept for the next start."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.desk import Desk
from app.statistics_span import (
    month_of,
    period_span,
    span_of,
    stat_month,
    week_of,
)
from models.data_book import FIRST_YEAR, LAST_YEAR
from models.period import period_of
from models.statistics import Span, SpanKind
from ui.shell.frame import Frame

_DAY = timedelta(days=1)


class Reach(StrEnum):
    """How far a range reaches; ``ANY`` goes from day to day as typed."""

    WEEK = "week"
    MONTH = "month"
    PERIOD = "period"
    YEAR = "year"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Days:
    """A range of whole days; ``until_on`` is not one of them."""

    reach: Reach
    from_on: date
    until_on: date

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.from_on <= day < self.until_on

    @property
    def can_be_counted(self) -> bool:
        """Whether all of it lies in the years that books may speak of."""
        last = self.until_on - _DAY
        return self.from_on.year >= FIRST_YEAR and last.year <= LAST_YEAR


class ChosenDays(QObject):
    """One for the room. Who left it on this week finds this week again, whichever
    that is; other ranges are kept as they were.
    """

    changed = Signal()

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._follows = True
        usual = stat_month(self._desk, self._desk.today())
        is_finance = usual.kind is SpanKind.PERIOD
        self.days = self.present(Reach.PERIOD if is_finance else Reach.MONTH)

    @property
    def _desk(self) -> Desk:
        return self._frame.work.desk

    @property
    def is_present(self) -> bool:
        """Whether today is in it, and it is one of those with a name."""
        today = self._desk.today()
        return self.days.reach is not Reach.ANY and self.days.holds(today)

    @property
    def span(self) -> Span:
        """The range as the statistics ask for it, known now."""
        return span_at(self._desk, self.days)

    def present(self, reach: Reach) -> Days:
        """The range of this kind that today is in."""
        return _days_around(self._desk, reach, self._desk.today())

    def choose(self, days: Days) -> None:
        """Look at another range."""
        if days != self.days:
            self.days = days
            self._follows = self.is_present
            self.changed.emit()

    def keep_up(self) -> bool:
        """Whether it went on to the present week, month, period or year: who chose
        the present one does not look at a past one when it is over.
        """
        is_over = self._follows and not self.is_present
        if is_over:
            self.choose_present(self.days.reach)
        return is_over

    def choose_present(self, reach: Reach) -> None:
        """Look at this week, month, period or year."""
        self.choose(self.present(reach))

    def can_step(self, by: int) -> bool:
        """Whether there is a range after (1) or before (-1): nothing is known of
        what has not begun.
        """
        wanted = self._beside(by)
        began = wanted.from_on <= self._desk.today()
        return began and wanted.can_be_counted

    def step(self, by: int) -> None:
        """Go to the range after (1) or before (-1)."""
        if self.can_step(by):
            self.choose(self._beside(by))

    def _beside(self, by: int) -> Days:
        days = self.days
        if days.reach is Reach.ANY:
            length = (days.until_on - days.from_on) * by
            return Days(Reach.ANY, days.from_on + length, days.until_on + length)
        beside = days.until_on if by > 0 else days.from_on - _DAY
        return _days_around(self._desk, days.reach, beside)

    def kept(self) -> Mapping[str, str]:
        """What is kept of it for the next start."""
        if self._follows:
            return {"reach": self.days.reach}
        return {
            "reach": self.days.reach,
            "from": self.days.from_on.isoformat(),
            "until": self.days.until_on.isoformat(),
        }

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Look at what was kept; raises ``KeyError`` or ``ValueError`` of what can
        not be read.
        """
        reach = Reach(kept["reach"])
        if "from" not in kept:
            self.choose_present(reach)
            return
        first = date.fromisoformat(kept["from"])
        until = date.fromisoformat(kept["until"])
        days = Days(reach, first, until)
        if first >= until or not days.can_be_counted:
            raise ValueError(kept)
        self.choose(days)


def span_at(desk: Desk, days: Days) -> Span:
    """The instants of a range, as known now."""
    match days.reach:
        case Reach.WEEK:
            return week_of(desk, days.from_on)
        case Reach.MONTH:
            return month_of(desk, days.from_on)
        case Reach.PERIOD:
            return period_span(desk, period_of(desk.at_local(days.from_on), desk.zone))
        case _:
            return span_of(
                desk, desk.at_local(days.from_on), desk.at_local(days.until_on)
            )


def _days_around(desk: Desk, reach: Reach, day: date) -> Days:
    if reach is Reach.YEAR:
        first = date(day.year, 1, 1)
        return Days(reach, first, date(day.year + 1, 1, 1))
    match reach:
        case Reach.WEEK:
            span = week_of(desk, day)
        case Reach.MONTH:
            span = month_of(desk, day)
        case _:
            span = period_span(desk, period_of(desk.at_local(day), desk.zone))
    first, until = desk.local(span.from_at).date(), desk.local(span.until_at).date()
    return Days(reach, first, until)
