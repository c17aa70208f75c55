"""What happened, in order: time, a dot on a line, the event, what it said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.painting import draw_text, text_width, with_gaps, wrapped
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
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


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def put(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry.when} {entry.head} {entry.text}".strip()
        return None


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
        count = max(1, len(self._lines(index.data(ENTRY_ROLE))))
        return QSize(120, 12 + LINE * count)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        rect = QRectF(option.rect)
        entry: Entry = index.data(ENTRY_ROLE)
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


class Timeline(QListView):
    """A list of entries that arrow keys and screen readers can walk through."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries()
        self._time_width: float = LEAST_TIME
        self.setModel(self._entries)
        self.setItemDelegate(_EntryPainter(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setProperty("clear", True)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in place of the ones before."""
        font = typeface(CAPTION)
        widths = [text_width(with_gaps(entry.when), font) for entry in entries]
        self._time_width = max([LEAST_TIME, *widths])
        self._entries.put(entries)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Narrower by a scroll bar too: the words break elsewhere then.
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def text_x(self) -> float:
        """Where the words begin: after the widest time and the line of dots."""
        return self._time_width + DOT_AFTER + TEXT_AFTER

    def entries(self) -> list[Entry]:
        """What is shown now."""
        return list(self._entries.entries)
