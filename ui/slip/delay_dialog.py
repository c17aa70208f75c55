"""The dialog of a delay: the owner was called, why it is late, what was agreed."""

from PySide6.QtWidgets import QWidget

from app.slip_delay import TellDelay
from ui.kit.fields import MomentField
from ui.slip.slip_dialog import SlipDialog, SlipFacts


class DelayDialog(SlipDialog[TellDelay]):
    """Somebody comes later than was promised, and has said so."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Tell of the delay of {number}").format(number=self.number()),
            self.tr("Record"),
            self._said(),
        )
        self.note = self.text("note")
        self.at = self.moment("late_notice_at")
        self.new_appointment = self.put(
            "new_appointment",
            MomentField(
                facts.moments.now,
                width=180,
                placeholder=self.tr("Unchanged"),
            ),
        )

    def _said(self) -> str:
        due = self.facts.get("appointment_at")
        if due is None:
            return self.tr("A missed limit stays missed; that it was told is kept.")
        return self.tr(
            "The appointment is at {time}. A missed limit stays missed; that it was "
            "told is kept."
        ).format(time=self.facts.moments.write(due))

    def order(self) -> TellDelay:
        return TellDelay(
            self.facts.slip_id,
            note=self.note.value(),
            at=self.at.value(),
            new_appointment=self.new_appointment.value(),
            version=self.facts.version,
        )
