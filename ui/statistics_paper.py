"""《工程维修统计》 as bytes: on paper and as a workbook."""

from io import BytesIO
from typing import TYPE_CHECKING

from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand

if TYPE_CHECKING:
    from app.desk import Desk
    from models.statistics_report import StatisticsReport


def statistics_pdf(desk: "Desk", report: "StatisticsReport") -> bytes:
    """The report as PDF. Raises ``FontFileMissing``."""
    from reports.statistics_pdf import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(report, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()


def statistics_xlsx(desk: "Desk", report: "StatisticsReport") -> bytes:
    """The report as a workbook."""
    from reports.statistics_xlsx import write_xlsx

    out = BytesIO()
    write_xlsx(report, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()
