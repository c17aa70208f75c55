"""Dialogs that settle a slip or take it up again: escort, filing, reopening."""

from PySide6.QtWidgets import QWidget

from app.slip_archive import CloseSlip, ReopenSlip
from app.slip_escort import EscortSlip
from app.slip_rework import IssueRework
from models.money import format_money
from ui.slip.slip_dialog import SlipDialog, SlipFacts


class EscortDialog(SlipDialog[EscortSlip]):
    """The owner goes to Finance to pay, and the finance copy with them."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        price = facts.view.money.expected
        self.name(
            self.tr("To Finance with {number}").format(number=self.number()),
            self.tr("Finance has the copy"),
            self.tr(
                "The finance copy counts as handed over, and {amount} are charged. "
                "An empty time means now."
            ).format(amount=format_money(price))
            if price
            else "",
        )
        self.escort = self.text("escort", facts.moments.desk.actor)
        self.at = self.moment("finance_early_at")

    def order(self) -> EscortSlip:
        return EscortSlip(
            self.facts.slip_id,
            escort=self.escort.value(),
            at=self.at.value(),
            version=self.facts.version,
        )


class CloseDialog(SlipDialog[CloseSlip]):
    """Everything is where it belongs: the slip is filed for good."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        owed = facts.view.money.balance
        self.name(
            self.tr("File {number} for good").format(number=self.number()),
            self.tr("File"),
            self.tr("{amount} are still owed; they can be paid later.").format(
                amount=format_money(owed)
            )
            if owed > 0
            else "",
        )

    def order(self) -> CloseSlip:
        return CloseSlip(self.facts.slip_id, version=self.facts.version)


class ReopenDialog(SlipDialog[ReopenSlip]):
    """The work does not hold: the paper goes back out."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Take up {number} again").format(number=self.number()),
            self.tr("Send back to Engineering"),
            self.tr(
                "The copies at the desk go out again, and what was charged is taken "
                "back until the slip returns."
            ),
            is_dangerous=True,
        )
        self.reason_field = self.long_text("reason")

    def order(self) -> ReopenSlip:
        return ReopenSlip(
            self.facts.slip_id,
            reason=self.reason_field.value(),
            version=self.facts.version,
        )


class ReworkDialog(SlipDialog[IssueRework]):
    """A closed statement has the slip: the work goes on a new one."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("A new slip as rework of {number}").format(number=self.number()),
            self.tr("Issue"),
            self.tr(
                "The statement of {period} is closed and keeps this slip; the new one "
                "is linked to it, and free while the work is under warranty."
            ).format(period=facts.view.closed_in),
        )
        self.reason_field = self.long_text("reason")

    def order(self) -> IssueRework:
        return IssueRework(
            self.facts.slip_id,
            reason=self.reason_field.value(),
            version=self.facts.version,
        )
