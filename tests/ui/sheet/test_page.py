"""The assistant for sheets: by keyboard, by dropping, refused, stopped."""

from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_list import SlipFilter, find_slip_ids
from app.unit_directory import find_units
from models.sheet_target import Target
from tests.clock import Clock
from tests.own_sheet_maker import many_slips, own_file
from tests.ui.answering import Answering
from ui.sheet.page import CHECK, DONE, FILE, MAPPING, SheetPage
from ui.shell.main_window import MainWindow
from ui.tasks import Lane, Tasks, one_thread
from ui.window_state import WindowState
from ui.work import open_work

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _after_it_all(clock: Clock) -> None:
    """It is November; everything in the sheets has happened."""
    clock.local("2026-11-20 12:00:00")


@pytest.fixture
def page(window: MainWindow) -> SheetPage:
    """The assistant, in front."""
    made = window.show_page("sheet", Target.SLIPS)
    assert isinstance(made, SheetPage)
    return made


def slips(shop: Database, desk: Desk) -> int:
    return len(shop.read(find_slip_ids, desk, SlipFilter(register=None)))


def reach(page: SheetPage, step: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.step() == step)


def drop(page: SheetPage, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(40, 40)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.file.area.dropEvent(event)


def test_a_sheet_is_imported_by_keyboard_alone(
    page: SheetPage,
    window: MainWindow,
    ask: Answering,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = own_file("plain", tmp_path)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    reach(page, MAPPING, qtbot)
    assert page.mapping.rows["房号"].field.value() == "unit"
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    reach(page, CHECK, qtbot)
    assert slips(shop, shop_desk) == 0
    assert page.next.text() == "Import 2 row(s)"
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    reach(page, DONE, qtbot)
    assert slips(shop, shop_desk) == 2
    assert "not taken back" in page.done.stands.text()
    qtbot.waitUntil(page.done.open.hasFocus)
    qtbot.keyClick(page.done.open, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.front_page_id() == "register")


def test_hidden_rows_are_said_to_be_taken_along(
    page: SheetPage,
    window: MainWindow,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = many_slips(5, tmp_path / "many.xlsx")
    book = load_workbook(ask.path)
    for row in (3, 4):
        book.worksheets[0].row_dimensions[row].hidden = True
    book.save(ask.path)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    reach(page, MAPPING, qtbot)
    assert "2 row(s) are hidden or filtered out" in page.mapping._note.text()
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    reach(page, CHECK, qtbot)
    assert page.next.text() == "Import 5 row(s)"
    assert "2 of them hidden" in page.check._left_out.text()


def test_a_sheet_left_half_way_stands_where_it_was_left(
    page: SheetPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page.take(own_file("plain", tmp_path))
    reach(page, MAPPING, qtbot)
    page.mapping.rows["房号"].field.set_value(None)
    window.show_page("register")
    window.show_page("sheet", Target.SLIPS)
    assert page.step() == MAPPING
    assert page.mapping.rows["房号"].field.value() is None
    window.show_page("sheet", Target.UNITS)
    assert page.step() == FILE, "another kind of sheet begins anew"


def test_the_next_sheet_of_the_same_shape_maps_itself_until_it_is_forgotten(
    page: SheetPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    drop(page, own_file("no_number", tmp_path))
    reach(page, MAPPING, qtbot)
    page.mapping.rows["师傅"].field.set_value("supervisor")
    page.mapping.rows["师傅"].field.edited.emit()
    page.mapping.prefix.set_value("东")
    page.next.click()
    reach(page, CHECK, qtbot)
    page.next.click()
    reach(page, DONE, qtbot)
    page.done.more.click()
    reach(page, FILE, qtbot)
    path = tmp_path / "四月.csv"
    path.write_text(
        "手机号,时间,业主,房号,维修项目,师傅,金额\n"
        "13800000001,2026-04-01 09:00,演示甲,3-1502,换锁,演示丙,\n",
        "utf-8",
    )
    drop(page, path)
    reach(page, MAPPING, qtbot)
    assert page.mapping.rows["师傅"].field.value() == "supervisor"
    assert page.mapping.prefix.value() == "东"
    page.next.click()
    reach(page, CHECK, qtbot)
    assert page.check.preview.cells.lines[0].texts[1] == "东260401-001"
    page.back.click()
    page.back.click()
    reach(page, FILE, qtbot)
    (forget,) = [
        button
        for button in page.file.findChildren(type(page.back))
        if button.accessibleName().startswith("Forget")
    ]
    forget.click()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Forgotten")
    drop(page, path)
    reach(page, MAPPING, qtbot)
    assert page.mapping.rows["师傅"].field.value() == "technicians"
    (undo,) = window.messages.offers()
    undo.click()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Remembered again")


def test_every_error_stands_there_before_anything_is_written(
    page: SheetPage,
    ask: Answering,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    drop(page, own_file("broken", tmp_path))
    reach(page, MAPPING, qtbot)
    page.next.click()
    reach(page, CHECK, qtbot)
    shown = [line.texts[:3] for line in page.check.errors.cells.lines]
    assert ("2", "日期", "2026/2/30") in shown
    assert ("5", "单号", "E1") in shown
    assert not page.next.isEnabled()
    assert slips(shop, shop_desk) == 0
    ask.path = tmp_path / "错.xlsx"
    page.check.export.click()
    qtbot.waitUntil(ask.path.exists)
    rows = list(load_workbook(ask.path).active.values)  # type: ignore[union-attr]
    assert len([row for row in rows if isinstance(row[0], int)]) == len(shown)


def test_an_error_is_mended_where_it_stands_and_bad_rows_can_be_left_out(
    page: SheetPage, shop: Database, shop_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(page, own_file("broken", tmp_path))
    reach(page, MAPPING, qtbot)
    page.next.click()
    reach(page, CHECK, qtbot)

    def place_of(value: str) -> int:
        lines = page.check.errors.cells.lines
        return next(i for i, line in enumerate(lines) if line.texts[2] == value)

    count = len(page.check.errors.cells.lines)
    page.check.errors.choose_row(place_of("差不多"))
    page.check.choice.set_value("完成")
    page.check.apply.click()
    qtbot.waitUntil(lambda: len(page.check.errors.cells.lines) == count - 1)
    page.check.errors.choose_row(place_of("—"))
    page.check.text.set_value("未说明")
    page.check.apply.click()
    qtbot.waitUntil(lambda: len(page.check.errors.cells.lines) == count - 2)
    page.check.leave_out.check.click()
    assert page.next.text() == "Import 1 row(s)"
    page.next.click()
    reach(page, DONE, qtbot)
    assert slips(shop, shop_desk) == 1
    assert "left out" in page.done.facts.text()


def test_two_headings_for_one_thing_are_told_beside_them(
    page: SheetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(page, own_file("plain", tmp_path))
    reach(page, MAPPING, qtbot)
    remark = page.mapping.rows["备注"].field
    remark.set_value("phone")
    remark.edited.emit()
    assert remark.problem()
    page.next.click()
    assert page.step() == MAPPING
    remark.set_value(None)
    remark.edited.emit()
    page.next.click()
    reach(page, CHECK, qtbot)


def test_a_column_the_sheet_lacks_is_asked_for(
    page: SheetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("房号,日期,内容\n3-1502,2026-03-05,漏水\n", "utf-8")
    drop(page, path)
    reach(page, MAPPING, qtbot)
    assert {"reporter", "phone", "area_kind"} <= set(page.mapping.unsaid)
    page.next.click()
    reach(page, CHECK, qtbot)
    assert {line.texts[1] for line in page.check.errors.cells.lines} == {
        "报修人",
        "联系电话",
    }
    page.back.click()
    for name, value in (("reporter", "演示甲"), ("phone", "8801")):
        field = page.mapping.unsaid[name].field
        field.set_value(value)
        field.edited.emit()
    page.next.click()
    reach(page, CHECK, qtbot)
    qtbot.waitUntil(lambda: not page.check.errors.cells.lines)
    assert page.next.isEnabled()


def test_another_row_of_headings_can_be_chosen(
    page: SheetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(page, own_file("titled", tmp_path))
    reach(page, MAPPING, qtbot)
    assert page.mapping.raw.head.value() == (3,)
    page.mapping.raw.head.set_value((4,))
    page.mapping.raw.head.edited.emit()
    qtbot.waitUntil(lambda: "房号" not in page.mapping.rows)
    page.mapping.raw.head.set_value((3,))
    page.mapping.raw.head.edited.emit()
    qtbot.waitUntil(lambda: "房号" in page.mapping.rows)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .xls"),
        ("坏.xlsx", b"PK\x03\x04 broken", "damaged"),
        ("空.csv", b"", "empty"),
        ("图.xlsx", b"\x89PNG\r\n", "no .xlsx"),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence_where_it_was_dropped(
    page: SheetPage, name: str, data: bytes, said: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    drop(page, path)
    qtbot.waitUntil(lambda: said in page.file.problem.text())
    assert page.step() == FILE
    drop(page, own_file("plain", tmp_path))
    reach(page, MAPPING, qtbot)
    assert page.file.problem.text() == ""


def test_units_come_from_the_settings_through_the_same_assistant(
    window: MainWindow, shop: Database, shop_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = window.show_page("settings", "units")
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(lambda: window.front_page_id() == "sheet")
    page = window.page("sheet")
    assert isinstance(page, SheetPage)
    assert page.file.target.value() is Target.UNITS
    drop(page, own_file("units", tmp_path))
    reach(page, MAPPING, qtbot)
    page.next.click()
    reach(page, CHECK, qtbot)
    page.next.click()
    reach(page, DONE, qtbot)
    assert len(shop.read(find_units, shop_desk, "")) == 3
    page.done.open.click()
    assert window.front_page_id() == "settings"
    assert settings is window.page("settings")


@pytest.fixture
def threaded(
    shop: Database, clock: Clock, ask: Answering, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """A window whose lanes are real threads."""

    def make(lane: Lane) -> Executor:
        return one_thread(lane)

    work = open_work(shop, Tasks(make), clock=clock)
    made = MainWindow(work, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    work.close()


def _until_importing(window: MainWindow, path: Path, qtbot: QtBot) -> SheetPage:
    page = window.show_page("sheet", Target.SLIPS)
    assert isinstance(page, SheetPage)
    page.take(path)
    qtbot.waitUntil(lambda: page.step() == MAPPING, timeout=20_000)
    page.next.click()
    qtbot.waitUntil(lambda: page.step() == CHECK, timeout=20_000)
    page.next.click()
    assert page.is_busy()
    return page


def test_an_import_that_is_cancelled_writes_nothing_and_can_be_begun_again(
    threaded: MainWindow,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = many_slips(3000, tmp_path / "many.xlsx")
    page = _until_importing(threaded, path, qtbot)
    (job,) = [job for job in threaded.work.tasks.running() if job.title]
    job.cancel()
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=20_000)
    qtbot.waitUntil(lambda: threaded.messages.message()[1] == "Import stopped")
    assert page.step() == CHECK
    assert slips(shop, shop_desk) == 0
    page.next.click()
    qtbot.waitUntil(lambda: page.step() == DONE, timeout=60_000)
    assert slips(shop, shop_desk) == 3000


def test_an_import_goes_on_beside_other_work_and_says_when_it_has_ended(
    threaded: MainWindow,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    threaded.show_page("register")
    page = _until_importing(threaded, many_slips(600, tmp_path / "many.xlsx"), qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: threaded.front_page_id() == "register")
    qtbot.waitUntil(lambda: bool(threaded.messages.offers()), timeout=60_000)
    assert threaded.messages.message()[1] == "600 slip(s) imported"
    assert threaded.front_page_id() == "register"
    threaded.messages.offers()[0].click()
    assert threaded.front_page_id() == "sheet"
    assert page.step() == DONE


def test_a_window_closed_during_an_import_leaves_nothing_half_written(
    threaded: MainWindow,
    ask: Answering,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = many_slips(3000, tmp_path / "many.xlsx")
    _until_importing(threaded, path, qtbot)
    ask.says_yes = True
    threaded.close()
    assert ask.asked[-1] == "Work is still running"
    threaded.work.tasks.close()
    assert slips(shop, shop_desk) == 0


@pytest.mark.parametrize(
    ("keys", "led_to"),
    [
        ((Qt.Key.Key_Return,), "sheet"),
        ((Qt.Key.Key_Down, Qt.Key.Key_Return), "register_book"),
    ],
)
def test_the_registers_lead_by_keys_to_what_can_be_brought_in(
    keys: tuple[Qt.Key, ...], led_to: str, window: MainWindow, qtbot: QtBot
) -> None:
    register = window.show_page("register")
    qtbot.keyClick(register, Qt.Key.Key_I, CTRL)
    menu = next(each for each in register.findChildren(QMenu) if each.isVisible())
    for key in keys:
        qtbot.keyClick(menu, key)
    qtbot.waitUntil(lambda: window.front_page_id() == led_to)
    if led_to != "sheet":
        return
    page = window.page("sheet")
    assert isinstance(page, SheetPage)
    assert page.file.target.value() is Target.SLIPS
