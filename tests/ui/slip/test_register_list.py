"""The registers at work: what is asked, ticked, printed, exported and remembered."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.listing import HasWords, IsOneOf, IsWithin, Sort
from app.slip_close import CancelSlip, cancel_slip
from app.slip_issue import issue_slip
from app.slip_list import Register
from app.slip_view import load_slip_view
from models.slip import SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import UNIT_CALL, make_slip
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.exporting import export
from tests.ui.slip.registers import ids_of
from ui.kit.label import Label
from ui.shell.main_window import MainWindow
from ui.slip import register_export, register_print
from ui.slip.export_dialog import ExportDialog
from ui.slip.paper_dialog import PaperDialog
from ui.slip.register_page import RegisterPage
from ui.slip.slip_page import SlipPage
from ui.slip.span import Span

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def books(peopled: Database, shop_desk: Desk, clock: Clock) -> list[int]:
    """Four slips of units, an hour apart, the first of another month."""
    clock.local("2026-01-15 09:00:00")
    ids = []
    for state, content in (
        (SlipState.RETURNED, "锁坏了"),
        (SlipState.ISSUED, "厨房漏水"),
        (SlipState.DISPATCHED, "插座没电"),
        (SlipState.VOID, "重复录入"),
    ):
        made = make_slip(
            peopled, shop_desk, state, area_kind=AreaKind.UNIT, content=content
        )
        ids.append(made.id)
        if len(ids) == 1:
            clock.local("2026-03-02 10:00:00")
        clock.advance(hours=1)
    return ids


@pytest.fixture
def page(books: list[int], window: MainWindow, qtbot: QtBot) -> RegisterPage:
    """The register of units, in front, with all that it holds of ninety days."""
    made = window.show_page("register")
    assert isinstance(made, RegisterPage)
    qtbot.waitUntil(lambda: made.list.filling.count == 4)
    return made


def test_days_in_a_heading_stand_in_place_of_the_span_above(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    assert page.table.filter_text(2) == "90 days"
    page.period.chips[Span.TODAY].click()
    qtbot.waitUntil(lambda: ids_of(page) == books[:0:-1])
    page.list.question.ask("issued", IsWithin(date(2026, 1, 1), date(2026, 2, 1)))
    qtbot.waitUntil(lambda: ids_of(page) == [books[0]])
    assert page.period.value() is None
    page.list.question.drop("issued")
    qtbot.waitUntil(lambda: ids_of(page) == books[::-1])
    assert page.period.value() is Span.ALL
    page.period.chips[Span.TODAY].click()
    page.list.question.drop("issued")
    assert page.period.value() is Span.ALL, "the cross in the heading lets go of it too"


def test_a_sort_keeps_the_chosen_row_and_the_ticks(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    page.table.choose_id(books[1])
    page.list.ticks.turn(books[2])
    page.list.question.sort_by("content")
    qtbot.waitUntil(lambda: ids_of(page)[0] == books[1])
    qtbot.waitUntil(lambda: page.table.chosen_id() == books[1])
    assert list(page.list.ticks.ids) == [books[2]]


def test_the_foot_tells_of_the_whole_list(page: RegisterPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: page.list.foot.kinds.text() == "3 valid, 1 void, 0 cancelled"
    )
    assert page.list.foot.count.text() == "4 slip(s)"


def test_a_list_without_rows_says_why_and_offers_the_way_out(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    page.period.chips[Span.TODAY].click()
    page.list.question.ask("content", HasWords("没有这回事"))
    qtbot.waitUntil(page.list.empty.isVisible)
    qtbot.waitUntil(lambda: page.pane.view is None)
    page.list.empty.clear.click()
    qtbot.waitUntil(lambda: ids_of(page) == books[:0:-1])
    assert not page.list.empty.isVisible()


def test_cleared_filters_can_be_taken_up_again(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    page.words.set_value("锁")
    page.list.question.ask("state", IsOneOf((SlipState.RETURNED,)))
    qtbot.waitUntil(lambda: ids_of(page) == [books[0]])
    qtbot.keyClick(page.table, Qt.Key.Key_Delete, CONTROL)
    qtbot.waitUntil(lambda: page.list.filling.count == 4)
    assert page.words.value() == ""
    (undo,) = window.messages.offers()
    undo.click()
    qtbot.waitUntil(lambda: ids_of(page) == [books[0]])
    assert page.words.value() == "锁"
    assert "state" in page.list.question.filters


def test_a_column_of_numbers_that_is_pasted_finds_those_slips(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("WX260302-001\nWX260302-003\n")
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    qtbot.keyClick(page.words.line, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: ids_of(page) == [books[3], books[1]])


def test_a_change_at_another_desk_keeps_filter_sort_row_and_ticks(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.list.question.ask("content", HasWords("坏 锁"))
    page.list.question.sort_by("content")
    qtbot.waitUntil(lambda: ids_of(page) == [books[0]])
    page.list.ticks.turn(books[0])
    call = replace(UNIT_CALL, content="门锁坏了")
    made, tables = shop.write(issue_slip, shop_desk, call)
    page.frame.work.changed.emit(tables)
    qtbot.waitUntil(lambda: set(ids_of(page)) == {books[0], made.id})
    assert page.table.chosen_id() == books[0]
    assert page.list.question.sort == Sort("content")
    assert list(page.list.ticks.ids) == [books[0]]


def test_everything_is_as_it_was_after_a_restart(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    page.period.chips[Span.ALL].click()
    states = IsOneOf((SlipState.ISSUED, SlipState.DISPATCHED, SlipState.VOID))
    page.list.question.ask("state", states)
    page.list.question.sort_by("content", is_descending=True)
    page.table.show_column(4, is_shown=False)
    qtbot.waitUntil(lambda: page.list.filling.count == 3)
    page.table.choose_id(books[2])
    page.list.ticks.tick(books[1:3])
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.list.filling.count == 3)
    assert ids_of(again) == ids_of(page)
    assert again.period.value() is Span.ALL
    assert again.list.question.sort == Sort("content", is_descending=True)
    assert again.list.question.filters == {"state": states}
    assert again.table.isColumnHidden(4)
    assert again.table.chosen_id() == books[2]
    assert sorted(again.list.ticks.ids) == books[1:3]


def test_the_other_register_is_made_and_stands_where_it_stood(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    page.period.chips[Span.ALL].click()
    qtbot.waitUntil(lambda: page.list.filling.count == 4)
    page.table.choose_id(books[2])
    page.register.segments()[1].click()
    qtbot.waitUntil(lambda: page.list.filling.count == 0)
    page.keep()
    for _ in range(2):
        again = RegisterPage(window)
        qtbot.addWidget(again)
        for step in again.rest_to_make():
            step()
        assert again.register.value() is Register.PUBLIC
        assert set(again.lists) == set(Register)
        assert again.lists[Register.UNIT].filling.question is None
        again.keep()
    again.register.segments()[0].click()
    qtbot.waitUntil(lambda: again.table.chosen_id() == books[2])


def test_a_register_that_is_turned_to_shows_its_rows_when_they_are_there(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    page.register.segments()[1].click()
    assert not page.table.updatesEnabled()
    with qtbot.waitSignal(page.list.filling.shown):
        pass
    assert page.table.updatesEnabled()
    # Nobody looks at a register that stands still because no answer comes.
    page.list.hold_still()
    qtbot.waitUntil(page.table.updatesEnabled)


def test_a_memory_that_makes_no_sense_opens_the_usual_register(
    books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    for text in ("{", "[1]", '{"register": "moon"}'):
        window.state.set_text("register.state", text)
        made = RegisterPage(window)
        qtbot.addWidget(made)
        assert made.register.value() is Register.UNIT
        assert made.period.value() is Span.NINETY_DAYS


def _sheet(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    sheet = load_workbook(path).active
    assert sheet is not None
    return [
        [str(cell) for cell in row if cell is not None]
        for row in sheet.iter_rows(values_only=True)
    ]


def _numbers(path: Path) -> list[str]:
    return [cell for row in _sheet(path) for cell in row[1:2] if cell.startswith("WX")]


@pytest.mark.parametrize("rows_here", [2_000, 0])
def test_the_sheet_holds_the_rows_in_the_order_of_the_screen_and_says_why(
    rows_here: int,
    page: RegisterPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    """With 0 every list is long enough for a process of its own."""
    monkeypatch.setattr(register_export, "ROWS_HERE", rows_here)
    states = IsOneOf((SlipState.ISSUED, SlipState.VOID, SlipState.RETURNED))
    page.list.question.ask("state", states)
    page.list.question.sort_by("content", is_descending=True)
    qtbot.waitUntil(lambda: page.list.filling.count == 3)
    shown = [
        row.number
        for position in range(3)
        if (row := page.table.model_of_rows.row_at(position)) is not None
    ]
    ask.path = tmp_path / "register.xlsx"
    export(page.export, window, qtbot)
    qtbot.waitUntil(lambda: "exported" in window.messages.message()[1], timeout=20_000)
    assert _numbers(ask.path) == shown
    assert len(shown) == 3
    head = " ".join(cell for row in _sheet(ask.path)[:3] for cell in row)
    assert "3" in head
    assert "State" in head


def test_a_process_that_cannot_write_says_so(
    page: RegisterPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    from ui.shell.trouble_box import TroubleBox

    monkeypatch.setattr(register_export, "ROWS_HERE", 0)
    ask.path = tmp_path / "no such folder" / "register.xlsx"
    export(page.export, window, qtbot)
    box = shown_dialog(window, TroubleBox, qtbot)
    assert "register.xlsx" in box.sentence
    box.reject()


def test_the_ticked_are_exported_and_all_means_all_but_those_unticked(
    page: RegisterPage,
    books: list[int],
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert page.list.selection.count.text() == "All 4 matching slip(s) ticked"
    page.list.ticks.turn(books[3])
    ask.path = tmp_path / "ticked.xlsx"
    export(page.list.selection.export, window, qtbot)
    qtbot.waitUntil(lambda: "3 slip(s)" in window.messages.message()[1], timeout=10_000)
    assert _numbers(ask.path) == ["WX260302-002", "WX260302-001", "WX260115-001"]
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.list.selection.isVisible()


def test_ticked_slips_are_printed_together_and_shown_first(
    page: RegisterPage,
    books: list[int],
    ask: Answering,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page.list.ticks.tick([books[1], books[2]])
    qtbot.keyClick(page.table, Qt.Key.Key_P, CONTROL)
    paper = shown_dialog(window, PaperDialog, qtbot)
    qtbot.waitUntil(lambda: paper.page_count() == 8)
    paper.reject()
    assert "not printed" in window.messages.message()[1]
    view = shop.read(load_slip_view, shop_desk, books[1])
    assert {copy.print_seq for copy in view.copies} == {0}, "it was only looked at"
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_P, CONTROL)
    paper = shown_dialog(window, PaperDialog, qtbot)
    ask.path = tmp_path / "ticked.pdf"
    paper.saved.click()
    qtbot.waitUntil(ask.path.exists)
    assert any("printed before" in asked for asked in ask.asked)
    for slip_id, seq in ((books[1], 1), (books[2], 2)):
        view = shop.read(load_slip_view, shop_desk, slip_id)
        assert {copy.print_seq for copy in view.copies} == {seq}


def test_too_many_to_look_through_are_not_printed_together(
    page: RegisterPage,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(register_print, "MOST_SLIPS", 3)
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    page.list.selection.print.click()
    assert "Too many" in window.messages.message()[1]


def test_from_the_page_of_a_slip_one_goes_on_through_its_list(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    page.table.choose_position(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    slip = window.page("slip")
    assert isinstance(slip, SlipPage)
    qtbot.waitUntil(lambda: slip.view is not None)
    assert slip.place.text() == "2 of 4"
    qtbot.keyClick(slip, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: slip.view is not None and slip.view.facts["id"] == books[1])
    qtbot.keyClick(slip, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: slip.place.text() == "4 of 4")
    assert not slip.following.isEnabled()
    qtbot.keyClick(slip, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: slip.place.text() == "3 of 4")
    qtbot.keyClick(slip, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.front_page_id() == "register")
    assert page.table.chosen_id() == books[1]


def test_the_pane_is_put_away_and_comes_back_by_its_key(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F4)
    assert not page.pane.isVisible()
    page.table.choose_id(books[0])
    qtbot.keyClick(page, Qt.Key.Key_F4)
    qtbot.waitUntil(
        lambda: page.pane.view is not None and page.pane.view.facts["id"] == books[0]
    )
    assert page.pane.isVisible()


def test_a_cancelled_slip_is_counted_as_such_at_once(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    page.frame.work.change(
        page, cancel_slip, CancelSlip(books[1], "业户撤销"), done=lambda _: None
    )
    qtbot.waitUntil(
        lambda: page.list.foot.kinds.text() == "2 valid, 1 void, 1 cancelled"
    )


@pytest.mark.parametrize("rows_here", [2_000, 0])
def test_a_register_is_exported_one_sheet_a_week_and_the_choice_is_kept(
    rows_here: int,
    page: RegisterPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    from openpyxl import load_workbook

    monkeypatch.setattr(register_export, "ROWS_HERE", rows_here)
    ask.path = tmp_path / "register.xlsx"
    export(page.export, window, qtbot, by="week")
    qtbot.waitUntil(lambda: "exported" in window.messages.message()[1], timeout=20_000)
    sheets = load_workbook(ask.path).worksheets
    names = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
    assert len(names) > 1
    assert all("至" in name for name in names)
    assert "派发" in str(sheets[0]["A2"].value), "how it is sorted"
    page.export.click()
    dialog = shown_dialog(window, ExportDialog, qtbot)
    assert dialog.by.value() == "week"
    assert "40" in " ".join(label.text() for label in dialog.findChildren(Label))
    dialog.reject()
