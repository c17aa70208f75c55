"""The one line of a fast hand fills the fields; the fields fill each other."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.one_line import PartKind
from app.slip_view import load_slip_view
from app.unit_directory import Owner, SaveUnit, save_unit
from models.slip import ChargeClass, JobType, LinkKind, ReporterKind, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.keyboard import compose
from tests.ui.slip.intake import CTRL, open_intake, slips, type_line
from ui.kit.label import Tone
from ui.shell.main_window import MainWindow
from ui.slip.intake_page import IntakePage


@pytest.fixture
def page(peopled: Database, window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The front desk of a centre with one unit, in front."""
    return open_intake(window, qtbot)


@pytest.fixture
def couple(shop: Database, shop_desk: Desk) -> None:
    """A room with two owners, and another owner of the same name elsewhere."""
    owners = (Owner("陈淑敏", "13800005678"), Owner("周建国", "13900000412"))
    shop.write(save_unit, shop_desk, SaveUnit("8-0603", "8栋", owners))
    other = (Owner("单淑敏", "13700001111"),)
    shop.write(save_unit, shop_desk, SaveUnit("9-0101", "9栋", other))


def test_one_line_fills_room_owner_phone_fault_and_urgency(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水 急")
    form = page.form
    assert form.unit.value() == "3-1502"
    assert form.content.value() == "厨房漏水"
    assert form.job_type.value() is JobType.URGENT
    assert form.trade.value() == "水工"
    qtbot.waitUntil(lambda: form.phone.value() == "13800001502")
    assert form.reporter_name.value() == "演示业户"
    qtbot.keyClick(form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert (row.unit_label, row.content, row.job_type) == (
        "3-1502",
        "厨房漏水",
        JobType.URGENT,
    )


def test_issuing_at_once_waits_for_what_the_directory_knows(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水")
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert (row.owner_name, row.phone) == ("演示业户", "13800001502")


def test_what_the_line_takes_back_leaves_its_field(
    page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水 急")
    qtbot.waitUntil(lambda: page.form.phone.value() != "")
    page.form.entry.line.clear()
    page.form.entry.edited.emit()
    assert page.form.job_type.value() is JobType.ROUTINE
    assert page.form.content.value() == ""
    assert page.form.unit.value() == ""
    assert page.form.reporter_name.value() == ""
    assert page.form.is_blank()


def test_a_fault_told_better_by_hand_is_not_overwritten_by_the_line(
    page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水")
    page.form.content.text.selectAll()
    compose(page.form.content.text, "厨房水槽下方漏水，已渗到柜体")
    type_line(page, " 急")
    assert page.form.content.value() == "厨房水槽下方漏水，已渗到柜体"
    assert page.form.job_type.value() is JobType.URGENT
    type_line(page, " 业主已关总阀")
    assert page.form.content.value() == "厨房水槽下方漏水，已渗到柜体，业主已关总阀"


def test_a_public_place_needs_no_room(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "12栋大堂 孙师傅 13812345678 门禁不开")
    assert page.form.area_kind.value() is AreaKind.PUBLIC
    assert (page.form.area.value(), page.form.place.value()) == ("12栋", "大堂")
    assert page.form.reporter_name.value() == "孙师傅"
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert (row.area_kind, row.area, row.place) == (AreaKind.PUBLIC, "12栋", "大堂")


@pytest.mark.parametrize(
    "said",
    ["陈淑敏 厨房漏水", "chenshumin 厨房漏水", "chenshu 厨房漏水", "5678 厨房漏水"],
)
def test_a_name_its_pinyin_or_the_end_of_a_number_finds_the_room(
    couple: None, page: IntakePage, qtbot: QtBot, said: str
) -> None:
    type_line(page, said)
    qtbot.waitUntil(lambda: page.form.unit.value() == "8-0603")
    assert page.form.reporter_name.value() == "陈淑敏"
    assert page.form.phone.value() == "13800005678"
    assert page.form.content.value() == "厨房漏水"


def test_the_initials_of_a_second_owner_find_the_room_and_choose_him(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "zjg 厨房漏水")
    qtbot.waitUntil(lambda: page.form.unit.value() == "8-0603")
    assert page.form.reporter_name.value() == "周建国"
    assert page.form.phone.value() == "13900000412"
    assert [card.isChecked() for card in page.form.cards.cards()] == [False, True]
    assert page.form.content.value() == "厨房漏水"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("S1", "S1 漏水"),
        ("S1", "ｓ１漏水"),
        ("3-1502A", "3-1502A 漏水"),
        ("商铺12", "商铺12漏水"),
        ("C座-1201", "C座-1201 漏水"),
    ],
)
def test_a_unit_that_is_called_otherwise_than_rooms_is_found_by_that(
    shop: Database,
    shop_desk: Desk,
    page: IntakePage,
    qtbot: QtBot,
    label: str,
    said: str,
) -> None:
    for each, phone in ((label, "13700000001"), ("S12", "13700000002")):
        order = SaveUnit(each, "商街", (Owner("王小店", phone),))
        shop.write(save_unit, shop_desk, order)
    type_line(page, said)
    qtbot.waitUntil(lambda: page.form.phone.value() == "13700000001")
    assert page.form.unit.value() == label
    assert page.form.content.value() == "漏水"
    assert page.form.reporter_name.value() == "王小店"


@pytest.mark.parametrize("said", ["3 1502", "3/1502", "3　1502"])
def test_a_room_in_parts_is_understood_where_the_directory_has_it(
    page: IntakePage, qtbot: QtBot, said: str
) -> None:
    type_line(page, f"{said} 厨房漏水 急")
    qtbot.waitUntil(lambda: page.form.unit.value() == "3-1502")
    assert page.form.content.value() == "厨房漏水"
    assert page.form.job_type.value() is JobType.URGENT
    kinds = [part.kind for part in page.filling.line.parts]
    assert kinds[0] is PartKind.ROOM


def test_two_numbers_that_are_no_room_of_the_directory_stay_in_the_fault(
    page: IntakePage, window: MainWindow, qtbot: QtBot
) -> None:
    type_line(page, "3 1501 漏水")
    page.filling.hurry()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    assert page.form.unit.value() == ""
    assert page.form.content.value() == "3 1501 漏水"


def test_a_mark_that_no_unit_has_takes_no_unit_with_a_longer_one(
    shop: Database,
    shop_desk: Desk,
    page: IntakePage,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    shop.write(save_unit, shop_desk, SaveUnit("S12", owners=(Owner("王小店"),)))
    type_line(page, "S1 漏水")
    page.filling.hurry()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    assert page.form.unit.value() == ""
    assert page.form.content.value() == "S1 漏水"


def test_a_word_that_goes_on_to_mean_nobody_lets_go_of_the_room(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "zj")
    qtbot.waitUntil(lambda: page.form.unit.value() == "8-0603")
    type_line(page, "x 漏水")
    assert page.form.unit.value() == ""
    assert page.form.phone.value() == ""
    assert page.form.content.value() == "zjx 漏水"


def test_full_width_digits_of_a_number_keep_the_room_they_found(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "５６７８")
    qtbot.waitUntil(lambda: page.form.unit.value() == "8-0603")
    type_line(page, " 厨房漏水")
    assert page.form.unit.value() == "8-0603"
    assert page.form.content.value() == "厨房漏水"


def test_a_surname_is_found_by_how_it_is_read(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "ssm 灯不亮")
    qtbot.waitUntil(lambda: page.form.unit.value() == "9-0101")
    assert page.form.reporter_name.value() == "单淑敏"


def test_a_name_of_two_rooms_offers_both_side_by_side(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "淑敏 厨房漏水")
    qtbot.waitUntil(lambda: len(page.form.choice.chips()) == 2)
    assert page.form.unit.value() == ""
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Down)
    chip = next(c for c in page.form.choice.chips() if c.value.label == "9-0101")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert page.form.unit.value() == "9-0101"
    assert page.form.reporter_name.value() == "单淑敏"
    assert page.form.content.value() == "厨房漏水"


@pytest.mark.parametrize("said", ["zjg", "zhoujianguo", "建国", "周建国"])
def test_a_second_owner_is_chosen_by_being_named(
    couple: None, page: IntakePage, qtbot: QtBot, said: str
) -> None:
    type_line(page, f"8-0603 {said} 厨房漏水")
    qtbot.waitUntil(lambda: page.form.phone.value() == "13900000412")
    assert page.form.reporter_name.value() == "周建国"
    assert page.form.content.value() == "厨房漏水"
    first, second = page.form.cards.cards()
    assert second.isChecked() and not first.isChecked()


def test_owners_are_walked_through_with_arrow_keys(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 漏水")
    qtbot.waitUntil(lambda: len(page.form.cards.cards()) == 2)
    first, second = page.form.cards.cards()
    assert first.isChecked()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked() and not first.isChecked()
    assert "周建国" in second.accessibleName()
    assert "13900000412" not in second.accessibleName()


def test_somebody_else_reports_for_the_owner(
    couple: None, page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 厨房漏水")
    qtbot.waitUntil(lambda: page.form.reporter_name.value() == "陈淑敏")
    assert not page.form.reporter_name.isVisible()
    page.form.cards.other.click()
    assert page.form.reporter_name.isVisible()
    assert page.form.reporter_name.value() == ""
    compose(page.form.reporter_name.line, "演示租户")
    compose(page.form.phone.line, "13500000001")
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    view = shop.read(load_slip_view, shop_desk, row.id)
    assert (row.owner_name, row.reporter_name) == ("陈淑敏", "演示租户")
    assert view.facts["reporter_kind"] is ReporterKind.OTHER


def test_an_owner_chosen_by_hand_stands_while_the_line_goes_on(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 厨房漏水")
    qtbot.waitUntil(lambda: len(page.form.cards.cards()) == 2)
    page.form.cards.cards()[1].click()
    type_line(page, " 急")
    assert page.form.job_type.value() is JobType.URGENT
    assert page.form.reporter_name.value() == "周建国"
    assert page.form.phone.value() == "13900000412"
    type_line(page, " 陈淑敏")
    assert page.form.reporter_name.value() == "陈淑敏"
    assert page.form.phone.value() == "13800005678"


def test_somebody_else_stays_somebody_else_while_the_line_goes_on(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 厨房漏水")
    qtbot.waitUntil(lambda: page.form.reporter_name.value() == "陈淑敏")
    page.form.cards.other.click()
    compose(page.form.phone.line, "13500000001")
    type_line(page, " 急")
    assert page.form.reporter_name.value() == ""
    assert page.form.phone.value() == "13500000001"
    assert page.form.cards.chosen() is None


def test_a_place_typed_for_a_public_call_does_not_stay_behind_a_room(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    page.form.area_kind.segments()[1].click()
    compose(page.form.area.line, "12栋")
    compose(page.form.place.line, "大堂")
    type_line(page, "3-1502 厨房漏水")
    qtbot.waitUntil(lambda: page.form.phone.value() == "13800001502")
    assert page.form.area_kind.value() is AreaKind.UNIT
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert (row.unit_label, row.area, row.place) == ("3-1502", "3栋", "3-1502")


def test_a_tenant_named_in_the_line_reports(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 王秀兰 13500000001 厨房漏水")
    qtbot.waitUntil(lambda: bool(page.form.cards.cards()))
    assert page.form.reporter_name.value() == "王秀兰"
    assert page.form.phone.value() == "13500000001"
    assert page.form.cards.chosen() is None
    assert page.form.reporter_name.isVisible()


def test_a_short_fault_typed_before_its_room_stays_the_fault(
    page: IntakePage, qtbot: QtBot
) -> None:
    # Three characters may be a name; nobody in the room is called so.
    type_line(page, "另一处")
    page.filling.hurry()
    qtbot.waitUntil(lambda: page.form.content.value() == "另一处")
    page.form.unit.setFocus()
    qtbot.keyClicks(page.form.unit.line, "3-1502")
    qtbot.waitUntil(lambda: page.form.unit._popup.isVisible())
    qtbot.keyClick(page.form.unit._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.phone.value() == "13800001502")
    assert page.form.content.value() == "另一处"
    assert page.form.reporter_name.value() == "演示业户"


def test_a_call_without_its_room_is_asked_for_the_room(
    page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "厨房漏水")
    page.filling.hurry()
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(page.form.unit.problem()))
    assert page.form.unit.problem() == "Say which room it is."
    assert page.form.unit.line.hasFocus()


def test_a_telephone_typed_first_offers_the_room(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    page.form.phone.setFocus()
    qtbot.keyClicks(page.form.phone.line, "13900000412")
    qtbot.waitUntil(lambda: len(page.form.choice.chips()) == 1)
    page.form.choice.chips()[0].click()
    assert page.form.unit.value() == "8-0603"
    assert page.form.phone.value() == "13900000412"
    assert page.form.area.value() == "8栋"


def test_a_room_that_is_none_is_said_beside_it_while_typing(
    page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "9-9999 漏水")
    qtbot.waitUntil(lambda: "9-9999" in page.form.unit_hint.text())
    assert page.form.unit_hint.property("tone") == Tone.WARN.value
    qtbot.waitUntil(lambda: page.form.unit_hint.width() > 100)
    assert page.form.content.value() == "漏水"


def test_a_wrong_room_is_never_mended_to_its_neighbour(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-150 漏水")
    compose(page.form.reporter_name.line, "演示")
    compose(page.form.phone.line, "13500000001")
    page.submit()
    qtbot.waitUntil(lambda: bool(page.form.unit.problem()))
    assert page.form.unit.value() == "3-150"
    assert slips(shop, shop_desk) == []


def test_the_limits_of_the_type_are_said_in_words(page: IntakePage) -> None:
    type_line(page, "3-1502 厨房漏水 急")
    words = "sent within 15 minutes, on site within 20 minutes"
    assert page.form.limits.text() == words
    page.form.job_type.segments()[1].click()
    assert page.form.limits.text() == "on site within 20 minutes"


def test_an_appointment_in_the_line_is_taken_along(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 明天上午9点 厨房换灯")
    assert page.form.appointment_at.line.text() == "03-03 09:00"
    assert page.form.limits.text() == "on site by the appointment"
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert row.appointment_at is not None
    assert shop_desk.local(row.appointment_at).strftime("%m-%d %H:%M") == "03-03 09:00"


def test_the_same_fault_within_its_guarantee_is_offered_free_of_charge(
    page: IntakePage, shop: Database, shop_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    kind = AreaKind.UNIT
    before = make_slip(shop, shop_desk, SlipState.RETURNED, area_kind=kind)
    clock.advance(days=40)
    type_line(page, "3-1502 厨房水龙头漏水")
    qtbot.waitUntil(lambda: page.form.guarantee.text() != "")
    assert page.form.guarantee.text() == "rework of 03-02, free until 2026-05-31"
    assert page.form.charge_class.value() is ChargeClass.FREE_REWORK
    page.submit()
    qtbot.waitUntil(lambda: len(slips(shop, shop_desk)) == 2)
    view = shop.read(load_slip_view, shop_desk, slips(shop, shop_desk)[0].id)
    assert view.facts["charge_class"] is ChargeClass.FREE_REWORK
    assert view.facts["parent_slip_id"] == before.id
    assert view.facts["link_kind"] is LinkKind.REWORK


def test_a_charge_chosen_by_hand_stands(
    page: IntakePage, shop: Database, shop_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    make_slip(shop, shop_desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    clock.advance(days=40)
    page.form.charge_class.segments()[0].click()
    type_line(page, "3-1502 厨房水龙头漏水")
    qtbot.waitUntil(lambda: page.form.guarantee.text() != "")
    assert page.form.charge_class.value() is ChargeClass.PAID


# Keys.
