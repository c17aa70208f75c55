"""A table of the template, column by column, and how its rows are written again.

Columns are worked on whole: a million slips are thirty million rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bulk_pattern import BLANK, Pattern

Cells = Sequence[Any]
Filled = Mapping[Any, Any]
"""What each blank, each moment and each slip of the template becomes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its cells, and how a repetition rewrites them (None: never)."""

    name: str
    cells: Cells
    rewrite: Callable[[Cells, Filled], Iterable[Any]] | None = None

    def again(self, filled: Filled) -> Iterable[Any]:
        """The cells of one repetition."""
        return self.cells if self.rewrite is None else self.rewrite(self.cells, filled)


def looked_up(cells: Cells, filled: Filled) -> Iterable[Any]:
    """Each cell is a key; an empty cell stays empty."""
    return map(filled.get, cells)


def column_of_texts(name: str, cells: Sequence[Pattern | None]) -> Column:
    """A column of patterns, in the simplest form that gives the same cells."""
    if not any(piece[:1] == BLANK for cell in cells if cell for piece in cell):
        return Column(name, [cell if cell is None else "".join(cell) for cell in cells])
    if all(cell is None or len(cell) == 1 for cell in cells):
        return Column(name, [cell and cell[0] for cell in cells], _looked_up_or_same)
    return Column(name, cells, _put_together)


def _looked_up_or_same(cells: Cells, filled: Filled) -> Iterable[Any]:
    return [filled.get(cell, cell) for cell in cells]


def _put_together(cells: Cells, filled: Filled) -> Iterable[Any]:
    get = filled.get
    return [
        None if cell is None else "".join([get(piece, piece) for piece in cell])
        for cell in cells
    ]


@dataclass(frozen=True, slots=True)
class BulkTable:
    """The rows of one table that a repetition writes."""

    name: str
    columns: tuple[Column, ...]

    @property
    def insert(self) -> str:
        """The statement that adds a row."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        marks = ", ".join("?" * len(self.columns))
        return f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})'

    def rows(self, filled: Filled) -> Iterable[tuple[Any, ...]]:
        """The rows of one repetition."""
        return zip(*(column.again(filled) for column in self.columns), strict=True)
