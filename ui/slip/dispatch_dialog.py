"""Dialogs that hand a slip out: dispatch, bounce, send again, reassign."""

from PySide6.QtWidgets import QWidget

from app.slip_dispatch import BounceSlip, DispatchSlip, ReassignSlip, ResendSlip
from models.reason_code import ReasonKind
from ui.kit.fields import ChoiceField, TextField
from ui.slip.people_field import PeopleField
from ui.slip.slip_dialog import SlipDialog, SlipFacts


def _trade_field(facts: SlipFacts, empty: str) -> ChoiceField:
    field = ChoiceField([(name, name) for name in facts.lists.trades], empty=empty)
    field.set_value(facts.get("trade"))
    return field


class DispatchDialog(SlipDialog[DispatchSlip]):
    """Trade, supervisor and technicians; the four copies are printed after it."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Dispatch {number}").format(number=self.number()),
            self.tr("Dispatch and print"),
        )
        self.trade = self.put("trade", _trade_field(facts, self.tr("Choose a trade")))
        if self.trade.value() is None:
            suggested = facts.lists.suggested_trade(str(facts.get("content")))
            self.trade.set_value(suggested)
        self.supervisor = self.put("supervisor", TextField())
        self.technicians_field = self.put("technicians", PeopleField())
        self.answered_by = self.put("answered_by", TextField())
        self.answered_by.set_value(facts.get("dispatcher_answered_by"))
        self.trade.edited.connect(self._offer_people)
        self._offer_people()
        self._first_open().setFocus()

    def _first_open(self) -> QWidget:
        """Where the typing begins: at what nobody has said yet."""
        if self.trade.value() is None:
            return self.trade
        return self.technicians_field if self.supervisor.value() else self.supervisor

    def _offer_people(self) -> None:
        trade = self.trade.value() or ""
        names = self.facts.lists.supervisors(trade)
        self.supervisor.suggest(names)
        mine = [
            person.name
            for person in self.facts.lists.staff
            if person.name in names and trade in person.trades
        ]
        if not self.supervisor.value() and mine:
            self.supervisor.set_value(mine[0])
        self.technicians_field.offer(self.facts.lists.technicians_of(trade))

    def order(self) -> DispatchSlip:
        return DispatchSlip(
            self.facts.slip_id,
            trade=self.trade.value() or "",
            supervisor=self.supervisor.value(),
            technicians=self.technicians_field.value(),
            answered_by=self.answered_by.value(),
            version=self.facts.version,
        )


class BounceDialog(SlipDialog[BounceSlip]):
    """Why a slip goes back to the desk."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Bounce {number}").format(number=self.number()),
            self.tr("Bounce"),
            self.tr("The slip keeps its number and waits at the desk."),
        )
        self.reason_field = self.reason("reason", ReasonKind.BOUNCE)
        self.note = self.long_text("note")

    def order(self) -> BounceSlip:
        return BounceSlip(
            self.facts.slip_id,
            reason=self.reason_field.value() or "",
            note=self.note.value(),
            version=self.facts.version,
        )


class ResendDialog(SlipDialog[ResendSlip]):
    """What was bounced is filled in."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Send {number} again").format(number=self.number()),
            self.tr("Send again"),
            str(facts.get("bounce_reason") or ""),
        )
        self.note = self.long_text("note")

    def order(self) -> ResendSlip:
        return ResendSlip(
            self.facts.slip_id, note=self.note.value(), version=self.facts.version
        )


class ReassignDialog(SlipDialog[ReassignSlip]):
    """Somebody else does the work."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Reassign {number}").format(number=self.number()),
            self.tr("Reassign"),
        )
        self.trade = self.put("trade", _trade_field(facts, self.tr("As it is")))
        self.supervisor = self.text("supervisor", facts.get("supervisor"))
        self.supervisor.suggest(facts.lists.supervisors(facts.get("trade") or ""))
        self.technicians_field = self.put("technicians", PeopleField())
        self.technicians_field.set_value(facts.get("technicians"))
        self.trade.edited.connect(self._offer_people)
        self._offer_people()
        self.why = self.text("reason")
        self.technicians_field.setFocus()

    def _offer_people(self) -> None:
        trade = self.trade.value() or ""
        self.technicians_field.offer(self.facts.lists.technicians_of(trade))

    def order(self) -> ReassignSlip:
        return ReassignSlip(
            self.facts.slip_id,
            trade=self.trade.value() or "",
            supervisor=self.supervisor.value(),
            technicians=self.technicians_field.value(),
            reason=self.why.value(),
            version=self.facts.version,
        )
