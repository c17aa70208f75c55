"""Draws the four copies of a slip and shows them, ready to print or save."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.slip_copy_move import PrintSlip, check_print, print_slip
from ui.kit.fields import NAME_MARK
from ui.printing import Printing
from ui.shell.actions import action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.counting import Counting, load_forms, load_next_prints, write_forms
from ui.slip.paper_dialog import PaperDialog

Shown = Callable[[str, bytes], object]


@dataclass(frozen=True, slots=True)
class NextPrint:
    """A print that may be made, and what its pages will say."""

    order: PrintSlip
    number: str
    forms: Any


class SlipPaper(QObject):
    """Look on the read lane, draw on the paper lane, then print or show."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show(self, number: str) -> None:
        """Show the pages of a slip as it was printed last; counts nothing."""
        self._make(number, self._open)

    def hand_out(self, number: str) -> None:
        """Print at once what a dispatch has counted; where there is no printer, show
        it.
        """
        self._make(number, self._print)

    def offer(self, number: str) -> None:
        """Show what a dispatch has counted; if it is not printed then, say so."""
        self._make(number, self._open_counted)

    def show_next(self, found: NextPrint) -> None:
        """Show the pages of a print that is counted once it is printed or saved."""
        copies = found.order.copy_numbers
        title = self._title(found.number, copies)
        self._draw(found.number, copies, partial(self._open_next, title, found), found)

    def _make(self, number: str, then: Shown) -> None:
        def draw(forms: Any) -> None:
            self._draw(number, None, then, NextPrint(PrintSlip(0), number, forms))

        self._frame.work.look(self, load_forms, (number,), done=draw)

    def _draw(
        self,
        number: str,
        copies: Collection[int] | None,
        then: Shown,
        found: NextPrint,
    ) -> None:
        self._frame.work.draw(
            self,
            partial(write_forms, found.forms, copies),
            partial(then, number),
            title=self.tr("Drawing {number}").format(number=number),
        )

    def _print(self, number: str, pdf: bytes) -> None:
        title = self._title(number)
        done = partial(self._after_print, title)
        parent = self._frame.place
        work = self._frame.work
        if not self._printing.print_straight(work, parent, pdf, title, done):
            self._open_counted(number, pdf)

    def _after_print(self, title: str) -> None:
        self._frame.say(Kind.DONE, self.tr("Printed"), title)

    def _title(self, number: str, copies: Collection[int] | None = None) -> str:
        if copies is None:
            return self.tr("Slip {number}, four copies").format(number=number)
        named = NAME_MARK.join(map(str, sorted(copies)))
        text = self.tr("Slip {number}, copies {copies}")
        return text.format(number=number, copies=named)

    def _open(self, number: str, pdf: bytes) -> None:
        title = self._title(number)
        PaperDialog(self._frame, self._printing, title, pdf, f"{number}.pdf").open()

    def _open_counted(self, number: str, pdf: bytes) -> None:
        PaperDialog(
            self._frame,
            self._printing,
            self._title(number),
            pdf,
            f"{number}.pdf",
            unused=partial(self._tell_unprinted, number),
        ).open()

    def _open_next(self, title: str, found: NextPrint, number: str, pdf: bytes) -> None:
        counting = Counting(
            self._frame,
            print_slip,
            found.order,
            numbers=(number,),
            copies=found.order.copy_numbers,
        )
        PaperDialog(
            self._frame,
            self._printing,
            title,
            pdf,
            f"{number}.pdf",
            counting=counting,
            unused=counting.tell_unused,
        ).open()

    def _tell_unprinted(self, number: str) -> None:
        """A dispatch cannot be taken back: its copies are owed to the technician."""
        self._frame.say(
            Kind.WAITS,
            self.tr("{number} is dispatched, not printed").format(number=number),
            self.tr("The technician has no paper yet."),
            [
                Offer(
                    action_text("slip.print"),
                    partial(self.offer, number),
                    icon_name="printer",
                )
            ],
        )


def load_next(session: Any, desk: Any, order: PrintSlip) -> NextPrint:
    """The next print of a slip; raises what ``print_slip`` does and counts nothing."""
    number = check_print(session, desk, order)
    forms = load_next_prints(session, desk, (number,), order.copy_numbers)
    return NextPrint(order, number, forms)
