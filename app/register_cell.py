"""What a cell of an edited register says, in the words that cells are compared by."""

import unicodedata
from datetime import datetime
from decimal import Decimal, InvalidOperation

from app.sheet_time import Written, local_time, read_written
from models.register_book import ColumnKind, cell_text
from models.sheet_grid import CellForm, GridCell

_CENT = Decimal("0.01")


def said(cell: GridCell | None, kind: ColumnKind, year: int, now: datetime) -> str:
    """The text of a cell, as the register itself would say it.

    A day or a time typed as text is understood; ``year`` is the one meant where none
    is written. What is no such thing stays what was typed.
    """
    if cell is None:
        return ""
    if kind is ColumnKind.TEXT:
        return cell_text(cell.shown())
    if kind is ColumnKind.MONEY:
        return _amount(cell.text)
    if cell.form is CellForm.MOMENT and kind is not ColumnKind.CLOCK:
        at = datetime.fromisoformat(cell.text)
        return cell_text(at if kind is ColumnKind.MOMENT else at.date())
    written = read_written(cell, may_be_bare=kind is ColumnKind.CLOCK)
    return (
        cell_text(cell.shown())
        if written is None
        else _time(written, kind, year, now) or cell_text(cell.shown())
    )


def _time(written: Written, kind: ColumnKind, year: int, now: datetime) -> str:
    if kind is ColumnKind.CLOCK:
        return "" if written.clock is None else cell_text(written.clock)
    if kind is ColumnKind.MOMENT and written.clock is None:
        return ""
    at = local_time(written, year, now)
    if at is None:
        return ""
    return cell_text(at if kind is ColumnKind.MOMENT else at.date())


def _amount(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("¥").replace(",", "")
    try:
        amount = Decimal(plain).quantize(_CENT)
    except InvalidOperation:
        return cell_text(text)
    return cell_text(amount)
