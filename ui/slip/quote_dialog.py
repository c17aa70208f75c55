"""Dialogs about the price on site."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.slip_quote import AgreeQuote, DisputeQuote, QuoteSlip, ResolveDispute
from models.money import format_money
from ui.kit.fields import TextField
from ui.kit.money_field import MoneyField
from ui.kit.segmented import SegmentedField
from ui.slip.lines_field import LinesField
from ui.slip.slip_dialog import SlipDialog, SlipFacts


def _quoted(facts: SlipFacts) -> str:
    quotes = facts.view.quotes
    return format_money(quotes[-1].amount) if quotes else ""


WIDTH = 600
"""Names of items are read whole."""


class QuoteLines(LinesField):
    """The lines of a quote; what they come to is the amount, until it is typed."""

    walks = True
    is_wide = True

    def __init__(self, facts: SlipFacts) -> None:
        super().__init__()
        self.setMinimumWidth(WIDTH)
        self._facts = facts
        self.tariff.use(facts.lists.tariff, facts.moments, self._begun_at)

    def sum_to(self, amount: MoneyField) -> None:
        """Let ``amount`` follow the sum of the lines; one that was typed stands until
        it is emptied.
        """
        is_typed = False

        def note() -> None:
            nonlocal is_typed
            is_typed = bool(amount.typed().strip())

        def follow() -> None:
            total = self.total()
            if total is not None and not is_typed:
                amount.set_value(total)
                amount.set_problem(None)

        amount.edited.connect(note)
        self.edited.connect(follow)

    def _begun_at(self) -> datetime | None:
        at = self._facts.get("arrived_at")
        return at if isinstance(at, datetime) else None


class QuoteDialog(SlipDialog[QuoteSlip]):
    """A price is named before paid work begins, best from lines of the tariff."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Quote for {number}").format(number=self.number()),
            self.tr("Record the quote"),
            self.tr("Type a code, pinyin or initials to pick from the tariff."),
        )
        self.lines = self.put("lines", QuoteLines(facts))
        self.amount = self.put("amount", MoneyField())
        self.lines.sum_to(self.amount)

    def order(self) -> QuoteSlip:
        return QuoteSlip(
            self.facts.slip_id,
            amount=self.amount.value(),
            lines=self.lines.value(),
            version=self.facts.version,
        )


class AgreeDialog(SlipDialog[AgreeQuote]):
    """The owner accepts the price."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("The owner agrees to {amount} yuan").format(amount=_quoted(facts)),
            self.tr("Agreed"),
            self.tr(
                "Work begins with this signature, the first of two. An empty time "
                "means now."
            ),
        )
        self.confirmed_by = self.add("confirmed_by", self.tr("Signed by"), TextField())
        self.confirmed_by.set_value(
            facts.get("owner_name") or facts.get("reporter_name")
        )
        self.at = self.moment("confirmed_at")

    def order(self) -> AgreeQuote:
        return AgreeQuote(
            self.facts.slip_id,
            confirmed_by=self.confirmed_by.value(),
            at=self.at.value(),
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
        self.lines = self.put("lines", QuoteLines(facts))
        self.lines.set_value(facts.view.lines)
        self.amount = self.put("amount", MoneyField())
        quotes = facts.view.quotes
        self.amount.set_value(quotes[-1].amount if quotes else None)
        self.lines.sum_to(self.amount)
        self.confirmed_by = self.add("confirmed_by", self.tr("Signed by"), TextField())
        self.confirmed_by.set_value(
            facts.get("owner_name") or facts.get("reporter_name")
        )

    def order(self) -> ResolveDispute:
        return ResolveDispute(
            self.facts.slip_id,
            amount=self.amount.value(),
            lines=self.lines.value(),
            confirmed_by=self.confirmed_by.value() if self.outcome.value() else "",
            version=self.facts.version,
        )
