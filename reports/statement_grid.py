"""Cells of a sheet that is filled here and there, before they become rows."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheet_stream import Content, Row


class Grid:
    """Cells by row and column, from 1 on; what is joined, how high the rows are."""

    def __init__(self, widths: Sequence[float]) -> None:
        self.widths = tuple(widths)
        self.last = 0
        self._cells: dict[int, dict[int, tuple[int, Content]]] = {}
        self._heights: dict[int, float] = {}
        self._joined: list[CellRange] = []

    def put(
        self,
        row: int,
        column: int,
        style: int,
        content: Content,
        *,
        until: int | None = None,
    ) -> None:
        """Fill a cell, joined with its neighbours to the column ``until``."""
        cells = self._cells.setdefault(row, {})
        cells[column] = (style, content)
        for other in range(column + 1, (until or column) + 1):
            cells[other] = (style, None)
        if until is not None and until > column:
            self._joined.append(CellRange(None, column, row, until, row))
        self.last = max(self.last, row)

    def raise_to(self, row: int, height: float) -> None:
        """Make a row at least so high."""
        self._heights[row] = max(height, self._heights.get(row, 0))

    def room(self, column: int, until: int) -> float:
        """The width of neighbouring columns (digits)."""
        return sum(self.widths[column - 1 : until])

    def rows(self) -> Iterator[Row]:
        """The rows from the first to the last."""
        for number in range(1, self.last + 1):
            cells = self._cells.get(number, {})
            across = range(1, max(cells, default=0) + 1)
            found = [cells.get(column, (0, None)) for column in across]
            yield Row(
                [style for style, _ in found],
                [content for _, content in found],
                self._heights.get(number),
            )

    def join(self, sheet: Worksheet) -> None:
        """Tell the sheet what is joined."""
        for each in self._joined:
            sheet.merged_cells.add(each)
