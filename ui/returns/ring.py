"""已返/应返 as a ring: how much of the day's paper is back, and why the rest is not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, FIGURE, typeface

SIZE = 112
STROKE = 12
_WHOLE = 360 * 16
_TOP = 90 * 16


class Ring(QWidget):
    """Parts of a whole, the first from the top on, clockwise; the rest is the track."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[int, Tone]] = []
        self._whole = 0
        self._figure = ""
        self._caption = ""
        self.setFixedSize(SIZE, SIZE)

    def show_parts(
        self, parts: Sequence[tuple[int, Tone]], whole: int, figure: str, caption: str
    ) -> None:
        """``figure`` stands in the middle, ``caption`` under it."""
        self._parts = list(parts)
        self._whole = whole
        self._figure, self._caption = figure, caption
        self.setAccessibleName(f"{caption} {figure}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = STROKE / 2 + 1
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(QColor(colours.track), STROKE))
        painter.drawEllipse(box)
        begun = 0
        for count, tone in self._parts:
            if not count or not self._whole:
                continue
            from_angle = _TOP - _WHOLE * begun // self._whole
            begun += count
            until_angle = _TOP - _WHOLE * begun // self._whole
            pen = QPen(QColor(tone_colour(tone)), STROKE)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(box, from_angle, until_angle - from_angle)
        middle = Qt.AlignmentFlag.AlignHCenter
        figure = QRectF(0, 28, SIZE, 34)
        strong = typeface(FIGURE, is_strong=True)
        draw_text(painter, figure, self._figure, strong, colours.text, middle)
        caption = QRectF(STROKE + 6, 64, SIZE - 2 * STROKE - 12, 18)
        text = with_gaps(self._caption)
        ink, font = colours.text_second, typeface(CAPTION)
        draw_text(painter, caption, text, font, ink, middle, may_cut=True)
