"""Which days are worked and which post takes calls (domain-model 4.10, K-08, K-09)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.settings import Settings
from models.calendar_day import CalendarDay, DayKind
from models.slip import DutyPost


@dataclass(frozen=True, slots=True)
class DutyCalendar:
    """The days of a centre that differ from the plain week, by day."""

    days: Mapping[date, DayKind] = field(default_factory=dict)

    def has_year(self, year: int) -> bool:
        """Whether the holidays of ``year`` are loaded."""
        return any(day.year == year for day in self.days)

    def is_workday(self, day: date, mode: str) -> bool:
        """Whether ``day`` is worked; a year that is not loaded is a plain week."""
        if mode == "STATE_CALENDAR" and day in self.days:
            return self.days[day] is DayKind.WORKDAY
        return day.weekday() < 5


def load_calendar(session: Session, centre_id: int) -> DutyCalendar:
    """The calendar of a centre."""
    rows = session.execute(
        select(CalendarDay.day_on, CalendarDay.kind).where(
            CalendarDay.centre_id == centre_id
        )
    )
    return DutyCalendar({day: kind for day, kind in rows})


def duty_post_at(
    calendar: DutyCalendar, settings: Settings, day: date, minute: int
) -> DutyPost:
    """The post on duty at ``minute`` (since midnight, seconds cut) of local ``day``.

    Half-open: 09:00 is day, 18:00 is night; what is before 09:00 belongs to the night
    that began the day before (S4-4.1.1-2…4, worked-examples 5.8).
    """
    mode = settings.text("holiday_mode")
    day_start = settings.minute_of_day("day_start")
    if day_start <= minute < settings.minute_of_day("night_start"):
        if calendar.is_workday(day, mode):
            return DutyPost.FRONT_DESK
        return DutyPost.HOUSEKEEPER
    night = day - timedelta(days=1) if minute < day_start else day
    if settings.text("night_scope") == "ALL_NIGHTS" or calendar.is_workday(night, mode):
        return DutyPost.CONTROL_ROOM
    return DutyPost.HOUSEKEEPER
