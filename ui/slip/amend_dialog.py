"""Dialogs that put a slip right: amend, correct, reschedule, escalate."""

from PySide6.QtWidgets import QWidget

from app.slip_amend import AmendSlip, CorrectSlip, EscalateSlip, RescheduleSlip
from models.slip import JobType, OwnerOpinion
from models.unit import AreaKind
from ui.kit.field import NotReadable
from ui.kit.fields import ChoiceField, MomentField, TextField
from ui.kit.segmented import SegmentedField
from ui.slip.slip_dialog import SlipDialog, SlipFacts
from ui.words import options


class AmendDialog(SlipDialog[AmendSlip]):
    """Intake facts of an open slip; old and new are kept."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Amend {number}").format(number=self.number()),
            self.tr("Save"),
            self.tr("Old and new are both kept. A printed slip asks for a reprint."),
        )
        is_unit = facts.get("area_kind") is AreaKind.UNIT
        self.unit = self.text("unit", facts.get("unit_label")) if is_unit else None
        self.area = self.text("area", facts.get("area"))
        self.place = self.text("place", facts.get("place"))
        self.reporter = self.text("reporter_name", facts.get("reporter_name"))
        self.phone = self.text("phone", facts.get("phone"))
        self.content = self.long_text("content", facts.get("content"))
        self.job_type = self.add(
            "job_type",
            self.tr("Type"),
            SegmentedField(options(*JobType), alarming=JobType.URGENT),
        )
        self.job_type.set_value(facts.get("job_type"))
        self.stock_no = self.text("stock_no", facts.get("stock_no"))

    def order(self) -> AmendSlip:
        unit = self.unit.value() if self.unit else None
        known = self.facts.get("unit_label") or ""
        return AmendSlip(
            self.facts.slip_id,
            area=self.area.value(),
            place=self.place.value(),
            reporter_name=self.reporter.value(),
            phone=self.phone.value(),
            content=self.content.value(),
            unit=unit if unit != known else None,
            job_type=self.job_type.value(),
            stock_no=self.stock_no.value(),
            version=self.facts.version,
        )


class CorrectDialog(SlipDialog[CorrectSlip]):
    """What was typed from the paper; money is corrected by entries of its own."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Correct {number}").format(number=self.number()),
            self.tr("Save"),
            self.tr("Old and new are both kept."),
        )
        self.why = self.text("reason")
        self.result_text = self.long_text("result_text", facts.get("result_text"))
        self.arrived = self.moment("arrived_at")
        self.arrived.set_value(facts.get("arrived_at"))
        self.done_at = self.moment("done_at")
        self.done_at.set_value(facts.get("done_at"))
        self.opinion = self.add(
            "owner_opinion",
            self.tr("Opinion"),
            ChoiceField(options(*OwnerOpinion), empty=self.tr("Not given")),
        )
        self.opinion.set_value(facts.get("owner_opinion"))
        self.remark = self.text("remark", facts.get("remark"))
        self.binder = self.text("binder_no", facts.get("binder_no"))
        self.stock_no = self.text("stock_no", facts.get("stock_no"))

    def order(self) -> CorrectSlip:
        return CorrectSlip(
            self.facts.slip_id,
            reason=self.why.value(),
            result_text=self.result_text.value(),
            arrived_at=self.arrived.value(),
            done_at=self.done_at.value(),
            owner_opinion=self.opinion.value(),
            remark=self.remark.value(),
            binder_no=self.binder.value(),
            stock_no=self.stock_no.value(),
            version=self.facts.version,
        )


class RescheduleDialog(SlipDialog[RescheduleSlip]):
    """Another time with the owner."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Reschedule {number}").format(number=self.number()),
            self.tr("Save"),
        )
        self.at = self.put(
            "appointment_at",
            MomentField(facts.moments.now, width=180, placeholder="11-22 09:30"),
        )
        self.at.set_value(facts.get("appointment_at"))
        self.why = self.text("reason")

    def submit(self) -> None:
        self.at.set_problem(None)
        try:
            is_given = self.at.value() is not None
        except NotReadable:
            is_given = True
        if not is_given:
            # The order cannot be made without it; its own words say so.
            self.refuse(self.tr("Say which time was agreed."), "appointment_at")
            return
        super().submit()

    def order(self) -> RescheduleSlip:
        at = self.at.value()
        assert at is not None
        return RescheduleSlip(
            self.facts.slip_id,
            appointment_at=at,
            reason=self.why.value(),
            version=self.facts.version,
        )


class EscalateDialog(SlipDialog[EscalateSlip]):
    """Somebody higher is told."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Escalate {number}").format(number=self.number()),
            self.tr("Escalate"),
        )
        self.to_whom = self.put("to_whom", TextField())
        self.to_whom.suggest(("工程部经理", "物业总监"))
        self.note = self.long_text("note")

    def order(self) -> EscalateSlip:
        return EscalateSlip(
            self.facts.slip_id,
            to_whom=self.to_whom.value(),
            note=self.note.value(),
            version=self.facts.version,
        )
