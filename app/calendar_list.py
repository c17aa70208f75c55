"""The days of the holiday calendar as a list shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import extract, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.settings_change import HolidayDay
from models.calendar_day import CalendarDay, DayKind


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One day that differs from the plain week; its id is the day's ordinal."""

    id: int
    day_on: date
    kind: DayKind
    note: str

    @property
    def is_active(self) -> bool:
        """A day of the calendar always holds."""
        return True


def list_days(session: Session, desk: Desk) -> list[CalendarRow]:
    """Every day of the calendar, the latest year first."""
    rows = session.execute(
        select(CalendarDay.day_on, CalendarDay.kind, CalendarDay.note)
        .where(CalendarDay.centre_id == desk.centre_id)
        .order_by(CalendarDay.day_on)
    )
    days = [CalendarRow(on.toordinal(), on, kind, note) for on, kind, note in rows]
    return sorted(days, key=lambda day: (-day.day_on.year, day.day_on))


def days_of_years(
    session: Session, desk: Desk, years: Iterable[int]
) -> list[HolidayDay]:
    """The days of some years as an import takes them, to be put back."""
    rows = session.execute(
        select(CalendarDay.day_on, CalendarDay.kind, CalendarDay.note)
        .where(
            CalendarDay.centre_id == desk.centre_id,
            extract("year", CalendarDay.day_on).in_(sorted(set(years))),
        )
        .order_by(CalendarDay.day_on)
    )
    return [HolidayDay(on, kind, note) for on, kind, note in rows]
