"""《每日返单核对表》 and 《追查单》: drawn, then shown to be printed or saved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.progress import Progress
from models.day_check import DayCheck
from ui.paper_draw import chase_pdf, return_check_pdf
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.paper_dialog import PaperDialog

Draw = Callable[[DayCheck, Desk], bytes]


class CheckPaper(QObject):
    """Opens the papers of a check; the check itself was looked up before."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show_check(self, check: DayCheck) -> None:
        """《每日返单核对表》."""
        name = self.tr("Daily return check {day}")
        self._show(check, return_check_pdf, name, "每日返单核对表")

    def show_chase(self, check: DayCheck) -> None:
        """《追查单》: what nobody has explained."""
        self._show(check, chase_pdf, self.tr("Slips to chase {day}"), "追查单")

    def _show(self, check: DayCheck, draw: Draw, name: str, file_name: str) -> None:
        title = name.format(day=check.day.isoformat())
        desk = self._frame.work.desk
        self._frame.work.draw(
            self,
            partial(_draw, draw, check, desk),
            partial(self._open, title, f"{file_name} {check.day}.pdf"),
            title=self.tr("Drawing {name}").format(name=title),
        )

    def _open(self, title: str, file_name: str, pdf: bytes) -> None:
        PaperDialog(self._frame, self._printing, title, pdf, file_name).open()


def _draw(draw: Draw, check: DayCheck, desk: Desk, _: Progress) -> bytes:
    return draw(check, desk)
