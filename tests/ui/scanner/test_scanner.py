"""A scanner's code is taken whole wherever the keyboard is; what a person types is
left alone.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.scanner.pressing import StampedKeys, press, scan, type_signs
from ui.kit.button import Button
from ui.scanner.burst import GAP_MS, HOLD_MS
from ui.scanner.scanner import Misread, Scanner

NUMBER = "WX260302-001"


class Desk(QWidget):
    """A field, a button with a letter as its key, and what was heard."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.button = Button("Start", keys="W")
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)
        self.entered = 0
        self.field.returnPressed.connect(self._enter)
        self.heard: list[str] = []
        self.scanner = Scanner(self)
        self.scanner.prefix = "WX"
        self.scanner.scanned.connect(self._hear)
        self.scanner.misread.connect(lambda why, _: self.heard.append(why.value))

    def _enter(self) -> None:
        self.entered += 1

    def _hear(self, codes: tuple[object, ...]) -> None:
        code = codes[0]
        self.heard.append(f"{code.number}/{code.copy_no}")  # type: ignore[attr-defined]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A window that has the keyboard, which is in its field."""
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is made.windowHandle())
    made.field.setFocus()
    return made


def test_a_code_never_reaches_the_field_nor_does_its_enter(
    desk: Desk, qtbot: QtBot
) -> None:
    type_signs("ab")
    qtbot.wait(2 * HOLD_MS)
    scan(f"{NUMBER}/4")
    assert desk.heard == [f"{NUMBER}/4"]
    qtbot.wait(2 * HOLD_MS)
    assert desk.field.text() == "ab"
    assert desk.entered == 0


@pytest.mark.parametrize("at", [1, 2, 4, len(NUMBER) - 4])
def test_a_scanner_that_stumbles_leaves_nothing_in_the_field(
    at: int, desk: Desk, qtbot: QtBot
) -> None:
    desk.field.setText("ab")
    type_signs(NUMBER[:at], ms=-1)
    qtbot.waitUntil(lambda: desk.field.text() == f"ab{NUMBER[:at]}", timeout=500)
    scan(NUMBER[at:])
    assert desk.heard == [f"{NUMBER}/None"]
    assert desk.field.text() == "ab"


def test_a_code_that_is_torn_twice_is_put_together(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setText("ab")
    for part in (NUMBER[:6], NUMBER[6:8]):
        type_signs(part, ms=-1)
        qtbot.wait(2 * HOLD_MS)
    scan(f"{NUMBER[8:]}/2")
    assert desk.heard == [f"{NUMBER}/2"]
    assert desk.field.text() == "ab"


@pytest.mark.parametrize("parts", [(NUMBER,), (NUMBER[:5], NUMBER[5:])])
@pytest.mark.parametrize("is_let_go", [True, False])
def test_a_scanner_that_stumbles_before_its_end_leaves_nothing_in_the_field(
    parts: tuple[str, ...], is_let_go: bool, desk: Desk, qtbot: QtBot
) -> None:
    desk.field.setText("ab")
    keys = StampedKeys()
    for part in parts:
        keys.type_signs(part, before=GAP_MS + 1)
        if is_let_go:
            qtbot.wait(3 * HOLD_MS)
    keys.scan("", before_end=GAP_MS + 1)
    assert desk.heard == [f"{NUMBER}/None"]
    assert desk.field.text() == "ab"
    assert desk.entered == 0


def test_a_number_of_fast_fingers_is_no_scan(desk: Desk) -> None:
    keys = StampedKeys()
    for at in range(0, len(NUMBER), 2):
        keys.type_signs(NUMBER[at : at + 2], before=GAP_MS + 1)
    keys.scan("", before_end=GAP_MS + 1)
    assert desk.heard == []
    assert desk.field.text() == NUMBER
    assert desk.entered == 1


def test_what_fingers_type_arrives_whole_and_its_enter_too(desk: Desk) -> None:
    type_signs(NUMBER)
    press(Qt.Key.Key_Return, "\r", ms=90)
    assert desk.field.text() == NUMBER
    assert desk.entered == 1
    assert desk.heard == []


def test_keys_that_roll_over_each_other_are_still_typing(
    desk: Desk,
) -> None:
    type_signs("abcd", ms=-1)
    press(Qt.Key.Key_Return, "\r", ms=5)
    assert desk.field.text() == "abcd"
    assert desk.entered == 1


def test_a_key_that_is_a_command_waits_and_then_commands(
    desk: Desk, qtbot: QtBot
) -> None:
    pressed: list[bool] = []
    desk.button.clicked.connect(lambda: pressed.append(True))
    extra = QShortcut(QKeySequence("E"), desk)
    extra.activated.connect(lambda: pressed.append(True))
    desk.button.setFocus()
    scan(NUMBER)
    assert desk.heard == [f"{NUMBER}/None"]
    assert pressed == []
    type_signs("we")
    qtbot.waitUntil(lambda: len(pressed) == 2)


def test_a_digit_typed_at_the_very_moment_of_a_scan_is_typed(desk: Desk) -> None:
    type_signs("12", ms=-1)
    scan(f"{NUMBER}/2")
    assert desk.heard == [f"{NUMBER}/2"]
    assert desk.field.text() == "12"


def test_two_scans_at_once_are_both_taken_in_order(desk: Desk) -> None:
    scan(f"{NUMBER}/2")
    scan("WX260302-002/4")
    assert desk.heard == [f"{NUMBER}/2", "WX260302-002/4"]


def test_a_second_enter_of_the_scanner_enters_nothing(desk: Desk) -> None:
    scan(NUMBER)
    press(Qt.Key.Key_Return, "\r")
    assert desk.entered == 0


def test_tab_ends_a_code_as_enter_does(desk: Desk) -> None:
    scan(NUMBER, end=Qt.Key.Key_Tab)
    assert desk.heard == [f"{NUMBER}/None"]
    assert desk.field.hasFocus()


def test_a_line_feed_ends_a_code_too(desk: Desk) -> None:
    type_signs(NUMBER, ms=-1)
    press(Qt.Key.Key_unknown, "\n")
    assert desk.heard == [f"{NUMBER}/None"]


def test_a_foreign_keyboard_is_understood_or_said(desk: Desk) -> None:
    azerty = str.maketrans("WX0123456789-/", "ZXà&é\"'(-è_ç)!")
    scan(f"{NUMBER}/4".translate(azerty))
    scan("ж260302ж001")
    scan("NOT-A-SLIP")
    assert desk.heard == [f"{NUMBER}/4", Misread.LAYOUT.value, Misread.NO_SLIP.value]
    assert desk.field.text() == ""


def _method(field: QLineEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def _composes_all(field: QLineEdit) -> None:
    for end in range(1, len(NUMBER) + 1):
        _method(field, NUMBER[:end].lower())
    _method(field, "", NUMBER.lower())


def _commits_wide_signs(field: QLineEdit) -> None:
    for sign in NUMBER:
        _method(field, "", chr(ord(sign) + 0xFEE0))
    press(Qt.Key.Key_Return, "\r")


def _commits_the_letters_first(field: QLineEdit) -> None:
    for preedit in ("w", "wx"):
        _method(field, preedit)
    _method(field, "", "WX")
    scan(NUMBER[2:])


@pytest.mark.parametrize(
    "method", [_composes_all, _commits_wide_signs, _commits_the_letters_first]
)
def test_a_code_is_taken_from_an_input_method(
    method: Callable[[QLineEdit], None], desk: Desk, qtbot: QtBot
) -> None:
    desk.field.setText("已")
    method(desk.field)
    qtbot.waitUntil(lambda: desk.heard == [f"{NUMBER}/None"])
    assert desk.field.text() == "已"


def test_characters_composed_of_a_code_are_taken_out_and_said(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.field.setText("已")
    for preedit in ("w", "wx"):
        _method(desk.field, preedit)
    _method(desk.field, "", "无线")
    scan("60302-001")
    assert desk.heard == [Misread.INPUT_METHOD.value]
    assert desk.field.text() == "已"


def test_what_a_person_composes_arrives(desk: Desk, qtbot: QtBot) -> None:
    for preedit in ("s", "sh", "shui"):
        _method(desk.field, preedit)
        qtbot.wait(90)
    _method(desk.field, "", "水")
    _method(desk.field, "", "１")
    qtbot.waitUntil(lambda: desk.field.text() == "水１")
    assert desk.heard == []
