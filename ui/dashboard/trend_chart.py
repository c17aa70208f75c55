"""The course of a range: a bar for each day or week, pressed, its slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import (
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.layout import row
from ui.kit.painted_list import ROW_ROLE, Index, PaintedList, SpokenRows
from ui.kit.painting import draw_text, fill_box, hairline, text_width
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, KEYCAP, typeface

HEIGHT = 188
AXIS = 36
_ABOVE, _BELOW = 20, 22
"""Room for the number over a bar, and for the day under it."""
_WIDEST = 30
_STEPS = (1, 2, 3, 4, 6, 8)
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class TrendBar:
    """The effective slips of one day or week, and how many of them are complete.

    ``is_running``: it is not over, so that more may come.
    """

    day: str
    effective: int
    completed: int
    spoken: str
    is_running: bool = False


def nice_top(most: int) -> int:
    """The smallest of 1, 2, 3, 4, 6, 8, 10, 20, 30 … that is not below ``most``."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= most:
                return step * power
        power *= 10


class TrendBars(PaintedList):
    """The bars; left and right arrows go along them, Enter opens."""

    opened = Signal(int)
    """The place of a bar."""

    def __init__(self, name: str) -> None:
        self.bars = SpokenRows[TrendBar]()
        super().__init__(name, self.bars)
        self.bars.setParent(self)
        self.top = 1
        self._day_width = 0.0
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_BarPainter(self))
        self.clicked.connect(self._open)

    def put(self, bars: Sequence[TrendBar]) -> None:
        """Show other bars; who stands on one stays on its place."""
        before = self.currentIndex().row()
        self.top = nice_top(max((bar.effective for bar in bars), default=1))
        font = typeface(CAPTION)
        self._day_width = max((text_width(bar.day, font) for bar in bars), default=0)
        self.bars.replace(bars)
        if 0 <= before < len(bars):
            self.setCurrentIndex(self.bars.index(before))

    def widths(self) -> list[int]:
        """How wide each bar's place is: all of the room and not a pixel more."""
        count, room = len(self.bars.rows), self.viewport().width()
        if not count:
            return []
        edges = [room * place // count for place in range(count + 1)]
        return [right - left for left, right in pairwise(edges)]

    def says_day(self, place: int) -> bool:
        """Whether the day stands under this bar: as many as there is room for, the
        last one always.
        """
        count = len(self.bars.rows)
        each = max(1, self.viewport().width() / count)
        step = max(1, int(-(-(self._day_width + 12) // each)))
        return (count - 1 - place) % step == 0

    def plot(self, rect: QRectF) -> QRectF:
        """The part of a place in which the bar stands."""
        return rect.adjusted(0, _ABOVE, 0, -_BELOW)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.bars.rows:
            self.setCurrentIndex(self.bars.index(len(self.bars.rows) - 1))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        plot = self.plot(QRectF(self.viewport().rect()))
        for part in (0.0, 0.5, 1.0):
            y = round(plot.bottom() - plot.height() * part) + 0.5
            hairline(painter, plot.left(), y, plot.right(), tokens().line)
        painter.end()
        super().paintEvent(event)
        self._paint_days()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # their days reach over other bars

    def _paint_days(self) -> None:
        """The days under their bars. One wider than its bar reaches over the sides, so
        all are painted whichever bar is.
        """
        painter = QPainter(self.viewport())
        chosen = self.currentIndex().row() if self.hasFocus() else -1
        for place, bar in enumerate(self.bars.rows):
            if place != chosen and self.says_day(place):
                self._paint_day(painter, place, bar)
        if chosen >= 0:
            self._paint_day(painter, chosen, self.bars.rows[chosen], is_current=True)
        painter.end()

    def _paint_day(
        self, painter: QPainter, place: int, bar: TrendBar, *, is_current: bool = False
    ) -> None:
        colours = tokens()
        over = QRectF(self.visualRect(self.bars.index(place)))
        font = typeface(CAPTION, is_strong=is_current)
        width = text_width(bar.day, font) + 1
        under = QRectF(0, over.bottom() - _BELOW + 3, width, _BELOW - 4)
        under.moveLeft(over.center().x() - width / 2)
        room = self.viewport().width()
        under.moveLeft(max(0.0, min(under.left(), room - width)))
        if is_current:
            painter.fillRect(under, QColor(colours.chosen))
        ink = colours.text if is_current else colours.text_third
        draw_text(painter, under, bar.day, font, ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


class _BarPainter(QStyledItemDelegate):
    def __init__(self, view: TrendBars) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widths = self._view.widths()
        return QSize(widths[index.row()], self._view.viewport().height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours, view = tokens(), self._view
        bar: TrendBar = index.data(ROW_ROLE)
        place = QRectF(option.rect)
        is_current = index == view.currentIndex() and view.hasFocus()
        if is_current:
            fill_box(painter, place.adjusted(0, 0, 0, -1), 4, colours.chosen)
            fill_box(painter, place.adjusted(0, 0, 0, -1), 4, None, colours.accent, 2)
        plot = view.plot(place)
        width = min(_WIDEST, max(2.0, plot.width() * 0.68))
        left = plot.center().x() - width / 2
        unit = plot.height() / view.top
        done = QRectF(left, 0, width, bar.completed * unit)
        done.moveBottom(plot.bottom())
        rest = QRectF(left, 0, width, (bar.effective - bar.completed) * unit)
        rest.moveBottom(done.top())
        painter.fillRect(done, QColor(colours.accent))
        paint_rest(painter, rest, is_running=bar.is_running)
        if bar.effective and (is_current or place.width() >= 20):
            over = QRectF(place.left(), rest.top() - 17, place.width(), 16)
            ink = colours.text if is_current else colours.text_second
            font = typeface(KEYCAP, is_strong=is_current)
            draw_text(painter, over, f"{bar.effective}", font, ink, _MIDDLE)


def paint_rest(painter: QPainter, box: QRectF, *, is_running: bool = False) -> None:
    """What is not complete: hatched, so that it is told apart without colour."""
    if box.height() <= 0 or box.width() <= 0:
        return
    colours = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, QColor(colours.surface))
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    pen = QPen(QColor(colours.warn), 1)
    painter.setPen(pen)
    # Own lines: Qt's patterns are pixels, and coarse where the screen is scaled.
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(
            QRectF(x, box.bottom(), 0, 0).topLeft(),
            QRectF(x + box.height(), box.top(), 0, 0).topLeft(),
        )
        x += 4
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    if is_running:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


class _Axis(QWidget):
    """The numbers at the left of the lines."""

    def __init__(self, bars: TrendBars) -> None:
        super().__init__()
        self._bars = bars
        self.setFixedWidth(AXIS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plot = self._bars.plot(QRectF(self.rect()))
        top = self._bars.top
        for value in (0, top // 2, top) if top % 2 == 0 else (0, top):
            y = plot.bottom() - plot.height() * value / top
            box = QRectF(0, y - 9, AXIS - 8, 18)
            font = typeface(CAPTION)
            draw_text(painter, box, f"{value}", font, tokens().text_third, _RIGHT)


class TrendChart(QWidget):
    """The axis and the bars."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bars = TrendBars(name)
        self._axis = _Axis(self.bars)
        row(self._axis, self.bars, spacing=0, on=self).setStretch(1, 1)
        self.setFixedHeight(HEIGHT)

    def put(self, bars: Sequence[TrendBar]) -> None:
        """Show other bars."""
        self.bars.put(bars)
        self._axis.update()
