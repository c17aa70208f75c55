"""A line to look for words in: a glass at the left, its key at the right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from ui.kit.field import Field
from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, fill_box, text_width
from ui.kit.typed_line import TypedLine
from ui.theme.theme import tokens
from ui.theme.typeface import KEYCAP, typeface

_ONWARD = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)
"""The keys that go on to what was found."""


class _Line(TypedLine):
    left = Signal()

    def __init__(self, keycap: str) -> None:
        super().__init__()
        self._keycap = keycap
        self._keycap_width = int(text_width(keycap, typeface(KEYCAP))) + 12
        self.setTextMargins(26, 0, self._keycap_width + 6, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif key in _ONWARD:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = tokens()
        painter = QPainter(self)
        middle = self.height() / 2
        draw_icon(painter, "search", 12, middle - 8, 16, colours.text_third)
        box = QRectF(
            self.width() - self._keycap_width - 9, middle - 9, self._keycap_width, 18
        )
        fill_box(painter, box, 4, None, colours.line_strong)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(
            painter, box, self._keycap, typeface(KEYCAP), colours.text_second, centre
        )


class SearchField(Field):
    """Words to look for; ``keys`` brings the keyboard here.

    Esc takes the words away; Down, Enter and a second Esc go on to what was found.
    """

    is_wide = True

    left = Signal()
    """The keyboard is to go on to what was found."""

    def __init__(
        self, keys: str, placeholder: str, parent: QWidget | None = None
    ) -> None:
        self.line = _Line(keys.replace("+", " "))
        super().__init__(self.line, parent)
        self.ask_for(placeholder)
        self.line.textEdited.connect(lambda _: self.edited.emit())
        self.line.left.connect(self.left)
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self.come_here())

    def ask_for(self, placeholder: str) -> None:
        """Say what may be looked for."""
        self.line.hint(placeholder, self.tr("Search"))
        self.line.setAccessibleName(placeholder)

    def value(self) -> str:
        return " ".join(self.line.text().split())

    def set_value(self, value: str | None) -> None:
        self.line.put(value or "")

    def come_here(self) -> None:
        """Bring the keyboard here; what stands here is typed over."""
        self.line.setFocus()
        self.line.selectAll()
