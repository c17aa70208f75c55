"""Asking for a waiver: what is left, who signs the amount, and why it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.waiver import ApplyWaiver
from app.waiver_list import AskWaiver, WaiverOutlook
from models.money import format_capitals, format_money
from ui.finance.waiver_signing import Signing
from ui.finance.waiver_word import sums_text
from ui.kit.button import Button, Look
from ui.kit.field import NotReadable
from ui.kit.fields import LongTextField, TextField
from ui.kit.form import LABEL_WIDTH, Form
from ui.kit.label import ElidedLabel, Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.kit.money_field import MoneyField
from ui.shell.actions import action_button
from ui.slip.moment import Moments
from ui.slip.reason_field import ReasonField
from ui.theme.typeface import INPUT, OBJECT
from ui.words import field_word

MOST_WIDTH = 600
REASON_MARK = "："
"""Between a reason of the list and its details."""


class AskForm(Form):
    """Amount, reason, details, and who asks where it is somebody else."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.amount = MoneyField(width=140)
        self.name_field("amount", field_word("amount"), self.amount)
        self.capitals = Label("", tone=Tone.SECOND)
        self.all_of_it = action_button("waiver.all", Look.LINK)
        # It has a key of its own: Tab goes from the amount on to the reason.
        self.all_of_it.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add_row(
            field_word("amount"), self.amount, self.all_of_it, self.capitals, None
        )
        self.reason = self.add(
            "reason",
            field_word("reason"),
            ReasonField((), empty=self.tr("Choose by number or initials")),
        )
        self.details = self.add(
            "details",
            self.tr("In words"),
            LongTextField(
                placeholder=self.tr("What happened, and who has looked at it"),
                height=84,
            ),
        )
        for field in (self.reason, self.details):
            field.setMaximumWidth(MOST_WIDTH)
        self.applicant = self.add(
            "applicant", field_word("applicant"), TextField(width=180)
        )

    def offer(self, reasons: Sequence[str]) -> None:
        """Take the reasons of this moment."""
        self.reason.set_texts(reasons)

    def order(self, slip_id: int) -> ApplyWaiver | None:
        """What was typed; None where something can not be read, which then says so."""
        values = self.values()
        if values is None:
            return None
        amount = values["amount"]
        if amount is None:
            self.amount.set_problem(self.tr("Type an amount in yuan, such as 120.00."))
            self.amount.setFocus()
            return None
        parts = (values["reason"] or "", values["details"])
        return ApplyWaiver(
            slip_id,
            amount,
            REASON_MARK.join(part for part in parts if part),
            applicant=values["applicant"],
        )

    def asked(self, slip_id: int) -> AskWaiver:
        """The amount as far as it is typed."""
        try:
            return AskWaiver(slip_id, amount=self.amount.value())
        except NotReadable:
            return AskWaiver(slip_id)


class AskPane(QWidget):
    """One slip in hand; who may approve stands there before anything is asked."""

    opened = Signal()
    """The slip itself is wanted."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self.outlook: WaiverOutlook | None = None
        self._moments = moments
        self._room = Label("", OBJECT, is_strong=True)
        self.number = Button("", Look.LINK)
        self.number.clicked.connect(self.opened)
        self._owner = Label("", INPUT)
        self._content = ElidedLabel("", INPUT)
        self._sums = Label("", tone=Tone.SECOND, may_wrap=True)
        self.left = Label("", INPUT, is_strong=True)
        self.why_not = Label("", tone=Tone.WARN, may_wrap=True)
        self.form = AskForm()
        self.form.all_of_it.clicked.connect(self._take_all)
        self.form.edited.connect(lambda _: self._count())
        self.signing = Signing(moments)
        self.problem = ProblemLine()
        self.save = action_button("waiver.save", Look.PRIMARY)
        self._form_part = QWidget()
        body = QWidget()
        column(
            self.form,
            row(LABEL_WIDTH + 8, self.signing, spacing=0),
            self.problem,
            row(self.save, None, margins=(LABEL_WIDTH + 8, 4, 0, 0)),
            spacing=12,
            on=self._form_part,
        )
        column(
            row(self._room, self.number, None, self._owner, spacing=12),
            self._content,
            self._sums,
            self.left,
            self.why_not,
            4,
            Hairline(),
            4,
            self._form_part,
            None,
            spacing=6,
            margins=(24, 16, 24, 16),
            on=body,
        )
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Asking for a waiver"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(scroll, spacing=0, on=self)

    def show_outlook(self, outlook: WaiverOutlook, why_not: str) -> None:
        """Show a slip, or who signs the amount that stands there now."""
        self.outlook = outlook
        self._room.say(outlook.room)
        self.number.set_text(outlook.number)
        self._owner.say(outlook.owner_name)
        self._content.say(outlook.content)
        self._sums.say(sums_text(outlook.account))
        left = outlook.left
        text = self.tr("{sum} can be waived")
        self.left.say("" if left is None else text.format(sum=format_money(left)))
        self.left.setVisible(left is not None and not why_not)
        self.why_not.say(why_not)
        self.why_not.setVisible(bool(why_not))
        self._form_part.setVisible(not why_not)
        self.form.all_of_it.setVisible(bool(left))
        self.signing.show_need(outlook.need, outlook.split)
        self._count()

    def begin(self, actor: str) -> None:
        """Another slip: an empty form."""
        self.form.clear()
        self.form.applicant.line.setPlaceholderText(actor)
        self.problem.say(None)

    def focus_form(self) -> None:
        """Bring the keyboard to the amount; to the slip where nothing can be asked."""
        if self._form_part.isHidden():
            self.number.setFocus()
        else:
            self.form.amount.setFocus()

    def _take_all(self) -> None:
        if self.outlook is not None and self.outlook.left:
            self.form.amount.set_value(self.outlook.left)
            self.form.amount.edited.emit()
            self.form.reason.setFocus()

    def _count(self) -> None:
        try:
            amount = self.form.amount.value()
        except NotReadable:
            amount = None
        self.form.capitals.say(format_capitals(amount) if amount else "")
        if amount is None or self.outlook is None or self.outlook.need is None:
            return
        if self.outlook.need.amount != amount:
            # What stands there is about another amount until the answer comes.
            self.signing.show_need(None, None)
