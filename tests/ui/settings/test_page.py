"""The settings: directories, short lists, policies, holidays."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.settings import SETTINGS
from app.staff_directory import list_staff
from app.unit_directory import Owner, find_units
from app.word_list import list_reasons, list_trades
from models.reason_code import ReasonKind
from models.staff import Post
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.settings.choice_word import CHOICES
from ui.settings.page import SettingsPage
from ui.settings.policy_dialog import CentreDialog, PolicyDialog
from ui.settings.section import SECTIONS
from ui.settings.staff_dialog import StaffDialog
from ui.settings.unit_dialog import UnitDialog, read_owners
from ui.settings.word_dialog import ReasonDialog, TradeDialog
from ui.shell.main_window import MainWindow
from ui.shell.trouble_box import TroubleBox


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """The settings, in front."""
    made = window.show_page("settings")
    assert isinstance(made, SettingsPage)
    return made


def _count(page: SettingsPage) -> int:
    return page.table.model().rowCount()


def test_a_unit_is_added_and_shows_in_the_list(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.add.click()
    dialog = shown_dialog(window, UnitDialog, qtbot)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.label.problem()))
    dialog.label.set_value("3-1502")
    dialog.area.set_value("3栋")
    dialog.owners.set_value("演示甲 13800000001\n演示乙 010-88881234转802\n\n演示丙")
    dialog.submit()
    qtbot.waitUntil(lambda: _count(page) == 1)
    (unit,) = shop.read(find_units, shop_desk, "")
    assert unit.owners == (
        Owner("演示甲", "13800000001"),
        Owner("演示乙", "010-88881234转802"),
        Owner("演示丙", None),
    )


def test_an_owner_of_two_words_keeps_both() -> None:
    assert read_owners("Ana Lee\nAna Lee 8801") == (
        Owner("Ana Lee", None),
        Owner("Ana Lee", "8801"),
    )


def test_a_unit_that_is_not_used_any_more_is_struck_and_not_offered(
    peopled: Database,
    page: SettingsPage,
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at("units")
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    page.edit.click()
    dialog = shown_dialog(window, UnitDialog, qtbot)
    assert dialog.owners.value() == "演示业户 13800001502"
    dialog.is_active.set_value(False)
    dialog.submit()
    qtbot.waitUntil(lambda: peopled.read(find_units, shop_desk, "") == [])
    assert _count(page) == 1


def test_a_member_of_staff_is_added_with_posts(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at("staff")
    page.add.click()
    dialog = shown_dialog(window, StaffDialog, qtbot)
    dialog.person_name.set_value("演示前台")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.posts.problem()))
    dialog.posts.set_value((Post.FRONT_DESK, Post.HOUSEKEEPER))
    dialog.submit()
    qtbot.waitUntil(lambda: _count(page) == 1)
    (person,) = shop.read(list_staff, shop_desk)
    assert person.posts == (Post.FRONT_DESK, Post.HOUSEKEEPER)


def test_a_name_that_is_taken_is_refused_beside_it(
    peopled: Database, page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.look_at("staff")
    page.add.click()
    dialog = shown_dialog(window, StaffDialog, qtbot)
    dialog.person_name.set_value("演示主管")
    dialog.posts.set_value((Post.SUPERVISOR,))
    dialog.submit()
    qtbot.waitUntil(lambda: "演示主管" in dialog.person_name.problem())


def test_trades_and_reasons_are_changed(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at("trades")
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    page.edit.click()
    trade = shown_dialog(window, TradeDialog, qtbot)
    trade.words.set_value(("漏水", "冒水"))
    trade.submit()
    qtbot.waitUntil(
        lambda: shop.read(list_trades, shop_desk)[0].words == ("漏水", "冒水")
    )
    page.look_at("reasons")
    page.add.click()
    reason = shown_dialog(window, ReasonDialog, qtbot)
    reason.kind.set_value(ReasonKind.CANCEL)
    reason.text.set_value("业户已自行处理")
    reason.submit()
    qtbot.waitUntil(
        lambda: (
            "业户已自行处理"
            in [r.text for r in shop.read(list_reasons, shop_desk, ReasonKind.CANCEL)]
        )
    )


def test_a_policy_is_changed_and_holds_at_once(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.look_at("policies")
    qtbot.waitUntil(lambda: _count(page) == len(SETTINGS))
    keys = [spec.key for spec in SETTINGS]
    page.table.choose_position(keys.index("return_deadline"))
    page.edit.click()
    dialog = shown_dialog(window, PolicyDialog, qtbot)
    dialog.field.set_value("25:00")
    dialog.submit()
    qtbot.waitUntil(lambda: "25:00" in dialog.field.problem())
    dialog.field.set_value("17:00")
    dialog.submit()
    desk = window.work
    qtbot.waitUntil(lambda: desk.desk.settings.text("return_deadline") == "17:00")


def test_the_centre_is_renamed_in_the_window(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.look_at("policies")
    page.centre.click()
    dialog = shown_dialog(window, CentreDialog, qtbot)
    dialog.field.set_value("云栖雅苑（演示）")
    dialog.submit()
    qtbot.waitUntil(lambda: "云栖雅苑（演示）" in window.windowTitle())


def test_holidays_are_imported_from_a_file(
    page: SettingsPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = tmp_path / "2027.csv"
    ask.path.write_text("date,kind,note\n2027-01-01,holiday,元旦\n", "utf-8")
    page.holidays.click()
    qtbot.waitUntil(lambda: window.work.desk.calendar.has_year(2027))
    assert window.messages.message()[1] == "Holidays imported"


def test_a_calendar_that_cannot_be_read_is_told_in_one_sentence(
    page: SettingsPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = tmp_path / "2027.csv"
    ask.path.write_text("date,kind,note\n2027-13-01,holiday,元旦\n", "utf-8")
    page.holidays.click()
    qtbot.waitUntil(lambda: "2" in window.messages.message()[2])
    ask.path = tmp_path / "missing.csv"
    page.holidays.click()
    box = shown_dialog(window, TroubleBox, qtbot)
    assert "missing.csv" in box.sentence
    box.reject()


def test_whoever_may_not_change_settings_is_told_so_in_the_dialog(
    peopled: Database, page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.act_as("演示主管")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示主管")
    page.look_at("trades")
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    page.edit.click()
    dialog = shown_dialog(window, TradeDialog, qtbot)
    dialog.submit()
    qtbot.waitUntil(lambda: "演示主管" in dialog.problem())


def test_every_choice_of_a_policy_has_a_word() -> None:
    choices = {choice for spec in SETTINGS for choice in spec.choices}
    assert choices == set(CHOICES)


def test_every_section_has_a_list_of_its_own(page: SettingsPage) -> None:
    assert set(page.tables) == {section.id for section in SECTIONS}
