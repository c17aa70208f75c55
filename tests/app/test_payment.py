"""Money in and out is written down by Finance alone, and what is wrong is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data_book_export import export_book
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Refusal
from app.ledger import Account, load_account
from app.payable import load_payable_rows
from app.payment import (
    Adjust,
    PayBack,
    Share,
    Taken,
    TakePayment,
    adjust,
    pay_back,
    take_payment,
)
from app.payment_refusals import (
    AdjustTooMuch,
    EscortWithoutCash,
    MoneyOnEnded,
    MoneyOnFree,
    MoneyOnPublic,
    MoneyUnusable,
    NothingCharged,
    NothingToTake,
    PaymentTooMuch,
    ReceiptMissing,
    ReceiptTaken,
    RefundTooMuch,
    ReversedAlready,
    SeveralOwners,
    SharesDiffer,
    SlipTwice,
    TechnicianCollects,
)
from app.payment_reverse import ReverseEntry, reverse_entry
from app.receipt import following, next_receipt
from app.settings_change import change_settings
from app.slip_copy_move import MoveCopies, put_copies
from app.slip_refusals import FieldMissing, FieldTooLong, TimeInFuture, TimeOrder
from app.slip_return import take_back_slip
from app.slip_view import load_slip_view
from models.copy_scheme import CopyRole
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import ZERO
from models.slip import ChargeClass, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import books, changed_between, problems
from tests.app.slip_step import take_back
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit, paper_of

CASH, TRANSFER, WECHAT = PayMethod.CASH, PayMethod.TRANSFER, PayMethod.WECHAT
PRICE = Decimal("85.00")
"""What ``make_slip`` agrees for the work in a unit."""


def yuan(text: str) -> Decimal:
    return Decimal(text)


def paid_work(
    database: Database,
    desk: Desk,
    state: SlipState = SlipState.WORKING,
    **fields: Any,
) -> int:
    """A slip of a unit whose owner agreed to 85.00."""
    return make_slip(database, desk, state, area_kind=AreaKind.UNIT, **fields).id


def order(slip_id: int, amount: str = "85.00", **more: Any) -> TakePayment:
    """A payment by transfer on one slip."""
    return replace(TakePayment((Share(slip_id, yuan(amount)),), TRANSFER), **more)


def taken(database: Database, desk: Desk, wanted: TakePayment) -> Taken:
    answer, _ = database.write(take_payment, desk, wanted)
    return answer


def account(database: Database, slip_id: int) -> Account:
    return database.read(load_account, slip_id)


def entries(database: Database) -> list[LedgerEntry]:
    """Money in and out as it stands in the ledger."""

    def load(session: Session) -> list[LedgerEntry]:
        found = list(
            session.scalars(
                select(LedgerEntry)
                .where(LedgerEntry.kind != EntryKind.CHARGE)
                .order_by(LedgerEntry.id)
            )
        )
        session.expunge_all()
        return found

    return database.read(load)


def refused(
    database: Database,
    desk: Desk,
    step: Callable[..., Any],
    wanted: object,
    kind: type[Refusal],
) -> Refusal:
    """What refuses an order that leaves everything as it was."""
    before = books(database)
    with pytest.raises(kind) as met:
        database.write(step, desk, wanted)
    assert changed_between(before, books(database)) == set()
    return met.value


def test_a_payment_stands_in_the_ledger_and_in_the_slips_log(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = paid_work(database, desk)
    clock.advance(hours=2)
    wanted = order(
        slip_id, method=CASH, receipt_no="ｓｊ0101", invoice_no="f-77", note=" 现金 "
    )
    answer = taken(database, desk, wanted)

    (entry,) = entries(database)
    assert answer == Taken(entry.id, answer.numbers, "演示业户", PRICE, "SJ0101")
    assert (entry.kind, entry.amount, entry.method) == (EntryKind.PAY, PRICE, CASH)
    assert (entry.payer, entry.receipt_no, entry.invoice_no, entry.note) == (
        "演示业户",
        "SJ0101",
        "F-77",
        "现金",
    )
    assert entry.effective_at == entry.recorded_at == desk.now()
    assert entry.recorded_by == desk.actor
    assert entry.posting_period == "2026-03"
    last = database.read(load_slip_view, desk, slip_id).events[-1]
    assert last.what is SlipEvent.PAY
    assert account(database, slip_id).left_to_pay == 0
    assert problems(database, desk) == []


def test_a_slip_is_paid_in_parts_up_to_its_price_and_no_further(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    taken(database, desk, order(slip_id, "30.00"))
    met = refused(database, desk, take_payment, order(slip_id, "55.01"), PaymentTooMuch)
    assert (met.facts["left"], met.facts["amount"]) == ("55.00", "55.01")
    taken(database, desk, order(slip_id, "55.00"))
    met = refused(database, desk, take_payment, order(slip_id, "0.01"), PaymentTooMuch)
    assert met.facts["left"] == "0.00"


def test_money_may_come_before_the_price_is_posted(
    database: Database, desk: Desk
) -> None:
    """Limited by the expected amount, not by the charge: 已收款未见单."""
    slip_id = paid_work(database, desk)
    taken(database, desk, order(slip_id))
    now = account(database, slip_id)
    assert (now.charged, now.balance, now.left_to_pay) == (ZERO, -PRICE, ZERO)


def test_while_nobody_named_a_price_what_is_typed_is_the_price(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk, SlipState.DISPATCHED)
    assert account(database, slip_id).expected is None
    taken(database, desk, order(slip_id, "35.00"))
    assert account(database, slip_id).received == 35


@pytest.mark.parametrize("is_lost", [False, True])
def test_a_paper_that_came_back_without_a_price_costs_nothing(
    database: Database, desk: Desk, is_lost: bool
) -> None:
    """4.7-0: what was charged is the price, also where it was nothing."""
    slip_id = paid_work(
        database, desk, SlipState.DISPATCHED, charge_class=ChargeClass.CONTRACT
    )
    lost = frozenset({2} if is_lost else ())
    back = paper_of(database, slip_id, lines=(), quote=None, copies_lost=lost)
    database.write(take_back_slip, desk, back)
    assert account(database, slip_id).left_to_pay == ZERO
    (row,) = database.read(load_payable_rows, desk, [slip_id])
    assert row.left == ZERO
    refused(database, desk, take_payment, order(slip_id, "0.01"), PaymentTooMuch)
    if is_lost:
        found = MoveCopies(slip_id, {2: CopyPlace.HK_DESK})
        database.write(put_copies, desk, found)
    database.write(adjust, desk, Adjust(slip_id, yuan("12.00"), "漏写材料费"))
    taken(database, desk, order(slip_id, "12.00"))
    assert account(database, slip_id).balance == ZERO
    assert problems(database, desk) == []


def test_one_payment_goes_over_several_slips_of_one_payer(
    database: Database, desk: Desk
) -> None:
    ids = [paid_work(database, desk) for _ in range(3)]
    amounts = [yuan("85.00"), yuan("20.00"), yuan("0.01")]
    shares = tuple(map(Share, ids, amounts))
    wanted = TakePayment(shares, WECHAT, receipt_no="SJ7", paid=yuan("105.01"))
    answer = taken(database, desk, wanted)

    assert (answer.amount, len(answer.numbers)) == (yuan("105.01"), 3)
    written = entries(database)
    assert [entry.amount for entry in written] == amounts
    assert [entry.payment_id for entry in written] == [
        None,
        written[0].id,
        written[0].id,
    ]
    assert {entry.receipt_no for entry in written} == {"SJ7"}


def test_nothing_is_written_when_one_of_several_slips_refuses(
    database: Database, desk: Desk
) -> None:
    good, full = paid_work(database, desk), paid_work(database, desk)
    taken(database, desk, order(full))
    shares = (Share(good, PRICE), Share(full, yuan("1.00")))
    wanted = TakePayment(shares, WECHAT)
    refused(database, desk, take_payment, wanted, PaymentTooMuch)


def test_slips_of_several_owners_are_not_paid_together(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk, "3-1502", "演示业户")
    make_unit(database, desk, "3-1601", "另一业户", "13800001601")
    first = paid_work(database, desk)
    second = paid_work(
        database, desk, place="3-1601", reporter_name="另一业户", phone="13800001601"
    )
    wanted = TakePayment((Share(first, PRICE), Share(second, PRICE)), TRANSFER)
    met = refused(database, desk, take_payment, wanted, SeveralOwners)
    assert met.facts["names"] == "另一业户、演示业户"
    together = replace(wanted, payer="演示租户")
    refused(database, desk, take_payment, together, SeveralOwners)
    # Somebody else may bring the money for one of them, under a receipt of its own.
    taken(database, desk, order(first, payer="演示租户", receipt_no="SJ1"))
    assert [entry.payer for entry in entries(database)] == ["演示租户"]
    of_other = order(second, payer="演示租户", receipt_no="SJ1")
    refused(database, desk, take_payment, of_other, ReceiptTaken)


@pytest.mark.parametrize(
    ("amount", "kind"),
    [
        ("0", MoneyUnusable),
        ("0.00", MoneyUnusable),
        ("-1.00", MoneyUnusable),
        ("0.001", MoneyUnusable),
        ("85.005", MoneyUnusable),
        ("1e9", MoneyUnusable),
        ("10000000.01", MoneyUnusable),
        ("NaN", MoneyUnusable),
        ("Infinity", MoneyUnusable),
        ("10000000.00", PaymentTooMuch),
    ],
)
def test_an_amount_is_above_zero_in_whole_fen_and_not_too_large(
    database: Database, desk: Desk, amount: str, kind: type[Refusal]
) -> None:
    slip_id = paid_work(database, desk)
    refused(database, desk, take_payment, order(slip_id, amount), kind)


def test_a_payment_names_each_slip_once_and_adds_up(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    half = Share(slip_id, yuan("40.00"))
    for wanted, kind in (
        (TakePayment((), TRANSFER), NothingToTake),
        (TakePayment((half, half), TRANSFER), SlipTwice),
        (TakePayment((half,), TRANSFER, paid=yuan("40.01")), SharesDiffer),
    ):
        refused(database, desk, take_payment, wanted, kind)


@pytest.mark.parametrize("state", [SlipState.VOID, SlipState.CANCELLED])
def test_a_slip_that_ended_takes_no_money(
    database: Database, desk: Desk, state: SlipState
) -> None:
    slip_id = paid_work(database, desk, state)
    met = refused(database, desk, take_payment, order(slip_id), MoneyOnEnded)
    assert met.facts["state"] is state


@pytest.mark.parametrize("kind", [AreaKind.PUBLIC, AreaKind.OFFICE])
def test_public_work_takes_no_money(
    database: Database, desk: Desk, kind: AreaKind
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED, area_kind=kind)
    refused(database, desk, take_payment, order(slip.id), MoneyOnPublic)


@pytest.mark.parametrize(
    "charge_class", [ChargeClass.FREE_WARRANTY, ChargeClass.FREE_REWORK]
)
def test_free_work_takes_no_money(
    database: Database, desk: Desk, charge_class: ChargeClass
) -> None:
    slip_id = paid_work(database, desk, SlipState.DISPATCHED, charge_class=charge_class)
    met = refused(database, desk, take_payment, order(slip_id), MoneyOnFree)
    assert met.facts["charge_class"] is charge_class


def test_cash_needs_a_receipt_and_only_cash_an_escort(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    cash = order(slip_id, method=CASH)
    refused(database, desk, take_payment, cash, ReceiptMissing)
    escorted = order(slip_id, escort="演示管家")
    refused(database, desk, take_payment, escorted, EscortWithoutCash)


def test_what_is_too_long_is_refused(database: Database, desk: Desk) -> None:
    slip_id = paid_work(database, desk)
    for name, length in (
        ("receipt_no", 41),
        ("invoice_no", 41),
        ("payer", 81),
        ("note", 301),
    ):
        wanted = order(slip_id, **{name: "长" * length})
        met = refused(database, desk, take_payment, wanted, FieldTooLong)
        assert met.facts["field"] == name


def test_money_does_not_come_in_the_future_nor_before_the_slip(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.advance(hours=1)
    slip_id = paid_work(database, desk)
    issued_at = desk.now()
    clock.advance(days=3)
    soon = order(slip_id, paid_at=desk.now() + timedelta(seconds=1))
    assert refused(database, desk, take_payment, soon, TimeInFuture).facts == {
        "field": "paid_at"
    }
    early = order(slip_id, paid_at=issued_at - timedelta(seconds=1))
    refused(database, desk, take_payment, early, TimeOrder)


def test_what_is_written_down_later_keeps_both_times(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = paid_work(database, desk)
    paid_at = clock.advance(hours=1)
    clock.advance(days=2)
    taken(database, desk, order(slip_id, paid_at=paid_at))
    (entry,) = entries(database)
    assert (entry.effective_at, entry.recorded_at) == (paid_at, desk.now())


def test_a_receipt_belongs_to_one_payer_and_one_day(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first, second = paid_work(database, desk), paid_work(database, desk)
    number = taken(database, desk, order(first, "10.00", receipt_no="SJ0007")).numbers[
        0
    ]
    # The same payer on the same day: one receipt, written down in two steps.
    clock.advance(hours=13)
    taken(database, desk, order(second, "10.00", receipt_no="sj0007"))
    wanted = order(second, "1.00", receipt_no="SJ0007", payer="另一业户")
    met = refused(database, desk, take_payment, wanted, ReceiptTaken)
    assert met.facts == {
        "receipt_no": "SJ0007",
        "payer": "演示业户",
        "day": "2026-03-02",
        "number": number,
    }
    clock.local("2026-03-03 00:00:00")
    wanted = order(second, "1.00", receipt_no="SJ0007")
    refused(database, desk, take_payment, wanted, ReceiptTaken)
    back = PayBack(second, yuan("1.00"), CASH, "多收", receipt_no="SJ0007")
    refused(database, desk, pay_back, back, ReceiptTaken)


def test_two_desks_do_not_give_one_receipt_to_two_payers(
    database: Database, desk: Desk
) -> None:
    ids = [paid_work(database, desk) for _ in range(2)]
    start = Barrier(2)
    met: list[object] = []

    def take(slip_id: int, payer: str) -> None:
        start.wait()
        try:
            wanted = order(slip_id, receipt_no="SJ1", payer=payer)
            met.append(database.write(take_payment, desk, wanted)[0])
        except ReceiptTaken as refusal:
            met.append(refusal)

    threads = [
        Thread(target=take, args=(slip_id, payer))
        for slip_id, payer in zip(ids, ("甲户", "乙户"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(each).__name__ for each in met) == ["ReceiptTaken", "Taken"]


def test_two_desks_do_not_take_the_same_debt_twice(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    start = Barrier(2)
    met: list[object] = []

    def take() -> None:
        start.wait()
        try:
            met.append(database.write(take_payment, desk, order(slip_id))[0])
        except PaymentTooMuch as refusal:
            met.append(refusal)

    threads = [Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(each).__name__ for each in met) == ["PaymentTooMuch", "Taken"]
    assert account(database, slip_id).received == PRICE


def test_only_finance_writes_money_down(database: Database, clock: Clock) -> None:
    anybody = database.read(open_desk, clock=clock)
    slip_id = paid_work(database, anybody)
    make_staff(database, anybody, "演示前台")
    make_staff(
        database, anybody, "演示财务", Post.FINANCE, department=Department.FINANCE
    )
    front = database.read(open_desk, actor="演示前台", clock=clock)
    finance = database.read(open_desk, actor="演示财务", clock=clock)
    for step, wanted in (
        (take_payment, order(slip_id)),
        (pay_back, PayBack(slip_id, yuan("1"), CASH, "多收")),
        (adjust, Adjust(slip_id, yuan("1"), "少收")),
        (reverse_entry, ReverseEntry(1, "误录")),
    ):
        refused(database, front, step, wanted, NotAllowed)
    assert taken(database, finance, order(slip_id)).amount == PRICE


def test_a_refund_is_no_more_than_what_was_paid(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = paid_work(database, desk)
    back = PayBack(slip_id, yuan("0.01"), WECHAT, "多收")
    met = refused(database, desk, pay_back, back, RefundTooMuch)
    assert met.facts["paid"] == "0.00"
    taken(database, desk, order(slip_id, "50.00"))
    clock.advance(days=20)
    database.write(pay_back, desk, replace(back, amount=yuan("20.00")))
    met = refused(
        database, desk, pay_back, replace(back, amount=yuan("30.01")), RefundTooMuch
    )
    assert met.facts["paid"] == "30.00"
    database.write(pay_back, desk, replace(back, amount=yuan("30.00")))
    paid, *refunds = entries(database)
    assert [entry.kind for entry in refunds] == [EntryKind.REFUND] * 2
    # In the period in which it is paid back.
    assert (paid.posting_period, refunds[0].posting_period) == ("2026-03", "2026-04")
    assert account(database, slip_id).left_to_pay == PRICE
    assert problems(database, desk) == []


def test_a_refund_says_why(database: Database, desk: Desk) -> None:
    slip_id = paid_work(database, desk)
    taken(database, desk, order(slip_id))
    back = PayBack(slip_id, PRICE, CASH, "  ")
    met = refused(database, desk, pay_back, back, FieldMissing)
    assert met.facts["field"] == "reason"
    for amount in ("0", "-1", "0.001", "1e9"):
        wrong = replace(back, amount=yuan(amount), reason="多收")
        refused(database, desk, pay_back, wrong, MoneyUnusable)


def test_a_price_is_put_right_on_the_slip_until_it_is_posted(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    wanted = Adjust(slip_id, yuan("-5.00"), "少算")
    refused(database, desk, adjust, wanted, NothingCharged)


def test_a_wrong_payment_is_answered_and_its_receipt_is_free_again(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first, second = paid_work(database, desk), paid_work(database, desk)
    shares = (Share(first, yuan("85.00")), Share(second, yuan("15.00")))
    wrong = TakePayment(shares, WECHAT, receipt_no="SJ9", payer="错人")
    payment = taken(database, desk, wrong)
    clock.advance(minutes=1)
    answer, _ = database.write(
        reverse_entry, desk, ReverseEntry(payment.payment_id, "交款人录错")
    )
    assert (answer.amount, answer.numbers) == (yuan("100.00"), payment.numbers)
    before, after = entries(database)[:2], entries(database)[2:]
    assert [entry.kind for entry in after] == [EntryKind.REFUND] * 2
    assert [entry.reverses_id for entry in after] == [entry.id for entry in before]
    assert {entry.note for entry in after} == {"交款人录错"}
    right = replace(wrong, payer="演示业户")
    assert taken(database, desk, right).receipt_no == "SJ9"
    again = ReverseEntry(payment.payment_id, "再次")
    refused(database, desk, reverse_entry, again, ReversedAlready)
    of_answer = ReverseEntry(answer.entry_id, "再次")
    refused(database, desk, reverse_entry, of_answer, ReversedAlready)
    assert problems(database, desk) == []


def test_a_reversal_says_why_and_leaves_what_was_paid_back(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    payment = taken(database, desk, order(slip_id))
    silent = ReverseEntry(payment.payment_id, "")
    refused(database, desk, reverse_entry, silent, FieldMissing)
    back, _ = database.write(
        pay_back, desk, PayBack(slip_id, yuan("10.00"), CASH, "多收")
    )
    wanted = ReverseEntry(payment.payment_id, "误录")
    refused(database, desk, reverse_entry, wanted, RefundTooMuch)
    database.write(reverse_entry, desk, ReverseEntry(back.entry_id, "误录"))
    database.write(reverse_entry, desk, wanted)
    now = account(database, slip_id)
    assert (now.received, now.refunded) == (yuan("95.00"), yuan("95.00"))


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("SJ0099", "SJ0100"),
        ("0009", "0010"),
        ("999", "1000"),
        ("A-7", "A-8"),
        ("收7号", ""),
        ("", ""),
    ],
)
def test_the_next_receipt_follows_the_last(last: str, expected: str) -> None:
    assert following(last) == expected


def test_the_next_receipt_follows_the_one_given_last(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    assert database.read(next_receipt, desk) == ""
    taken(database, desk, order(slip_id, "1.00", receipt_no="SJ0041"))
    taken(database, desk, order(slip_id, "1.00"))
    assert database.read(next_receipt, desk) == "SJ0042"


def returned(database: Database, desk: Desk) -> int:
    """A slip whose paper is back: its price is posted."""
    return paid_work(database, desk, SlipState.RETURNED)


def test_an_adjustment_says_why_and_on_which_paper(
    database: Database, desk: Desk
) -> None:
    slip_id = returned(database, desk)
    charged = account(database, slip_id).charged
    wanted = Adjust(slip_id, yuan("-5.00"), "少用一米管", reference="ZJ-7")
    database.write(adjust, desk, wanted)
    (entry,) = entries(database)
    assert (entry.kind, entry.amount) == (EntryKind.ADJUST, yuan("-5.00"))
    assert entry.note == "少用一米管（ZJ-7）"
    now = account(database, slip_id)
    assert now.left_to_pay == charged - 5
    silent = replace(wanted, reason=" ")
    refused(database, desk, adjust, silent, FieldMissing)
    refused(database, desk, adjust, replace(wanted, amount=ZERO), MoneyUnusable)
    refused(
        database, desk, adjust, replace(wanted, amount=yuan("0.005")), MoneyUnusable
    )
    raised = replace(wanted, amount=yuan("20.00"), reason="多用一只阀")
    database.write(adjust, desk, raised)
    assert account(database, slip_id).left_to_pay == charged + 15
    assert problems(database, desk) == []


def test_a_price_does_not_fall_below_what_was_paid(
    database: Database, desk: Desk
) -> None:
    slip_id = returned(database, desk)
    charged = account(database, slip_id).charged
    taken(database, desk, order(slip_id, f"{charged}"))
    met = refused(
        database, desk, adjust, Adjust(slip_id, yuan("-0.01"), "降价"), AdjustTooMuch
    )
    assert met.facts["left"] == "0.00"
    back = PayBack(slip_id, yuan("20.00"), WECHAT, "协商降价", is_price_cut=True)
    answer, _ = database.write(pay_back, desk, back)
    now = account(database, slip_id)
    assert (now.balance, now.left_to_pay) == (ZERO, ZERO)
    assert (now.adjusted, now.refunded) == (yuan("-20.00"), yuan("20.00"))
    # Both were wrong: both are answered, and nothing is owed as before.
    database.write(reverse_entry, desk, ReverseEntry(answer.entry_id, "误录"))
    now = account(database, slip_id)
    assert (now.adjusted, now.received - now.refunded) == (ZERO, charged)
    assert problems(database, desk) == []


def test_a_refund_with_a_price_cut_needs_a_posted_price(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    taken(database, desk, order(slip_id))
    back = PayBack(slip_id, yuan("5.00"), CASH, "降价", is_price_cut=True)
    refused(database, desk, pay_back, back, NothingCharged)


def test_cash_with_an_escort_brings_the_finance_copy_at_once(
    database: Database, clock: Clock
) -> None:
    anybody = database.read(open_desk, clock=clock)
    ids = [paid_work(database, anybody) for _ in range(2)]
    make_staff(
        database, anybody, "演示财务", Post.FINANCE, department=Department.FINANCE
    )
    finance = database.read(open_desk, actor="演示财务", clock=clock)
    wanted = TakePayment(
        tuple(Share(slip_id, PRICE) for slip_id in ids),
        CASH,
        receipt_no="SJ1",
        escort="演示管家",
    )
    taken(database, finance, wanted)
    for slip_id in ids:
        view = database.read(load_slip_view, anybody, slip_id)
        (copy,) = [each for each in view.copies if each.role is CopyRole.FIN]
        assert copy.place is CopyPlace.FINANCE
        assert view.facts["escort"] == "演示管家"
        now = account(database, slip_id)
        assert (now.charged, now.balance) == (PRICE, ZERO)
    assert {entry.escort for entry in entries(database)} == {"演示管家"}
    assert problems(database, anybody) == []


def test_an_escort_comes_once_and_a_copy_that_is_there_stays(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_work(database, desk)
    wanted = order(slip_id, "40.00", method=CASH, receipt_no="SJ1", escort="演示管家")
    taken(database, desk, wanted)
    again = order(slip_id, "45.00", method=CASH, receipt_no="SJ1", escort="演示管家")
    taken(database, desk, again)
    whats = [e.what for e in database.read(load_slip_view, desk, slip_id).events]
    assert whats.count(SlipEvent.ESCORT) == 1


def test_a_refused_payment_moves_no_copy(database: Database, desk: Desk) -> None:
    slip_id = paid_work(database, desk)
    wanted = order(slip_id, "85.01", method=CASH, receipt_no="SJ1", escort="演示管家")
    refused(database, desk, take_payment, wanted, PaymentTooMuch)


def test_a_book_with_an_answered_payment_comes_in_again(
    database: Database, desk: Desk, clock: Clock, new_database_url: Callable[[str], str]
) -> None:
    make_unit(database, desk)
    make_unit(database, desk, "3-1601", "另一业户", "13800001601")
    first = paid_work(database, desk)
    second = paid_work(
        database, desk, place="3-1601", reporter_name="另一业户", phone="13800001601"
    )
    clock.advance(minutes=5)
    wrong = taken(database, desk, order(first, receipt_no="SJ1"))
    clock.advance(minutes=5)
    database.write(reverse_entry, desk, ReverseEntry(wrong.payment_id, "录错单号"))
    taken(database, desk, order(second, receipt_no="SJ1"))
    clock.advance(minutes=5)
    take_back(database, desk, first)
    take_back(database, desk, second)
    rows = database.read(export_book, desk)
    assert [(row.amount, row.receipt_no) for row in rows.money] == [
        (PRICE, ""),
        (PRICE, ""),
        (PRICE, "SJ1"),
    ]
    other = Database(new_database_url("again"))
    there = other.read(open_desk, clock=clock)
    other.write(import_book, there, rows)
    assert other.read(export_book, there).money == rows.money
    other.close()


def test_who_did_the_work_brings_no_money_unless_the_centre_has_it_so(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = paid_work(database, desk)
    wanted = order(slip_id, method=CASH, receipt_no="SJ1", escort="演示技工")
    met = refused(database, desk, take_payment, wanted, TechnicianCollects)
    assert met.facts["name"] == "演示技工"
    database.write(change_settings, desk, {"cash_mode": "TECH_COLLECTS"})
    changed = database.read(open_desk, clock=clock)
    taken(database, changed, wanted)
    (entry,) = entries(database)
    assert entry.escort == "演示技工"
