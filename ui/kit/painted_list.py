"""What every list that paints its own rows has in common: its model and its view."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole row, for whoever paints it."""


class SpokenRow(Protocol):
    """A row that can be read aloud."""

    @property
    def spoken(self) -> str:
        """All of it in one line."""


Row = TypeVar("Row", bound=SpokenRow)


class SpokenRows(QAbstractListModel, Generic[Row]):
    """Rows in order; their words are for screen readers and hints."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

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

    def replace(self, rows: Sequence[Row]) -> None:
        """Other rows in place of these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class PaintedList(QListView):
    """One row may be chosen; it scrolls by pixels and stands on its pane's ground."""

    def __init__(
        self, name: str, rows: SpokenRows[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setProperty("clear", True)
