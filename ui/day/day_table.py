"""The list at the left of a page of the day, kept filled."""

from collections.abc import Sequence
from typing import Any

from ui.kit.column import Column
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import ROW_HEIGHT, RowTableView
from ui.row_list import FindIds, LoadRows, RowList
from ui.shell.frame import Frame


class DayTable(RowTableView[Any]):
    """Rows with headings; ``filling`` asks for them again after every change."""

    def __init__(
        self,
        frame: Frame,
        name: str,
        columns: Sequence[Column[Any]],
        find_ids: FindIds,
        load_rows: LoadRows,
        tables: frozenset[str],
        *,
        empty_text: str,
        row_height: int = ROW_HEIGHT,
    ) -> None:
        self.model_of_rows: RowTableModel[Any] = RowTableModel(columns)
        super().__init__(
            self.model_of_rows, name, empty_text=empty_text, row_height=row_height
        )
        self.model_of_rows.setParent(self)
        self.filling: RowList[Any, Any] = RowList(
            frame.work, self, self.model_of_rows, find_ids, load_rows, tables
        )
        self.filling.counted.connect(self._choose_one)

    def say_when_empty(self, text: str) -> None:
        """What stands there instead of rows."""
        self._empty_text = text
        self.viewport().update()

    def _choose_one(self, count: int) -> None:
        """Somebody who comes to a list finds a row of it in hand."""
        if count and self.chosen_id() is None and not self.filling.is_wanting():
            self.choose_position(0)
