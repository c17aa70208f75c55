"""《有偿维修费用汇总表》 on A4 landscape: the sums first, then every list."""

from typing import BinaryIO

from models.statement import Statement
from models.text import Translate
from reports.flow import Block
from reports.office import Office
from reports.statement_figures import count_lists
from reports.statement_frame import Frame
from reports.statement_front import draw_front
from reports.statement_list import GAPS, LISTS
from reports.statement_paper import BODY, write_paper
from reports.statement_table import ListPaper
from reports.statement_words import TITLE


def write_pdf(
    statement: Statement, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write the statement; the same statement gives the same bytes.

    Raises ``FontMissing``.
    """
    frame = Frame(statement, office, translate)
    figures = count_lists((*LISTS, GAPS), statement, frame.words)
    papers = [
        ListPaper(frame, each, BODY.width)
        for each in figures.values()
        if each.which is not GAPS or each.count
    ]
    front = Block(BODY.height, lambda page, box: draw_front(page, BODY, frame))
    blocks = (block for paper in papers for block in paper.blocks())
    title = f"{TITLE} {statement.period}"
    write_paper(title, frame, papers, blocks, out, front)
