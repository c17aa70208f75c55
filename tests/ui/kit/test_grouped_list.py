"""A list in groups: the keyboard comes to every row and never to a heading."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.kit.grouped_list import GroupedList


@dataclass(frozen=True, slots=True)
class Line:
    """A number to choose, or a heading."""

    spoken: str
    choice: int | None = None


HEAD, NEXT = Line("group"), Line("next group")
ROWS = [HEAD, Line("one", 1), Line("two", 2), NEXT, Line("three", 3)]


class Lines(GroupedList[Line, int]):
    """Rows as plain as can be."""

    heading_height = 36
    row_height = 30

    def paint_heading(self, painter: QPainter, box: QRectF, row: Line) -> None:
        painter.drawText(box, row.spoken)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: Line,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        painter.drawText(box, row.spoken)


@pytest.fixture
def lines(qtbot: QtBot) -> Lines:
    """The list in sight, with two groups."""
    shown = Lines("Lines")
    qtbot.addWidget(shown)
    shown.put(ROWS)
    shown.resize(200, 400)
    shown.show()
    return shown


def _come(lines: Lines, keys: Sequence[Qt.Key], qtbot: QtBot) -> list[int]:
    told: list[int] = []
    lines.chosen_changed.connect(told.append)
    for key in keys:
        qtbot.keyClick(lines, key)
    return told


def test_the_model_keeps_the_rules_of_qt(
    lines: Lines, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(lines.model())


def test_arrows_walk_over_the_headings(lines: Lines, qtbot: QtBot) -> None:
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    assert _come(lines, [down, down, down, down], qtbot) == [1, 2, 3]
    assert _come(lines, [up, up, up], qtbot) == [2, 1]
    assert lines.chosen() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_PageUp])
def test_no_key_comes_to_a_heading(lines: Lines, key: Qt.Key, qtbot: QtBot) -> None:
    lines.choose(3)
    _come(lines, [key], qtbot)
    assert lines.row_at(lines.currentIndex()) is not None


def test_the_choice_stays_with_its_row_and_is_not_told(
    lines: Lines, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(lines.chosen_changed):
        lines.choose(3)
        lines.put([NEXT, Line("three, late", 3), Line("four", 4)])
    assert lines.chosen() == 3
    assert lines.currentIndex().row() == 1


def test_what_is_chosen_before_it_is_there_is_marked_when_it_comes(
    lines: Lines,
) -> None:
    lines.choose(9)
    assert not lines.currentIndex().isValid()
    assert not lines.has_choice(9)
    lines.put([*ROWS, Line("nine", 9)])
    assert lines.currentIndex().row() == len(ROWS)


def test_what_is_chosen_stays_in_sight_when_the_list_gets_shorter(
    lines: Lines, qtbot: QtBot
) -> None:
    lines.put([HEAD, *(Line(f"row {number}", number) for number in range(1, 31))])
    lines.resize(200, 600)
    lines.choose(18)
    lines.resize(200, 150)
    box = lines.visualRect(lines.currentIndex())
    assert lines.viewport().rect().contains(box)
