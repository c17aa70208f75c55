"""The form of a gap case: why, who chases it, how it ended, or why again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QComboBox

from app.desk import Desk
from app.gap import CloseGap, ExplainGap, ReopenGap
from app.gap_copy import FOUND_PLACES
from app.reason import reason_texts
from app.staff_directory import list_staff
from models.gap_case import GapKind
from models.gap_row import GapRow
from models.reason_code import ReasonKind
from ui.kit.fields import ChoiceField, LongTextField, TextField
from ui.kit.form import Form
from ui.slip.reason_field import ReasonField
from ui.words import field_word, options, word

_OF_OPEN = ("cause", "owner", "found_at", "resolution")


@dataclass(frozen=True, slots=True)
class GapLists:
    """What the form chooses from."""

    causes: Sequence[str]
    people: Sequence[str]


def load_gap_lists(session: Any, desk: Desk) -> GapLists:
    """Reasons for gaps, and who works here."""
    causes = reason_texts(session, desk, ReasonKind.GAP)
    return GapLists(causes, [each.name for each in list_staff(session, desk)])


class GapForm(Form):
    """Cause, owner and result of an open case; the reason of opening it again."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.cause = self.add(
            "cause",
            self.tr("Cause"),
            ReasonField((), empty=self.tr("Choose one")),
        )
        self.owner = self.add("owner", field_word("owner"), TextField(width=180))
        self.found_at = self.add(
            "found_at",
            field_word("found_at"),
            ChoiceField(options(*FOUND_PLACES), empty=self.tr("Not found")),
        )
        for field in (self.cause, self.found_at):
            # As wide as the pane leaves, not as the longest word of the list.
            by_length = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            field.box.setSizeAdjustPolicy(by_length)
            field.box.setMinimumContentsLength(6)
        self.resolution = self.add(
            "resolution",
            self.tr("Result"),
            LongTextField(placeholder=self.tr("How it ended"), height=72),
        )
        self.reason = self.add(
            "reason",
            field_word("reason"),
            LongTextField(placeholder=self.tr("Why it is chased again"), height=72),
        )

    def offer(self, lists: GapLists) -> None:
        """Take the lists of this moment."""
        self.cause.set_texts(lists.causes)
        self.owner.suggest(lists.people)

    def show_case(self, case: GapRow, typed: dict[str, Any]) -> None:
        """Show what is known of a case, and over it what was typed before."""
        is_open = case.closed_at is None
        for name in _OF_OPEN:
            self.show_row(name, is_open)
        can_turn_up = case.kind is GapKind.COPY and not case.is_back
        self.show_row("found_at", is_open and can_turn_up)
        self.show_row("reason", not is_open)
        for field in self.fields().values():
            field.clear()
        self.cause.set_value(case.cause)
        self.owner.set_value(case.owner)
        if case.is_back and case.place is not None:
            told = self.tr("Back at: {place}")
            self.resolution.set_value(told.format(place=word(case.place)))
        self.set_typed(typed)

    def explained(self, case: GapRow) -> ExplainGap:
        """What was typed, with the case left open."""
        return ExplainGap(
            case.id, self.cause.value() or "", self.owner.value(), case.version
        )

    def closed(self, case: GapRow) -> CloseGap:
        """What was typed, as the end of the case."""
        return CloseGap(
            case.id,
            resolution=self.resolution.value(),
            cause=self.cause.value() or "",
            owner=self.owner.value(),
            found_at=self.found_at.value(),
            version=case.version,
        )

    def reopened(self, case: GapRow) -> ReopenGap:
        """Why the case is opened again."""
        return ReopenGap(case.id, self.reason.value(), case.version)
