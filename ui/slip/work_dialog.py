"""Dialogs for the time between dispatch and return."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.feedback import TellFeedback
from app.slip_signature import Signature
from app.slip_work import (
    CompleteSlip,
    ReceiveSlip,
    ResumeSlip,
    StepSlip,
    SuspendSlip,
)
from models.reason_code import ReasonKind
from models.slip import SignStatus
from models.unit import AreaKind
from ui.kit.field import NotReadable
from ui.kit.fields import MomentField, TextField
from ui.kit.segmented import SegmentedField
from ui.slip.eta_choice import EtaChoice
from ui.slip.people_field import PeopleField
from ui.slip.slip_dialog import Order, SlipDialog, SlipFacts
from ui.words import field_word, options


class ReceiveDialog(SlipDialog[ReceiveSlip]):
    """The supervisor has the slip: the twenty minutes begin."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("The supervisor has {number}").format(number=self.number()),
            self.tr("Record"),
            self.tr("An empty time means now."),
        )
        self.at = self.moment("supervisor_received_at")
        self.technicians_field = self.put("technicians", PeopleField())
        self.technicians_field.set_value(facts.get("technicians"))
        self.technicians_field.offer(
            facts.lists.technicians_of(facts.get("trade") or "")
        )

    def order(self) -> ReceiveSlip:
        return ReceiveSlip(
            self.facts.slip_id,
            technicians=self.technicians_field.value(),
            at=self.at.value(),
            version=self.facts.version,
        )


class ArriveDialog(SlipDialog[StepSlip]):
    """Somebody is on site."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Arrival for {number}").format(number=self.number()),
            self.tr("Record arrival"),
            self.tr("An empty time means now."),
        )
        self.at = self.moment("arrived_at")

    def order(self) -> StepSlip:
        return StepSlip(
            self.facts.slip_id, at=self.at.value(), version=self.facts.version
        )


class StartDialog(SlipDialog[StepSlip]):
    """Free work begins."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Start work on {number}").format(number=self.number()),
            self.tr("Start work"),
        )

    def order(self) -> StepSlip:
        return StepSlip(self.facts.slip_id, version=self.facts.version)


class _WhyNotDialog(SlipDialog[Order]):
    """Why the work is not done, and when it will be."""

    def ask(self) -> None:
        """Add the fields, under the words the dialog was named with."""
        self.reason_field = self.reason("unfinished_reason", ReasonKind.UNFINISHED)
        self.eta = self.put(
            "eta_at",
            MomentField(self.facts.moments.now, width=180, placeholder="11-22 17:00"),
        )
        self.likely = EtaChoice(self.facts.moments)
        self.likely.chosen.connect(self._take_time)
        self.form.add_row("", self.likely)

    def _take_time(self, at: datetime) -> None:
        self.eta.set_value(at)
        self.eta.set_problem(None)
        self.eta.setFocus()

    def submit(self) -> None:
        self.eta.set_problem(None)
        try:
            is_given = self.eta.value() is not None
        except NotReadable:
            is_given = True
        if not is_given:
            # The order cannot be made without it; its own words say so.
            self.refuse(self.tr("Say when it will be done."), "eta_at")
            return
        super().submit()

    def expected(self) -> datetime:
        """When it will be done."""
        eta_at = self.eta.value()
        assert eta_at is not None
        return eta_at


class SuspendDialog(_WhyNotDialog[SuspendSlip]):
    """The work goes on later: why, and until when."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Leave {number} unfinished").format(number=self.number()),
            self.tr("Record"),
            self.tr("This is also the feedback for today's return check."),
        )
        self.ask()

    def order(self) -> SuspendSlip:
        return SuspendSlip(
            self.facts.slip_id,
            reason=self.reason_field.value() or "",
            eta_at=self.expected(),
            version=self.facts.version,
        )


class FeedbackDialog(_WhyNotDialog[TellFeedback]):
    """Engineering tells why it is not done; the slip goes on as it is (17:40)."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Why {number} is not back").format(number=self.number()),
            self.tr("Record"),
            self.tr("The feedback for today's return check; the work goes on."),
        )
        self.ask()

    def order(self) -> TellFeedback:
        return TellFeedback(
            self.facts.slip_id,
            reason=self.reason_field.value() or "",
            eta_at=self.expected(),
            version=self.facts.version,
        )


class ResumeDialog(SlipDialog[ResumeSlip]):
    """A suspended slip is taken up again."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Resume {number}").format(number=self.number()), self.tr("Resume")
        )
        self.where = self.add(
            "is_working",
            self.tr("How it goes on"),
            SegmentedField(
                [(False, self.tr("Sent out again")), (True, self.tr("Work goes on"))]
            ),
        )

    def order(self) -> ResumeSlip:
        return ResumeSlip(
            self.facts.slip_id,
            is_working=bool(self.where.value()),
            version=self.facts.version,
        )


class SignatureFields:
    """The fields that say how the owner signed, shared by two forms."""

    def __init__(self, dialog: SlipDialog[CompleteSlip]) -> None:
        self.status = SegmentedField(options(*SignStatus))
        self.signed_by = TextField()
        self.proxy_phone_at = MomentField(dialog.facts.moments.now, width=180)
        self.note = TextField()
        dialog.add("sign_status", field_word("sign_status"), self.status)
        dialog.add("signed_by", field_word("signed_by"), self.signed_by)
        dialog.add("proxy_phone_at", field_word("proxy_phone_at"), self.proxy_phone_at)
        dialog.add("sign_note", field_word("sign_note"), self.note)
        self._form = dialog.form
        self.status.edited.connect(self._show_rows)
        self._show_rows()

    def _show_rows(self) -> None:
        status = self.status.value()
        is_signed = status in (SignStatus.SIGNED, SignStatus.PROXY)
        self._form.show_row("signed_by", is_signed)
        self._form.show_row("proxy_phone_at", status is SignStatus.PROXY)
        self._form.show_row("sign_note", not is_signed)

    def signature(self) -> Signature:
        """What was typed."""
        return Signature(
            self.status.value(),
            signed_by=self.signed_by.value(),
            proxy_phone_at=self.proxy_phone_at.value(),
            note=self.note.value(),
        )


class CompleteDialog(SlipDialog[CompleteSlip]):
    """The technician has finished; the paper is still out."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Complete {number}").format(number=self.number()),
            self.tr("Complete"),
            self.tr("The paper is still out. An empty time means now."),
        )
        self.at = self.moment("done_at")
        self.result_text = self.long_text("result_text", facts.get("result_text"))
        is_unit = facts.get("area_kind") is AreaKind.UNIT
        self.signature = SignatureFields(self) if is_unit else None

    def order(self) -> CompleteSlip:
        signature = self.signature.signature() if self.signature else Signature()
        return CompleteSlip(
            self.facts.slip_id,
            at=self.at.value(),
            result_text=self.result_text.value(),
            signature=signature,
            version=self.facts.version,
        )
