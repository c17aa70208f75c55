"""The tariff in the settings: added, priced anew, ended, exported, printed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from app.database import Database
from app.demo_tariff import hang_up, sample_items
from app.desk import Desk
from app.tariff_row import TariffRow, list_tariff
from models.staff import Department, Post
from tests.makers import make_staff
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.settings.page import COMPUTER, TARIFF, SettingsPage
from ui.settings.tariff_dialog import EndDialog, TariffDialog
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """The tariff, in front."""
    made = window.show_page("settings", TARIFF)
    assert isinstance(made, SettingsPage)
    return made


def _rows(shop: Database, desk: Desk) -> list[TariffRow]:
    return shop.read(list_tariff, desk)


def _fill(dialog: TariffDialog) -> None:
    dialog.code.set_value("sh-01")
    dialog.category.set_value("给排水")
    dialog.item_name.set_value("更换水龙头")
    dialog.uom.set_value("个")
    dialog.labour.set_typed("30")
    dialog.valid_from.set_value(date(2026, 1, 1))


def test_an_item_is_added_and_every_refusal_stands_at_its_field(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.add.click()
    dialog = shown_dialog(window, TariffDialog, qtbot)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.code.problem()))
    _fill(dialog)
    for typed in ("1.005", "-1", "1000000000"):
        dialog.labour.set_typed(typed)
        dialog.submit()
        assert dialog.labour.problem()
    dialog.labour.set_typed("30")
    dialog.night_labour.set_typed("20")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.night_labour.problem()))
    dialog.night_labour.set_typed("45")
    dialog.submit()
    qtbot.waitUntil(lambda: len(_rows(shop, shop_desk)) == 1)
    (row,) = _rows(shop, shop_desk)
    assert (row.code, row.labour, row.night_labour) == (
        "SH-01",
        Decimal("30.00"),
        Decimal("45.00"),
    )
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    page.add.click()
    twin = shown_dialog(window, TariffDialog, qtbot)
    _fill(twin)
    twin.submit()
    qtbot.waitUntil(lambda: bool(twin.valid_from.problem()))
    assert twin.item_name.value() == "更换水龙头"


def test_a_later_day_is_a_new_price(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.add.click()
    dialog = shown_dialog(window, TariffDialog, qtbot)
    _fill(dialog)
    dialog.submit()
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    page.edit.click()
    change = shown_dialog(window, TariffDialog, qtbot)
    assert not change.code.isEnabled()
    change.labour.set_typed("35")
    change.submit()
    qtbot.waitUntil(lambda: bool(change.valid_from.problem()))
    change.valid_from.set_typed("2026-06-01")
    change.submit()
    qtbot.waitUntil(lambda: len(_rows(shop, shop_desk)) == 2)
    first, second = _rows(shop, shop_desk)
    assert first.valid_until == second.valid_from == date(2026, 6, 1)


def test_an_item_ends_and_is_taken_back(
    page: SettingsPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.add.click()
    dialog = shown_dialog(window, TariffDialog, qtbot)
    _fill(dialog)
    dialog.submit()
    qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    page.close_row.click()
    end = shown_dialog(window, EndDialog, qtbot)
    end.submit()
    qtbot.waitUntil(lambda: not _rows(shop, shop_desk)[0].is_active)
    qtbot.waitUntil(lambda: bool(window.messages.offers()))
    window.messages.offers()[0].click()
    qtbot.waitUntil(lambda: _rows(shop, shop_desk)[0].is_active)


def test_the_list_is_searched_by_pinyin_and_ended_prices_come_last(
    shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    shop.write(hang_up, shop_desk)
    page = window.show_page("settings", TARIFF)
    assert isinstance(page, SettingsPage)
    count = len(sample_items())
    qtbot.waitUntil(lambda: page.table.model().rowCount() == count)
    page.words.set_value("slt")
    page.words.edited.emit()
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    chosen = page.table.chosen_row()
    assert chosen is not None
    assert chosen.name == "更换水龙头"


def test_the_tariff_goes_out_as_a_workbook_and_as_a_price_list(
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    shop.write(hang_up, shop_desk)
    page = window.show_page("settings", TARIFF)
    assert isinstance(page, SettingsPage)
    ask.path = tmp_path / "tariff.xlsx"
    page.export.click()
    qtbot.waitUntil(ask.path.exists)
    sheet = load_workbook(ask.path).worksheets[0]
    assert sheet.max_row == len(sample_items()) + 3
    page.print.click()
    paper = shown_dialog(window, PaperDialog, qtbot)
    ask.path = tmp_path / "list.pdf"
    paper.saved.click()
    qtbot.waitUntil(ask.path.exists)
    assert ask.path.read_bytes().startswith(b"%PDF")


def test_finance_sees_the_tariff_and_nothing_it_may_not_change(
    shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    finance = Department.FINANCE
    make_staff(shop, shop_desk, "陈会计", Post.FINANCE, department=finance)
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    window.act_as("陈会计")
    qtbot.waitUntil(lambda: page.section_id == TARIFF)
    shown = [row.id for row in page._nav_rows() if not page.nav.item(row.id).isHidden()]
    assert shown == [TARIFF, COMPUTER]
