"""What is known of the place stands beside the form while the call is typed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.duplicate import DuplicateWhy
from app.slip_view import load_slip_view
from app.unit_directory import SaveUnit, find_units, save_unit
from models.slip import SlipEvent, SlipState
from models.unit import AreaKind
from tests.app.slip_step import take_back
from tests.app.waiving import priced
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.keyboard import compose
from tests.ui.slip.intake import CTRL, open_intake, slips, type_line
from ui.shell.main_window import MainWindow
from ui.slip.intake_page import IntakePage
from ui.slip.slip_page import SlipPage

UNIT = AreaKind.UNIT


@pytest.fixture
def page(peopled: Database, window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The front desk of a centre with one unit, in front."""
    return open_intake(window, qtbot)


def test_the_place_its_last_repairs_and_last_technician_show_while_typing(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, SlipState.RETURNED, area_kind=UNIT)
    make_slip(shop, shop_desk, area_kind=UNIT, content="卧室灯不亮")
    type_line(page, "3-1502")
    qtbot.waitUntil(lambda: len(page.place.past.lines()) == 2)
    assert page.place.place.text() == "3-1502"
    assert page.place.where.text() == "building 3, floor 15"
    assert "演示业户 138****1502" in page.place.owners.text()
    assert "演示技工" in page.place._last.text()
    newest, before = page.place.past.lines()
    assert "卧室灯不亮" in newest.accessibleName()
    assert "演示技工" in before.accessibleName()


def test_a_past_repair_opens_by_enter(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.RETURNED, area_kind=UNIT)
    type_line(page, "3-1502 窗户关不上")
    qtbot.waitUntil(lambda: bool(page.place.past.lines()))
    qtbot.keyClick(page.place.past.lines()[0], Qt.Key.Key_Return)
    assert window.front_page_id() == "slip"
    front = window.page("slip")
    assert isinstance(front, SlipPage)
    qtbot.waitUntil(lambda: front.subject == slip.number)
    window.show_page("intake")
    assert page.form.content.value() == "窗户关不上", "the call waits as it was typed"


def test_a_public_place_has_its_past_too(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, area="12栋", place="大堂", content="门禁失灵")
    type_line(page, "12栋大堂 灯不亮")
    qtbot.waitUntil(lambda: len(page.place.past.lines()) == 1)
    assert page.place.place.text() == "12 栋大堂"


def test_the_pane_is_empty_again_when_the_place_is_taken_back(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, area_kind=UNIT)
    type_line(page, "3-1502 厨房龙头漏水")
    qtbot.waitUntil(lambda: page.card.isVisible())
    page.form.entry.line.clear()
    page.form.entry.edited.emit()
    qtbot.waitUntil(lambda: not page.card.isVisible())
    qtbot.waitUntil(lambda: page.place.past.lines() == [])
    assert not page.place.place.isVisible()


def test_an_answer_to_an_old_question_is_not_shown(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, area_kind=UNIT)
    type_line(page, "3-1502 厨房龙头漏水")
    page.filling.hurry()
    page.questions.ask()
    page.discard()
    qtbot.wait(300)
    assert not page.card.isVisible()
    assert page.place.past.lines() == []


def test_keys_open_and_join_what_may_be_a_duplicate(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    same = make_slip(shop, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    type_line(page, "3-1502 厨房龙头漏水")
    qtbot.waitUntil(lambda: page.card.isVisible())
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.front_page_id() == "slip")
    window.show_page("intake")
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: page.form.is_blank())
    assert len(slips(shop, shop_desk)) == 1
    view = shop.read(load_slip_view, shop_desk, same.id)
    assert view.events[-1].what is SlipEvent.JOIN
    assert "厨房龙头漏水" in str(view.events[-1].facts)


def test_a_key_asks_for_the_reason_and_enter_there_issues(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    type_line(page, "3-1502 厨房龙头漏水")
    qtbot.waitUntil(lambda: page.card.isVisible())
    assert not page.card.reason.isVisible()
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: window.focusWidget() is page.card.reason.line)
    compose(page.card.reason.line, "另一处龙头")
    qtbot.keyClick(page.card.reason.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(slips(shop, shop_desk)) == 2)
    qtbot.waitUntil(lambda: not page.card.isVisible())


def test_a_public_incident_absorbs_the_call(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    cut = make_slip(
        shop, shop_desk, SlipState.WORKING, area="3栋", place="楼道", content="整栋停电"
    )
    type_line(page, "3-1502 家里停电")
    qtbot.waitUntil(lambda: page.card.isVisible())
    (found,) = page.card.candidates()
    assert found.found.why is DuplicateWhy.INCIDENT
    assert page.card._near.isVisible() and not page.card._same.isVisible()
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: page.form.is_blank())
    view = shop.read(load_slip_view, shop_desk, cut.id)
    assert view.events[-1].what is SlipEvent.JOIN


def test_a_leaking_riser_is_shown_below_the_duplicate_and_takes_the_call(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    """The order never changes: what is the same first, what is near after it."""
    same = make_slip(shop, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    riser = make_slip(
        shop,
        shop_desk,
        SlipState.ON_SITE,
        area="3栋",
        place="A立管",
        content="立管渗水",
    )
    type_line(page, "3-1502 厨房龙头漏水")
    qtbot.waitUntil(lambda: len(page.card.candidates()) == 2)
    first, second = page.card.candidates()
    assert (first.found.id, second.found.id) == (same.id, riser.id)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: page.form.is_blank())
    view = shop.read(load_slip_view, shop_desk, riser.id)
    assert view.events[-1].what is SlipEvent.JOIN


def test_the_guarantee_says_what_was_done_when_and_by_whom(
    page: IntakePage, shop: Database, shop_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, SlipState.RETURNED, area_kind=UNIT)
    clock.advance(days=40)
    type_line(page, "3-1502 厨房龙头漏水")
    qtbot.waitUntil(lambda: page.place._rework.isVisible())
    said = page.place._rework._text.text()
    assert said.startswith("03-02 演示技工: 厨房水龙头漏水; within 90 days")


def test_the_warranty_of_the_building_is_said(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    (unit,) = shop.read(find_units, shop_desk, "3-1502")
    until = shop_desk.today() + timedelta(days=60)
    order = SaveUnit(
        unit.label,
        owners=unit.owners,
        warranty_until_on=until,
        unit_id=unit.id,
        version=unit.version,
    )
    shop.write(save_unit, shop_desk, order)
    type_line(page, "3-1502 窗户关不上")
    qtbot.waitUntil(lambda: page.form.warranty.text() != "")
    assert page.form.warranty.text() == f"under warranty until {until}"
    assert page.place._warranty.isVisible()


def test_what_was_issued_can_be_put_right_or_made_void_but_not_undone(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水")
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(window.messages.offers()) == 4)
    names = [offer.text() for offer in window.messages.offers()]
    assert names == ["Print copies", "Open", "Amend", "Void"]


def test_everything_comes_closer_in_a_low_window(
    page: IntakePage, window: MainWindow, qtbot: QtBot
) -> None:
    high = page.form.content.text.height()
    assert page.place.width() == 400
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: page.form.content.text.height() < high)
    assert page.place.width() == 376
    assert page.form.entry.height() == 72


def test_what_the_place_owes_stands_there_and_opens(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水")
    qtbot.waitUntil(lambda: page.place.place.text() == "3-1502")
    assert not page.place.debts.isVisible()
    for fee in ("10.00", "20.00", "30.00", "40.50"):
        take_back(shop, shop_desk, priced(shop, shop_desk, fee))
    window.work.tell_changed(frozenset({"slip"}))
    type_line(page, "3-1502 窗户关不上")
    qtbot.waitUntil(page.place.debts.isVisible)
    assert page.place.debts.head.text() == "Owes 100.50"
    assert page.place.debts.more.text() == "and 1 more"
    oldest = page.place.debts.buttons()[0]
    oldest.setFocus()
    qtbot.keyClick(oldest, Qt.Key.Key_Return)
    assert window.front_page_id() == "slip"
    front = window.page("slip")
    assert isinstance(front, SlipPage)
    qtbot.waitUntil(lambda: front.subject == "WX260302-001")
