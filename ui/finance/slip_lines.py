"""The list of the finance room: slips in groups; Enter opens the slip."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from ui.finance.slip_line import (
    HEADING_HEIGHT,
    ROW_HEIGHT,
    SlipLine,
    paint_heading,
    paint_row,
)
from ui.kit.grouped_list import GroupedList

Choice = tuple[str, int, int]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SlipLines(GroupedList[SlipLine, Choice]):
    """Arrow keys walk over the headings; Enter or a double click opens the slip."""

    opened = Signal(int)
    """The id of a slip."""
    asked = Signal(str)
    """A line that is about no slip: the part it stands in."""
    removed = Signal(int)
    """Delete was pressed on a slip: its id."""
    left = Signal()
    """Esc: the person is done with the list."""
    heading_height = HEADING_HEIGHT
    row_height = ROW_HEIGHT

    def __init__(self, name: str) -> None:
        super().__init__(name)

    def paint_heading(self, painter: QPainter, box: QRectF, row: SlipLine) -> None:
        paint_heading(painter, box, row)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: SlipLine,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        paint_row(painter, box, row, is_chosen=is_chosen, is_over=is_over)

    def chosen_line(self) -> SlipLine | None:
        """The line that is chosen."""
        chosen = self.chosen()
        if chosen is None:
            return None
        return next((row for row in self.rows() if row.choice == chosen), None)

    def fit(self, most_rows: int) -> None:
        """Be as high as its lines, but no higher than so many rows."""
        rows = self.rows()
        headings = sum(row.choice is None for row in rows)
        shown = min(len(rows) - headings, most_rows)
        self.setFixedHeight(headings * HEADING_HEIGHT + shown * ROW_HEIGHT + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen() is None:
            first = next((row for row in self.rows() if row.choice is not None), None)
            if first is not None:
                self.choose(first.choice)
                self.viewport().update()
                self.chosen_changed.emit(first.choice)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._open()
        elif key == Qt.Key.Key_Delete:
            line = self.chosen_line()
            if line is not None and line.slip_id is not None:
                self.removed.emit(line.slip_id)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        line = self.chosen_line()
        if line is None:
            return
        if line.slip_id:
            self.opened.emit(line.slip_id)
        else:
            self.asked.emit(line.part)
