"""Which cells of an edited register are others than when it was exported.

Nothing of the database is needed for that: the workbook carries its base.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.register_cell import said
from models.register_book import (
    BaseRow,
    BookFault,
    BookProblem,
    BookRow,
    RegisterBook,
)
from models.sheet_grid import CellForm

_NUMBER = "单号"
_DAY = "接报日期"
_ALIKE = 2 / 3
"""So many of its filled cells must agree for a row to be one whose number changed."""
_MOST_GUESSED = 100
"""More numbers than this are not guessed at: it is another list."""
_IS_NO_VALUE = {
    CellForm.FORMULA: BookFault.FORMULA,
    CellForm.ERROR: BookFault.ERROR_VALUE,
}


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell that says ``now`` and said ``was`` when the register was exported."""

    sheet: str
    row: int
    number: str
    heading: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What was edited, and what cannot be read."""

    cells: tuple[Edit, ...]
    problems: tuple[BookProblem, ...]
    rows: int


def find_edits(book: RegisterBook, base: Mapping[str, BaseRow], now: datetime) -> Edits:
    """Every edited cell, in the order of the sheets; ``now`` is local and aware."""
    return _Finding(book, base, now).found()


class _Finding:
    def __init__(
        self, book: RegisterBook, base: Mapping[str, BaseRow], now: datetime
    ) -> None:
        self._book = book
        self._base = base
        self._now = now
        self._problems = list(book.problems)
        self._times = Counter(row.number for row in book.rows)
        self._missing = [number for number in base if number not in self._times]
        self._gone = set(self._missing)
        self._guessed = 0

    def found(self) -> Edits:
        cells: list[Edit] = []
        read = 0
        for row in self._book.rows:
            base = self._base_of(row)
            if base is not None:
                read += 1
                cells += self._cells(row, base)
        if self._book.origin is not None and self._gone:
            numbers = [number for number in self._missing if number in self._gone]
            self._tell(None, BookFault.ROW_GONE, count=len(numbers), number=numbers[0])
        return Edits(tuple(cells), tuple(self._problems), read)

    def _base_of(self, row: BookRow) -> BaseRow | None:
        """The base of a row that can be told; what is wrong with others is said."""
        odd = row.cells.get(_NUMBER)
        if odd is not None:
            self._tell(row, _IS_NO_VALUE[odd.form], now=odd.text)
            return None
        if self._times[row.number] > 1 and row.number:
            self._tell(row, BookFault.NUMBER_TWICE, now=row.number)
            return None
        base = self._base.get(row.number)
        if base is not None:
            return base
        before = self._number_before(row)
        if before:
            self._gone.discard(before)
            self._tell(row, BookFault.NUMBER_CHANGED, was=before, now=row.number)
        elif row.number:
            self._tell(row, BookFault.NUMBER_UNKNOWN, now=row.number)
        else:
            self._tell(row, BookFault.NUMBER_MISSING)
        return None

    def _number_before(self, row: BookRow) -> str:
        """The number that a row had, if its cells are those of one that is missing."""
        self._guessed += 1
        if max(len(self._missing), self._guessed) > _MOST_GUESSED:
            return ""
        best, number = 0.0, ""
        for missing in self._missing:
            texts = self._base[missing].texts
            since = _day(texts.get(_DAY, ""))
            filled = [heading for heading in row.cells if heading in texts]
            alike = sum(
                self._said(row, heading, since) == texts[heading] for heading in filled
            )
            if filled and alike / len(filled) > best:
                best, number = alike / len(filled), missing
        return number if best >= _ALIKE else ""

    def _said(self, row: BookRow, heading: str, since: date | None) -> str:
        kind = self._book.kinds[heading]
        return said(row.cells.get(heading), kind, since, self._now)

    def _cells(self, row: BookRow, base: BaseRow) -> Iterator[Edit]:
        since = _day(base.texts.get(_DAY, ""))
        present = self._book.present[row.sheet]
        for heading, was in base.texts.items():
            if heading not in present:
                continue
            cell = row.cells.get(heading)
            if cell is not None and cell.form in _IS_NO_VALUE:
                fault = _IS_NO_VALUE[cell.form]
                self._tell(row, fault, heading=heading, was=was, now=cell.text)
                continue
            now = self._said(row, heading, since)
            if now != was:
                yield Edit(row.sheet, row.row, row.number, heading, was, now)

    def _tell(
        self,
        row: BookRow | None,
        fault: BookFault,
        *,
        heading: str = _NUMBER,
        was: str = "",
        now: str = "",
        **facts: object,
    ) -> None:
        sheet, place, number = "", 0, ""
        if row is not None:
            sheet, place, number = row.sheet, row.row, row.number
        self._problems.append(
            BookProblem(
                sheet, place, number, heading, was, now, fault, tuple(facts.items())
            )
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
