"""The two registers (追踪统计表) as a workbook, which knows what it was made from."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from models.text import Translate
from reports.register_base import add_base
from reports.register_part import Part, SheetsBy, parts_of
from reports.register_row import SERIAL, UNSTRUCK, Register, according
from reports.sheet import (
    FORMATS,
    HEADING,
    LINE,
    SUBTITLE,
    SUBTITLE_HEIGHT,
    TITLE,
    TITLE_HEIGHT,
    Column,
    Kind,
    Layout,
    alignment_of,
    column_width,
    display_width,
    heading_height,
    lay_out,
    line_widths,
    lines_in,
    sheet_title,
)
from reports.sheet_stream import Row, StreamBook

_MARGIN = 2


def write_xlsx(
    register: Register,
    out: BinaryIO,
    translate: Translate,
    by: SheetsBy = SheetsBy.ALL,
) -> None:
    """Write the register as printable sheets: one, or one a week or a period."""
    book = StreamBook(register.zone, register.origin.made_at)
    styles = _Styles(book, register)
    for part in parts_of(register, by, translate):
        _PartSheet(register, part, styles, translate).add_to(book)
    add_base(book, register, styles.base)
    book.save(out)


class _Styles:
    """Numbers of styles, made once a book; its columns too."""

    def __init__(self, book: StreamBook, register: Register) -> None:
        left = Alignment(horizontal="left", vertical="center")
        self.columns = (
            Column(SERIAL, Kind.WHOLE, may_be_struck=False),
            *(
                Column(
                    title=each.title,
                    kind=each.kind,
                    widest=round(each.width) + 6,
                    may_be_struck=each.title not in UNSTRUCK,
                )
                for each in register.columns
            ),
        )
        self.title = book.style(font=TITLE, alignment=left)
        self.subtitle = book.style(font=SUBTITLE, alignment=left)
        self.heading = book.style(**HEADING)
        self.base = book.style(font=Font(size=10), alignment=left, number_format="@")
        self.plain, self.struck = (
            tuple(
                book.style(
                    font=Font(size=10, strike=is_struck and column.may_be_struck),
                    alignment=alignment_of(column.kind),
                    number_format=FORMATS[column.kind],
                )
                for column in self.columns
            )
            for is_struck in (False, True)
        )


class _PartSheet:
    """One sheet of the register."""

    def __init__(
        self, register: Register, part: Part, styles: _Styles, translate: Translate
    ) -> None:
        self._rows = part.rows
        self._styles = styles
        self._values = [column.value for column in register.columns]
        self._layout = Layout(
            title=part.name,
            lines=(register.title, part.line),
            columns=styles.columns,
            foot=according(register, translate),
            page_number=translate("Register", "Page {number} of {count}"),
            frozen=2,
            pages_wide=2,
        )
        self._texts = [
            place
            for place, column in enumerate(styles.columns)
            if column.kind is Kind.TEXT
        ]
        self._widths = [
            column_width(column, self._widest(place, column))
            for place, column in enumerate(styles.columns)
        ]

    def add_to(self, book: StreamBook) -> None:
        """Add it; its rows are made when the book is saved."""
        layout = self._layout
        across, heading = len(layout.columns), len(layout.lines) + 1
        size = f"{get_column_letter(across)}{heading + len(self._rows)}"
        sheet = book.add(sheet_title(layout.title), self._all(), size)
        lay_out(sheet, layout, len(self._rows))
        for place, width in enumerate(self._widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        for number in range(1, heading):
            sheet.merged_cells.add(CellRange(None, 1, number, across, number))

    def _widest(self, place: int, column: Column) -> int:
        """The width of a column's widest cell; ``column.widest`` stands for more."""
        if place == 0:
            return len(str(len(self._rows)))
        value = self._values[place - 1]
        if column.kind is Kind.MONEY:
            amounts = (value(row) for row in self._rows)
            return max((len(f"{a:,.2f}") for a in amounts if a is not None), default=0)
        if column.kind is not Kind.TEXT:
            return 0
        widest = 0
        for text in {str(value(row) or "") for row in self._rows}:
            if 2 * len(text) > widest:
                widest = max(widest, display_width(text))
                if widest + _MARGIN >= column.widest:
                    break
        return widest

    def _all(self) -> Iterator[Row]:
        layout, styles = self._layout, self._styles
        title, line = layout.lines
        yield Row((styles.title,), (title,), TITLE_HEIGHT)
        yield Row((styles.subtitle,), (line,), SUBTITLE_HEIGHT)
        titles = [column.title for column in layout.columns]
        height = heading_height(layout.columns, self._widths)
        yield Row((styles.heading,) * len(titles), titles, height)
        rooms = [(place, self._widths[place]) for place in self._texts]
        for serial, row in enumerate(self._rows, start=1):
            contents = [serial, *(value(row) for value in self._values)]
            lines = max(_lines(contents, rooms))
            yield Row(
                styles.struck if row.is_struck else styles.plain,
                contents,
                LINE * lines if lines > 1 else None,
            )


def _lines(
    contents: Sequence[object], rooms: Sequence[tuple[int, float]]
) -> Iterator[int]:
    """How many lines each text needs; only those that may be too long are measured."""
    yield 1
    for place, width in rooms:
        text = contents[place]
        if isinstance(text, str) and (2 * len(text) >= width - 1 or "\n" in text):
            yield lines_in(line_widths(text), width)
