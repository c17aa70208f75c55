"""The pages of the statement and of 《年末截止清单》: heads, feet, numbers."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from reports import fonts
from reports.box import A4_LANDSCAPE, MM, Box
from reports.flow import Block, draw_down, flow
from reports.page import Page
from reports.statement_frame import Frame
from reports.statement_table import ListPaper

_MARGIN = 10 * MM
_HEAD = 24 * MM
_FOOT = 14 * MM
BODY = Box(
    _MARGIN,
    _HEAD,
    A4_LANDSCAPE.width - 2 * _MARGIN,
    A4_LANDSCAPE.height - _HEAD - _FOOT,
)
_STAMP = Box(A4_LANDSCAPE.width - _MARGIN - 52 * MM, 7 * MM, 52 * MM, 13 * MM)


def write_paper(
    title: str,
    frame: Frame,
    papers: Sequence[ListPaper],
    blocks: Iterable[Block],
    out: BinaryIO,
    front: Block | None = None,
) -> None:
    """Write the blocks page by page, behind a page of the ``front`` alone.

    Raises ``FontMissing``.
    """
    page = Page(out, A4_LANDSCAPE, title=title)
    pages = flow(blocks, BODY.height)
    if front is not None:
        pages.insert(0, [front])
    for number, own in enumerate(pages, start=1):
        _write_head(page, frame)
        draw_down(page, BODY, own)
        has_cuts = bool(page.cut_texts) or any(paper.table.has_cuts for paper in papers)
        _write_foot(page, frame, has_cuts=has_cuts)
        baseline = A4_LANDSCAPE.height - 5 * MM
        text = frame.page_number
        page.page_number(BODY.right, baseline, text, number, len(pages))
        page.next()
    page.close()


def _write_head(page: Page, frame: Frame) -> None:
    """Centre and title, period and basis, and whether it is closed."""
    page.text(_MARGIN, 13 * MM, frame.title, 15, font=fonts.SEMIBOLD)
    line = Box(_MARGIN, 15.5 * MM, _STAMP.x - _MARGIN - 3 * MM, 5 * MM)
    page.line_in(line, f"{frame.period}　{frame.basis}", 9, least=6)
    is_closed = frame.statement.is_closed
    page.frame(_STAMP, 0.28 * MM if is_closed else 0.6 * MM)
    state, people = _STAMP.inset(1.5 * MM, 1 * MM).rows(3, 2)
    size = 9.5 if is_closed else 13
    page.line_in(state, frame.state, size, least=6, font=fonts.SEMIBOLD, align="centre")
    page.line_in(people, frame.people, 7.5, least=5, align="centre")


def _write_foot(page: Page, frame: Frame, *, has_cuts: bool) -> None:
    parts = [frame.according]
    if has_cuts:
        parts.append(frame.translate("Statement", "… : the rest stands in the program"))
    baseline = A4_LANDSCAPE.height - 5 * MM
    page.text(_MARGIN, baseline, "　".join(parts), 8)
    if frame.seal:
        seal = Box(_MARGIN, A4_LANDSCAPE.height - 11.5 * MM, BODY.width, 3 * MM)
        page.line_in(seal, "　　".join(frame.seal), 6.5, least=4)
