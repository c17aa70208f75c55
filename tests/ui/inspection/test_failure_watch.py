"""Whoever manages hears of failed inspections on any page, and once."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk, open_desk
from app.manager_notice import load_unseen, see_failures
from app.slip_close import InspectSlip, inspect_slip
from models.staff import Department, Post
from tests.clock import Clock
from tests.makers import make_staff
from tests.ui.inspection.conftest import Walk
from ui.inspection.failure_watch import FailureWatch, begin
from ui.inspection.page import InspectionPage
from ui.inspection.walk_row import Part
from ui.shell.frame import Kind
from ui.shell.main_window import MainWindow

Act = Callable[[str], None]


@pytest.fixture
def act(walk: Walk, shop: Database, shop_desk: Desk, window: MainWindow) -> Act:
    """Has somebody sit down at the window, which listens."""
    make_staff(
        shop, shop_desk, "陈总监", Post.DIRECTOR, department=Department.MANAGEMENT
    )
    make_staff(
        shop, shop_desk, "周主管", Post.HOUSEKEEPING_SUPERVISOR, Post.HOUSEKEEPER
    )
    make_staff(shop, shop_desk, "李前台", Post.FRONT_DESK)
    window.show_page("register")
    begin(window)

    def sit_down(name: str) -> None:
        window.act_as(name)

    return sit_down


def _fail(shop: Database, desk: Desk, slip_id: int, by: str, clock: Clock) -> None:
    actor = shop.read(open_desk, actor=by, clock=clock)
    order = InspectSlip(slip_id, False, "灯罩未装回")
    shop.write(inspect_slip, actor, order)


def _settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.work.tasks.running())


def _told(window: MainWindow) -> str:
    """What the bar over the page says."""
    return window.messages.message()[1] if window.messages.isVisible() else ""


def _hear(window: MainWindow, qtbot: QtBot) -> None:
    """Another desk wrote; the window was told so."""
    window.work.changed.emit(frozenset({"slip", "inspection", "manager_notice"}))
    _settle(window, qtbot)


@pytest.mark.parametrize("name", ["陈总监", "周主管"])
def test_a_manager_is_told_on_any_page_and_led_to_the_failure(
    name: str,
    act: Act,
    walk: Walk,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    act(name)
    _settle(window, qtbot)
    assert _told(window) == ""
    _fail(shop, shop_desk, walk.first, "李前台", clock)
    _hear(window, qtbot)
    kind, head, text = window.messages.message()
    assert kind is Kind.WAITS
    assert "1" in head
    assert "灯罩未装回" in text
    assert "李前台" in text
    assert len(heard) == (0 if window.isActiveWindow() else 1), "and on the desktop"
    window.messages.offers()[0].click()
    _settle(window, qtbot)
    page = window.page("inspection")
    assert isinstance(page, InspectionPage)
    qtbot.waitUntil(lambda: page.list.chosen() is not None)
    chosen = page.list.chosen()
    assert chosen is not None
    assert chosen[0] is Part.FAILURE


def test_what_failed_while_nobody_managed_is_told_when_a_manager_sits_down(
    act: Act,
    walk: Walk,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    act("李前台")
    _settle(window, qtbot)
    for slip_id in (walk.first, walk.second):
        _fail(shop, shop_desk, slip_id, "李前台", clock)
    _hear(window, qtbot)
    assert _told(window) == "", "a clerk is not told"
    act("陈总监")
    _settle(window, qtbot)
    assert "2" in _told(window)


def test_what_was_told_is_not_told_again_and_goes_once_it_is_seen(
    act: Act,
    walk: Walk,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    act("陈总监")
    _settle(window, qtbot)
    _fail(shop, shop_desk, walk.first, "李前台", clock)
    _hear(window, qtbot)
    window.messages.close_message()
    _hear(window, qtbot)
    assert _told(window) == ""
    window.work.tell_changed(frozenset({"staff"}))
    _settle(window, qtbot)
    assert _told(window) == "", "nor when the staff changed"
    _fail(shop, shop_desk, walk.second, "李前台", clock)
    _hear(window, qtbot)
    assert "2" in _told(window), "both wait still"
    director = shop.read(open_desk, actor="陈总监", clock=clock)
    ids = [one.notice_id for one in shop.read(load_unseen, director)]
    shop.write(see_failures, director, ids)
    _hear(window, qtbot)
    assert _told(window) == ""


def test_whoever_failed_it_knows_already(
    act: Act,
    walk: Walk,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    act("周主管")
    _settle(window, qtbot)
    _fail(shop, shop_desk, walk.first, "周主管", clock)
    _hear(window, qtbot)
    assert _told(window) == ""


def test_where_nobody_is_named_no_manager_sits(
    walk: Walk, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("register")
    watch = FailureWatch(window)
    _settle(window, qtbot)
    assert not watch.is_for()
