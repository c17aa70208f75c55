"""接报台: the form for the call, its drafts, what is known of the place beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.duplicate import DuplicateRow
from app.errors import Trouble
from app.place_history import PlaceHistory
from app.slip_issue import IssuedSlip
from ui.kit.button import Button, Look
from ui.kit.label import AsideLabel, ElidedLabel, Tone
from ui.kit.layout import column, pane, row
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.intake_directory import Directory
from ui.slip.intake_draft_text import room_of
from ui.slip.intake_drafts import Draft, Drafts
from ui.slip.intake_fill import Filling
from ui.slip.intake_form import IntakeForm
from ui.slip.intake_issue import Issuing
from ui.slip.intake_pane import PlacePane
from ui.slip.intake_questions import Questions
from ui.slip.intake_scroll import FormScroll
from ui.slip.intake_switch import REASON, DraftSwitch
from ui.slip.intake_tabs import DraftTabs
from ui.slip.moment import Moments
from ui.slip.slip_moves import SlipMoves
from ui.slip.today_list import TodayList

LOW = 800
"""Under this height of the window everything moves closer."""
ABOUT_THE_FAULT = frozenset({"area_kind", "unit", "place", "area", "content", "trade"})


class IntakePage(Page):
    """Joins the parts: none of them knows another's screen."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        work = frame.work
        moments = Moments(work)
        self.moves = SlipMoves(frame, self)
        self.form = IntakeForm(moments)
        self.filling = Filling(work, self.form, moments)
        self.directory = Directory(work, self.form, self.filling)
        self.questions = Questions(work, self.form)
        self.drafts = Drafts(work, frame.state, self)
        self.place = PlacePane(moments)
        self.card = self.place.card
        self.issuing = Issuing(
            frame,
            self.form,
            self.filling,
            self.drafts,
            self.card,
            self.moves,
            moments,
        )
        self.tabs = DraftTabs()
        self.twin = ElidedLabel("", tone=Tone.WARN)
        self.twin.hide()
        self.switch = DraftSwitch(
            frame,
            self.form,
            self.filling,
            self.drafts,
            self.tabs,
            self.card.reason,
            self.twin,
        )
        # A button pressed by its own key waits a tenth of a second: these are faster.
        self.issue = Button(
            action_text("intake.issue"), Look.PRIMARY, keycap="Ctrl Enter"
        )
        self.clear = Button(action_text("intake.clear"), Look.QUIET)
        self.listed = TodayList(frame, self.moves)
        self.today = self.listed.table
        self._lay_out()
        self._connect()
        self._give_keys()
        self.directory.load_lists()
        self.switch.load()

    def _lay_out(self) -> None:
        left = pane("surface")
        note = AsideLabel(
            self.tr("takes a number, enters the register, reaches the dispatcher"),
            tone=Tone.SECOND,
        )
        for quiet in (note, self.form.more, self.clear):
            quiet.setFixedHeight(self.issue.sizeHint().height())
        self.form.add_row("", self.issue, note, self.form.more, self.clear)
        top = QWidget()
        column(self.twin, self.form, spacing=6, margins=(24, 12, 24, 12), on=top)
        stack = column(self.tabs, FormScroll(top), self.listed, spacing=0, on=left)
        stack.setStretch(2, 1)
        right = pane("sunken")
        column(self.place, spacing=0, on=right)
        whole = row(left, right, spacing=0, on=self)
        whole.setStretch(0, 1)

    def _connect(self) -> None:
        work, form = self.frame.work, self.form
        form.edited.connect(self._after_edit)
        form.unit.confirmed.connect(self.submit)
        self.filling.place_known.connect(self._after_place)
        self.filling.line_read.connect(self._after_line)
        self.directory.silent.connect(self.issuing.tell_trouble)
        self.directory.unit_changed.connect(lambda: self.questions.ask(again=True))
        self.questions.duplicates_found.connect(self._show_duplicates)
        self.questions.past_found.connect(self._show_past)
        self.switch.emptied.connect(self._after_emptying)
        self.switch.filled.connect(self._after_filling)
        self.card.open_wanted.connect(lambda one: self._open(one.id))
        self.card.join_wanted.connect(self.issuing.join)
        self.card.issue_wanted.connect(self.submit)
        self.place.slip_wanted.connect(self._open)
        self.issuing.issued.connect(self._after_issue)
        self.issuing.joined.connect(self._after_join)
        self.issuing.began.connect(lambda: self.issue.setEnabled(False))
        self.issuing.ended.connect(lambda: self.issue.setEnabled(True))
        self.issue.clicked.connect(self.submit)
        self.clear.clicked.connect(self.discard)
        work.changed.connect(self._after_change)
        work.desk_changed.connect(self._after_desk)

    def _give_keys(self) -> None:
        for action, step in (
            ("intake.issue", self.submit),
            ("intake.new_draft", self.new_draft),
            ("intake.next_draft", self.switch.choose_next),
            ("intake.close_draft", self.discard),
            ("intake.clear", self.discard),
            ("intake.open_twin", self.card.open_first),
            ("intake.join_twin", self.card.join_first),
            ("intake.anyway", self.card.ask_reason),
        ):
            shortcut = QShortcut(BY_ID[action].keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    def arrive(self) -> None:
        self.listed.ask()
        self.form.entry.setFocus()
        self.form.entry.line.end(False)

    def rescue(self) -> Trouble | None:
        self.switch.note()
        return self.drafts.rescue()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.window().height() < LOW
        self.form.be_low(is_low)
        self.place.be_low(is_low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on to what is still missing; only Ctrl+Enter, or Enter on the
        # button, issues.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self.form.entry.line.hasFocus():
                self._go_on_from_entry()
            else:
                self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Down and self.form.entry.line.hasFocus():
            self.form.choice.focus_first()
            return
        super().keyPressEvent(event)

    def _go_on_from_entry(self) -> None:
        form = self.form
        if not form.entry.value().strip():
            form.area_kind.setFocus()
            return
        if form.choice.isVisible() and form.choice.focus_first():
            return
        place = form.unit if form.is_unit else form.place
        # What the directory is being asked for is not missing yet.
        is_asked = self.filling.is_waiting() or not form.unit.is_settled()
        wanted = [
            (form.content, True),
            (place, not is_asked),
            (form.reporter_name, not is_asked),
        ]
        for field, is_sure in wanted:
            if is_sure and not field.value():
                form.show_people(with_fields=field is form.reporter_name)
                field.setFocus()
                return
        self.issue.setFocus()

    @Slot()
    def submit(self) -> None:
        """Issue what was typed; a second press while one is under way does nothing."""
        if not self.issuing.is_under_way and self.form.is_blank():
            self.form.entry.setFocus()
            return
        self.issuing.submit()

    @Slot()
    def new_draft(self) -> None:
        """Another call comes in: this one waits in its tab."""
        self.switch.begin()

    @Slot()
    def discard(self) -> None:
        """Throw away what was typed; no number was used, and it can be undone."""
        self.switch.close_front()

    def _after_issue(self, slip: IssuedSlip) -> None:
        known = self.issuing.draft_id
        self._end_of_call(lambda draft: self.drafts.issued(draft, known))
        self.today.filling.choose(slip.id)

    def _after_join(self) -> None:
        self._end_of_call(self.drafts.discard)

    def _end_of_call(self, end: Callable[[Draft], object]) -> None:
        """The form is empty again, but for what was typed while the desk was slow."""
        issuing = self.issuing
        is_here = issuing.draft is self.drafts.front
        end(issuing.draft)
        if is_here:
            self.switch.empty_but(issuing.line if issuing.is_typed_on else None)

    def _after_emptying(self) -> None:
        self.questions.forget()
        self.card.clear()
        self.place.show_place(None)
        self.set_subject("")
        self.arrive()

    def _after_filling(self, draft: Draft) -> None:
        self.card.show_reason(str(draft.typed.get(REASON, "")))
        self.set_subject(room_of(draft.typed))
        self.questions.ask()

    @Slot(str)
    def _after_edit(self, name: str) -> None:
        if name != "unit" or self.form.unit.names_nothing():
            self.issuing.forget()  # typed on; a unit that was found is no typing
        if name == "entry":
            return  # the fields say it in a moment
        self.switch.note()
        if name in ABOUT_THE_FAULT:
            self.questions.ask_soon()

    def _after_line(self) -> None:
        self.switch.note()
        self.questions.ask_soon()

    def _after_place(self) -> None:
        """The directory has answered: the fields say more than a key ago."""
        self.switch.note(by_key=False)
        unit = self.filling.unit
        self.set_subject(unit.label if unit is not None else "")
        self.questions.ask_soon()

    def _show_duplicates(self, rows: Sequence[DuplicateRow]) -> None:
        self.card.show_rows(rows)
        self.place.hint.setVisible(not rows and self.place.place.isHidden())

    def _show_past(self, known: PlaceHistory | None) -> None:
        self.place.show_place(known)
        self.filling.advice.show_past(known)
        if known is not None and not self.form.is_unit:
            self.set_subject(known.label)

    def _open(self, slip_id: int) -> None:
        self.frame.show_page("slip", slip_id)

    @Slot()
    def _after_desk(self) -> None:
        self.directory.load_lists()
        self.filling.advice.show_limits()
        self.switch.see_desk()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if "slip" in tables:
            self.questions.ask(again=True)
