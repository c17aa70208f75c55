"""The settings: directories, short lists, copies, holidays, this computer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.last_backup import last_backup
from app.staff_directory import list_staff
from app.unit_directory import Owner, find_units
from app.word_list import list_reasons, list_schemes, list_trades
from models.copy_scheme import CopyRole
from models.reason_code import ReasonKind
from models.staff import Post
from tests.makers import make_unit
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.settings.page import COMPUTER, COPIES, POLICIES, TARIFF, SettingsPage
from ui.settings.scheme_dialog import SchemeDialog
from ui.settings.section import SECTIONS
from ui.settings.staff_dialog import StaffDialog
from ui.settings.unit_dialog import UnitDialog, read_owners
from ui.settings.word_dialog import ReasonDialog, TradeDialog
from ui.shell.frame_facts import FIRST_MS
from ui.shell.main_window import MainWindow
from ui.shell.trouble_box import TroubleBox
from ui.slip.dispatch_watch import DispatchWatch
from ui.theme.theme import Choice, Theme


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """The settings, in front."""
    made = window.show_page("settings")
    assert isinstance(made, SettingsPage)
    return made


def _count(page: SettingsPage) -> int:
    return page.table.model().rowCount()


def _undo(window: MainWindow) -> None:
    (offer,) = window.messages.offers()
    offer.click()


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
    _undo(window)
    qtbot.waitUntil(lambda: shop.read(find_units, shop_desk, "") == [])
    assert _count(page) == 1


def test_an_owner_of_two_words_keeps_both() -> None:
    assert read_owners("Ana Lee\nAna Lee 8801") == (
        Owner("Ana Lee", None),
        Owner("Ana Lee", "8801"),
    )


def test_a_unit_is_changed_and_the_change_taken_back(
    peopled: Database,
    page: SettingsPage,
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at("units")
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    before = peopled.read(find_units, shop_desk, "")[0]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = shown_dialog(window, UnitDialog, qtbot)
    assert dialog.owners.value() == "演示业户 13800001502"
    dialog.owners.set_value("演示新业户 13800009999")
    dialog.note.set_value("出租")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(window.messages.offers()))
    assert peopled.read(find_units, shop_desk, "")[0].note == "出租"
    _undo(window)
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Taken back")
    after = peopled.read(find_units, shop_desk, "")[0]
    assert (after.owners, after.note) == (before.owners, before.note)


def test_a_unit_is_taken_out_of_use_by_a_key_and_comes_back(
    peopled: Database,
    page: SettingsPage,
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at("units")
    page.arrive()
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: peopled.read(find_units, shop_desk, "") == [])
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Taken out of use")
    qtbot.waitUntil(lambda: page.close_row.text() == "Use again")
    assert _count(page) == 1
    _undo(window)
    qtbot.waitUntil(lambda: page.close_row.text() == "Take out of use")
    qtbot.waitUntil(lambda: len(peopled.read(find_units, shop_desk, "")) == 1)


def test_units_and_staff_are_found_by_what_is_typed(
    peopled: Database,
    page: SettingsPage,
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_unit(peopled, shop_desk, "5-802")
    page.look_at("units")
    qtbot.waitUntil(lambda: _count(page) == 2)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.words.line.hasFocus)
    qtbot.keyClicks(page.words.line, "5-802")
    qtbot.waitUntil(lambda: _count(page) == 1)
    page.look_at("staff")
    assert page.words.value() == ""
    qtbot.waitUntil(lambda: _count(page) == 2)
    qtbot.keyClicks(page.words.line, "zg")
    qtbot.waitUntil(lambda: _count(page) == 1)
    qtbot.keyClicks(page.words.line, "%_'")
    qtbot.waitUntil(lambda: _count(page) == 0)


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


def test_a_copy_scheme_is_renamed_and_the_change_taken_back(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at(COPIES)
    qtbot.waitUntil(lambda: len(page.schemes.cards) == 2)
    before = shop.read(list_schemes, shop_desk)[0]
    page.schemes.cards[0].change.click()
    dialog = shown_dialog(window, SchemeDialog, qtbot)
    dialog.copies.lines()[3].label.set_value("管家")
    dialog.copies.lines()[3].colour.set_value("白")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(window.messages.offers()))
    changed = shop.read(list_schemes, shop_desk)[0].copies[3]
    assert (changed.label, changed.colour) == ("管家", "白")
    _undo(window)
    qtbot.waitUntil(lambda: shop.read(list_schemes, shop_desk)[0] == before)


def test_a_scheme_is_added_and_used_for_new_slips(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.look_at(COPIES)
    page.add.click()
    dialog = shown_dialog(window, SchemeDialog, qtbot)
    dialog.code.set_value("two copies")
    dialog.scheme_name.set_value("二联")
    dialog.copies.less.click()
    dialog.copies.less.click()
    for line, holder in zip(dialog.copies.lines(), ("工程", "业户"), strict=True):
        line.label.set_value(holder)
    dialog.copies.lines()[1].role.set_value(CopyRole.OWNER)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.code.problem()))
    dialog.code.set_value("TWO_2")
    dialog.submit()
    qtbot.waitUntil(lambda: len(page.schemes.cards) == 3)
    card = next(c for c in page.schemes.cards if c.scheme.code == "TWO_2")
    card.use.click()
    work = window.work
    qtbot.waitUntil(lambda: work.desk.settings.text("copy_scheme") == "TWO_2")
    _undo(window)
    qtbot.waitUntil(lambda: work.desk.settings.text("copy_scheme") == "MLCS016_4")


def test_holidays_are_imported_from_a_file_and_the_year_before_put_back(
    page: SettingsPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = tmp_path / "2027.csv"
    ask.path.write_text("date,kind,note\n2027-01-01,holiday,元旦\n", "utf-8")
    page.look_at("holidays")
    qtbot.waitUntil(lambda: _count(page) > 20)
    before = _count(page)
    page.holidays.click()
    qtbot.waitUntil(lambda: window.work.desk.calendar.has_year(2027))
    assert window.messages.message()[1] == "Holidays imported"
    assert window.messages.offers() == []
    qtbot.waitUntil(lambda: _count(page) == before + 1)
    ask.path.write_text(
        "date,kind,note\n2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n", "utf-8"
    )
    page.holidays.click()
    qtbot.waitUntil(lambda: _count(page) == before + 2)
    _undo(window)
    qtbot.waitUntil(lambda: _count(page) == before + 1)


def test_a_calendar_that_cannot_be_read_is_told_in_one_sentence(
    page: SettingsPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page.look_at("holidays")
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


def test_choices_of_this_computer_hold_at_once_and_here_only(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.look_at(COMPUTER)
    page.arrive()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page.computer.look.set_value(Choice.DARK)
    page.computer.look.edited.emit()
    assert Theme.of(app).choice is Choice.DARK
    assert window.state.text("look") == "dark"
    page.computer.look.set_value(Choice.SYSTEM)
    page.computer.look.edited.emit()
    assert DispatchWatch.of(window).has_sound
    page.computer.sound.check.click()
    assert not DispatchWatch.of(window).has_sound
    with qtbot.waitSignal(window.language_wanted):
        page.computer.language.set_value("zh_CN")
        page.computer.language.edited.emit()


def test_sections_are_walked_through_with_arrows(
    page: SettingsPage, qtbot: QtBot
) -> None:
    page.look_at("units")
    item = page.nav.item("units")
    for wanted in (
        "staff",
        "trades",
        "reasons",
        COPIES,
        TARIFF,
        POLICIES,
        "holidays",
    ):
        qtbot.keyClick(item, Qt.Key.Key_Down)
        assert page.section_id == wanted
        item = page.nav.item(wanted)
    qtbot.keyClick(item, Qt.Key.Key_Up)
    assert page.section_id == POLICIES


def test_each_section_says_what_may_be_looked_for(page: SettingsPage) -> None:
    said = []
    for section in SECTIONS:
        page.look_at(section.id)
        said.append(page.words.line.placeholderText())
    assert all(said)
    assert len(set(said)) == len(SECTIONS)


def test_every_section_has_a_list_of_its_own(page: SettingsPage) -> None:
    lists = []
    for section in SECTIONS:
        page.look_at(section.id)
        lists.append(page.table)
    assert len(set(map(id, lists))) == len(SECTIONS)
    page.look_at(SECTIONS[0].id)
    assert page.table is lists[0]


def test_a_backup_is_made_and_noted_and_never_over_another_file(
    page: SettingsPage,
    ask: Answering,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page.look_at(COMPUTER)
    ask.path = tmp_path / "copy.db"
    # What the window counts when it opens is counted: it would find the backup too.
    qtbot.wait(3 * FIRST_MS)
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    page.computer.backup.click()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Backup made")
    assert ask.path.stat().st_size > 100_000
    assert shop.read(last_backup, shop_desk) is not None
    qtbot.waitUntil(lambda: window.status_texts()[4].startswith("Last backup"))
    page.computer.backup.click()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Not done")
    assert "copy.db" in window.messages.message()[2]
