"""Right of the list: what is owed on a slip, the payment, what was written before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.payment_list import EntryRow
from app.payment_view import PaymentView
from models.ledger_entry import EntryKind
from models.money import format_capitals, format_money
from models.slip import ChargeClass, SlipState
from models.unit import AreaKind
from ui.finance.entry_list import EntryList
from ui.finance.payment_form import PaymentForm
from ui.finance.payment_shares import PaymentShares
from ui.kit.button import Button, Look
from ui.kit.fields import COMMA
from ui.kit.glyph import StatusLabel
from ui.kit.label import ElidedLabel, Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.shell.actions import action_button, action_text
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.slip.status import status_of
from ui.theme.typeface import CARD, INPUT, OBJECT
from ui.words import word

_ANSWERED = (EntryKind.PAY, EntryKind.REFUND, EntryKind.ADJUST)
"""What Finance writes itself, and answers where it was wrong."""


class PaymentPane(QWidget):
    """One slip in hand, or the word to choose one."""

    opened = Signal()
    """The slip itself is wanted."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self.view: PaymentView | None = None
        self._payer = Label("", OBJECT, is_strong=True)
        self.number = Button("", Look.LINK)
        self.number.clicked.connect(self.opened)
        self._status = StatusLabel()
        self._content = ElidedLabel("", INPUT)
        self._sums = Label("", tone=Tone.SECOND, may_wrap=True)
        self.why_not = Label("", tone=Tone.WARN, may_wrap=True)
        self.shares = PaymentShares()
        self.shares.edited.connect(self.count)
        self._total = Label("", CARD, is_strong=True)
        self._capitals = Label("", tone=Tone.SECOND, may_wrap=True)
        self.form = PaymentForm(moments)
        self.problem = ProblemLine()
        self.save = Button(
            action_text("payment.save"), Look.PRIMARY, keycap=self.tr("Enter")
        )
        self.refund = action_button("payment.refund")
        self.adjust = action_button("payment.adjust")
        self.reverse = action_button("payment.reverse", Look.LINK)
        self.print = action_button("payment.print", Look.LINK)
        self._head = Label(self.tr("Entries of the slip"), CARD, is_strong=True)
        self.entries = EntryList(self.tr("Entries of the slip"))
        self.entries.chosen_changed.connect(lambda _: self._allow_entry())
        self._take = QWidget()
        self._foot = QWidget()
        self._line = Hairline()
        self._body = QWidget()
        self._nothing = Label("", INPUT, tone=Tone.SECOND, may_wrap=True)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(self._body)
        self._scroll.setAccessibleName(self.tr("The payment"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        column(
            self.shares,
            self.form,
            spacing=12,
            on=self._take,
        )
        words = flow(self._total, self._capitals, gap=12)
        below = row(self.save, words, spacing=16)
        below.setStretch(1, 1)
        column(self.problem, below, spacing=8, margins=(24, 8, 24, 12), on=self._foot)
        head = row(self._payer, self.number, None, self._status, spacing=12)
        inner = column(
            head,
            self._content,
            self._sums,
            self.why_not,
            4,
            self._take,
            8,
            Hairline(),
            row(self._head, None, self.print, self.reverse, spacing=8),
            self.entries,
            flow(self.refund, self.adjust, gap=8),
            None,
            spacing=6,
            margins=(24, 16, 24, 16),
            on=self._body,
        )
        inner.setStretch(inner.count() - 1, 1)
        whole = column(
            self._nothing, self._scroll, self._line, self._foot, spacing=0, on=self
        )
        whole.setStretch(1, 1)

    def show_view(self, view: PaymentView) -> None:
        """Show a slip: the payment is empty but for what the program knows."""
        self.know(view)
        self.problem.say(None)
        self.shares.show_rows(view.rows)
        self.form.show_view(view)
        self.count()

    def know(self, view: PaymentView) -> None:
        """The slip has another account now; what was typed stays."""
        self.view = view
        self._payer.say(view.payer)
        self.number.set_text(view.number)
        self._status.show_status(status_of(view.state, is_bounced=False))
        self._content.say(view.content)
        self._sums.say(self._said_of(view))
        why_not = self._why_not(view)
        self.why_not.say(why_not)
        self.why_not.setVisible(bool(why_not))
        entries = view.account.entries
        self.entries.show_entries(entries, self._moments)
        self.entries.setVisible(bool(entries))
        self._head.say(
            self.tr("Entries of the slip")
            if entries
            else self.tr("Nothing is written on this slip yet")
        )
        self.refund.setVisible(view.account.may_pay_back)
        self.adjust.setVisible(view.account.may_adjust)
        self._allow_entry()
        self._show_parts(is_there=True)

    def show_nothing(self, said: str = "") -> None:
        """No slip is in hand."""
        self.view = None
        self._nothing.say(
            said or self.tr("Choose a slip at the left, scan it or type its number.")
        )
        self._show_parts(is_there=False)

    def entry(self) -> EntryRow | None:
        """The entry that is chosen."""
        if self.view is None:
            return None
        chosen = self.entries.chosen()
        entries = self.view.account.entries
        return next((each for each in entries if each.id == chosen), None)

    def _allow_entry(self) -> None:
        """What may be done with the chosen entry."""
        entry = self.entry()
        is_money = entry is not None and entry.method is not None
        self.print.setVisible(is_money and not (entry and entry.is_reversal))
        self.reverse.setVisible(self._may_reverse(entry))

    def _may_reverse(self, entry: EntryRow | None) -> bool:
        if entry is None or self.view is None or not self.view.account.may_record:
            return False
        return (
            entry.kind in _ANSWERED and not entry.is_reversal and not entry.is_reversed
        )

    def count(self) -> None:
        """Say what is paid now in all."""
        total = self.shares.total()
        if total is None:
            self._total.say(self.tr("Paid now —"))
            self._capitals.say("")
            return
        self._total.say(self.tr("Paid now {sum}").format(sum=format_money(total)))
        self._capitals.say(format_capitals(total) if total else "")

    def _said_of(self, view: PaymentView) -> str:
        account = view.account.account
        if account.expected is None:
            parts = [self.tr("no price is named yet")]
        else:
            said = (
                self.tr("charged {sum}") if account.charged else self.tr("price {sum}")
            )
            price = account.expected + account.adjusted
            parts = [said.format(sum=format_money(price))]
        for text, amount in (
            (self.tr("waived {sum}"), account.waived),
            (self.tr("waiver to decide {sum}"), account.pending_waived),
            (self.tr("paid {sum}"), account.received),
            (self.tr("paid back {sum}"), account.refunded),
        ):
            if amount:
                parts.append(text.format(sum=format_money(amount)))
        if account.left_to_pay is not None:
            left = self.tr("{sum} left to pay")
            parts.append(left.format(sum=format_money(account.left_to_pay)))
        return COMMA.join(parts)

    def _why_not(self, view: PaymentView) -> str:
        if view.takes_money:
            return ""
        if view.state in (SlipState.VOID, SlipState.CANCELLED):
            text = self.tr("{state}: no money is taken for this slip.")
            return text.format(state=word(view.state))
        if view.area_kind is not AreaKind.UNIT:
            return self.tr("Public work: nobody is charged for it.")
        if view.charge_class not in (ChargeClass.PAID, ChargeClass.CONTRACT):
            text = self.tr("{kind}: no money is taken for this slip.")
            return text.format(kind=word(view.charge_class))
        return self.tr("Only Finance takes money.")

    def _show_parts(self, *, is_there: bool) -> None:
        self._nothing.setVisible(not is_there)
        self._scroll.setVisible(is_there)
        takes_money = self.view is not None and self.view.takes_money
        for part in (self._take, self._line, self._foot):
            part.setVisible(takes_money)
