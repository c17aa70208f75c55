"""Rows of 收退款, 减免 and 关账 as the database keeps them for now."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from models.data_book import HEADINGS, SHEETS, CellKind, SheetRow
from models.money import format_plain

KEPT = ("收退款", "减免", "关账")
"""Slips, feedback and callbacks have tables of their own."""


def cells_text(sheet: str, row: SheetRow, zone: ZoneInfo) -> str:
    """A row as JSON, heading → text as in the book; empty cells are left out."""
    cells = {}
    for heading in HEADINGS[sheet]:
        value = getattr(row, heading.name)
        if isinstance(value, datetime):
            value = f"{value.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        elif isinstance(value, Decimal):
            value = format_plain(value)
        if value:
            cells[heading.title] = value
    return json.dumps(cells, ensure_ascii=False, sort_keys=True)


def row_of(sheet: str, cells: str, number: str, at: datetime) -> SheetRow:
    """The row of a book again; its moment is the stored one, whatever the zone."""
    texts = json.loads(cells)
    values: dict[str, Any] = {}
    for heading in HEADINGS[sheet]:
        text = texts.get(heading.title, "")
        if heading.kind is CellKind.TIME:
            values[heading.name] = at
        elif heading.kind is CellKind.MONEY:
            values[heading.name] = Decimal(text)
        else:
            values[heading.name] = text
    if number:
        values["number"] = number
    return SHEETS[sheet](**values)
