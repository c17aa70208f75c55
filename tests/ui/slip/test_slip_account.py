"""The money of a slip on its page, and the steps of Finance beside it."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.payment import PayBack, Share, TakePayment, pay_back, take_payment
from models.ledger_entry import PayMethod
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.makers import make_slip, make_staff
from tests.ui.dialogs import shown_dialog
from ui.finance.money_dialog import AdjustDialog, RefundDialog
from ui.finance.page import FinancePage
from ui.finance.payment_tab import PaymentTab
from ui.shell.main_window import MainWindow
from ui.slip.slip_page import SlipPage


@pytest.fixture
def paid(peopled: Database, shop_desk: Desk) -> int:
    """A unit's slip that is back, paid, and partly paid back."""
    kind = AreaKind.UNIT
    slip_id = make_slip(peopled, shop_desk, SlipState.RETURNED, area_kind=kind).id
    order = TakePayment(
        (Share(slip_id, Decimal("85.00")),), PayMethod.WECHAT, receipt_no="SJ7"
    )
    peopled.write(take_payment, shop_desk, order)
    back = PayBack(slip_id, Decimal("5.00"), PayMethod.CASH, "多收")
    peopled.write(pay_back, shop_desk, back)
    return slip_id


def open_page(window: MainWindow, qtbot: QtBot, slip_id: int) -> SlipPage:
    page = window.show_page("slip", slip_id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    return page


def test_every_entry_is_listed_with_what_is_known_of_it(
    paid: int, window: MainWindow, qtbot: QtBot
) -> None:
    page = open_page(window, qtbot, paid)
    lines = page.account.entries.rows()
    assert [(line.what, line.amount) for line in lines] == [
        ("Charge", "85.00"),
        ("Payment，WeChat", "−85.00"),
        ("Refund，Cash", "5.00"),
    ]
    assert lines[1].detail == "SJ7，演示业户，period 2026-03，系统"
    assert "多收" in lines[2].detail
    assert page.account._sums.text() == "5.00 left to pay"
    told = [entry.text for entry in page.life.entries()[-2:]]
    assert told == [
        "系统，85.00，WeChat，演示业户，SJ7",
        "系统，5.00，Cash，演示业户，多收",
    ]


def test_finance_takes_pays_back_and_adjusts_from_the_page(
    paid: int, window: MainWindow, qtbot: QtBot
) -> None:
    page = open_page(window, qtbot, paid)
    page.account.pay_back.click()
    shown_dialog(window, RefundDialog, qtbot).reject()
    page.account.adjust.click()
    dialog = shown_dialog(window, AdjustDialog, qtbot)
    dialog.amount.set_value(Decimal("-5.00"))
    dialog.reason.set_value("协商降价")
    dialog.submit()
    qtbot.waitUntil(lambda: len(page.account.entries.rows()) == 4)
    assert page.account._sums.text() == "0.00 left to pay"
    page.account.take.click()
    finance = window.front_page()
    assert isinstance(finance, FinancePage)
    tab = finance.front()
    assert isinstance(tab, PaymentTab)
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.slip_id == paid)


def test_others_only_read(
    paid: int, shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    make_staff(shop, shop_desk, "演示前台", department=Department.HOUSEKEEPING)
    make_staff(shop, shop_desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    window.work.choose_actor(window, "演示前台", lambda: None)
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示前台")
    page = open_page(window, qtbot, paid)
    assert len(page.account.entries.rows()) == 3
    for button in (page.account.take, page.account.pay_back, page.account.adjust):
        assert not button.isVisible()


def test_a_public_slip_has_no_such_part(
    peopled: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(peopled, shop_desk, SlipState.RETURNED)
    page = open_page(window, qtbot, slip.id)
    assert not page.account.isVisible()
