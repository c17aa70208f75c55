"""The line for a fast hand: what is understood of it is marked while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from app.one_line import OneLine, Part, PartKind
from ui.kit.button import Button, Look
from ui.kit.field import Field
from ui.kit.icon import draw_icon
from ui.kit.layout import row
from ui.kit.painting import draw_text, fill_box, text_width
from ui.kit.typed_line import TypedLine
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, OBJECT, typeface
from ui.words import word

HEIGHT = 72
_MARGIN_BELOW = 26
_PICTURE = 20


class _Line(TypedLine):
    """Paints a mark and a word under each part; they follow the text as it scrolls."""

    focus_moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Part] = ()
        self._composed = ""
        self.setFont(typeface(OBJECT))
        # Of the sheet for lines only the colours of text and selection stay.
        self.setStyleSheet(
            "QLineEdit, QLineEdit:focus { background: transparent; border: none; "
            f"padding: 0; font-size: {OBJECT}px; min-height: 0; max-height: 999px; }}"
        )
        self.setTextMargins(0, 0, 0, _MARGIN_BELOW)
        self.setFixedHeight(HEIGHT - 8)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.parts:
            return
        colours = tokens()
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        typed = self.text()
        at = self.cursorPosition()
        # The rectangle of the cursor is nine px wider than the cursor.
        begin = self.cursorRect().x() + 5 - metrics.horizontalAdvance(typed[:at])
        composed = metrics.horizontalAdvance(self._composed)
        begin -= composed
        base = self.height() - _MARGIN_BELOW + 1
        named: set[PartKind] = set()
        free_from = -1000.0
        for part in self.parts:
            ink = colours.bad if part.kind is PartKind.URGENCY else colours.accent
            left = begin + metrics.horizontalAdvance(typed[: part.start])
            right = begin + metrics.horizontalAdvance(typed[: part.end])
            left += composed if part.start >= at else 0
            right += composed if part.end > at else 0
            painter.fillRect(QRectF(left, base, right - left, 2), QColor(ink))
            if part.kind in named:
                continue
            named.add(part.kind)
            text, font = word(part.kind), typeface(CAPTION)
            x = max(left, free_from)
            width = text_width(text, font)
            free_from = x + width + 8
            draw_text(painter, QRectF(x, base + 4, width + 1, 18), text, font, ink)


class _Box(QWidget):
    """The ground of the line: one size for focus and rest."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line
        line.focus_moved.connect(self.update)
        self.setFixedHeight(HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        edge, width = colours.field, 1.0
        if self.property("wrong"):
            edge, width = colours.bad, 2.0
        elif self._line.hasFocus():
            edge, width = colours.accent, 2.0
        fill_box(painter, QRectF(self.rect()), 8, colours.surface, edge, width)
        draw_icon(painter, "phone-incoming", 16, 16, _PICTURE, colours.accent)


class OneLineEntry(Field):
    """A call in one line, such as ``3-1502 厨房漏水 急``."""

    careful_wanted = Signal()
    """Rather field by field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.line = _Line()
        box = _Box(self.line)
        super().__init__(box, parent)
        self.careful = Button(self.tr("Check field by field"), Look.QUIET, keycap="Tab")
        self.careful.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.careful.clicked.connect(self.careful_wanted)
        self.line.hint(
            self.tr("Room or place, what is wrong, urgent: 3-1502 厨房漏水 急"),
            self.tr("3-1502 厨房漏水 急"),
        )
        across = row(self.line, self.careful, spacing=8, margins=(48, 4, 12, 4), on=box)
        across.setStretch(0, 1)
        self.setFocusProxy(self.line)
        box.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _: self.edited.emit())

    def show_marks(self, line: OneLine) -> None:
        """Mark what was understood of the text that stands there."""
        self.line.parts = line.parts
        self.line.setAccessibleDescription(
            "，".join(dict.fromkeys(word(part.kind) for part in line.parts))
        )
        self.line.update()

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: str | None) -> None:
        self.line.put(value or "")
        self.line.parts = ()

    def clear(self) -> None:
        # What is being composed goes too: the call was issued or thrown away.
        self.line.clear()
        super().clear()

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self.line.setAccessibleName(name)
