"""P6: the finance statement as a workbook against a bare openpyxl write-only loop.

The floor writes the same cells of the seven lists with the same number formats; what
stands in the cells is reckoned before its clock starts.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from models.statement import Statement
from models.text import translator
from reports.sheet import FORMATS, Kind
from reports.statement_list import LISTS
from reports.statement_words import Words
from reports.statement_xlsx import write_xlsx
from tests.measuring import Speed, peak_memory, side_by_side
from tests.reports.statements import OFFICE, SHANGHAI, large

_MONTH = 3_000
_LARGE = 52_640
"""Slips that make 100,000 rows with their payments and balances."""
_MOST_MB = 150.0

Sheet = tuple[str, Sequence[Kind], Sequence[Sequence[Any]]]


def rows() -> Iterator[Speed]:
    """The month of 3,000 slips, then 100,000 rows and the memory they take."""
    statement = large(_LARGE)
    peak_memory()
    _ours(statement)
    memory = peak_memory()
    del statement
    yield _compared(large(_MONTH), "P6 statement to Excel, 3,000 slips", 1.5, 3)
    statement = large(_LARGE)
    count = sum(len(which.rows(statement)) for which in LISTS)
    name = f"P6 statement to Excel, {count:,} rows"
    speed = _compared(statement, name, 1.3, 1)
    yield Speed(
        speed.name, speed.ours, speed.goal, speed.floor, speed.figure, memory=memory
    )
    yield Speed("   memory of it", memory, _MOST_MB, unit="MB")


def _compared(statement: Statement, name: str, goal: float, rounds: int) -> Speed:
    sheets = _cells(statement)
    bare: Callable[[], object] = partial(_bare, sheets)
    ours, floor = side_by_side(rounds, partial(_ours, statement), bare)
    return Speed(name, ours, goal, floor)


def _ours(statement: Statement) -> None:
    write_xlsx(statement, OFFICE, io.BytesIO(), translator("zh_CN"))


def _cells(statement: Statement) -> list[Sheet]:
    """What stands in the rows of every list."""
    words = Words(translator("zh_CN"))
    sheets: list[Sheet] = []
    for which in LISTS:
        kinds = [Kind.WHOLE, *(column.kind for column in which.columns)]
        values = [column.value for column in which.columns]
        cells = [
            [serial, *(_naive(value(item, words)) for value in values)]
            for serial, item in enumerate(which.rows(statement), start=1)
        ]
        sheets.append((which.name, kinds, cells))
    return sheets


def _naive(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(SHANGHAI).replace(tzinfo=None)
    return value


def _bare(sheets: Sequence[Sheet]) -> None:
    """One cell a column with its format, filled anew for every row."""
    book = Workbook(write_only=True)
    for title, kinds, rows_of in sheets:
        sheet = book.create_sheet(title)
        pens = []
        for kind in kinds:
            pen = WriteOnlyCell(sheet)
            pen.number_format = FORMATS[kind]
            pens.append(pen)
        for values in rows_of:
            row: list[Any] = []
            for pen, value in zip(pens, values, strict=True):
                if value is None or value == "":
                    row.append(None)
                else:
                    pen.value = value
                    row.append(pen)
            sheet.append(row)
    book.save(io.BytesIO())
