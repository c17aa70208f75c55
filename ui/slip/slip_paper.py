"""Draws the four copies of a slip and shows them, ready to print or save."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from ui.paper_draw import slip_pdf
from ui.printing import Printing
from ui.shell.frame import Frame, Kind
from ui.slip.paper_dialog import PaperDialog


class SlipPaper(QObject):
    """Look on the read lane, draw on the paper lane, then print or show."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show(self, number: str) -> None:
        """Show the pages of a slip as it stands now."""
        self._make(number, self._open)

    def hand_out(self, number: str) -> None:
        """Print the pages at once; where there is no printer, show them."""
        self._make(number, self._print)

    def _make(self, number: str, then: Callable[[str, bytes], None]) -> None:
        self._frame.work.look(
            self, _load_forms, (number,), done=partial(self._draw, number, then)
        )

    def _draw(
        self, number: str, then: Callable[[str, bytes], None], forms: Any
    ) -> None:
        self._frame.work.draw(
            self,
            partial(_write, forms),
            partial(then, number),
            title=self.tr("Drawing {number}").format(number=number),
        )

    def _print(self, number: str, pdf: bytes) -> None:
        title = self._title(number)
        done = partial(self._after_print, title)
        parent = self._frame.place
        work = self._frame.work
        if not self._printing.print_straight(work, parent, pdf, title, done):
            self._open(number, pdf)

    def _after_print(self, title: str) -> None:
        self._frame.say(Kind.DONE, self.tr("Printed"), title)

    def _title(self, number: str) -> str:
        return self.tr("Slip {number}, four copies").format(number=number)

    def _open(self, number: str, pdf: bytes) -> None:
        dialog = PaperDialog(
            self._frame, self._printing, self._title(number), pdf, f"{number}.pdf"
        )
        dialog.open()


def _load_forms(session: Any, desk: Any, numbers: tuple[str, ...]) -> Any:
    from reports.slip_form_load import load

    return load(session, desk, numbers)


def _write(forms: Any, progress: Progress) -> bytes:
    return slip_pdf(forms, step=progress.step)
