"""Every bad input of money in and out is told in one Chinese sentence."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.database import Database
from app.desk import Desk
from app.errors import FieldRefusal, Refusal
from app.payment import Adjust, PayBack, Share, TakePayment, adjust, pay_back
from app.payment import take_payment as take
from app.payment_reverse import ReverseEntry, reverse_entry
from models.ledger_entry import PayMethod
from models.slip import SlipState
from models.text import translator
from models.unit import AreaKind
from tests.makers import make_slip
from ui.texts import sentence

CASH, TRANSFER = PayMethod.CASH, PayMethod.TRANSFER
CHINESE = translator("zh_CN")


def unit_slip(shop: Database, desk: Desk, state: SlipState) -> int:
    return make_slip(shop, desk, state, area_kind=AreaKind.UNIT).id


def told(shop: Database, desk: Desk, step: Any, order: object) -> tuple[str, str]:
    """The sentence that refuses an order, and the field it stands under."""
    with pytest.raises(Refusal) as met:
        shop.write(step, desk, order)
    refusal = met.value
    field = refusal.field if isinstance(refusal, FieldRefusal) else ""
    return sentence(refusal, CHINESE, desk.zone), field


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0.001", "不能入账；请填写大于零、不超过 10,000,000.00、最多两位小数的金额。"),
        ("-5.00", "不能入账；请填写大于零、不超过 10,000,000.00、最多两位小数的金额。"),
        ("0.00", "不能入账；请填写大于零、不超过 10,000,000.00、最多两位小数的金额。"),
        ("1E+9", "不能入账；请填写大于零、不超过 10,000,000.00、最多两位小数的金额。"),
        ("85.01", " 尚可收 85.00，85.01 超出了；请核对金额，或先更正价格。"),
    ],
)
def test_a_wrong_amount_is_told(
    shop: Database, shop_desk: Desk, amount: str, said: str
) -> None:
    slip_id = unit_slip(shop, shop_desk, SlipState.WORKING)
    order = TakePayment((Share(slip_id, Decimal(amount)),), TRANSFER)
    text, field = told(shop, shop_desk, take, order)
    assert text.startswith("WX260302-001 ")
    assert text.endswith(said)
    assert field == "amount"


def test_a_slip_that_takes_no_money_is_told(shop: Database, shop_desk: Desk) -> None:
    for state, said in (
        (SlipState.VOID, "WX260302-001 已作废，不能收款。"),
        (SlipState.CANCELLED, "WX260302-002 已销单，不能收款。"),
    ):
        slip_id = unit_slip(shop, shop_desk, state)
        order = TakePayment((Share(slip_id, Decimal(1)),), TRANSFER)
        assert told(shop, shop_desk, take, order) == (said, "")
    public = make_slip(shop, shop_desk, SlipState.RETURNED)
    order = TakePayment((Share(public.id, Decimal(1)),), TRANSFER)
    said = "WX260302-003 是公共区域维修，不收费。"
    assert told(shop, shop_desk, take, order) == (said, "")


def test_a_receipt_that_is_missing_or_given_away_is_told(
    shop: Database, shop_desk: Desk
) -> None:
    slip_id = unit_slip(shop, shop_desk, SlipState.WORKING)
    order = TakePayment((Share(slip_id, Decimal(1)),), CASH)
    said = "收现金须开收据，请填写收据号。"
    assert told(shop, shop_desk, take, order) == (said, "receipt_no")
    order = replace(order, receipt_no="SJ7")
    shop.write(take, shop_desk, order)
    said = "收据 SJ7 已于 2026-03-02 开给 演示业户（WX260302-001），请填写另一收据号。"
    other = replace(order, payer="别人")
    assert told(shop, shop_desk, take, other) == (said, "receipt_no")


def test_money_back_and_a_price_are_told(shop: Database, shop_desk: Desk) -> None:
    slip_id = unit_slip(shop, shop_desk, SlipState.WORKING)
    back = PayBack(slip_id, Decimal("0.01"), CASH, "多收")
    said = "WX260302-001 可退 0.00，0.01 超出了。"
    assert told(shop, shop_desk, pay_back, back) == (said, "amount")
    price = Adjust(slip_id, Decimal("-1.00"), "降价")
    said = "WX260302-001 的财务联尚未收到，价格请直接在维修单上更正。"
    assert told(shop, shop_desk, adjust, price) == (said, "")
    posted = unit_slip(shop, shop_desk, SlipState.RETURNED)
    price = Adjust(posted, Decimal("-85.01"), "降价")
    said = "WX260302-002 尚欠 85.00，不能调减 85.01；请用“退款并调减价格”一并办理。"
    assert told(shop, shop_desk, adjust, price) == (said, "amount")


def test_what_was_answered_is_told(shop: Database, shop_desk: Desk) -> None:
    slip_id = unit_slip(shop, shop_desk, SlipState.WORKING)
    order = TakePayment((Share(slip_id, Decimal(1)),), TRANSFER)
    taken, _ = shop.write(take, shop_desk, order)
    answer = ReverseEntry(taken.payment_id, "录错")
    shop.write(reverse_entry, shop_desk, answer)
    said = "WX260302-001 的这一笔已冲正过，请直接登记正确的一笔。"
    assert told(shop, shop_desk, reverse_entry, answer) == (said, "")
