"""Spans of statistics, the one before each, and which reports are due."""

from datetime import date

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.settings import Settings
from app.statistics_due import due_reports
from app.statistics_span import (
    SpanEmpty,
    SpanTooFar,
    month_of,
    period_span,
    span_before,
    span_of,
    stat_month,
    trend_steps,
    week_of,
)
from models.statistics import Span, SpanKind
from tests.clock import Clock
from tests.data_book_maker import at


@pytest.fixture
def engine_name() -> str:
    """Nothing here is counted by a database."""
    return "sqlite"


def bounds(span: Span, desk: Desk) -> tuple[str, str]:
    form = "%Y-%m-%d %H:%M"
    return tuple(  # type: ignore[return-value]
        desk.local(each).strftime(form) for each in (span.from_at, span.until_at)
    )


def test_weeks_months_and_periods(desk: Desk) -> None:
    week = week_of(desk, date(2026, 11, 22))
    assert bounds(week, desk) == ("2026-11-16 00:00", "2026-11-23 00:00")
    month = month_of(desk, date(2026, 12, 31))
    assert bounds(month, desk) == ("2026-12-01 00:00", "2027-01-01 00:00")
    period = period_span(desk, "2027-01")
    assert bounds(period, desk) == ("2026-12-21 00:00", "2027-01-21 00:00")
    assert stat_month(desk, date(2026, 12, 31)) == month


def test_a_typed_span_is_known_for_what_it_is(desk: Desk) -> None:
    def kind(first: str, last: str) -> SpanKind:
        return span_of(desk, at(first), at(last)).kind

    assert kind("2026-11-16", "2026-11-23") is SpanKind.WEEK
    assert kind("2027-02-01", "2027-03-01") is SpanKind.MONTH, "four weeks too"
    assert kind("2026-10-21", "2026-11-21") is SpanKind.PERIOD
    assert kind("2026-10-21", "2026-11-20") is SpanKind.ANY
    with pytest.raises(SpanEmpty):
        kind("2026-10-21", "2026-10-21")


@pytest.mark.parametrize(
    ("span", "known", "before", "then"),
    [
        # Over for ten hours: so long was the one before, too.
        (("2026-11-16", "2026-11-23"), "11-23 10:00", "11-09 11-16", "11-16 10:00"),
        # Still running: the one before as far as this one has come.
        (("2026-11-16", "2026-11-23"), "11-17 12:00", "11-09 11-16", "11-10 12:00"),
        (("2026-04-01", "2026-05-01"), "05-01 09:00", "03-01 04-01", "04-01 09:00"),
        # A short month does not reach into the next.
        (("2026-03-01", "2026-04-01"), "03-31 09:00", "02-01 03-01", "03-01 00:00"),
        (("2026-11-10", "2026-11-13"), "11-20 00:00", "11-07 11-10", "11-17 00:00"),
        (("2026-10-21", "2026-11-21"), "11-21 00:00", "09-21 10-21", "10-21 00:00"),
    ],
)
def test_the_span_before(
    desk: Desk, span: tuple[str, str], known: str, before: str, then: str
) -> None:
    asked = span_of(desk, at(span[0]), at(span[1]), at(f"2026-{known}"))
    found = span_before(desk, asked)
    days = [f"{desk.local(each):%m-%d}" for each in (found.from_at, found.until_at)]
    assert " ".join(days) == before
    assert f"{desk.local(found.at):%m-%d %H:%M}" == then


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        # A leap year is beside the year before it, not beside 366 days.
        ("2028-01-01", "2029-01-01", "2027-01-01"),
        ("2029-01-01", "2030-01-01", "2028-01-01"),
        ("2028-02-01", "2028-04-01", "2027-12-01"),
        ("2026-10-21", "2026-12-21", "2026-08-21"),
        # From the 29th to the 29th is so many days: not every month has one.
        ("2028-02-29", "2028-03-29", "2028-01-31"),
    ],
)
def test_before_months_come_as_many_months(
    desk: Desk, first: str, last: str, before: str
) -> None:
    asked = span_of(desk, at(first), at(last), at("2031-01-01"))
    assert asked.kind is SpanKind.ANY
    found = span_before(desk, asked)
    assert bounds(found, desk) == (f"{before} 00:00", f"{first} 00:00")


@pytest.mark.parametrize(
    ("first", "last"),
    [("1989-12-31", "2026-01-01"), ("2026-01-01", "2100-01-02")],
)
def test_years_no_book_speaks_of_are_not_counted(
    desk: Desk, first: str, last: str
) -> None:
    with pytest.raises(SpanTooFar):
        span_of(desk, at(first), at(last))


def test_a_long_span_is_told_by_weeks(desk: Desk) -> None:
    steps = trend_steps(desk, span_of(desk, at("2026-11-10"), at("2027-01-06")))
    assert len(steps) == 9
    assert steps[0] == (at("2026-11-10"), at("2026-11-16"))
    assert steps[-1] == (at("2027-01-04"), at("2027-01-06"))
    assert len(trend_steps(desk, week_of(desk, date(2026, 11, 10)))) == 7


def due(database: Database, moment: str, *present: str) -> list[str]:
    desk = database.read(open_desk, clock=Clock())
    reports = database.read(due_reports, desk.at(at(moment)), present)
    return [report.name.split("-", 2)[2].removesuffix(".pdf") for report in reports]


def test_a_report_is_due_from_its_hour_on(database: Database, desk: Desk) -> None:
    # Monday, 23 November 2026; the 20th was a Friday.
    assert due(database, "2026-11-23 08:59") == [
        "月报-2026-10",
        "周报-2026-11-09",
        "结算期-2026-11",
    ]
    assert due(database, "2026-11-23 09:00")[-1] == "周报-2026-11-16"
    assert due(database, "2026-11-20 08:59")[0] == "结算期-2026-10"
    assert due(database, "2027-01-01 09:00")[-1] == "月报-2026-12"


def test_what_was_missed_is_due_since_the_last_that_was_written(
    database: Database, desk: Desk
) -> None:
    written = f"工程维修统计-{desk.centre_code}-周报-2026-11-02.pdf"
    missed = due(database, "2026-11-23 09:00", written)
    assert [name for name in missed if name.startswith("周报")] == [
        "周报-2026-11-09",
        "周报-2026-11-16",
    ]


def test_a_report_speaks_of_the_moment_it_was_due_at(
    database: Database, desk: Desk
) -> None:
    late = database.read(due_reports, desk.at(at("2026-11-25 15:00")), ())
    assert [desk.local(each.span.at).strftime("%m-%d %H:%M") for each in late] == [
        "11-01 09:00",
        "11-20 09:00",
        "11-23 09:00",
    ]


def test_the_month_of_statistics_is_a_setting(desk: Desk) -> None:
    from dataclasses import replace

    finance = replace(desk, settings=Settings({"stat_month": "FINANCE"}))
    assert stat_month(finance, date(2026, 11, 25)) == period_span(finance, "2026-12")
