"""What is owed, by whom and since when; the money of a day; what a search finds."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.arrears import load_arrears
from app.database import Database
from app.desk import Desk
from app.ledger import load_account
from app.payable import Totals, load_accounts, load_payables
from app.payment import PayBack, Share, TakePayment, pay_back, take_payment
from app.payment_list import load_slip_account
from app.payment_reverse import ReverseEntry, reverse_entry
from app.payment_view import load_payment_view, load_scanned_payment
from app.slip_refusals import SlipUnknown
from app.takings import load_takings
from models.arrears import AGES
from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO
from models.slip import ChargeClass, SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit

CASH, TRANSFER = PayMethod.CASH, PayMethod.TRANSFER
OTHER = {"place": "3-1601", "reporter_name": "欧阳修", "phone": "13800009876"}


def yuan(text: str) -> Decimal:
    return Decimal(text)


def unit_slip(
    database: Database, desk: Desk, state: SlipState, **fields: object
) -> int:
    return make_slip(database, desk, state, area_kind=AreaKind.UNIT, **fields).id


def pay(database: Database, desk: Desk, slip_id: int, amount: str) -> int:
    order = TakePayment((Share(slip_id, yuan(amount)),), TRANSFER)
    taken, _ = database.write(take_payment, desk, order)
    return taken.payment_id


@pytest.fixture
def rooms(database: Database, desk: Desk) -> None:
    """Two units with an owner each."""
    make_unit(database, desk)
    make_unit(database, desk, "3-1601", "欧阳修", "13800009876")


@pytest.mark.usefixtures("rooms")
def test_arrears_stand_by_payer_who_owes_longest_first(
    database: Database, desk: Desk, clock: Clock
) -> None:
    old = unit_slip(database, desk, SlipState.RETURNED, **OTHER)
    clock.advance(days=31)
    first = unit_slip(database, desk, SlipState.RETURNED)
    clock.advance(days=1)
    second = unit_slip(database, desk, SlipState.RETURNED)
    pay(database, desk, second, "20.00")
    ahead = unit_slip(database, desk, SlipState.WORKING)
    pay(database, desk, ahead, "85.00")
    settled = unit_slip(database, desk, SlipState.RETURNED)
    pay(database, desk, settled, "85.00")
    clock.advance(days=29)

    payables = database.read(load_payables, desk, "")
    assert [row.slip_id for row in payables.rows] == [old, first, second, ahead]
    assert payables.totals == Totals(yuan("235.00"), 2, 3)
    arrears = database.read(load_arrears, desk)
    assert [
        (each.payer, [line.slip_id for line in each.lines]) for each in arrears.payers
    ] == [("欧阳修", [old]), ("演示业户", [first, second])]
    assert [line.days for line in arrears.lines] == [61, 30, 29]
    assert [line.received for line in arrears.lines] == [ZERO, ZERO, yuan("20.00")]
    assert arrears.owed == yuan("235.00")
    assert arrears.by_age() == (yuan("150.00"), ZERO, yuan("85.00"), ZERO)
    assert len(arrears.by_age()) == len(AGES) + 1
    (prepaid,) = arrears.prepaid
    assert (prepaid.slip_id, prepaid.balance, prepaid.since) == (
        ahead,
        yuan("-85.00"),
        None,
    )
    assert prepaid.received == yuan("85.00")
    assert arrears.paid_ahead == yuan("85.00")


@pytest.mark.usefixtures("rooms")
@pytest.mark.parametrize("text", ["欧阳修", "ouyang", "oyx", "3-1601", "1601"])
def test_arrears_are_narrowed_to_what_is_meant(
    database: Database, desk: Desk, text: str
) -> None:
    unit_slip(database, desk, SlipState.RETURNED)
    other = unit_slip(database, desk, SlipState.RETURNED, **OTHER)
    arrears = database.read(load_arrears, desk, text)
    assert [line.slip_id for line in arrears.lines] == [other]


@pytest.mark.usefixtures("rooms")
@pytest.mark.parametrize("text", ["欧阳修", "oyx", "3-1601", "9876", "13800009876"])
def test_a_slip_to_pay_is_found_before_its_price_is_posted(
    database: Database, desk: Desk, text: str
) -> None:
    unit_slip(database, desk, SlipState.WORKING)
    other = unit_slip(database, desk, SlipState.WORKING, **OTHER)
    found = database.read(load_payables, desk, text)
    assert [row.slip_id for row in found.rows] == [other]
    (row,) = found.rows
    assert (row.left, row.since) == (yuan("85.00"), None)
    assert found.totals is None


@pytest.mark.usefixtures("rooms")
def test_what_takes_no_money_is_not_found(database: Database, desk: Desk) -> None:
    make_slip(database, desk, SlipState.RETURNED, content="厨房照明灯不亮")
    unit_slip(database, desk, SlipState.VOID)
    unit_slip(database, desk, SlipState.CANCELLED)
    unit_slip(
        database,
        desk,
        SlipState.DISPATCHED,
        charge_class=ChargeClass.FREE_WARRANTY,
    )
    paid = unit_slip(database, desk, SlipState.RETURNED)
    pay(database, desk, paid, "85.00")
    open_one = unit_slip(database, desk, SlipState.WORKING)
    rows = database.read(load_payables, desk, "厨房").rows
    # What is settled stands last: its money may have to go back.
    assert [row.slip_id for row in rows] == [open_one, paid]
    assert database.read(load_payables, desk, "").rows == ()


@pytest.mark.usefixtures("rooms")
def test_many_accounts_are_those_of_each(database: Database, desk: Desk) -> None:
    ids = [
        unit_slip(database, desk, state)
        for state in (
            SlipState.DISPATCHED,
            SlipState.WORKING,
            SlipState.RETURNED,
            SlipState.VOID,
        )
    ]
    pay(database, desk, ids[1], "10.00")
    pay(database, desk, ids[2], "30.00")
    back = PayBack(ids[2], yuan("5.00"), CASH, "多收")
    database.write(pay_back, desk, back)
    many = database.read(lambda session, _: load_accounts(session, ids), desk)
    for slip_id in ids:
        assert many[slip_id] == database.read(load_account, slip_id)


@pytest.mark.usefixtures("rooms")
def test_the_form_offers_what_else_the_payer_has_to_settle(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first = unit_slip(database, desk, SlipState.RETURNED)
    settled = unit_slip(database, desk, SlipState.RETURNED)
    pay(database, desk, settled, "85.00")
    second = unit_slip(database, desk, SlipState.WORKING)
    other = unit_slip(database, desk, SlipState.RETURNED, **OTHER)
    make_staff(database, desk, "演示管家", Post.HOUSEKEEPER)
    make_staff(
        database, desk, "演示技工", Post.TECHNICIAN, department=Department.ENGINEERING
    )
    view = database.read(load_payment_view, desk, second)
    assert [row.slip_id for row in view.rows] == [second, first]
    assert view.escorts == ("演示管家",)
    assert view.takes_money
    of_settled = database.read(load_payment_view, desk, settled)
    assert [row.slip_id for row in of_settled.rows] == [settled, first, second]
    scanned = database.read(load_scanned_payment, desk, (view.number,))
    assert scanned.slip_id == second
    with pytest.raises(SlipUnknown):
        database.read(load_scanned_payment, desk, ("WX990101-001",))
    assert database.read(load_payment_view, desk, other).payer == "欧阳修"


@pytest.mark.usefixtures("rooms")
def test_an_account_tells_what_may_be_done(database: Database, desk: Desk) -> None:
    working = unit_slip(database, desk, SlipState.WORKING)
    returned = unit_slip(database, desk, SlipState.RETURNED)
    pay(database, desk, working, "1.00")
    ahead = database.read(load_slip_account, desk, working)
    posted = database.read(load_slip_account, desk, returned)
    assert (ahead.may_pay_back, ahead.may_adjust) == (True, False)
    assert (posted.may_pay_back, posted.may_adjust) == (False, True)
    assert [entry.kind for entry in posted.entries] == [EntryKind.CHARGE]
    nobody = replace(desk, permissions=frozenset())
    ahead = database.read(load_slip_account, nobody, working)
    assert (ahead.may_record, ahead.may_pay_back) == (False, False)


@pytest.mark.usefixtures("rooms")
def test_the_takings_of_a_day_are_what_changed_hands_then(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = unit_slip(database, desk, SlipState.RETURNED)
    clock.local("2026-03-02 23:59:59")
    wrong = pay(database, desk, slip_id, "10.00")
    clock.local("2026-03-03 00:00:00")
    pay(database, desk, slip_id, "20.00")
    database.write(reverse_entry, desk, ReverseEntry(wrong, "录错"))
    clock.local("2026-03-04 09:00:00")
    late = TakePayment(
        (Share(slip_id, yuan("5.00")),),
        CASH,
        receipt_no="SJ1",
        paid_at=desk.now() - timedelta(days=1),
    )
    database.write(take_payment, desk, late)

    day = desk.today() - timedelta(days=2)
    takings = database.read(load_takings, desk, day)
    assert [(line.amount, line.is_reversed) for line in takings.lines] == [
        (yuan("10.00"), True)
    ]
    takings = database.read(load_takings, desk, day + timedelta(days=1))
    assert [(line.kind, line.amount, line.is_reversal) for line in takings.lines] == [
        (EntryKind.PAY, yuan("20.00"), False),
        (EntryKind.REFUND, yuan("10.00"), True),
        (EntryKind.PAY, yuan("5.00"), False),
    ]
    assert (takings.received, takings.refunded, takings.net) == (
        yuan("25.00"),
        yuan("10.00"),
        yuan("15.00"),
    )
    assert takings.by_method(TRANSFER) == (yuan("20.00"), yuan("10.00"))
    assert takings.cash_to_bank == yuan("5.00")
    assert database.read(load_takings, desk, desk.today()).lines == ()


@pytest.mark.usefixtures("rooms")
def test_a_search_for_payments_asks_a_handful_of_statements(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    for _ in range(6):
        unit_slip(database, desk, SlipState.RETURNED)
    statements.clear()
    found = database.read(load_payables, desk, "")
    assert len(found.rows) == 6
    assert len(statements) <= 10, statements
