"""Dialogs about the price on site."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.slip_quote import AgreeQuote, DisputeQuote, QuoteSlip, ResolveDispute
from models.money import format_money
from ui.kit.fields import TextField
from ui.kit.money_field import MoneyField
from ui.kit.segmented import SegmentedField
from ui.slip.slip_dialog import SlipDialog, SlipFacts


def _quoted(facts: SlipFacts) -> str:
    quotes = facts.view.quotes
    return format_money(quotes[-1].amount) if quotes else ""


class QuoteDialog(SlipDialog[QuoteSlip]):
    """A price is named before paid work begins."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Quote for {number}").format(number=self.number()),
            self.tr("Record the quote"),
        )
        self.amount = self.put("amount", MoneyField())

    def order(self) -> QuoteSlip:
        amount = self.amount.value()
        return QuoteSlip(
            self.facts.slip_id,
            # Nothing typed is refused by the rule that looks at amounts.
            amount=Decimal(-1) if amount is None else amount,
            version=self.facts.version,
        )


class AgreeDialog(SlipDialog[AgreeQuote]):
    """The owner accepts the price."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("The owner agrees to {amount} yuan").format(amount=_quoted(facts)),
            self.tr("Agreed"),
            self.tr("Work begins with this signature."),
        )
        self.confirmed_by = self.add("confirmed_by", self.tr("Signed by"), TextField())
        self.confirmed_by.set_value(
            facts.get("owner_name") or facts.get("reporter_name")
        )

    def order(self) -> AgreeQuote:
        return AgreeQuote(
            self.facts.slip_id,
            confirmed_by=self.confirmed_by.value(),
            version=self.facts.version,
        )


class DisputeDialog(SlipDialog[DisputeQuote]):
    """The owner does not accept the price."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("The quote of {amount} yuan is disputed").format(
                amount=_quoted(facts)
            ),
            self.tr("Hand to housekeeping"),
            self.tr("The technician waits; housekeeping talks with the owner."),
        )
        self.note = self.long_text("note")

    def order(self) -> DisputeQuote:
        return DisputeQuote(
            self.facts.slip_id, note=self.note.value(), version=self.facts.version
        )


class ResolveDialog(SlipDialog[ResolveDispute]):
    """What came of the talk with the owner."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Resolve the dispute on {number}").format(number=self.number()),
            self.tr("Record"),
        )
        self.outcome = self.add(
            "outcome",
            self.tr("Outcome"),
            SegmentedField([(True, self.tr("Agreed")), (False, self.tr("New quote"))]),
        )
        self.amount = self.put("amount", MoneyField())
        quotes = facts.view.quotes
        self.amount.set_value(quotes[-1].amount if quotes else None)
        self.confirmed_by = self.add("confirmed_by", self.tr("Signed by"), TextField())
        self.confirmed_by.set_value(
            facts.get("owner_name") or facts.get("reporter_name")
        )

    def order(self) -> ResolveDispute:
        return ResolveDispute(
            self.facts.slip_id,
            amount=self.amount.value(),
            confirmed_by=self.confirmed_by.value() if self.outcome.value() else "",
            version=self.facts.version,
        )
