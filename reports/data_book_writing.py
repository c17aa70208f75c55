"""Writes a data book (数据簿), and writes a refused one back with its faults marked."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook as NewWorkbook
from openpyxl.cell import Cell as NewCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from models.data_book import (
    HEADINGS,
    NAMES,
    BookRows,
    CellKind,
    Heading,
    SheetRow,
)
from models.data_book_problem import Problem
from reports.workbook import SheetCells, Workbook
from reports.workbook_cells import Cell, Content
from reports.workbook_package import Package

Explain = Callable[[Problem], str]
"""The sentence of a problem in the reader's language."""

TIME_FORMAT = "yyyy-mm-dd hh:mm:ss"
MOST_COMMENTS = 5_000
"""More comments make a spreadsheet slow; further bad cells are only coloured."""

_WIDTHS = {
    CellKind.TEXT: 16,
    CellKind.IDENTIFIER: 16,
    CellKind.NAMES: 16,
    CellKind.MONEY: 10,
    CellKind.TIME: 20,
    CellKind.PERIOD: 10,
    CellKind.CHOICE: 10,
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
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
        for row in sheet_rows:
            sheet.append([_cell(sheet, heading, row, zone) for heading in headings])
    book.save(out)


def _heading_cell(sheet: WriteOnlyWorksheet, heading: Heading) -> NewCell:
    cell = WriteOnlyCell(sheet, heading.title)
    cell.font = Font(bold=True)
    cell.fill = _HEADING
    return cell


def _cell(
    sheet: WriteOnlyWorksheet, heading: Heading, row: SheetRow, zone: ZoneInfo
) -> NewCell | None:
    value = getattr(row, heading.name)
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, datetime):
        local = value.astimezone(zone).replace(tzinfo=None)
        return _value_cell(sheet, local, TIME_FORMAT)
    if isinstance(value, Decimal):
        return _value_cell(sheet, value, "0.00")
    text = NAMES.join(value) if isinstance(value, tuple) else str(value)
    return _text_cell(sheet, text)


def _value_cell(
    sheet: WriteOnlyWorksheet, value: datetime | Decimal, number_format: str
) -> NewCell:
    """A number or a local time in its format."""
    cell = WriteOnlyCell(sheet)
    cell.value = value
    cell.number_format = number_format
    return cell


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> NewCell:
    """A text that no spreadsheet takes for a formula, a number or an error."""
    cell = WriteOnlyCell(sheet, _printable(text))
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def _printable(text: str) -> str:
    """Text as a workbook can hold it; ``_x0041_`` stays what was typed."""
    return _ESCAPE_LIKE.sub("_x005F_x", _UNPRINTABLE.sub("", text))


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
    return re.sub(r"[\\*?:/\[\]']", "_", _printable(title))[:31] or "_"


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
            text = "\n".join(_printable(self._explain(each)) for each in problems)
            cell.comment = Comment(text, "四联", width=260, height=90)


def _copy_sheet(
    sheet: SheetCells, workbook: Workbook, new: WriteOnlyWorksheet, marks: _Marks
) -> None:
    bad: dict[int, dict[int, list[Problem]]] | None = None
    written = 0
    new.freeze_panes = "A2"
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
    sheet: WriteOnlyWorksheet,
    cells: dict[int, NewCell],
    bad: dict[int, list[Problem]],
    marks: _Marks,
) -> None:
    for column, problems in bad.items():
        cell = cells.setdefault(column, WriteOnlyCell(sheet))
        marks.mark(cell, problems)
    last = max(cells, default=0)
    sheet.append([cells.get(column) for column in range(1, last + 1)])


def _copy(sheet: WriteOnlyWorksheet, cell: Cell, workbook: Workbook) -> NewCell:
    if cell.content is Content.DATE:
        at = workbook.date_of(cell.text)
        if at is not None:
            return _value_cell(sheet, at, TIME_FORMAT)
    if cell.content is Content.NUMBER:
        try:
            return _value_cell(sheet, Decimal(cell.text.strip()), "General")
        except InvalidOperation:
            pass
    return _text_cell(sheet, cell.text)
