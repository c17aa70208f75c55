"""Statistics: the worked example, zero denominators, what lies behind a figure."""

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.statistics import load_statistics, load_statistics_report
from app.statistics_behind import find_figure_ids
from app.statistics_span import period_span, span_of, this_period
from models.statistics import (
    NOT_TOLD,
    Behind,
    Dimension,
    FigureKey,
    Part,
)
from models.statistics_report import Statistics
from tests.app.finance_books import put_book
from tests.data_book_maker import NOW, at, numbered, worked_book

K = FigureKey


@pytest.fixture
def month(database: Database) -> tuple[Database, Desk]:
    """The books of worked-examples 5.2."""
    desk = database.read(open_desk, clock=lambda: NOW)
    put_book(database, desk, numbered(worked_book()))
    return database, desk


def of_month(database: Database, desk: Desk, moment: str) -> Statistics:
    span = period_span(desk, "2026-11", at(moment))
    return database.read(load_statistics, desk, span)


def test_the_cohort_at_the_close_and_at_the_end_of_the_period(
    month: tuple[Database, Desk],
) -> None:
    database, desk = month
    closed = of_month(database, desk, "2026-11-23 10:00")
    cohort = closed.cohort
    assert (cohort.issued, cohort.void, cohort.cancelled) == (14, 1, 1)
    assert (cohort.effective, cohort.completed, cohort.unfinished) == (12, 9, 3)
    assert (cohort.completion_rate, cohort.unfinished_rate) == ("75.00", "25.00")
    assert {row.reason: row.count for row in closed.reasons} == {
        "报价争议": 1,
        "单据遗失": 1,
        NOT_TOLD: 1,
    }
    assert closed.figure(K.UNFINISHED_RATE).rate == "25.00"
    ended = of_month(database, desk, "2026-11-21 00:00")
    assert (ended.cohort.completed, ended.cohort.unfinished) == (7, 5)
    assert ended.figure(K.COMPLETION_RATE).rate == "58.33"
    assert ended.figure(K.UNFINISHED_RATE).rate == "41.67"


def test_money_and_callbacks_are_those_of_statement_and_coverage(
    month: tuple[Database, Desk],
) -> None:
    database, desk = month
    closed = of_month(database, desk, "2026-11-23 10:00")
    unit, public = closed.figure(K.CALLBACK_UNIT), closed.figure(K.CALLBACK_PUBLIC)
    assert (unit.denominator, unit.need) == (7, 7)
    assert (public.denominator, public.need) == (1, 1)
    assert closed.figure(K.UNPAID).value == "300.50"
    collected = closed.figure(K.COLLECTION)
    assert str(collected.numerator) == "485.00"
    assert str(collected.denominator) == "785.50"
    assert collected.rate == "61.74"


def test_what_a_slip_became_later_is_not_known_before(
    month: tuple[Database, Desk],
) -> None:
    database, desk = month
    early = of_month(database, desk, "2026-11-04 00:00")
    # The slips of the 5th and later were not issued yet, so none is void.
    assert early.cohort.issued == 6
    assert (early.cohort.void, early.cohort.cancelled) == (0, 0)


def test_the_flow_of_the_period(month: tuple[Database, Desk]) -> None:
    database, desk = month
    flow = of_month(database, desk, "2026-11-23 10:00").flow
    # Slip 1 was open at the start; its return fell into the window.
    assert flow.carried_in == 1
    assert flow.completed == 8
    assert flow.ended == 2
    assert flow.carried_out == 5
    assert flow.others == 0


def test_nothing_is_divided_by_nothing(database: Database) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    report = database.read(load_statistics_report, desk, this_period(desk))
    for figure in report.now.figures.values():
        assert figure.rate is None
        assert figure.value in (None, "0", "0.00")
    assert report.now.figure(K.COMPLAINTS).value is None, "not kept, never zero"
    assert report.now.reasons == ()
    assert report.technicians == () and report.clerks == ()
    assert all(point.rate is None for point in report.trend)


def test_the_slips_behind_every_figure_are_as_many_as_it_says(
    month: tuple[Database, Desk],
) -> None:
    database, desk = month
    span = period_span(desk, "2026-11", at("2026-11-23 10:00"))
    found = database.read(load_statistics, desk, span)

    def count(key: FigureKey, part: Part = Part.NUMERATOR) -> int:
        return len(database.read(find_figure_ids, desk, span, Behind(key, part)))

    sums = {K.COLLECTION, K.UNPAID, K.COMPLAINTS, K.RETURN_IN_TIME, K.FEEDBACK}
    sums |= {K.ARRIVAL_MINUTES, K.FINISH_MINUTES, K.GAP_CASES}
    for key, figure in found.figures.items():
        if key in sums:
            continue
        assert count(key) == figure.numerator, key
        if figure.denominator is not None:
            assert count(key, Part.DENOMINATOR) == figure.denominator, key
            missed = figure.denominator - (figure.numerator or 0)
            assert count(key, Part.MISSED) == missed, key
    assert count(K.UNPAID) == 4
    assert count(K.FINISH_MINUTES) == found.figure(K.FINISH_MINUTES).denominator


def test_the_slips_behind_a_split_and_a_reason(month: tuple[Database, Desk]) -> None:
    database, desk = month
    span = period_span(desk, "2026-11", at("2026-11-23 10:00"))
    found = database.read(load_statistics, desk, span)
    for dimension, rows in found.splits.items():
        assert rows, dimension
        for row in rows:
            for key, count in (
                (K.EFFECTIVE, row.effective),
                (K.COMPLETED, row.completed),
                (K.UNFINISHED, row.unfinished),
            ):
                behind = Behind(key, Part.NUMERATOR, dimension, row.name)
                ids = database.read(find_figure_ids, desk, span, behind)
                assert len(ids) == count, (dimension, row)
    for reason in found.reasons:
        behind = Behind(K.UNFINISHED, Part.NUMERATOR, Dimension.REASON, reason.reason)
        ids = database.read(find_figure_ids, desk, span, behind)
        assert len(ids) == reason.count


def test_the_report_compares_with_the_period_before(
    month: tuple[Database, Desk],
) -> None:
    database, desk = month
    span = period_span(desk, "2026-12", at("2026-12-21 10:00"))
    report = database.read(load_statistics_report, desk, span)
    before = report.before
    assert before.span.from_at == at("2026-10-21 00:00")
    # Ten hours after its end, as this one is looked at ten hours after its own.
    assert before.span.at == at("2026-11-21 10:00")
    assert before.cohort.issued == 14
    assert sum(point.issued for point in report.trend) == report.now.cohort.issued


def test_a_span_across_the_end_of_a_year(month: tuple[Database, Desk]) -> None:
    database, desk = month
    span = span_of(desk, at("2026-10-01"), at("2027-02-01"), NOW)
    found = database.read(load_statistics, desk, span)
    assert found.cohort.issued == 16
    assert found.cohort.completed == 14
    report = database.read(load_statistics_report, desk, span)
    assert sum(point.issued for point in report.trend) == 16
