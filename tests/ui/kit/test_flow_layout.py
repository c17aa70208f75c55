"""How parts of a form stand where a line is long, short, or has a problem in it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.flow_layout import FlowLayout


def _part(wide: int, high: int = 36) -> QWidget:
    part = QWidget()
    part.setMinimumSize(wide, high)
    part.resize(wide, high)
    return part


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """What the parts stand in."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _stand(
    holder: QWidget, width: int, parts: list[QWidget], *, is_even: bool = False
) -> FlowLayout:
    flow = FlowLayout(holder, 8, is_even=is_even)
    for part in parts:
        flow.addWidget(part)
    holder.resize(width, 300)
    holder.show()
    flow.activate()
    return flow


@pytest.mark.parametrize(("width", "rows"), [(424, 1), (330, 2), (210, 2), (150, 4)])
def test_four_copies_stand_four_two_or_one_to_a_line_but_never_three_and_one(
    holder: QWidget, width: int, rows: int
) -> None:
    copies = [_part(100, 54) for _ in range(4)]
    _stand(holder, width, copies, is_even=True)
    tops = [copy.y() for copy in copies]
    assert len(set(tops)) == rows
    assert {tops.count(top) for top in tops} == {4 // rows}
    assert len({copy.width() for copy in copies}) == 1
    assert max(copy.geometry().right() for copy in copies) <= width


def test_a_word_goes_to_the_next_line_with_its_field(holder: QWidget) -> None:
    first, word, field = _part(100), _part(40), _part(100)
    flow = _stand(holder, 200, [first, word, field])
    assert word.y() == first.y()
    flow.lead(word)
    flow.invalidate()
    flow.activate()
    assert word.y() == field.y() > first.y()


def test_a_widened_field_takes_what_is_left_of_its_line(holder: QWidget) -> None:
    first, field = _part(100), _part(50)
    flow = _stand(holder, 300, [first, field])
    assert field.width() == 50
    flow.widen(field)
    flow.invalidate()
    flow.activate()
    assert field.geometry().right() == 299


def test_a_problem_under_one_field_moves_no_other(holder: QWidget) -> None:
    field, word, with_problem = _part(100), _part(40, 32), _part(100, 60)
    _stand(holder, 400, [field, word, with_problem])
    assert field.y() == with_problem.y() == 0
    assert word.y() == 2
