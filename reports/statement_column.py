"""What a list of the finance statement is: columns, and which of them are added up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reports.sheet import Kind, Value
from reports.statement_words import Words

STRUCK = frozenset({"number", "room", "owner", "content", "area", "class"})
"""Columns whose text is struck in the row of a slip that is void or cancelled."""


Cell = Callable[[Any, Words], Value]
"""What a row says in a column."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A heading, its cells, their width (digits); ``group`` stands over neighbours."""

    key: str
    title: str
    width: float
    value: Cell
    kind: Kind = Kind.TEXT
    is_summed: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sums: rows whose column ``key`` says ``text``."""

    key: str
    text: Callable[[Words], str]


@dataclass(frozen=True, slots=True)
class StatementList:
    """One list. ``name`` is the exact name of its sheet; ``counted`` is the column
    that every row has.
    """

    name: str
    title: Callable[[Words], str]
    columns: tuple[ListColumn, ...]
    rows: Callable[[Any], Sequence[Any]]
    counted: str = "number"
    parts: tuple[Part, ...] = ()

    def index(self, key: str) -> int:
        """Where a column stands, the serial number before it not counted."""
        return next(
            place for place, column in enumerate(self.columns) if column.key == key
        )

    def column(self, key: str) -> ListColumn:
        """The column of a key."""
        return self.columns[self.index(key)]


def text_column(
    key: str, title: str, width: float, value: Cell, group: str = ""
) -> ListColumn:
    """Text, broken into lines where it is longer than ``width``."""
    return ListColumn(key, title, width, value, group=group)


def moment_column(key: str, title: str, value: Cell, group: str = "") -> ListColumn:
    """A day and a clock time."""
    return ListColumn(key, title, 16, value, Kind.MOMENT, group=group)


def money_column(key: str, title: str, value: Cell, group: str = "") -> ListColumn:
    """Yuan, added up at the end."""
    return ListColumn(key, title, 9, value, Kind.MONEY, is_summed=True, group=group)
