"""One strip joins the pages of the day: keys, counts, rights."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_return import TakeBackSlip, take_back_slip
from models.staff import Post
from tests.makers import make_staff
from ui.day.day_tabs import DayTabs
from ui.shell.main_window import MainWindow


def tabs_of(window: MainWindow) -> DayTabs:
    """The strip of the page in front."""
    found = window.page(window.front_page_id()).findChild(DayTabs)
    assert isinstance(found, DayTabs)
    return found


def words(window: MainWindow) -> list[str]:
    segments = tabs_of(window).pages.segments()
    return [each.text() for each in segments if not each.isHidden()]


def test_the_strip_counts_what_waits_on_each_page(
    two: tuple[int, int],
    lost: int,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    window.show_page("follow_up")
    expected = ["Returns 3", "Follow-up 2", "Gaps 2", "Handover"]
    qtbot.waitUntil(lambda: words(window) == expected)
    shop.write(take_back_slip, shop_desk, TakeBackSlip(two[1], result_text="已修好"))
    window.work.tell_changed(frozenset({"slip"}))
    expected = ["Returns 2", "Follow-up 1", "Gaps 2", "Handover"]
    qtbot.waitUntil(lambda: words(window) == expected)


def test_arrows_turn_the_pages_and_stay_on_the_strip(
    peopled: Database, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("follow_up")
    tabs_of(window).setFocus()
    qtbot.keyClick(tabs_of(window).tab("follow_up"), Qt.Key.Key_Right)
    assert window.front_page_id() == "gap"
    assert tabs_of(window).tab("gap").hasFocus()
    qtbot.keyClick(tabs_of(window).tab("gap"), Qt.Key.Key_Right)
    assert window.front_page_id() == "handover"
    qtbot.keyClick(tabs_of(window).tab("handover"), Qt.Key.Key_Left)
    assert window.front_page_id() == "gap"
    assert tabs_of(window).pages.value() == "gap"
    window.show_page("follow_up")
    assert tabs_of(window).pages.value() == "follow_up", "each strip marks its own page"


def test_a_click_goes_on_to_the_work(
    two: tuple[int, int], window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("gap")
    qtbot.mouseClick(tabs_of(window).tab("follow_up"), Qt.MouseButton.LeftButton)
    assert window.front_page_id() == "follow_up"
    page = window.page("follow_up")
    assert page.table.hasFocus()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "page"), [("F", "follow_up"), ("G", "gap"), ("H", "handover")]
)
def test_each_page_has_its_key_everywhere(
    peopled: Database, window: MainWindow, qtbot: QtBot, keys: str, page: str
) -> None:
    window.show_page("register")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{keys}"), both)
    assert window.front_page_id() == page
    assert window.rail.item("return").isChecked(), "they are parts of the return desk"


def test_a_dispatcher_enters_the_room_by_the_page_that_is_open_to_him(
    peopled: Database, window: MainWindow, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_staff(peopled, shop_desk, "演示调度", Post.DISPATCHER)
    window.show_page("handover")
    window.act_as("演示调度")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示调度")
    assert window.front_page_id() == "dispatch", "no shifts are his to hand over"
    window.rail.item("return").click()
    assert window.front_page_id() == "follow_up"
    assert [each.split()[0] for each in words(window)] == ["Follow-up", "Gaps"]
