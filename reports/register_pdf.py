"""The two registers (追踪统计表) on paper."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import BinaryIO

from models.money import format_money
from models.text import Translate
from reports import fonts
from reports.box import A4_LANDSCAPE, MM, Box
from reports.page import Align, Page
from reports.register_part import Part, SheetsBy, parts_of
from reports.register_row import SERIAL, UNSTRUCK, Register, RegisterRow, according
from reports.sheet import Kind, Value
from reports.table import Table, TableColumn, TableRow, paginate

_LEFT_OF_UNITS = 20
"""Columns of the unit register on the left of two sheets, 序号 among them."""

_PUBLIC_SIZE = 6
_UNIT_SIZE = 6.8
_MARGIN = 8 * MM
_HEAD = 15 * MM
_FOOT = 10.5 * MM


def write_pdf(
    register: Register,
    out: BinaryIO,
    translate: Translate,
    by: SheetsBy = SheetsBy.ALL,
) -> None:
    """Write the register on A4 landscape; that of units on two sheets side by side.

    Both sheets of a pair have the same rows at the same heights, and the number. Every
    week or period begins on a sheet of its own (4.5). Raises ``FontMissing``.
    """
    page = Page(out, A4_LANDSCAPE, title=register.title)
    tables = _tables(register)
    years = {row.reported_at.year for row in register.rows}
    day_form = "%m-%d" if len(years) == 1 else "%Y-%m-%d"
    body = Box(0, 0, *A4_LANDSCAPE).inset(_MARGIN, 0)
    head = tables[0].heading_height
    room = body.height - _HEAD - head - _FOOT
    parts = [
        _PaperPart(part, tables, register, day_form, room)
        for part in parts_of(register, by, translate)
    ]
    count = sum(len(part.pages) for part in parts) * len(tables)
    has_cuts = any(table.has_cuts for table in tables)
    sheets = ((part, indices) for part in parts for indices in part.pages)
    for number, (part, indices) in enumerate(sheets):
        for side, table in enumerate(tables):
            _write_head(page, body, register, part.line, translate, side, len(tables))
            box = body.from_top(head)._replace(y=_HEAD)
            table.draw_headings(page, box)
            for index in indices:
                box = box._replace(y=box.bottom, height=part.heights[index])
                table.draw_row(page, box, part.rows[index][side])
            _write_foot(page, body, register, translate, has_cuts)
            page.page_number(
                body.right,
                body.height - 6 * MM,
                translate("Register", "Page {number} of {count}"),
                number * len(tables) + side + 1,
                count,
            )
            page.next()
    page.close()


class _PaperPart:
    """A week or a period with its rows broken into lines and pages."""

    def __init__(
        self,
        part: Part,
        tables: Sequence[Table],
        register: Register,
        day_form: str,
        room: float,
    ) -> None:
        self.line = part.line
        self.rows = [
            _broken(tables, register, row, serial, day_form)
            for serial, row in enumerate(part.rows, start=1)
        ]
        self.heights = [max(side.height for side in row) for row in self.rows]
        self.pages = paginate(self.heights, room)


def _tables(register: Register) -> list[Table]:
    width = A4_LANDSCAPE.width - 2 * _MARGIN
    columns = [
        TableColumn(SERIAL, 7, "right"),
        *(
            TableColumn(column.title, column.width, _align(column.kind))
            for column in register.columns
        ),
    ]
    if not register.is_unit:
        return [Table(columns, width, _PUBLIC_SIZE)]
    left, right = columns[:_LEFT_OF_UNITS], columns[_LEFT_OF_UNITS:]
    return [
        Table(left, width, _UNIT_SIZE),
        Table([columns[1], *right], width, _UNIT_SIZE),
    ]


def _broken(
    tables: Sequence[Table],
    register: Register,
    row: RegisterRow,
    serial: int,
    day_form: str,
) -> list[TableRow]:
    values = (column.value(row) for column in register.columns)
    texts = [str(serial), *(_text(value, row, day_form) for value in values)]
    parts = [texts]
    if len(tables) > 1:
        parts = [texts[:_LEFT_OF_UNITS], [texts[1], *texts[_LEFT_OF_UNITS:]]]
    return [
        table.row(
            part,
            frozenset(
                place
                for place, column in enumerate(table.columns)
                if row.is_struck and column.title not in UNSTRUCK
            ),
        )
        for table, part in zip(tables, parts, strict=True)
    ]


def _text(value: Value, row: RegisterRow, day_form: str) -> str:
    """A value as the paper writes it; a year where it is not that of the report."""
    match value:
        case None:
            return ""
        case datetime():
            day = "%m-%d" if value.year == row.reported_at.year else "%Y-%m-%d"
            return value.strftime(f"{day} %H:%M")
        case date():
            is_other = value.year != row.reported_at.year
            return value.isoformat() if is_other else value.strftime(day_form)
        case time():
            return value.strftime("%H:%M")
        case Decimal():
            return format_money(value)
        case _:
            return str(value)


def _align(kind: Kind) -> Align:
    if kind in (Kind.MONEY, Kind.WHOLE):
        return "right"
    return "left"


def _write_head(
    page: Page,
    body: Box,
    register: Register,
    line: str,
    translate: Translate,
    side: int,
    sides: int,
) -> None:
    title = register.title
    width = page.text(body.x, 10.5 * MM, title, 14, font=fonts.SEMIBOLD)
    if sides > 1:
        which = (
            translate("Register", "left sheet")
            if side == 0
            else translate("Register", "right sheet")
        )
        page.text(body.x + width + 3 * MM, 10.5 * MM, which, 8)
    page.text(body.right, 10.5 * MM, line, 8, align="right")


def _write_foot(
    page: Page, body: Box, register: Register, translate: Translate, has_cuts: bool
) -> None:
    text = according(register, translate)
    if has_cuts:
        rest = translate("Register", "… : the rest stands in the program")
        text = "　".join((text, rest))
    page.text(body.x, body.height - 6 * MM, text, 8)
