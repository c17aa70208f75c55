"""A dialog with fields: filled, saved, refused, left."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import compose
from ui.kit.fields import LongTextField, TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.money_field import MoneyField


@dataclass(frozen=True)
class Quote:
    """What the dialog of these tests hands over."""

    amount: Decimal | None
    signed_by: str
    note: str


class QuoteDialog(FormDialog[Quote]):
    """A dialog as pages make them."""

    def __init__(self) -> None:
        super().__init__()
        self.name("A quote", "Record", "What will happen.")
        self.amount = self.add("amount", "&Amount", MoneyField())
        self.signed_by = self.add("signed_by", "Signed by", TextField())
        self.note = self.add("note", "Note", LongTextField())

    def order(self) -> Quote:
        return Quote(self.amount.value(), self.signed_by.value(), self.note.value())


@pytest.fixture
def dialog(qtbot: QtBot) -> QuoteDialog:
    """The dialog, open."""
    made = QuoteDialog()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    qtbot.waitExposed(made)
    return made


def _orders(dialog: QuoteDialog) -> list[Quote]:
    orders: list[Quote] = []
    dialog.submitted.connect(orders.append)
    return orders


def test_the_keyboard_begins_in_the_first_field(
    dialog: QuoteDialog, qtbot: QtBot
) -> None:
    assert dialog.focusWidget() is dialog.amount.line


def test_enter_hands_over_what_was_typed(dialog: QuoteDialog, qtbot: QtBot) -> None:
    orders = _orders(dialog)
    qtbot.keyClicks(dialog.amount.line, "120")
    compose(dialog.signed_by.line, "演示业户")
    compose(dialog.note.text, "先换锁芯")
    qtbot.keyClick(dialog.note.text, Qt.Key.Key_Return)
    assert orders == [Quote(Decimal("120.00"), "演示业户", "先换锁芯")]
    assert dialog.isVisible(), "it closes when it is told that the order was taken"


def test_pressing_enter_twice_hands_over_once(
    dialog: QuoteDialog, qtbot: QtBot
) -> None:
    orders = _orders(dialog)
    dialog.submitted.connect(lambda _: dialog.set_busy(True))
    qtbot.keyClick(dialog.signed_by.line, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.signed_by.line, Qt.Key.Key_Return)
    assert len(orders) == 1


def test_what_cannot_be_read_is_not_handed_over(
    dialog: QuoteDialog, qtbot: QtBot
) -> None:
    orders = _orders(dialog)
    qtbot.keyClicks(dialog.amount.line, "1.234")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not orders
    assert dialog.amount.problem() == "An amount has at most two decimals."


def test_a_refusal_of_a_field_stands_under_it_and_nothing_typed_is_lost(
    dialog: QuoteDialog, qtbot: QtBot
) -> None:
    compose(dialog.signed_by.line, "演示技工")
    dialog.set_busy(True)
    dialog.refuse("演示技工 did the work.", "signed_by")
    assert dialog.signed_by.problem() == "演示技工 did the work."
    assert dialog.signed_by.value() == "演示技工"
    assert dialog.problem() == ""
    assert dialog.save.isEnabled()
    assert dialog.focusWidget() is dialog.signed_by.line


def test_a_refusal_of_the_step_stands_above_the_buttons(
    dialog: QuoteDialog, qtbot: QtBot
) -> None:
    dialog.refuse("Somebody else changed this slip meanwhile.")
    assert dialog.problem() == "Somebody else changed this slip meanwhile."
    dialog.refuse("Not among these fields.", "trade")
    assert dialog.problem() == "Not among these fields."


def test_the_dialog_grows_so_that_a_refusal_is_not_cut(
    dialog: QuoteDialog, qtbot: QtBot
) -> None:
    before = dialog.height()
    dialog.refuse("A long sentence that says what is wrong. " * 6, "signed_by")
    layout = dialog.layout()
    assert layout is not None
    needed = layout.totalHeightForWidth(dialog.width())
    assert needed > before
    qtbot.waitUntil(lambda: dialog.height() >= needed)


def test_escape_leaves_without_handing_over(dialog: QuoteDialog, qtbot: QtBot) -> None:
    orders = _orders(dialog)
    qtbot.keyClicks(dialog.amount.line, "120")
    qtbot.keyClick(dialog.amount.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not orders
