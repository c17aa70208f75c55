"""Works the front desk as a person does, for the tests of its parts."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_list import SlipFilter, SlipRow, first_slip_rows
from tests.ui.keyboard import compose
from ui.shell.main_window import MainWindow
from ui.slip.intake_page import IntakePage

CTRL = Qt.KeyboardModifier.ControlModifier


def open_intake(window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The front desk in front, with its lists."""
    made = window.show_page("intake")
    assert isinstance(made, IntakePage)
    qtbot.waitUntil(lambda: made.form.trade.box.count() > 1)
    return made


def slips(shop: Database, desk: Desk) -> list[SlipRow]:
    """All slips, the newest first."""
    return shop.read(first_slip_rows, desk, SlipFilter(), 20)


def type_line(page: IntakePage, text: str) -> None:
    """Commit a text into the one line, as an input method does."""
    page.form.entry.setFocus()
    compose(page.form.entry.line, text)


def type_call(page: IntakePage, qtbot: QtBot, content: str) -> None:
    """Field by field: the room from the list, then the fault."""
    page.form.unit.setFocus()
    qtbot.keyClicks(page.form.unit.line, "3-1502")
    qtbot.waitUntil(lambda: page.form.unit._popup.isVisible())
    qtbot.keyClick(page.form.unit._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.phone.value() == "13800001502")
    compose(page.form.content.text, content)
