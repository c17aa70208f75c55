"""Spans of statistics: week, calendar month, finance period, and the one before (K-23).

A week is Monday 00:00 to the next Monday 00:00 by the site's calendar. A month is the
calendar's or, by the setting ``stat_month``, the finance period.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise

from app.desk import Desk
from app.errors import FieldRefusal
from models.data_book import FIRST_YEAR, LAST_YEAR
from models.period import period_bounds, period_of, previous_period
from models.statistics import Span, SpanKind

_WEEK = timedelta(days=7)


class SpanEmpty(FieldRefusal):
    """The end of a span is not after its start."""

    field = "to"


class SpanTooFar(FieldRefusal):
    """A span begins before the year ``first`` or ends after ``last``."""

    field = "from"


def span_of(
    desk: Desk, from_at: datetime, until_at: datetime, at: datetime | None = None
) -> Span:
    """Any span, known now by default; raises ``SpanEmpty`` or ``SpanTooFar``."""
    require_span(desk, from_at, until_at)
    return Span(from_at, until_at, at or desk.now(), _kind_of(desk, from_at, until_at))


def require_span(desk: Desk, from_at: datetime, until_at: datetime) -> None:
    """Raise ``SpanEmpty`` or ``SpanTooFar`` of what is no span to count."""
    if until_at <= from_at:
        raise SpanEmpty
    earliest = desk.at_local(date(FIRST_YEAR, 1, 1))
    if from_at < earliest or until_at > desk.at_local(date(LAST_YEAR + 1, 1, 1)):
        raise SpanTooFar(first=FIRST_YEAR, last=LAST_YEAR)


def week_of(desk: Desk, day: date, at: datetime | None = None) -> Span:
    """The week a day belongs to."""
    monday = day - timedelta(days=day.weekday())
    return _days(desk, monday, monday + _WEEK, at, SpanKind.WEEK)


def month_of(desk: Desk, day: date, at: datetime | None = None) -> Span:
    """The calendar month a day belongs to."""
    first = day.replace(day=1)
    return _days(desk, first, _next_month(first), at, SpanKind.MONTH)


def period_span(desk: Desk, code: str, at: datetime | None = None) -> Span:
    """A finance period, 21st to 20th."""
    return Span(*period_bounds(code, desk.zone), at or desk.now(), SpanKind.PERIOD)


def this_period(desk: Desk, at: datetime | None = None) -> Span:
    """The finance period that is running."""
    return period_span(desk, period_of(desk.now(), desk.zone), at)


def stat_month(desk: Desk, day: date, at: datetime | None = None) -> Span:
    """The month statistics speak of, by the setting of that name (K-23)."""
    if desk.settings.text("stat_month") == "FINANCE":
        return period_span(desk, period_of(desk.at_local(day), desk.zone), at)
    return month_of(desk, day, at)


def span_before(desk: Desk, span: Span) -> Span:
    """The one before, known as late as this one is: what was said of it then.

    Where a span is still running, the one before is looked at as far as this one has
    come. Before a span of no kind comes one of as many months where it goes from a
    day of the month to the same day (a year: twelve), else of as many days.
    """
    from_at, until_at = _bounds_before(desk, span)
    if span.is_whole:
        at = until_at + (span.at - span.until_at)
    else:
        at = min(until_at, from_at + (span.at - span.from_at))
    return Span(from_at, until_at, at, span.kind)


def trend_steps(desk: Desk, span: Span) -> tuple[tuple[datetime, datetime], ...]:
    """The days of a span, or its weeks where it has more than 45 days; half-open.

    The first and the last are cut where the span is.
    """
    first = desk.local(span.from_at).date()
    last = desk.local(span.until_at - timedelta(microseconds=1)).date()
    is_long = (last - first).days >= MOST_DAYS
    step = _WEEK if is_long else timedelta(days=1)
    start = first - timedelta(days=first.weekday()) if is_long else first
    edges = []
    while start <= last:
        edges.append(desk.at_local(start))
        start += step
    edges = [max(edges[0], span.from_at), *edges[1:], span.until_at]
    return tuple(pairwise(edges))


MOST_DAYS = 45
"""A longer span is told by weeks."""


def _bounds_before(desk: Desk, span: Span) -> tuple[datetime, datetime]:
    first = desk.local(span.from_at)
    match span.kind:
        case SpanKind.WEEK:
            monday = first.date() - _WEEK
            return desk.at_local(monday), span.from_at
        case SpanKind.MONTH:
            month = (first.date() - timedelta(days=1)).replace(day=1)
            return desk.at_local(month), span.from_at
        case SpanKind.PERIOD:
            code = previous_period(period_of(span.from_at, desk.zone))
            return period_bounds(code, desk.zone)
        case SpanKind.ANY:
            return _start_before(desk, span), span.from_at


def _start_before(desk: Desk, span: Span) -> datetime:
    """Where the span begins that is as long and ends where this one begins, by the
    site's clock: months stay months, and days stay days.
    """
    first, until = (
        desk.local(at).replace(tzinfo=None) for at in (span.from_at, span.until_at)
    )
    is_of_months = first.day == until.day and first.day <= _IN_EVERY_MONTH
    if is_of_months and first.time() == until.time():
        months = 2 * (first.year * 12 + first.month) - (until.year * 12 + until.month)
        year, month = divmod(months - 1, 12)
        earlier = first.replace(year=year, month=month + 1)
    else:
        earlier = first - (until - first)
    return desk.at_local(earlier.date(), earlier.time())


_IN_EVERY_MONTH = 28


def _kind_of(desk: Desk, from_at: datetime, until_at: datetime) -> SpanKind:
    """A typed span that is a whole week, month or period is one."""
    bounds = from_at, until_at
    day = desk.local(from_at).date()
    for span in (week_of(desk, day), month_of(desk, day)):
        if (span.from_at, span.until_at) == bounds:
            return span.kind
    if period_bounds(period_of(from_at, desk.zone), desk.zone) == bounds:
        return SpanKind.PERIOD
    return SpanKind.ANY


def _days(
    desk: Desk, first: date, until: date, at: datetime | None, kind: SpanKind
) -> Span:
    bounds = desk.at_local(first), desk.at_local(until)
    return Span(*bounds, at or desk.now(), kind)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
