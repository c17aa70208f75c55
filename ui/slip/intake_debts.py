"""What a place owes, told while a call about it is taken down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.place_history import Debt, PlaceHistory
from models.money import format_money
from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Label, Picture, Tone
from ui.kit.layout import column, row
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION

MOST = 3


class PlaceDebts(QWidget):
    """The sum, and the slips it is made of; the oldest first, each opens."""

    opened = Signal(object)

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._debts: tuple[Debt, ...] = ()
        self.head = Label("", tone=Tone.WARN, is_strong=True)
        self.more = Label("", CAPTION, tone=Tone.SECOND)
        self._lines = column(spacing=0)
        picture = Picture("wallet", 16, Tone.WARN)
        text = column(self.head, self._lines, self.more, spacing=2)
        across = row(picture, text, spacing=8, on=self)
        across.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        across.setStretch(1, 1)
        self.show_place(None)

    def buttons(self) -> list[Button]:
        """The slips that are shown."""
        return [
            button
            for button in self.findChildren(Button)
            if not button.isHidden() and button.parent() is not None
        ]

    def show_place(self, known: PlaceHistory | None) -> None:
        """Show what a place owes; nothing where it owes nothing."""
        debts = known.debts if known else ()
        self.setVisible(bool(debts))
        if debts == self._debts or known is None:
            return
        self._debts = debts
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.head.say(self.tr("Owes {sum}").format(sum=format_money(known.owed)))
        for debt in debts[:MOST]:
            self._lines.addWidget(self._line(debt))
        left_out = len(debts) - MOST
        self.more.say(self.tr("and %n more", "", left_out) if left_out > 0 else "")
        self.more.setVisible(left_out > 0)

    def _line(self, debt: Debt) -> QWidget:
        line = QWidget()
        number = Button(debt.number, Look.LINK)
        number.clicked.connect(lambda: self.opened.emit(debt.id))
        number.setToolTip(debt.content)
        day = self._moments.write_day(debt.issued_at)
        said = ElidedLabel(f"{day}  {debt.content}", CAPTION, tone=Tone.SECOND)
        amount = Label(format_money(debt.owed))
        row(number, said, amount, spacing=8, on=line).setStretch(1, 1)
        return line
