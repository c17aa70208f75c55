"""Opens a sheet away from the screen; reading workbooks is loaded when first needed."""

from pathlib import Path

from app.progress import Progress
from app.sheet_open import OpenSheet, open_sheet
from models.data_book_problem import UnreadableBook
from models.sheet_grid import OwnBook
from models.sheet_target import Target


def open_file(
    path: Path, target: Target, progress: Progress
) -> OpenSheet | UnreadableBook:
    """The likeliest sheet of a file, or why it cannot be read."""
    from reports.own_sheet import read_own

    try:
        book = read_own(path, lambda rows: progress.step(rows, 0))
    except UnreadableBook as refused:
        return refused
    return open_sheet(book, target)


def open_again(
    book: OwnBook, target: Target, index: int, head: tuple[int, ...], _: Progress
) -> OpenSheet:
    """Another sheet of the same file, or the same with other headings."""
    return open_sheet(book, target, index, head)
