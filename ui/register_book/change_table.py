"""The cells that would be taken, each with a box to tick."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.kit.icon import draw_icon
from ui.kit.painted_list import Index
from ui.kit.painting import fill_box
from ui.sheet.cell_table import CellDelegate, CellLine, CellTable
from ui.theme.theme import tokens

TICK, TICK_LEFT = 16, 24


class _TickDelegate(CellDelegate):
    """A box in the first column."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().paint(painter, option, index)
        table = self.parent()
        if index.column() != 0 or not isinstance(table, ChangeTable):
            return
        colours = tokens()
        rect = QRectF(option.rect)
        top = rect.center().y() - TICK / 2
        box = QRectF(rect.left() + TICK_LEFT, top, TICK, TICK)
        if index.row() in table.ticked:
            fill_box(painter, box, 3, colours.accent_fill)
            draw_icon(painter, "check", box.x() + 1, box.y() + 1, 14, colours.on_accent)
        else:
            fill_box(painter, box, 3, colours.surface, colours.field)


class ChangeTable(CellTable):
    """Space or a click on the box ticks; every row stays where it is."""

    ticks_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, fills=True)
        self.cells.ticked = set()
        self.setItemDelegate(_TickDelegate(self))

    @property
    def ticked(self) -> set[int]:
        """The rows that are ticked."""
        return self.cells.ticked or set()

    def show_changes(
        self, titles: Sequence[str], lines: Sequence[CellLine], ticked: Iterable[int]
    ) -> None:
        """Other changes, some of them ticked."""
        self.cells.ticked = set(ticked)
        self.show_lines(titles, lines)
        self.ticks_changed.emit()

    def turn(self, row: int) -> None:
        """Tick a row, or untick it."""
        if 0 <= row < self.cells.rowCount():
            self.cells.ticked = self.ticked ^ {row}
            self._tell()

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick every row, or none."""
        rows = range(self.cells.rowCount())
        self.cells.ticked = set(rows) if is_ticked else set()
        self._tell()

    def _tell(self) -> None:
        self.viewport().update()
        self.ticks_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and index.column() == 0:
            self.turn(index.row())
