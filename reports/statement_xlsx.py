"""《有偿维修费用汇总表》 as a workbook: 汇总 with live sums, and its seven lists."""

from typing import BinaryIO

from models.statement import Statement
from models.text import Translate
from reports.office import Office
from reports.sheet_stream import StreamBook
from reports.statement_figures import count_lists
from reports.statement_frame import Frame
from reports.statement_list import LISTS
from reports.statement_sheet import add_list
from reports.statement_style import Styles
from reports.statement_summary_sheet import add_summary


def write_xlsx(
    statement: Statement, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write the statement; the same statement gives the same bytes.

    Formulas are live and carry the value they have now, for viewers that do not reckon.
    """
    frame = Frame(statement, office, translate)
    book = StreamBook(office.zone, statement.closed_at or statement.at)
    styles = Styles(book)
    figures = count_lists(LISTS, statement, frame.words)
    add_summary(book, styles, frame, figures)
    for each in figures.values():
        add_list(book, styles, frame, each)
    book.save(out)
