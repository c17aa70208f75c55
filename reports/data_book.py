"""Reads a data book (数据簿) from a workbook, every fault named.

Reading streams (``reports/workbook.py``) and never stops at a bad row.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from openpyxl.utils import get_column_letter

from models.data_book import (
    HEADINGS,
    SHEETS,
    BookRows,
    Heading,
    SheetRow,
    SlipRow,
)
from models.data_book_problem import CellFault, FileFault, Problem
from reports.data_book_cell import CellRefused, Value, read_cell, shown_value
from reports.workbook import SheetCells, Workbook
from reports.workbook_cells import Cell, Content, Row
from reports.workbook_package import Package

Tell = Callable[[int], None]
"""Told how many rows were read; may raise to stop the work."""

MOST_ROWS = 200_000
MOST_PROBLEMS = 200_000

_TELL_EVERY = 500
_SHORT = 20
_MOST_SHARED = 50_000


def read_xlsx(
    source: Path | BinaryIO, zone: ZoneInfo, tell: Tell | None = None
) -> tuple[BookRows, tuple[Problem, ...]]:
    """Every row of a data book, and everything that can be said against its cells.

    ``zone`` is the site's, whose local times the book holds. Rows with bad cells
    come too, so that the rules can be asked of what is left of them. Raises
    ``UnreadableBook`` for a file that is no honest workbook (R12: 20 MB packed,
    100 MB unpacked).
    """
    package = Package(source)
    reading = _Reading(Workbook(package), package, zone, tell)
    read: dict[str, tuple[SheetRow, ...]] = {}
    for sheet in reading.workbook.sheets():
        if sheet.title in SHEETS and sheet.title not in read:
            read[sheet.title] = tuple(_SheetReading(reading, sheet).run())
        else:
            reading.tell_problem(
                Problem(sheet.title, 0, "", "", CellFault.UNKNOWN_SHEET)
            )
    slips = next(iter(SHEETS))
    if slips not in read and not reading.problems:
        reading.tell_problem(Problem(slips, 0, "", "", CellFault.MISSING_SHEET))
    rows: Any = (read.get(title, ()) for title in SHEETS)
    return BookRows(*rows), tuple(reading.problems)


@dataclass(slots=True)
class _Reading:
    """What all sheets of one book share while it is read."""

    workbook: Workbook
    package: Package
    zone: ZoneInfo
    tell: Tell | None
    rows: int = 0
    problems: list[Problem] = field(default_factory=list)
    shared: dict[str, str] = field(default_factory=dict)

    def tell_problem(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) > MOST_PROBLEMS:
            raise self.package.fault(FileFault.TOO_MANY)

    def count_row(self) -> None:
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise self.package.fault(FileFault.TOO_MANY)
        if self.tell is not None and self.rows % _TELL_EVERY == 0:
            self.tell(self.rows)

    def value(self, heading: Heading, cell: Cell) -> Value:
        value = read_cell(heading, cell, self.workbook, self.zone)
        if isinstance(value, str) and len(value) <= _SHORT:
            # Names and choices repeat: one object each keeps a large book small.
            if len(self.shared) < _MOST_SHARED:
                return self.shared.setdefault(value, value)
            return self.shared.get(value, value)
        return value


class _SheetReading:
    """One known sheet being read."""

    def __init__(self, reading: _Reading, sheet: SheetCells) -> None:
        self._reading = reading
        self._sheet = sheet
        self._type = SHEETS[sheet.title]
        self._columns: dict[int, Heading] = {}
        self._missing: frozenset[str] = frozenset()
        self._stray: set[int] = set()

    def run(self) -> list[SheetRow]:
        """The rows of the sheet; what is wrong goes to the common list."""
        before = len(self._reading.problems)
        steps = self._sheet.rows
        first = next(steps, None)
        if first is None:
            if self._type is SlipRow:
                self._fault(1, "", CellFault.NO_HEADINGS)
            return []
        self._read_headings(first)
        rows: list[SheetRow] = []
        for row in steps if self._columns else ():
            if (read := self._read_row(row)) is not None:
                rows.append(read)
        covered = self._judge_merged(rows[-1].row if rows else 1)
        if covered:
            self._forget_covered(before, covered)
            rows = [
                replace(row, bad=row.bad | covered.get(row.row, frozenset()))
                for row in rows
            ]
        return rows

    def _read_headings(self, row: Row) -> None:
        if row.number != 1:
            self._fault(1, "", CellFault.NO_HEADINGS)
            return
        known = {heading.title: heading for heading in HEADINGS[self._sheet.title]}
        for cell in row.cells:
            title = cell.text.strip()[:200]
            heading = known.pop(title, None)
            if heading is not None and cell.content is Content.TEXT:
                self._columns[cell.column] = heading
                continue
            self._stray.add(cell.column)
            if cell.content is Content.FORMULA:
                fault = CellFault.FORMULA
            elif title in {found.title for found in self._columns.values()}:
                fault = CellFault.DUPLICATE_HEADING
            else:
                fault = CellFault.UNKNOWN_HEADING
            self._fault(1, title, fault, title, _column_fact(cell))
        if not self._columns:
            return
        missing = [heading for heading in known.values() if heading.is_required]
        for heading in missing:
            self._fault(1, heading.title, CellFault.MISSING_HEADING)
        self._missing = frozenset(heading.name for heading in missing)

    def _read_row(self, row: Row) -> SheetRow | None:
        self._reading.count_row()
        values: dict[str, Any] = {}
        bad: set[str] = set()
        is_blank = True
        for cell in row.cells:
            heading = self._columns.get(cell.column)
            if heading is None:
                self._judge_stray(row.number, cell)
                continue
            is_blank = False
            try:
                values[heading.name] = self._reading.value(heading, cell)
            except CellRefused as refused:
                bad.add(heading.name)
                shown = shown_value(cell, self._reading.workbook)
                facts = tuple(refused.facts.items())
                self._fault(row.number, heading.title, refused.fault, shown, facts)
        if is_blank:
            return None
        for heading in self._columns.values():
            name = heading.name
            if heading.is_required and name not in values and name not in bad:
                bad.add(name)
                self._fault(row.number, heading.title, CellFault.MISSING)
        return self._type(row=row.number, bad=self._missing | bad, **values)

    def _judge_stray(self, number: int, cell: Cell) -> None:
        # A column without a heading is told once; under a wrong heading, not at all.
        if cell.column not in self._stray:
            self._stray.add(cell.column)
            shown = shown_value(cell, self._reading.workbook)
            fact = _column_fact(cell)
            self._fault(number, "", CellFault.NO_HEADING, shown, fact)

    def _judge_merged(self, last_row: int) -> dict[int, frozenset[str]]:
        """Tell of merged cells; row → the attributes whose cells they swallow."""
        covered: dict[int, frozenset[str]] = {}
        for merged in self._sheet.merged:
            columns = range(merged.first_column, merged.last_column + 1)
            names = {self._columns[c].name for c in columns if c in self._columns}
            rows = range(merged.first_row, min(merged.last_row, last_row) + 1)
            if not names or not rows:
                continue
            heading = next(self._columns[c] for c in columns if c in self._columns)
            facts = (("range", merged.text),)
            self._fault(
                merged.first_row, heading.title, CellFault.MERGED, merged.text, facts
            )
            if len(covered) < MOST_ROWS:
                for row in rows:
                    covered[row] = covered.get(row, frozenset()) | names
        return covered

    def _forget_covered(self, before: int, covered: dict[int, frozenset[str]]) -> None:
        """Empty cells that were merged away are no fault of their own."""
        names = {heading.title: heading.name for heading in HEADINGS[self._sheet.title]}
        problems = self._reading.problems
        problems[before:] = [
            problem
            for problem in problems[before:]
            if not (
                problem.fault is CellFault.MISSING
                and names[problem.heading] in covered.get(problem.row, ())
            )
            and not (problem.fault is CellFault.MISSING_HEADING and 1 in covered)
        ]

    def _fault(
        self,
        row: int,
        heading: str,
        fault: CellFault,
        value: str = "",
        facts: tuple[tuple[str, object], ...] = (),
    ) -> None:
        self._reading.tell_problem(
            Problem(self._sheet.title, row, heading, value, fault, facts)
        )


def _column_fact(cell: Cell) -> tuple[tuple[str, object], ...]:
    """A heading cannot tell where a cell without a good one stands."""
    return (("column", get_column_letter(cell.column)),)
