"""What a slip costs, in one line of figures and a few words."""

from PySide6.QtWidgets import QWidget

from app.slip_view import SlipView
from models.money import ZERO, format_money
from models.slip import ChargeClass
from models.slip_line import LineKind
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.slip.event_text import COMMA
from ui.theme.typeface import CAPTION
from ui.words import word


class Money(QWidget):
    """Charged, waived, received and owed in one line of figures."""

    def __init__(self) -> None:
        super().__init__()
        heads = (
            self.tr("Charged"),
            self.tr("Waived"),
            self.tr("Received"),
            self.tr("Owed"),
        )
        self._figures = [Label("0.00", is_strong=True) for _ in heads]
        self._sums = QWidget()
        cells = [
            column(
                None,
                Label(head, CAPTION, tone=Tone.SECOND, may_wrap=True),
                figure,
                spacing=2,
            )
            for head, figure in zip(heads, self._figures, strict=True)
        ]
        line = row(*cells, spacing=8, on=self._sums)
        for index in range(len(cells)):
            line.setStretch(index, 1)
        self._detail = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        column(self._sums, self._detail, spacing=4, on=self)

    def show_money(self, view: SlipView) -> None:
        """Show the sums of a slip; free slips have none to show."""
        money = view.money
        sums = (money.charged, money.waived, money.received, money.balance)
        for figure, amount in zip(self._figures, sums, strict=True):
            figure.say(format_money(amount))
        # Four noughts in a row say nothing.
        self._sums.setVisible(any(sums))
        self._detail.say(
            self._detail_line(view) or self.tr("Nothing is charged or quoted yet.")
        )
        is_paid = view.facts["charge_class"] in (ChargeClass.PAID, ChargeClass.CONTRACT)
        self.setVisible(is_paid or any(sums))

    def _detail_line(self, view: SlipView) -> str:
        """What the price is made of, and what was agreed to before."""
        sums = {
            kind: sum((each.amount for each in view.lines if each.kind is kind), ZERO)
            for kind in LineKind
        }
        parts = [
            f"{word(kind)} {format_money(sums[kind])}" for kind in sums if sums[kind]
        ]
        if view.quotes:
            last = view.quotes[-1]
            parts.append(f"{word(last.status)} {format_money(last.amount)}")
        return COMMA.join(parts)
