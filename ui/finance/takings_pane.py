"""The money of a day: every entry, the sums by method, the sheet to sign."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from app.takings import load_takings
from models.ledger_entry import EntryKind, PayMethod
from models.money import format_capitals, format_money
from models.takings import DayTakings, TakingsLine
from ui.finance.payable_list import PayableLine, PayableList
from ui.kit.fields import COMMA
from ui.kit.icon_button import IconButton
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.shell.actions import BY_ID, action_button, action_text
from ui.shell.frame import Frame
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.theme.typeface import CARD, OBJECT
from ui.words import word

WIDEST = 760
"""Names and amounts further apart than this, in px, are not read together."""


class TakingsPane(QWidget):
    """One day; the arrows go to its neighbours."""

    opened = Signal(int)
    """A slip of the list is wanted."""

    def __init__(self, frame: Frame, moments: Moments) -> None:
        super().__init__()
        self._frame = frame
        self._moments = moments
        self.day: date = frame.work.desk.today()
        self.takings: DayTakings | None = None
        self._title = Label("", OBJECT, is_strong=True)
        self.before = _arrow("payment.day_before", "arrow-left")
        self.before.clicked.connect(lambda: self._go(-1))
        self.after = _arrow("payment.day_after", "arrow-right")
        self.after.clicked.connect(lambda: self._go(1))
        self.print = action_button("payment.print_takings")
        self._net = Label("", CARD, is_strong=True)
        self._capitals = Label("", tone=Tone.SECOND, may_wrap=True)
        self._bank = Label("", tone=Tone.SECOND, may_wrap=True)
        self._sums = QWidget()
        self._grid = QGridLayout(self._sums)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(4, 1)
        self.list = PayableList(self.tr("Money of the day"))
        self.list.opened.connect(self._open)
        self.list.setMaximumWidth(WIDEST)
        self._empty = Label(
            self.tr("No money came in or went out on this day."), tone=Tone.SECOND
        )
        head = flow(self.before, self._title, self.after, self.print)
        top = column(
            head,
            flow(self._net, self._capitals, gap=12),
            self._bank,
            self._sums,
            spacing=10,
            margins=(24, 16, 24, 12),
        )
        below = row(self.list, None, spacing=0, margins=(12, 8, 12, 8))
        below.setStretch(0, 20)
        whole = column(
            top,
            Hairline(),
            row(self._empty, margins=(24, 12, 24, 0)),
            below,
            spacing=0,
            on=self,
        )
        whole.setStretch(3, 1)

    def show_day(self, day: date) -> None:
        """Show the money of a day."""
        self.day = day
        self.ask()

    def ask(self) -> None:
        """Ask again."""
        self._frame.work.look(self, load_takings, self.day, done=self._put)

    def _go(self, days: int) -> None:
        day = self.day + timedelta(days=days)
        if day <= self._frame.work.desk.today():
            self.show_day(day)

    def _put(self, takings: DayTakings) -> None:
        if takings.day != self.day:
            return
        self.takings = takings
        today = self._frame.work.desk.today()
        self._title.say(self.tr("Takings of {day}").format(day=takings.day.isoformat()))
        self.after.setEnabled(takings.day < today)
        net = format_money(takings.net)
        self._net.say(self.tr("Net {sum}").format(sum=net))
        self._capitals.say(format_capitals(takings.net))
        self._bank.say(self._said_of_cash(takings))
        self._show_sums(takings)
        self.list.put([self._line(line) for line in takings.lines])
        self._empty.setVisible(not takings.lines)
        self._sums.setVisible(bool(takings.lines))

    def _said_of_cash(self, takings: DayTakings) -> str:
        cash = takings.cash_to_bank
        if cash > 0:
            text = self.tr("{sum} in cash goes to the bank on the same day.")
            return text.format(sum=format_money(cash))
        if cash < 0:
            text = self.tr("{sum} more cash was paid out than taken.")
            return text.format(sum=format_money(-cash))
        return self.tr("No cash for the bank.")

    def _show_sums(self, takings: DayTakings) -> None:
        _clear(self._grid)
        heads = ("", self.tr("Received"), self.tr("Paid back"), self.tr("Net"))
        for at, text in enumerate(heads):
            self._put_cell(0, at, text, Tone.SECOND)
        used = 1
        for method in PayMethod:
            received, refunded = takings.by_method(method)
            if not received and not refunded:
                continue
            amounts = (received, refunded, received - refunded)
            self._put_cell(used, 0, word(method), Tone.TEXT)
            for at, amount in enumerate(amounts, start=1):
                self._put_cell(used, at, format_money(amount), Tone.TEXT)
            used += 1

    def _put_cell(self, line: int, at: int, text: str, tone: Tone) -> None:
        side = Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(Label(text, tone=tone), line, at, side)

    def _line(self, line: TakingsLine) -> PayableLine:
        """A line of the list; what went out has a minus."""
        is_out = line.kind is EntryKind.REFUND
        amount = format_money(-line.amount if is_out else line.amount)
        first = COMMA.join((self._moments.write(line.effective_at), line.payer))
        parts = [word(line.method), line.receipt_no, line.number, line.room, line.note]
        notes = []
        if line.is_reversal:
            notes.append(self.tr("answers a wrong entry"))
        elif is_out:
            notes.append(self.tr("paid back"))
        if line.is_reversed:
            notes.append(self.tr("was answered"))
        recorded = self._moments.desk.local(line.recorded_at).date()
        if recorded != self.day:
            notes.append(self.tr("written later"))
        return PayableLine(
            line.entry_id,
            first,
            COMMA.join(part for part in parts if part),
            amount,
            COMMA.join(notes),
            Tone.WARN if notes else Tone.SECOND,
        )

    def _open(self, entry_id: int) -> None:
        lines = self.takings.lines if self.takings is not None else ()
        for line in lines:
            if line.entry_id == entry_id:
                self.opened.emit(line.slip_id)


def _arrow(action_id: str, icon_name: str) -> IconButton:
    return IconButton(action_text(action_id), icon_name, keys=BY_ID[action_id].keys)


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
