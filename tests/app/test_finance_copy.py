"""The finance copy comes in hand and goes out again; the fee posts with it (4.7-6)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.data_book_export import load_book
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Refusal
from app.ledger import load_account
from app.payment import PayBack, pay_back
from app.slip_archive import Lack, ReopenSlip, reopen_slip
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from app.slip_copy_move import MoveCopies, put_copies
from app.slip_escort import EscortSlip, escort_slip
from app.slip_line import Line
from app.slip_quote import AgreeQuote, QuoteSlip, agree_quote, quote_slip
from app.slip_record import find_slip
from app.slip_refusals import (
    BroughtAlready,
    FieldMissing,
    InClosedStatement,
    LinesUnlikePrice,
    MoneyOnSlip,
    NoFinanceCopy,
    NothingToCharge,
    NotYetSettled,
    PriceBelowPaid,
    PriceMissing,
    QuoteUnlikeCharge,
    TimeOrder,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_rework import IssueRework, issue_rework
from app.slip_view import load_slip_view
from models.data_book import BookRows
from models.finance_copy import FinanceCopy
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import ZERO
from models.slip import ChargeClass, Outcome, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.slip_line import LineKind
from models.staff import Department, Post
from models.text import LANGUAGES, translator
from models.unit import AreaKind
from tests.app.books import books, copy_places, problems, slip_of, state_of
from tests.app.finance_books import put_book
from tests.app.slip_step import SIGNED, STEPS, inspect, money
from tests.app.test_ledger import closed
from tests.clock import Clock
from tests.data_book_maker import at, numbered, unit_slip
from tests.makers import PRICE, make_slip, make_staff, paper_of
from ui.texts import sentence

_E = SlipEvent
_S = SlipState
UNIT = {"area_kind": AreaKind.UNIT}
LABOUR = Line(LineKind.LABOUR, "人工费", PRICE)


@pytest.fixture(autouse=True)
def _it_is_october(clock: Clock) -> None:
    clock.local("2026-10-20 09:00:00")


def done(database: Database, desk: Desk) -> int:
    """Paid work that is done, at an agreed price of 85.00; the paper is out."""
    return make_slip(database, desk, _S.DONE, **UNIT).id


def back(database: Database, desk: Desk) -> int:
    """The same, with its paper back."""
    slip_id = done(database, desk)
    STEPS[_E.RETURN](database, desk, slip_id)
    return slip_id


def arrivals(database: Database, slip_id: int) -> list[tuple[str, bool, bool]]:
    """Of each arrival: its statement, whether it left, whether it came early."""

    def ask(session: Session) -> list[tuple[str, bool, bool]]:
        rows = session.execute(
            select(
                FinanceCopy.posting_period,
                FinanceCopy.left_at.is_not(None),
                FinanceCopy.is_early,
            )
            .where(FinanceCopy.slip_id == slip_id)
            .order_by(FinanceCopy.id)
        )
        return [(period, bool(left), early) for period, left, early in rows]

    return database.read(ask)


def charges(database: Database, slip_id: int) -> list[tuple[Decimal, str | None]]:
    def ask(session: Session) -> list[tuple[Decimal, str | None]]:
        rows = session.execute(
            select(LedgerEntry.amount, LedgerEntry.posting_period)
            .where(LedgerEntry.slip_id == slip_id, LedgerEntry.kind == EntryKind.CHARGE)
            .order_by(LedgerEntry.id)
        )
        return [(amount, period) for amount, period in rows]

    return database.read(ask)


def refused(
    database: Database, kind: type[Refusal], step: object, *args: object
) -> Refusal:
    """A step is refused, in a sentence of each language, and leaves nothing."""
    before = books(database)
    with pytest.raises(kind) as raised:
        database.write(step, *args)  # type: ignore[arg-type]
    assert books(database) == before
    for language in LANGUAGES:
        said = sentence(raised.value, translator(language))
        assert said
        assert "{" not in said
        assert "—" not in said
    return raised.value


def test_the_return_charges_the_agreed_price(database: Database, desk: Desk) -> None:
    slip_id = done(database, desk)
    assert charges(database, slip_id) == []
    STEPS[_E.RETURN](database, desk, slip_id)
    assert arrivals(database, slip_id) == [("2026-10", False, False)]
    assert charges(database, slip_id) == [(PRICE, "2026-10")]
    assert database.read(load_account, slip_id).balance == PRICE
    assert not problems(database, desk)


@pytest.mark.parametrize(
    ("closed_at", "period"),
    [("2026-10-21 10:00:01", "2026-10"), ("2026-10-21 10:00:00", "2026-11")],
)
def test_a_copy_that_comes_after_the_close_is_in_the_next_statement(
    database: Database, desk: Desk, clock: Clock, closed_at: str, period: str
) -> None:
    slip_id = done(database, desk)
    clock.local("2026-10-21 10:00:00")
    if closed_at <= "2026-10-21 10:00:00":
        closed(database, desk, "2026-10", closed_at)
    STEPS[_E.RETURN](database, desk, slip_id)
    assert arrivals(database, slip_id) == [(period, False, False)]
    assert charges(database, slip_id) == [(PRICE, period)]


def test_unfinished_work_has_its_paper_out_again(
    database: Database, desk: Desk
) -> None:
    slip_id = done(database, desk)
    order = TakeBackSlip(
        slip_id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=desk.now(),
    )
    database.write(take_back_slip, desk, order)
    assert not arrivals(database, slip_id)
    assert not charges(database, slip_id)
    assert not problems(database, desk)


def test_only_paid_and_contract_work_of_units_is_charged(
    database: Database, desk: Desk
) -> None:
    lines = (Line(LineKind.LABOUR, "人工费", Decimal("45.00")),)
    for charge, kind, expected in (
        (ChargeClass.CONTRACT, AreaKind.UNIT, [(Decimal("45.00"), "2026-10")]),
        (ChargeClass.FREE_WARRANTY, AreaKind.UNIT, []),
        (ChargeClass.CONTRACT, AreaKind.PUBLIC, []),
    ):
        slip = make_slip(
            database, desk, _S.DISPATCHED, area_kind=kind, charge_class=charge
        )
        order = TakeBackSlip(slip.id, signature=SIGNED, lines=lines)
        database.write(take_back_slip, desk, order)
        assert charges(database, slip.id) == expected
        assert len(arrivals(database, slip.id)) == 1
    assert not problems(database, desk)


def test_a_lost_copy_is_counted_when_it_is_found(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = done(database, desk)
    order = paper_of(database, slip_id, copies_lost=frozenset({2}))
    database.write(take_back_slip, desk, order)
    assert not arrivals(database, slip_id)
    assert not charges(database, slip_id)
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    clock.local("2026-10-22 09:00:00")
    database.write(put_copies, desk, MoveCopies(slip_id, {2: CopyPlace.HK_DESK}))
    assert arrivals(database, slip_id) == [("2026-11", False, False)]
    assert charges(database, slip_id) == [(PRICE, "2026-11")]
    database.write(put_copies, desk, MoveCopies(slip_id, {2: CopyPlace.LOST}))
    assert arrivals(database, slip_id) == [("2026-11", True, False)]
    assert charges(database, slip_id)[-1] == (-PRICE, "2026-11")


def test_work_that_fails_takes_its_copy_out_of_an_open_statement(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.RETURNED).id
    inspect(False)(database, desk, slip_id)
    assert arrivals(database, slip_id) == [("2026-10", True, False)]
    STEPS[_E.RETURN](database, desk, slip_id)
    assert arrivals(database, slip_id)[1:] == [("2026-10", False, False)]
    assert not problems(database, desk)


def test_a_failure_after_the_close_changes_no_statement_and_makes_none(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(database, desk, _S.RETURNED).id
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    clock.local("2026-10-22 09:00:00")
    inspect(False)(database, desk, slip_id)
    STEPS[_E.RETURN](database, desk, slip_id)
    assert arrivals(database, slip_id) == [("2026-10", False, False)]


def test_reopening_takes_the_fee_back_until_the_slip_returns(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 18."""
    slip_id = back(database, desk)
    clock.advance(hours=1)
    refused(database, FieldMissing, reopen_slip, desk, ReopenSlip(slip_id, " "))
    database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    assert state_of(database, slip_id) is _S.DISPATCHED
    assert slip_of(database, slip_id).rework_no == 1
    assert copy_places(database, slip_id)[2] == "technician"
    assert charges(database, slip_id) == [(PRICE, "2026-10"), (-PRICE, "2026-10")]
    assert not problems(database, desk)
    clock.advance(hours=1)
    STEPS[_E.RETURN](database, desk, slip_id)
    assert charges(database, slip_id)[2:] == [(PRICE, "2026-10")]
    assert [left for _, left, _ in arrivals(database, slip_id)] == [True, False]
    assert not problems(database, desk)


def test_a_slip_of_a_closed_statement_is_not_reopened(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = back(database, desk)
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    clock.local("2026-10-21 10:00:00")
    refusal = refused(
        database, InClosedStatement, reopen_slip, desk, ReopenSlip(slip_id, "又漏了")
    )
    assert refusal.facts["period"] == "2026-10"
    assert database.read(load_slip_view, desk, slip_id).closed_in == "2026-10"
    issued, _ = database.write(issue_rework, desk, IssueRework(slip_id, "又漏了"))
    rework = slip_of(database, issued.id)
    assert (rework.parent_slip_id, rework.link_kind) == (slip_id, "rework")
    assert rework.charge_class is ChargeClass.FREE_REWORK
    assert (rework.place, rework.content) == ("3-1502", "返修：又漏了")
    assert state_of(database, slip_id) is _S.RETURNED


def test_rework_after_the_warranty_is_paid(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """K-14."""
    slip_id = back(database, desk)
    for days, expected in ((89, ChargeClass.FREE_REWORK), (1, ChargeClass.PAID)):
        clock.advance(days=days)
        issued, _ = database.write(issue_rework, desk, IssueRework(slip_id, ""))
        assert slip_of(database, issued.id).charge_class is expected


def test_a_reopened_slip_is_out_in_the_book(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = back(database, desk)
    clock.advance(hours=1)
    database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    (row,) = database.read(load_book, desk).slips
    assert (row.returned_at, row.outcome) == (None, "")


def test_a_waiver_waits_for_the_copy(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.7-7: not earlier than the slip's inclusion."""
    slip_id = done(database, desk)
    money(EntryKind.WAIVE)(database, desk, slip_id)

    def posted(session: Session) -> str | None:
        return session.scalars(
            select(LedgerEntry.posting_period).where(
                LedgerEntry.kind == EntryKind.WAIVE
            )
        ).one()

    assert database.read(posted) is None
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    clock.local("2026-10-22 09:00:00")
    STEPS[_E.RETURN](database, desk, slip_id)
    assert database.read(posted) == "2026-11"
    database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    assert database.read(posted) is None


@pytest.mark.parametrize("step", [cancel_slip, void_slip])
def test_a_slip_that_ended_stands_in_the_statement_without_a_fee(
    database: Database, desk: Desk, step: object
) -> None:
    printed = make_slip(database, desk, _S.DISPATCHED, **UNIT).id
    bare = make_slip(database, desk, _S.ISSUED, **UNIT).id
    for slip_id in (printed, bare):
        if step is cancel_slip:
            database.write(cancel_slip, desk, CancelSlip(slip_id, "业户撤销"))
        else:
            database.write(void_slip, desk, VoidSlip(slip_id, "录入错误"))
        assert arrivals(database, slip_id) == [("2026-10", False, False)]
    asked = select(FinanceCopy.slip_id, FinanceCopy.has_paper)
    rows = database.read(lambda session: session.execute(asked).all())
    papers = {slip_id: has_paper for slip_id, has_paper in rows}
    assert papers == {printed: True, bare: False}
    assert not problems(database, desk)


def test_a_slip_with_money_on_it_is_not_called_off(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED, **UNIT).id
    money(EntryKind.PAY)(database, desk, slip_id)
    refused(database, MoneyOnSlip, cancel_slip, desk, CancelSlip(slip_id, "业户撤销"))
    refused(database, MoneyOnSlip, void_slip, desk, VoidSlip(slip_id, "录入错误"))


# the price at the return


def test_paid_work_comes_back_with_its_price_and_lines_that_make_it(
    database: Database, desk: Desk
) -> None:
    """4.2 row 15."""
    slip_id = make_slip(database, desk, _S.DISPATCHED, **UNIT).id
    line = Line(LineKind.LABOUR, "人工费", Decimal("80.00"))
    order = TakeBackSlip(slip_id, signature=SIGNED, lines=(line,))
    missing = refused(database, PriceMissing, take_back_slip, desk, order)
    assert getattr(missing, "field", "") == "quote"
    order = paper_of(database, slip_id, lines=(line,))
    unlike = refused(database, LinesUnlikePrice, take_back_slip, desk, order)
    assert getattr(unlike, "field", "") == "lines"
    assert unlike.facts["difference"] == Decimal("-5.00")
    database.write(take_back_slip, desk, paper_of(database, slip_id))
    assert charges(database, slip_id) == [(PRICE, "2026-10")]


def test_work_that_costs_nothing_after_all_comes_back(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED, **UNIT).id
    order = TakeBackSlip(slip_id, signature=SIGNED, quote=Decimal("0.00"))
    database.write(take_back_slip, desk, order)
    assert charges(database, slip_id) == []
    assert not problems(database, desk)


def test_a_price_below_what_was_paid_is_refused(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED, **UNIT).id
    money(EntryKind.PAY)(database, desk, slip_id)
    line = Line(LineKind.LABOUR, "人工费", Decimal("4.00"))
    order = paper_of(database, slip_id, lines=(line,), quote=Decimal("4.00"))
    refused(database, PriceBelowPaid, take_back_slip, desk, order)


# escort


def test_an_escort_brings_the_copy_to_finance_and_charges(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.1.2.5-2."""
    slip_id = done(database, desk)
    at = clock.advance(minutes=30)
    clock.advance(minutes=30)
    database.write(escort_slip, desk, EscortSlip(slip_id, "演示管家", at))
    slip = slip_of(database, slip_id)
    assert (slip.state, slip.escort, slip.finance_early_at) == (
        _S.DONE,
        "演示管家",
        at,
    )
    assert copy_places(database, slip_id)[2] == "finance"
    assert arrivals(database, slip_id) == [("2026-10", False, True)]
    assert charges(database, slip_id) == [(PRICE, "2026-10")]
    assert not problems(database, desk)
    refused(database, BroughtAlready, escort_slip, desk, EscortSlip(slip_id))
    STEPS[_E.RETURN](database, desk, slip_id)
    assert len(arrivals(database, slip_id)) == len(charges(database, slip_id)) == 1
    assert not problems(database, desk)


def test_a_copy_that_was_back_is_brought_early(database: Database, desk: Desk) -> None:
    slip_id = back(database, desk)
    database.write(escort_slip, desk, EscortSlip(slip_id))
    assert arrivals(database, slip_id) == [("2026-10", False, True)]
    assert slip_of(database, slip_id).escort == desk.actor
    assert len(charges(database, slip_id)) == 1
    assert not problems(database, desk)


def test_an_escort_needs_a_price_a_copy_and_somebody_who_pays(
    database: Database, desk: Desk, clock: Clock
) -> None:
    unpriced = make_slip(database, desk, _S.DISPATCHED, **UNIT).id
    refused(database, PriceMissing, escort_slip, desk, EscortSlip(unpriced))
    free = make_slip(
        database,
        desk,
        _S.DISPATCHED,
        charge_class=ChargeClass.FREE_WARRANTY,
        **UNIT,
    ).id
    refused(database, NothingToCharge, escort_slip, desk, EscortSlip(free))
    public = make_slip(database, desk, _S.DISPATCHED).id
    refused(database, NothingToCharge, escort_slip, desk, EscortSlip(public))
    slip_id = done(database, desk)
    before = clock.at
    clock.advance(hours=1)
    early = EscortSlip(slip_id, at=before.replace(hour=0))
    refused(database, TimeOrder, escort_slip, desk, early)
    database.write(put_copies, desk, MoveCopies(slip_id, {2: CopyPlace.LOST}))
    refused(database, NoFinanceCopy, escort_slip, desk, EscortSlip(slip_id))


def test_an_escort_charges_no_less_than_what_was_paid_before_the_price(
    database: Database, desk: Desk
) -> None:
    """4.7-0: while nobody named a price, what was typed is one."""
    slip_id = make_slip(database, desk, _S.ON_SITE, **UNIT).id
    money(EntryKind.PAY)(database, desk, slip_id)
    database.write(quote_slip, desk, QuoteSlip(slip_id, Decimal("4.00")))
    database.write(agree_quote, desk, AgreeQuote(slip_id))
    refused(database, PriceBelowPaid, escort_slip, desk, EscortSlip(slip_id))
    wanted = PayBack(slip_id, Decimal("1.00"), PayMethod.CASH, "多收")
    database.write(pay_back, desk, wanted)
    database.write(escort_slip, desk, EscortSlip(slip_id))
    assert database.read(load_account, slip_id).balance == ZERO
    assert not problems(database, desk)


def test_nobody_is_escorted_to_pay_nothing(database: Database, desk: Desk) -> None:
    """The fee would be charged with the copy, and a later price never."""
    slip_id = make_slip(database, desk, _S.ON_SITE, **UNIT).id
    database.write(quote_slip, desk, QuoteSlip(slip_id, ZERO))
    database.write(agree_quote, desk, AgreeQuote(slip_id))
    refused(database, NothingToCharge, escort_slip, desk, EscortSlip(slip_id))
    STEPS[_E.RETURN](database, desk, slip_id)
    assert not problems(database, desk)


def test_a_book_that_brought_the_copy_early_without_a_fee_has_none(
    database: Database, desk: Desk
) -> None:
    """The copy stands in its statement: a price is put right beside it."""
    told = unit_slip("WX261019-001", "2026-10-19 09:00:00", quote=PRICE)
    early = replace(told, escorted_at=at("2026-10-19 11:00:00"))
    put_book(database, desk, numbered(BookRows(slips=(early,))))
    slip_id = database.read(find_slip, desk, early.number).id
    assert database.read(load_account, slip_id).left_to_pay == ZERO
    order = paper_of(database, slip_id, quote=PRICE, lines=(LABOUR,))
    refused(database, QuoteUnlikeCharge, take_back_slip, desk, order)
    order = paper_of(database, slip_id, quote=ZERO, lines=())
    database.write(take_back_slip, desk, order)
    assert not problems(database, desk)


def test_what_was_charged_at_the_escort_stays_the_price(
    database: Database, desk: Desk
) -> None:
    slip_id = done(database, desk)
    database.write(escort_slip, desk, EscortSlip(slip_id))
    cheaper = Line(LineKind.LABOUR, "人工费", Decimal("80.00"))
    order = paper_of(database, slip_id, lines=(cheaper,), quote=Decimal("80.00"))
    refused(database, QuoteUnlikeCharge, take_back_slip, desk, order)


def test_a_charge_before_its_lines_stands_in_the_book(
    database: Database, desk: Desk
) -> None:
    slip_id = done(database, desk)
    database.write(escort_slip, desk, EscortSlip(slip_id))
    (row,) = database.read(load_book, desk).slips
    assert (row.labour_fee, row.quote) == (PRICE, PRICE)


def test_who_may_bring_it(database: Database, desk: Desk, clock: Clock) -> None:
    slip_id = done(database, desk)
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    make_staff(
        database,
        desk,
        "演示技工",
        Post.TECHNICIAN,
        department=Department.ENGINEERING,
    )
    worker = database.read(open_desk, actor="演示技工", clock=clock)
    with pytest.raises(NotAllowed):
        database.write(escort_slip, worker, EscortSlip(slip_id))
    front = database.read(open_desk, actor="演示前台", clock=clock)
    database.write(escort_slip, front, EscortSlip(slip_id))


def test_without_a_finance_copy_the_return_stands_for_it(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED, **UNIT).id

    def without(session: Session) -> None:
        """A centre whose scheme has no copy for Finance."""
        command = "UPDATE copy_scheme_row SET role = 'team' WHERE role = 'fin'"
        session.execute(text(command))

    database.write(without)
    other = database.read(open_desk, clock=desk.clock)
    order = paper_of(database, slip_id)
    database.write(take_back_slip, other, order)
    assert charges(database, slip_id) == [(PRICE, "2026-10")]


# filing


def test_what_keeps_a_slip_from_being_filed_is_told(
    database: Database, desk: Desk
) -> None:
    """4.2 row 19."""
    slip_id = back(database, desk)
    lacks = []
    for event in (_E.ESCORT, _E.MOVE_COPY):
        with pytest.raises(NotYetSettled) as told:
            STEPS[_E.CLOSE](database, desk, slip_id)
        lacks.append(told.value.facts["lack"])
        STEPS[event](database, desk, slip_id)
    with pytest.raises(NotYetSettled) as told:
        STEPS[_E.CLOSE](database, desk, slip_id)
    lacks.append(told.value.facts["lack"])
    assert lacks == [Lack.FINANCE_COPY, Lack.HK_COPY, Lack.CALLBACK]
    for language in LANGUAGES:
        assert "{" not in sentence(told.value, translator(language))
