"""Payments by keyboard: find, Enter, Enter; refusals stand where they happened."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.form_draft import load_form_drafts
from app.payment import Share, TakePayment, take_payment
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit
from tests.ui.keyboard import compose
from ui.finance.money_dialog import RefundDialog, ReverseDialog
from ui.finance.page import FinancePage
from ui.finance.payment_tab import PaymentTab
from ui.finance.payment_typed import ROOM
from ui.scanner.code import Code
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog
from ui.slip.slip_page import SlipPage

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
PRICE = Decimal("85.00")


@pytest.fixture
def owed(peopled: Database, shop_desk: Desk, clock: Clock) -> list[int]:
    """Two slips of one owner that agreed to 85.00 each, and one of another."""
    make_unit(peopled, shop_desk, "3-1601", "另一业户", "13800001601")
    other = {"place": "3-1601", "reporter_name": "另一业户", "phone": "13800001601"}
    ids = []
    for fields in ({}, {}, other):
        slip = make_slip(
            peopled, shop_desk, SlipState.WORKING, area_kind=AreaKind.UNIT, **fields
        )
        ids.append(slip.id)
        clock.advance(minutes=10)
    return ids


@pytest.fixture
def tab(owed: list[int], window: MainWindow, qtbot: QtBot) -> PaymentTab:
    """The tab of payments."""
    page = window.show_page("finance")
    assert isinstance(page, FinancePage)
    qtbot.waitUntil(lambda: page.period.row is not None)
    made = page.enter("payment")
    assert isinstance(made, PaymentTab)
    made.arrive()
    qtbot.waitUntil(lambda: made.payable.found is not None)
    return made


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys on whatever has the keyboard."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)


def entries(database: Database) -> list[LedgerEntry]:
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


def find(tab: PaymentTab, qtbot: QtBot, text: str) -> None:
    """Look for words and wait for the answer."""
    tab.payable.search.come_here()
    compose(tab.payable.search.line, text)
    tab.payable.search.edited.emit()
    qtbot.waitUntil(
        lambda: tab.payable.found is not None and tab.payable.found.text == text
    )


def take_up(tab: PaymentTab, qtbot: QtBot, slip_id: int) -> None:
    tab.look_at(slip_id)
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.slip_id == slip_id)


def test_the_keyboard_begins_where_slips_are_looked_for(tab: PaymentTab) -> None:
    assert tab.payable.search.line.hasFocus()
    assert tab.payable._owed.text() == "Owed 0.00"
    assert tab.payable.list.slips() == []


def test_a_slip_is_found_by_name_and_paid_with_three_enters(
    tab: PaymentTab, owed: list[int], shop: Database, qtbot: QtBot
) -> None:
    find(tab, qtbot, "另一业户")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: tab.view is not None)
    assert tab.view is not None and tab.view.slip_id == owed[2]
    (line,) = tab.payment.shares.lines
    assert line.amount.line.hasFocus()
    assert line.amount.value() == PRICE
    assert tab.payment._capitals.text() == "人民币捌拾伍元整"
    qtbot.keyClick(line.amount.line, K.Key_2, ALT)
    assert tab.payment.form.method.value() is PayMethod.TRANSFER
    press(qtbot, K.Key_Return)
    assert tab.payment.form.receipt_no.line.hasFocus()
    # Composed at once it would be taken for a scan.
    tab.payment.form.receipt_no.set_value("SJ0101")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: tab.view is None)
    (entry,) = entries(shop)
    assert (entry.amount, entry.method, entry.receipt_no, entry.payer) == (
        PRICE,
        PayMethod.TRANSFER,
        "SJ0101",
        "另一业户",
    )
    assert tab.payable.search.line.hasFocus(), "ready for the next one"


def test_several_slips_of_the_payer_are_ticked_together(
    tab: PaymentTab, owed: list[int], shop: Database, qtbot: QtBot
) -> None:
    take_up(tab, qtbot, owed[1])
    first, second = tab.payment.shares.lines
    assert [line.row.slip_id for line in tab.payment.shares.lines] == [owed[1], owed[0]]
    assert not second.tick.isChecked()
    second.tick.click()
    assert second.amount.value() == PRICE
    first.amount.line.selectAll()
    compose(first.amount.line, "20.5")
    first.amount.edited.emit()
    assert tab.payment._total.text() == "Paid now 105.50"
    tab.payment.form.receipt_no.set_value("SJ7")
    tab.submit()
    qtbot.waitUntil(lambda: tab.view is None)
    assert [(entry.slip_id, entry.amount) for entry in entries(shop)] == [
        (owed[1], Decimal("20.50")),
        (owed[0], PRICE),
    ]
    assert entries(shop)[1].payment_id == entries(shop)[0].id


def test_the_receipt_that_comes_next_is_proposed(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    order = TakePayment(
        (Share(owed[0], Decimal("5.00")),), PayMethod.CASH, receipt_no="SJ0099"
    )
    shop.write(take_payment, shop_desk, order)
    take_up(tab, qtbot, owed[2])
    assert tab.payment.form.receipt_no.value() == "SJ0100"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("85.01", "has 85.00 left to pay"),
        ("0", "an amount above zero"),
        ("1000000000", "10,000,000.00 yuan at most"),
        ("12.345", "two decimals"),
        ("-3", "not below zero"),
        ("很多", "Type an amount in yuan"),
    ],
)
def test_a_wrong_amount_is_told_under_it_and_stays_typed(
    tab: PaymentTab,
    owed: list[int],
    shop: Database,
    qtbot: QtBot,
    typed: str,
    said: str,
) -> None:
    take_up(tab, qtbot, owed[0])
    line = tab.payment.shares.lines[0]
    tab.payment.form.receipt_no.set_value("SJ1")
    line.amount.line.selectAll()
    compose(line.amount.line, typed)
    line.amount.edited.emit()
    tab.submit()
    qtbot.waitUntil(lambda: bool(line.amount.problem()))
    assert said in line.amount.problem()
    assert line.amount.typed() == typed
    assert entries(shop) == []


def test_a_receipt_of_another_payer_is_told_under_the_receipt(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    order = TakePayment(
        (Share(owed[0], Decimal("5.00")),), PayMethod.CASH, receipt_no="SJ7"
    )
    taken, _ = shop.write(take_payment, shop_desk, order)
    take_up(tab, qtbot, owed[2])
    tab.payment.form.receipt_no.set_value("SJ7")
    tab.submit()
    field = tab.payment.form.receipt_no
    qtbot.waitUntil(lambda: bool(field.problem()))
    assert "given to 演示业户" in field.problem()
    assert taken.numbers[0] in field.problem()


def test_an_escort_is_asked_for_with_cash_only(
    tab: PaymentTab, owed: list[int], qtbot: QtBot
) -> None:
    take_up(tab, qtbot, owed[0])
    assert tab.payment.form.escort.isVisible()
    qtbot.keyClick(tab.payment.shares.lines[0].amount.line, K.Key_3, ALT)
    assert not tab.payment.form.escort.isVisible()


def test_a_scanned_paper_calls_up_its_payment(
    tab: PaymentTab, owed: list[int], shop: Database, qtbot: QtBot
) -> None:
    take_up(tab, qtbot, owed[0])
    assert tab.view is not None
    number = tab.view.number
    take_up(tab, qtbot, owed[2])
    assert tab.take_scan([Code(number, 2)])
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.number == number)
    assert tab.payment.shares.lines[0].amount.line.hasFocus()


def test_what_is_typed_waits_until_the_slip_is_taken_up_again(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    take_up(tab, qtbot, owed[0])
    compose(tab.payment.form.note.line, "分两次付")
    tab.payment.form.note.edited.emit()
    line = tab.payment.shares.lines[0]
    line.amount.line.selectAll()
    compose(line.amount.line, "40")
    line.amount.edited.emit()
    take_up(tab, qtbot, owed[2])
    assert tab.payment.form.note.value() == ""
    assert tab.rescue() is None
    drafts = shop.read(load_form_drafts, shop_desk, ROOM)
    assert list(drafts) == [owed[0]]
    take_up(tab, qtbot, owed[0])
    assert tab.payment.form.note.value() == "分两次付"
    assert tab.payment.shares.lines[0].amount.typed() == "40"


def test_money_goes_back_with_a_reason_and_the_paper_is_offered(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    order = TakePayment((Share(owed[0], PRICE),), PayMethod.WECHAT)
    shop.write(take_payment, shop_desk, order)
    take_up(tab, qtbot, owed[0])
    assert tab.payment.refund.isVisible()
    assert not tab.payment.adjust.isVisible(), "the price is not posted yet"
    tab.ask_refund()
    dialog = tab.window().findChild(RefundDialog)
    assert dialog is not None
    assert dialog.method.value() is PayMethod.WECHAT
    dialog.amount.set_value(Decimal("90.00"))
    dialog.reason.set_value("多收")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.amount.problem()))
    assert "85.00 can go back" in dialog.amount.problem()
    dialog.amount.set_value(Decimal("5.00"))
    dialog.submit()
    qtbot.waitUntil(lambda: len(entries(shop)) == 2)
    qtbot.waitUntil(lambda: tab.view is not None and len(tab.view.account.entries) == 2)
    assert [entry.kind for entry in entries(shop)] == [EntryKind.PAY, EntryKind.REFUND]


def test_a_wrong_payment_is_answered_from_its_entry(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    order = TakePayment((Share(owed[0], PRICE),), PayMethod.WECHAT, receipt_no="SJ1")
    shop.write(take_payment, shop_desk, order)
    take_up(tab, qtbot, owed[0])
    assert tab.payment.reverse.isVisible()
    tab.payment.reverse.click()
    dialog = tab.window().findChild(ReverseDialog)
    assert dialog is not None
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.reason.problem()))
    dialog.reason.set_value("录错单号")
    dialog.submit()
    qtbot.waitUntil(lambda: tab.view is not None and len(tab.view.account.entries) == 2)
    assert not tab.payment.reverse.isVisible(), "an answer is not answered"
    assert tab.payment.shares.lines[0].amount.value() == PRICE, "owed again"


def test_the_money_of_the_day_is_shown_and_printed(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    order = TakePayment(
        (Share(owed[0], Decimal("40.00")),), PayMethod.CASH, receipt_no="SJ1"
    )
    shop.write(take_payment, shop_desk, order)
    tab.show_takings()
    qtbot.waitUntil(lambda: tab.takings.takings is not None)
    assert tab.takings._net.text() == "Net 40.00"
    assert "40.00 in cash goes to the bank" in tab.takings._bank.text()
    assert not tab.takings.after.isEnabled()
    tab.takings.print.click()
    qtbot.waitUntil(
        lambda: any(
            isinstance(box, PaperDialog) for box in tab.window().findChildren(QDialog)
        )
    )
    tab.takings.before.click()
    qtbot.waitUntil(
        lambda: tab.takings.takings is not None and not tab.takings.takings.lines
    )
    assert tab.takings._empty.isVisible()


def test_the_slip_itself_is_a_key_away(
    tab: PaymentTab, owed: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    take_up(tab, qtbot, owed[0])
    tab.payment.number.click()
    assert isinstance(window.front_page(), SlipPage)


def test_public_work_says_why_no_money_is_taken(
    tab: PaymentTab, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.RETURNED)
    take_up(tab, qtbot, slip.id)
    assert tab.payment.why_not.text() == "Public work: nobody is charged for it."
    assert not tab.payment.save.isVisible()


def test_only_finance_finds_the_tab(
    owed: list[int], shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    make_staff(shop, shop_desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    make_staff(shop, shop_desk, "演示总监", Post.DIRECTOR)
    page = window.show_page("finance")
    assert isinstance(page, FinancePage)
    window.work.choose_actor(window, "演示总监", lambda: None)
    qtbot.waitUntil(lambda: "payment" not in page.strip.shown())
    window.work.choose_actor(window, "演示财务", lambda: None)
    qtbot.waitUntil(lambda: "payment" in page.strip.shown())


def test_enter_waits_for_what_was_asked_but_is_not_answered(
    tab: PaymentTab, owed: list[int], qtbot: QtBot
) -> None:
    tab.payable.search.come_here()
    compose(tab.payable.search.line, "另一业户")
    tab.payable.ask()
    press(qtbot, K.Key_Return)
    assert tab.view is None
    qtbot.waitUntil(lambda: tab.view is not None)
    assert tab.view is not None and tab.view.slip_id == owed[2]


def test_money_that_another_desk_took_first_is_told_and_shown(
    tab: PaymentTab, owed: list[int], shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    take_up(tab, qtbot, owed[2])
    tab.payment.form.receipt_no.set_value("SJ0102")
    order = TakePayment(
        (Share(owed[2], PRICE),), PayMethod.CASH, receipt_no="SJ0101", payer="另一业户"
    )
    shop.write(take_payment, shop_desk, order)
    tab.submit()
    qtbot.waitUntil(lambda: bool(tab.payment.problem.text()))
    assert tab.view is not None
    qtbot.waitUntil(lambda: tab.payment.shares.lines[0].amount.value() != PRICE)
    assert "0.00" in tab.payment.problem.text()
    assert len(entries(shop)) == 1
