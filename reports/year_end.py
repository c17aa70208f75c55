"""《年末截止清单》 for the accountant: what the turn of the year owes the old one."""

from typing import BinaryIO

from models.money import format_capitals
from models.text import Translate
from models.year_end import YearEnd
from reports import fonts
from reports.box import MM, Box
from reports.flow import Block
from reports.office import Office
from reports.page import Page
from reports.sheet_stream import StreamBook
from reports.statement_figures import count_lists
from reports.statement_paper import BODY, write_paper
from reports.statement_sheet import add_list
from reports.statement_style import Styles
from reports.statement_table import ListPaper
from reports.year_end_list import TITLE, YEAR_END_LISTS, YearEndFrame


def write_xlsx(
    year_end: YearEnd, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write both lists as sheets with live sums."""
    frame = YearEndFrame(year_end, office, translate)
    statement = year_end.statement
    book = StreamBook(office.zone, statement.closed_at or statement.at)
    styles = Styles(book)
    for figures in count_lists(YEAR_END_LISTS, year_end, frame.words).values():
        add_list(book, styles, frame, figures)
    book.save(out)


def write_pdf(
    year_end: YearEnd, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write it on A4 landscape; raises ``FontMissing``."""
    frame = YearEndFrame(year_end, office, translate)
    figures = count_lists(YEAR_END_LISTS, year_end, frame.words)
    papers = [ListPaper(frame, each, BODY.width) for each in figures.values()]
    blocks = [
        _summary(frame),
        *(block for paper in papers for block in paper.blocks()),
        _signatures(frame),
    ]
    title = f"{TITLE} {year_end.year}"
    write_paper(title, frame, papers, blocks, out)


def _summary(frame: YearEndFrame) -> Block:
    """The sum that belongs to the year, in figures and in capitals."""

    def draw(page: Page, box: Box) -> None:
        page.text(box.x, box.y + 5 * MM, frame.summary, 11, font=fonts.SEMIBOLD)
        text = frame.translate("YearEnd", "Done in {year}, in capitals: {capitals}")
        capitals = format_capitals(frame.year_end.total)
        text = text.format(year=frame.year_end.year, capitals=capitals)
        page.text(box.x, box.y + 11 * MM, text, 10)

    return Block(12 * MM, draw)


def _signatures(frame: YearEndFrame) -> Block:
    def draw(page: Page, box: Box) -> None:
        for text, part in zip(frame.signatures, box.columns(3, 3, 2.6, 2), strict=True):
            line = part.bottom - 3 * MM
            width = page.text(part.x, line, text, 10)
            page.signature_line(part.x + width, part.right - 5 * MM, line + 1 * MM)

    return Block(18 * MM, draw)
