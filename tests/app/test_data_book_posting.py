"""Money of a book posts as 4.7 says: the worked examples 5.2 and 5.3, and the edges."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data_book_finding import BookRefused
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from app.payment_reverse import ReverseEntry, reverse_entry
from app.posting import last_closed_period
from models.data_book import BookRows, ClosingRow, MoneyRow, SlipRow, WaiverRow
from models.data_book_problem import CellFault
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry
from models.slip import Slip, SlipState
from models.unit import AreaKind
from models.waiver import Waiver
from tests.app.books import problems
from tests.app.slip_step import take_back
from tests.clock import Clock
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

Sums = dict[tuple[str | None, str], Decimal]


@pytest.fixture(autouse=True)
def _the_clock_stands_after_the_book(clock: Clock) -> None:
    clock.at = NOW


def taken(database: Database, desk: Desk, *slips: SlipRow, **sheets: Any) -> None:
    rows = BookRows(slips=slips, **sheets)
    database.write(import_book, desk, numbered(rows))
    assert problems(database, desk) == []


def posted(database: Database) -> Sums:
    """What each period posts of each kind."""

    def ask(session: Session) -> Sums:
        sums: Sums = defaultdict(Decimal)
        rows = session.execute(
            select(LedgerEntry.posting_period, LedgerEntry.kind, LedgerEntry.amount)
        )
        for period, kind, amount in rows:
            sums[period, kind.value] += amount
        return dict(sums)

    return database.read(ask)


def statement_of(database: Database, number: str) -> str | None:
    """The period whose statement takes a slip's finance copy."""

    def ask(session: Session) -> str | None:
        return session.scalar(
            select(FinanceCopy.posting_period)
            .join(Slip, Slip.id == FinanceCopy.slip_id)
            .where(Slip.number == number, FinanceCopy.left_at.is_(None))
        )

    return database.read(ask)


def paid(amount: str, when: str, number: str = "A", **more: Any) -> MoneyRow:
    row = MoneyRow(
        number=number, kind="收款", amount=yuan(amount), at=at(when), method="现金"
    )
    return row if not more else MoneyRow(**{**_cells(row), **more})


def _cells(row: MoneyRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in MoneyRow.__dataclass_fields__}


def waived(amount: str, when: str, number: str = "A") -> WaiverRow:
    return WaiverRow(
        number=number,
        amount=yuan(amount),
        reason="特殊原因",
        applicant="演示管家",
        approver="演示总监",
        level="物业总监",
        at=at(when),
    )


def closing(period: str, when: str) -> ClosingRow:
    return ClosingRow(period=period, at=at(when))


def test_the_worked_example_posts_as_its_statements_say(
    database: Database, desk: Desk
) -> None:
    """Worked examples 5.2."""
    rows = worked_book()
    taken(database, desk, *rows.slips, **_sheets(rows))

    assert posted(database) == {
        ("2026-11", "charge"): yuan("1785.49"),
        ("2026-11", "waive"): yuan("999.99"),
        ("2026-11", "pay"): yuan("485.00"),
        ("2026-12", "charge"): yuan("370.00"),
        ("2026-12", "adjust"): yuan("-50.00"),
        ("2026-12", "pay"): yuan("505.00"),
        ("2026-12", "refund"): yuan("50.00"),
    }
    in_statement = {
        row.number: statement_of(database, row.number) for row in rows.slips
    }
    later = {"WX261103-006", "WX261112-004", "WX261118-003", "WX261121-001"}
    assert in_statement == {
        row.number: "2026-12" if row.number in later else "2026-11"
        for row in rows.slips
    }


def _sheets(rows: BookRows) -> dict[str, Any]:
    return {
        "money": rows.money,
        "waivers": rows.waivers,
        "feedback": rows.feedback,
        "closings": rows.closings,
    }


def test_the_years_end_lies_in_the_january_period(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """Worked examples 5.3."""
    clock.local("2027-01-25 10:00:00")

    def done(number: str, when: str, fee: str) -> SlipRow:
        return unit_slip(
            number,
            "2026-12-21 09:00",
            labour_fee=yuan(fee),
            done_at=at(when),
            returned_at=at(when),
        )

    late = unit_slip(
        "D",
        "2026-12-20 23:59:59",
        labour_fee=yuan("5"),
        returned_at=at("2026-12-22 10:00"),
    )
    taken(
        database,
        desk,
        done("A", "2026-12-22 10:00", "100"),
        done("B", "2026-12-31 23:59", "40"),
        done("C", "2027-01-05 10:00", "60"),
        late,
        closings=(closing("2026-12", "2026-12-21 10:00"),),
    )
    assert posted(database) == {("2027-01", "charge"): yuan("205.00")}
    assert statement_of(database, "D") == "2027-01"


@pytest.mark.parametrize(
    ("back", "period"),
    [
        ("2026-10-21 09:59:59", "2026-10"),
        ("2026-10-21 10:00:00", "2026-11"),
        ("2026-11-23 10:00:00", "2026-12"),
    ],
)
def test_a_copy_at_the_very_second_of_a_close_belongs_to_the_next(
    database: Database, desk: Desk, back: str, period: str
) -> None:
    slip = unit_slip(
        "A", "2026-10-20 09:00", labour_fee=yuan("80"), returned_at=at(back)
    )
    closings = (
        closing("2026-10", "2026-10-21 10:00"),
        closing("2026-11", "2026-11-23 10:00"),
    )
    taken(database, desk, slip, closings=closings)
    assert posted(database) == {(period, "charge"): yuan("80")}


def test_a_waiver_posts_with_the_copy_it_waits_for(
    database: Database, desk: Desk
) -> None:
    facts = {"labour_fee": yuan("80")}
    late = unit_slip(
        "A", "2026-10-10 09:00", returned_at=at("2026-10-25 10:00"), **facts
    )
    out = unit_slip("B", "2026-10-10 09:00", done_at=at("2026-10-11 10:00"), **facts)
    taken(
        database,
        desk,
        late,
        out,
        waivers=(
            waived("10", "2026-10-12 10:00"),
            waived("5", "2026-12-01 10:00"),
            waived("20", "2026-10-12 10:00", "B"),
        ),
        closings=(closing("2026-10", "2026-10-21 10:00"),),
    )
    assert posted(database) == {
        ("2026-11", "charge"): yuan("80"),
        ("2026-11", "waive"): yuan("10"),
        ("2026-12", "waive"): yuan("5"),
        (None, "waive"): yuan("20"),
    }


def test_the_fee_is_labour_and_material_whatever_was_quoted(
    database: Database, desk: Desk
) -> None:
    fees = {"labour_fee": yuan("60"), "material_fee": yuan("20.50")}
    back = {"returned_at": at("2026-11-02 10:00")}
    taken(
        database,
        desk,
        unit_slip("A", "2026-11-01 09:00", quote=yuan("90"), **fees, **back),
        unit_slip("B", "2026-11-01 09:00", quote=yuan("90"), **back),
        unit_slip("C", "2026-11-01 09:00", charge_class="合同", **fees, **back),
    )
    assert posted(database) == {("2026-11", "charge"): yuan("161.00")}


def test_a_quote_without_a_fee_is_paid_only_while_the_paper_is_out(
    database: Database, desk: Desk
) -> None:
    out = unit_slip("A", "2026-11-01 09:00", quote=yuan("90"))
    taken(database, desk, out, money=(paid("90", "2026-11-02 10:00"),))
    back = unit_slip(
        "B", "2026-11-01 09:00", quote=yuan("90"), returned_at=at("2026-11-02 10:00")
    )
    rows = BookRows(slips=(back,), money=(paid("90", "2026-11-02 10:00", "B"),))
    with pytest.raises(BookRefused) as refused:
        database.write(import_book, desk, numbered(rows))
    assert [each.fault for each in refused.value.problems] == [
        CellFault.BALANCE_BELOW_ZERO
    ]


def test_unfinished_work_has_its_paper_out_unless_finance_has_it(
    database: Database, desk: Desk
) -> None:
    facts = {"labour_fee": yuan("60"), "outcome": "未完成"}
    back = at("2026-11-02 10:00")
    early = at("2026-11-02 09:00")
    taken(
        database,
        desk,
        unit_slip("A", "2026-11-01 09:00", returned_at=back, **facts),
        unit_slip(
            "B", "2026-11-01 09:00", returned_at=back, escorted_at=early, **facts
        ),
    )
    assert statement_of(database, "A") is None
    assert statement_of(database, "B") == "2026-11"
    assert posted(database) == {("2026-11", "charge"): yuan("60")}


def test_a_copy_at_the_escort_is_early_and_one_of_an_ended_slip_has_no_fee(
    database: Database, desk: Desk
) -> None:
    ended = {"ending": "销单", "ended_at": at("2026-11-25 10:00"), "quote": yuan("9")}
    taken(
        database,
        desk,
        unit_slip(
            "A",
            "2026-11-01 09:00",
            labour_fee=yuan("60"),
            escorted_at=at("2026-11-02 10:00"),
            returned_at=at("2026-11-02 16:00"),
        ),
        unit_slip("B", "2026-11-01 09:00", **ended),
        closings=(closing("2026-11", "2026-11-23 10:00"),),
    )

    def ask(session: Session) -> list[Any]:
        return list(
            session.execute(
                select(
                    FinanceCopy.arrived_at,
                    FinanceCopy.is_early,
                    FinanceCopy.posting_period,
                ).order_by(FinanceCopy.slip_id)
            )
        )

    assert [tuple(row) for row in database.read(ask)] == [
        (at("2026-11-02 10:00"), True, "2026-11"),
        (at("2026-11-25 10:00"), False, "2026-12"),
    ]
    assert posted(database) == {("2026-11", "charge"): yuan("60")}


@pytest.mark.parametrize(
    ("failed", "stays"),
    [("2026-11-23 09:59:59", False), ("2026-11-23 10:00:00", True)],
)
def test_a_failure_after_the_close_leaves_the_statement_as_it_is(
    database: Database, desk: Desk, failed: str, stays: bool
) -> None:
    slip = public_slip(
        "A",
        "2026-11-01 09:00",
        returned_at=at("2026-11-01 16:30"),
        inspection="不合格",
        inspected_by="演示管家",
        inspected_at=at(failed),
    )
    taken(database, desk, slip, closings=(closing("2026-11", "2026-11-23 10:00"),))
    assert statement_of(database, "A") == ("2026-11" if stays else None)


def test_what_the_database_has_closed_takes_nothing_of_a_book(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, closings=(closing("2026-10", "2026-10-21 10:00"),))
    slip = unit_slip(
        "A",
        "2026-10-01 09:00",
        labour_fee=yuan("80"),
        returned_at=at("2026-10-02 10:00"),
    )
    taken(database, desk, slip, money=(paid("80", "2026-10-02 11:00"),))
    assert posted(database) == {
        ("2026-11", "charge"): yuan("80"),
        ("2026-11", "pay"): yuan("80"),
    }


def test_a_close_of_a_book_moves_on_what_had_come_after_it(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-10-15 10:00:00")
    early = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    late = make_slip(
        database, desk, SlipState.DONE, area_kind=AreaKind.UNIT, place="3-1602"
    )
    clock.local("2026-10-21 12:00:00")
    take_back(database, desk, late.id)
    assert posted(database) == {("2026-10", "charge"): yuan("170")}
    clock.at = NOW
    taken(database, desk, closings=(closing("2026-10", "2026-10-21 10:00"),))
    assert posted(database) == {
        ("2026-10", "charge"): yuan("85"),
        ("2026-11", "charge"): yuan("85"),
    }
    assert statement_of(database, early.number) == "2026-10"
    assert statement_of(database, late.number) == "2026-11"


def test_closes_and_waivers_of_a_book_are_rows(database: Database, desk: Desk) -> None:
    rows = worked_book()
    taken(database, desk, *rows.slips, **_sheets(rows))
    assert database.read(last_closed_period, desk) == "2026-12"

    def ask(session: Session) -> tuple[list[Any], list[Any]]:
        periods = session.execute(
            select(FinancePeriod.code, FinancePeriod.closed_at, FinancePeriod.closed_by)
        ).all()
        waivers = session.execute(
            select(Waiver.amount, Waiver.level, Waiver.status, Waiver.approver)
        ).all()
        return [tuple(row) for row in periods], [tuple(row) for row in waivers]

    periods, waivers = database.read(ask)
    assert periods[0] == ("2026-10", at("2026-10-21 10:00"), desk.actor)
    assert waivers == [
        (yuan("500"), "leader", "approved", "演示领导"),
        (yuan("499.99"), "director", "approved", "演示总监"),
    ]


def test_who_paid_is_known_by_name_or_room(database: Database, desk: Desk) -> None:
    facts = {"labour_fee": yuan("80")}
    taken(
        database,
        desk,
        unit_slip("A", "2026-11-01 09:00", owner_name="演示业户", **facts),
        unit_slip("B", "2026-11-01 09:00", owner_name="", unit="9-0101", **facts),
        money=(
            paid("80", "2026-11-02 10:00", receipt_no="S-1", note="说" * 1000),
            paid("80", "2026-11-02 10:00", "B", receipt_no="S-2"),
        ),
    )

    def ask(session: Session) -> list[Any]:
        return list(
            session.execute(
                select(LedgerEntry.payer, LedgerEntry.receipt_no, LedgerEntry.kind)
                .where(LedgerEntry.kind == EntryKind.PAY)
                .order_by(LedgerEntry.id)
            )
        )

    assert [tuple(row) for row in database.read(ask)] == [
        ("演示业户", "S-1", "pay"),
        ("9-0101", "S-2", "pay"),
    ]


def later_book(*slips: SlipRow, **sheets: Any) -> BookRows:
    """A book that comes after another one."""
    return numbered(BookRows(slips=slips, **sheets))


def test_waivers_count_together_with_those_of_linked_slips_in_the_books(
    database: Database, desk: Desk
) -> None:
    """4.8, K-12: 300.00 and 200.00 on a slip and its rework are the leader's."""
    facts = {"labour_fee": yuan("900"), "returned_at": at("2026-11-03 10:00")}
    first = WaiverRow(
        number="A",
        amount=yuan("300"),
        level="物业总监",
        at=at("2026-11-04 10:00"),
        reason="特殊原因",
        applicant="演示管家",
        approver="演示总监",
    )
    taken(database, desk, unit_slip("A", "2026-11-01", **facts), waivers=(first,))
    rework = unit_slip("B", "2026-11-02", parent_number="A", **facts)
    second = replace(first, number="B", amount=yuan("200"), at=at("2026-11-05 10:00"))
    with pytest.raises(BookRefused) as met:
        database.write(import_book, desk, later_book(rework, waivers=(second,)))
    (problem,) = met.value.problems
    assert (problem.fault, problem.heading) == (CellFault.WAIVER_LEVEL, "级别")
    assert problem.facts == (("total", "500.00"),)
    least = replace(second, amount=yuan("199.99"))
    taken(database, desk, rework, waivers=(least,))
    by_leader = replace(least, number="C", level="公司领导")
    again = unit_slip("C", "2026-11-02", parent_number="B", **facts)
    taken(database, desk, again, waivers=(by_leader,))


def test_a_receipt_that_was_written_off_is_free_for_a_later_book(
    database: Database, desk: Desk
) -> None:
    """A number belongs to one payer and day; what was reversed gives it back."""
    facts = {"labour_fee": yuan("60"), "returned_at": at("2026-11-03 10:00")}
    slip = unit_slip("A", "2026-11-01 09:00", owner_name="演示甲", **facts)
    taken(database, desk, slip, money=(paid("60", "2026-11-04", receipt_no="SJ1"),))
    other = unit_slip("B", "2026-11-01 09:00", owner_name="演示乙", **facts)
    money = paid("60", "2026-11-05", number="B", receipt_no="SJ1")
    with pytest.raises(BookRefused) as met:
        database.write(import_book, desk, later_book(other, money=(money,)))
    (problem,) = met.value.problems
    assert problem.fault is CellFault.RECEIPT_TWICE

    def payment(session: Session) -> int:
        return session.scalars(
            select(LedgerEntry.id).where(LedgerEntry.kind == EntryKind.PAY)
        ).one()

    wrong = ReverseEntry(database.read(payment), "交款人录错")
    database.write(reverse_entry, desk, wrong)
    taken(database, desk, other, money=(money,))
