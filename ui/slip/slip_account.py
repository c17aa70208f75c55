"""The money of a slip on its page: every entry, and what Finance may do with it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.payment_list import SlipAccount
from models.money import format_money
from models.slip import MONEY_STATES, ChargeClass
from models.unit import AreaKind
from ui.finance.entry_list import EntryList
from ui.finance.money_moves import MoneyMoves
from ui.kit.button import Look
from ui.kit.fields import COMMA
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.slip.slip_facts import head_label

if TYPE_CHECKING:
    from app.slip_view import SlipView


class SlipAccountPart(QWidget):
    """Takes no room where nothing is written and nobody may write."""

    def __init__(self, frame: Frame, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._account: SlipAccount | None = None
        self.moves = MoneyMoves(frame, moments, self)
        self._sums = Label("", tone=Tone.SECOND, may_wrap=True)
        self.entries = EntryList(self.tr("Entries of the slip"))
        self.take = action_button("slip.take_money", Look.LINK)
        self.take.clicked.connect(self._take)
        self.pay_back = action_button("slip.pay_back", Look.LINK)
        self.pay_back.clicked.connect(self._pay_back)
        self.adjust = action_button("slip.adjust", Look.LINK)
        self.adjust.clicked.connect(self._adjust)
        column(
            head_label(self.tr("Money in and out")),
            self._sums,
            self.entries,
            flow(self.take, self.pay_back, self.adjust, gap=4),
            spacing=6,
            on=self,
        )
        self.hide()

    def show_view(self, view: "SlipView") -> None:
        """Show the account of another slip."""
        facts = view.facts
        takes_money = (
            facts["state"] in MONEY_STATES
            and facts["area_kind"] is AreaKind.UNIT
            and facts["charge_class"] in (ChargeClass.PAID, ChargeClass.CONTRACT)
        )
        account = self._account = view.account
        self._sums.say(self._said(account))
        self.entries.show_entries(account.entries, self._moments, is_read=True)
        self.entries.setVisible(bool(account.entries))
        may_take = account.may_record and takes_money
        self.take.setVisible(may_take)
        self.pay_back.setVisible(account.may_pay_back)
        self.adjust.setVisible(account.may_adjust)
        self.setVisible(bool(account.entries) or may_take)

    def _said(self, account: SlipAccount) -> str:
        """What is owed, and what the price is while it is not posted."""
        now = account.account
        parts = []
        if now.left_to_pay is not None:
            left = format_money(now.left_to_pay)
            parts.append(self.tr("{sum} left to pay").format(sum=left))
        if now.balance < 0:
            ahead = format_money(-now.balance)
            parts.append(
                self.tr("{sum} paid before the slip is back").format(sum=ahead)
            )
        if now.pending_waived:
            pending = format_money(now.pending_waived)
            parts.append(self.tr("waiver {sum} to decide").format(sum=pending))
        return COMMA.join(parts)

    def _take(self) -> None:
        if self._account is not None:
            self.moves.take(self._account.slip_id)

    def _pay_back(self) -> None:
        if self._account is not None:
            self.moves.pay_back(self._account)

    def _adjust(self) -> None:
        if self._account is not None:
            self.moves.adjust(self._account)
