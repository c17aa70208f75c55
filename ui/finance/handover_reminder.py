"""The line that says when finance copies are to be handed over, and how many."""

from app.handover_due import HandoverDue
from ui.kit.label import Label, Tone


class HandoverReminder(Label):
    """Quiet before the day, a warning on it, bad after it; hidden if nothing waits."""

    def __init__(self) -> None:
        super().__init__("", tone=Tone.WARN, is_strong=True, may_wrap=True)

    def put(self, due: HandoverDue | None) -> None:
        """Say what is due."""
        text = ""
        if due is not None and due.is_late:
            text = self.tr(
                "%n finance copies of {period} should be at Finance since {day}.",
                "",
                due.count,
            )
        elif due is not None and due.is_due:
            text = self.tr(
                "%n finance copies of {period} are to be handed over today.",
                "",
                due.count,
            )
        elif due is not None:
            text = self.tr(
                "%n finance copies of {period} are handed over on {day}.", "", due.count
            )
        if due is not None:
            day = f"{due.act_on:%m-%d}"
            tone = Tone.BAD if due.is_late else Tone.WARN
            self.say(
                text.format(period=due.period, day=day),
                tone if due.is_due else Tone.SECOND,
            )
        self.setVisible(bool(text))
