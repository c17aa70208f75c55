"""Reads an edited register and holds it against the books, away from the screen.

Here the rooms meet: the rows as the register says them now come from ``reports``,
what may be taken is known to ``app``.
"""

from functools import partial
from pathlib import Path
from typing import Any

from app.desk import Desk
from app.progress import Progress
from app.register_compare import Comparison, compare_register
from models.data_book_problem import UnreadableBook
from models.register_book import RegisterBook


def open_book(path: Path, progress: Progress) -> RegisterBook | UnreadableBook:
    """An edited register, or why it cannot be read."""
    from reports.register_book import read_xlsx

    try:
        return read_xlsx(path, lambda rows: progress.step(rows, 0))
    except UnreadableBook as refused:
        return refused


def compare_book(session: Any, desk: Desk, book: RegisterBook) -> Comparison:
    """What taking the book would change, on one state of the books."""
    from reports.register_base import base_rows

    return compare_register(
        session, desk, book, partial(base_rows, session, desk, book.is_unit)
    )
