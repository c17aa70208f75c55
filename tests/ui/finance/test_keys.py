"""The whole month's end from the keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.staff import Department, Post
from tests.app.books import copy_places
from tests.makers import make_staff
from tests.ui.finance.conftest import Month
from ui.finance.handover_tab import HandoverTab
from ui.finance.page import FinancePage
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog

_CTRL = Qt.KeyboardModifier.ControlModifier


def _press(
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    held = QApplication.focusWidget()
    assert isinstance(held, QWidget)
    qtbot.keyClick(held, key, modifiers)


def _type(qtbot: QtBot, text: str) -> None:
    held = QApplication.focusWidget()
    assert isinstance(held, QWidget)
    qtbot.keyClicks(held, text)


def test_copies_are_handed_over_without_a_mouse(
    month: Month,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
    enter: Callable[[], FinancePage],
) -> None:
    make_staff(peopled, shop_desk, "Qian", Post.FRONT_DESK)
    make_staff(peopled, shop_desk, "Zhou", Post.FINANCE, department=Department.FINANCE)
    window.activateWindow()
    window.show_page("intake")
    qtbot.keyClick(window, Qt.Key.Key_7, _CTRL)
    page = window.front_page()
    assert isinstance(page, FinancePage)
    qtbot.waitUntil(lambda: page.period.row is not None)
    for _ in range(3):
        _press(qtbot, Qt.Key.Key_Tab, _CTRL)
    tab = page.front()
    assert isinstance(tab, HandoverTab)
    qtbot.waitUntil(lambda: tab.found is not None)

    def rest() -> None:
        qtbot.waitUntil(lambda: not window.work.tasks.running())
        qtbot.wait(1)
        qtbot.waitUntil(lambda: not window.work.tasks.running())

    for slip_id in (month.paid, month.partly):
        _type(qtbot, month.number[slip_id])
        _press(qtbot, Qt.Key.Key_Return)
        rest()
    assert tab.found is not None
    assert tab.found.open_bundle is not None
    assert len(tab.found.open_bundle.copies) == 2
    for _ in range(6):
        if tab.signing.giver.line.hasFocus():
            break
        _press(qtbot, Qt.Key.Key_Tab)
    _type(qtbot, "Qian")
    _press(qtbot, Qt.Key.Key_Tab)
    _type(qtbot, "Zhou")
    _press(qtbot, Qt.Key.Key_Return, _CTRL)
    rest()
    assert copy_places(peopled, month.paid)[2] == "finance"
    assert copy_places(peopled, month.free)[2] == "hk_desk"
    qtbot.waitUntil(lambda: window.findChild(PaperDialog) is not None)
