"""An edited register that comes back (登记表回导): its rows as they are, and what the
sheet was made from.

A workbook of a register carries its own base: what every cell said when it was
written. So what a person edited is told from what the desks changed meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from models.sheet_grid import GridCell

BASE_SHEET = "登记表底稿"
"""The hidden sheet by which a register is known again."""


class ColumnKind(StrEnum):
    """What the cells of a column of a register hold."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    CLOCK = "clock"
    MOMENT = "moment"


class BookFault(StrEnum):
    """Why a row, a column or a cell of an edited register is not taken."""

    SHEET_UNKNOWN = "sheet_unknown"
    NUMBER_MISSING = "number_missing"
    NUMBER_CHANGED = "number_changed"
    NUMBER_UNKNOWN = "number_unknown"
    NUMBER_TWICE = "number_twice"
    ROW_GONE = "row_gone"
    COLUMN_GONE = "column_gone"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_TWICE = "column_twice"
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    DERIVED = "derived"
    OTHER_ROAD = "other_road"
    MASKED = "masked"
    STATE = "state"
    NO_RIGHT = "no_right"
    EMPTIED = "emptied"
    NOT_A_TIME = "not_a_time"
    NOT_A_CHOICE = "not_a_choice"
    OTHER_PART = "other_part"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class BookProblem:
    """Something of an edited register that is not taken, and why.

    ``row`` is the row of the sheet; 0: a column, or the sheet itself. ``was`` and
    ``now`` are what the cell said when it was exported and what it says.
    """

    sheet: str
    row: int
    number: str
    heading: str
    was: str
    now: str
    fault: BookFault
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class BookOrigin:
    """What a register was made from: when, of which centre, and the end of the log
    then (``seq``, ``hash``), which tells these books from any others.
    """

    made_at: datetime
    centre: str
    is_unit: bool
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class BaseRow:
    """A slip as its row said when the register was exported; texts by heading."""

    version: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row as it is now; ``number`` empty: the cell is. Empty cells are left out."""

    sheet: str
    row: int
    number: str
    cells: Mapping[str, GridCell]


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """An edited register. Without ``origin`` nobody knows what it was made from."""

    name: str
    is_unit: bool
    origin: BookOrigin | None
    kinds: Mapping[str, ColumnKind]
    """Heading → what its cells hold, of the register's columns after 单号."""
    rows: tuple[BookRow, ...]
    present: Mapping[str, frozenset[str]]
    """Sheet → the headings that were found there."""
    base: Mapping[str, BaseRow] = field(default_factory=dict)
    problems: tuple[BookProblem, ...] = ()


CellValue = str | int | Decimal | date | time | None


def cell_text(value: CellValue) -> str:
    """What a cell says, as text that two cells are compared by: times to the minute,
    as the register shows them, and no blanks that nobody sees.
    """
    match value:
        case None:
            return ""
        case str():
            return " ".join(value.split())
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case Decimal():
            return f"{value:.2f}"
        case _:
            return str(value)


def row_texts(values: Sequence[CellValue]) -> tuple[str, ...]:
    """The texts of a row's cells."""
    return tuple(map(cell_text, values))
