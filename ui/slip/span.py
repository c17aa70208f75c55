"""The times a register is asked for: today, this week, this month, 21–20, all."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from app.desk import Desk
from models.period import period_bounds, period_of

NINETY_DAYS = timedelta(days=90)


class Span(StrEnum):
    """A time that moves with today."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    PERIOD = "period"
    NINETY_DAYS = "ninety_days"
    ALL = "all"


def span_bounds(span: Span, desk: Desk) -> tuple[datetime | None, datetime | None]:
    """The half-open instants of a span; None is open on that side."""
    if span is Span.ALL:
        return None, None
    if span is Span.PERIOD:
        return period_bounds(period_of(desk.now(), desk.zone), desk.zone)
    return desk.at_local(_first_day(span, desk.today())), None


def span_days(span: Span, desk: Desk) -> tuple[date | None, date | None]:
    """The same as days at the site; the second is not included."""
    from_at, until_at = span_bounds(span, desk)
    first = desk.local(from_at).date() if from_at else None
    return first, desk.local(until_at).date() if until_at else None


def _first_day(span: Span, today: date) -> date:
    if span is Span.WEEK:
        return today - timedelta(days=today.weekday())
    if span is Span.MONTH:
        return today.replace(day=1)
    return today if span is Span.TODAY else today - NINETY_DAYS
