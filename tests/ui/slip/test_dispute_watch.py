"""A technician waits at an owner's: whoever talks with owners hears of it at once."""

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_quote import ResolveDispute, resolve_dispute
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.makers import make_slip, make_staff
from ui.shell.frame import Kind
from ui.shell.main_window import MainWindow
from ui.slip.dispute_watch import begin
from ui.slip.slip_page import SlipPage


@pytest.fixture
def watched(shop: Database, shop_desk: Desk, window: MainWindow) -> MainWindow:
    """The window, listening, with a clerk and a technician on the staff."""
    engineering = Department.ENGINEERING
    make_staff(shop, shop_desk, "李前台", Post.FRONT_DESK)
    make_staff(shop, shop_desk, "王师傅", Post.TECHNICIAN, department=engineering)
    window.show_page("register")
    begin(window)
    return window


def _hear(window: MainWindow, qtbot: QtBot) -> None:
    window.work.changed.emit(frozenset({"slip", "quote"}))
    qtbot.waitUntil(lambda: not window.work.tasks.running())


def _told(window: MainWindow) -> bool:
    return window.messages.isVisible() and "disputed" in window.messages.message()[1]


def test_housekeeping_is_told_and_led_to_the_slip(
    watched: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    """S4-4.1.2.3-2."""
    watched.act_as("李前台")
    slip = make_slip(shop, shop_desk, SlipState.DISPUTED, area_kind=AreaKind.UNIT)
    _hear(watched, qtbot)
    kind, head, text = watched.messages.message()
    assert kind is Kind.WAITS
    assert "1" in head
    assert "85.00" in text
    watched.messages.offers()[0].click()
    page = watched.page("slip")
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None and page.view.number == slip.number)


def test_what_is_settled_is_told_no_more_and_nothing_twice(
    watched: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    watched.act_as("李前台")
    slip = make_slip(shop, shop_desk, SlipState.DISPUTED, area_kind=AreaKind.UNIT)
    _hear(watched, qtbot)
    assert _told(watched)
    watched.messages.close_message()
    _hear(watched, qtbot)
    assert not _told(watched)
    order = ResolveDispute(slip.id, confirmed_by="演示业户")
    shop.write(resolve_dispute, shop_desk, order)
    make_slip(shop, shop_desk, SlipState.DISPUTED, area_kind=AreaKind.UNIT)
    _hear(watched, qtbot)
    assert _told(watched)
    assert "1" in watched.messages.message()[1]


def test_a_change_of_the_staff_does_not_tell_it_again(
    watched: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    """It would take the place of what was just said, and of its undo."""
    watched.act_as("李前台")
    make_slip(shop, shop_desk, SlipState.DISPUTED, area_kind=AreaKind.UNIT)
    _hear(watched, qtbot)
    watched.messages.close_message()
    watched.work.tell_changed(frozenset({"staff"}))
    qtbot.waitUntil(lambda: not watched.work.tasks.running())
    assert not _told(watched)
    watched.act_as("王师傅")
    watched.act_as("李前台")
    qtbot.waitUntil(lambda: _told(watched))


def test_who_does_not_talk_with_owners_is_not_told(
    watched: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    watched.act_as("王师傅")
    make_slip(shop, shop_desk, SlipState.DISPUTED, area_kind=AreaKind.UNIT)
    _hear(watched, qtbot)
    assert not _told(watched)
