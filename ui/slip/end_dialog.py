"""Dialogs that end a slip or send it back: inspect, cancel, void."""

from PySide6.QtWidgets import QWidget

from app.slip_close import CancelSlip, InspectSlip, VoidSlip
from models.reason_code import ReasonKind
from ui.kit.copy_labels import CopyFace, CopyTick
from ui.kit.flow_layout import FlowLayout
from ui.slip.copy_face import copy_faces
from ui.slip.slip_dialog import SlipDialog, SlipFacts


class PassDialog(SlipDialog[InspectSlip]):
    """Housekeeping finds the public work good."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("{number} passes inspection").format(number=self.number()),
            self.tr("Pass"),
        )
        self.note = self.text("note")
        # What passes names who repaired it; ask where the paper did not say.
        is_known = bool(facts.get("technicians"))
        self.people = None if is_known else self.technicians(facts.get("trade") or "")

    def order(self) -> InspectSlip:
        return InspectSlip(
            self.facts.slip_id,
            is_passed=True,
            note=self.note.value(),
            technicians=() if self.people is None else self.people.value(),
            version=self.facts.version,
        )


class FailDialog(SlipDialog[InspectSlip]):
    """The work is not good: the paper goes back out."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("{number} fails inspection").format(number=self.number()),
            self.tr("Send back to Engineering"),
            self.tr("The copies at the desk go out again."),
            is_dangerous=True,
        )
        self.note = self.long_text("note")

    def order(self) -> InspectSlip:
        return InspectSlip(
            self.facts.slip_id,
            is_passed=False,
            note=self.note.value(),
            version=self.facts.version,
        )


class CancelDialog(SlipDialog[CancelSlip]):
    """The slip needs no work."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Cancel {number}?").format(number=self.number()),
            self.tr("Cancel the slip"),
            self.tr(
                "The number stays in the register, struck through. "
                "Printed copies come back to the desk."
            ),
            is_dangerous=True,
        )
        self.leave.set_text(self.tr("Keep it"))
        self.reason_field = self.reason("reason", ReasonKind.CANCEL)
        self.note = self.long_text("note")

    def order(self) -> CancelSlip:
        return CancelSlip(
            self.facts.slip_id,
            reason=self.reason_field.value() or "",
            note=self.note.value(),
            version=self.facts.version,
        )


class VoidDialog(SlipDialog[VoidSlip]):
    """The slip was a mistake."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Void {number}?").format(number=self.number()),
            self.tr("Void the slip"),
            self.tr(
                "The number stays in the register, struck through, and is never used "
                "again. Printed copies are collected; a copy that is not ticked counts "
                "as lost and is searched for."
            ),
            is_dangerous=True,
        )
        self.leave.set_text(self.tr("Keep it"))
        self.reason_field = self.reason("reason", ReasonKind.VOID)
        self.note = self.long_text("note")
        printed = {c.copy_no for c in facts.view.copies if c.print_seq}
        faces: list[CopyFace] = copy_faces(facts.view, facts.moments)
        self.ticks = [CopyTick(face) for face in faces if face.number in printed]
        if self.ticks:
            holder = QWidget()
            flow = FlowLayout(holder, 8, is_even=True)
            for tick in self.ticks:
                tick.setChecked(True)
                flow.addWidget(tick)
            self.form.add_row(self.tr("Collected"), holder)

    def order(self) -> VoidSlip:
        lost = [tick.face.number for tick in self.ticks if not tick.isChecked()]
        return VoidSlip(
            self.facts.slip_id,
            reason=self.reason_field.value() or "",
            note=self.note.value(),
            copies_lost=frozenset(lost),
            version=self.facts.version,
        )
