"""Writes a data book (数据簿), and writes a refused one back with its faults marked."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook as NewWorkbook
from openpyxl.cell import Cell as NewCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter

from models.data_book import (
    HEADINGS,
    NAMES,
    BookRows,
    CellKind,
    Heading,
)
from models.data_book_problem import Problem
from reports.sheet import WriteOnly, put_text, safe_text
from reports.workbook import SheetCells, Workbook
from reports.workbook_cells import Cell, Content
from reports.workbook_package import Package

Explain = Callable[[Problem], str]
"""The sentence of a problem in the reader's language."""

MOST_COMMENTS = 5_000
"""More comments make a spreadsheet slow; further bad cells are only coloured."""

_WIDTHS = {
    CellKind.TEXT: 16,
    CellKind.IDENTIFIER: 16,
    CellKind.NAMES: 16,
    CellKind.MONEY: 10,
    CellKind.TIME: 20,
    CellKind.PERIOD: 10,
    CellKind.CHOICE: 14,
}
_FORMATS = {CellKind.MONEY: "0.00", CellKind.TIME: "yyyy-mm-dd hh:mm:ss"}
_BAD = PatternFill("solid", fgColor="FFFFC7CE")
_HEADING = PatternFill("solid", fgColor="FFE8EEF4")


def write_xlsx(rows: BookRows, out: BinaryIO, zone: ZoneInfo) -> None:
    """Write a data book with all its sheets; times are the site's, local.

    Text stays text whatever it looks like; no formula leaves in a book (R13).
    """
    book = NewWorkbook(write_only=True)
    for title, sheet_rows in rows.sheets().items():
        sheet = book.create_sheet(title)
        headings = HEADINGS[title]
        sheet.freeze_panes = "B2"
        for index, heading in enumerate(headings, start=1):
            letter = get_column_letter(index)
            sheet.column_dimensions[letter].width = _WIDTHS[heading.kind]
        sheet.append([_heading_cell(sheet, heading) for heading in headings])
        # One styled cell a column, used again for every row, halves the time.
        pens = [_pen(sheet, heading) for heading in headings]
        for row in sheet_rows:
            values = (getattr(row, heading.name) for heading in headings)
            cells = zip(pens, values, strict=True)
            sheet.append([_written(pen, value, zone) for pen, value in cells])
    book.save(out)


def _heading_cell(sheet: WriteOnly, heading: Heading) -> NewCell:
    cell = WriteOnlyCell(sheet, heading.title)
    cell.font = Font(bold=True)
    cell.fill = _HEADING
    return cell


def _pen(sheet: WriteOnly, heading: Heading) -> NewCell:
    cell = WriteOnlyCell(sheet)
    cell.number_format = _FORMATS.get(heading.kind, "@")
    return cell


def _written(cell: NewCell, value: Any, zone: ZoneInfo) -> NewCell | None:
    """The cell with a row's value in it; None leaves it empty."""
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, datetime):
        cell.value = value.astimezone(zone).replace(tzinfo=None)
    elif isinstance(value, Decimal):
        cell.value = value
    else:
        put_text(cell, NAMES.join(value) if isinstance(value, tuple) else value)
    return cell


def write_annotated(
    source: Path | BinaryIO,
    problems: tuple[Problem, ...],
    out: BinaryIO,
    explain: Explain,
) -> None:
    """Write a refused book back: its cells, the bad ones red with a comment each.

    Formulas come back as the text they were typed as. Raises ``UnreadableBook``.
    """
    workbook = Workbook(Package(source))
    book = NewWorkbook(write_only=True)
    marks = _Marks(problems, explain)
    for sheet in workbook.sheets():
        _copy_sheet(sheet, workbook, book.create_sheet(_title(sheet.title)), marks)
    book.save(out)


def _title(title: str) -> str:
    return re.sub(r"[\\*?:/\[\]']", "_", safe_text(title))[:31] or "_"


class _Marks:
    """Which cells are bad, and what is said of each."""

    def __init__(self, problems: tuple[Problem, ...], explain: Explain) -> None:
        self._explain = explain
        self._left = MOST_COMMENTS
        self._by_sheet: dict[str, list[Problem]] = {}
        for problem in problems:
            self._by_sheet.setdefault(problem.sheet, []).append(problem)

    def of_sheet(
        self, title: str, columns: dict[str, int]
    ) -> dict[int, dict[int, list[Problem]]]:
        """Row → column → its problems; ``columns`` finds a heading's column."""
        found: dict[int, dict[int, list[Problem]]] = {}
        for problem in self._by_sheet.get(title, ()):
            letter = dict(problem.facts).get("column")
            column = columns.get(problem.heading, 1)
            if isinstance(letter, str):
                column = column_index_from_string(letter)
            row = found.setdefault(max(problem.row, 1), {})
            row.setdefault(column, []).append(problem)
        return found

    def mark(self, cell: NewCell, problems: list[Problem]) -> None:
        """Colour a cell and say what is wrong with it."""
        cell.fill = _BAD
        if self._left > 0:
            self._left -= 1
            text = "\n".join(safe_text(self._explain(each)) for each in problems)
            cell.comment = Comment(text, "四联", width=260, height=90)


def _copy_sheet(
    sheet: SheetCells, workbook: Workbook, new: WriteOnly, marks: _Marks
) -> None:
    bad: dict[int, dict[int, list[Problem]]] | None = None
    written = 0
    new.freeze_panes = "A2"
    new.sheet_format.defaultColWidth = _WIDTHS[CellKind.TIME]
    for row in sheet.rows:
        if bad is None:
            headings = row.cells if row.number == 1 else ()
            columns = {cell.text.strip(): cell.column for cell in reversed(headings)}
            bad = marks.of_sheet(sheet.title, columns)
        for number in range(written + 1, row.number):
            _append(new, {}, bad.pop(number, {}), marks)
        cells = {cell.column: _copy(new, cell, workbook) for cell in row.cells}
        _append(new, cells, bad.pop(row.number, {}), marks)
        written = row.number
    for problems in (marks.of_sheet(sheet.title, {}) if bad is None else bad).values():
        _append(new, {}, problems, marks)


def _append(
    sheet: WriteOnly,
    cells: dict[int, NewCell],
    bad: dict[int, list[Problem]],
    marks: _Marks,
) -> None:
    for column, problems in bad.items():
        cell = cells.setdefault(column, WriteOnlyCell(sheet))
        marks.mark(cell, problems)
    last = max(cells, default=0)
    sheet.append([cells.get(column) for column in range(1, last + 1)])


def _copy(sheet: WriteOnly, cell: Cell, workbook: Workbook) -> NewCell:
    """A cell as it was typed; what is no number and no date comes back as text."""
    new = WriteOnlyCell(sheet)
    local = workbook.date_of(cell.text) if cell.content is Content.DATE else None
    number = _number(cell.text) if cell.content is Content.NUMBER else None
    if local is not None:
        new.value = local
        new.number_format = _FORMATS[CellKind.TIME]
    elif number is not None:
        new.value = number
    else:
        new.number_format = "@"
        put_text(new, cell.text)
    return new


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None
