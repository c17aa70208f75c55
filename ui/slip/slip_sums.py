"""What a slip costs as far as it is known: charged, quoted, what it is made of."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.money import ZERO, format_money
from models.slip import ChargeClass
from models.slip_line import LineKind
from ui.kit.fields import COMMA
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.theme.typeface import CAPTION
from ui.words import word

if TYPE_CHECKING:
    from app.slip_view import SlipView


class Money(QWidget):
    """What is charged and what the owner said to the quote, as captions and figures."""

    def __init__(self) -> None:
        super().__init__()
        head = Label(self.tr("Charges"), CAPTION, tone=Tone.SECOND, is_strong=True)
        self._charged = _Figure(self.tr("Charged"))
        self._quoted = _Figure("")
        self._later = [
            _Figure(self.tr("Waived")),
            _Figure(self.tr("Waiver to decide")),
            _Figure(self.tr("Adjusted")),
            _Figure(self.tr("Received")),
            _Figure(self.tr("Owed")),
        ]
        self._figures = QWidget()
        holder = FlowLayout(self._figures, 24)
        for figure in (self._quoted, self._charged, *self._later):
            holder.addWidget(figure)
        self._detail = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        column(head, self._figures, self._detail, spacing=6, on=self)

    def show_money(self, view: "SlipView") -> None:
        """Show the sums of a slip; free slips have none to show."""
        charged = view.money.charged
        self._charged.show_amount(charged)
        money = view.money
        received = money.received - money.refunded
        amounts = (
            money.waived,
            money.pending_waived,
            money.adjusted,
            received,
            money.balance,
        )
        for figure, amount in zip(self._later, amounts, strict=True):
            figure.show_amount(amount)
        if view.quotes:
            last = view.quotes[-1]
            self._quoted.show_amount(last.amount, word(last.status))
        self._quoted.setVisible(bool(view.quotes))
        has_figures = bool(charged or view.quotes or any(amounts))
        self._figures.setVisible(has_figures)
        detail = _made_of(view)
        if not has_figures and not detail:
            detail = self.tr("Nothing is charged or quoted yet.")
        self._detail.say(detail)
        self._detail.setVisible(bool(detail))
        is_paid = view.facts["charge_class"] in (ChargeClass.PAID, ChargeClass.CONTRACT)
        self.setVisible(is_paid or bool(charged))


class _Figure(QWidget):
    """An amount under its caption; takes no room while there is none."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = Label(caption, CAPTION, tone=Tone.SECOND)
        self._amount = Label("", is_strong=True)
        column(self._caption, self._amount, spacing=2, on=self)

    def show_amount(self, amount: Decimal, caption: str = "") -> None:
        if caption:
            self._caption.say(caption)
        self._amount.say(format_money(amount))
        self.setVisible(bool(amount))


def _made_of(view: "SlipView") -> str:
    """Labour and material, as far as they are written down."""
    sums = {
        kind: sum((each.amount for each in view.lines if each.kind is kind), ZERO)
        for kind in LineKind
    }
    parts = [f"{word(kind)} {format_money(sums[kind])}" for kind in sums if sums[kind]]
    return COMMA.join(parts)
