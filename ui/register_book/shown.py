"""What the screen shows of a comparison; made on a lane, not on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.desk import Desk
from app.register_compare import CellChange, Comparison
from models.register_book import BookProblem, RegisterBook
from models.text import Translate
from ui.register_book.opening import compare_book
from ui.register_texts import book_sentence
from ui.sheet.cell_table import CellLine
from ui.texts import sentence

Seen = tuple[str, str, str]
"""Number, heading, and what the database said when a person decided."""
Choices = Mapping[Seen, bool]
"""Whether a person wanted the cell, by what was seen of it."""
_MEANWHILE = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison with its lines; ``ticked`` are the rows that begin ticked."""

    comparison: Comparison
    titles: tuple[str, ...]
    lines: tuple[CellLine, ...]
    ticked: frozenset[int]
    problem_titles: tuple[str, ...]
    problems: tuple[CellLine, ...]
    conflicts: int


def compare_and_show(
    session: Any, desk: Desk, book: RegisterBook, chosen: Choices, translate: Translate
) -> Shown:
    """Hold a book against the books, and write down what the screen shows.

    What is in conflict waits for a person, as does everything of a workbook that does
    not know what it was made from; the rest begins ticked. ``chosen`` goes before.
    """
    found = compare_book(session, desk, book)
    has_sheets = len({row.sheet for row in book.rows}) > 1
    was = translate("RegisterBook", "When exported")
    if not found.has_base:
        was = translate("RegisterBook", "In the database")
    conflict = translate("RegisterBook", "Conflict: now “{theirs}”")
    lines, ticked = [], set()
    for place, change in enumerate(found.changes):
        meanwhile = ""
        if change.is_conflict:
            meanwhile = conflict.format(theirs=change.theirs)
        lines.append(
            CellLine(
                (
                    "",
                    _where(change, has_sheets),
                    change.number,
                    change.heading,
                    change.was or "—",
                    change.now or "—",
                    meanwhile,
                ),
                frozenset({_MEANWHILE} if change.is_conflict else ()),
            )
        )
        usual = found.has_base and not change.is_conflict
        if chosen.get(seen_of(change), usual):
            ticked.add(place)

    def refused(refusal: Any) -> str:
        return sentence(refusal, translate, desk.zone)

    return Shown(
        found,
        (
            "",
            translate("RegisterBook", "Row"),
            translate("RegisterBook", "Number"),
            translate("RegisterBook", "Column"),
            was,
            translate("RegisterBook", "In the sheet"),
            translate("RegisterBook", "Meanwhile"),
        ),
        tuple(lines),
        frozenset(ticked),
        (
            translate("RegisterBook", "Row"),
            translate("RegisterBook", "Number"),
            translate("RegisterBook", "Column"),
            translate("RegisterBook", "In the sheet"),
            translate("RegisterBook", "Why not"),
        ),
        tuple(
            CellLine(
                (
                    _where(problem, has_sheets),
                    problem.number or "—",
                    problem.heading,
                    problem.now or "—",
                    book_sentence(problem, translate, refused),
                )
            )
            for problem in found.problems
        ),
        sum(change.is_conflict for change in found.changes),
    )


def seen_of(change: CellChange) -> Seen:
    """What a person sees who accepts a cell or refuses it."""
    return change.number, change.heading, change.theirs


def _where(cell: CellChange | BookProblem, has_sheets: bool) -> str:
    row = str(cell.row) if cell.row else "—"
    return f"{cell.sheet} {row}" if has_sheets and cell.sheet else row
