"""Left of the payment form: look for a slip, else who owes what and since when."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.payable import PayableRow, Payables, load_payables
from models.money import ZERO, format_money
from models.slip import SlipState
from ui.finance.payable_list import PayableLine, PayableList
from ui.kit.button import Look
from ui.kit.fields import COMMA
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.search_field import SearchField
from ui.shell.actions import BY_ID, action_button, action_text
from ui.shell.frame import Frame
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.tasks import Job
from ui.theme.typeface import CARD
from ui.words import word

TYPED_MS = 150
OLD_DAYS = 30
"""From this age on a debt is told in the colour of what waits."""


class PayablePane(QWidget):
    """The words looked for, the sums, the list, the paper below."""

    chosen = Signal(int)
    """The person came to this slip."""
    opened = Signal(int)
    """Enter, or a press: the form is wanted."""

    def __init__(self, frame: Frame, moments: Moments) -> None:
        super().__init__()
        self._frame = frame
        self._moments = moments
        self._job: Job | None = None
        self._opens_first = False
        self.found: Payables | None = None
        self.search = SearchField(
            BY_ID["payment.find"].keys,
            self.tr("Number, room, name, last digits of a telephone"),
        )
        self.search.set_name(action_text("payment.find"))
        self.search.edited.connect(self._typed)
        self.search.left.connect(self._go_on)
        self._owed = Label("", CARD, is_strong=True)
        self._said = Label("", tone=Tone.SECOND)
        self.list = PayableList(self.tr("Slips with money to pay"))
        self.list.chosen_changed.connect(self._choose)
        self.list.opened.connect(self.opened)
        self._empty = Label("", tone=Tone.SECOND, may_wrap=True)
        self._empty.setContentsMargins(24, 8, 24, 0)
        self.sheet = action_button("payment.arrears", Look.LINK)
        self.day = action_button("payment.takings", Look.LINK)
        self._soon = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._soon.timeout.connect(self.ask)
        self._lay_out()

    def _lay_out(self) -> None:
        head = column(
            self.search,
            flow(self._owed, self._said, gap=12),
            spacing=10,
            margins=(24, 16, 24, 8),
        )
        foot = QWidget()
        column(flow(self.day, self.sheet, gap=8), margins=(20, 6, 20, 8), on=foot)
        whole = column(
            head,
            self._empty,
            row(self.list, margins=(12, 0, 12, 0)),
            Hairline(),
            foot,
            spacing=0,
            on=self,
        )
        whole.setStretch(2, 1)

    def ask(self) -> None:
        """Ask again for what is typed, or for everything owed."""
        self._soon.stop()
        if self._job is not None:
            self._job.drop()
        text = self.search.value()
        self._job = self._frame.work.look(
            self, load_payables, text, done=self._put, refused=self._frame.refuse
        )

    def come_here(self) -> None:
        """Bring the keyboard to the words looked for."""
        self.search.come_here()

    def look_for(self, text: str) -> None:
        """Look for words that were typed elsewhere."""
        self.search.set_value(text)
        self.ask()

    def mark(self, slip_id: int | None) -> None:
        """Show which slip is in hand."""
        self.list.choose(slip_id)

    def _typed(self) -> None:
        self._soon.start()

    def _go_on(self) -> None:
        """Down or Enter in the field: on to what was found, once it is here."""
        is_here = self.found is not None and self.found.text == self.search.value()
        if self._soon.isActive():
            self.ask()
        if is_here:
            self._open_first()
        else:
            self._opens_first = True

    def _open_first(self) -> None:
        slips = self.list.slips()
        if not slips:
            return
        if len(slips) == 1:
            self.list.choose(slips[0])
            self.opened.emit(slips[0])
            return
        if self.list.chosen() not in slips:
            self.list.choose(slips[0])
            self.chosen.emit(slips[0])
        self.list.setFocus()

    def _choose(self, slip_id: object) -> None:
        if isinstance(slip_id, int):
            self.chosen.emit(slip_id)

    def _put(self, found: Payables) -> None:
        if found.text != self.search.value():
            return  # something else was typed meanwhile
        self.found = found
        if (totals := found.totals) is not None:
            owed = self.tr("Owed {sum}").format(sum=format_money(totals.owed))
            self._owed.say(owed)
            said = self.tr("{payers} payers, {count} slips")
            self._said.say(said.format(payers=totals.payers, count=totals.slips))
        self.list.put(self._lines(found.rows))
        self._empty.say(self._said_when_empty(found))
        self._empty.setVisible(not found.rows or found.is_cut)
        self.list.setVisible(bool(found.rows))
        if self._opens_first:
            self._opens_first = False
            self._open_first()

    def _said_when_empty(self, found: Payables) -> str:
        if found.is_cut:
            return self.tr("More than these: type more to narrow them down.")
        if found.text:
            return self.tr("No slip that is charged is meant by this.")
        return self.tr("Nobody owes anything.")

    def _lines(self, rows: tuple[PayableRow, ...]) -> list[PayableLine]:
        lines: list[PayableLine] = []
        for at, each in enumerate(rows):
            if at == 0 or rows[at - 1].payer != each.payer:
                together = [row for row in rows[at:] if row.payer == each.payer]
                total = sum((row.left or ZERO for row in together), ZERO)
                lines.append(PayableLine(None, each.payer, "", format_money(total)))
            lines.append(self._line(each))
        return lines

    def _line(self, each: PayableRow) -> PayableLine:
        note, tone = self._note(each)
        left = "—" if each.left is None else format_money(each.left)
        second = f"{each.room}  {each.content}"
        return PayableLine(each.slip_id, each.number, second, left, note, tone)

    def _note(self, each: PayableRow) -> tuple[str, Tone]:
        """How old the debt is, or why there is none."""
        paid = each.account.received - each.account.refunded
        if each.account.balance < 0:
            text = self.tr("paid {sum}, slip not back")
            return text.format(sum=format_money(paid)), Tone.WARN
        parts = []
        if each.account.pending_waived:
            pending = format_money(each.account.pending_waived)
            parts.append(self.tr("waiver {sum} to decide").format(sum=pending))
        elif paid and each.left:
            parts.append(self.tr("paid {sum}").format(sum=format_money(paid)))
        if each.since is None:
            parts.append(word(each.state))
        elif each.left:
            parts.append(self.tr("%n day(s)", "", each.days))
        elif each.state in (SlipState.RETURNED, SlipState.CLOSED):
            parts.append(self.tr("settled"))
        is_old = each.since is not None and bool(each.left) and each.days > OLD_DAYS
        return COMMA.join(parts), Tone.WARN if is_old else Tone.SECOND
