"""The dashboard on one sheet of A4: drawn on the paper lane, then shown."""

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from models.statistics_report import StatisticsReport
from models.text import translator
from ui.dashboard.chosen import Days
from ui.dashboard.days_bar import days_name
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.paper_dialog import PaperDialog

if TYPE_CHECKING:
    from app.desk import Desk

TITLE = "维修看板"


class DashboardPaper(QObject):
    """What is on the screen goes on the paper: nothing is counted again."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show(self, report: StatisticsReport, days: Days) -> None:
        """Show the sheet before it is printed or saved."""
        desk = self._frame.work.desk
        name = days_name(desk, days)
        title = f"{TITLE} {name}"
        self._frame.work.draw(
            self,
            partial(_bytes_of, desk, report, name),
            partial(self._open, title),
            title=self.tr("Drawing {paper}").format(paper=title),
        )

    def _open(self, title: str, pdf: bytes) -> None:
        PaperDialog(self._frame, self._printing, title, pdf, f"{title}.pdf").open()


def _bytes_of(desk: "Desk", report: StatisticsReport, name: str, _: Progress) -> bytes:
    from reports.dashboard import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(report, name, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()
