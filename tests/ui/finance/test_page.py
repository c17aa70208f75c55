"""The finance room: the period, the tabs, and the keys that turn them."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from tests.clock import Clock
from tests.makers import make_slip
from ui.finance.page import FinancePage
from ui.finance.tabs import TABS
from ui.shell.main_window import MainWindow


def _enter(window: MainWindow, qtbot: QtBot) -> FinancePage:
    page = window.show_page("finance")
    assert isinstance(page, FinancePage)
    qtbot.waitUntil(lambda: page.period.row is not None)
    return page


def test_the_room_begins_with_the_period_that_waits_to_be_closed(
    shop: Database, shop_desk: Desk, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk)
    page = _enter(window, qtbot)
    assert page.period.code == "2026-03"
    assert page.picker.rest.text() == "19 day(s) left"
    clock.advance(days=19)
    page.period.row = None
    page.period.ask()
    qtbot.waitUntil(lambda: page.period.row is not None)
    assert [row.code for row in page.period.rows] == ["2026-03", "2026-04"]
    assert page.period.code == "2026-03"
    assert page.picker.rest.text() == "ended today"


def test_arrows_on_the_period_go_to_its_neighbours(
    shop: Database, shop_desk: Desk, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk)
    clock.advance(days=40)
    page = _enter(window, qtbot)
    assert page.period.code == "2026-03"
    page.picker.field.setFocus()
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Down)
    assert page.period.code == "2026-04"
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Down)
    assert page.period.code == "2026-04"
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.period.code == "2026-03"
    menu = page.picker.field.offer()
    assert [entry.text()[:7] for entry in menu.actions()] == ["2026-04", "2026-03"]
    menu.close()


def test_the_keys_walk_through_all_tabs(window: MainWindow, qtbot: QtBot) -> None:
    page = _enter(window, qtbot)
    shown = page.strip.shown()
    assert shown == [tab.id for tab in TABS]
    for _ in shown:
        before = page.front()
        assert before is not None
        page.turn(1)
    assert page.front() is page.tab(shown[0])
