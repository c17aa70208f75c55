"""An edited register on the screen: looked through, ticked, written, refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_amend import AmendSlip, amend_slip
from app.slip_view import load_slip_view
from models.sheet_target import Target
from tests.makers import make_slip
from tests.reports.register_books import Exported
from tests.ui.answering import Answering
from ui.register_book.page import CELLS, FILE, RegisterBookPage
from ui.sheet.page import SheetPage
from ui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def slips(peopled: Database, shop_desk: Desk) -> list[tuple[int, str]]:
    """Three slips of public areas: id and number."""
    made = [
        make_slip(peopled, shop_desk, place=f"{n}层", anyway_reason="已核对")
        for n in (1, 2, 3)
    ]
    return [(each.id, each.number) for each in made]


@pytest.fixture
def book(
    slips: list[tuple[int, str]], shop: Database, shop_desk: Desk, tmp_path: Path
) -> Exported:
    """Their register, with three cells edited and one that is worked out."""
    made = Exported(shop, shop_desk, tmp_path)
    made.put(slips[0][1], "维修内容", "灯不亮")
    made.put(slips[1][1], "维修内容", "灯闪烁")
    made.put(slips[2][1], "备注", "夜间处理")
    made.put(slips[2][1], "状态", "已返单")
    return made


@pytest.fixture
def page(window: MainWindow) -> RegisterBookPage:
    """The page, in front."""
    made = window.show_page("register_book")
    assert isinstance(made, RegisterBookPage)
    return made


def content(shop: Database, desk: Desk, slip_id: int) -> object:
    return shop.read(load_slip_view, desk, slip_id).facts["content"]


def reach(page: RegisterBookPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.step() == CELLS, timeout=10_000)


def test_an_edited_register_is_taken_by_keyboard_alone(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    ask: Answering,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    ask.path = book.path
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    reach(page, qtbot)
    qtbot.waitUntil(page.changes.hasFocus)
    assert page.head.text() == "3 cell(s) edited"
    assert page.problem_head.text() == "1 not taken"
    assert "written yet" in page.said.text()
    qtbot.keyClick(page.changes, Qt.Key.Key_Down)
    qtbot.keyClick(page.changes, Qt.Key.Key_Space)
    assert page.take_button.text() == "Write 2 cell(s)"
    assert content(shop, shop_desk, slips[0][0]) == "照明灯不亮"
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "2 cell(s) written" in window.messages.message()[1])
    assert content(shop, shop_desk, slips[0][0]) == "灯不亮"
    assert content(shop, shop_desk, slips[1][0]) == "照明灯不亮", "it was refused"
    qtbot.waitUntil(lambda: page.head.text() == "1 cell(s) edited")
    assert not page.take_button.isEnabled(), "what was refused stays unticked"
    assert "2 stand so already" in page.said.text()


def test_what_others_changed_is_a_conflict_that_waits_for_a_person(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    assert page.count() == 3
    page.frame.work.change(
        page,
        amend_slip,
        AmendSlip(slips[1][0], content="灯座烧坏"),
        done=lambda _: None,
    )
    qtbot.waitUntil(lambda: page.count() == 2)
    first = page.changes.cells.lines[0]
    assert first.texts[2:] == (
        slips[1][1],
        "维修内容",
        "照明灯不亮",
        "灯闪烁",
        "Conflict: now “灯座烧坏”",
    )
    assert 6 in first.wrong, "told by colour too"
    assert 0 not in page.changes.ticked
    qtbot.keyClick(page, Qt.Key.Key_A, CTRL)
    assert page.count() == 3
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: content(shop, shop_desk, slips[1][0]) == "灯闪烁")


def test_a_slip_that_changed_behind_the_screen_refuses_all_and_is_shown(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    shop.write(amend_slip, shop_desk, AmendSlip(slips[1][0], place="大堂"))
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: slips[1][1] in page.problem.text())
    assert "Nothing was written" in page.problem.text()
    assert content(shop, shop_desk, slips[0][0]) == "照明灯不亮"
    qtbot.waitUntil(page.take_button.isEnabled)
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: content(shop, shop_desk, slips[0][0]) == "灯不亮")


def test_without_a_reason_nothing_is_written(
    page: RegisterBookPage, book: Exported, qtbot: QtBot
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    assert page.take_button.isEnabled()
    page.reason.line.selectAll()
    qtbot.keyClick(page.reason.line, Qt.Key.Key_Delete)
    assert not page.take_button.isEnabled()


def test_a_file_that_is_no_register_is_refused_in_place(
    page: RegisterBookPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(b"PK nothing")
    page.take_file(path)
    qtbot.waitUntil(lambda: "other.xlsx" in page.file_problem.text())
    assert page.step() == FILE
    assert page.choose.hasFocus()


def test_the_assistant_for_sheets_knows_an_edited_register(
    book: Exported, window: MainWindow, qtbot: QtBot
) -> None:
    sheet = window.show_page("sheet", Target.SLIPS)
    assert isinstance(sheet, SheetPage)
    sheet.take(book.path)
    qtbot.waitUntil(lambda: window.front_page_id() == "register_book", timeout=10_000)
    page = window.page("register_book")
    assert isinstance(page, RegisterBookPage)
    reach(page, qtbot)
    assert page.count() == 3


def test_thousands_of_edited_cells_are_shown_and_ticked_at_once(
    page: RegisterBookPage, book: Exported, qtbot: QtBot
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    line = page.changes.cells.lines[0]
    page.changes.show_changes(page.changes.cells.titles, [line] * 20_000, range(20_000))
    page.changes.tick_all(is_ticked=False)
    page.changes.choose_row(19_999)
    qtbot.keyClick(page.changes, Qt.Key.Key_Space)
    assert page.changes.ticked == {19_999}


def test_a_conflict_that_was_accepted_waits_again_when_others_change_it_again(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)

    def change(text: str) -> None:
        order = AmendSlip(slips[1][0], content=text)
        page.frame.work.change(page, amend_slip, order, done=lambda _: None)
        meanwhile = f"Conflict: now “{text}”"
        qtbot.waitUntil(lambda: page.changes.cells.lines[0].texts[-1] == meanwhile)

    change("灯座烧坏")
    page.changes.turn(0)
    assert 0 in page.changes.ticked
    shop.write(amend_slip, shop_desk, AmendSlip(slips[0][0], place="大堂"))
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert 0 in page.changes.ticked, "it is still the value that was seen"
    change("跳闸")
    assert 0 not in page.changes.ticked, "nobody has seen this value"


def test_a_cell_that_is_unticked_while_the_file_is_compared_anew_stays_unticked(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    assert page.changes.ticked == {0, 1, 2}
    shop.write(amend_slip, shop_desk, AmendSlip(slips[0][0], place="大堂"))
    page.frame.work.changed.emit(frozenset({"slip"}))
    page.changes.turn(1)
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert page.changes.ticked == {0, 2}


def test_what_stands_there_is_not_written_once_another_file_is_read(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    page.take_file(book.path)
    page.take_button.click()
    assert not page.take_button.isEnabled()
    assert content(shop, shop_desk, slips[0][0]) == "照明灯不亮"
    qtbot.waitUntil(lambda: page.count() == 3)


def test_what_was_refused_stays_refused_however_often_others_change_slips(
    page: RegisterBookPage,
    book: Exported,
    slips: list[tuple[int, str]],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.take_file(book.path)
    reach(page, qtbot)
    page.changes.turn(1)
    for place in ("大堂", "车库", "天台"):
        shop.write(amend_slip, shop_desk, AmendSlip(slips[0][0], place=place))
        page.frame.work.changed.emit(frozenset({"slip"}))
        qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
        assert page.changes.ticked == {0, 2}
    page.changes.turn(1)
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert page.changes.ticked == {0, 1, 2}
