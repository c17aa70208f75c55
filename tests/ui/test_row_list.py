"""A list asks for its first page at once, for the rest on a lane of its own."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.kit.column import Column
from ui.kit.row_table_model import PAGE, RowTableModel
from ui.kit.row_table_view import RowTableView
from ui.row_list import RowList
from ui.tasks import Job, Lane
from ui.work import Work


@dataclass(frozen=True)
class Thing:
    """A row."""

    id: int
    word: str = "word"


class Shelf:
    """Things that a list asks for; notes every question with its lane."""

    def __init__(self, work: Work) -> None:
        self.ids = list(range(1_000))
        self.asked: list[str] = []
        self.lanes: list[Lane] = []
        work.tasks.job_started.connect(self._note)

    def _note(self, job: Job) -> None:
        self.lanes.append(job.lane)

    def first(self, _session: Any, _desk: Any, _: str, count: int) -> list[Thing]:
        self.asked.append("first")
        return [Thing(row_id) for row_id in self.ids[:count]]

    def find(self, _session: Any, _desk: Any, _: str) -> "array[int]":
        self.asked.append("ids")
        return array("q", self.ids)

    def load(self, _session: Any, _desk: Any, ids: Sequence[int]) -> list[Thing]:
        self.asked.append("page")
        return [Thing(row_id) for row_id in ids]


@dataclass
class Place:
    """A list with its shelf and table."""

    shelf: Shelf
    table: RowTableView[Thing]
    filling: RowList[Thing, str]


@pytest.fixture
def place(work: Work, qtbot: QtBot) -> Iterator[Place]:
    """A list on screen that was asked nothing yet."""
    shelf = Shelf(work)
    model: RowTableModel[Thing] = RowTableModel(
        [Column("id", "Id", lambda row: str(row.id))]
    )
    table = RowTableView(model, "Things")
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(300, 400)
    table.show()
    filling: RowList[Thing, str] = RowList(
        work, table, model, shelf.find, shelf.load, frozenset({"thing"}), shelf.first
    )
    yield Place(shelf, table, filling)


def test_the_first_page_is_there_before_the_rest_is_asked_for(
    place: Place, qtbot: QtBot
) -> None:
    shown: list[tuple[list[str], int]] = []
    place.filling.shown.connect(
        lambda: shown.append((list(place.shelf.asked), place.table.row_count()))
    )
    place.filling.ask("all")
    qtbot.waitUntil(lambda: place.filling.count == 1_000)
    assert shown == [(["first"], PAGE)]
    assert place.shelf.asked == ["first", "ids"]
    assert place.shelf.lanes == [Lane.READ, Lane.IDS]
    assert place.table.row_count() == 1_000


def test_a_list_that_fits_on_its_first_page_asks_nothing_more(
    place: Place, qtbot: QtBot
) -> None:
    del place.shelf.ids[7:]
    place.filling.ask("few")
    qtbot.waitUntil(lambda: place.filling.count == 7)
    assert place.shelf.asked == ["first"]


def test_the_rest_comes_without_moving_what_is_seen(place: Place, qtbot: QtBot) -> None:
    place.filling.shown.connect(lambda: place.table.choose_id(60))
    resets: list[bool] = []
    place.table.model().modelReset.connect(lambda: resets.append(True))
    place.filling.ask("all")
    qtbot.waitUntil(lambda: place.filling.count == 1_000)
    assert resets == [True], "only the first page begins the list anew"
    assert place.table.chosen_id() == 60
    assert place.table.verticalScrollBar().value() > 0


def test_changes_that_follow_each_other_are_answered_by_one_more_question(
    place: Place, work: Work, qtbot: QtBot
) -> None:
    place.filling.ask("all")
    qtbot.waitUntil(lambda: place.filling.count == 1_000)
    place.table.choose_id(500)
    place.shelf.asked.clear()
    place.shelf.ids.insert(0, 5_000)
    for _ in range(10):
        work.changed.emit(frozenset({"thing"}))
    work.changed.emit(frozenset({"other"}))
    qtbot.waitUntil(lambda: place.filling.count == 1_001)
    qtbot.wait(50)
    assert place.shelf.asked.count("ids") == 2
    assert place.table.chosen_id() == 500
    assert place.table.currentIndex().row() == 501


def test_a_list_nobody_sees_asks_when_it_is_seen_again(
    place: Place, work: Work, qtbot: QtBot
) -> None:
    place.filling.ask("all")
    qtbot.waitUntil(lambda: place.filling.count == 1_000)
    place.table.hide()
    asked = len(place.shelf.asked)
    place.shelf.ids.pop()
    work.changed.emit(frozenset({"thing"}))
    work.changed.emit(frozenset({"thing"}))
    qtbot.wait(50)
    assert len(place.shelf.asked) == asked
    place.table.show()
    qtbot.waitUntil(lambda: place.filling.count == 999)
    assert place.shelf.asked[asked:].count("ids") == 1


def test_a_change_while_the_first_page_is_under_way_is_not_missed(
    place: Place, work: Work, qtbot: QtBot
) -> None:
    del place.shelf.ids[3:]
    place.filling.ask("few")
    place.shelf.ids.append(99)
    work.changed.emit(frozenset({"thing"}))
    qtbot.waitUntil(lambda: place.filling.count == 4)


def test_a_row_that_was_left_is_stood_on_again(place: Place, qtbot: QtBot) -> None:
    place.filling.ask("all", choose=740, top=735)
    qtbot.waitUntil(lambda: place.table.chosen_id() == 740)
    assert place.table.top_id() == 735


def test_the_answer_to_an_older_question_is_dropped(place: Place, qtbot: QtBot) -> None:
    place.filling.ask("all")
    del place.shelf.ids[2:]
    place.filling.ask("few")
    qtbot.waitUntil(lambda: place.filling.count == 2)
    qtbot.wait(30)
    assert place.table.row_count() == 2
