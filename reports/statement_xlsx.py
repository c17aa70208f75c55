"""《有偿维修费用汇总表》 as a workbook: 汇总 with live sums, and its seven lists."""

from typing import BinaryIO

from models.statement import Statement
from models.text import Translate
from reports.office import Office
from reports.sheet_stream import StreamBook
from reports.statement_frame import Frame
from reports.statement_list import LISTS
from reports.statement_sheet import add_list, place_of
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
    places = {
        which.name: place_of(which, len(which.rows(statement))) for which in LISTS
    }
    add_summary(book, styles, frame, places)
    for which in LISTS:
        add_list(book, styles, frame, which)
    book.save(out)
