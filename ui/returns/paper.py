"""The paper in hand: whose it is, what it says, and taking it back."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from app.errors import Refusal
from app.kept_form import FormKind
from app.slip_refusals import CopiesMissing
from app.slip_return import take_back_slip
from app.slip_view import SlipView
from models.slip import Outcome, SlipEvent, SlipState
from ui.kit.button import Button, Look
from ui.kit.form import LABEL_WIDTH
from ui.kit.glyph import StatusLabel
from ui.kit.label import ElidedLabel, Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.returns.finding import Found
from ui.returns.form import ReturnForm
from ui.returns.form_chain import name_with_keyboard, next_empty
from ui.returns.kept import KeptForms
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.slip_moves import SlipMoves
from ui.slip.status import status_of
from ui.theme.typeface import INPUT, OBJECT
from ui.words import word

COPIES = "copies"
"""Under this name the ticks are kept among the fields."""


class Paper(QWidget):
    """Facts, form and action; hidden while no paper is in hand."""

    taken_back = Signal(object, str)
    """A slip is back: its id and number."""
    saving_changed = Signal()

    def __init__(
        self, frame: Frame, kept: KeptForms, moments: Moments, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._kept = kept
        self._moments = moments
        self.view: SlipView | None = None
        self.is_saving = False
        self._ends_with_enter = False
        """Whoever types ends a time with Enter, though it went on by itself."""
        self._went_to: str | None = None
        """Where the keyboard went when a field had gone on by itself."""
        self._who = Label("", OBJECT, is_strong=True)
        self._content = ElidedLabel("", INPUT)
        self._line = Label("", tone=Tone.SECOND, may_wrap=True)
        self._status = StatusLabel()
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._body = QWidget()
        self._scroll.setWidget(self._body)
        self.form = ReturnForm(moments, self._body)
        self.form.edited.connect(self._note)
        self._seeing = QTimer(self, singleShot=True, interval=0)
        self._seeing.timeout.connect(self.show_sum)
        self.form.lines.edited.connect(lambda: self._seeing.start())
        for moment in (self.form.arrived_at, self.form.done_at):
            moment.completed.connect(partial(self.go_on, by_itself=True))
        self.form.result_text.picked.connect(partial(self.go_on, by_itself=True))
        self._problem = ProblemLine()
        self.lost = Button(self.tr("Declare the missing copies lost"), Look.LINK)
        self.lost.clicked.connect(self._declare_lost)
        self._moves = SlipMoves(frame, self)
        self.escort = Button(word(SlipEvent.ESCORT), Look.LINK, icon_name="wallet")
        self.escort.clicked.connect(self._bring_to_finance)
        self.take_back = action_button("return.take_back", Look.PRIMARY)
        self.take_back.clicked.connect(self.submit)
        self.unfinished = action_button("return.unfinished", Look.QUIET)
        self.unfinished.clicked.connect(self._turn_unfinished)
        self._foot = QWidget(self)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        head = row(self._who, self._content, self._status, spacing=12)
        head.setStretch(1, 1)
        inner = column(
            head,
            self._line,
            6,
            Hairline(),
            8,
            self.form,
            None,
            spacing=4,
            margins=(24, 4, 24, 4),
            on=self._body,
        )
        inner.setStretch(inner.count() - 1, 1)
        # The action stays in sight however long the paper is.
        column(
            self._problem,
            row(
                self.take_back,
                self.escort,
                self.lost,
                None,
                self.unfinished,
                spacing=12,
            ),
            spacing=8,
            margins=(24 + LABEL_WIDTH + 8, 8, 24, 16),
            on=self._foot,
        )
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setAccessibleName(self.tr("What the paper says"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self._scroll, self._foot, spacing=0, on=self).setStretch(0, 1)

    def slip_id(self) -> int | None:
        """The slip whose paper is in hand."""
        return None if self.view is None else int(str(self.view.facts["id"]))

    def has_typed(self) -> bool:
        """Whether something was typed of the paper in hand."""
        slip_id = self.slip_id()
        return slip_id is not None and slip_id in self._kept.slips(FormKind.RETURN)

    def show_found(self, found: Found) -> None:
        """Another paper lies on the desk."""
        view = found.view
        facts = view.facts
        self.view = view
        self._who.say(room_text(facts["unit_label"], facts["area"], facts["place"]))
        self._content.say(f"{facts['reporter_name']}，{facts['content']}")
        self._line.say(self._dates(view))
        state = facts["state"]
        assert isinstance(state, SlipState)
        self._status.show_status(status_of(state))
        self.form.show_slip(view, found.lists, found.results)
        # Another paper came in between, or another desk: nothing is typed twice.
        typed = self._kept.typed(FormKind.RETURN, int(str(facts["id"])))
        ticked = typed.pop(COPIES, None)
        self.form.set_typed(typed)
        if ticked is not None:
            self.form.copies.set_typed(ticked)
        self.form.show_rows()
        self._problem.say(None)
        self.lost.hide()
        self._offer_escort()
        self.setVisible(True)
        self._scroll.verticalScrollBar().setValue(0)
        for tick in self.form.copies.ticks:
            tick.clicked.connect(self._note_copies)

    def renew(self, view: SlipView) -> None:
        """The slip in hand changed; what is typed stands, and is judged anew."""
        self.view = view
        self.form.renew(view)
        self._offer_escort()

    def _offer_escort(self) -> None:
        """An owner who pays at Finance takes the finance copy there (S4-4.1.2.5)."""
        assert self.view is not None
        self.escort.setVisible(SlipEvent.ESCORT in self.view.moves)

    @Slot()
    def _bring_to_finance(self) -> None:
        slip_id = self.slip_id()
        if slip_id is not None:
            self._moves.start(SlipEvent.ESCORT, slip_id)

    def tick(self, copy_no: int) -> bool:
        """A copy of the paper in hand was scanned."""
        if not self.form.copies.scan(copy_no):
            return False
        self._note_copies()
        if not self.form.copies.missing():
            self._problem.say(None)
            self.lost.hide()
        return True

    def show_nothing(self) -> None:
        """No paper is in hand; the form is cleared when the next one is."""
        self.view = None
        self.setVisible(False)

    def rest(self, is_resting: bool) -> None:
        """While another number is being typed the form of the last one rests."""
        self._body.setEnabled(not is_resting)
        self._foot.setEnabled(not is_resting)

    def begin(self) -> bool:
        """Put the keyboard where something is still to be said; False if nothing is."""
        field = next_empty(self.form)
        if field is not None:
            field.setFocus()
        return field is not None

    def go_on(self, *, by_itself: bool = False) -> None:
        """Enter: the next empty field, and behind the last one the paper is back."""
        name = name_with_keyboard(self.form)
        form = self.form
        if by_itself and name == "arrived_at":
            self._ends_with_enter = False
        if name == "done_at" and not by_itself:
            is_habit = form.arrived_at.is_just_completed() and form.is_empty(name)
            if is_habit:
                self._ends_with_enter = True
                return  # it ended the arrival, which had gone on by itself
        if name == "result_text" and self._ends_with_enter and not by_itself:
            self._ends_with_enter = False
            if form.done_at.is_just_completed() and form.is_empty(name):
                return  # the next time ends like the one before
        if name == "result_text":
            form.result_text.take_first()
        elif (
            not by_itself
            and form.result_text.is_just_picked()
            and name is not None
            and name == self._went_to
            and form.is_empty(name)
        ):
            return  # it ended the result, which had gone on by itself
        if name == "lines" and form.lines.go_on():
            return
        if name == "quote":
            form.price_lines()
        field = next_empty(form, name)
        if field is not None:
            field.setFocus()
            self._went_to = name_with_keyboard(form) if by_itself else None
        elif not by_itself:
            self.submit()
        else:
            form.result_text.setFocus()

    @Slot()
    def submit(self) -> None:
        """Take the paper back as it was typed."""
        self._submit(frozenset())

    @Slot()
    def _declare_lost(self) -> None:
        self._submit(self.form.copies.missing())

    @Slot()
    def _turn_unfinished(self) -> None:
        """Finished or not: the other one."""
        is_done = self.form.outcome.value() is Outcome.COMPLETED
        at = 1 if is_done else 0
        self.form.outcome.segments()[at].click()
        first = self.form.unfinished_reason if is_done else self.form.result_text
        first.setFocus()

    def _submit(self, lost: frozenset[int]) -> None:
        slip_id = self.slip_id()
        if slip_id is None or self.is_saving:
            return
        self.form.forget_problems()
        self._problem.say(None)
        self.form.price_lines()
        if self.form.values() is None:
            return
        self._set_saving(True)
        self._frame.work.change(
            self,
            take_back_slip,
            self.form.order(lost),
            done=partial(self._after_taking, slip_id),
            refused=self._refused,
            ended=lambda: self._set_saving(False),
        )

    def _set_saving(self, is_saving: bool) -> None:
        self.is_saving = is_saving
        self.take_back.setEnabled(not is_saving)
        self.saving_changed.emit()

    def _after_taking(self, slip_id: int, number: str) -> None:
        self._kept.forget(FormKind.RETURN, slip_id)
        self._kept.forget(FormKind.FEEDBACK, slip_id)
        self.show_nothing()
        self.taken_back.emit(slip_id, number)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self._frame.sentence(refusal)
        self.lost.setVisible(isinstance(refusal, CopiesMissing))
        field = str(getattr(refusal, "field", ""))
        if not self.form.show_problem(field, sentence):
            self._problem.say(sentence)

    @Slot(str)
    def _note(self, name: str) -> None:
        """What is typed belongs to its slip until that is taken back."""
        slip_id = self.slip_id()
        if slip_id is not None:
            typed = self.form.field(name).typed()
            self._kept.note(FormKind.RETURN, slip_id, name, typed)

    @Slot()
    def show_sum(self) -> None:
        """The sum under the lines is seen while they are typed."""
        held = self.focusWidget()
        if held is not None and self.form.lines.isAncestorOf(held):
            self._scroll.ensureWidgetVisible(self.form.lines.note, 0, 8)
            self._scroll.ensureWidgetVisible(held, 0, 8)

    @Slot()
    def _note_copies(self) -> None:
        slip_id = self.slip_id()
        if slip_id is not None:
            ticked = self.form.copies.typed()
            self._kept.note(FormKind.RETURN, slip_id, COPIES, ticked)

    def _dates(self, view: SlipView) -> str:
        facts = view.facts
        technicians = facts["technicians"]
        assert isinstance(technicians, tuple)
        return self.tr(
            "Issued {issued}, dispatched {dispatched}, {trade} {people}"
        ).format(
            issued=self._moments.write(facts["issued_at"]),  # type: ignore[arg-type]
            dispatched=self._moments.write(facts["dispatched_at"]),  # type: ignore[arg-type]
            trade=facts["trade"] or "",
            people="、".join(technicians) or facts["supervisor"] or "",
        )
