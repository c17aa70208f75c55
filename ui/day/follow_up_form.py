"""The form of one look after an unfinished slip."""

from app.follow_up import FollowUpSlip
from models.follow_up import FollowUpSide
from ui.kit.fields import ChoiceField, LongTextField, MomentField, TextField
from ui.kit.form import Form
from ui.slip.moment import Moments
from ui.words import field_word, options

DIRECTOR = "物业总监"
WHOM = (DIRECTOR, "工程部经理")
"""Who is told where it is complex (S4-4.1.4.1-3)."""


class FollowUpForm(Form):
    """Side, note, another expected time, and who higher up is told."""

    def __init__(self, moments: Moments) -> None:
        super().__init__(gap=8)
        self.side = self.add(
            "side", field_word("side"), ChoiceField(options(*FollowUpSide), width=160)
        )
        self.note = self.add(
            "look",
            field_word("look"),
            LongTextField(
                placeholder=self.tr("What was found out and agreed"), height=88
            ),
        )
        self.eta_at = self.add(
            "eta_at",
            self.tr("Expected"),
            MomentField(moments.now, width=160, placeholder="11-22 17:00"),
        )
        self.report_to = self.add(
            "report_to", field_word("report_to"), TextField(width=160)
        )
        self.report_to.line.setPlaceholderText(self.tr("if complex"))
        self.report_to.suggest(WHOM)
        self._own: FollowUpSide | None = None

    def show_side(self, own: FollowUpSide | None) -> None:
        """Whoever belongs to a side does not choose it."""
        self._own = own
        self.show_row("side", own is None)
        if own is not None:
            self.side.set_value(own)

    def clear(self) -> None:
        """Nothing typed; the side stays as it was chosen."""
        for name, field in self.fields().items():
            if name != "side":
                field.clear()

    def order(self, slip_id: int) -> FollowUpSlip:
        """What was typed, for a slip."""
        return FollowUpSlip(
            slip_id,
            note=self.note.value(),
            side=self.side.value(),
            eta_at=self.eta_at.value(),
            report_to=self.report_to.value(),
        )
