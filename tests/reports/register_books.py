"""Exports a register, edits its workbook, and holds it against the books again."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.database import Database
from app.desk import Desk
from app.progress import SILENT
from app.register_compare import Comparison
from models.register_book import RegisterBook
from models.text import untranslated
from reports.register_load import load
from reports.register_part import SheetsBy
from reports.register_xlsx import write_xlsx
from ui.register_book.opening import compare_book, open_book

FIRST = 4
"""The row of the first slip."""


class Exported:
    """A register in a file that can be edited cell by cell."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        folder: Path,
        *,
        is_unit: bool = False,
        by: SheetsBy = SheetsBy.ALL,
    ) -> None:
        self._database, self._desk = database, desk
        self.path = folder / "register.xlsx"
        register = database.read(lambda each: load(each, desk, is_unit=is_unit))
        out = io.BytesIO()
        write_xlsx(register, out, untranslated, by)
        self.path.write_bytes(out.getvalue())
        self.numbers = [row.number for row in register.rows]

    def edit(self, change: Callable[[Worksheet], object], sheet: int = 0) -> None:
        """Change the first sheet (or another) as a spreadsheet would."""
        book = load_workbook(self.path)
        change(book.worksheets[sheet])
        book.save(self.path)

    def put(self, number: str, heading: str, value: Any) -> None:
        """Type a value into the cell of a slip."""
        self.edit(lambda sheet: put(sheet, number, heading, value))

    def read(self) -> RegisterBook:
        """The file as it is read back."""
        book = open_book(self.path, SILENT)
        assert isinstance(book, RegisterBook), book
        return book

    def compare(self) -> Comparison:
        """What taking it back would change."""
        return self._database.read(compare_book, self._desk, self.read())


def column_of(sheet: Worksheet, heading: str) -> int:
    """The column under a heading."""
    titles = [cell.value for cell in sheet[FIRST - 1]]
    return titles.index(heading) + 1


def row_of(sheet: Worksheet, number: str) -> int:
    """The row of a slip."""
    column = column_of(sheet, "单号")
    rows = range(FIRST, sheet.max_row + 1)
    return next(row for row in rows if sheet.cell(row, column).value == number)


def put(sheet: Worksheet, number: str, heading: str, value: Any) -> None:
    """Type a value into the cell of a slip."""
    sheet.cell(row_of(sheet, number), column_of(sheet, heading)).value = value
