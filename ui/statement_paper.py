"""The papers of a statement: drawn when it closes, and the stored bytes ever after."""

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand

if TYPE_CHECKING:
    from app.desk import Desk
    from app.period_close import Papers
    from models.statement import Statement


def statement_pdf(desk: "Desk", statement: "Statement") -> bytes:
    """《有偿维修费用汇总表》 as PDF. Raises ``FontFileMissing``."""
    from reports.statement_pdf import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(statement, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()


def statement_xlsx(desk: "Desk", statement: "Statement") -> bytes:
    """The same as a workbook."""
    from reports.statement_xlsx import write_xlsx

    out = BytesIO()
    write_xlsx(statement, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()


def papers_of(desk: "Desk") -> "Papers":
    """How a close draws its papers."""
    from app.period_close import Papers

    return Papers(partial(statement_pdf, desk), partial(statement_xlsx, desk))
