"""Prints the list that is taken on the walk, and the report of what failed."""

from functools import partial
from io import BytesIO
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.manager_notice import load_failures
from app.progress import Progress
from models.inspection_day import Failure, InspectionDay
from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.paper_dialog import PaperDialog


class InspectionPrint(QObject):
    """Draws on the paper lane, then shows the pages."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def print_list(self, day: InspectionDay) -> None:
        """The day's inspection list, for the walk."""
        title = self.tr("Inspection of {day}").format(day=day.day.isoformat())
        self._frame.work.draw(
            self,
            partial(_list_pdf, self._frame.work.desk, day),
            partial(self._show, title, f"验收单 {day.day.isoformat()}.pdf"),
            title=title,
        )

    def print_report(self) -> None:
        """The failures of today with those that management has not seen."""
        self._frame.work.look(self, load_failures, done=self._draw_report)

    def _draw_report(self, failures: tuple[Failure, ...]) -> None:
        day = self._frame.work.desk.today().isoformat()
        title = self.tr("What failed inspection, {day}").format(day=day)
        self._frame.work.draw(
            self,
            partial(_report_pdf, self._frame.work.desk, failures),
            partial(self._show, title, f"验收不合格报告 {day}.pdf"),
            title=title,
        )

    def _show(self, title: str, file_name: str, pdf: bytes) -> None:
        PaperDialog(self._frame, self._printing, title, pdf, file_name).open()


def _list_pdf(desk: Desk, day: InspectionDay, _: Progress) -> bytes:
    from reports.inspection_list import write_pdf

    return _drawn(write_pdf, desk, day)


def _report_pdf(desk: Desk, failures: tuple[Failure, ...], _: Progress) -> bytes:
    from reports.failure_report import write_pdf

    return _drawn(write_pdf, desk, failures, desk.now())


def _drawn(write: Any, desk: Desk, *facts: object) -> bytes:
    out = BytesIO()
    with fonts_at_hand():
        write(desk, *facts, out, translator(PAPER_LANGUAGE))
    return out.getvalue()
