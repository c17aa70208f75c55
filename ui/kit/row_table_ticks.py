"""Which rows of a long list are ticked: some by id, or all that the filter holds."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Ticks(QObject):
    """Ticked rows. *All* is the filter itself, less those unticked one by one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_all = False
        self.ids: dict[int, None] = {}
        """The rows that are ticked; while all are, those that are not. In the order
        they were clicked."""

    def holds(self, row_id: int) -> bool:
        """Whether a row is ticked."""
        return (row_id in self.ids) is not self.is_all

    def is_empty(self) -> bool:
        """Whether no row is ticked."""
        return not self.is_all and not self.ids

    def count(self, total: int) -> int:
        """How many rows are ticked in a list of ``total`` rows."""
        return total - len(self.ids) if self.is_all else len(self.ids)

    def turn(self, row_id: int) -> None:
        """Tick a row, or untick it."""
        if row_id in self.ids:
            del self.ids[row_id]
        else:
            self.ids[row_id] = None
        self.changed.emit()

    def tick(self, rows: Iterable[int]) -> None:
        """Tick these rows."""
        for row_id in rows:
            if self.is_all:
                self.ids.pop(row_id, None)
            else:
                self.ids[row_id] = None
        self.changed.emit()

    def take_all(self) -> None:
        """Tick whatever the filter holds."""
        self.is_all = True
        self.ids.clear()
        self.changed.emit()

    def clear(self) -> None:
        """Untick every row."""
        if not self.is_empty():
            self.is_all = False
            self.ids.clear()
            self.changed.emit()
