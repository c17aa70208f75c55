"""Issues the call in the form once, or joins it to an open slip, and says so."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.duplicate import DuplicateRow, JoinSlip, join_slip
from app.errors import Refusal, Trouble
from app.slip_issue import IssuedSlip, IssueSlip, issue_slip
from app.slip_refusals import DuplicatesFound
from models.slip import SlipEvent
from ui.shell.actions import action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.clock_confirmation import offer_clock
from ui.slip.duplicate_card import DuplicateCard
from ui.slip.intake_drafts import Drafts
from ui.slip.intake_fill import Filling
from ui.slip.intake_form import IntakeForm
from ui.slip.moment import Moments
from ui.slip.slip_moves import SlipMoves
from ui.slip.unit_unknown import why_unit_unknown
from ui.words import word


class Issuing(QObject):
    """One call at a time: while one is on its way a second press does nothing."""

    began = Signal()
    ended = Signal()
    issued = Signal(object)
    """The ``IssuedSlip``; ``draft`` is over now."""
    joined = Signal()

    def __init__(
        self,
        frame: Frame,
        form: IntakeForm,
        filling: Filling,
        drafts: Drafts,
        card: DuplicateCard,
        moves: SlipMoves,
        moments: Moments,
    ) -> None:
        super().__init__(form)
        self._frame = frame
        self._form = form
        self._filling = filling
        self._drafts = drafts
        self._card = card
        self._moves = moves
        self._moments = moments
        self._is_issuing = False
        self._waits: Callable[[], object] | None = None
        self.draft = drafts.front
        """The draft that is being issued or joined, or was last."""
        self.draft_id = drafts.front.id
        """The row of it that the slip throws away."""
        self.line = ""
        """What stood in the one line then."""
        self.is_typed_on = False
        """Whether somebody has typed since."""
        form.unit.settled.connect(self._go_on)

    def tell_trouble(self, trouble: Trouble, again: Callable[[], object]) -> None:
        """The directory did not answer: somebody who waits for it hears of it."""
        if self._waits is not None:
            self._waits = None
            self._frame.work.trouble_met.emit(trouble, self.submit)

    @property
    def is_under_way(self) -> bool:
        """Whether a call is being issued now."""
        return self._is_issuing

    def forget(self) -> None:
        """Somebody types on: what waited to be issued is issued by nobody."""
        self._waits = None
        self.is_typed_on = True

    def _go_on(self) -> None:
        waits, self._waits = self._waits, None
        if waits is not None:
            waits()

    def submit(self) -> None:
        """Issue what was typed, once everything that is asked about it is answered."""
        if self._is_issuing:
            return
        form = self._form
        self._filling.hurry()
        if form.is_unit:
            # What the directory knows of the unit belongs to the slip.
            is_known = form.unit.is_settled()
            self._waits = None if is_known else self.submit
            form.unit.settle()
            if not is_known:
                return
        form.forget_problems()
        if form.values() is None:
            return
        self._begin()
        order = form.order(
            seen=[found.number for found in self._card.rows()],
            anyway_reason=self._card.reason.value(),
            draft_id=self.draft_id,
            draft_key=self.draft.key,
        )
        self._frame.work.change(
            self,
            issue_slip,
            order,
            done=partial(self._tell_issued, order),
            refused=self._refused,
            ended=self._after,
        )

    def _begin(self) -> None:
        self._is_issuing = True
        # A slow desk leaves time to type on, or to go to another draft.
        self.draft = self._drafts.front
        self.draft_id = self.draft.id
        self.line = self._form.entry.typed()
        self.is_typed_on = False
        self.began.emit()

    def _after(self) -> None:
        self._is_issuing = False
        self.ended.emit()

    def _tell_issued(self, order: IssueSlip, slip: IssuedSlip) -> None:
        place = order.unit or order.place
        told = self._frame_text(place, order.reporter_name, order.content)
        self.issued.emit(slip)
        step = self._moves.start
        self._frame.say(
            Kind.DONE,
            self.tr("{number} issued {time}").format(
                number=slip.number, time=self._moments.write(slip.issued_at)
            ),
            told,
            [
                Offer(
                    action_text("slip.print"),
                    partial(self._moves.print_four, slip.id),
                    "Ctrl+P",
                    "printer",
                ),
                Offer(
                    action_text("slip.open"),
                    partial(self._frame.show_page, "slip", slip.id),
                ),
                # A number once given is never undone: it is put right, or void.
                Offer(word(SlipEvent.AMEND), partial(step, SlipEvent.AMEND, slip.id)),
                Offer(word(SlipEvent.VOID), partial(step, SlipEvent.VOID, slip.id)),
            ],
        )

    def _frame_text(self, place: str, reporter: str, content: str) -> str:
        text = self.tr("{place} {reporter}, {content}; the dispatcher has it")
        return text.format(place=place, reporter=reporter, content=content)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self._frame.sentence(refusal)
        if self.draft is not self._drafts.front:
            # Another call stands in the form: this one waits in its tab.
            self._frame.refuse(refusal)
            return
        if isinstance(refusal, DuplicatesFound):
            self._card.show()
            self._card.ask_reason()
            self._card.reason.set_problem(sentence)
            return
        if offer_clock(self._frame, self._form, refusal):
            return
        field = str(getattr(refusal, "field", ""))
        unit = self._form.unit
        if field in ("area", "place") and self._form.is_unit and unit.names_nothing():
            # They stay empty because no unit was found: say that first.
            self._frame.work.look(
                self,
                why_unit_unknown,
                unit.value(),
                done=lambda reason: self._show(reason or refusal),
            )
            return
        self._show(refusal)

    def _show(self, refusal: Refusal) -> None:
        field = str(getattr(refusal, "field", ""))
        if not self._form.show_problem(field, self._frame.sentence(refusal)):
            self._frame.refuse(refusal)

    def join(self, found: DuplicateRow) -> None:
        """Record the call on the slip of the same fault; it takes no number."""
        if self._is_issuing:
            return
        self._begin()
        form = self._form
        order = JoinSlip(
            found.id,
            reporter_name=form.reporter_name.value(),
            content=form.content.value(),
            phone=form.phone.value(),
        )
        self._frame.work.change(
            self,
            join_slip,
            order,
            done=partial(self._tell_joined, found.id),
            refused=self._refused,
            ended=self._after,
        )

    def _tell_joined(self, slip_id: int, number: str) -> None:
        self.joined.emit()
        self._frame.say(
            Kind.DONE,
            self.tr("Joined to {number}").format(number=number),
            "",
            [
                Offer(
                    action_text("slip.open"),
                    partial(self._frame.show_page, "slip", slip_id),
                )
            ],
        )
