"""A button of one icon, for the corner of a pane; its word is read aloud and shown as
a tip.
"""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent

from ui.kit.button import ICON, Button, Look
from ui.kit.icon import draw_icon
from ui.kit.painting import fill_box
from ui.theme.theme import tokens

SIDE = 32


class IconButton(Button):
    """Square and quiet; ``keys`` works while it is visible and stands in the tip."""

    def __init__(self, text: str, icon_name: str, *, keys: str | None = None) -> None:
        super().__init__(text, Look.QUIET, icon_name=icon_name)
        self._name = icon_name
        tip = text
        if keys:
            sequence = QKeySequence(keys)
            self.take_key(sequence)
            shown = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            tip = f"{text}  {shown.replace('+', ' ')}"
        self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        is_over = self.underMouse() and self.isEnabled()
        if is_over:
            fill_box(painter, whole, 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        ink = colours.text_second if self.isEnabled() else colours.line_strong
        at = whole.center().x() - ICON / 2, whole.center().y() - ICON / 2
        draw_icon(painter, self._name, *at, ICON, ink)
