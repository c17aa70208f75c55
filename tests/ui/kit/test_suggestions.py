"""Names are offered by their characters and by their pinyin."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.kit.fields import TextField

NAMES = ("韩永军（演示）", "马国强（演示）", "何永昌（演示）")


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    """A shown field with the keyboard."""
    made = TextField()
    qtbot.addWidget(made)
    made.suggest(NAMES)
    made.show()
    qtbot.waitExposed(made)
    made.line.setFocus()
    return made


def _offered(field: TextField) -> list[str]:
    model = field.line.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("han", NAMES[:1]),
        ("hyj", NAMES[:1]),
        ("永", (NAMES[0], NAMES[2])),
        ("zhou", ()),
    ],
)
def test_characters_pinyin_and_initials_offer_a_name(
    field: TextField, qtbot: QtBot, typed: str, meant: tuple[str, ...]
) -> None:
    if typed.isascii():
        qtbot.keyClicks(field.line, typed)
    else:
        field.line.setText(typed)
        field.line.textEdited.emit(typed)
    assert tuple(_offered(field)) == meant


def test_letters_that_mean_one_name_become_it(field: TextField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "mgq")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == NAMES[1]


def test_what_means_several_or_nobody_stays_as_typed(
    field: TextField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.line, "h")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == "h"
    field.line.setText("zhou")
    field.line.editingFinished.emit()
    assert field.value() == "zhou"
