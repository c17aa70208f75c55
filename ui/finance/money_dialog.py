"""Money back, a price put right, a wrong entry answered: each says why."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.payment import Adjust, PayBack
from app.payment_list import EntryRow, SlipAccount
from app.payment_reverse import ReverseEntry
from models.ledger_entry import PayMethod
from models.money import format_money
from ui.kit.fields import COMMA, CheckField, LongTextField, MomentField, TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.money_field import MoneyField
from ui.kit.segmented import SegmentedField
from ui.slip.moment import Moments
from ui.words import field_word, options, word

_NOTHING = Decimal("0.00")


class RefundDialog(FormDialog[PayBack]):
    """Money goes back to the owner, in the period in which it is paid."""

    def __init__(
        self, account: SlipAccount, moments: Moments, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._slip_id = account.slip_id
        paid = account.account.received - account.account.refunded
        self.name(
            self.tr("Pay money back on {number}").format(number=account.number),
            self.tr("Pay back"),
            self.tr("{paid} was paid and may go back.").format(paid=format_money(paid)),
        )
        self.amount = self.add("amount", field_word("amount"), MoneyField())
        self.method = self.add(
            "method", self.tr("Paid back by"), SegmentedField(options(*PayMethod))
        )
        last = next(
            (each.method for each in reversed(account.entries) if each.method), None
        )
        self.method.set_value(last)
        self.is_price_cut = self.add(
            "is_price_cut", "", CheckField(self.tr("The price falls too"))
        )
        self.is_price_cut.setEnabled(account.may_adjust)
        self.reason = self.add("reason", field_word("reason"), LongTextField())
        self.payer = self.add("payer", self.tr("Goes to"), TextField())
        self.payer.set_value(account.payer)
        self.receipt_no = self.add(
            "receipt_no", field_word("receipt_no"), TextField(is_code=True, width=180)
        )
        self.paid_at = self.add(
            "paid_at",
            self.tr("Paid back at"),
            MomentField(moments.now, width=180, placeholder=self.tr("Now")),
        )

    def order(self) -> PayBack:
        return PayBack(
            self._slip_id,
            self.amount.value() or _NOTHING,
            self.method.value(),
            reason=self.reason.value(),
            payer=self.payer.value(),
            receipt_no=self.receipt_no.value(),
            is_price_cut=self.is_price_cut.value(),
            paid_at=self.paid_at.value(),
        )


class AdjustDialog(FormDialog[Adjust]):
    """A price that was posted is put right by an entry of its own."""

    def __init__(
        self, account: SlipAccount, moments: Moments, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._slip_id = account.slip_id
        now = account.account
        self.name(
            self.tr("Put the price of {number} right").format(number=account.number),
            self.tr("Adjust"),
            self.tr(
                "{charged} is charged, {balance} is owed. Less than charged is written"
                " with a minus."
            ).format(
                charged=format_money(now.charged + now.adjusted),
                balance=format_money(now.balance),
            ),
        )
        self.amount = self.add(
            "amount", field_word("amount"), MoneyField(is_signed=True)
        )
        self.reason = self.add("reason", field_word("reason"), LongTextField())
        self.reference = self.add("reference", field_word("reference"), TextField())
        self.reference.line.hint(self.tr("Number of the paper that says so"))
        self.effective_at = self.add(
            "effective_at",
            field_word("effective_at"),
            MomentField(moments.now, width=180, placeholder=self.tr("Now")),
        )

    def order(self) -> Adjust:
        return Adjust(
            self._slip_id,
            self.amount.value() or _NOTHING,
            reason=self.reason.value(),
            reference=self.reference.value(),
            effective_at=self.effective_at.value(),
        )


class ReverseDialog(FormDialog[ReverseEntry]):
    """A wrong entry is answered by its opposite; both stay in the books."""

    def __init__(self, entry: EntryRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id = entry.id
        parts = [word(entry.kind), format_money(entry.amount)]
        if entry.method is not None:
            parts.append(word(entry.method))
        parts += [part for part in (entry.receipt_no, entry.payer) if part]
        self.name(
            self.tr("Answer a wrong entry"),
            self.tr("Answer it"),
            "\n".join(
                (
                    COMMA.join(parts),
                    self.tr(
                        "Nothing is taken out of the books: the opposite is written"
                        " beside it, on every slip of the payment, and the receipt"
                        " number is free again."
                    ),
                )
            ),
        )
        self.reason = self.add("reason", self.tr("What was wrong"), LongTextField())

    def order(self) -> ReverseEntry:
        return ReverseEntry(self._entry_id, self.reason.value())
