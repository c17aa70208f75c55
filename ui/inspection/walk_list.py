"""The list of the walk: areas as headings, work under them, boxes to tick."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from ui.inspection.walk_row import (
    BOX_ROOM,
    HEADING_HEIGHT,
    ROW_HEIGHT,
    Key,
    Part,
    WalkRow,
    paint_heading,
    paint_row,
)
from ui.kit.grouped_list import GroupedList, GroupedRows
from ui.kit.painted_list import Index

_OF_THE_PAGE = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_1, Qt.Key.Key_2}
)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Rows(GroupedRows[WalkRow]):
    def __init__(self) -> None:
        super().__init__()
        self.ticked: set[int] = set()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            row = self.rows[index.row()]
            if row.can_be_ticked:
                return _ON if row.key in self.ticked else _OFF
        return super().data(index, role)

    def replace(self, rows: Sequence[WalkRow]) -> None:
        self.ticked &= {row.key for row in rows if row.can_be_ticked}
        super().replace(rows)

    def tick(self, keys: Iterable[int], *, is_on: bool) -> None:
        self.ticked = self.ticked | set(keys) if is_on else self.ticked - set(keys)
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


class WalkList(GroupedList[WalkRow, Key]):
    """Arrow keys walk over the headings; Space ticks; one row is chosen, or none."""

    ticks_changed = Signal()
    heading_height = HEADING_HEIGHT
    row_height = ROW_HEIGHT

    def __init__(self, name: str) -> None:
        self._rows = _Rows()
        super().__init__(name, self._rows)

    def paint_heading(self, painter: QPainter, box: QRectF, row: WalkRow) -> None:
        paint_heading(painter, box, row)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: WalkRow,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        paint_row(
            painter,
            box,
            row,
            is_chosen=is_chosen,
            is_over=is_over,
            is_ticked=row.key in self._rows.ticked and row.can_be_ticked,
        )

    def ticked(self) -> frozenset[int]:
        """The keys of the waiting rows that are ticked."""
        return frozenset(self._rows.ticked)

    def put(self, rows: Sequence[WalkRow]) -> None:
        """Show these rows; choice, ticks and scroll place stay where they can."""
        had_ticks = self.ticked()
        super().put(rows)
        if self.ticked() != had_ticks:
            self.ticks_changed.emit()

    def choose(self, choice: Key | None) -> None:
        """Make a row the chosen one without telling; one that is not there, none."""
        super().choose(choice if self.has_choice(choice) else None)

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
        chosen = self.chosen()
        if chosen is not None and chosen[0] is Part.WAITING:
            self.tick({chosen[1]}, is_on=chosen[1] not in self._rows.ticked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.row_at(index)
        if index.isValid() and row is None:
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
