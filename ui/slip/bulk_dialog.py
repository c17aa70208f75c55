"""Dialogs that change many slips: what is typed once, and what it will do to each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.slip_bulk import BulkAction, BulkPlan
from app.slip_bulk_order import (
    AssignSlips,
    BulkOrder,
    CancelSlips,
    CloseSlips,
    EscalateSlips,
    FeedBackSlips,
    SetUrgency,
)
from models.reason_code import ReasonKind
from models.slip import JobType, SlipEvent
from ui.kit.fields import ChoiceField, MomentField, TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.segmented import SegmentedField
from ui.slip.bulk_preview import BulkPreview, Sentence
from ui.slip.desk_lists import DeskLists
from ui.slip.eta_choice import EtaChoice
from ui.slip.moment import Moments
from ui.slip.people_field import PeopleField
from ui.slip.reason_field import ReasonField
from ui.words import field_word, options

WIDTH = 672
"""Wide enough for most sentences that say why not."""


class BulkDialog(FormDialog[BulkOrder]):
    """The fields of one action, over the list of what will become of each slip."""

    def __init__(
        self,
        plan: BulkPlan,
        lists: DeskLists,
        moments: Moments,
        sentence: Sentence,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan = plan
        self.lists = lists
        self.moments = moments
        self.ask()
        self.preview = BulkPreview(self.plan, sentence)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.form) + 1, self.preview)
        self.preview.setMinimumWidth(WIDTH)
        self.save.setEnabled(bool(self.plan.can))

    @property
    def count(self) -> int:
        """How many slips will be changed."""
        return len(self.plan.can)

    def ask(self) -> None:
        """Name the dialog and add its fields."""
        raise NotImplementedError

    def set_busy(self, is_busy: bool) -> None:
        super().set_busy(is_busy)
        self.save.setEnabled(not is_busy and bool(self.plan.can))

    def submit(self) -> None:
        if self.plan.can:
            super().submit()


class AssignManyDialog(BulkDialog):
    """Who does them: those that wait are dispatched, the others reassigned."""

    def ask(self) -> None:
        """Trade, supervisor, technicians, and why it is somebody else now."""
        self.dispatches = any(r.event is SlipEvent.DISPATCH for r in self.plan.can)
        self.name(
            self.tr("Assign %Ln slip(s)", "", self.count),
            self.tr("Assign"),
            self.tr("Slips that wait are dispatched and their copies printed after.")
            if self.dispatches
            else self.tr("What is left empty stays as it is on each slip."),
        )
        empty = (
            self.tr("Choose a trade")
            if self.dispatches
            else self.tr("As it is on the slip")
        )
        trades = [(name, name) for name in self.lists.trades]
        self.trade = self.add(
            "trade", field_word("trade"), ChoiceField(trades, empty=empty)
        )
        self.supervisor = self.add("supervisor", field_word("supervisor"), TextField())
        self.people = self.add("technicians", field_word("technicians"), PeopleField())
        is_other = any(r.event is SlipEvent.REASSIGN for r in self.plan.can)
        self.why = (
            self.add("reason", field_word("reason"), TextField()) if is_other else None
        )
        self.trade.edited.connect(self._offer_people)
        self._offer_people()

    def _offer_people(self) -> None:
        trade = self.trade.value() or ""
        self.supervisor.suggest(self.lists.supervisors(trade))
        self.people.offer(self.lists.technicians_of(trade))

    def order(self) -> AssignSlips:
        return AssignSlips(
            trade=self.trade.value() or "",
            supervisor=self.supervisor.value(),
            technicians=self.people.value(),
            reason=self.why.value() if self.why else "",
            dispatches=self.dispatches,
        )


class FeedBackManyDialog(BulkDialog):
    """Why they are not back, and when they will be."""

    def ask(self) -> None:
        """The reason and the time of today's return check."""
        self.name(
            self.tr("Feedback for %Ln slip(s)", "", self.count),
            self.tr("Record"),
            self.tr("The feedback for today's return check; the work goes on."),
        )
        reasons = self.lists.reasons[ReasonKind.UNFINISHED]
        self.reason = self.add(
            "unfinished_reason",
            field_word("unfinished_reason"),
            ReasonField(reasons, empty=self.tr("Choose by number or initials")),
        )
        self.eta = self.add(
            "eta_at",
            field_word("eta_at"),
            MomentField(self.moments.now, width=180, placeholder="11-22 17:00"),
        )
        likely = EtaChoice(self.moments)
        likely.chosen.connect(self.eta.set_value)
        self.form.add_row("", likely)

    def order(self) -> FeedBackSlips:
        return FeedBackSlips(self.reason.value() or "", self.eta.value())


class UrgencyManyDialog(BulkDialog):
    """How urgent they are."""

    def ask(self) -> None:
        """One of three; who is that urgent already stays as it is."""
        self._ticked = self.plan
        self.job_type = self.add(
            "job_type",
            self.tr("Type"),
            SegmentedField(options(*JobType), alarming=JobType.URGENT),
        )
        self.job_type.edited.connect(self._choose)
        self._narrow()

    def _narrow(self) -> None:
        self.plan = self._ticked.under(self.order())
        self.name(
            self.tr("Urgency of %Ln slip(s)", "", self.count),
            self.tr("Save"),
            self.tr("Old and new are both kept. A printed slip asks for a reprint."),
        )

    def _choose(self) -> None:
        self._narrow()
        self.preview.show_plan(self.plan)
        self.save.setEnabled(bool(self.plan.can))

    def order(self) -> SetUrgency:
        return SetUrgency(self.job_type.value())


class EscalateManyDialog(BulkDialog):
    """Somebody higher is told of all of them."""

    def ask(self) -> None:
        """Whom, and what to say."""
        self.name(self.tr("Escalate %Ln slip(s)", "", self.count), self.tr("Escalate"))
        self.to_whom = self.add("to_whom", field_word("to_whom"), TextField())
        self.to_whom.suggest(("工程部经理", "物业总监"))
        self.note = self.add("note", field_word("note"), TextField())

    def order(self) -> EscalateSlips:
        return EscalateSlips(self.to_whom.value(), self.note.value())


class CloseManyDialog(BulkDialog):
    """They are filed for good."""

    def ask(self) -> None:
        """Nothing but whether."""
        self.name(
            self.tr("File %Ln slip(s) for good", "", self.count),
            self.tr("File for good"),
            self.tr("This is not taken back; what is owed stays owed."),
        )

    def order(self) -> CloseSlips:
        return CloseSlips()


class CancelManyDialog(BulkDialog):
    """They need no work."""

    def ask(self) -> None:
        """Why, for all of them."""
        self.name(
            self.tr("Cancel %Ln slip(s)?", "", self.count),
            self.tr("Cancel the slips"),
            self.tr(
                "The numbers stay in the register, struck through. "
                "Printed copies come back to the desk. This is not taken back."
            ),
            is_dangerous=True,
        )
        reasons = self.lists.reasons[ReasonKind.CANCEL]
        self.reason = self.add(
            "reason",
            field_word("reason"),
            ReasonField(reasons, empty=self.tr("Choose by number or initials")),
        )
        self.note = self.add("note", field_word("note"), TextField())

    def order(self) -> CancelSlips:
        return CancelSlips(self.reason.value() or "", self.note.value())


DIALOGS: dict[BulkAction, type[BulkDialog]] = {
    BulkAction.ASSIGN: AssignManyDialog,
    BulkAction.FEEDBACK: FeedBackManyDialog,
    BulkAction.URGENCY: UrgencyManyDialog,
    BulkAction.ESCALATE: EscalateManyDialog,
    BulkAction.CLOSE: CloseManyDialog,
    BulkAction.CANCEL: CancelManyDialog,
}
