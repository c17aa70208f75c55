"""Carries out what is done with a slip's money beside taking it: back, adjusted,
answered, printed.
"""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.payment import Entered, adjust, pay_back
from app.payment_list import EntryRow, SlipAccount, load_slip_account
from app.payment_reverse import Reversed, reverse_entry
from models.money import format_money
from ui.day.day_paper import DayPaper
from ui.finance.money_dialog import AdjustDialog, RefundDialog, ReverseDialog
from ui.finance.payment_paper import receipt_slip
from ui.kit.fields import COMMA
from ui.shell.actions import BY_ID, action_text
from ui.shell.dialog_run import run_dialog
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.moment import Moments


class MoneyMoves(QObject):
    """The steps of one page; each asks in a dialog and tells in the bar."""

    def __init__(self, frame: Frame, moments: Moments, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._moments = moments
        self._paper = DayPaper(frame, parent)

    def take(self, slip_id: int) -> None:
        """Money comes in: that has a place of its own."""
        self._frame.show_page("finance", ("payment", slip_id))

    def pay_back(self, account: SlipAccount) -> None:
        """Money goes back."""
        dialog = RefundDialog(account, self._moments, self._frame.place)
        run_dialog(self._frame, dialog, pay_back, self._paid_back)

    def adjust(self, account: SlipAccount) -> None:
        """A posted price is put right."""
        dialog = AdjustDialog(account, self._moments, self._frame.place)
        run_dialog(self._frame, dialog, adjust, self._adjusted)

    def answer(self, entry: EntryRow) -> None:
        """A wrong entry is answered by its opposite."""
        dialog = ReverseDialog(entry, self._frame.place)
        run_dialog(self._frame, dialog, reverse_entry, self._answered)

    def answer_payment(self, slip_id: int, payment_id: int) -> None:
        """Answer a payment that was just written on a slip."""

        def ask(account: SlipAccount) -> None:
            for entry in account.entries:
                if entry.payment_id == payment_id:
                    self.answer(entry)
                    return

        self._frame.work.look(self, load_slip_account, slip_id, done=ask)

    def print(self, payment_id: int) -> None:
        """Show the receipt slip of a payment or of money that went back."""
        self._paper.show(self.tr("Receipt slip"), receipt_slip, payment_id)

    def printing(self, payment_id: int) -> Offer:
        """The same, offered in the bar."""
        return Offer(
            action_text("payment.print_taken"),
            partial(self.print, payment_id),
            BY_ID["payment.print_taken"].keys,
            "printer",
        )

    def _paid_back(self, entered: Entered) -> None:
        head = self.tr("{sum} paid back").format(sum=format_money(entered.amount))
        offers = [self.printing(entered.entry_id)]
        self._frame.say(Kind.DONE, head, entered.number, offers)

    def _adjusted(self, entered: Entered) -> None:
        head = self.tr("Price adjusted by {sum}")
        amount = format_money(entered.amount)
        self._frame.say(Kind.DONE, head.format(sum=amount), entered.number)

    def _answered(self, answer: Reversed) -> None:
        head = self.tr("{sum} answered").format(sum=format_money(answer.amount))
        said = self.tr("Write down now what is right.")
        text = COMMA.join(("、".join(answer.numbers), said))
        self._frame.say(Kind.DONE, head, text)
