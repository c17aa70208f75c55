"""A statement says what worked-examples 5.2 says; its identities tell a difference."""

from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.slip_line import Line
from app.slip_work import CompleteSlip, complete_slip
from app.statement import PeriodMalformed, StatementDamaged, load_statement
from app.statement_figures import figures
from app.statement_text import read_statement, statement_text, text_hash
from models.data_book import BookRows, ClosingRow, SlipRow
from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO
from models.slip import ChargeClass, SlipState
from models.slip_line import LineKind
from models.statement import Section, Statement
from models.unit import AreaKind
from models.waiver import WaiverLevel
from tests.app.books import by_hand
from tests.app.finance_books import drop_guard, put_book
from tests.app.slip_step import SIGNED
from tests.data_book_maker import (
    NOW,
    at,
    numbered,
    public_slip,
    unit_slip,
    worked_book,
    yuan,
)
from tests.makers import make_slip

KEYS = ("issued", "money", "methods", "copies", "balances")


@pytest.fixture
def late_desk(database: Database) -> Desk:
    """The desk in January 2027."""
    return database.read(open_desk, clock=lambda: NOW)


@pytest.fixture
def worked(database: Database, late_desk: Desk) -> Database:
    """The books of worked-examples 5.2, its three periods closed."""
    put_book(database, late_desk, numbered(worked_book()))
    return database


def told(database: Database, desk: Desk, period: str) -> Statement:
    return database.read(load_statement, desk, period)


def numbers(statement: Statement, section: Section) -> list[str]:
    return [slip.number for slip in statement.section(section)]


def all_hold(statement: Statement) -> bool:
    assert tuple(each.key for each in statement.identities) == KEYS
    return all(each.holds for each in statement.identities)


def test_statement_2026_10(worked: Database, late_desk: Desk) -> None:
    statement = told(worked, late_desk, "2026-10")
    assert statement.is_closed
    assert statement.issued == 1
    assert numbers(statement, Section.A) == []
    assert numbers(statement, Section.C) == ["WX261020-031"]
    assert statement.charged.total == ZERO
    assert statement.closing == ZERO
    assert all_hold(statement)


def test_statement_2026_11(worked: Database, late_desk: Desk) -> None:
    statement = told(worked, late_desk, "2026-11")
    assert statement.issued == 14
    assert numbers(statement, Section.A) == [
        "WX261021-001",
        "WX261025-004",
        "WX261025-005",
        "WX261028-002",
        "WX261101-003",
        "WX261105-001",
        "WX261107-002",
        "WX261110-005",
        "WX261115-002",
        "WX261119-004",
        "WX261120-009",
    ]
    assert numbers(statement, Section.B) == ["WX261020-031"]
    assert numbers(statement, Section.C) == [
        "WX261103-006",
        "WX261112-004",
        "WX261118-003",
    ]
    assert statement.void == ("WX261105-001",)
    assert statement.cancelled == ("WX261107-002",)
    assert (statement.charged.own, statement.charged.earlier) == (
        yuan("1705.49"),
        yuan("80.00"),
    )
    assert statement.charged.total == yuan("1785.49")
    assert (statement.waived.own, statement.waived.earlier) == (yuan("999.99"), ZERO)
    assert statement.waived_by_level == {
        WaiverLevel.DIRECTOR: yuan("499.99"),
        WaiverLevel.LEADER: yuan("500.00"),
    }
    assert (statement.received.own, statement.received.earlier) == (
        yuan("405.00"),
        yuan("80.00"),
    )
    assert statement.received_by_method == {
        PayMethod.CASH: yuan("180.00"),
        PayMethod.TRANSFER: yuan("120.00"),
        PayMethod.WECHAT: yuan("185.00"),
        PayMethod.ALIPAY: ZERO,
        PayMethod.CARD: ZERO,
        PayMethod.OTHER: ZERO,
    }
    assert statement.adjusted.total == statement.refunded.total == ZERO
    assert statement.opening == ZERO
    assert statement.closing == yuan("300.50")
    assert [(each.number, each.amount) for each in statement.balances] == [
        ("WX261028-002", yuan("200.00")),
        ("WX261112-004", yuan("-35.00")),
        ("WX261119-004", yuan("75.50")),
        ("WX261120-009", yuan("60.00")),
    ]
    assert all_hold(statement)


def test_section_c_tells_why_and_what_was_paid(
    worked: Database, late_desk: Desk
) -> None:
    disputed, mislaid, out = told(worked, late_desk, "2026-11").section(Section.C)
    assert (disputed.reason, disputed.expected) == ("报价争议", yuan("200"))
    assert disputed.eta_at == at("2026-11-24")
    assert mislaid.reason == "单据遗失"
    assert (mislaid.received, mislaid.balance) == (yuan("35.00"), yuan("-35.00"))
    assert mislaid.is_paid_unseen
    assert (out.reason, out.eta_at) == ("", None)
    assert not out.is_paid_unseen
    assert not out.charged


def test_section_c_expects_what_will_be_charged(
    database: Database, late_desk: Desk
) -> None:
    """The fee counts before a book's quote, and free work is expected to cost nothing.

    Its material is written down all the same.
    """
    priced = unit_slip(
        "A", "2026-11-01 09:00", labour_fee=yuan("80"), quote=yuan("100")
    )
    quoted = unit_slip("B", "2026-11-01 09:00", quote=yuan("100"))
    put_book(database, late_desk, numbered(BookRows(slips=(priced, quoted))))
    free = make_slip(
        database,
        late_desk.at(at("2026-11-02 09:00")),
        SlipState.WORKING,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.FREE_WARRANTY,
    )
    material = Line(LineKind.MATERIAL, "阀芯", yuan("30"))
    done = CompleteSlip(free.id, signature=SIGNED, lines=(material,))
    database.write(complete_slip, late_desk, done)
    waiting = told(database, late_desk, "2026-11").section(Section.C)
    assert {slip.number: slip.expected for slip in waiting} == {
        "A": yuan("80"),
        "B": yuan("100"),
        free.number: None,
    }


def test_statement_2026_12(worked: Database, late_desk: Desk) -> None:
    statement = told(worked, late_desk, "2026-12")
    assert statement.issued == 1
    assert numbers(statement, Section.A) == ["WX261121-001"]
    assert numbers(statement, Section.B) == [
        "WX261103-006",
        "WX261112-004",
        "WX261118-003",
    ]
    assert numbers(statement, Section.C) == []
    assert statement.opening == yuan("300.50")
    assert (statement.charged.own, statement.charged.earlier) == (
        yuan("45.00"),
        yuan("325.00"),
    )
    assert (statement.adjusted.own, statement.adjusted.earlier) == (
        ZERO,
        yuan("-50.00"),
    )
    assert (statement.received.own, statement.received.earlier) == (
        yuan("45.00"),
        yuan("460.00"),
    )
    assert statement.received_by_method[PayMethod.TRANSFER] == yuan("505.00")
    assert (statement.refunded.own, statement.refunded.earlier) == (ZERO, yuan("50.00"))
    assert statement.closing == yuan("165.50")
    assert [(each.number, each.amount) for each in statement.balances] == [
        ("WX261118-003", yuan("90.00")),
        ("WX261119-004", yuan("75.50")),
    ]
    assert all_hold(statement)


def test_the_period_that_follows_opens_with_what_was_owed(
    worked: Database, late_desk: Desk
) -> None:
    statement = told(worked, late_desk, "2027-01")
    assert not statement.is_closed
    assert statement.opening == statement.closing == yuan("165.50")
    assert statement.issued == 0
    assert not statement.slips
    assert not statement.entries
    assert all_hold(statement)


def test_entries_say_who_approved_and_which_are_of_earlier_slips(
    worked: Database, late_desk: Desk
) -> None:
    november = told(worked, late_desk, "2026-11").entries
    waived = [each for each in november if each.kind is EntryKind.WAIVE]
    assert [(each.number, each.level) for each in waived] == [
        ("WX261025-004", WaiverLevel.LEADER),
        ("WX261025-005", WaiverLevel.DIRECTOR),
    ]
    assert {each.applicant for each in waived} == {"演示管家"}
    earlier = {each.number for each in november if each.is_earlier}
    assert earlier == {"WX261020-031"}


def test_the_bundle_of_a_replayed_close_holds_what_no_escort_brought(
    worked: Database, late_desk: Desk
) -> None:
    statement = told(worked, late_desk, "2026-11")
    (batch,) = statement.batches
    early = [slip.number for slip in statement.slips if slip.is_early]
    assert early == ["WX261028-002", "WX261020-031"]
    bundled = [slip.number for slip in statement.slips if slip.batch_no == 1]
    assert len(bundled) == batch.copy_count == 10
    assert not set(early) & set(bundled)
    copies = next(each for each in statement.identities if each.key == "copies")
    assert (copies.left, copies.right) == ("12", "12")


def test_a_moment_before_the_close_is_counted_from_the_books(
    worked: Database, late_desk: Desk
) -> None:
    before = worked.read(load_statement, late_desk, "2026-11", at("2026-11-23 09:19"))
    assert not before.is_closed
    assert "WX261119-004" in numbers(before, Section.C)
    assert before.charged.own == yuan("1629.99")
    at_it = worked.read(load_statement, late_desk, "2026-11", at("2026-11-23 09:20"))
    assert "WX261119-004" in numbers(at_it, Section.A)
    closed = worked.read(load_statement, late_desk, "2026-11", at("2026-11-23 10:00"))
    assert closed.is_closed
    assert worked.read(load_statement, late_desk, "2026-11", NOW) == closed


def test_by_a_moment_only_what_was_issued_and_recorded_then_counts(
    worked: Database, late_desk: Desk
) -> None:
    early = worked.read(load_statement, late_desk, "2026-11", at("2026-10-25 17:25"))
    assert early.issued == 3
    assert numbers(early, Section.A) == ["WX261021-001", "WX261025-004", "WX261025-005"]
    assert early.charged.total == yuan("1199.99")  # the first of 10-20 and these
    assert early.waived.total == ZERO
    # Nothing was handed over by then.
    assert {each.key for each in early.identities if not each.holds} == {"copies"}


def test_a_statement_is_read_back_as_it_was_written(
    worked: Database, late_desk: Desk
) -> None:
    for period in ("2026-10", "2026-11", "2026-12", "2027-01"):
        statement = told(worked, late_desk, period)
        text = statement_text(statement)
        again = read_statement(text, statement.hash)
        assert again == statement
        assert list(again.received_by_method) == list(PayMethod)
        assert statement_text(again) == text


def test_a_stored_statement_that_was_forced_is_not_told(
    worked: Database, late_desk: Desk
) -> None:
    drop_guard(worked)
    by_hand(
        worked,
        "UPDATE finance_period SET statement = replace(statement, '300.50', '200.50')"
        " WHERE code = '2026-11'",
    )
    with pytest.raises(StatementDamaged):
        told(worked, late_desk, "2026-11")


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-1", "2026-11-20", "十月"]
)
def test_a_text_that_names_no_period_is_refused(
    database: Database, late_desk: Desk, text: str
) -> None:
    with pytest.raises(PeriodMalformed):
        told(database, late_desk, text)


def test_a_period_in_which_nothing_happened_is_all_zero(
    database: Database, late_desk: Desk
) -> None:
    statement = told(database, late_desk, "2026-11")
    assert statement.issued == 0
    assert not (statement.slips or statement.balances or statement.batches)
    assert statement.closing == statement.opening == ZERO
    assert all_hold(statement)


def test_year_end(database: Database, late_desk: Desk) -> None:
    """Worked-examples 5.3: what was done by 31 December is read from ``done_at``."""

    def done(number: str, day: str, fee: str) -> SlipRow:
        return unit_slip(
            number,
            "2026-12-21 09:00",
            done_at=at(day),
            returned_at=at("2027-01-05 17:00"),
            outcome="完成",
            labour_fee=yuan(fee),
        )

    late = unit_slip(
        "WX261220-001",
        "2026-12-20 23:59:59",
        returned_at=at("2026-12-22 10:00"),
        outcome="完成",
        labour_fee=yuan("10"),
    )
    rows = BookRows(
        slips=(
            late,
            done("WX261221-001", "2026-12-22 12:00", "100"),
            done("WX261221-002", "2026-12-31 23:59", "40"),
            done("WX261221-003", "2027-01-05 12:00", "60"),
        ),
        closings=(ClosingRow(period="2026-12", at=at("2026-12-21 10:00")),),
    )
    put_book(database, late_desk, numbered(rows))
    december = told(database, late_desk, "2026-12")
    assert numbers(december, Section.C) == ["WX261220-001"]
    january = told(database, late_desk, "2027-01")
    assert numbers(january, Section.B) == ["WX261220-001"]
    assert january.charged.own == yuan("200.00")
    in_year = [
        slip.charged
        for slip in january.section(Section.A)
        if slip.done_at is not None and slip.done_at < at("2027-01-01")
    ]
    assert sum(in_year) == yuan("140.00")


def test_a_failed_inspection_takes_the_copy_out_unless_it_was_closed(
    database: Database, late_desk: Desk
) -> None:
    def failed(number: str, back: str, when: str) -> SlipRow:
        return public_slip(
            number,
            "2026-11-02 09:00",
            returned_at=at(back),
            inspection="不合格",
            inspected_by="演示管家",
            inspected_at=at(when),
        )

    rows = BookRows(
        slips=(
            failed("WX261102-001", "2026-11-02 16:00", "2026-11-03 09:00"),
            failed("WX261102-002", "2026-11-20 16:00", "2026-11-24 09:00"),
        ),
        closings=(ClosingRow(period="2026-11", at=at("2026-11-23 10:00")),),
    )
    put_book(database, late_desk, numbered(rows))
    november = told(database, late_desk, "2026-11")
    assert numbers(november, Section.A) == ["WX261102-002"]
    assert numbers(november, Section.C) == ["WX261102-001"]
    december = told(database, late_desk, "2026-12")
    assert numbers(december, Section.C) == ["WX261102-001"]
    assert december.section(Section.C)[0].state is SlipState.DISPATCHED


def test_a_slip_that_comes_with_a_later_book_belongs_to_the_next_statement(
    worked: Database, late_desk: Desk
) -> None:
    """Issued in a month that was closed before anybody wrote it down."""
    rows = BookRows(
        slips=(
            unit_slip("老单-1", "2026-10-01 09:00", labour_fee=yuan("5")),
            unit_slip("老单-2", "2026-12-01 09:00", labour_fee=yuan("7")),
        )
    )
    put_book(worked, late_desk, numbered(rows))
    january = told(worked, late_desk, "2027-01")
    assert numbers(january, Section.C) == ["老单-1", "老单-2"]
    assert january.issued == 0
    assert all_hold(january)


# --- planted differences: each identity has two sides of its own


def failing(database: Database, desk: Desk, period: str = "2027-01") -> set[str]:
    statement = told(database, desk, period)
    return {each.key for each in statement.identities if not each.holds}


def test_a_copy_counted_twice_breaks_the_count_of_the_issued(
    worked: Database, late_desk: Desk
) -> None:
    rows = BookRows(slips=(unit_slip("WX261222-001", "2026-12-22 09:00"),))
    put_book(worked, late_desk, numbered(rows))
    for _ in range(2):
        by_hand(
            worked,
            "INSERT INTO finance_copy (centre_id, slip_id, arrived_at, is_early,"
            " has_paper, posting_period) SELECT centre_id, id, issued_at,"
            " true, true, '2027-01' FROM slip WHERE number = 'WX261222-001'",
        )
    assert failing(worked, late_desk) == {"issued"}


def test_a_closing_that_was_forced_breaks_the_balances(
    worked: Database, late_desk: Desk
) -> None:
    drop_guard(worked)
    by_hand(
        worked,
        "UPDATE finance_period SET closing = closing + 100 WHERE code = '2026-12'",
    )
    assert failing(worked, late_desk) == {"balances"}


def test_an_entry_on_a_slip_of_another_centre_breaks_sums_and_methods(
    worked: Database, late_desk: Desk
) -> None:
    """What the ledger sums and what the slips of the centre sum are two things."""
    by_hand(
        worked,
        "INSERT INTO centre (id, code, name) SELECT 77, 'OTHER', 'other'",
    )
    by_hand(worked, "UPDATE slip SET centre_id = 77 WHERE number = 'WX261118-003'")
    by_hand(
        worked,
        "INSERT INTO ledger_entry (centre_id, slip_id, kind, amount, method,"
        " effective_at, recorded_at, recorded_by, posting_period)"
        " SELECT 1, id, 'pay', 500, 'cash', '2026-12-22', '2026-12-22', 'x', '2027-01'"
        " FROM slip WHERE number = 'WX261118-003'",
    )
    assert failing(worked, late_desk) == {"money", "methods"}


def test_a_copy_that_nobody_handed_over_breaks_the_count_of_the_copies(
    worked: Database, late_desk: Desk
) -> None:
    rows = BookRows(
        slips=(
            unit_slip(
                "WX261222-001",
                "2026-12-22 09:00",
                returned_at=at("2026-12-22 17:00"),
                labour_fee=yuan("10"),
            ),
        )
    )
    put_book(worked, late_desk, numbered(rows))
    assert failing(worked, late_desk) == {"copies"}


def test_each_figure_of_two_different_statements_is_told_apart(
    worked: Database, late_desk: Desk
) -> None:
    november = figures(told(worked, late_desk, "2026-11"))
    december = figures(told(worked, late_desk, "2026-12"))
    assert november.keys() == december.keys()
    assert november != december
    assert text_hash(str(november)) != text_hash(str(december))
    assert Decimal(str(november["closing"])) == Decimal(str(december["opening"]))
