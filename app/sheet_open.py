"""Opens a centre's own sheet: the likeliest one of a file, its headings, a mapping."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.sheet_guess import guess_mapping, guess_year, lacks_year, may_share
from app.sheet_shape import SheetShape, body_rows, find_head, shape_at
from app.sheet_word import best_heading_score
from models.data_book import SHEETS
from models.sheet_grid import Grid, OwnBook
from models.sheet_mapping import SheetMapping
from models.sheet_target import TARGETS, Target

_SURE = 55


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """One sheet of a file with what was found on it.

    ``year`` is what the sheet says of itself; ``lacks_year``: some day needs one.
    """

    book: OwnBook
    index: int
    target: Target
    shape: SheetShape
    mapping: SheetMapping
    year: int | None
    lacks_year: bool

    @property
    def grid(self) -> Grid:
        """The sheet itself."""
        return self.book.grids[self.index]

    @property
    def count(self) -> int:
        """How many rows stand below the headings."""
        return sum(1 for _ in body_rows(self.grid, self.shape.head))

    @property
    def hidden(self) -> frozenset[int]:
        """Numbers of those that the spreadsheet does not show; they are read too."""
        body = body_rows(self.grid, self.shape.head)
        return frozenset(row.number for row in body if row.is_hidden)


def open_sheet(
    book: OwnBook,
    target: Target,
    index: int | None = None,
    head: Sequence[int] = (),
) -> OpenSheet:
    """Find the sheet, its headings and what they mean; what is given stays."""
    if index is None:
        index = _likeliest(book, target)
    grid = book.grids[index]
    shape = shape_at(grid, head or find_head(grid, target))
    mapping = guess_mapping(grid, shape, target)
    year = guess_year(grid, shape, book.name)
    return OpenSheet(
        book, index, target, shape, mapping, year, lacks_year(grid, shape, mapping)
    )


def is_data_book(sheet: OpenSheet) -> bool:
    """Whether the file is a whole data book: one sheet of it says too little."""
    titles = {grid.title for grid in sheet.book.grids}
    return len(titles & set(SHEETS)) > 1


def with_mapping(sheet: OpenSheet, mapping: SheetMapping) -> OpenSheet:
    """The sheet with another mapping; headings it does not have are left out."""
    keys = set(sheet.shape.keys())
    kept = tuple(pair for pair in mapping.columns if pair[0] in keys)
    mapping = replace(mapping, columns=kept)
    needs = lacks_year(sheet.grid, sheet.shape, mapping)
    return replace(sheet, mapping=mapping, lacks_year=needs)


def mapping_faults(target: Target, mapping: SheetMapping) -> dict[str, str]:
    """Heading → attribute for headings that say a thing another heading says too."""
    faults: dict[str, str] = {}
    seen: set[str] = set()
    for key, name in mapping.columns:
        if name in seen and not may_share(target, name):
            faults[key] = name
        seen.add(name)
    return faults


def unsaid(target: Target, mapping: SheetMapping) -> list[str]:
    """The attributes a record needs that no column of the sheet gives."""
    given = {name for _, name in mapping.columns}
    needed = [heading.name for heading in TARGETS[target] if heading.is_required]
    if target is Target.SLIPS:
        needed.append("phone")
    return [name for name in needed if name not in given]


def _likeliest(book: OwnBook, target: Target) -> int:
    """A sheet that is seen, with the most known headings, then with the most rows."""

    def known(place: int) -> tuple[bool, int, int]:
        grid = book.grids[place]
        shape = shape_at(grid, find_head(grid, target))
        sure = sum(
            best_heading_score(target, column.title) >= _SURE
            for column in shape.columns
        )
        # A hidden one is what somebody put away; it can still be chosen.
        return not grid.is_hidden, sure, len(grid.rows)

    return max(range(len(book.grids)), key=known)
