"""The model of a plain table: lines that are all here, under their titles."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, Qt

from ui.kit.painted_list import Index

Line = TypeVar("Line")


class LineModel(QAbstractTableModel, Generic[Line]):
    """What a line's cells say is up to ``data`` of who uses it."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: tuple[str, ...] = ()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, titles: Sequence[str], lines: Sequence[Line]) -> None:
        """Other columns and lines."""
        self.beginResetModel()
        self.titles, self.lines = tuple(titles), tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        is_title = orientation == Qt.Orientation.Horizontal
        if is_title and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        return None
