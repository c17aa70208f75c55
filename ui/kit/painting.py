"""Painting shared by the parts of the kit: text that fits, gaps, round boxes."""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout

_HAN = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN += "\U00020000-\U000323af"
_HAN_LATIN = re.compile(f"([{_HAN}])([A-Za-z0-9])")
_LATIN_HAN = re.compile(f"([A-Za-z0-9%])([{_HAN}])")

_RIGHT = Qt.AlignmentFlag.AlignRight.value
_MIDDLE = Qt.AlignmentFlag.AlignHCenter.value

cut_texts: list[str] | None = None
"""A list given here receives every text that was cut short; tests of layout use it."""


@lru_cache(maxsize=8192)
def with_gaps(text: str) -> str:
    """``text`` with a space between Han and Latin letters or digits.

    Only for what is shown: stored texts never get these gaps.
    """
    return _LATIN_HAN.sub(r"\1 \2", _HAN_LATIN.sub(r"\1 \2", text))


def text_width(text: str, font: QFont) -> float:
    """How wide ``text`` is on one line, in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def wrapped(text: str, font: QFont, width: float, first_indent: float = 0) -> list[str]:
    """``text`` in lines of at most ``width`` px; the first begins further right."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width if lines else width - first_indent))
        start = line.textStart()
        # Qt counts UTF-16 units; a rare character of a name takes two of them.
        units = text.encode("utf-16-le")
        part = units[2 * start : 2 * (start + line.textLength())]
        lines.append(part.decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    may_cut: bool = False,
) -> float:
    """Draw one line, centred in height; answers with the width it took.

    A text wider than ``rect`` ends with ``…``; when ``may_cut`` is false that is a
    fault of the layout and is told to ``cut_texts``.
    """
    metrics = QFontMetricsF(font)
    shown = text
    width = metrics.horizontalAdvance(text)
    if width > rect.width() + 0.5:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        width = metrics.horizontalAdvance(shown)
        if cut_texts is not None and not may_cut:
            cut_texts.append(text)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    x = rect.left()
    # Numbers: flags are compared in many times the time, once for every cell.
    side = align.value
    if side & _RIGHT:
        x = rect.right() - width
    elif side & _MIDDLE:
        x = rect.left() + (rect.width() - width) / 2
    y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(x, y), shown)
    return width


def fill_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    border: str | None = None,
    width: float = 1.0,
    *,
    is_dashed: bool = False,
) -> None:
    """A round box whose border lies wholly inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        pen = QPen(QColor(border), width)
        if is_dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        half = width / 2
        inner = rect.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, radius - half, radius - half)
    painter.restore()


def draw_shadow(
    painter: QPainter, box: QRectF, radius: float, reach: int, strength: int = 5
) -> None:
    """A soft shadow ``reach`` px around a popup: faint boxes one inside the other."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, strength))
    for step in range(reach, 0, -1):
        around = box.adjusted(-step, -step + 1, step, step)
        painter.drawRoundedRect(around, radius + step, radius + step)
    painter.restore()


def hairline(painter: QPainter, x1: float, y: float, x2: float, colour: str) -> None:
    """A line one pixel high along ``y``."""
    painter.fillRect(QRectF(x1, y - 0.5, x2 - x1, 1), QColor(colour))
