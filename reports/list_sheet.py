"""A list on A4 landscape: title, sections of one table each, signatures, page number.

The papers of the day (追查表, 跟进单, 交接班表) are made of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from models.text import Translate
from reports import fonts
from reports.box import A4_LANDSCAPE, MM, Box
from reports.page import Page
from reports.paragraph import LEADING, break_lines
from reports.table import Table, TableColumn, TableRow

SIZE = 8.0
_MARGIN = 10 * MM
_HEAD = 17 * MM
_FOOT = 12 * MM
_SIGNATURES = 16 * MM
_TITLE = 7 * MM
_NOTE_SIZE = 9.0
_HEADING = 7.5 * MM
_LEAST_ROW = 6.8 * MM
_PADDED = 1.6 * MM
"""What stands free in a row, so that it can be written into."""
_GAP = 2 * MM
_LEAST_ROWS = 2
"""A heading stands with so many rows of its table at least."""


@dataclass(frozen=True, slots=True)
class ListSection:
    """One table under its title; ``empty`` stands where it has no rows."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A paper of lists. ``subtitle`` stands at the right of the title; ``note`` is a
    text over the signatures.
    """

    title: str
    subtitle: str
    sections: tuple[ListSection, ...]
    signatures: tuple[str, ...]
    foot: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a page that is not torn: a title, headings, a row, a line of text."""

    height: float
    title: str = ""
    text: str = ""
    table: Table | None = None
    row: TableRow | None = None
    needs_after: float = 0.0


def write_list(sheet: ListSheet, out: BinaryIO, translate: Translate) -> None:
    """Draw the sheet; raises ``FontMissing``."""
    page = Page(out, A4_LANDSCAPE, title=sheet.title)
    body = Box(0, 0, *A4_LANDSCAPE).inset(_MARGIN, 0)
    pages = _paginate(list(_pieces(sheet, body.width)), body.height - _HEAD - _FOOT)
    has_cuts = any(
        piece.table is not None and piece.table.has_cuts
        for pieces in pages
        for piece in pieces
    )
    for number, pieces in enumerate(pages, start=1):
        _write_head(page, body, sheet)
        y = _HEAD
        for piece in pieces:
            _draw(page, Box(body.x, y, body.width, piece.height), piece)
            y += piece.height
        if number == len(pages):
            _sign(page, body, sheet.signatures)
        _write_foot(page, body, sheet, translate, has_cuts)
        text = translate("ListSheet", "Page {number} of {count}")
        baseline = body.height - 6 * MM
        page.page_number(body.right, baseline, text, number, len(pages))
        page.next()
    page.close()


def _pieces(sheet: ListSheet, width: float) -> Sequence[_Piece]:
    """The last row, or what stands for it, is on the page of the signatures."""
    lines = break_lines(sheet.note, width / _NOTE_SIZE) if sheet.note else ()
    end = [_Piece(_NOTE_SIZE * LEADING, text=line) for line in lines]
    end.append(_Piece(_SIGNATURES))
    pieces: list[_Piece] = []
    for section in sheet.sections:
        is_last = section is sheet.sections[-1]
        tail = _GAP + sum(piece.height for piece in end) if is_last else 0.0
        pieces += _section(section, Table(section.columns, width, SIZE), tail)
    return [*pieces, *end]


def _section(section: ListSection, table: Table, tail: float) -> Iterator[_Piece]:
    """Title, headings and rows; ``tail`` is what stays with the last of them (pt)."""
    rows = [table.row(texts) for texts in section.rows]
    heights = [max(row.height + _PADDED, _LEAST_ROW) for row in rows]
    ahead = sum(heights[:_LEAST_ROWS])
    if len(rows) <= _LEAST_ROWS:
        ahead += tail
    if section.title:
        needs = _HEADING + ahead if rows else _TITLE + tail
        yield _Piece(_TITLE, section.title, needs_after=needs)
    if not rows:
        yield _Piece(_TITLE, text=section.empty, needs_after=tail)
        return
    yield _Piece(_HEADING, table=table, needs_after=ahead)
    for row, height in zip(rows, heights, strict=True):
        needs = tail if row is rows[-1] else 0.0
        yield _Piece(height, table=table, row=row, needs_after=needs)
    yield _Piece(_GAP)


def _paginate(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    """Pieces by page; the headings of a table that goes on are repeated."""
    pages: list[list[_Piece]] = [[]]
    used = 0.0
    heading: _Piece | None = None
    for piece in pieces:
        if piece.table is None:
            heading = None
        elif piece.row is None:
            heading = piece
        if used + piece.height + piece.needs_after > room and pages[-1]:
            pages.append([])
            used = 0.0
            if piece.row is not None and heading is not None:
                pages[-1].append(heading)
                used = heading.height
        pages[-1].append(piece)
        used += piece.height
    return pages


def _draw(page: Page, box: Box, piece: _Piece) -> None:
    if piece.table is not None and piece.row is not None:
        above = (box.height - piece.row.height) / 2
        piece.table.draw_row(page, box, piece.row, above)
    elif piece.table is not None:
        piece.table.draw_headings(page, box)
    elif piece.title:
        page.text(box.x, box.bottom - 2 * MM, piece.title, 10, font=fonts.SEMIBOLD)
    elif piece.text:
        page.text(box.x, box.bottom - 0.3 * piece.height, piece.text, _NOTE_SIZE)


def _sign(page: Page, body: Box, names: Sequence[str]) -> None:
    """A line for each signature, at the foot of the last page."""
    if not names:
        return
    baseline = body.height - _FOOT - 2 * MM
    for name, part in zip(
        names, body.columns(*[body.width / len(names)] * len(names)), strict=True
    ):
        end = page.signed(part.x, part.right - 8 * MM, baseline, name, 9.5)
        right = min(part.right - 8 * MM, end + 50 * MM)
        page.signature_line(end + 2 * MM, right, baseline + 1 * MM)


def _write_head(page: Page, body: Box, sheet: ListSheet) -> None:
    page.text(body.x, 11.5 * MM, sheet.title, 14, font=fonts.SEMIBOLD)
    page.text(body.right, 11.5 * MM, sheet.subtitle, 8.5, align="right")


def _write_foot(
    page: Page, body: Box, sheet: ListSheet, translate: Translate, has_cuts: bool
) -> None:
    parts = [sheet.foot]
    if has_cuts:
        parts.append(translate("ListSheet", "… : the rest stands in the program"))
    page.text(body.x, body.height - 6 * MM, "　".join(parts), 8)
