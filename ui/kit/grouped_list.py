"""A painted list in groups, whose headings are walked over and never chosen."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.painted_list import ROW_ROLE, Index, PaintedList, SpokenRow, SpokenRows

_UP = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
)


class GroupedRow(SpokenRow, Protocol):
    """A row of a group, or the heading of one."""

    @property
    def choice(self) -> Any:
        """What is chosen with this row; None: it is a heading."""


Row = TypeVar("Row", bound=GroupedRow)
Choice = TypeVar("Choice")


class GroupedRows(SpokenRows[Row]):
    """A heading cannot be selected."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].choice is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "GroupedList[Any, Any]") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = index.data(ROW_ROLE).choice is None
        view = self._view
        return QSize(120, view.heading_height if is_heading else view.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        if row.choice is None:
            self._view.paint_heading(painter, box, row)
            return
        self._view.paint_row(
            painter,
            box,
            row,
            is_chosen=row.choice == self._view.chosen(),
            is_over=bool(option.state & QStyle.StateFlag.State_MouseOver),
        )


class GroupedList(PaintedList, Generic[Row, Choice]):
    """One row is chosen, or none; a subclass says how high and how painted they are."""

    chosen_changed = Signal(object)
    """The person came to another row: its choice."""
    heading_height: int
    row_height: int

    def __init__(
        self,
        name: str,
        rows: GroupedRows[Row] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.model_of_rows = GroupedRows[Row]() if rows is None else rows
        self._chosen: Choice | None = None
        self._is_put = False
        super().__init__(name, self.model_of_rows, parent)
        self.setItemDelegate(_Painter(self))

    def paint_heading(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """Paint the heading of a group."""
        raise NotImplementedError

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: Row,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        """Paint a row that can be chosen."""
        raise NotImplementedError

    def rows(self) -> list[Row]:
        """What stands in the list, headings too."""
        return list(self.model_of_rows.rows)

    def row_at(self, index: Index) -> Row | None:
        """The row there that can be chosen; None for a heading."""
        row = self.model_of_rows.rows[index.row()] if index.isValid() else None
        return None if row is None or row.choice is None else row

    def chosen(self) -> Choice | None:
        """What is chosen."""
        return self._chosen

    def has_choice(self, choice: Choice | None) -> bool:
        """Whether a row stands for it."""
        return self._index_of(choice).isValid()

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows; choice and scroll place stay where they can."""
        if rows == self.model_of_rows.rows:
            return
        bar = self.verticalScrollBar()
        before = bar.value()
        self._is_put = True
        self.model_of_rows.replace(rows)
        self.setCurrentIndex(self._index_of(self._chosen))
        self._is_put = False
        self.executeDelayedItemsLayout()
        bar.setValue(min(before, bar.maximum()))

    def choose(self, choice: Choice | None) -> None:
        """Make a row the chosen one without telling."""
        self._chosen = choice
        index = self._index_of(choice)
        self._is_put = True
        self.setCurrentIndex(index)
        self._is_put = False
        self.viewport().update()
        if index.isValid():
            self.scrollTo(index)

    def _index_of(self, choice: Choice | None) -> QModelIndex:
        if choice is not None:
            for at, row in enumerate(self.model_of_rows.rows):
                if row.choice == choice:
                    return self.model_of_rows.index(at)
        return QModelIndex()

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        at = super().moveCursor(action, modifiers).row()
        step = -1 if action in _UP else 1
        while 0 <= at < len(self.model_of_rows.rows):
            index = self.model_of_rows.index(at)
            if self.row_at(index) is not None:
                return index
            at += step
        # The first heading has no row above it: stay.
        return self.currentIndex()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = None if self._is_put else self.row_at(current)
        if row is not None:
            self._chosen = row.choice
            self.viewport().update()
            self.chosen_changed.emit(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stays in sight when the list gets shorter."""
        super().resizeEvent(event)
        self.executeDelayedItemsLayout()
        if event.oldSize().height() > self.height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
