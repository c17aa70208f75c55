"""What the lists of a statement come to: rows, sums, parts of sums, widths."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from models.money import ZERO
from reports.sheet import Kind
from reports.statement_column import ListColumn, Part, StatementList
from reports.statement_words import Words

_DIGIT = 1.08
"""A digit of the type of the cells, in those that widths are counted in."""
_MARGIN = 1.6


class ListFigures:
    """One list of one statement, run through once."""

    def __init__(self, which: StatementList, statement: object, words: Words) -> None:
        self.which = which
        self.items: Sequence[Any] = which.rows(statement)
        summed = [column for column in which.columns if column.is_summed]
        self._sums: dict[Part | None, dict[str, Decimal]] = {
            part: {column.key: ZERO for column in summed}
            for part in (None, *which.parts)
        }
        self._most: dict[str, Decimal] = defaultdict(lambda: ZERO)
        self._run_through(summed, words)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.items)

    def total(self, key: str, part: Part | None = None) -> Decimal:
        """The sum of a column, or of the rows of a part."""
        return self._sums[part][key]

    def sum_of(self, column: ListColumn, part: Part | None = None) -> Decimal | int:
        """The sum of a column as its cells are: copies are whole."""
        total = self.total(column.key, part)
        return int(total) if column.kind is Kind.WHOLE else total

    def width(self, column: ListColumn) -> float:
        """Wide enough (digits) for every number there is, its sum too."""
        if column.kind not in (Kind.MONEY, Kind.WHOLE):
            return column.width
        form = ",.2f" if column.kind is Kind.MONEY else ".0f"
        numbers = [self._most[column.key], -self._most[f"-{column.key}"]]
        if column.is_summed:
            numbers.append(self.total(column.key))
        longest = max(len(f"{number:{form}}") for number in numbers)
        return max(column.width, longest * _DIGIT + _MARGIN)

    def _run_through(self, summed: Sequence[ListColumn], words: Words) -> None:
        told = {
            part.key: self.which.column(part.key).value for part in self.which.parts
        }
        parts = {
            (part.key, part.text(words)): self._sums[part] for part in self.which.parts
        }
        whole, most = self._sums[None], self._most
        values = [(column.key, f"-{column.key}", column.value) for column in summed]
        for item in self.items:
            within = [
                parts[place]
                for key, value in told.items()
                if (place := (key, value(item, words))) in parts
            ]
            for key, below, value in values:
                amount: Any = value(item, words)
                if not amount:
                    continue
                whole[key] += amount
                for sums in within:
                    sums[key] += amount
                if amount > most[key]:
                    most[key] = amount
                elif -amount > most[below]:
                    most[below] = -amount


Figures = Mapping[str, ListFigures]
"""Those of every list, by its name."""


def count_lists(
    lists: Sequence[StatementList], statement: object, words: Words
) -> dict[str, ListFigures]:
    """The figures of every list, by its name."""
    return {which.name: ListFigures(which, statement, words) for which in lists}
