"""Prints the copies of several slips together, shown before they reach the printer."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.progress import Progress
from app.slip_batch import PrintBatch, find_batch, print_batch
from app.slip_list import SlipFilter
from ui.paper_draw import slip_pdf
from ui.printing import Printing
from ui.shell.frame import Frame, Kind
from ui.slip.paper_dialog import PaperDialog

MOST_SLIPS = 100
"""More paper than this is not looked through page by page before it is printed."""


class RegisterPrint(QObject):
    """Counts a print of every copy, draws the pages, shows them."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printer = Printing()

    def start(self, wanted: SlipFilter, count: int | None) -> None:
        """Print the copies of the slips that ``wanted`` holds."""
        if count is None or count > MOST_SLIPS:
            self._frame.say(
                Kind.FAILED,
                self.tr("Too many to print together"),
                self.tr("Tick at most %n slip(s).", "", MOST_SLIPS),
            )
            return
        self._frame.work.look(self, find_batch, wanted, done=self._ask)

    def _ask(self, batch: PrintBatch) -> None:
        again = len(batch.printed)
        if not again:
            self._count(batch, are_collected=False)
            return
        self._frame.ask.confirm(
            self._frame.place,
            self.tr("%n of these slip(s) were printed before", "", again),
            self.tr(
                "A new print replaces the copies that are out. Collect and destroy "
                "those first; a slip whose old copies are not in hand is printed alone."
            ),
            self.tr("The old copies are in hand"),
            partial(self._count, batch, are_collected=True),
        )

    def _count(self, batch: PrintBatch, *, are_collected: bool) -> None:
        self._frame.work.change(
            self, print_batch, batch, are_collected, done=self._load
        )

    def _load(self, numbers: Sequence[str]) -> None:
        self._frame.work.look(
            self, _load_forms, tuple(numbers), done=partial(self._draw, len(numbers))
        )

    def _draw(self, count: int, forms: Any) -> None:
        self._frame.work.draw(
            self,
            partial(_write, forms),
            partial(self._show, count),
            title=self.tr("Drawing the copies of %n slip(s)", "", count),
        )

    def _show(self, count: int, pdf: bytes) -> None:
        title = self.tr("%n slip(s), all copies", "", count)
        day = self._frame.work.desk.today().isoformat()
        PaperDialog(self._frame, self._printer, title, pdf, f"{day}.pdf").open()


def _load_forms(session: Any, desk: Desk, numbers: tuple[str, ...]) -> Any:
    from reports.slip_form_load import load

    return load(session, desk, numbers)


def _write(forms: Any, progress: Progress) -> bytes:
    return slip_pdf(forms, step=progress.step)
