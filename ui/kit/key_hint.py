"""Keys of a page with what they do, in one line: as many as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QWidget,
)

from ui.kit.icon import draw_icon
from ui.kit.layout import row
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, KEYCAP, typeface

HEIGHT = 32
_SIDE = 6
_GAP = 6


@dataclass(frozen=True, slots=True)
class Hint:
    """One key; ``id`` says what is meant when it is clicked (empty: only told)."""

    id: str
    keycap: str
    text: str
    icon_name: str = ""


class KeyHint(QAbstractButton):
    """A keycap and its word; the mouse may press it, the keyboard has the key."""

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        self.hint = hint
        self.setText(hint.text)
        self.setAccessibleName(hint.text)
        self.setAccessibleDescription(hint.keycap)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(bool(hint.id))
        if hint.id:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _keycap_width(self) -> float:
        return max(18.0, text_width(self.hint.keycap, typeface(KEYCAP)) + 10)

    def sizeHint(self) -> QSize:
        word = text_width(with_gaps(self.hint.text), typeface(CAPTION))
        icon = 20 if self.hint.icon_name else 0
        width = 2 * _SIDE + self._keycap_width() + _GAP + icon + word + 1
        return QSize(int(width) + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            fill_box(painter, QRectF(self.rect()), 6, colours.hover)
        box = QRectF(_SIDE, self.height() / 2 - 9, self._keycap_width(), 18)
        fill_box(painter, box, 4, None, colours.line_strong)
        centre = Qt.AlignmentFlag.AlignHCenter
        font = typeface(KEYCAP)
        draw_text(painter, box, self.hint.keycap, font, colours.text_second, centre)
        left = box.right() + _GAP
        if self.hint.icon_name:
            middle = self.height() / 2
            name = self.hint.icon_name
            draw_icon(painter, name, left, middle - 8, 16, colours.text_second)
            left += 20
        place = QRectF(left, 0, self.width() - left - _SIDE + 1, self.height())
        word = with_gaps(self.hint.text)
        draw_text(painter, place, word, typeface(CAPTION), colours.text_second)


class KeyHints(QWidget):
    """Hints aligned right; those at the end give way first."""

    clicked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._hints: list[KeyHint] = []
        self._line: QHBoxLayout = row(None, spacing=4, on=self)
        # What there is no room for is hidden; it must not ask for the room.
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these, the most useful first."""
        if [each.hint for each in self._hints] == list(hints):
            return
        for old in self._hints:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._hints = [KeyHint(hint) for hint in hints]
        for made in self._hints:
            made.clicked.connect(lambda _=False, one=made: self._tell(one))
            self._line.addWidget(made)
        self._fit()

    def hints(self) -> list[KeyHint]:
        """Those that are made, whether or not there is room for all."""
        return list(self._hints)

    def _tell(self, hint: KeyHint) -> None:
        if hint.hint.id:
            self.clicked.emit(hint.hint.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width()
        for hint in self._hints:
            left -= hint.sizeHint().width() + 4
            hint.setVisible(left >= -4)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)
