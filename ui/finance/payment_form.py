"""How it was paid: method by key, receipt, invoice, payer, time, escort."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.payment import Share, TakePayment
from app.payment_view import PaymentView
from models.ledger_entry import PayMethod
from ui.kit.fields import MomentField, TextField
from ui.kit.form import Form
from ui.kit.label import AsideLabel, Tone
from ui.kit.segmented import SegmentedField
from ui.slip.field_flow import flow, said
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION
from ui.words import field_word, word

KEYS_OF_METHODS: Mapping[PayMethod, str] = {
    method: str(at) for at, method in enumerate(PayMethod, start=1)
}
"""With Alt, whatever has the keyboard."""
CODE = 150
NAME = 180


class PaymentForm(Form):
    """Everything of a payment but the amounts."""

    def __init__(self, moments: Moments, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.method = SegmentedField([(each, word(each)) for each in KEYS_OF_METHODS])
        self._keys = AsideLabel(self.tr("Alt 1 to 6"), CAPTION, tone=Tone.THIRD)
        self.receipt_no = TextField(width=CODE, is_code=True)
        self.invoice_no = TextField(width=CODE, is_code=True)
        self.payer = TextField(width=NAME)
        self.paid_at = MomentField(moments.now, placeholder=self.tr("now"))
        self.escort = TextField(width=NAME)
        self.escort.line.hint(self.tr("Only where somebody came along"))
        self.note = TextField()
        self.note.is_wide = True
        for name in (
            "method",
            "receipt_no",
            "invoice_no",
            "payer",
            "paid_at",
            "escort",
            "note",
        ):
            label = field_word("pay_method" if name == "method" else name)
            self.name_field(name, label, getattr(self, name))
        self.add_row(field_word("pay_method"), self.method, self._keys)
        self.add_row(
            field_word("receipt_no"),
            flow(self.receipt_no, said("invoice_no", self.invoice_no)),
        )
        self.add_row(
            field_word("payer"), flow(self.payer, said("paid_at", self.paid_at))
        )
        self.add_row(field_word("escort"), self.escort, None, key="escort")
        self.add_row(field_word("note"), self.note)
        self.edited.connect(lambda _: self.show_rows())
        self.show_rows()

    def show_view(self, view: PaymentView) -> None:
        """A payment for another slip; the receipt that comes next is proposed."""
        method = self.method.value()
        self.clear()
        # A desk takes payments of one kind in rows: bank slips, then cash.
        self.method.set_value(method)
        self.receipt_no.set_value(view.next_receipt)
        self.payer.set_value(view.payer)
        self.escort.suggest(view.escorts)
        self.show_rows()

    def show_rows(self) -> None:
        """An escort comes with cash only (S4-4.1.2.5)."""
        self.show_row("escort", self.method.value() is PayMethod.CASH)

    def choose(self, method: PayMethod) -> None:
        """A key was pressed in place of the mouse."""
        self.method.set_value(method)
        self.method.edited.emit()

    def order(self, shares: tuple[Share, ...]) -> TakePayment:
        """What was typed."""
        is_cash = self.method.value() is PayMethod.CASH
        return TakePayment(
            shares,
            self.method.value(),
            receipt_no=self.receipt_no.value(),
            payer=self.payer.value(),
            invoice_no=self.invoice_no.value(),
            escort=self.escort.value() if is_cash else "",
            note=self.note.value(),
            paid_at=self.paid_at.value(),
        )
