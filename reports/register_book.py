"""Reads an edited register back: its rows as they are, and the base it carries.

A column that is gone, renamed or put in is named, and the others are still read.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import get_column_letter

from models.data_book_problem import FileFault
from models.register_book import (
    BASE_SHEET,
    BookFault,
    BookProblem,
    BookRow,
    ColumnKind,
    RegisterBook,
    cell_text,
)
from models.sheet_grid import CellForm, GridCell
from reports.own_sheet import grid_cell
from reports.register_base import read_base
from reports.register_row import PUBLIC_COLUMNS, SERIAL, UNIT_COLUMNS
from reports.sheet import Kind
from reports.workbook import SheetCells, Workbook
from reports.workbook_cells import Cell, Row
from reports.workbook_package import Package

Tell = Callable[[int], None]
"""Told how many rows were read; may raise to stop the work."""

_NUMBER = "单号"
_TELL_EVERY = 200
_HEAD_ROWS = 20
"""The headings stand in one of the first rows."""
_MOST_ROWS = 100_000
_MOST_COLUMNS = 256
_KINDS = {
    Kind.MONEY: ColumnKind.MONEY,
    Kind.DATE: ColumnKind.DAY,
    Kind.CLOCK: ColumnKind.CLOCK,
    Kind.SHORT_MOMENT: ColumnKind.MOMENT,
}


def read_xlsx(source: Path, tell: Tell | None = None) -> RegisterBook:
    """Every register sheet of a workbook. Raises ``UnreadableBook``."""
    package = Package(source)
    workbook = Workbook(package)
    base = None
    tables = []
    problems = []
    read = 0
    for sheet in workbook.sheets():
        if sheet.title == BASE_SHEET:
            base = read_base(sheet.rows)
            continue
        table = _Table(workbook, sheet)
        for _ in table.read():
            read += 1
            if read > _MOST_ROWS:
                raise package.fault(FileFault.TOO_MANY)
            if tell is not None and read % _TELL_EVERY == 0:
                tell(read)
        if table.head is None:
            if table.has_cells:
                problems.append(_sheet_problem(sheet.title))
            continue
        tables.append(table)
    if not tables:
        raise package.fault(FileFault.EMPTY if not problems else FileFault.NO_REGISTER)
    origin = None if base is None else base[0]
    is_unit = origin.is_unit if origin is not None else _looks_like_units(tables)
    columns = UNIT_COLUMNS if is_unit else PUBLIC_COLUMNS
    kinds = {
        column.title: _KINDS.get(column.kind, ColumnKind.TEXT)
        for column in columns
        if column.title != _NUMBER
    }
    rows: list[BookRow] = []
    present = {}
    for table in tables:
        heads = table.heads(kinds)
        present[table.title] = frozenset(heads.values())
        problems += table.head_problems(kinds)
        rows += table.rows(heads)
    return RegisterBook(
        name=source.name,
        is_unit=is_unit,
        origin=origin,
        kinds=kinds,
        rows=tuple(rows),
        present=present,
        base={} if base is None else base[1],
        problems=tuple(problems),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: Mapping[int, GridCell]


class _Table:
    """One sheet: its headings, and its lines under them."""

    def __init__(self, workbook: Workbook, sheet: SheetCells) -> None:
        self.title = sheet.title
        self.head: dict[int, str] | None = None
        self.has_cells = False
        self._workbook = workbook
        self._rows = sheet.rows
        self._lines: deque[_Line] = deque()
        self._known: dict[GridCell, GridCell] = {}
        self._filled: set[int] = set()

    def read(self) -> Iterator[None]:
        """Read the lines, one at each step."""
        for row in self._rows:
            self.has_cells = True
            if self.head is not None:
                self._take(row)
            elif row.number > _HEAD_ROWS:
                return
            elif _NUMBER in (found := _heads_of(row)).values():
                self.head = found
            yield

    def heads(self, kinds: Mapping[str, ColumnKind]) -> dict[int, str]:
        """Column → heading, of those that are read."""
        assert self.head is not None
        titles = list(self.head.values())
        return {
            column: title
            for column, title in self.head.items()
            if title in kinds and titles.count(title) == 1
        }

    def head_problems(self, kinds: Mapping[str, ColumnKind]) -> Iterator[BookProblem]:
        """Columns that are gone, stand twice, or are none of the register's."""
        assert self.head is not None
        titles = list(self.head.values())
        for title in kinds:
            if title not in titles:
                yield self._problem(title, BookFault.COLUMN_GONE)
            elif titles.count(title) > 1:
                yield self._problem(title, BookFault.COLUMN_TWICE)
        if titles.count(_NUMBER) > 1:
            yield self._problem(_NUMBER, BookFault.COLUMN_TWICE)
        for column in sorted(self._filled | set(self.head)):
            title = self.head.get(column, "")
            if title not in kinds and title not in (_NUMBER, SERIAL):
                name = title or get_column_letter(column)
                yield self._problem(name, BookFault.COLUMN_UNKNOWN)

    def rows(self, heads: Mapping[int, str]) -> Iterator[BookRow]:
        """The lines as rows of slips."""
        assert self.head is not None
        column = min(c for c, title in self.head.items() if title == _NUMBER)
        while self._lines:  # a line goes when its row comes: there may be many
            line = self._lines.popleft()
            number = line.cells.get(column)
            cells = {
                title: line.cells[place]
                for place, title in heads.items()
                if place in line.cells
            }
            if number is not None and number.form is CellForm.FORMULA:
                cells[_NUMBER] = number
            told = "" if number is None else cell_text(number.shown())
            yield BookRow(self.title, line.number, told, cells)

    def _take(self, row: Row) -> None:
        # Most cells say what others say: each is kept once.
        cells = {}
        for cell in row.cells:
            if cell.column <= _MOST_COLUMNS:
                read = grid_cell(self._workbook, cell)
                cells[cell.column] = self._known.setdefault(read, read)
        self._filled.update(cells)
        self._lines.append(_Line(row.number, cells))

    def _problem(self, heading: str, fault: BookFault) -> BookProblem:
        return BookProblem(self.title, 0, "", heading, "", "", fault)


def _heads_of(row: Row) -> dict[int, str]:
    return {cell.column: _head(cell) for cell in row.cells}


def _head(cell: Cell) -> str:
    return "".join(cell.text.split())


def _sheet_problem(title: str) -> BookProblem:
    return BookProblem(title, 0, "", "", "", "", BookFault.SHEET_UNKNOWN)


def _looks_like_units(tables: list[_Table]) -> bool:
    """Whether more headings are of the register of units than of the other."""
    found = {title for table in tables for title in (table.head or {}).values()}
    unit, public = (
        len(found & {column.title for column in columns})
        for columns in (UNIT_COLUMNS, PUBLIC_COLUMNS)
    )
    return unit > public
