"""Finds where a sheet's headings stand and what its columns are called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.sheet_time import read_written
from app.sheet_word import FOOT, TOTALS, best_heading_score, plain_heading
from models.sheet_grid import CellForm, Grid, GridCell, GridRow
from models.sheet_target import Target

SEARCHED = 40
"""Rows from the top in which headings are looked for."""
_SURE = 55
_LONGEST_HEADING = 24
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: ``key`` is its plain heading, unlike any other of the sheet.

    ``title`` is the heading as it stands there, empty if there is none; ``samples``
    are the first different values, ``filled`` counts the cells that say something.
    """

    index: int
    key: str
    title: str
    samples: tuple[str, ...]
    filled: int


@dataclass(frozen=True, slots=True)
class SheetShape:
    """Where things stand on a sheet: ``head`` are the row numbers of the headings."""

    head: tuple[int, ...]
    columns: tuple[SheetColumn, ...]

    def keys(self) -> tuple[str, ...]:
        """The headings by which a mapping is remembered."""
        return tuple(column.key for column in self.columns)

    def column(self, key: str) -> SheetColumn | None:
        """The column of a heading."""
        return next((each for each in self.columns if each.key == key), None)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no record: ``why`` is one of total, foot, heading, section."""

    number: int
    why: str


def find_head(grid: Grid, target: Target) -> tuple[int, ...]:
    """The numbers of the rows that hold the headings: one, or two in a row."""
    rows = grid.rows[:SEARCHED]
    best = 0
    found: tuple[int, ...] = ()
    for place, row in enumerate(rows):
        alone = _matches(target, [text for _, text in _texts(row)])
        if alone > best:
            best, found = alone, (row.number,)
        below = rows[place + 1] if place + 1 < len(rows) else None
        if below is not None and _may_be_head(below, target):
            both = _matches(target, list(_joined((row, below)).values()))
            lower = _matches(target, [text for _, text in _texts(below)])
            if both > max(best, alone, lower):
                best, found = both, (row.number, below.number)
    if best >= 2:
        return found
    wide = (row for row in rows if sum(1 for _ in _texts(row)) >= 2)
    first = next(wide, rows[0] if rows else None)
    return (first.number,) if first is not None else ()


def shape_at(grid: Grid, head: Sequence[int]) -> SheetShape:
    """The columns of a sheet whose headings stand in the rows ``head``."""
    titles = _joined([row for row in grid.rows if row.number in head])
    body = list(body_rows(grid, head))
    columns: list[SheetColumn] = []
    taken: set[str] = set()
    for index in range(grid.width):
        cells = [cell for row in body if (cell := row.cell(index)) is not None]
        title = titles.get(index, "")
        if not cells and not title:
            continue
        key = plain_heading(title) or f"#{_letters(index)}"
        number = 2
        while key in taken:
            key = f"{plain_heading(title)}#{number}"
            number += 1
        taken.add(key)
        samples = tuple(dict.fromkeys(cell.shown() for cell in cells[:200]))
        columns.append(SheetColumn(index, key, title, samples[:_SAMPLES], len(cells)))
    return SheetShape(tuple(head), tuple(columns))


def body_rows(grid: Grid, head: Sequence[int]) -> Iterator[GridRow]:
    """The rows below the headings."""
    last = max(head, default=0)
    return (row for row in grid.rows if row.number > last)


def why_left_out(row: GridRow, titles: frozenset[str]) -> str:
    """Why a row below the headings is no record; empty if it is one.

    ``titles`` are the plain headings: printed pages repeat them.
    """
    texts = [cell.text.strip() for _, cell in row.filled()]
    first = plain_heading(texts[0]) if texts else ""
    if any(plain_heading(text) in TOTALS for text in texts[:3]):
        return "total"
    if FOOT.match(texts[0]) or (len(texts) <= 2 and any(map(FOOT.match, texts))):
        return "foot"
    plain = {plain_heading(text) for text in texts}
    if len(plain & titles) >= 2 and len(plain & titles) * 2 > len(plain):
        return "heading"
    if len(plain) == 1 and first and (len(texts) >= 3 or len(titles) >= 4):
        return "section"
    return ""


def letters_of(index: int) -> str:
    """What a spreadsheet calls a column counted from 0: ``A``, ``AB``."""
    return _letters(index)


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _texts(row: GridRow) -> Iterator[tuple[int, str]]:
    """Column and text of what could be headings: every text once."""
    seen = set()
    for index, cell in row.filled():
        if cell.form is CellForm.TEXT and cell.text not in seen:
            seen.add(cell.text)
            yield index, cell.text


def _matches(target: Target, texts: Sequence[str]) -> int:
    """How many of the texts are surely headings; long ones are titles or contents."""
    return sum(
        best_heading_score(target, text) >= _SURE
        for text in {plain_heading(text) for text in texts}
        if len(text) <= _LONGEST_HEADING
    )


def _may_be_head(row: GridRow, target: Target) -> bool:
    """Whether a row could be the lower half of the headings."""
    cells = [cell for _, cell in row.filled()]
    if not cells or any(_is_content(cell) for cell in cells):
        return False
    return any(best_heading_score(target, cell.text) >= 80 for cell in cells)


def _is_content(cell: GridCell) -> bool:
    return (
        cell.form is not CellForm.TEXT
        or len(cell.text) > _LONGEST_HEADING
        or read_written(cell) is not None
    )


def _joined(rows: Sequence[GridRow]) -> dict[int, str]:
    """Column → heading, made of what stands above each other.

    报修 over 日期 gives 报修日期 to the eye; the lower word alone is kept if it is the
    whole heading already.
    """
    found: dict[int, str] = {}
    for row in rows:
        for index, cell in row.filled():
            text = " ".join(cell.text.split())
            above = found.get(index, "")
            if not above or above == text or text.startswith(above):
                found[index] = text
            else:
                found[index] = f"{above} {text}"
    if len(rows) > 1:
        # A group's name that stands over several columns names none of them.
        lower = {index: " ".join(c.text.split()) for index, c in rows[-1].filled()}
        upper = [" ".join(c.text.split()) for _, c in rows[0].filled()]
        for index, text in lower.items():
            top = rows[0].cell(index)
            group = " ".join(top.text.split()) if top is not None else ""
            if upper.count(group) > 1:
                found[index] = text if text == group else f"{group} {text}"
    return found
