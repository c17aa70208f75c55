"""The list of the walk: areas as headings, work under them, boxes to tick."""

from collections.abc import Iterable, Sequence
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
)

from ui.inspection.walk_row import (
    BOX_ROOM,
    HEADING_HEIGHT,
    ROW_HEIGHT,
    Part,
    WalkRow,
    paint_heading,
    paint_row,
)

Index = QModelIndex | QPersistentModelIndex
Key = tuple[Part, int]
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_OF_THE_PAGE = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_1, Qt.Key.Key_2}
)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WalkRow] = []
        self.ticked: set[int] = set()

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
        if role == Qt.ItemDataRole.CheckStateRole and row.can_be_ticked:
            return _ON if row.key in self.ticked else _OFF
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].part is Part.HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def replace(self, rows: Sequence[WalkRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.ticked &= {row.key for row in rows if row.can_be_ticked}
        self.endResetModel()

    def tick(self, keys: Iterable[int], *, is_on: bool) -> None:
        self.ticked = self.ticked | set(keys) if is_on else self.ticked - set(keys)
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "WalkList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = index.data(ROW_ROLE).part is Part.HEADING
        return QSize(120, HEADING_HEIGHT if is_heading else ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: WalkRow = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        if row.part is Part.HEADING:
            paint_heading(painter, box, row)
            return
        paint_row(
            painter,
            box,
            row,
            is_chosen=(row.part, row.key) == self._view.chosen(),
            is_over=bool(option.state & QStyle.StateFlag.State_MouseOver),
            is_ticked=row.key in self._view.ticked() and row.can_be_ticked,
        )


class WalkList(QListView):
    """Arrow keys walk over the headings; Space ticks; one row is chosen, or none."""

    chosen_changed = Signal(object)
    """The person came to another row: its ``Key``, or None."""
    ticks_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows = _Rows()
        self._chosen: Key | None = None
        self._is_put = False
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setProperty("clear", True)

    def rows(self) -> list[WalkRow]:
        """What stands in the list, headings too."""
        return list(self._rows.rows)

    def chosen(self) -> Key | None:
        """The row that is chosen."""
        return self._chosen

    def ticked(self) -> frozenset[int]:
        """The keys of the waiting rows that are ticked."""
        return frozenset(self._rows.ticked)

    def put(self, rows: Sequence[WalkRow]) -> None:
        """Show these rows; ticks and scroll place stay where they can."""
        if rows == self._rows.rows:
            return
        bar = self.verticalScrollBar()
        before, had_ticks = bar.value(), self.ticked()
        self._is_put = True
        self._rows.replace(rows)
        self._mark()
        self._is_put = False
        self.executeDelayedItemsLayout()
        bar.setValue(min(before, bar.maximum()))
        if self.ticked() != had_ticks:
            self.ticks_changed.emit()

    def choose(self, key: Key | None) -> None:
        """Make a row the chosen one without telling."""
        self._chosen = key if self._row_of(key) is not None else None
        self._is_put = True
        index = self._mark()
        self._is_put = False
        self.viewport().update()
        if index.isValid():
            self.scrollTo(index)

    def tick(self, keys: Iterable[int], *, is_on: bool = True) -> None:
        """Tick waiting rows, or take their ticks away."""
        self._rows.tick(keys, is_on=is_on)
        self.ticks_changed.emit()

    def tick_all(self) -> None:
        """Tick everything that waits; where all is ticked, nothing."""
        keys = {row.key for row in self._rows.rows if row.can_be_ticked}
        if keys:
            self.tick(keys, is_on=not keys <= self._rows.ticked)

    def tick_chosen(self) -> None:
        """Tick the chosen row, or take its tick away."""
        if self._chosen is not None and self._chosen[0] is Part.WAITING:
            key = self._chosen[1]
            self.tick({key}, is_on=key not in self._rows.ticked)

    def _row_of(self, key: Key | None) -> int | None:
        for at, row in enumerate(self._rows.rows):
            if (row.part, row.key) == key:
                return at
        return None

    def _mark(self) -> QModelIndex:
        at = self._row_of(self._chosen)
        index = QModelIndex() if at is None else self._rows.index(at)
        self.setCurrentIndex(index)
        return index

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        is_up = action in (
            QAbstractItemView.CursorAction.MoveUp,
            QAbstractItemView.CursorAction.MovePageUp,
        )
        step = -1 if is_up else 1
        at = index.row()
        while 0 <= at < len(self._rows.rows):
            if self._rows.rows[at].part is not Part.HEADING:
                return self._rows.index(at)
            at += step
        # The first heading has no row above it: stay.
        return self.currentIndex()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._is_put or not current.isValid():
            return
        row = self._rows.rows[current.row()]
        if row.part is Part.HEADING:
            return
        self._chosen = row.part, row.key
        self.viewport().update()
        self.chosen_changed.emit(self._chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._rows.rows[index.row()] if index.isValid() else None
        if row is not None and row.part is Part.HEADING:
            return
        super().mousePressEvent(event)
        if row is not None and row.can_be_ticked and event.position().x() < BOX_ROOM:
            self.tick_chosen()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # A double click opens nothing: one that came too often would pass work.
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _OF_THE_PAGE:
            event.ignore()
        elif key == Qt.Key.Key_Space:
            self.tick_chosen()
        else:
            super().keyPressEvent(event)
