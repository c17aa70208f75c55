"""A line whose letters narrow the list under it; the keyboard never leaves it.

Letters count while an input method still composes them, so nobody has to switch it off
to type initials.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent

from ui.kit.icon import draw_icon
from ui.kit.painting import text_width, with_gaps
from ui.kit.typed_line import TypedLine
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, typeface

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}


class FilterLine(TypedLine):
    """``hint`` stands at the right while there is room for it."""

    narrowed = Signal(str)
    """What the list is narrowed to, with what is being composed."""
    stepped = Signal(int)
    ticked = Signal()
    """The space bar: the marked row too, and on with the next."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(is_code=True)
        self._hint = hint
        self._composed = ""
        self._takes_space = True
        self.setAccessibleName(name)
        self.setTextMargins(26, 0, 0, 0)
        self.textChanged.connect(lambda _: self._tell())

    def take_spaces(self, takes: bool) -> None:
        """Whether the space bar ticks."""
        self._takes_space = takes

    def wanted(self) -> str:
        """What the list is narrowed to."""
        return (self.text() + self._composed).strip()

    def _tell(self) -> None:
        self.narrowed.emit(self.wanted())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Some put marks between the syllables they have guessed.
        self._composed = event.preeditString().replace("'", "").replace(" ", "")
        super().inputMethodEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Space and self._takes_space:
            self.ticked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = tokens()
        painter = QPainter(self)
        middle = self.height() / 2
        draw_icon(painter, "search", 12, middle - 8, 16, colours.text_third)
        font = typeface(CAPTION)
        hint = with_gaps(self._hint)
        left = self.width() - text_width(hint, font) - 12
        used = 46 + text_width(self.text() + self._composed, self.font())
        if left > used:
            painter.setFont(font)
            painter.setPen(colours.text_second)
            at = painter.fontMetrics()
            y = middle + (at.ascent() - at.descent()) / 2
            painter.drawText(int(left), int(y), hint)
