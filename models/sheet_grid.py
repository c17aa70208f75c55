"""A sheet that a centre has kept in its own way (自己的表格): its cells as they are.

Dates are already told from numbers; nothing else is interpreted yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

MOST_COLUMNS = 256
MOST_ROWS = 100_000


class CellForm(Enum):
    """What the spreadsheet says of a cell."""

    TEXT = "text"
    NUMBER = "number"
    MOMENT = "moment"
    """``text`` is ``2026-03-05 14:30:00``."""
    CLOCK = "clock"
    """``text`` is ``14:30:00``."""
    BOOLEAN = "boolean"
    ERROR = "error"
    FORMULA = "formula"
    """Never reckoned, or read where formulas are not taken for what they came to."""


class GridCell(NamedTuple):
    """One filled cell; a number's ``text`` is its digits as they stand in the file."""

    form: CellForm
    text: str

    def shown(self) -> str:
        """What a person sees in the cell, more or less."""
        text = self.text.strip()
        if self.form is CellForm.MOMENT:
            return text.removesuffix(" 00:00:00").removesuffix(":00")
        return text.removesuffix(":00") if self.form is CellForm.CLOCK else text


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with something in it; ``number`` counts from 1, as in the spreadsheet."""

    number: int
    cells: tuple[GridCell | None, ...]
    is_hidden: bool = False
    """Filtered out or hidden by hand; it is there all the same."""

    def cell(self, index: int) -> GridCell | None:
        """The cell in a column counted from 0; None if it is empty."""
        return self.cells[index] if index < len(self.cells) else None

    def filled(self) -> Iterator[tuple[int, GridCell]]:
        """Column and cell of everything that stands in the row."""
        return ((i, cell) for i, cell in enumerate(self.cells) if cell is not None)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its rows in order; merged cells all say what the first one says."""

    title: str
    rows: tuple[GridRow, ...]
    is_hidden: bool = False

    @property
    def width(self) -> int:
        """How many columns hold something."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class OwnBook:
    """All sheets of one file that hold anything; ``name`` is the file's."""

    name: str
    grids: tuple[Grid, ...]
