"""Status glyphs: the shape says the state before colour or word do."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.kit.label import Label, Tone, tone_colour
from ui.kit.layout import row
from ui.theme.theme import tokens
from ui.theme.typeface import BODY

SIZE = 14


class Shape(Enum):
    """What is drawn."""

    DASHED = "dashed"
    QUARTER = "quarter"
    HALF = "half"
    THREE_QUARTERS = "three_quarters"
    PAUSE = "pause"
    BACK = "back"
    TURNED = "turned"
    TICK = "tick"
    CROSS = "cross"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Status:
    """A glyph with its word; ``word_tone`` colours the word only where it must."""

    word: str
    shape: Shape
    glyph_tone: Tone = Tone.SECOND
    word_tone: Tone = Tone.SECOND
    is_struck: bool = False


_PIE = {Shape.QUARTER: 90, Shape.HALF: 180, Shape.THREE_QUARTERS: 270}


def draw_glyph(
    painter: QPainter, x: float, y: float, shape: Shape, colour: str
) -> None:
    """Draw a glyph of 14 px with its left upper corner at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    box = QRectF(x + 1, y + 1, SIZE - 2, SIZE - 2)
    middle = box.center()
    pen = QPen(ink, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if shape is Shape.DASHED:
        pen.setDashPattern([2.2, 1.7])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
    elif shape in _PIE:
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        inner = box.adjusted(2.4, 2.4, -2.4, -2.4)
        painter.drawPie(inner, 90 * 16, -_PIE[shape] * 16)
    elif shape is Shape.PAUSE:
        painter.drawEllipse(box)
        for step in (-1.8, 1.8):
            top = QPointF(middle.x() + step, middle.y() - 2.2)
            painter.drawLine(top, top + QPointF(0, 4.4))
    elif shape is Shape.BACK:
        painter.drawEllipse(box)
        left = middle - QPointF(2.8, 0)
        painter.drawLine(left, middle + QPointF(2.8, 0))
        painter.drawLine(left, left + QPointF(2.2, -2.2))
        painter.drawLine(left, left + QPointF(2.2, 2.2))
    elif shape is Shape.TURNED:
        # Up, over and down again, as a turn on a road sign.
        painter.drawArc(box.adjusted(1.5, 0, -1.5, -3), 0, 180 * 16)
        foot = QPointF(box.left() + 1.5, box.bottom())
        painter.drawLine(foot, QPointF(foot.x(), middle.y() - 1.5))
        tip = QPointF(box.right() - 1.5, box.bottom() - 1.5)
        painter.drawLine(tip, QPointF(tip.x(), middle.y() - 1.5))
        painter.drawLine(tip, tip + QPointF(-2.6, -2.6))
        painter.drawLine(tip, tip + QPointF(2.6, -2.6))
    else:
        painter.setBrush(ink)
        painter.drawEllipse(box)
        pen.setColor(QColor(tokens().surface))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_inner_path(shape, middle))
    painter.restore()


def _inner_path(shape: Shape, middle: QPointF) -> QPainterPath:
    path = QPainterPath()
    if shape is Shape.TICK:
        path.moveTo(middle + QPointF(-2.6, 0.2))
        path.lineTo(middle + QPointF(-0.7, 2.1))
        path.lineTo(middle + QPointF(2.7, -1.8))
    elif shape is Shape.CROSS:
        path.moveTo(middle + QPointF(-2, -2))
        path.lineTo(middle + QPointF(2, 2))
        path.moveTo(middle + QPointF(2, -2))
        path.lineTo(middle + QPointF(-2, 2))
    else:
        path.moveTo(middle + QPointF(0, -3))
        path.lineTo(middle + QPointF(0, 0.6))
        path.moveTo(middle + QPointF(0, 2.9))
        path.lineTo(middle + QPointF(0, 3))
    return path


class _Glyph(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.status: Status | None = None
        self.setFixedSize(SIZE, SIZE)

    def paintEvent(self, event: object) -> None:
        if self.status is not None:
            painter = QPainter(self)
            colour = tone_colour(self.status.glyph_tone)
            draw_glyph(painter, 0, 0, self.status.shape, colour)


class StatusLabel(QWidget):
    """A glyph and its word, for panes."""

    def __init__(self, pixels: int = BODY, *, is_strong: bool = False) -> None:
        super().__init__()
        self._glyph = _Glyph()
        self._word = Label("", pixels, is_strong=is_strong)
        row(self._glyph, self._word, None, spacing=7, on=self)

    def show_status(self, status: Status) -> None:
        """Show another status."""
        self._glyph.status = status
        self._glyph.update()
        self._word.say(status.word, status.word_tone)
        self.setAccessibleName(status.word)
