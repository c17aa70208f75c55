"""What is typed of a payment waits, by slip, until it is taken or thrown away."""

from PySide6.QtCore import QObject, Slot

from models.money import format_money
from ui.callback.drafts import FormDrafts
from ui.finance.payment_pane import PaymentPane
from ui.work import Work

ROOM = "payment"
SHARES = "shares"


class PaymentTyped(QObject):
    """Notes every key; amounts that stand as they were proposed are not noted."""

    def __init__(self, work: Work, payment: PaymentPane, parent: QObject) -> None:
        super().__init__(parent)
        self._payment = payment
        self.drafts = FormDrafts(work, ROOM, self)
        payment.shares.edited.connect(self._note_shares)
        payment.form.edited.connect(self._note)

    def put_back(self, slip_id: int) -> None:
        """Show again what was typed about a slip."""
        typed = self.drafts.of(slip_id)
        if SHARES in typed:
            self._payment.shares.set_typed(typed.pop(SHARES))
        self._payment.form.set_typed(typed)
        self._payment.form.show_rows()
        self._payment.count()

    @Slot(str)
    def _note(self, name: str) -> None:
        view = self._payment.view
        if view is not None:
            typed = self._payment.form.field(name).typed()
            self.drafts.note(view.slip_id, name, typed)

    @Slot()
    def _note_shares(self) -> None:
        view = self._payment.view
        if view is None:
            return
        typed = self._payment.shares.typed()
        if self.drafts.of(view.slip_id) or typed != self._proposed():
            self.drafts.note(view.slip_id, SHARES, typed)

    def _proposed(self) -> dict[str, str]:
        """What stands in the amounts before anybody types."""
        first = self._payment.shares.lines[:1]
        return {
            str(line.row.slip_id): format_money(line.row.left) if line.row.left else ""
            for line in first
        }
