"""Draws the four copies of a slip and shows them, ready to print or save."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from ui.paper_draw import slip_pdf
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.paper_dialog import PaperDialog


class SlipPaper(QObject):
    """Look on the read lane, draw on the paper lane, show."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show(self, number: str) -> None:
        """Show the pages of a slip as it stands now."""
        self._frame.work.look(
            self, _load_forms, (number,), done=partial(self._draw, number)
        )

    def _draw(self, number: str, forms: Any) -> None:
        self._frame.work.draw(
            self,
            partial(_write, forms),
            partial(self._open, number),
            title=self.tr("Drawing {number}").format(number=number),
        )

    def _open(self, number: str, pdf: bytes) -> None:
        title = self.tr("Slip {number}, four copies").format(number=number)
        dialog = PaperDialog(self._frame, self._printing, title, pdf, f"{number}.pdf")
        dialog.open()


def _load_forms(session: Any, desk: Any, numbers: tuple[str, ...]) -> Any:
    from reports.slip_form_load import load

    return load(session, desk, numbers)


def _write(forms: Any, progress: Progress) -> bytes:
    return slip_pdf(forms, step=progress.step)
