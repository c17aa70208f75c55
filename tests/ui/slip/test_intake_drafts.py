"""Several calls at once, kept through a switch, a crash and another person."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk, open_desk
from app.slip_draft import KEY, list_drafts, save_draft
from app.unit_directory import SaveUnit, find_units, get_unit, save_unit
from models.slip import JobType
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_staff, make_unit
from tests.ui.keyboard import compose
from tests.ui.slip.intake import CTRL, open_intake, slips, type_line
from ui.shell.main_window import MainWindow
from ui.slip.intake_drafts import AT_LEAST_MS, SAVE_MS
from ui.slip.intake_page import IntakePage


@pytest.fixture
def page(peopled: Database, window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The front desk of a centre with one unit, in front."""
    return open_intake(window, qtbot)


def _saved(shop: Database, desk: Desk) -> list[dict[str, Any]]:
    return [dict(draft.fields) for draft in shop.read(list_drafts, desk)]


def _titles(page: IntakePage) -> list[str]:
    return [tab.text() for tab in page.tabs.tabs()]


def _type_two(page: IntakePage, qtbot: QtBot) -> None:
    type_line(page, "12栋大堂 门禁不开")
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_N, CTRL)
    type_line(page, "3-1502 厨房漏水 急")
    qtbot.waitUntil(lambda: page.form.phone.value() != "")


def test_what_is_typed_is_saved_a_quarter_of_a_second_after_the_last_key(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    assert SAVE_MS <= 250
    type_line(page, "3-1502 厨房漏水")
    qtbot.wait(SAVE_MS + 150)
    (draft,) = _saved(shop, shop_desk)
    assert draft["entry"] == "3-1502 厨房漏水"
    assert draft["content"] == "厨房漏水"
    assert page.tabs.saved.text() == "Draft saved 10:00:00"


def test_who_never_stops_typing_is_saved_every_second(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    page.form.entry.setFocus()
    for _ in range(AT_LEAST_MS // 100 + 4):
        compose(page.form.entry.line, "漏")
        qtbot.wait(100)
    assert page.drafts._idle.isActive(), "the typing never paused"
    assert _saved(shop, shop_desk) != []


def test_another_call_waits_in_its_tab_and_comes_back_whole(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _type_two(page, qtbot)
    compose(page.form.content.text, "，渗到楼下")
    assert _titles(page) == ["12栋 大堂 门禁不开", "3-1502 厨房漏水，渗到楼下"]
    page.tabs.tabs()[0].click()
    assert page.form.area_kind.value() is AreaKind.PUBLIC
    assert page.form.place.value() == "大堂"
    assert page.form.entry.value() == "12栋大堂 门禁不开"
    page.tabs.tabs()[1].click()
    assert page.form.content.value() == "厨房漏水，渗到楼下"
    assert page.form.job_type.value() is JobType.URGENT
    qtbot.waitUntil(lambda: page.filling.unit is not None)
    assert page.form.reporter_name.value() == "演示业户"
    assert len(page.form.cards.cards()) == 1


def test_keys_go_from_draft_to_draft(page: IntakePage, qtbot: QtBot) -> None:
    _type_two(page, qtbot)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Tab, CTRL)
    assert page.form.place.value() == "大堂"
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Tab, CTRL)
    assert page.form.unit.value() == "3-1502"


def test_a_new_draft_of_nothing_is_not_begun_twice(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(3):
        qtbot.keyClick(page.form.entry.line, Qt.Key.Key_N, CTRL)
    assert len(page.tabs.tabs()) == 1
    _type_two(page, qtbot)
    qtbot.wait(400)
    assert len(_saved(shop, shop_desk)) == 2


def test_an_old_draft_says_how_long_it_waits(
    page: IntakePage, clock: Clock, qtbot: QtBot
) -> None:
    _type_two(page, qtbot)
    clock.advance(minutes=2)
    page.switch.show_drafts()
    assert page.tabs.tabs()[0].accessibleName().endswith("2 min ago")


def test_a_closed_draft_is_gone_and_can_be_brought_back(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _type_two(page, qtbot)
    qtbot.wait(400)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_W, CTRL)
    assert _titles(page) == ["12栋 大堂 门禁不开"]
    qtbot.waitUntil(lambda: len(_saved(shop, shop_desk)) == 1)
    (undo,) = window.messages.offers()
    undo.click()
    assert page.form.content.value() == "厨房漏水"
    qtbot.waitUntil(lambda: len(_saved(shop, shop_desk)) == 2)
    assert page.form.job_type.value() is JobType.URGENT


def test_issuing_one_draft_leaves_the_other_as_it_is(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _type_two(page, qtbot)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    qtbot.waitUntil(lambda: page.form.is_blank())
    assert window.focusWidget() is page.form.entry.line
    assert _titles(page) == ["12栋 大堂 门禁不开", "New call"]
    qtbot.waitUntil(lambda: len(_saved(shop, shop_desk)) == 1)
    assert _saved(shop, shop_desk)[0]["place"] == "大堂"


def test_two_drafts_of_one_room_get_a_quiet_word(
    page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 马桶堵")
    page.new_draft()
    assert not page.twin.isVisible()
    type_line(page, "3-1502 厨房漏水")
    assert page.twin.isVisible()
    assert "3-1502" in page.twin.text()


def test_a_crash_saves_what_was_typed_at_once(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk
) -> None:
    type_line(page, "3-1502 厨房漏水")
    assert _saved(shop, shop_desk) == []
    window.rescue()
    (draft,) = _saved(shop, shop_desk)
    assert draft["content"] == "厨房漏水"
    window.rescue()
    assert len(_saved(shop, shop_desk)) == 1


def test_a_crash_while_a_save_is_under_way_keeps_one_draft(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水")
    page.drafts.save()
    assert page.drafts.front.is_saving
    window.rescue()
    qtbot.wait(50)
    assert len(_saved(shop, shop_desk)) == 1


def test_closing_the_window_saves_the_last_key(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk
) -> None:
    type_line(page, "3-1502 厨房漏水")
    window.close()
    assert len(_saved(shop, shop_desk)) == 1


def test_all_drafts_of_last_time_stand_in_their_tabs(
    peopled: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    for number in range(3):
        fields = {"area_kind": "public", "area": f"{number}栋", "place": "大堂"}
        peopled.write(save_draft, shop_desk, None, {**fields, "content": "灯不亮"})
    page = open_intake(window, qtbot)
    qtbot.waitUntil(lambda: len(page.tabs.tabs()) == 3)
    assert page.form.area.value() == "2栋"
    page.tabs.tabs()[0].click()
    assert page.form.area.value() == "0栋"


def test_the_draft_that_was_in_front_is_in_front_again(
    page: IntakePage, window: MainWindow, qtbot: QtBot
) -> None:
    """After a change of language, and after the program was closed."""
    _type_two(page, qtbot)
    page.switch.choose(0)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_N, CTRL)
    assert len(page.tabs.tabs()) == 3, "an empty one, which is not kept"
    assert window.rescue() is None
    again = IntakePage(window)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: len(again.tabs.tabs()) == 2)
    assert again.drafts.number == 0
    assert again.form.place.value() == "大堂"
    again.switch.choose(1)
    last = IntakePage(window)
    qtbot.addWidget(last)
    qtbot.waitUntil(lambda: len(last.tabs.tabs()) == 2)
    assert last.drafts.number == 1


def test_drafts_belong_to_the_person(
    peopled: Database,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    page: IntakePage,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_staff(shop, shop_desk, "演示甲")
    type_line(page, "3-1502 厨房漏水")
    window.act_as("演示甲")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示甲")
    qtbot.waitUntil(lambda: page.form.is_blank())
    (mine,) = _saved(shop, shop_desk)
    assert mine["content"] == "厨房漏水", "kept for whoever typed it"
    type_line(page, "12栋大堂 灯不亮")
    qtbot.wait(400)
    theirs = shop.read(open_desk, actor="演示甲", clock=clock)
    assert [draft["place"] for draft in _saved(shop, theirs)] == ["大堂"]
    window.act_as("系统")
    qtbot.waitUntil(lambda: page.form.content.value() == "厨房漏水")


def test_a_unit_closed_under_its_draft_gets_a_sentence_and_nothing_is_lost(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_unit(shop, shop_desk, "5-0801", "演示乙", "13800000002")
    type_line(page, "3-1502 厨房漏水 急")
    qtbot.waitUntil(lambda: page.filling.unit is not None)
    (unit,) = shop.read(find_units, shop_desk, "3-1502")
    closed = SaveUnit(
        unit.label,
        unit.area or "",
        unit.owners,
        is_active=False,
        unit_id=unit.id,
        version=unit.version,
    )
    done: list[object] = []
    page.frame.work.change(page, save_unit, closed, done=done.append)
    qtbot.waitUntil(lambda: "closed in the directory" in page.form.unit_hint.text())
    assert shop.read(get_unit, shop_desk, unit.id) is not None
    assert page.form.content.value() == "厨房漏水"
    assert page.form.reporter_name.value() == "演示业户"
    page.submit()
    qtbot.waitUntil(lambda: bool(page.form.unit.problem()))
    assert slips(shop, shop_desk) == []
    assert page.form.entry.value() == "3-1502 厨房漏水 急"


def test_a_draft_saved_under_one_key_is_one_draft(
    shop: Database, shop_desk: Desk
) -> None:
    first, _ = shop.write(save_draft, shop_desk, None, {"content": "漏", KEY: "a"})
    again, _ = shop.write(save_draft, shop_desk, None, {"content": "漏水", KEY: "a"})
    other, _ = shop.write(save_draft, shop_desk, None, {"content": "漏水", KEY: "b"})
    assert first == again != other
