"""A table over ids: which rows there are is known at once, what they say by page.

``data`` never touches the database and never raises. A page that is not here yet is
asked for once and shows ``…`` until it comes.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.kit.column import Column

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
PAGE = 100
PAGES_KEPT = 50
WAITING = "…"
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole row, for the delegate; None while it is on its way."""


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one list; ``page_wanted`` asks (page, ids) of whoever owns the list."""

    page_wanted = Signal(int, object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        is_struck: Callable[[Row], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._is_struck = is_struck
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()
        self._asked: set[int] = set()
        self._before: dict[int, Row] = {}
        self.is_known = False
        """Whether the question was answered once; before that no list is empty."""

    def columns(self) -> list[Column[Row]]:
        """The columns, in order."""
        return list(self._columns)

    def column_at(self, place: int) -> Column[Row]:
        """One column."""
        return self._columns[place]

    def ids(self) -> "array[int]":
        """All ids, in the order of the list."""
        return self._ids

    def set_ids(self, ids: "array[int]") -> None:
        """Another answer to *which*; rows seen before show until their page comes.

        Where the list only goes on after what was known, it grows and nothing moves.
        """
        self.is_known = True
        known = len(self._ids)
        if 0 < known < len(ids) and known % PAGE == 0 and ids[:known] == self._ids:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
            return
        self.beginResetModel()
        self._keep_seen()
        self._ids = ids
        self.endResetModel()

    def put_first(self, ids: "array[int]", rows: Sequence[Row]) -> None:
        """The first page of another list, before the rest of it is known."""
        self.is_known = True
        self.beginResetModel()
        self._keep_seen()
        self._ids = ids
        self._pages[0] = rows
        self.endResetModel()

    def forget_pages(self) -> None:
        """The same rows may say something else now: ask again for what is seen."""
        self._keep_seen()
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0),
                self.index(len(self._ids) - 1, len(self._columns) - 1),
            )

    def _keep_seen(self) -> None:
        # A refresh that blanks the screen first would flicker at every change.
        for page, rows in self._pages.items():
            pairs = zip(self._ids_of(page), rows, strict=True)
            self._before.update({id_: row for id_, row in pairs if row is not None})
        while len(self._before) > PAGE * PAGES_KEPT:
            self._before.pop(next(iter(self._before)))
        self._pages.clear()
        self._asked.clear()

    def put_page(
        self, page: int, ids: "array[int]", rows: Sequence[Row | None]
    ) -> None:
        """Take the answer for ``page`` if the list still asks that question."""
        if ids != self._ids_of(page):
            return
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        self.dataChanged.emit(
            self.index(first, 0),
            self.index(first + len(rows) - 1, len(self._columns) - 1),
        )

    def stop_waiting(self, page: int) -> None:
        """The question for ``page`` ended, well or not; it may be asked again."""
        self._asked.discard(page)

    def row_at(self, position: int) -> Row | None:
        """The row at ``position`` if its page is here; asks for it otherwise."""
        if not 0 <= position < len(self._ids):
            return None
        page, offset = divmod(position, PAGE)
        if page not in self._pages:
            self._ask(page)
            return self._before.get(self._ids[position])
        self._pages.move_to_end(page)
        return self._pages[page][offset]

    def id_at(self, position: int) -> int | None:
        """The id at ``position``."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def position_of(self, wanted: int) -> int | None:
        """Where the row with this id stands."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return None

    def _ids_of(self, page: int) -> "array[int]":
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        self.page_wanted.emit(page, self._ids_of(page))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            column = self._columns[index.column()]
            side = (
                Qt.AlignmentFlag.AlignRight
                if column.is_number
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            ROW_ROLE,
        ):
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            page = index.row() // PAGE
            return "" if page in self._pages else WAITING
        return self._columns[index.column()].text_of(row, index.row())

    def is_struck(self, position: int) -> bool:
        """Whether the row is struck through: it stays, but counts no more."""
        row = self.row_at(position)
        return row is not None and self._is_struck is not None and self._is_struck(row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if column.is_number
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
