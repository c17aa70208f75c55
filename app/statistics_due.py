"""Which statistics reports are due and not written yet (S4-4.1.4.3-1).

On Monday the week before, on the 1st the calendar month before, on the day of the
handover the finance period up to then; each from a clock time on. A report speaks of
the moment it was due at, so that it says the same however late it is written.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from app.desk import Desk
from app.statistics_span import month_of, period_span, week_of
from models.period import period_of, previous_period
from models.staff import Permission
from models.statistics import Span, SpanKind

TITLE = "工程维修统计"
_NAMES = {SpanKind.WEEK: "周报", SpanKind.MONTH: "月报", SpanKind.PERIOD: "结算期"}
_SETTINGS = {
    SpanKind.WEEK: "report_weekly",
    SpanKind.MONTH: "report_monthly",
    SpanKind.PERIOD: "report_period",
}
_MOST_MISSED = 12
"""So many reports back a folder is looked at for one that was written."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueReport:
    """One report: the name of its file, and what it speaks of."""

    name: str
    span: Span


def due_reports(
    session: Session, desk: Desk, present: Collection[str]
) -> tuple[DueReport, ...]:
    """The reports to be written into a folder that holds the files ``present``.

    Of each kind the last that is due, and those missed since the last one written.
    Oldest first. Raises ``NotAllowed``.
    """
    desk.require(Permission.READ_BOOKS)
    found = [
        report
        for kind, spans in _KINDS.items()
        if desk.settings.text(_SETTINGS[kind]) == "WRITE"
        for report in _missing(desk, kind, spans(desk), present)
    ]
    return tuple(sorted(found, key=lambda report: report.span.at))


def _missing(
    desk: Desk, kind: SpanKind, spans: Iterator[Span], present: Collection[str]
) -> list[DueReport]:
    missed: list[DueReport] = []
    for span, _ in zip(spans, range(_MOST_MISSED), strict=False):
        report = DueReport(_name(desk, kind, span), span)
        if report.name in present:
            return missed
        missed.append(report)
    # None was ever written here: nobody wants a year of them at once.
    return missed[:1]


def _name(desk: Desk, kind: SpanKind, span: Span) -> str:
    first = desk.local(span.from_at)
    match kind:
        case SpanKind.WEEK:
            when = f"{first:%Y-%m-%d}"
        case SpanKind.MONTH:
            when = f"{first:%Y-%m}"
        case _:
            when = period_of(span.from_at, desk.zone)
    return f"{TITLE}-{desk.centre_code}-{_NAMES[kind]}-{when}.pdf"


def _weeks(desk: Desk) -> Iterator[Span]:
    day = desk.today()
    monday = day - timedelta(days=day.weekday())
    while True:
        due_at = _due(desk, monday)
        if due_at <= desk.now():
            yield week_of(desk, monday - _DAY, due_at)
        monday -= timedelta(days=7)


def _months(desk: Desk) -> Iterator[Span]:
    first = desk.today().replace(day=1)
    while True:
        due_at = _due(desk, first)
        before = first - _DAY
        if due_at <= desk.now():
            yield month_of(desk, before, due_at)
        first = before.replace(day=1)


def _periods(desk: Desk) -> Iterator[Span]:
    """Each up to the day of its handover; the calendar of days off does not move it."""
    code = period_of(desk.now(), desk.zone)
    while True:
        year, month = map(int, code.split("-"))
        day = date(year, month, desk.settings.number("handover_day"))
        due_at = _due(desk, day)
        if due_at <= desk.now():
            yield replace(period_span(desk, code), at=due_at)
        code = previous_period(code)


def _due(desk: Desk, day: date) -> datetime:
    return desk.at_local(day, time.fromisoformat(desk.settings.text("report_time")))


_KINDS: dict[SpanKind, Callable[[Desk], Iterator[Span]]] = {
    SpanKind.WEEK: _weeks,
    SpanKind.MONTH: _months,
    SpanKind.PERIOD: _periods,
}
