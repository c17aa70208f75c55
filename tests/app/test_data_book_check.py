"""The rules of 'Meaning on import', each with a planted fault and a good twin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from app.data_book_check import check_book
from app.data_book_finding import BookGround, Receipt
from models.data_book import (
    BookRows,
    CallbackRow,
    ClosingRow,
    FeedbackRow,
    MoneyRow,
    SlipRow,
    WaiverRow,
)
from models.data_book_problem import CellFault
from tests.data_book_maker import (
    NOW,
    ZONE,
    at,
    full_book,
    large_book,
    numbered,
    public_slip,
    unit_slip,
    worked_book,
    yuan,
)

GROUND = BookGround(NOW, ZONE)
Said = list[tuple[str, int, str, CellFault]]


def said(rows: BookRows, ground: BookGround = GROUND) -> Said:
    """What the rules say of a book: sheet, row, heading, fault."""
    return [
        (problem.sheet, problem.row, problem.heading, problem.fault)
        for problem in check_book(numbered(rows), ground)
    ]


def slip(number: str = "A-1", **facts: Any) -> SlipRow:
    """A slip of a unit, issued on 10 November at nine."""
    return unit_slip(number, "2026-11-10 09:00", **facts)


def hour(clock: str, day: int = 10) -> datetime:
    """A time of November."""
    return at(f"2026-11-{day:02d} {clock}")


def said_of(*slips: SlipRow, ground: BookGround = GROUND) -> list[tuple[int, str, str]]:
    return [
        (row, heading, str(fault)) for _, row, heading, fault in said_raw(slips, ground)
    ]


def said_raw(slips: tuple[SlipRow, ...], ground: BookGround) -> Said:
    return said(BookRows(slips=slips), ground)


@pytest.mark.parametrize("make", [full_book, worked_book, lambda: large_book(200)])
def test_a_good_book_has_nothing_said_against_it(make: Callable[[], BookRows]) -> None:
    assert said(make()) == []


# numbers


def test_a_number_stands_once_in_a_book() -> None:
    assert said_of(slip("A"), slip("B"), slip("A")) == [(4, "单号", "duplicate_number")]


def test_of_two_twins_the_one_issued_on_its_numbers_day_is_right() -> None:
    wrong = unit_slip("WX261110-001", "2026-11-09 09:00")
    right = unit_slip("WX261110-001", "2026-11-10 09:00")

    assert said_of(wrong, right) == [(2, "单号", "duplicate_number")]


def test_a_number_of_the_database_is_taken() -> None:
    ground = replace(GROUND, numbers=frozenset({"A-1"}))

    assert said_of(slip(), ground=ground) == [(2, "单号", "number_taken")]


# telephone


@pytest.mark.parametrize(
    "phone", ["13800000001", "010-88881234转802", "8801", "+86 10 8888", "(010)8x12"]
)
def test_a_telephone_number_may_have_an_extension(phone: str) -> None:
    assert said_of(slip(phone=phone)) == []


@pytest.mark.parametrize("phone", ["电话稍后告知", "12", "8801转", "1" * 21, "138/139"])
def test_words_are_no_telephone_number(phone: str) -> None:
    assert said_of(slip(phone=phone)) == [(2, "联系电话", "phone_wrong")]
    assert said_of(public_slip("P", "2026-11-10 09:00", phone=phone)) == [
        (2, "联系电话", "phone_wrong")
    ]


def test_a_unit_needs_a_telephone_number_and_a_public_area_none() -> None:
    public = public_slip("P", "2026-11-10 09:00")
    everybody = replace(GROUND, is_phone_for_all=True)

    assert said_of(slip(phone=""), public) == [(2, "联系电话", "missing")]
    assert said_of(public, ground=everybody) == [(2, "联系电话", "missing")]


# times

STEPS: dict[str, Any] = {
    "reported_at": hour("08:50"),
    "dispatched_at": hour("09:10"),
    "received_at": hour("09:15"),
    "arrived_at": hour("09:30"),
    "done_at": hour("10:00"),
    "returned_at": hour("11:00"),
}


def test_steps_at_one_second_are_in_order() -> None:
    at_once: dict[str, Any] = dict.fromkeys((*STEPS, "escorted_at"), hour("09:00"))

    assert said_of(slip(**at_once)) == []


@pytest.mark.parametrize(
    ("name", "clock", "heading", "fault"),
    [
        ("reported_at", "09:05", "报修时间", "later_than"),
        ("reported_at", "23:00", "报修时间", "later_than"),
        ("dispatched_at", "08:55", "派工时间", "earlier_than"),
        ("dispatched_at", "23:00", "派工时间", "later_than"),
        ("received_at", "08:40", "主管接单时间", "earlier_than"),
        ("arrived_at", "09:12", "到场时间", "earlier_than"),
        ("arrived_at", "23:00", "到场时间", "later_than"),
        ("done_at", "09:20", "完工时间", "earlier_than"),
        ("returned_at", "08:00", "返单时间", "earlier_than"),
        ("escorted_at", "09:20", "先交财务时间", "earlier_than"),
        ("appointment_at", "08:00", "预约时间", "earlier_than"),
    ],
)
def test_one_step_out_of_order_is_named_and_no_other(
    name: str, clock: str, heading: str, fault: str
) -> None:
    steps = STEPS | {name: hour(clock)}

    assert said_of(slip(**steps)) == [(2, heading, fault)]


def test_a_slip_issued_after_all_its_steps_was_not() -> None:
    late = unit_slip("A", "2026-11-10 23:00", **STEPS)

    assert said_of(late) == [(2, "派发时间", "later_than")]


def test_an_inspection_follows_the_return_and_an_ending_the_issue() -> None:
    public = public_slip(
        "P",
        "2026-11-10 09:00",
        returned_at=hour("11:00"),
        inspection="合格",
        inspected_at=hour("10:00"),
    )
    ended = slip("V", ending="作废", ended_at=hour("08:00"))

    assert said_of(public, ended) == [
        (2, "验收时间", "earlier_than"),
        (3, "结局时间", "earlier_than"),
    ]


def test_no_fact_is_later_than_now_but_plans_are() -> None:
    later = at("2027-01-10 09:00:01")
    planned = slip("B", appointment_at=later)

    assert said_of(slip(returned_at=later), planned) == [(2, "返单时间", "in_future")]
    assert said_of(slip(returned_at=NOW)) == []


# pairs


@pytest.mark.parametrize(
    ("facts", "heading"),
    [
        ({"ending": "作废"}, "结局时间"),
        ({"ended_at": hour("10:00")}, "结局"),
        ({"inspection": "合格"}, "验收时间"),
        ({"inspected_at": hour("10:00")}, "验收结果"),
    ],
)
def test_an_ending_and_an_inspection_have_word_and_time(
    facts: dict[str, Any], heading: str
) -> None:
    public = public_slip("P", "2026-11-10 09:00", **facts)

    assert said_of(public) == [(2, heading, "needed_with")]


def test_a_unit_is_not_inspected() -> None:
    inspected = slip(inspection="合格", inspected_at=hour("10:00"))

    assert said_of(inspected) == [(2, "验收结果", "inspection_on_unit")]


def test_a_technician_does_not_sign_for_the_owner() -> None:
    signed = slip(technicians=("演示甲", "演示乙"), signed_by="演示乙")

    assert said_of(signed) == [(2, "签字人", "signed_by_technician")]
    assert said_of(replace(signed, signed_by="演示业户甲")) == []


# fees


@pytest.mark.parametrize("charge_class", ["有偿", "合同", ""])
def test_a_units_fee_is_charged_when_it_is_paid_or_by_contract(
    charge_class: str,
) -> None:
    assert said_of(slip(charge_class=charge_class, labour_fee=yuan("80"))) == []


@pytest.mark.parametrize("charge_class", ["保修", "返修", "免费"])
def test_a_fee_on_any_other_class_is_an_error(charge_class: str) -> None:
    labour = slip(charge_class=charge_class, labour_fee=yuan("80"))
    material = slip(charge_class=charge_class, material_fee=yuan("80"))
    nothing = slip(charge_class=charge_class, labour_fee=yuan("0"))

    assert said_of(labour) == [(2, "人工费", "fee_not_chargeable")]
    assert said_of(material) == [(2, "材料费", "fee_not_chargeable")]
    assert said_of(nothing) == []


def test_public_void_and_cancelled_slips_have_no_fee() -> None:
    fee = yuan("10")
    public = public_slip("P", "2026-11-10 09:00", charge_class="有偿", labour_fee=fee)
    void = slip("V", labour_fee=fee, ending="作废", ended_at=hour("10:00"))
    cancelled = slip("C", material_fee=fee, ending="销单", ended_at=hour("10:00"))

    assert said_of(public, void, cancelled) == [
        (2, "人工费", "fee_on_public"),
        (3, "人工费", "fee_on_ended"),
        (4, "材料费", "fee_on_ended"),
    ]


def test_no_fee_is_below_zero() -> None:
    assert said_of(slip(labour_fee=yuan("-1"), quote=yuan("-2"))) == [
        (2, "人工费", "money_negative"),
        (2, "确认报价", "money_negative"),
    ]


# links


def test_an_original_slip_may_be_in_no_book_but_is_never_the_slip_itself() -> None:
    assert said_of(slip("A"), slip("B", parent_number="A")) == []
    assert said_of(slip("B", parent_number="C")) == []
    assert said_of(slip("B", parent_number="B")) == [(2, "原单号", "own_parent")]


# money


def paid(
    amount: str, clock: str = "12:00", number: str = "A-1", **more: Any
) -> MoneyRow:
    known = {"kind": "收款", "method": "现金"} | more
    return MoneyRow(number=number, amount=yuan(amount), at=hour(clock), **known)


def refund(amount: str, clock: str = "13:00", **more: Any) -> MoneyRow:
    return paid(amount, clock, kind="退款", **more)


def adjusted(amount: str, clock: str = "12:30") -> MoneyRow:
    return paid(amount, clock, kind="调整", method="")


def waived(
    amount: str,
    level: str = "物业总监",
    clock: str = "14:00",
    number: str = "A-1",
    **more: Any,
) -> WaiverRow:
    known: dict[str, Any] = {
        "reason": "特殊原因",
        "applicant": "演示管家",
        "approver": "演示总监",
    }
    return WaiverRow(
        number=number,
        amount=yuan(amount),
        level=level,
        at=hour(clock),
        **(known | more),
    )


def money_said(
    *entries: MoneyRow | WaiverRow,
    slips: tuple[SlipRow, ...] | None = None,
    fee: str = "100",
    ground: BookGround = GROUND,
) -> Said:
    """What is said of money on slip A-1, which costs ``fee``."""
    return said(
        BookRows(
            slips=slips or (slip(labour_fee=yuan(fee), returned_at=hour("11:00")),),
            money=tuple(e for e in entries if isinstance(e, MoneyRow)),
            waivers=tuple(e for e in entries if isinstance(e, WaiverRow)),
        ),
        ground,
    )


def test_money_paid_cut_and_given_back_ties_out() -> None:
    assert money_said(paid("100"), adjusted("-50"), refund("50")) == []
    assert money_said(paid("40"), paid("60", "12:10")) == []


@pytest.mark.parametrize(
    ("entry", "heading", "fault"),
    [
        (paid("0"), "金额", CellFault.MONEY_NOT_POSITIVE),
        (paid("-5"), "金额", CellFault.MONEY_NOT_POSITIVE),
        (adjusted("0"), "金额", CellFault.MONEY_ZERO),
        (paid("5", method=""), "方式", CellFault.MISSING),
        (paid("5", number="B-9"), "单号", CellFault.UNKNOWN_SLIP),
        (paid("5", "08:59"), "时间", CellFault.BEFORE_ISSUE),
        (refund("5"), "金额", CellFault.REFUND_OVER_PAYMENTS),
        (paid("100.01"), "金额", CellFault.BALANCE_BELOW_ZERO),
        (adjusted("-100.01"), "金额", CellFault.BALANCE_BELOW_ZERO),
    ],
)
def test_each_wrong_payment_is_named(
    entry: MoneyRow, heading: str, fault: CellFault
) -> None:
    assert money_said(entry) == [("收退款", 2, heading, fault)]


def test_more_cannot_be_given_back_than_was_paid_until_then() -> None:
    before = money_said(paid("50", "12:00"), refund("50", "11:59"))
    twice = money_said(paid("50"), refund("30"), refund("30", "13:01"))

    assert before == [("收退款", 3, "金额", CellFault.REFUND_OVER_PAYMENTS)]
    assert twice == [("收退款", 4, "金额", CellFault.REFUND_OVER_PAYMENTS)]


def test_a_refund_at_the_second_of_its_payment_is_right() -> None:
    assert money_said(refund("50", "12:00"), paid("50", "12:00")) == []


def test_a_price_agreed_stands_for_the_fee_that_is_not_known_yet() -> None:
    quoted = (slip(quote=yuan("80")),)

    assert money_said(paid("80"), slips=quoted) == []
    assert money_said(paid("81"), slips=quoted) == [
        ("收退款", 2, "金额", CellFault.BALANCE_BELOW_ZERO)
    ]


def test_a_raised_price_may_be_paid() -> None:
    assert money_said(paid("120", "12:00"), adjusted("20", "12:30")) == []


@pytest.mark.parametrize("entry", [paid("5"), waived("5")])
def test_public_void_and_cancelled_slips_have_no_money(
    entry: MoneyRow | WaiverRow,
) -> None:
    sheet = "收退款" if isinstance(entry, MoneyRow) else "减免"
    public = public_slip("A-1", "2026-11-10 09:00")
    void = slip(ending="作废", ended_at=hour("20:00"))

    assert money_said(entry, slips=(public,)) == [
        (sheet, 2, "单号", CellFault.MONEY_ON_PUBLIC)
    ]
    assert money_said(entry, slips=(void,)) == [
        (sheet, 2, "单号", CellFault.MONEY_ON_ENDED)
    ]


def test_a_slip_of_warranty_takes_no_payment() -> None:
    free = (slip(charge_class="保修"),)

    assert money_said(paid("5"), slips=free) == [
        ("收退款", 2, "金额", CellFault.BALANCE_BELOW_ZERO)
    ]


def test_a_receipt_may_cover_several_slips_of_one_payer_on_one_day() -> None:
    two = (slip(labour_fee=yuan("50")), slip("B", labour_fee=yuan("50")))
    entries = (paid("50", receipt_no="S1"), paid("50", number="B", receipt_no="S1"))

    assert money_said(*entries, slips=two) == []


def test_a_receipt_belongs_to_one_payer_and_one_day() -> None:
    other = slip("B", labour_fee=yuan("50"), unit="3-1602", owner_name="演示业户乙")
    two = (slip(labour_fee=yuan("100")), other)
    payers = (paid("50", receipt_no="S1"), paid("50", number="B", receipt_no="S1"))
    next_day = replace(paid("50", receipt_no="S1"), at=hour("12:00", 11))

    assert money_said(*payers, slips=two) == [
        ("收退款", 3, "收据号", CellFault.RECEIPT_TWICE)
    ]
    assert money_said(paid("50", receipt_no="S1"), next_day) == [
        ("收退款", 3, "收据号", CellFault.RECEIPT_TWICE)
    ]


def test_a_receipt_the_database_knows_keeps_its_payer_and_day() -> None:
    known = {
        "S1": Receipt("演示业户甲", "2026-11-10"),
        "S2": Receipt("甲", "2026-11-10"),
    }
    ground = replace(GROUND, receipts=known)

    assert money_said(paid("50", receipt_no="S1"), ground=ground) == []
    assert money_said(paid("50", receipt_no="S2"), ground=ground) == [
        ("收退款", 2, "收据号", CellFault.RECEIPT_TWICE)
    ]


# waivers (worked-examples 5.5)


@pytest.mark.parametrize(
    ("amounts", "levels", "wrong"),
    [
        (("499.99",), ("物业总监",), []),
        (("500.00",), ("物业总监",), [2]),
        (("500.00",), ("公司领导",), []),
        (("500.01",), ("物业总监",), [2]),
        (("0.01",), ("公司领导",), []),
        (("300", "200"), ("物业总监", "物业总监"), [3]),
        (("300", "200"), ("物业总监", "公司领导"), []),
    ],
)
def test_a_waiver_needs_its_level_earlier_ones_counted(
    amounts: tuple[str, ...], levels: tuple[str, ...], wrong: list[int]
) -> None:
    rows = [
        waived(amount, level, f"14:{minute:02d}")
        for minute, (amount, level) in enumerate(zip(amounts, levels, strict=True))
    ]

    assert money_said(*rows, fee="1000") == [
        ("减免", row, "级别", CellFault.WAIVER_LEVEL) for row in wrong
    ]


def test_waivers_of_linked_slips_count_together() -> None:
    linked = (
        slip(labour_fee=yuan("300")),
        slip("B", labour_fee=yuan("300"), parent_number="A-1"),
    )
    entries = (waived("300"), waived("200", number="B", clock="15:00"))

    assert money_said(*entries, slips=linked) == [
        ("减免", 3, "级别", CellFault.WAIVER_LEVEL)
    ]


def test_where_the_leader_begins_is_a_setting() -> None:
    later = replace(GROUND, leader_from=Decimal("500.01"))
    by_fee = replace(GROUND, is_fee_measured=True)

    assert money_said(waived("500"), fee="1000", ground=later) == []
    assert money_said(waived("10"), fee="1000", ground=by_fee) == [
        ("减免", 2, "级别", CellFault.WAIVER_LEVEL)
    ]


@pytest.mark.parametrize(
    ("entries", "row"),
    [
        ((waived("100.01"),), 2),
        ((waived("60"), waived("40.01", clock="15:00")), 3),
        ((paid("60"), waived("40.01")), 2),
        ((adjusted("-60"), waived("40.01")), 2),
    ],
)
def test_no_more_is_waived_than_is_left_to_pay(
    entries: tuple[MoneyRow | WaiverRow, ...], row: int
) -> None:
    assert money_said(*entries) == [("减免", row, "金额", CellFault.WAIVER_OVER_CHARGE)]


def test_a_waiver_of_all_that_is_left_is_right() -> None:
    assert money_said(paid("60"), waived("40")) == []
    assert money_said(paid("60"), refund("60"), waived("100")) == []


@pytest.mark.parametrize(
    ("entry", "heading", "fault"),
    [
        (waived("0"), "金额", CellFault.MONEY_NOT_POSITIVE),
        (waived("5", number="B-9"), "单号", CellFault.UNKNOWN_SLIP),
        (waived("5", clock="08:00"), "批准时间", CellFault.BEFORE_ISSUE),
        (waived("5", approver="演示管家"), "批准人", CellFault.APPLICANT_APPROVES),
        (
            replace(waived("5"), at=at("2027-01-11")),
            "批准时间",
            CellFault.IN_FUTURE,
        ),
    ],
)
def test_each_wrong_waiver_is_named(
    entry: WaiverRow, heading: str, fault: CellFault
) -> None:
    assert money_said(entry) == [("减免", 2, heading, fault)]


# feedback and callbacks


def feedback(clock: str, day: int = 10, number: str = "A-1") -> FeedbackRow:
    return FeedbackRow(
        number=number, at=hour(clock, day), reason="待料", eta_at=hour("12:00", 20)
    )


def feedback_said(row: FeedbackRow, slip_row: SlipRow) -> list[tuple[str, str]]:
    found = said(BookRows(slips=(slip_row,), feedback=(row,)))
    assert all((sheet, at_row) == ("反馈", 2) for sheet, at_row, _, _ in found)
    return [(heading, str(fault)) for _, _, heading, fault in found]


BACK = slip(returned_at=hour("11:00"))
UNFINISHED = slip(returned_at=hour("11:00"), outcome="未完成")
FAILED = public_slip(
    "A-1",
    "2026-11-10 09:00",
    returned_at=hour("11:00"),
    inspection="不合格",
    inspected_at=hour("16:00"),
)


@pytest.mark.parametrize(
    ("row", "slip_row"),
    [
        (feedback("17:38"), slip()),
        (feedback("11:00"), BACK),
        (feedback("17:38"), UNFINISHED),
        (feedback("17:38"), FAILED),
        (feedback("10:00"), slip(ending="销单", ended_at=hour("10:00"))),
    ],
)
def test_feedback_belongs_to_a_slip_still_open(
    row: FeedbackRow, slip_row: SlipRow
) -> None:
    assert feedback_said(row, slip_row) == []


@pytest.mark.parametrize(
    ("row", "slip_row", "expected"),
    [
        (feedback("11:01"), BACK, ("时间", "not_open")),
        (feedback("12:00"), FAILED, ("时间", "not_open")),
        (
            feedback("10:01"),
            slip(ending="销单", ended_at=hour("10:00")),
            ("时间", "not_open"),
        ),
        (feedback("08:59"), slip(), ("时间", "before_issue")),
        (feedback("09:00", number="B"), slip(), ("单号", "unknown_slip")),
    ],
)
def test_feedback_on_a_slip_that_is_not_open_is_named(
    row: FeedbackRow, slip_row: SlipRow, expected: tuple[str, str]
) -> None:
    assert feedback_said(row, slip_row) == [expected]


def callback(clock: str, number: str = "A-1") -> CallbackRow:
    return CallbackRow(
        number=number,
        at=hour(clock),
        method="电话",
        result="接通",
        called_by="演示管家",
    )


@pytest.mark.parametrize(
    ("clock", "slip_row", "expected"),
    [
        ("09:30", slip(), []),
        ("11:00", BACK, []),
        ("10:59", BACK, [("时间", "earlier_than")]),
        ("08:00", slip(), [("时间", "before_issue")]),
        ("10:01", slip(ending="作废", ended_at=hour("10:00")), [("时间", "ended")]),
    ],
)
def test_a_callback_follows_the_return_and_no_ending(
    clock: str, slip_row: SlipRow, expected: list[tuple[str, str]]
) -> None:
    found = said(BookRows(slips=(slip_row,), callbacks=(callback(clock),)))

    assert [(heading, str(fault)) for _, _, heading, fault in found] == expected


def test_a_callback_needs_its_slip() -> None:
    found = said(BookRows(slips=(slip(),), callbacks=(callback("12:00", "B"),)))

    assert found == [("回访", 2, "单号", CellFault.UNKNOWN_SLIP)]


# closings


def closed(*rows: tuple[str, str], ground: BookGround = GROUND) -> Said:
    closings = tuple(ClosingRow(period=period, at=at(when)) for period, when in rows)
    return said(BookRows(slips=(slip(),), closings=closings), ground)


def test_periods_are_closed_in_order_from_the_21st_on() -> None:
    good = (("2026-10", "2026-10-21 00:00:00"), ("2026-11", "2026-11-23 10:00"))

    assert closed(*good) == []
    assert closed(*reversed(good)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("2026-10", "2026-10-20 23:59:59")],
            [(2, "时间", "closed_too_early")],
        ),
        (
            [("2026-10", "2026-10-21"), ("2026-10", "2026-10-22")],
            [(3, "期间", "period_twice")],
        ),
        (
            [("2026-10", "2026-11-24"), ("2026-11", "2026-11-23")],
            [(3, "时间", "period_order")],
        ),
        (
            [("2026-10", "2026-10-21"), ("2026-12", "2026-12-21")],
            [(3, "期间", "period_skipped")],
        ),
        (
            [("2027-01", "2027-01-21")],
            [(2, "时间", "in_future")],
        ),
    ],
)
def test_each_wrong_closing_is_named(
    rows: list[tuple[str, str]], expected: list[tuple[int, str, str]]
) -> None:
    found = [(row, heading, str(fault)) for _, row, heading, fault in closed(*rows)]

    assert found == expected


def test_a_period_closed_in_the_database_is_not_closed_again() -> None:
    ground = replace(GROUND, closed={"2026-11": at("2026-11-23 10:00")})

    assert closed(("2026-12", "2026-12-21"), ground=ground) == []
    assert closed(("2026-11", "2026-11-24"), ground=ground) == [
        ("关账", 2, "期间", CellFault.PERIOD_TWICE)
    ]
    assert closed(("2026-10", "2026-11-24"), ground=ground) == [
        ("关账", 2, "期间", CellFault.PERIOD_ORDER)
    ]


# one fault, one problem


def test_what_only_follows_from_a_bad_cell_is_not_named() -> None:
    """A slip whose number could not be read takes its other rows with it."""
    rows = numbered(
        BookRows(
            slips=(
                replace(
                    unit_slip("", "2026-11-10 09:00", labour_fee=yuan("50")),
                    bad=frozenset({"number"}),
                ),
            ),
            money=(paid("50", number="WX261110-007"),),
            callbacks=(callback("12:00", "WX261110-007"),),
        )
    )

    assert check_book(rows, GROUND) == ()


def test_a_bad_cell_is_not_judged_a_second_time() -> None:
    names = ("issued_at", "phone", "labour_fee", "charge_class", "area_kind", "ending")
    spoiled = replace(
        slip(phone="", area_kind="", ended_at=hour("10:00")), bad=frozenset(names)
    )
    rows = BookRows(slips=(spoiled,), money=(paid("5"),), waivers=(waived("5"),))

    assert said(rows) == []


def test_an_unread_payment_does_not_make_its_refund_wrong() -> None:
    unread = replace(paid("1"), amount=None, bad=frozenset({"amount"}))

    assert money_said(unread, refund("50")) == []


def test_the_day_of_the_return_check_is_a_good_book() -> None:
    """The data of worked-examples 5.4: late returns and late feedback are facts."""

    def out(number: str, day: int, clock: str = "09:00:00", **facts: Any) -> SlipRow:
        return unit_slip(number, f"2026-12-{day:02d} {clock}", **facts)

    def back(serial: int, clock: str) -> SlipRow:
        when = at(f"2026-12-08 {clock}")
        return out(f"WX261208-{serial:03d}", 8, returned_at=when)

    def told(number: str, clock: str, reason: str) -> FeedbackRow:
        when, eta = at(f"2026-12-08 {clock}"), at("2026-12-10")
        return FeedbackRow(number=number, at=when, reason=reason, eta_at=eta)

    slips = (
        *(back(serial, "17:30:59") for serial in (1, 2, 3, 5, 6)),
        back(4, "17:34:00"),
        out("WX261208-007", 8),
        out("WX261208-008", 8, "17:30:40"),
        out("WX261208-009", 8, "17:31:00"),
        out("WX261203-002", 3),
        out("WX261205-004", 5),
        out("WX261207-006", 7),
    )
    feedback = (
        told("WX261208-007", "17:38:00", "待料"),
        told("WX261203-002", "17:39:00", "报价争议"),
        told("WX261207-006", "17:41:00", "技术原因"),
    )

    assert said(BookRows(slips=slips, feedback=feedback)) == []
