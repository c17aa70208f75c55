"""The slips of the day in groups, each with its heading."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.glyph import SIZE, draw_glyph
from ui.kit.icon import draw_icon
from ui.kit.label import tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.returns.day_groups import DayRow
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
HEIGHT = 30
HEAD = 36


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[DayRow] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].slip_id is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def replace(self, rows: Sequence[DayRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "DayList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: DayRow = index.data(ROW_ROLE)
        return QSize(120, HEAD if row.slip_id is None else HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: DayRow = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        if row.slip_id is None:
            _paint_head(painter, box, row)
        else:
            is_chosen = row.slip_id == self._view.chosen_id()
            is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            _paint_row(painter, box, row, self._view.widths, is_chosen, is_over)


def _paint_head(painter: QPainter, box: QRectF, row: DayRow) -> None:
    strong = typeface(BODY, is_strong=True)
    line = box.adjusted(12, 8, -12, 0)
    title = with_gaps(row.first)
    used = draw_text(painter, line, title, strong, tone_colour(row.tone))
    count = line.adjusted(used + 8, 0, 0, 0)
    draw_text(painter, count, row.second, typeface(BODY), tokens().text_second)


def _paint_row(
    painter: QPainter,
    box: QRectF,
    row: DayRow,
    widths: tuple[float, float],
    is_chosen: bool,
    is_over: bool,
) -> None:
    colours = tokens()
    if is_chosen:
        fill_box(painter, box, 6, colours.chosen)
    elif is_over:
        fill_box(painter, box, 6, colours.hover)
    line = box.adjusted(12, 0, -12, 0)
    middle = line.center().y()
    glyph = tone_colour(row.tone)
    draw_glyph(painter, line.left(), middle - SIZE / 2, row.shape, glyph)
    left = line.left() + SIZE + 8
    font, small = typeface(BODY, is_strong=is_chosen), typeface(CAPTION)
    number, room = widths
    place = QRectF(left, line.top(), number, line.height())
    draw_text(painter, place, row.first, font, colours.text)
    last_width = text_width(row.last, small)
    right = line.right() - last_width - 8
    if row.has_typed:
        right -= 18
        draw_icon(painter, "pencil", right + 8, middle - 7, 14, colours.accent)
    place = QRectF(place.right() + 10, line.top(), room, line.height())
    place.setRight(min(place.right(), right))
    text = with_gaps(row.second)
    draw_text(painter, place, text, typeface(BODY), colours.text, may_cut=True)
    rest = QRectF(place.right() + 10, line.top(), 0, line.height())
    rest.setRight(right)
    if rest.width() >= 24:
        third = with_gaps(row.third)
        ink = colours.text_second
        draw_text(painter, rest, third, small, ink, may_cut=True)
    at = QRectF(line.right() - last_width, line.top(), last_width, line.height())
    draw_text(painter, at, row.last, small, colours.text_second)


class DayList(QListView):
    """Arrows walk through the slips; a press or Enter takes the paper up."""

    chosen = Signal(int)
    """The person came to this slip."""
    opened = Signal(int)
    """Enter, or a press."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self._chosen_id: int | None = None
        self._is_put = False
        self.widths = (116.0, 60.0)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setProperty("clear", True)

    def rows(self) -> list[DayRow]:
        """The lines as they are now."""
        return list(self._rows.rows)

    def chosen_id(self) -> int | None:
        """The slip that is marked."""
        return self._chosen_id

    def put(self, rows: Sequence[DayRow]) -> None:
        """Show these lines; mark and scroll place stay where they can."""
        if rows == self._rows.rows:
            return
        bar = self.verticalScrollBar()
        before = bar.value()
        font = typeface(BODY, is_strong=True)
        numbers = [text_width(r.first, font) for r in rows if r.slip_id is not None]
        rooms = [
            text_width(with_gaps(r.second), typeface(BODY))
            for r in rows
            if r.slip_id is not None
        ]
        self.widths = (max([0.0, *numbers]) + 1, min(92.0, max([0.0, *rooms]) + 1))
        self._is_put = True
        self._rows.replace(rows)
        self._mark()
        self._is_put = False
        self.executeDelayedItemsLayout()
        bar.setValue(min(before, bar.maximum()))

    def choose(self, slip_id: int | None) -> bool:
        """Mark a slip without telling; whether it stands in the list."""
        self._chosen_id = slip_id
        self._is_put = True
        index = self._mark()
        self._is_put = False
        self.viewport().update()
        if index.isValid() and index.row() == 1:
            self.scrollToTop()  # with the heading of its group
        elif index.isValid():
            self.scrollTo(index)
        return index.isValid()

    def _mark(self) -> QModelIndex:
        ids = [row.slip_id for row in self._rows.rows]
        is_there = self._chosen_id is not None and self._chosen_id in ids
        index = (
            self._rows.index(ids.index(self._chosen_id)) if is_there else QModelIndex()
        )
        self.setCurrentIndex(index)
        return index

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._is_put or not current.isValid():
            return
        slip_id = self._rows.rows[current.row()].slip_id
        if slip_id is None:
            return
        self._chosen_id = slip_id
        self.viewport().update()
        self.chosen.emit(slip_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._chosen_id is not None:
            self.opened.emit(self._chosen_id)
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
            return
        if event.text().isprintable() and event.text():
            event.ignore()  # a number is typed: the page knows where
            return
        super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the next slip, over the headings."""
        at = self.currentIndex().row() if self.currentIndex().isValid() else -1
        at += by
        while 0 <= at < len(self._rows.rows):
            if self._rows.rows[at].slip_id is not None:
                self.setCurrentIndex(self._rows.index(at))
                return
            at += by

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._rows.rows[index.row()] if index.isValid() else None
        if row is not None and row.slip_id is not None:
            self._chosen_id = row.slip_id
            self.opened.emit(row.slip_id)
