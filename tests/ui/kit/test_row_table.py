"""A table over ids: what it asks for, what it shows, what stays chosen."""

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.kit.column import Column
from ui.kit.row_table_model import PAGE, ROW_ROLE, WAITING, RowTableModel
from ui.kit.row_table_view import RowTableView

MILLION = 1_000_000


def _columns() -> list[Column[str]]:
    return [
        Column("text", "Text", lambda row: row, takes_rest=True, may_cut=True),
        Column("length", "Length", lambda row: str(len(row)), is_number=True),
    ]


class Shop:
    """A model whose pages come when the test says so; notes what was asked."""

    def __init__(self, count: int) -> None:
        self.model: RowTableModel[str] = RowTableModel(
            _columns(), lambda row: row.endswith("4")
        )
        self.asked: list[int] = []
        self.model.page_wanted.connect(self._note)
        self._waiting: list[tuple[int, array[int]]] = []
        self.model.set_ids(array("q", range(count)))

    def _note(self, page: int, ids: "array[int]") -> None:
        self.asked.append(page)
        self._waiting.append((page, ids))

    def answer(self, word: str = "row") -> None:
        """Bring every page that was asked for."""
        waiting, self._waiting = self._waiting, []
        for page, ids in waiting:
            self.model.stop_waiting(page)
            self.model.put_page(page, ids, [f"{word} {id_}" for id_ in ids])


def _shown(model: RowTableModel[str], row: int) -> str:
    return str(model.index(row, 0).data())


def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, qapp: QApplication
) -> None:
    shop = Shop(250)
    shop.model.data(shop.model.index(0, 0))
    shop.answer()
    qtmodeltester.check(shop.model)


def test_a_page_is_asked_for_once_and_shows_dots_until_it_comes() -> None:
    shop = Shop(250)
    assert _shown(shop.model, 3) == WAITING
    assert _shown(shop.model, 7) == WAITING
    assert shop.asked == [0]
    shop.answer()
    assert _shown(shop.model, 3) == "row 3"
    assert shop.asked == [0]


def test_an_answer_to_an_older_question_is_not_taken() -> None:
    shop = Shop(250)
    shop.model.data(shop.model.index(0, 0))
    shop.model.set_ids(array("q", range(500, 700)))
    shop.answer("old")
    assert _shown(shop.model, 0) == WAITING


def test_what_was_seen_stays_until_the_fresh_page_comes() -> None:
    shop = Shop(250)
    shop.model.data(shop.model.index(0, 0))
    shop.answer("before")
    shop.model.set_ids(array("q", [5, 3, 400]))
    assert _shown(shop.model, 0) == "before 5"
    assert _shown(shop.model, 2) == WAITING
    shop.answer("after")
    assert _shown(shop.model, 0) == "after 5"
    shop.model.forget_pages()
    assert _shown(shop.model, 0) == "after 5"
    shop.answer("later")
    assert _shown(shop.model, 0) == "later 5"


def test_a_question_that_failed_may_be_asked_again() -> None:
    shop = Shop(50)
    shop.model.data(shop.model.index(0, 0))
    shop.model.stop_waiting(0)
    shop.model.data(shop.model.index(0, 0))
    assert shop.asked == [0, 0]


def test_a_row_that_is_gone_is_blank() -> None:
    shop = Shop(2)
    shop.model.data(shop.model.index(0, 0))
    shop.model.put_page(0, array("q", [0, 1]), ["here", None])
    assert _shown(shop.model, 0) == "here"
    assert _shown(shop.model, 1) == ""


def test_only_fifty_pages_are_kept() -> None:
    shop = Shop(MILLION)
    for page in range(60):
        shop.model.data(shop.model.index(page * PAGE, 0))
        shop.answer()
    shop.asked.clear()
    shop.model.data(shop.model.index(0, 0))
    shop.model.data(shop.model.index(59 * PAGE, 0))
    assert shop.asked == [0]


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[tuple[Shop, RowTableView[str]]]:
    """A million rows on screen."""
    shop = Shop(MILLION)
    table = RowTableView(shop.model, "Rows", empty_text="Nothing")
    qtbot.addWidget(table)
    table.resize(600, 800)
    table.show()
    qtbot.waitExposed(table)
    shop.model.row_at(0)
    shop.answer()
    yield shop, table


def test_jumping_to_the_end_of_a_million_rows_asks_for_at_most_three_pages(
    view: tuple[Shop, RowTableView[str]], qtbot: QtBot
) -> None:
    shop, table = view
    shop.asked.clear()
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bool(shop.asked))
    qtbot.wait(50)
    assert len(shop.asked) <= 3
    assert max(shop.asked) == MILLION // PAGE - 1
    shop.answer()
    assert table.chosen_id() == MILLION - 1
    assert table.chosen_row() == f"row {MILLION - 1}"


def test_the_chosen_row_stays_chosen_when_the_list_changes(
    view: tuple[Shop, RowTableView[str]], qtbot: QtBot
) -> None:
    shop, table = view
    assert table.choose_id(42)
    told: list[object] = []
    table.chosen.connect(told.append)
    fresh = array("q", range(30, 90))
    table.keep_ids(lambda: shop.model.set_ids(fresh))
    assert table.chosen_id() == 42
    assert table.currentIndex().row() == 12
    table.keep_ids(lambda: shop.model.set_ids(array("q", range(60, 90))))
    assert table.chosen_id() is None
    assert told[-1] is None


def test_enter_opens_the_row_and_copying_takes_all_of_it(
    view: tuple[Shop, RowTableView[str]], qtbot: QtBot
) -> None:
    _, table = view
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.choose_id(5)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [5]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "row 5\t5"


def test_widths_and_order_of_columns_come_back(
    view: tuple[Shop, RowTableView[str]], qtbot: QtBot
) -> None:
    _, table = view
    table.horizontalHeader().moveSection(0, 1)
    table.setColumnWidth(1, 333)
    kept = table.header_state()
    other = RowTableView(Shop(10).model, "Rows")
    qtbot.addWidget(other)
    other.restore_header(kept)
    assert other.columnWidth(1) == 333
    assert other.first_column() == 1


def test_a_struck_row_says_so(qapp: QApplication) -> None:
    shop = Shop(10)
    shop.model.data(shop.model.index(0, 0))
    shop.answer()
    assert [row for row in range(10) if shop.model.is_struck(row)] == [4]
    assert shop.model.index(4, 0).data(ROW_ROLE) == "row 4"
    assert shop.model.rowCount(QModelIndex()) == 10
