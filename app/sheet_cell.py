"""What a cell of a centre's own sheet says, once its column is known.

Forgiving where nothing can be mistaken (blanks, full-width digits, 元, 已完成), and an
error with its reason everywhere else: nothing is guessed that would become a fact.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Context, Decimal, InvalidOperation

from app.sheet_time import Written, join, local_time, read_written
from app.sheet_word import choice_words, is_empty_word
from app.slip_fields import is_phone
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
from models.sheet_grid import CellForm, GridCell

Value = str | tuple[str, ...] | Decimal | datetime | None

_SHOWN = Context(prec=15)  # a spreadsheet shows fifteen digits, and stores a few more
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\ufeff\ud800-\udfff\ufffe\uffff]"
)
_BLANKS = re.compile(r"[ \t\u3000\xa0]+")
_MONEY_MARKS = re.compile(r"[¥元圆块整\s]|人民币|rmb|cny", re.IGNORECASE)
_NAME_MARKS = re.compile(r"[、，,;；/\n]+")
_PHONE_MARKS = re.compile(r"[、，,;；/\n]+|\s{2,}|\s(?=1[3-9]\d{9})")
_HAN = re.compile("[\u4e00-\u9fff]")
_PERSONS = frozenset(
    {
        "name",
        "reporter",
        "owner_name",
        "taken_by",
        "supervisor",
        "escort",
        "signed_by",
        "inspected_by",
    }
)
_MOBILE = re.compile(r"1[3-9]\d-?\d{4}-?\d{4}")
_ROOMS = frozenset({"unit", "label"})
_AHEAD = frozenset({"appointment_at", "warranty", "valid_from", "valid_until"})
"""Days that may lie in the future."""
_FREE = frozenset({"免费", "免", "无偿", "不收费"})
_WHOLE_DIGITS = 15


class CellUnread(Exception):
    """The cell says nothing that the column can hold; facts fill the sentence."""

    def __init__(self, fault: CellFault, **facts: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Ground:
    """What cells are read against.

    ``now`` is the present at the site (aware, in its zone), ``year`` that of the sheet
    if it names one, ``words`` what the person said a word means, by attribute.
    """

    now: datetime
    year: int | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)


def plain_text(cell: GridCell) -> str:
    """A cell as one clean text; a whole number without its ``.0``."""
    if cell.form is CellForm.NUMBER:
        return _whole(cell.text)
    if cell.form in (CellForm.MOMENT, CellForm.CLOCK):
        return cell.shown()
    lines = cell.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [_BLANKS.sub(" ", _UNSEEN.sub("", line)).strip() for line in lines]
    return "\n".join(line for line in lines if line)


def read_value(heading: Heading, cells: list[GridCell], ground: Ground) -> Value:
    """What the cells of one row say of a column; None or empty if they say nothing.

    Several cells come only for times (day and clock apart) and long texts. Raises
    ``CellUnread``.
    """
    if any(cell.form is CellForm.ERROR for cell in cells):
        raise CellUnread(CellFault.ERROR_VALUE)
    if any(cell.form is CellForm.FORMULA for cell in cells):
        raise CellUnread(CellFault.FORMULA)
    cells = [cell for cell in cells if not is_empty_word(cell.text)]
    if not cells:
        return (
            None
            if heading.kind in (CellKind.TIME, CellKind.MONEY)
            else _nothing(heading)
        )
    match heading.kind:
        case CellKind.TIME:
            return read_time(heading, cells, ground)
        case CellKind.MONEY:
            return read_money(cells[0])
        case CellKind.CHOICE:
            return read_choice(heading, cells[0], ground)
        case CellKind.NAMES:
            return read_names(heading, cells[0])
        case CellKind.IDENTIFIER:
            if heading.name == "phone":
                return read_phones(cells[0])[0]
            if heading.name in _ROOMS and cells[0].form is CellForm.MOMENT:
                # A spreadsheet makes 1902-03-01 of 3-1902.
                raise CellUnread(CellFault.NOT_TEXT)
            text = identifier(cells[0])
            if not text.isprintable():
                raise CellUnread(CellFault.UNPRINTABLE)
            return _limited(heading, text)
        case _:
            text = "；".join(plain_text(cell) for cell in cells)
            if heading.name in _PERSONS:
                text = NAMES.join(_parted(text)) if _HAN.search(text) else text
            return _limited(heading, text)


def _nothing(heading: Heading) -> Value:
    return () if heading.kind is CellKind.NAMES else ""


def read_time(heading: Heading, cells: list[GridCell], ground: Ground) -> datetime:
    """An instant, from a day and perhaps a clock time of its own column."""
    is_split = len(cells) > 1
    parts = [read_written(cell, may_be_bare=is_split) for cell in cells]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        raise CellUnread(CellFault.NOT_A_TIME)
    days = {(part.month, part.day) for part in known if part.has_day}
    if len(days) > 1:
        raise CellUnread(CellFault.NOT_A_TIME)  # 9.05 beside a day is no clock time
    written = join(known)
    local = _local(heading, written, ground)
    if local is None:
        raise CellUnread(CellFault.NOT_A_TIME)
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise CellUnread(CellFault.TIME_OUT_OF_RANGE, first=FIRST_YEAR, last=LAST_YEAR)
    return local.astimezone(UTC)


def _local(heading: Heading, written: Written, ground: Ground) -> datetime | None:
    ahead = heading.name in _AHEAD
    return local_time(written, ground.year, ground.now, may_lie_ahead=ahead)


def read_money(cell: GridCell) -> Decimal | None:
    """An amount: ``￥80``, ``80元``, ``1 200.50``; a word for free says nothing."""
    if cell.form not in (CellForm.TEXT, CellForm.NUMBER):
        raise CellUnread(CellFault.NOT_MONEY)
    text = unicodedata.normalize("NFKC", cell.text).strip()
    if text in _FREE:
        return None
    if cell.form is CellForm.NUMBER:
        number = _number(text)
        text = "" if number is None else f"{number:f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    else:
        text = _MONEY_MARKS.sub("", text)
    try:
        amount = parse_money(text, may_be_negative=True)
    except TooManyDecimals as error:
        raise CellUnread(CellFault.MONEY_DECIMALS) from error
    except TooMuchMoney as error:
        limit = format_plain(MOST_AMOUNT)
        raise CellUnread(CellFault.MONEY_TOO_LARGE, limit=limit) from error
    except NotMoney as error:
        raise CellUnread(CellFault.NOT_MONEY) from error
    return amount


def read_choice(heading: Heading, cell: GridCell, ground: Ground) -> str:
    """The choice a word means: as the person said, exactly, or by what is usual."""
    text = plain_text(cell)
    if text in heading.choices:
        return text
    said = ground.words.get((heading.name, text))
    if said is not None:
        return said
    plain = unicodedata.normalize("NFKC", text).lower().replace(" ", "")
    found = choice_words(heading.name).get(plain)
    if found is None:
        raise CellUnread(CellFault.NOT_A_CHOICE, choices=NAMES.join(heading.choices))
    return found


def read_names(heading: Heading, cell: GridCell) -> tuple[str, ...]:
    """Names with 、 , / or a line break between them; 张 三 is one name."""
    text = _limited(heading, plain_text(cell))
    return tuple(
        dict.fromkeys(
            name for part in _NAME_MARKS.split(text) for name in _parted(part.strip())
        )
    )


def _parted(text: str) -> list[str]:
    words = text.split()
    if len(words) > 1 and all(_HAN.search(word) for word in words):
        if all(len(word) > 1 for word in words):
            return words
        return ["".join(words)]
    return [" ".join(words)] if words else []


def read_phones(cell: GridCell) -> list[str]:
    """The telephone numbers of a cell, at least one. Raises ``CellUnread``."""
    text = unicodedata.normalize("NFKC", plain_text(cell))
    text = text.replace("—", "-").replace("–", "-").replace("‐", "-")
    whole = re.sub(r"\s+", " ", text).strip()
    found = []
    for part in _PHONE_MARKS.split(text):
        phone = re.sub(r"(?<=\d)\s+(?=\d)", "", part).strip()
        if not phone:
            continue
        if not is_phone(phone):
            if is_phone(whole):
                return [whole]
            raise CellUnread(CellFault.PHONE_WRONG)
        found.append(phone.replace("-", "") if _MOBILE.fullmatch(phone) else phone)
    if not found:
        raise CellUnread(CellFault.PHONE_WRONG)
    return found


def identifier(cell: GridCell) -> str:
    """A number, room or badge: full-width signs as ordinary ones, no blanks around."""
    text = unicodedata.normalize("NFKC", plain_text(cell)).replace("\n", " ").strip()
    return text.replace("—", "-").replace("–", "-")


def _limited(heading: Heading, text: str) -> str:
    if len(text) > heading.longest:
        raise CellUnread(CellFault.TOO_LONG, length=len(text), limit=heading.longest)
    if len(text) < heading.shortest:
        raise CellUnread(CellFault.TOO_SHORT, limit=heading.shortest)
    return text


def _whole(text: str) -> str:
    number = _number(text)
    if number is None:
        return text.strip()
    if number == number.to_integral_value() and number.adjusted() < _WHOLE_DIGITS:
        return str(int(number))
    return f"{number.normalize():f}"


def _number(text: str) -> Decimal | None:
    try:
        number = _SHOWN.create_decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
