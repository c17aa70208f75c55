"""Prints the copies of several slips together, shown before they reach the printer."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.slip_batch import PrintBatch, check_batch, find_batch, print_batch
from app.slip_list import SlipFilter
from ui.printing import Printing
from ui.shell.frame import Frame, Kind
from ui.slip.counting import Counting, load_next_prints, write_forms
from ui.slip.paper_dialog import PaperDialog

MOST_SLIPS = 100
"""More paper than this is not looked through page by page before it is printed."""


class RegisterPrint(QObject):
    """Draws a print of every copy and shows it; printed or saved, it counts."""

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
            self._look(batch, are_collected=False)
            return
        self._frame.ask.confirm(
            self._frame.place,
            self.tr("%n of these slip(s) were printed before", "", again),
            self.tr(
                "A new print replaces the copies that are out. Collect and destroy "
                "those first; a slip whose old copies are not in hand is printed alone."
            ),
            self.tr("The old copies are in hand"),
            partial(self._look, batch, are_collected=True),
        )

    def _look(self, batch: PrintBatch, *, are_collected: bool) -> None:
        self._frame.work.look(
            self, _load_batch, batch, done=partial(self._draw, batch, are_collected)
        )

    def _draw(self, batch: PrintBatch, are_collected: bool, forms: Any) -> None:
        self._frame.work.draw(
            self,
            partial(write_forms, forms, None),
            partial(self._show, batch, are_collected),
            title=self.tr("Drawing the copies of %n slip(s)", "", len(batch.slips)),
        )

    def _show(self, batch: PrintBatch, are_collected: bool, pdf: bytes) -> None:
        title = self.tr("%n slip(s), all copies", "", len(batch.slips))
        day = self._frame.work.desk.today().isoformat()
        numbers = tuple(number for _, number in batch.slips)
        counting = Counting(
            self._frame, print_batch, batch, are_collected, numbers=numbers
        )
        PaperDialog(
            self._frame,
            self._printer,
            title,
            pdf,
            f"{day}.pdf",
            counting=counting,
            unused=counting.tell_unused,
        ).open()


def _load_batch(session: Any, desk: Desk, batch: PrintBatch) -> Any:
    return load_next_prints(session, desk, check_batch(session, desk, batch), None)
