"""Judges a centre's own sheet and takes it in: all of it or nothing.

Slips go through the import of data books and no other way.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.data_book_ground import judge_book
from app.data_book_import import import_book
from app.desk import Desk
from app.progress import SILENT, Progress
from app.sheet_memory import permission_for, remember_mapping
from app.sheet_row import ReadRow, SheetReading
from app.sheet_staff import import_staff, judge_staff
from app.sheet_tariff import import_tariff, judge_tariff
from app.sheet_unit import import_units, judge_units, with_areas
from models.data_book import HEADINGS, BookRows, SlipRow
from models.data_book_problem import Problem
from models.sheet_mapping import SheetMapping
from models.sheet_target import TARGETS, Target

_TAKE_IN = {
    Target.UNITS: import_units,
    Target.STAFF: import_staff,
    Target.TARIFF: import_tariff,
}


@dataclass(frozen=True, slots=True)
class ImportSheet:
    """What to take in: the rows of a reading, and how they were mapped."""

    reading: SheetReading
    headings: tuple[str, ...]
    mapping: SheetMapping
    file_name: str


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """What came in. ``same`` counts what the directory knew already."""

    target: Target
    added: int = 0
    changed: int = 0
    same: int = 0
    units: int = 0
    gaps: int = 0


def judge_sheet(session: Session, desk: Desk, reading: SheetReading) -> SheetReading:
    """The reading with everything the rules and the books so far have against it."""
    rows = reading.rows
    if reading.target is Target.SLIPS:
        found: Sequence[Problem] = judge_book(session, desk, _book(reading.rows))
    elif reading.target is Target.UNITS:
        found = list(judge_units(rows))
        rows = with_areas(session, desk, rows)
    elif reading.target is Target.TARIFF:
        found = list(judge_tariff(session, desk, reading.rows))
    else:
        found = list(judge_staff(reading.rows))
    titles = [heading.title for heading in TARGETS[reading.target]]

    def place(problem: Problem) -> tuple[int, int]:
        return problem.row, titles.index(problem.heading)

    ordered = sorted((*reading.problems, *found), key=place)
    return replace(reading, rows=rows, problems=tuple(ordered))


def good_rows(reading: SheetReading) -> SheetReading:
    """The reading without the rows that have an error."""
    wrong = {problem.row for problem in reading.problems}
    rows = tuple(row for row in reading.rows if row.number not in wrong)
    return replace(reading, rows=rows, problems=())


def import_sheet(
    session: Session, desk: Desk, order: ImportSheet, progress: Progress = SILENT
) -> SheetSummary:
    """Take in a reading without problems, and remember how it was mapped.

    Raises ``BookRefused`` if the books have changed so that a row is wrong now.
    """
    reading = order.reading
    desk.require(permission_for(reading.target))
    assert not reading.problems, "a sheet with errors is not taken in"
    if reading.target is Target.SLIPS:
        book = import_book(session, desk, _book(reading.rows), progress)
        summary = SheetSummary(
            reading.target, book.slips, units=book.units, gaps=book.gaps
        )
    else:
        take_in = _TAKE_IN[reading.target]
        counts = take_in(session, desk, reading.rows, progress)
        summary = SheetSummary(reading.target, *counts)
    remember_mapping(
        session, desk, reading.target, order.headings, order.mapping, order.file_name
    )
    return summary


def _book(rows: Sequence[ReadRow]) -> BookRows:
    known = {heading.name for heading in HEADINGS["维修单"]}
    return BookRows(
        slips=tuple(
            SlipRow(
                row=row.number,
                bad=row.bad,
                **{name: row.values[name] for name in row.values if name in known},
            )
            for row in rows
        )
    )
