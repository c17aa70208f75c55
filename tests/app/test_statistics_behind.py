"""The slips behind a figure are those that made it, also once the books went on."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.slip_close import VoidSlip, void_slip
from app.slip_rework import IssueRework, issue_rework
from app.statistics import load_statistics
from app.statistics_behind import find_figure_ids
from app.statistics_days import count_days
from app.statistics_span import period_span
from models.slip import Slip
from models.statistics import Behind, FigureKey, Part, Span
from tests.app.checked_days import Days
from tests.app.finance_books import put_book
from tests.app.finance_month import PERIOD, make_returned
from tests.clock import Clock
from tests.data_book_maker import NOW, at, numbered, worked_book

K = FigureKey


def test_a_rework_slip_that_was_a_mistake_is_no_rework(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first, _ = make_returned(database, desk, clock, "2026-03-02 10:00")
    clock.local("2026-03-03 10:00")
    again, _ = database.write(issue_rework, desk, IssueRework(first, "又漏了"))
    clock.local("2026-03-03 10:05")
    database.write(void_slip, desk, VoidSlip(again.id, "录入错误"))
    for moment, count in (("2026-03-03 10:04", 1), ("2026-03-03 10:05", 0)):
        span = period_span(desk, PERIOD, at(moment))
        figure = database.read(load_statistics, desk, span).figure(K.REWORK)
        assert (figure.numerator, figure.denominator) == (count, 1), moment
        ids = database.read(find_figure_ids, desk, span, Behind(K.REWORK))
        assert len(ids) == count


def test_a_day_made_final_again_later_is_looked_behind_as_it_was(days: Days) -> None:
    desk, database = days.desk, days.database
    first = days.issue("2026-03-02 09:00")
    second = days.issue("2026-03-02 09:10")
    days.back("2026-03-02 11:00", first)
    days.final("2026-03-02", "2026-03-02 17:41")
    known_at = at("2026-03-02 17:42")
    days.back("2026-03-02 17:45", second)
    days.final("2026-03-02", "2026-03-02 17:50")
    span = Span(desk.at_local(date(2026, 3, 2)), desk.at_local(date(2026, 3, 3)), NOW)
    then = Span(span.from_at, span.until_at, known_at)
    for asked, ids in ((then, {first}), (span, {first, second})):
        (day,) = database.read(count_days, desk, asked)
        assert day.on_time + day.late == len(ids)
        behind = Behind(K.RETURN_IN_TIME, Part.DENOMINATOR)
        assert set(database.read(find_figure_ids, desk, asked, behind)) == ids


def test_what_the_collection_missed_are_the_slips_that_still_owe(
    database: Database, desk: Desk
) -> None:
    # Due in the period, and not all of it came: 5, 13 and 15 of the example.
    numbers = {"WX261028-002", "WX261120-009", "WX261119-004"}
    put_book(database, desk.at(NOW), numbered(worked_book()))
    span = period_span(desk, "2026-11", at("2026-11-23 10:00"))
    ids = database.read(find_figure_ids, desk, span, Behind(K.COLLECTION, Part.MISSED))
    assert numbers_of(database, ids) == numbers


def numbers_of(database: Database, ids: tuple[int, ...]) -> set[str]:
    def ask(session: Session) -> set[str]:
        return set(session.scalars(select(Slip.number).where(Slip.id.in_(ids))))

    return database.read(ask)
