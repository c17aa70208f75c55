"""A printable sheet of a workbook: title, headings, typed columns, rows as they come.

Text never becomes a formula (R13); money stays exact; times are local and real.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, BinaryIO, TypeAlias
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

Value: TypeAlias = str | int | Decimal | date | time | None
"""What a cell may hold; a ``datetime`` too, aware or local."""

WriteOnly: TypeAlias = Any
"""A write-only worksheet: its stubs lack all it shares with an ordinary one."""

LONGEST_TEXT = 32_767
"""What a cell can hold."""


class Kind(StrEnum):
    """How the cells of a column are shown."""

    TEXT = "text"
    WHOLE = "whole"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    CLOCK = "clock"
    MOMENT = "moment"
    SHORT_MOMENT = "short_moment"


FORMATS = {
    Kind.TEXT: "@",
    Kind.WHOLE: "0",
    Kind.MONEY: "#,##0.00",
    Kind.QUANTITY: "0.##",
    Kind.DATE: "yyyy-mm-dd",
    Kind.CLOCK: "hh:mm",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
    Kind.SHORT_MOMENT: "mm-dd hh:mm",
}
"""The number format of each kind."""

_LEAST_WIDTHS = {
    Kind.DATE: 11.5,
    Kind.CLOCK: 6.5,
    Kind.MOMENT: 17,
    Kind.SHORT_MOMENT: 12,
}
_NARROWEST = 5
_MARGIN = 2
_LINES_OF_HEADING = 3
LINE = 14.5
"""The height of one line (pt)."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
_HAIR = Side(style="hair")
HEADING: dict[str, Any] = {
    "font": Font(size=10, bold=True),
    "fill": PatternFill("solid", fgColor="FFEFEFEA"),
    "border": Border(bottom=Side(style="thin"), left=_HAIR, right=_HAIR),
    "alignment": Alignment(horizontal="center", vertical="center", wrap_text=True),
}
"""How the cells of the headings look."""
_PAPER_A4 = 9
TITLE, SUBTITLE = Font(size=16, bold=True), Font(size=10, bold=False)
TITLE_HEIGHT, SUBTITLE_HEIGHT = 28, 18


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, what its cells hold, the widest it may grow (digits).

    ``may_be_struck``: whether its text is struck in a row that is.
    """

    title: str
    kind: Kind = Kind.TEXT
    widest: int = 30
    may_be_struck: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet before its rows: ``lines`` stand above the headings, the first large.

    ``frozen`` columns stay in sight and stand on every page; on paper the sheet is
    A4 landscape, ``pages_wide`` pages side by side. ``foot`` is printed at the left
    of every page, ``page_number`` with {number} and {count} in the middle.
    """

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    foot: str
    page_number: str
    frozen: int = 0
    pages_wide: int = 1


class Book:
    """A workbook written sheet by sheet; times are shown in ``zone``."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._book = Workbook(write_only=True)

    def add(
        self,
        layout: Layout,
        rows: Sequence[Sequence[Value]],
        is_struck: Callable[[int], bool] = lambda index: False,
    ) -> None:
        """Write a sheet with all its rows; those of ``is_struck`` are struck out."""
        sheet = self._book.create_sheet(sheet_title(layout.title))
        shown = [[_shown_widths(value) for value in row] for row in rows]
        widths = [
            _width(column, (row[index] for row in shown))
            for index, column in enumerate(layout.columns)
        ]
        lay_out(sheet, layout, len(rows))
        for index, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(index)].width = width
        for number, line in enumerate(layout.lines, start=1):
            _write_line(sheet, number, line, len(layout.columns))
        _write_headings(sheet, layout, widths)
        plain = _RowPen(sheet, layout.columns, self._zone, is_struck=False)
        struck = _RowPen(sheet, layout.columns, self._zone, is_struck=True)
        first = len(layout.lines) + 2
        written = 0
        for index, row in enumerate(rows):
            lines = max(map(lines_in, shown[index], widths))
            if lines > 1:
                sheet.row_dimensions[first + index].height = LINE * lines
            (struck if is_struck(index) else plain).write(row)
            written += 1
        assert written == len(rows), f"{written} of {len(rows)} rows written"

    def save(self, out: BinaryIO) -> None:
        """Write the file; nothing can be added afterwards."""
        self._book.save(out)


def safe_text(text: str) -> str:
    """Text as a cell can hold it: no control characters, no half characters.

    ``_x0041_`` stays what was typed, though a spreadsheet would read an A.
    """
    return _LIKE_AN_ESCAPE.sub("_x005F_x", _UNPRINTABLE.sub("", text))[:LONGEST_TEXT]


def put_text(cell: Cell, text: str) -> None:
    """Make a cell hold text and nothing else, whatever it begins with: = + - @ #."""
    cell.value = safe_text(text)
    cell.data_type = "s"


def display_width(text: str) -> int:
    """The width of a text's longest line in digits; Han and their like count two."""
    return max(line_widths(text), default=0)


def alignment_of(kind: Kind) -> Alignment:
    """How the cells of a column stand."""
    is_text = kind is Kind.TEXT
    return Alignment(
        vertical="top", wrap_text=is_text, horizontal="left" if is_text else None
    )


class _RowPen:
    """Writes rows with one styled cell a column, used again for every row."""

    def __init__(
        self,
        sheet: WriteOnly,
        columns: Sequence[Column],
        zone: ZoneInfo,
        is_struck: bool,
    ) -> None:
        self._sheet = sheet
        self._zone = zone
        self._cells = []
        for column in columns:
            cell = WriteOnlyCell(sheet)
            cell.number_format = FORMATS[column.kind]
            cell.font = Font(size=10, strike=is_struck and column.may_be_struck)
            cell.alignment = alignment_of(column.kind)
            self._cells.append(cell)

    def write(self, values: Sequence[Value]) -> None:
        row: list[Cell | None] = []
        for cell, value in zip(self._cells, values, strict=True):
            if value is None or value == "":
                row.append(None)
                continue
            if isinstance(value, str):
                put_text(cell, value)
            elif isinstance(value, datetime) and value.tzinfo is not None:
                cell.value = value.astimezone(self._zone).replace(tzinfo=None)
            else:
                cell.value = value
            row.append(cell)
        self._sheet.append(row)


def sheet_title(title: str) -> str:
    """A title as the tab of a sheet can hold it."""
    return re.sub(r"[\\*?:/\[\]']", "_", safe_text(title))[:31] or "_"


def lay_out(sheet: WriteOnly, layout: Layout, rows: int) -> None:
    """Everything about a sheet but its cells: titles, paper, head and foot."""
    heading = len(layout.lines) + 1
    last_column = get_column_letter(len(layout.columns))
    sheet.freeze_panes = f"{get_column_letter(layout.frozen + 1)}{heading + 1}"
    sheet.print_area = f"A{heading}:{last_column}{heading + rows}"
    sheet.print_title_rows = f"{heading}:{heading}"
    if layout.frozen and layout.pages_wide > 1:
        sheet.print_title_cols = f"A:{get_column_letter(layout.frozen)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.fitToWidth = layout.pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.header = 0.75, 0.35
    margins.bottom, margins.footer = 0.6, 0.3
    title, *others = map(_page_text, layout.lines)
    sheet.oddHeader.left.text = f'&"-,Bold"&14 {title}'
    sheet.oddHeader.right.text = f"&9 {'　'.join(others)}"
    sheet.oddFooter.left.text = _page_text(layout.foot)
    page_number = _page_text(layout.page_number)
    sheet.oddFooter.center.text = page_number.format(number="&P", count="&N")


def _page_text(text: str) -> str:
    """Text for a page's head or foot, where & begins an order."""
    return safe_text(text).replace("&", "&&")


def _write_line(sheet: WriteOnly, number: int, text: str, columns: int) -> None:
    cell = WriteOnlyCell(sheet)
    put_text(cell, text)
    is_title = number == 1
    cell.font = TITLE if is_title else SUBTITLE
    cell.alignment = Alignment(horizontal="left", vertical="center")
    sheet.row_dimensions[number].height = TITLE_HEIGHT if is_title else SUBTITLE_HEIGHT
    sheet.merged_cells.add(CellRange(None, 1, number, columns, number))
    sheet.append([cell])


def _write_headings(sheet: WriteOnly, layout: Layout, widths: Sequence[float]) -> None:
    cells = []
    for column in layout.columns:
        cell = WriteOnlyCell(sheet)
        put_text(cell, column.title)
        for name, style in HEADING.items():
            setattr(cell, name, style)
        cells.append(cell)
    height = heading_height(layout.columns, widths)
    sheet.row_dimensions[len(layout.lines) + 1].height = height
    sheet.append(cells)


def heading_height(columns: Sequence[Column], widths: Sequence[float]) -> float:
    """How high the headings stand (pt)."""
    lines = [
        -(-display_width(column.title) // max(int(width) - 1, 1))
        for column, width in zip(columns, widths, strict=True)
    ]
    return LINE * max(lines) + 4


def _width(column: Column, shown: Iterable[Sequence[int]]) -> float:
    widest = max((width for lines in shown for width in lines), default=0)
    return column_width(column, widest)


def column_width(column: Column, widest: int) -> float:
    """Wide enough for every number and date, and for text up to ``column.widest``;
    ``widest`` is the width of its widest cell in digits.
    """
    heading = -(-display_width(column.title) // _LINES_OF_HEADING) + 2
    if column.kind in _LEAST_WIDTHS:
        return max(_LEAST_WIDTHS[column.kind], heading)
    widest += _MARGIN
    if column.kind is Kind.TEXT:
        widest = min(widest, column.widest)
    return max(_NARROWEST, heading, widest)


def lines_in(shown: Sequence[int], width: float) -> int:
    """How many lines a cell takes in a column of ``width``."""
    room = int(width - _MARGIN / 2)
    return sum(-(-line // room) or 1 for line in shown)


def _shown_widths(value: Value) -> list[int]:
    """The width of each line of a value."""
    match value:
        case None:
            return []
        case str():
            return line_widths(value)
        case Decimal():
            return [len(f"{value:,.2f}")]
        case int():
            return [len(str(value))]
        case _:
            return []


def line_widths(text: str) -> list[int]:
    """The width of each line of a text in digits."""
    # in GB 18030 ASCII has one byte and Han have two, as they have columns
    return [len(line.encode("gb18030", "replace")) for line in text.splitlines()]
