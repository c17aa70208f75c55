"""The days of a finance period: handing copies over, and closing (K-20, K-21)."""

from datetime import date, timedelta

from app.desk import Desk
from models.period import FIRST_DAY


def act_day(desk: Desk, period: str) -> date:
    """The day on which Finance gets its copies: the 20th, moved if it is off."""
    year, month = period.split("-")
    day = date(int(year), int(month), desk.settings.number("handover_day"))
    shift = desk.settings.text("handover_shift")
    if shift == "SAME_DAY":
        return day
    return _workday(desk, day, 1 if shift == "NEXT_WORKDAY" else -1)


def closing_day(desk: Desk, period: str) -> date:
    """The first working day on which the period can be closed, after the handover."""
    year, month = period.split("-")
    first = date(int(year), int(month), FIRST_DAY)
    return _workday(desk, max(first, act_day(desk, period)), 1)


def _workday(desk: Desk, day: date, step: int) -> date:
    mode = desk.settings.text("holiday_mode")
    while not desk.calendar.is_workday(day, mode):
        day += timedelta(days=step)
    return day
