"""The two registers (追踪统计表) on paper and as a workbook."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import BinaryIO

from models.money import format_money
from models.text import Translate
from reports import fonts
from reports.box import A4_LANDSCAPE, MM, Box
from reports.page import Align, Page
from reports.register_row import (
    PUBLIC_COLUMNS,
    UNIT_COLUMNS,
    Register,
    RegisterColumn,
    RegisterRow,
)
from reports.sheet import Book, Column, Kind, Layout, Value
from reports.table import Table, TableColumn, TableRow, paginate

_SERIAL = "序号"
_UNSTRUCK = frozenset({_SERIAL, "状态", "备注"})
"""Columns that stay readable in the line of a slip that is void or cancelled."""

_LEFT_OF_UNITS = 20
"""Columns of the unit register on the left of two sheets, 序号 among them."""

_PUBLIC_SIZE = 6
_UNIT_SIZE = 6.8
_MARGIN = 8 * MM
_HEAD = 15 * MM
_FOOT = 10.5 * MM


def write_xlsx(register: Register, out: BinaryIO, translate: Translate) -> None:
    """Write the register as one printable sheet."""
    columns = _columns(register)
    layout = Layout(
        title=register.title,
        lines=(register.title, _subtitle(register, translate)),
        columns=(
            Column(_SERIAL, Kind.WHOLE, may_be_struck=False),
            *(
                Column(
                    title=each.title,
                    kind=each.kind,
                    widest=round(each.width) + 6,
                    may_be_struck=each.title not in _UNSTRUCK,
                )
                for each in columns
            ),
        ),
        foot=_according(register, translate),
        page_number=translate("Register", "Page {number} of {count}"),
        frozen=2,
        pages_wide=2,
    )
    book = Book(register.zone)
    rows = [
        (serial, *(column.value(row) for column in columns))
        for serial, row in enumerate(register.rows, start=1)
    ]
    book.add(layout, rows, lambda index: register.rows[index].is_struck)
    book.save(out)


def write_pdf(register: Register, out: BinaryIO, translate: Translate) -> None:
    """Write the register on A4 landscape; that of units on two sheets side by side.

    Both sheets of a pair have the same rows at the same heights, and the number.
    Raises ``FontMissing``.
    """
    page = Page(out, A4_LANDSCAPE, title=register.title)
    tables = _tables(register)
    years = {row.reported_at.year for row in register.rows}
    day_form = "%m-%d" if len(years) == 1 else "%Y-%m-%d"
    rows = [
        _broken(tables, register, index, day_form)
        for index in range(len(register.rows))
    ]
    heights = [max(part.height for part in row) for row in rows]
    body = Box(0, 0, *A4_LANDSCAPE).inset(_MARGIN, 0)
    head = tables[0].heading_height
    room = body.height - _HEAD - head - _FOOT
    pages = paginate(heights, room)
    has_cuts = any(table.has_cuts for table in tables)
    for number, indices in enumerate(pages):
        for part, table in enumerate(tables):
            _write_head(page, body, register, translate, part, len(tables))
            box = body.from_top(head)._replace(y=_HEAD)
            table.draw_headings(page, box)
            for index in indices:
                box = box._replace(y=box.bottom, height=heights[index])
                table.draw_row(page, box, rows[index][part])
            sheet = number * len(tables) + part + 1
            _write_foot(page, body, register, translate, has_cuts)
            page.page_number(
                body.right,
                body.height - 6 * MM,
                translate("Register", "Page {number} of {count}"),
                sheet,
                len(pages) * len(tables),
            )
            page.next()
    page.close()


def _columns(register: Register) -> tuple[RegisterColumn, ...]:
    return UNIT_COLUMNS if register.is_unit else PUBLIC_COLUMNS


def _tables(register: Register) -> list[Table]:
    width = A4_LANDSCAPE.width - 2 * _MARGIN
    columns = [
        TableColumn(_SERIAL, 7, "right"),
        *(
            TableColumn(column.title, column.width, _align(column.kind))
            for column in _columns(register)
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
    tables: Sequence[Table], register: Register, index: int, day_form: str
) -> list[TableRow]:
    row = register.rows[index]
    values = (column.value(row) for column in _columns(register))
    texts = [str(index + 1), *(_text(value, row, day_form) for value in values)]
    parts = [texts]
    if len(tables) > 1:
        parts = [texts[:_LEFT_OF_UNITS], [texts[1], *texts[_LEFT_OF_UNITS:]]]
    return [
        table.row(
            part,
            frozenset(
                place
                for place, column in enumerate(table.columns)
                if row.is_struck and column.title not in _UNSTRUCK
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
            return value.strftime(day_form)
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


def _subtitle(register: Register, translate: Translate) -> str:
    """``物业服务中心　派发 2026-11-01 至 2026-11-30　共 412 条``."""
    parts = [register.centre]
    first, last = register.from_on, register.until_on
    if first is not None:
        issued = translate("Register", "Issued from {day}")
        parts.append(issued.format(day=first))
    if last is not None:
        until = translate("Register", "Issued to {day}")
        parts.append(until.format(day=last - timedelta(days=1)))
    count = translate("Register", "{count} slips")
    parts.append(count.format(count=len(register.rows)))
    if register.asked:
        parts.append(register.asked)
    return "　".join(parts)


def _according(register: Register, translate: Translate) -> str:
    text = translate("Register", "According to {procedure}")
    return text.format(procedure=register.procedure)


def _write_head(
    page: Page,
    body: Box,
    register: Register,
    translate: Translate,
    part: int,
    parts: int,
) -> None:
    title = register.title
    width = page.text(body.x, 10.5 * MM, title, 14, font=fonts.SEMIBOLD)
    if parts > 1:
        side = (
            translate("Register", "left sheet")
            if part == 0
            else translate("Register", "right sheet")
        )
        page.text(body.x + width + 3 * MM, 10.5 * MM, side, 8)
    subtitle = _subtitle(register, translate)
    page.text(body.right, 10.5 * MM, subtitle, 8, align="right")


def _write_foot(
    page: Page, body: Box, register: Register, translate: Translate, has_cuts: bool
) -> None:
    text = _according(register, translate)
    if has_cuts:
        rest = translate("Register", "… : the rest stands in the program")
        text = "　".join((text, rest))
    page.text(body.x, body.height - 6 * MM, text, 8)
