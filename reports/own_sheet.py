"""Reads a sheet that a centre has kept in its own way: any .xlsx, or a simple CSV.

Nothing is refused here but files that are no honest workbook; what the cells mean is
asked later (``app/sheet_*.py``). The limits of data books hold (R12).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import BinaryIO

from models.data_book_problem import FileFault, UnreadableBook
from models.sheet_grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellForm,
    Grid,
    GridCell,
    GridRow,
    OwnBook,
)
from reports.own_sheet_text import read_text
from reports.workbook import SheetCells, Workbook
from reports.workbook_cells import Cell, Content, Merged
from reports.workbook_package import Package

Tell = Callable[[int], None]
"""Told how many rows were read; may raise to stop the work."""

_TELL_EVERY = 500
_MOST_CELLS = 2_000_000
_MOST_GRIDS = 60
_LONGEST = 4_000
_HEAD_ROWS = 30
"""Only so far down a merged cell may be a heading over several columns."""
_TEXT_ENDINGS = (".csv", ".txt", ".tsv")
_FORMS = {
    Content.TEXT: CellForm.TEXT,
    Content.NUMBER: CellForm.NUMBER,
    Content.BOOLEAN: CellForm.BOOLEAN,
    Content.ERROR: CellForm.ERROR,
    Content.FORMULA: CellForm.FORMULA,
}


def read_own(source: Path | BinaryIO, tell: Tell | None = None) -> OwnBook:
    """Every sheet of a file that holds anything. Raises ``UnreadableBook``."""
    name = source.name
    if isinstance(source, Path) and name.lower().endswith(_TEXT_ENDINGS):
        return OwnBook(name, (read_text(source),))
    package = Package(source)
    workbook = Workbook(package, takes_results=True)
    reading = _Reading(package, workbook, tell)
    grids = [grid for sheet in workbook.sheets() if (grid := reading.read(sheet)).rows]
    if not grids:
        raise UnreadableBook(FileFault.EMPTY, file=package.name)
    return OwnBook(Path(name).name, tuple(grids[:_MOST_GRIDS]))


class _Reading:
    """One workbook being read, with what is left of its limits."""

    def __init__(self, package: Package, workbook: Workbook, tell: Tell | None) -> None:
        self._package = package
        self._workbook = workbook
        self._tell = tell
        self._rows = 0
        self._cells = 0
        self._shared: dict[GridCell, GridCell] = {}

    def read(self, sheet: SheetCells) -> Grid:
        rows: list[GridRow] = []
        for row in sheet.rows:
            self._rows += 1
            self._cells += len(row.cells)
            last = max(cell.column for cell in row.cells)
            if self._rows > MOST_ROWS or self._cells > _MOST_CELLS:
                raise self._package.fault(FileFault.TOO_MANY)
            if last > MOST_COLUMNS:
                raise self._package.fault(FileFault.TOO_MANY)
            if self._tell is not None and self._rows % _TELL_EVERY == 0:
                self._tell(self._rows)
            cells: list[GridCell | None] = [None] * last
            for cell in row.cells:
                cells[cell.column - 1] = self._cell(cell)
            rows.append(GridRow(row.number, tuple(cells), row.is_hidden))
        spread = tuple(_spread(rows, sheet.merged))
        return Grid(sheet.title, spread, sheet.is_hidden)

    def _cell(self, cell: Cell) -> GridCell:
        made = grid_cell(self._workbook, cell)
        if len(made.text) <= 20 and len(self._shared) < 50_000:
            return self._shared.setdefault(made, made)
        return made


def grid_cell(workbook: Workbook, cell: Cell) -> GridCell:
    """A cell of a workbook with its date or clock time told from a number."""
    if cell.content is not Content.DATE:
        return GridCell(_FORMS[cell.content], cell.text[:_LONGEST])
    try:
        number = Decimal(cell.text)
    except InvalidOperation:
        return GridCell(CellForm.TEXT, cell.text)
    if number == 0:
        return GridCell(CellForm.CLOCK, "00:00:00")
    at = workbook.date_of(cell.text)
    if at is None:
        return GridCell(CellForm.NUMBER, cell.text)
    if number < 1:
        return GridCell(CellForm.CLOCK, f"{at:%H:%M:%S}")
    return GridCell(CellForm.MOMENT, f"{at:%Y-%m-%d %H:%M:%S}")


def _spread(rows: list[GridRow], merged: Sequence[Merged]) -> list[GridRow]:
    """Let every merged cell say what its first one says.

    Only rows with something of their own are filled: a slip written over two lines
    with all its cells merged stays one slip. Across columns only headings reach.
    """
    places = {row.number: index for index, row in enumerate(rows)}
    own = {row.number: row for row in rows}
    for one in merged:
        if one.first_row not in own or one.first_column > MOST_COLUMNS:
            continue
        cell = own[one.first_row].cell(one.first_column - 1)
        if cell is None:
            continue
        last = one.first_column
        if one.first_row <= _HEAD_ROWS:
            last = min(one.last_column, MOST_COLUMNS)
        for number in range(one.first_row, min(one.last_row, rows[-1].number) + 1):
            if number in places:
                index = places[number]
                rows[index] = _filled(rows[index], one.first_column - 1, last, cell)
    return rows


def _filled(row: GridRow, first: int, until: int, cell: GridCell) -> GridRow:
    cells = list(row.cells) + [None] * (until - len(row.cells))
    for index in range(first, until):
        if cells[index] is None:
            cells[index] = cell
    return replace(row, cells=tuple(cells))
