"""What one cell of a data book says: its value, or why it says nothing."""

import re
from datetime import UTC, datetime
from decimal import Context, Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from models.data_book import (
    FIRST_YEAR,
    LAST_YEAR,
    NAMES,
    CellKind,
    Heading,
)
from models.data_book_problem import CellFault
from models.money import (
    MOST_AMOUNT,
    NotMoney,
    TooManyDecimals,
    TooMuchMoney,
    format_plain,
    parse_money,
)
from models.period import is_period
from reports.workbook import Workbook
from reports.workbook_cells import Cell, Content

Value = str | tuple[str, ...] | Decimal | datetime

# A spreadsheet shows fifteen digits and computes with a few more.
_SHOWN = Context(prec=15)
_TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: ([0-9]{2}:[0-9]{2}(:[0-9]{2})?))?"
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MOST_FOR_WHOLE = 15


class CellRefused(Exception):
    """The cell has no value; ``facts`` fill the sentence of the fault."""

    def __init__(self, fault: CellFault, **facts: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.facts = facts


def read_cell(
    heading: Heading, cell: Cell, workbook: Workbook, zone: ZoneInfo
) -> Value:
    """The value of a filled cell; times in UTC. Raises ``CellRefused``.

    Telephone, number and room must be text (a spreadsheet drops their zeros);
    other texts may be whole numbers.
    """
    if cell.content is Content.FORMULA:
        raise CellRefused(CellFault.FORMULA)
    if cell.content is Content.ERROR:
        raise CellRefused(CellFault.ERROR_VALUE)
    match heading.kind:
        case CellKind.MONEY:
            return _money(cell)
        case CellKind.TIME:
            return _time(cell, workbook, zone)
        case CellKind.PERIOD:
            return _period(cell, workbook)
        case CellKind.CHOICE:
            return _choice(heading, cell)
        case CellKind.NAMES:
            names = _text(heading, cell).split(NAMES)
            return tuple(name.strip() for name in names if name.strip())
        case _:
            return _text(heading, cell)


def shown_value(cell: Cell, workbook: Workbook) -> str:
    """What a person sees in the cell, for a problem's list; cut to 200 signs."""
    text = cell.text
    if cell.content is Content.DATE:
        at = workbook.date_of(text)
        text = at.isoformat(" ") if at is not None else text
    return _UNPRINTABLE.sub("�", text)[:200]


def _text(heading: Heading, cell: Cell) -> str:
    if cell.content is Content.TEXT:
        text = cell.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    elif cell.content is Content.NUMBER and heading.kind is not CellKind.IDENTIFIER:
        text = _whole_number(cell.text)
    else:
        raise CellRefused(CellFault.NOT_TEXT)
    if _UNPRINTABLE.search(text) or (
        heading.kind is CellKind.IDENTIFIER and not text.isprintable()
    ):
        raise CellRefused(CellFault.UNPRINTABLE)
    if len(text) > heading.longest:
        raise CellRefused(CellFault.TOO_LONG, length=len(text), limit=heading.longest)
    if len(text) < heading.shortest:
        raise CellRefused(CellFault.TOO_SHORT, limit=heading.shortest)
    return text


def _whole_number(text: str) -> str:
    number = _number(text)
    if number is None or number != number.to_integral_value():
        raise CellRefused(CellFault.NOT_TEXT)
    if number.adjusted() >= _MOST_FOR_WHOLE:
        raise CellRefused(CellFault.NOT_TEXT)
    return str(int(number))


def _choice(heading: Heading, cell: Cell) -> str:
    text = cell.text.strip()
    if cell.content is not Content.TEXT or text not in heading.choices:
        raise CellRefused(CellFault.NOT_A_CHOICE, choices=NAMES.join(heading.choices))
    return text


def _period(cell: Cell, workbook: Workbook) -> str:
    text = cell.text.strip()
    if cell.content is Content.DATE:
        # Excel makes a date of a typed 2026-11: the first of the month, midnight.
        at = workbook.date_of(cell.text)
        is_month = at is not None and (at.day, at.hour, at.minute) == (1, 0, 0)
        text = f"{at:%Y-%m}" if at is not None and is_month else ""
    elif cell.content is not Content.TEXT:
        text = ""
    if not is_period(text):
        raise CellRefused(CellFault.NOT_A_PERIOD)
    return text


def _money(cell: Cell) -> Decimal:
    number = None
    if cell.content is Content.NUMBER:
        number = _number(cell.text)
    elif cell.content is Content.TEXT:
        try:
            number = parse_money(cell.text, may_be_negative=True)
        except TooManyDecimals as error:
            raise CellRefused(CellFault.MONEY_DECIMALS) from error
        except TooMuchMoney as error:
            raise _too_large() from error
        except NotMoney as error:
            raise CellRefused(CellFault.NOT_MONEY) from error
    if number is None:
        raise CellRefused(CellFault.NOT_MONEY)
    try:
        return parse_money(number, may_be_negative=True)
    except TooMuchMoney as error:
        raise _too_large() from error
    except NotMoney as error:
        raise CellRefused(CellFault.MONEY_DECIMALS) from error


def _too_large() -> CellRefused:
    return CellRefused(CellFault.MONEY_TOO_LARGE, limit=format_plain(MOST_AMOUNT))


def _number(text: str) -> Decimal | None:
    try:
        number = _SHOWN.create_decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _time(cell: Cell, workbook: Workbook, zone: ZoneInfo) -> datetime:
    local: datetime | None = None
    if cell.content is Content.DATE:
        local = workbook.date_of(cell.text)
        if local is None:
            raise _out_of_range()
    elif cell.content is Content.TEXT and _TIME.fullmatch(cell.text.strip()):
        try:
            local = datetime.fromisoformat(cell.text.strip())
        except ValueError:
            local = None
    if local is None:
        raise CellRefused(CellFault.NOT_A_TIME)
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise _out_of_range()
    return local.replace(tzinfo=zone).astimezone(UTC)


def _out_of_range() -> CellRefused:
    return CellRefused(CellFault.TIME_OUT_OF_RANGE, first=FIRST_YEAR, last=LAST_YEAR)
