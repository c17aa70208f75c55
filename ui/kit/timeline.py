"""What happened, in order: time, a dot on a line, the event, what it said."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.painted_list import ROW_ROLE, Index, PaintedList, SpokenRows
from ui.kit.painting import draw_text, text_width, with_gaps, wrapped
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

LEAST_TIME = 36
DOT_AFTER = 12
TEXT_AFTER = 14
LINE = 18
LEAST_WORDS = 40
"""Less room than this beside the head is none: the words begin below it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``text`` may take several lines. ``is_ahead``: it has not happened."""

    when: str
    head: str
    text: str = ""
    is_ahead: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return f"{self.when} {self.head} {self.text}".strip()


class _EntryPainter(QStyledItemDelegate):
    def __init__(self, view: "Timeline") -> None:
        super().__init__(view)
        self._view = view

    def _lines(self, entry: Entry) -> list[str]:
        """The words; the first line is empty where the head leaves no room for it."""
        room = self._view.viewport().width() - self._view.text_x() - 8
        used = text_width(entry.head, typeface(BODY, is_strong=True)) + 10
        words = with_gaps(entry.text)
        if words and used > room - LEAST_WORDS:
            return ["", *wrapped(words, typeface(CAPTION), room)]
        return wrapped(words, typeface(CAPTION), room, used)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        count = max(1, len(self._lines(index.data(ROW_ROLE))))
        return QSize(120, 12 + LINE * count)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        rect = QRectF(option.rect)
        entry: Entry = index.data(ROW_ROLE)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, QColor(colours.hover))
        top = rect.top() + 6
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        text_x = self._view.text_x()
        dot_x = text_x - TEXT_AFTER
        dot = QPointF(dot_x, top + LINE / 2)
        last = index.model().rowCount() - 1
        if index.row() > 0:
            painter.drawLine(QPointF(dot_x, rect.top()), dot)
        if index.row() < last:
            painter.drawLine(dot, QPointF(dot_x, rect.bottom()))
        if entry.is_ahead:
            painter.setPen(QPen(QColor(colours.text_third), 1.5))
            painter.setBrush(QColor(colours.sunken))
            painter.drawEllipse(dot, 3.5, 3.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.text_second))
            painter.drawEllipse(dot, 3, 3)
        small = typeface(CAPTION)
        when = QRectF(0, top, dot_x - DOT_AFTER + 4, LINE)
        draw_text(painter, when, with_gaps(entry.when), small, colours.text_second)
        strong = typeface(BODY, is_strong=True)
        ink = colours.text_second if entry.is_ahead else colours.text
        width = rect.right() - text_x
        head = QRectF(text_x, top, width, LINE)
        used = draw_text(painter, head, entry.head, strong, ink, may_cut=True)
        for number, line in enumerate(self._lines(entry)):
            left = text_x + (used + 10 if number == 0 else 0)
            at = QRectF(left, top + LINE * number, rect.right() - left, LINE)
            draw_text(painter, at, line, small, colours.text_second, may_cut=True)


class Timeline(PaintedList):
    """A list of entries that arrow keys and screen readers can walk through."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._entries: SpokenRows[Entry] = SpokenRows()
        super().__init__(name, self._entries, parent)
        self._time_width: float = LEAST_TIME
        self.setItemDelegate(_EntryPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in place of the ones before."""
        font = typeface(CAPTION)
        widths = [text_width(with_gaps(entry.when), font) for entry in entries]
        self._time_width = max([LEAST_TIME, *widths])
        self._entries.replace(entries)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Narrower by a scroll bar too: the words break elsewhere then.
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def text_x(self) -> float:
        """Where the words begin: after the widest time and the line of dots."""
        return self._time_width + DOT_AFTER + TEXT_AFTER

    def entries(self) -> list[Entry]:
        """What is shown now."""
        return list(self._entries.rows)
