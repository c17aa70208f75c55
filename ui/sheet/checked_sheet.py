"""What the third step shows of a judged sheet; made on a lane, not on the screen."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from app.desk import Desk
from app.progress import Progress
from app.sheet_guess import heading_name
from app.sheet_import import judge_sheet
from app.sheet_open import OpenSheet
from app.sheet_row import SheetReading, read_sheet, shown_value, used_headings
from models.data_book_problem import Problem
from models.sheet_target import TARGETS
from models.text import Translate
from ui.book_texts import cell_sentence
from ui.sheet.cell_table import CellLine

PREVIEWED = 200


@dataclass(frozen=True, slots=True)
class SheetError:
    """One wrong cell, by the sheet's own row and heading."""

    row: int
    heading: str
    value: str
    reason: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """A sheet with everything that can be said against it."""

    sheet: OpenSheet
    reading: SheetReading
    errors: tuple[SheetError, ...]
    error_lines: tuple[CellLine, ...]
    titles: tuple[str, ...]
    preview: tuple[CellLine, ...]
    wrong_rows: int
    left_out: tuple[tuple[str, int], ...]
    """Why rows were no records, and how many of each."""


def read_opened(sheet: OpenSheet, now: Any, progress: Progress) -> SheetReading:
    """Read every row; pure work, for the paper lane."""
    return read_sheet(
        sheet.grid, sheet.shape, sheet.target, sheet.mapping, now, sheet.year, progress
    )


def check_opened(
    session: Any,
    desk: Desk,
    sheet: OpenSheet,
    reading: SheetReading,
    translate: Translate,
) -> CheckedSheet:
    """Ask the rules and the books, and write down what the screen shows."""
    judged = judge_sheet(session, desk, reading)
    names = {heading.title: heading.name for heading in TARGETS[sheet.target]}
    own = _own_headings(sheet)
    errors = tuple(
        SheetError(
            problem.row,
            own.get(names[problem.heading], problem.heading),
            problem.value,
            cell_sentence(problem, translate),
            problem,
        )
        for problem in judged.problems
    )
    headings = used_headings(sheet.target, judged)
    places = {heading.title: place for place, heading in enumerate(headings, start=1)}
    wrong: dict[int, dict[int, str]] = {}
    for problem in judged.problems:
        cells = wrong.setdefault(problem.row, {})
        cells[places.get(problem.heading, 0)] = problem.value
    preview = tuple(
        CellLine(
            (
                str(row.number),
                *(
                    shown_value(heading, row.values.get(heading.name), desk.zone)
                    or wrong.get(row.number, {}).get(place, "")
                    for place, heading in enumerate(headings, start=1)
                ),
            ),
            frozenset(wrong.get(row.number, ())),
        )
        for row in judged.rows[:PREVIEWED]
    )
    counted = Counter(each.why for each in judged.left_out)
    return CheckedSheet(
        sheet,
        judged,
        errors,
        tuple(
            CellLine((str(e.row), e.heading, e.value or "—", e.reason)) for e in errors
        ),
        ("", *(heading.title for heading in headings)),
        preview,
        len(wrong),
        tuple(counted.items()),
    )


def _own_headings(sheet: OpenSheet) -> dict[str, str]:
    """Attribute → what the sheet itself calls it."""
    found: dict[str, str] = {}
    for key, name in sheet.mapping.columns:
        column = sheet.shape.column(key)
        if column is not None:
            found.setdefault(name, heading_name(column))
    return found


def count_good_rows(checked: CheckedSheet) -> int:
    """How many records would be imported without those that have an error."""
    return len(checked.reading.rows) - checked.wrong_rows
