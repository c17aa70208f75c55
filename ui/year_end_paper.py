"""《年末截止清单》 as bytes: on paper and as a workbook."""

from io import BytesIO
from typing import TYPE_CHECKING

from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand

if TYPE_CHECKING:
    from app.desk import Desk
    from models.year_end import YearEnd


def year_end_pdf(desk: "Desk", year_end: "YearEnd") -> bytes:
    """The list as PDF. Raises ``FontFileMissing``."""
    from reports.year_end import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(year_end, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()


def year_end_xlsx(desk: "Desk", year_end: "YearEnd") -> bytes:
    """The list as a workbook."""
    from reports.year_end import write_xlsx

    out = BytesIO()
    write_xlsx(year_end, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()
