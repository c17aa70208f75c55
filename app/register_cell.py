"""What a cell of an edited register says, in the words that cells are compared by."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from app.sheet_time import Written, local_time, read_written
from models.register_book import ColumnKind, cell_text
from models.sheet_grid import CellForm, GridCell

_CENT = Decimal("0.01")


def said(
    cell: GridCell | None, kind: ColumnKind, since: date | None, now: datetime
) -> str:
    """The text of a cell, as the register itself would say it.

    A day or a time typed as text is understood; where no year is written, the first
    such day is meant that is not before ``since`` (the call; None: not known), unless
    that is still to come. What is no such thing stays what was typed.
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
        else _time(written, kind, since, now) or cell_text(cell.shown())
    )


def _time(written: Written, kind: ColumnKind, since: date | None, now: datetime) -> str:
    if kind is ColumnKind.CLOCK:
        return "" if written.clock is None else cell_text(written.clock)
    if kind is ColumnKind.MOMENT and written.clock is None:
        return ""
    at = _after(written, since, now)
    if at is None:
        return ""
    return cell_text(at if kind is ColumnKind.MOMENT else at.date())


def _after(written: Written, since: date | None, now: datetime) -> datetime | None:
    at = local_time(written, (since or now).year, now)
    if written.year or since is None or (at is not None and at.date() >= since):
        return at
    later = local_time(written, since.year + 1, now)
    return later if later is not None and later <= now else at


def _amount(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("¥").replace(",", "")
    try:
        amount = Decimal(plain).quantize(_CENT)
    except InvalidOperation:
        return cell_text(text)
    return cell_text(amount)
