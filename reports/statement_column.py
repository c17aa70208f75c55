"""What a list of the finance statement is: columns, and which of them are added up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.money import ZERO
from models.statement import Statement
from reports.sheet import Kind, Value
from reports.statement_words import Words


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A heading, its cells, their width (digits); ``group`` stands over neighbours."""

    key: str
    title: str
    width: float
    value: Callable[[Any, Words], Value]
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
    rows: Callable[[Statement], Sequence[Any]]
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

    def total(
        self, statement: Statement, key: str, words: Words, part: Part | None = None
    ) -> Decimal | int:
        """The sum of a column, or of the rows of a part."""
        value = self.column(key).value
        rows = self.rows(statement)
        if part is not None:
            told, wanted = self.column(part.key).value, part.text(words)
            rows = [row for row in rows if told(row, words) == wanted]
        found: list[Any] = [value(row, words) or 0 for row in rows]
        is_count = self.column(key).kind is Kind.WHOLE
        return sum(found, 0 if is_count else ZERO)
