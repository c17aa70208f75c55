"""A line that takes what was pasted or composed as it was meant."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

_BREAKS = re.compile(r"[ \t]*[\r\n\v\f\u0085\u2028\u2029]+[ \t]*|\t+")
_HALF_WIDTH = {0x3000: " ", 0x3002: ".", 0x2212: "-"} | {
    full: chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)
}
"""Full-width letters, digits and signs, and the full stop of a Chinese keyboard."""


def one_line(text: str) -> str:
    """``text`` on one line: breaks and tabs become spaces, none at the ends."""
    if not _BREAKS.search(text):
        return text
    return _BREAKS.sub(" ", text.strip("\r\n\v\f\t\u0085\u2028\u2029"))


def half_width(text: str) -> str:
    """``text`` with full-width digits, letters and signs as ordinary ones."""
    return text.translate(_HALF_WIDTH)


_PADDING = 12
"""What the style sheet keeps free at each end of a line, with its border."""


_OF_THE_LINE = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
"""Every other key with Ctrl and a letter is a shortcut of the page, if it has one."""


class _Cleaner(QValidator):
    def __init__(self, parent: QWidget, *, is_code: bool) -> None:
        super().__init__(parent)
        self._is_code = is_code

    def validate(self, text: str, position: int) -> object:
        cleaned = half_width(one_line(text)) if self._is_code else one_line(text)
        if cleaned == text:
            return QValidator.State.Acceptable, text, position
        after = len(text) - position
        return QValidator.State.Acceptable, cleaned, max(0, len(cleaned) - after)


class TypedLine(QLineEdit):
    """One line; ``is_code`` for numbers, rooms, telephones, amounts and times, in
    which full-width signs become ordinary ones.

    Nothing that a program puts in interrupts the composing of a character, and no key
    of the page is lost here: some desktops empty a line with Ctrl+U, or go to its end
    with Ctrl+E.
    """

    composed = Signal()
    """An input method has ended composing."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        is_code: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self.setValidator(_Cleaner(self, is_code=is_code))
        self._is_composing = False
        self._held: str | None = None
        self._is_at_home = False
        self._hints: tuple[str, ...] = ()

    def hint(self, *texts: str) -> None:
        """What may be typed, said as fully as there is room: the longest first."""
        self._hints = texts
        self._choose_hint()

    def _choose_hint(self) -> None:
        if not self._hints:
            return
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right() - 2 * _PADDING
        metrics = self.fontMetrics()
        fitting = (t for t in self._hints if metrics.horizontalAdvance(t) <= room)
        self.setPlaceholderText(next(fitting, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_hint()

    def become_code(self) -> None:
        """From now on full-width signs become ordinary ones."""
        self.setValidator(_Cleaner(self, is_code=True))

    def put(self, text: str) -> None:
        """Show ``text``; while a character is composed here it waits, and gives way to
        what is typed then.
        """
        if self._is_composing:
            self._held = text
            return
        self.setText(text)
        if not self.hasFocus():
            # What is too long for the line is read from its beginning.
            self.home(False)
            self._is_at_home = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        is_pressed = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._is_at_home and not is_pressed and not self.hasSelectedText():
            self.end(False)
        self._is_at_home = False

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)
            and not any(event.matches(key) for key in _OF_THE_LINE)
        ):
            event.ignore()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        before = self.text()
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())
        if self._is_composing:
            return
        held, self._held = self._held, None
        if held is not None and self.text() == before:
            self.setText(held)
        self.composed.emit()
