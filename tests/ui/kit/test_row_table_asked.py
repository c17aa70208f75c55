"""A table asked through its headings: sorting, filters, ticks, a column in sight."""

from array import array
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.listing import HasWords, IsAtLeast, IsOneOf, IsWithin, Sort
from ui.kit.column import Asks, Column
from ui.kit.row_table_asked import AskedTableView
from ui.kit.row_table_filter import DaysPopup
from ui.kit.row_table_header import HEADER_HEIGHT
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_question import TableQuestion

MILLION = 1_000_000
TODAY = date(2026, 11, 20)


def _columns() -> list[Column[str]]:
    def column(key: str, asks: Asks, **more: object) -> Column[str]:
        return Column(
            key,
            key.title(),
            lambda row: row,
            200,
            asks=asks,
            is_sortable=True,
            **more,  # type: ignore[arg-type]
        )

    choices = [("open", "Open"), ("shut", "Shut")]
    return [
        column("number", Asks.WORDS),
        column("state", Asks.CHOICE, choices=choices),
        column("day", Asks.DAYS),
        column("sum", Asks.MONEY, is_number=True),
        column("name", Asks.WORDS),
    ]


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[AskedTableView[str]]:
    """A million rows, whose pages come at once."""
    model: RowTableModel[str] = RowTableModel(_columns())

    def answer(page: int, ids: "array[int]") -> None:
        model.put_page(page, ids, [f"row {row_id}" for row_id in ids])

    model.page_wanted.connect(answer)
    made = AskedTableView(
        model, "Rows", sort=Sort("day", is_descending=True), today=lambda: TODAY
    )
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    model.set_ids(array("q", range(MILLION)))
    made.choose_position(0)
    yield made


def _click(table: AskedTableView[str], logical: int, *, is_filter: bool) -> None:
    header = table.frozen_header if logical == 0 else table.asking_header()
    x = header.sectionViewportPosition(logical) + 60
    y = HEADER_HEIGHT * (1.5 if is_filter else 0.5)
    at = QPoint(x, int(y))
    QTest.mouseMove(header.viewport(), at)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_title_sorts_and_sorts_the_other_way_when_clicked_again(
    table: AskedTableView[str],
) -> None:
    _click(table, 1, is_filter=False)
    assert table.question.sort == Sort("state")
    _click(table, 1, is_filter=False)
    assert table.question.sort == Sort("state", is_descending=True)
    _click(table, 0, is_filter=False)
    assert table.question.sort == Sort("number")


def test_the_keyboard_sorts_by_the_column_it_stands_in(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Up, control)
    assert table.question.sort == Sort("state")
    qtbot.keyClick(table, Qt.Key.Key_Down, control)
    assert table.question.sort == Sort("state", is_descending=True)


def test_words_are_typed_over_the_heading_and_tab_goes_to_the_next(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(table, Qt.Key.Key_Down, alt)
    line = table.filters.line
    assert line is not None
    assert line.accessibleName() == "Number"
    qtbot.keyClicks(line, "-017")
    qtbot.waitUntil(lambda: table.question.filters == {"number": HasWords("-017")})
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    money = table.filters.line
    assert money is not None
    assert money.accessibleName() == "Sum"
    qtbot.keyClicks(money, "abc")
    qtbot.keyClick(money, Qt.Key.Key_Return)
    assert "sum" not in table.question.filters
    table.setCurrentIndex(table.model().index(0, 3))
    table.open_filter()
    again = table.filters.line
    assert again is not None
    qtbot.keyClicks(again, "100.50")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert table.question.filters["sum"] == IsAtLeast(Decimal("100.50"))
    assert table.filters.line is None
    assert table.hasFocus()


def test_esc_puts_back_what_was_asked_before(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    table.question.ask("number", HasWords("before"))
    table.open_filter()
    line = table.filters.line
    assert line is not None
    assert line.text() == "before"
    line.setText("other")
    line.take()
    assert table.question.filters == {"number": HasWords("other")}
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert table.question.filters == {"number": HasWords("before")}


def test_pasted_lines_become_words(table: AskedTableView[str], qtbot: QtBot) -> None:
    table.open_filter()
    line = table.filters.line
    assert line is not None
    line.setText("WX1\nWX2\t WX3")
    line.take()
    assert table.question.filters == {"number": HasWords("WX1 WX2 WX3")}


def test_several_choices_are_ticked_in_a_menu_that_stays(
    table: AskedTableView[str],
) -> None:
    _click(table, 1, is_filter=True)
    menu = table.filters.popup
    assert isinstance(menu, QMenu)
    _, _, first, second = menu.actions()
    first.trigger()
    second.trigger()
    assert table.question.filters == {"state": IsOneOf(("open", "shut"))}
    assert table.filter_text(1) == "Open +1"
    first.trigger()
    assert table.question.filters == {"state": IsOneOf(("shut",))}
    menu.close()


def test_days_are_asked_with_the_last_one_included(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    _click(table, 2, is_filter=True)
    popup = table.filters.popup
    assert isinstance(popup, DaysPopup)
    popup.first.line.setText("11-01")
    popup.last.line.setText("10-01")
    qtbot.keyClick(popup.last.line, Qt.Key.Key_Return)
    assert popup.last.problem()
    popup.last.line.setText("11-03")
    qtbot.keyClick(popup.last.line, Qt.Key.Key_Return)
    asked = IsWithin(date(2026, 11, 1), date(2026, 11, 4))
    assert table.question.filters == {"day": asked}
    assert table.filter_text(2) == "11-01–11-03"


def test_the_cross_of_a_set_filter_takes_it_away(table: AskedTableView[str]) -> None:
    table.question.ask("state", IsOneOf(("open",)))
    header = table.asking_header()
    right = header.sectionViewportPosition(1) + header.sectionSize(1)
    at = QPoint(right - 12, int(HEADER_HEIGHT * 1.5))
    QTest.mouseMove(header.viewport(), at)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert table.question.filters == {}


def test_ticks_stand_by_row_and_all_means_the_filter(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    ticks = table.ticks
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert list(ticks.ids) == [0]
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    assert list(ticks.ids) == [0, 1, 2]
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert ticks.is_all
    assert ticks.count(MILLION) == MILLION
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert ticks.count(MILLION) == MILLION - 1
    assert not ticks.holds(2)
    assert ticks.holds(999_999)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert ticks.is_empty()


def test_a_click_on_a_box_ticks_and_shift_ticks_all_between(
    table: AskedTableView[str],
) -> None:
    viewport = table.frozen.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, pos=QPoint(20, 16 + 32 * 2))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(viewport, left, shift, QPoint(20, 16 + 32 * 5))
    assert sorted(table.ticks.ids) == [2, 3, 4, 5]
    assert table.chosen_id() == 0
    QTest.mouseClick(viewport, left, pos=QPoint(100, 16 + 32 * 3))
    assert table.chosen_id() == 3


def test_the_number_stays_in_sight_and_covers_no_column_that_is_shown(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    last = table.model().index(0, 4)
    table.setCurrentIndex(last)
    qtbot.wait(20)
    assert table.horizontalScrollBar().value() > 0
    assert table.frozen.isVisible()
    assert table.frozen.width() == table.columnWidth(0)
    second = table.model().index(0, 1)
    table.setCurrentIndex(second)
    assert table.columnViewportPosition(1) >= table.columnWidth(0)
    table.verticalScrollBar().setValue(32 * 500_000)
    assert table.frozen.rowAt(0) == table.rowAt(0) == 500_000


def test_the_number_column_stays_the_first_whatever_is_moved(
    table: AskedTableView[str], qtbot: QtBot
) -> None:
    header = table.asking_header()
    header.moveSection(0, 3)
    assert header.visualIndex(0) == 0
    table.setCurrentIndex(table.model().index(0, 1))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, Qt.Key.Key_Right, both)
    assert header.visualIndex(1) == 2
    qtbot.keyClick(table, Qt.Key.Key_Left, both)
    qtbot.keyClick(table, Qt.Key.Key_Left, both)
    assert header.visualIndex(1) == 1


def test_a_column_put_away_asks_nothing_any_more_and_is_remembered(
    table: AskedTableView[str],
) -> None:
    table.question.ask("sum", IsAtLeast(Decimal(5)))
    menu = table.columns_menu([])
    names = {action.text(): action for action in menu.actions()}
    names["Sum"].trigger()
    assert table.isColumnHidden(3)
    assert table.question.filters == {}
    kept = table.header_state()
    table.show_column(3, is_shown=True)
    table.restore_header(kept)
    assert table.isColumnHidden(3)
    menu.deleteLater()


def test_what_is_asked_comes_back_and_what_is_not_understood_is_left() -> None:
    question = TableQuestion(Sort("day"))
    question.sort_by("sum", is_descending=True)
    question.ask("number", HasWords("017"))
    question.ask("state", IsOneOf(("open", "gone")))
    question.ask("day", IsWithin(date(2026, 11, 1)))
    question.ask("sum", IsAtLeast(Decimal("1.50")))
    again = TableQuestion(Sort("day"))
    again.restore(question.kept(), _columns())
    assert again.sort == Sort("sum", is_descending=True)
    assert again.filters == {**question.filters, "state": IsOneOf(("open",))}
    for broken in ("", "{", "[]", '{"sort": 3}', '{"sort": ["x", 1], "filters": []}'):
        other = TableQuestion(Sort("day"))
        other.restore(broken, _columns())
        assert (other.sort, other.filters) == (Sort("day"), {})


def test_selecting_all_of_a_million_rows_selects_nothing(
    table: AskedTableView[str],
) -> None:
    table.selectAll()
    assert not table.selectionModel().isRowSelected(999_999)
    assert table.chosen_id() == 0


def test_the_headings_show_which_column_the_keys_mean(
    table: AskedTableView[str],
) -> None:
    header = table.asking_header()
    table.choose_position(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert header.keyboard_column() == table.currentIndex().column() == 1
    table.clearFocus()
    assert header.keyboard_column() is None, "the keyboard is elsewhere"
