"""Worked-examples 5.3: the charges of a year that the next one's statement posts."""

from app.data_book_import import import_book
from app.database import Database
from app.desk import open_desk
from app.year_end import load_year_end
from models.data_book import BookRows, ClosingRow, SlipRow
from models.money import ZERO
from tests.data_book_maker import NOW, at, numbered, unit_slip, yuan


def _done(
    number: str, day: str | None, fee: str, issued: str = "2026-12-21 09:00"
) -> SlipRow:
    return unit_slip(
        number,
        issued,
        done_at=None if day is None else at(day),
        returned_at=at("2027-01-05 17:00"),
        outcome="完成",
        labour_fee=yuan(fee),
    )


def test_what_was_done_by_the_last_second_of_the_year_belongs_to_it(
    database: Database,
) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    slips = (
        _done("WX261221-001", "2026-12-22 12:00", "100"),
        _done("WX261221-002", "2026-12-31 23:59", "40"),
        _done("WX261221-003", "2027-01-05 12:00", "60"),
        unit_slip("WX261222-001", "2026-12-22 09:00", done_at=at("2026-12-23 10:00")),
    )
    database.write(import_book, desk, numbered(BookRows(slips=slips)))
    found = database.read(load_year_end, desk, 2026)
    assert found.statement.charged.total == yuan("200.00")
    assert [slip.number for slip in found.done] == ["WX261221-001", "WX261221-002"]
    assert (found.total, found.after) == (yuan("140.00"), yuan("60.00"))
    # Nothing is known of what the last one costs.
    assert (found.waiting, found.expected) == ((), ZERO)


def test_work_whose_paper_is_out_is_told_apart(database: Database) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    slip = unit_slip(
        "WX261222-001",
        "2026-12-22 09:00",
        done_at=at("2026-12-23 10:00"),
        quote=yuan("25"),
    )
    database.write(import_book, desk, numbered(BookRows(slips=(slip,))))
    found = database.read(load_year_end, desk, 2026)
    assert found.done == ()
    assert [each.number for each in found.waiting] == ["WX261222-001"]
    assert (found.total, found.expected) == (ZERO, yuan("25.00"))


def test_a_late_copy_of_an_earlier_period_counts_by_its_arrival_if_need_be(
    database: Database,
) -> None:
    """Nobody wrote down when it was done; it was in hand on the 22nd."""
    desk = database.read(open_desk, clock=lambda: NOW)
    late = unit_slip(
        "WX261220-001",
        "2026-12-20 23:59:59",
        returned_at=at("2026-12-22 10:00"),
        outcome="完成",
        labour_fee=yuan("10"),
    )
    unknown = _done("WX261221-001", None, "30")  # in hand on 5 January
    closing = ClosingRow(period="2026-12", at=at("2026-12-21 10:00"))
    rows = BookRows(slips=(late, unknown), closings=(closing,))
    database.write(import_book, desk, numbered(rows))
    found = database.read(load_year_end, desk, 2026)
    assert [slip.number for slip in found.done] == ["WX261220-001"]
    assert (found.total, found.after) == (yuan("10.00"), yuan("30.00"))


def test_a_year_without_books_is_empty(database: Database) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    found = database.read(load_year_end, desk, 2025)
    assert (found.done, found.waiting, found.total) == ((), (), ZERO)
    assert found.statement.period == "2026-01"
