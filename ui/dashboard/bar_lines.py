"""A list of bars: reasons by how many, or a split with what is unfinished in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter

from ui.dashboard.trend_chart import paint_rest
from ui.kit.grouped_list import GroupedList
from ui.kit.painting import draw_text, fill_box, hairline, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

HEADING_HEIGHT = 30
ROW_HEIGHT = 26
_SIDE = 8
_NAME, _COUNT, _LAST = 0.30, 44, 72
_BAR = 12
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class BarLine:
    """One bar: ``value`` of ``most``, of which ``dark`` stand out.

    The heading of the list has no ``key``; its texts are the titles of the columns.
    """

    key: str | None
    name: str
    value: int = 0
    most: int = 1
    dark: int = 0
    count: str = ""
    last: str = ""
    spoken: str = ""

    @property
    def choice(self) -> str | None:
        """What is chosen with it; None for the heading."""
        return self.key


class BarLines(GroupedList[BarLine, str]):
    """Arrow keys go from bar to bar; Enter or a click opens its slips.

    ``is_split``: what stands out is what is unfinished, at the right of its bar and
    hatched; else it is the bar itself, filled.
    """

    opened = Signal(object)
    """The key of a bar."""
    heading_height = HEADING_HEIGHT
    row_height = ROW_HEIGHT

    def __init__(self, name: str, *, is_split: bool) -> None:
        self._is_split = is_split
        super().__init__(name)
        self.clicked.connect(lambda _: self._open())

    def show_lines(self, lines: Sequence[BarLine], most_rows: int) -> None:
        """Show other bars, as high as they are, but no higher than so many."""
        self.put(lines)
        shown = min(sum(line.key is not None for line in lines), most_rows)
        self.setFixedHeight(HEADING_HEIGHT + shown * ROW_HEIGHT + 2)

    def paint_heading(self, painter: QPainter, box: QRectF, row: BarLine) -> None:
        colours = tokens()
        parts = _parts(box)
        small = typeface(CAPTION)
        for part, text, align in (
            (parts[0].united(parts[1]), row.name, Qt.AlignmentFlag.AlignLeft),
            (parts[2], row.count, _RIGHT),
            (parts[3], row.last, _RIGHT),
        ):
            ink = colours.text_third
            draw_text(painter, part, with_gaps(text), small, ink, align, may_cut=True)
        left, right = box.left() + _SIDE, box.right() - _SIDE
        hairline(painter, left, box.bottom() - 1, right, colours.line)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: BarLine,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        colours = tokens()
        if is_chosen and self.hasFocus():
            fill_box(painter, box, 6, colours.chosen)
            mark = QRectF(box.left(), box.top() + 4, 3, box.height() - 8)
            fill_box(painter, mark, 1.5, colours.accent)
        elif is_over:
            fill_box(painter, box, 6, colours.hover)
        name, bar, count, last = _parts(box)
        plain, strong = typeface(BODY), typeface(BODY, is_strong=True)
        text = with_gaps(row.name)
        draw_text(painter, name, text, plain, colours.text, may_cut=True)
        self._paint_bar(painter, bar, row)
        draw_text(painter, count, row.count, strong, colours.text, _RIGHT)
        draw_text(painter, last, row.last, plain, colours.text_second, _RIGHT)

    def _paint_bar(self, painter: QPainter, room: QRectF, row: BarLine) -> None:
        colours = tokens()
        top = room.center().y() - _BAR / 2
        unit = room.width() / max(row.most, 1)
        whole = QRectF(room.left(), top, max(1.0, row.value * unit), _BAR)
        if not self._is_split:
            painter.fillRect(whole, QColor(colours.accent))
            if not row.dark:
                inner = whole.adjusted(1, 1, -1, -1)
                painter.fillRect(inner, QColor(colours.surface))
            return
        painter.fillRect(whole, QColor(colours.accent))
        dark = QRectF(whole)
        dark.setLeft(whole.right() - row.dark * unit)
        paint_rest(painter, dark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen() is None or not self.has_choice(self.chosen()):
            first = next((row for row in self.rows() if row.key is not None), None)
            self.choose(first.key if first is not None else None)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.chosen() is not None and self.has_choice(self.chosen()):
            self.opened.emit(self.chosen())


def _parts(box: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """Where the name, the bar, the count and the last column stand."""
    inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
    last = QRectF(inner.right() - _LAST, inner.top(), _LAST, inner.height())
    count = QRectF(last.left() - _COUNT, inner.top(), _COUNT, inner.height())
    name = QRectF(inner.left(), inner.top(), inner.width() * _NAME, inner.height())
    left = name.right() + 8
    bar = QRectF(left, inner.top(), count.left() - left, inner.height())
    return name.adjusted(0, 0, -4, 0), bar, count, last
