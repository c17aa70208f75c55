"""Presses keys as a keyboard does: at the window, not at a widget of it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

FINGERS_MS = 90
"""A fast typist."""


def press(key: Qt.Key, text: str = "", *, ms: int = -1) -> None:
    """One key of whatever window has the keyboard, ``ms`` after the one before."""
    window = QApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    if ms > 0:
        QTest.qWait(ms)
    none = Qt.KeyboardModifier.NoModifier
    for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
        QTest.sendKeyEvent(action, window, key, text, none)


def type_signs(signs: str, *, ms: int = FINGERS_MS) -> None:
    """One sign after the other."""
    for sign in signs:
        upper = ord(sign.upper()[0])
        key = Qt.Key(upper) if upper < 128 else Qt.Key.Key_unknown
        press(key, sign, ms=ms)


def scan(code: str, *, ms: int = -1, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """What a scanner sends for a code; by itself faster than any computer is busy."""
    type_signs(code, ms=ms)
    press(end, "\r", ms=ms)


class StampedKeys:
    """Keys that say themselves when they were pressed, however busy the computer is."""

    def __init__(self) -> None:
        self._at = 1_000

    def scan(self, code: str, *, before_end: int = 1) -> None:
        """A code, and its end so many milliseconds behind the last sign."""
        self.type_signs(code)
        self._press(Qt.Key.Key_Return, "\r", before_end)

    def type_signs(self, signs: str, *, before: int = 1) -> None:
        """Signs a millisecond apart, the first so many behind what was before."""
        for sign in signs:
            self._press(Qt.Key(ord(sign)), sign, before)
            before = 1

    def _press(self, key: Qt.Key, text: str, after: int) -> None:
        window = QApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        self._at += after
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, none, text)
        event.setTimestamp(self._at)
        QApplication.sendEvent(window, event)
