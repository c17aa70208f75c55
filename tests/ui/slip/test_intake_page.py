"""A call is taken: typed, checked for duplicates, issued, kept as a draft."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_dispatch import BounceSlip, bounce_slip
from app.slip_draft import list_drafts, save_draft
from app.slip_view import load_slip_view
from models.slip import JobType, SlipEvent, SlipState
from models.unit import AreaKind
from tests.makers import make_slip, make_unit
from tests.ui.dialogs import shown_dialog
from tests.ui.keyboard import compose
from tests.ui.slip.intake import CTRL, open_intake, slips, type_call
from ui.kit.label import Tone
from ui.shell.frame import Kind
from ui.shell.main_window import MainWindow
from ui.slip.dispatch_dialog import ResendDialog
from ui.slip.intake_page import IntakePage
from ui.slip.status import row_status


@pytest.fixture
def page(peopled: Database, window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The intake page of a centre with one unit, in front."""
    return open_intake(window, qtbot)


def test_a_call_of_a_known_unit_is_issued_by_keyboard(
    page: IntakePage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    type_call(page, qtbot, "厨房水龙头漏水")
    assert page.form.trade.value() == "水工", "the words of the fault suggest a trade"
    qtbot.keyClick(page.form.content.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.form.is_blank())
    (row,) = slips(shop, shop_desk)
    assert row.number == "WX260302-001"
    assert (row.unit_label, row.reporter_name) == ("3-1502", "演示业户")
    assert row.content == "厨房水龙头漏水"
    kind, head, text = window.messages.message()
    assert (kind, head) == (Kind.DONE, "WX260302-001 issued 10:00")
    assert "漏水" in text
    qtbot.waitUntil(lambda: page.today.chosen_id() == row.id)


def _type_room(page: IntakePage, qtbot: QtBot, room: str, *, is_listed: bool) -> None:
    """Type a room as it is; ``is_listed`` waits until the list of units is open."""
    page.form.unit.setFocus()
    qtbot.keyClicks(page.form.unit.line, room)
    if is_listed:
        qtbot.waitUntil(lambda: page.form.unit._popup.isVisible())


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_room_that_is_left_with_tab_brings_its_owner_and_history(
    same_fault: int, page: IntakePage, qtbot: QtBot, is_listed: bool
) -> None:
    _type_room(page, qtbot, "3-1502", is_listed=is_listed)
    at = page.form.unit._popup if is_listed else page.form.unit.line
    qtbot.keyClick(at, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.form.phone.value() == "13800001502")
    assert not page.form.unit._popup.isVisible()
    assert page.form.reporter_name.value() == "演示业户"
    assert page.form.area.value() == "3栋"
    qtbot.waitUntil(lambda: page.place.past_head.isVisible())
    compose(page.form.content.text, "厨房龙头漏水")
    qtbot.waitUntil(lambda: bool(page.card.rows()))


@pytest.mark.parametrize("is_listed", [False, True])
def test_issuing_with_the_keyboard_still_in_the_room_takes_the_unit(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot, is_listed: bool
) -> None:
    compose(page.form.content.text, "厨房水龙头漏水")
    _type_room(page, qtbot, "3-1502", is_listed=is_listed)
    at = page.form.unit._popup if is_listed else page.form.unit.line
    qtbot.keyClick(at, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.form.is_blank())
    (row,) = slips(shop, shop_desk)
    assert (row.unit_label, row.reporter_name) == ("3-1502", "演示业户")


def test_a_room_that_is_none_is_refused_under_the_room(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    compose(page.form.content.text, "厨房水龙头漏水")
    compose(page.form.reporter_name.line, "演示业户")
    page.form.phone.set_value("13800001502")
    _type_room(page, qtbot, "9-9999", is_listed=False)
    page.issue.click()
    qtbot.waitUntil(lambda: bool(page.form.unit.problem()))
    assert "9-9999" in page.form.unit.problem()
    assert page.form.area.problem() == ""
    assert slips(shop, shop_desk) == []


def test_a_mark_that_is_none_is_not_mended_to_a_longer_one(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_unit(shop, shop_desk, "S12", "王小店", "13700000001")
    page.form.unit.setFocus()
    qtbot.keyClicks(page.form.unit.line, "S1")
    qtbot.waitUntil(lambda: page.form.unit._popup.isVisible())
    qtbot.keyClick(page.form.unit._popup, Qt.Key.Key_Escape)
    page.form.content.setFocus()
    qtbot.waitUntil(lambda: page.form.unit.is_settled())
    assert page.form.unit.value() == "S1"
    assert page.form.phone.value() == ""


def test_a_public_call_needs_no_unit(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    page.form.area_kind.segments()[1].click()
    assert page.form.unit.isHidden()
    compose(page.form.area.line, "地下车库")
    compose(page.form.place.line, "B1层12号柱")
    compose(page.form.reporter_name.line, "演示保安")
    compose(page.form.content.text, "照明灯不亮")
    page.form.job_type.segments()[0].click()
    page.issue.click()
    qtbot.waitUntil(lambda: page.form.is_blank())
    (row,) = slips(shop, shop_desk)
    assert row.area_kind is AreaKind.PUBLIC
    assert row.job_type is JobType.URGENT


def test_what_is_missing_is_said_under_its_field_and_nothing_is_lost(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_call(page, qtbot, "厨房水龙头漏水")
    page.form.phone.set_value("电话稍后告知")
    page.issue.click()
    qtbot.waitUntil(lambda: bool(page.form.phone.problem()))
    assert "电话稍后告知" in page.form.phone.problem()
    assert page.form.content.value() == "厨房水龙头漏水"
    assert slips(shop, shop_desk) == []
    page.form.phone.set_value("010-88881234转802")
    page.issue.click()
    qtbot.waitUntil(lambda: page.form.is_blank())
    assert len(slips(shop, shop_desk)) == 1


def test_a_moment_that_cannot_be_read_stops_before_the_desk(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_call(page, qtbot, "厨房水龙头漏水")
    page.form.appointment_at.set_typed("明天")
    page.issue.click()
    assert "17:30" in page.form.appointment_at.problem()
    assert slips(shop, shop_desk) == []


def test_pressing_issue_twice_issues_once(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_call(page, qtbot, "厨房水龙头漏水")
    page.submit()
    page.submit()
    qtbot.waitUntil(lambda: page.form.is_blank())
    assert len(slips(shop, shop_desk)) == 1


@pytest.fixture
def same_fault(peopled: Database, shop_desk: Desk) -> int:
    """An open slip of the same fault in the same unit."""
    kind = AreaKind.UNIT
    return make_slip(peopled, shop_desk, SlipState.DISPATCHED, area_kind=kind).id


def test_a_possible_duplicate_shows_while_typing(
    same_fault: int, page: IntakePage, qtbot: QtBot
) -> None:
    type_call(page, qtbot, "厨房龙头漏水")
    qtbot.waitUntil(lambda: bool(page.card.rows()))
    assert [row.id for row in page.card.rows()] == [same_fault]
    assert page.card.isVisible()


def test_a_duplicate_is_not_issued_without_a_reason(
    same_fault: int,
    page: IntakePage,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    type_call(page, qtbot, "厨房龙头漏水")
    page.issue.click()
    qtbot.waitUntil(lambda: bool(page.card.reason.problem()))
    assert "WX260302-001" in page.card.reason.problem()
    assert len(slips(shop, shop_desk)) == 1
    compose(page.card.reason.line, "另一处龙头")
    page.issue.click()
    qtbot.waitUntil(lambda: page.form.is_blank())
    newest = slips(shop, shop_desk)[0]
    view = shop.read(load_slip_view, shop_desk, newest.id)
    assert view.facts["anyway_reason"] == "另一处龙头"


def test_a_second_call_is_joined_to_the_open_slip(
    same_fault: int,
    page: IntakePage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    type_call(page, qtbot, "厨房龙头漏水")
    qtbot.waitUntil(lambda: bool(page.card.rows()))
    page.card.join_wanted.emit(page.card.rows()[0])
    qtbot.waitUntil(lambda: page.form.is_blank())
    assert len(slips(shop, shop_desk)) == 1
    view = shop.read(load_slip_view, shop_desk, same_fault)
    assert view.events[-1].what is SlipEvent.JOIN
    assert window.messages.message()[1] == "Joined to WX260302-001"


def test_a_half_typed_call_is_kept_and_thrown_away_once_it_is_issued(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_call(page, qtbot, "厨房水龙头漏水")
    qtbot.waitUntil(lambda: bool(shop.read(list_drafts, shop_desk)), timeout=3000)
    (draft,) = shop.read(list_drafts, shop_desk)
    assert draft.fields["content"] == "厨房水龙头漏水"
    page.submit()
    qtbot.waitUntil(lambda: page.form.is_blank())
    assert shop.read(list_drafts, shop_desk) == []


def test_a_call_that_was_half_typed_is_taken_up_again(
    peopled: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    fields = {"area_kind": "public", "content": "大堂灯不亮", "job_type": "urgent"}
    peopled.write(save_draft, shop_desk, None, fields)
    page = window.show_page("intake")
    assert isinstance(page, IntakePage)
    qtbot.waitUntil(lambda: page.form.content.value() == "大堂灯不亮")
    assert page.form.area_kind.value() is AreaKind.PUBLIC
    assert page.form.job_type.value() is JobType.URGENT
    assert page.form.unit.isHidden()
    page.clear.click()
    qtbot.waitUntil(lambda: peopled.read(list_drafts, shop_desk) == [])


def test_a_room_that_was_half_typed_shows_its_owner_and_history_again(
    same_fault: int,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    fields = {
        "area_kind": "unit",
        "unit": "3-1502",
        "area": "3栋",
        "place": "3-1502",
        "reporter_name": "演示租户",
        "phone": "13900001502",
    }
    peopled.write(save_draft, shop_desk, None, fields)
    page = window.show_page("intake")
    assert isinstance(page, IntakePage)
    qtbot.waitUntil(lambda: page.place.past_head.isVisible())
    assert "演示业户" in page.place.owners.text()
    assert [card.owner.name for card in page.form.cards.cards()] == ["演示业户"]
    assert page.form.cards.chosen() is None, "it is somebody else who reports"
    assert page.form.reporter_name.value() == "演示租户", "what was typed stands"
    assert page.form.phone.value() == "13900001502"
    assert window.focusWidget() is page.form.entry.line


def test_a_bounced_slip_is_seen_in_the_list_and_sent_out_again_from_it(
    peopled: Database,
    shop_desk: Desk,
    page: IntakePage,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    _, bounced = (make_slip(peopled, shop_desk).id for _ in range(2))
    peopled.write(bounce_slip, shop_desk, BounceSlip(bounced, "内容不清"))
    page.arrive()
    qtbot.waitUntil(lambda: len(page.today.model_of_rows.ids()) == 2)
    qtbot.waitUntil(lambda: bool(page.listed.lines()))
    (line,) = page.listed.lines()
    assert line.bounced.id == bounced
    assert "内容不清" in line.accessibleName()
    page.today.filling.choose(bounced)
    qtbot.waitUntil(lambda: page.today.chosen_row() is not None)
    shown = page.today.chosen_row()
    assert shown is not None
    status = row_status(shown)
    assert (status.word, status.word_tone) == ("Bounced", Tone.WARN)
    line.resend.click()
    assert shown_dialog(window, ResendDialog, qtbot).facts.slip_id == bounced


def test_an_urgent_slip_is_marked_in_the_list_of_the_day(
    peopled: Database, shop_desk: Desk, page: IntakePage, qtbot: QtBot
) -> None:
    slip = make_slip(peopled, shop_desk, job_type=JobType.URGENT)
    page.arrive()
    page.today.filling.choose(slip.id)
    qtbot.waitUntil(lambda: page.today.chosen_row() is not None)
    shown = page.today.chosen_row()
    assert shown is not None
    columns = page.today.model_of_rows.columns()
    (kind,) = [column for column in columns if column.key == "job_type"]
    assert kind.text(shown) == "Urgent"
    assert kind.tone_of(shown) is Tone.BAD


def test_two_owners_of_one_unit_are_both_offered(
    shop: Database, shop_desk: Desk, page: IntakePage, qtbot: QtBot
) -> None:
    from app.unit_directory import Owner, SaveUnit, find_units, save_unit

    owners = (Owner("演示甲", "13800000001"), Owner("演示乙", "13800000002"))
    shop.write(save_unit, shop_desk, SaveUnit("5-0801", "5栋", owners))
    (unit,) = shop.read(find_units, shop_desk, "5-0801")
    page.form.unit.pick(unit)
    assert page.form.reporter_name.value() == "演示甲"
    page.form.cards.cards()[1].click()
    assert page.form.reporter_name.value() == "演示乙"
    assert page.form.phone.value() == "13800000002"


def test_what_was_typed_by_hand_is_not_overwritten_by_the_directory(
    shop: Database, shop_desk: Desk, page: IntakePage, qtbot: QtBot
) -> None:
    from app.unit_directory import find_units

    compose(page.form.reporter_name.line, "演示租户")
    (unit,) = shop.read(find_units, shop_desk, "3-1502")
    page.form.unit.pick(unit)
    assert page.form.reporter_name.value() == "演示租户"
    assert page.form.area.value() == "3栋"
