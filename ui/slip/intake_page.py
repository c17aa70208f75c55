"""接报台: the form for the call, its drafts, what is known of the place beside it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.duplicate import DuplicateRow
from app.place_history import PlaceHistory
from app.slip_issue import IssuedSlip
from app.slip_refusals import UnitUnknown
from app.unit_directory import UnitRow, find_units, get_unit
from models.phone import mask_phone
from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Tone
from ui.kit.layout import column, pane, row
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.desk_lists import load_desk_lists
from ui.slip.intake_draft_text import draft_text, room_of
from ui.slip.intake_drafts import Draft, Drafts
from ui.slip.intake_fill import Filling
from ui.slip.intake_form import IntakeForm
from ui.slip.intake_issue import Issuing
from ui.slip.intake_pane import PlacePane
from ui.slip.intake_questions import Questions
from ui.slip.intake_tabs import DraftTabs
from ui.slip.moment import Moments
from ui.slip.slip_moves import SlipMoves
from ui.slip.today_list import TodayList
from ui.slip.unit_unknown import why_unit_unknown

LOW = 800
"""Under this height of the window everything moves closer."""
AGE_MS = 20_000
ABOUT_THE_FAULT = frozenset({"area_kind", "unit", "place", "area", "content", "trade"})
REASON = "anyway_reason"
"""What a draft keeps beside the fields of the form."""


class IntakePage(Page):
    """Joins the parts: none of them knows another."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        work = frame.work
        self._moments = Moments(work)
        self._desk = work.desk
        self._is_filling = False
        self.moves = SlipMoves(frame, self)
        self.form = IntakeForm(self._moments)
        self.filling = Filling(work, self.form, self._moments)
        self.questions = Questions(work, self.form)
        self.drafts = Drafts(work, self)
        self.place = PlacePane(self._moments)
        self.card = self.place.card
        self.issuing = Issuing(
            frame,
            self.form,
            self.filling,
            self.drafts,
            self.card,
            self.moves,
            self._moments,
        )
        self.tabs = DraftTabs()
        self.twin = ElidedLabel("", tone=Tone.WARN)
        # A button pressed by its own key waits a tenth of a second: these are faster.
        self.issue = Button(
            action_text("intake.issue"), Look.PRIMARY, keycap="Ctrl Enter"
        )
        self.clear = Button(action_text("intake.clear"), Look.QUIET)
        self.listed = TodayList(frame, self.moves)
        self.today = self.listed.table
        self._lay_out()
        self._connect()
        self._ages = QTimer(self, interval=AGE_MS)
        self._ages.timeout.connect(self._show_drafts)
        self._ages.start()
        self._load_lists()
        self._show_drafts()
        self.drafts.load(self._take_up)

    def _lay_out(self) -> None:
        left = pane("surface")
        note = ElidedLabel(
            self.tr("takes a number, enters the register, reaches the dispatcher"),
            tone=Tone.SECOND,
        )
        self.form.add_row("", self.issue, note, self.form.more, self.clear)
        top = QWidget()
        column(self.twin, self.form, spacing=6, margins=(24, 12, 24, 12), on=top)
        self.twin.hide()
        stack = column(self.tabs, top, self.listed, spacing=0, on=left)
        stack.setStretch(2, 1)
        right = pane("sunken")
        column(self.place, spacing=0, on=right)
        self._right = right
        whole = row(left, right, spacing=0, on=self)
        whole.setStretch(0, 1)

    def _connect(self) -> None:
        work, form = self.frame.work, self.form
        form.edited.connect(self._after_edit)
        form.unit.wanted.connect(self._find_units)
        form.unit.confirmed.connect(self.submit)
        self.filling.unit_wanted.connect(self._find_by_clue)
        self.filling.place_known.connect(self._after_place)
        self.filling.line_read.connect(self._after_line)
        self.questions.duplicates_found.connect(self._show_duplicates)
        self.questions.past_found.connect(self._show_past)
        self.card.open_wanted.connect(self._open)
        self.card.join_wanted.connect(self.issuing.join)
        self.card.issue_wanted.connect(self.submit)
        self.card.reason.edited.connect(lambda: self._note())
        self.place.slip_wanted.connect(lambda one: self.frame.show_page("slip", one))
        self.issuing.issued.connect(self._after_issue)
        self.issuing.joined.connect(self._after_join)
        self.issuing.began.connect(lambda: self.issue.setEnabled(False))
        self.issuing.ended.connect(lambda: self.issue.setEnabled(True))
        self.issue.clicked.connect(self.submit)
        self.clear.clicked.connect(self.discard)
        self.drafts.changed.connect(self._show_drafts)
        self.drafts.saved.connect(self._show_saved)
        self.tabs.chosen.connect(self.choose_draft)
        self.tabs.close_wanted.connect(self.close_draft)
        self.tabs.new_wanted.connect(self.new_draft)
        for action, step in (
            ("intake.issue", self.submit),
            ("intake.new_draft", self.new_draft),
            ("intake.clear", self.discard),
            ("intake.open_twin", self.card.open_first),
            ("intake.join_twin", self.card.join_first),
            ("intake.anyway", self.card.ask_reason),
            ("intake.next_draft", self._next_draft),
            ("intake.close_draft", lambda: self.close_draft(self.drafts.number)),
        ):
            shortcut = QShortcut(BY_ID[action].keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)
        work.changed.connect(self._after_change)
        work.desk_changed.connect(self._after_desk)

    # Coming and going.

    def arrive(self) -> None:
        self.listed.ask()
        self.form.entry.setFocus()
        self.form.entry.line.end(False)

    def look_at(self, thing: object) -> None:
        """Begin a call of the unit whose label was found in the search."""
        if isinstance(thing, str):
            self.new_draft()
            self.form.entry.set_value(f"{thing} ")
            self.form.entry.edited.emit()

    def leave(self) -> None:
        self.drafts.rescue()

    def rescue(self) -> None:
        self.drafts.note(self._typed(), is_blank=self.form.is_blank())
        self.drafts.rescue()

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

    # The call.

    @Slot()
    def submit(self) -> None:
        """Issue what was typed; a second press while one is under way does nothing."""
        if not self.issuing.is_under_way and self.form.is_blank():
            self.form.entry.setFocus()
            return
        self.issuing.submit()

    def _after_issue(self, slip: IssuedSlip) -> None:
        self.drafts.issued()
        self._empty()
        self.today.filling.choose(slip.id)

    def _after_join(self) -> None:
        self.drafts.discard_front()
        self._empty()

    def _empty(self) -> None:
        self._is_filling = True
        self.filling.clear()
        self._is_filling = False
        self.questions.forget()
        self.card.clear()
        self.place.show_place(None)
        self.set_subject("")
        self.arrive()

    @Slot()
    def discard(self) -> None:
        """Throw away what was typed; no number was used, and it can be undone."""
        self.close_draft(self.drafts.number)

    @Slot(str)
    def _after_edit(self, name: str) -> None:
        if name != "unit" or self.form.unit.names_nothing():
            self.issuing.forget()  # typed on; a unit that was found is no typing
        if name == "entry":
            return  # the fields say it in a moment
        self._note()
        if name in ABOUT_THE_FAULT:
            self.questions.ask_soon()

    def _after_line(self) -> None:
        self._note()
        self.questions.ask_soon()

    def _after_place(self) -> None:
        """The directory has answered: the fields say more than a key ago."""
        self._note(by_key=False)
        unit = self.filling.unit
        self.set_subject(unit.label if unit is not None else "")
        self.questions.ask_soon()

    def _note(self, *, by_key: bool = True) -> None:
        if not self._is_filling:
            is_blank = self.form.is_blank()
            self.drafts.note(self._typed(), is_blank=is_blank, by_key=by_key)

    def _typed(self) -> dict[str, object]:
        typed = self.form.typed()
        reason = self.card.reason.typed()
        return {**typed, REASON: reason} if reason else typed

    # What is asked.

    @Slot(str)
    def _find_units(self, text: str) -> None:
        done = partial(self._offer_units, text)
        self.frame.work.look(self, find_units, text, done=done)

    def _offer_units(self, text: str, units: Sequence[UnitRow]) -> None:
        words = [
            "  ".join(
                [unit.label, *(f"{o.name} {mask_phone(o.phone)}" for o in unit.owners)]
            )
            for unit in units
        ]
        self.form.unit.offer(text, units, words)
        if text and not units and self.form.unit.is_settled():
            self.frame.work.look(
                self,
                why_unit_unknown,
                text,
                done=partial(self._say_unknown, text),
            )

    def _say_unknown(self, text: str, why: UnitUnknown | None) -> None:
        if why is not None:
            self.filling.unit_is_unknown(text)

    @Slot(str)
    def _find_by_clue(self, clue: str) -> None:
        done = partial(self.filling.offer_units, clue)
        self.frame.work.look(self, find_units, clue, done=done)

    def _show_duplicates(self, rows: Sequence[DuplicateRow]) -> None:
        self.card.show_rows(rows)
        self.place.hint.setVisible(not rows and self.place.place.isHidden())

    def _show_past(self, known: PlaceHistory | None) -> None:
        self.place.show_place(known)
        self.filling.show_past(known)
        if known is not None and not self.form.is_unit:
            self.set_subject(known.label)

    def _open(self, found: DuplicateRow) -> None:
        self.frame.show_page("slip", found.id)

    # The drafts.

    @Slot()
    def new_draft(self) -> None:
        """Another call comes in: this one waits in its tab."""
        self._note()
        if not self.form.is_blank():
            self.drafts.begin()
            self._empty()
        self.form.entry.setFocus()

    @Slot(int)
    def choose_draft(self, number: int) -> None:
        """Bring a draft into the form."""
        self._note()
        self.drafts.save()
        self.drafts.choose(number)
        self._show_front()

    def _next_draft(self) -> None:
        self.choose_draft((self.drafts.number + 1) % len(self.drafts.all()))

    @Slot(int)
    def close_draft(self, number: int) -> None:
        """Throw a draft away; 撤销 in the bar brings it back."""
        self._note()
        is_front = number == self.drafts.number
        closed = self.drafts.close(number)
        if is_front:
            self._show_front()
        if closed.is_blank:
            return
        self.frame.say(
            Kind.DONE,
            self.tr("Draft thrown away"),
            draft_text(closed, self._moments).title,
            [Offer(self.tr("Undo"), partial(self._bring_back, closed), "", "undo-2")],
        )

    def _bring_back(self, draft: Draft) -> None:
        self._note()
        self.drafts.bring_back(draft)
        self._show_front()

    def _show_front(self) -> None:
        self._empty()
        front = self.drafts.front
        if front.is_blank:
            return
        self._is_filling = True
        self.filling.restore(front.typed)
        self._is_filling = False
        self.card.show_reason(str(front.typed.get(REASON, "")))
        self.set_subject(room_of(front.typed))
        self.questions.ask()

    def _take_up(self) -> None:
        """The drafts of last time are here."""
        self._show_front()
        front = self.drafts.front
        if not front.is_blank:
            self._show_saved(front.typed_at)

    @Slot()
    def _show_drafts(self) -> None:
        every = self.drafts.all()
        front = self.drafts.front
        texts = [
            draft_text(draft, self._moments, with_age=draft is not front)
            for draft in every
        ]
        self.tabs.show_texts(texts, self.drafts.number)
        mine = room_of(front.typed)
        twins = [d for d in every if d is not front and mine == room_of(d.typed)]
        is_twin = bool(mine and twins)
        text = self.tr("Another draft is about {room} too")
        self.twin.say(text.format(room=mine) if is_twin else "")
        self.twin.setVisible(is_twin)

    @Slot(object)
    def _show_saved(self, at: object) -> None:
        desk = self.frame.work.desk
        text = self.tr("Draft saved {time}")
        time = desk.local(at) if at else desk.local(desk.now())  # type: ignore[arg-type]
        self.tabs.saved.say(text.format(time=f"{time:%H:%M:%S}"))

    # What changed elsewhere.

    @Slot()
    def _load_lists(self) -> None:
        self.frame.work.look(self, load_desk_lists, done=self.filling.offer_lists)

    @Slot()
    def _after_desk(self) -> None:
        self._load_lists()
        self.filling.show_limits()
        before, self._desk = self._desk, self.frame.work.desk
        if before.actor != self._desk.actor:
            # The drafts belong to the person; what this one typed stays theirs.
            self._note()
            self.drafts.let_go(before)
            self._show_front()
            self.drafts.load(self._take_up)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if "trade" in tables:
            self._load_lists()
        if "slip" in tables:
            self.questions.ask(again=True)
        unit = self.filling.unit
        if tables & {"unit", "unit_owner"} and unit is not None:
            self.frame.work.look(
                self, get_unit, unit.id, done=partial(self._see_unit, unit)
            )

    def _see_unit(self, before: UnitRow, now: UnitRow | None) -> None:
        if self.filling.unit != before:
            return
        if now is None or not now.is_active:
            self.filling.unit_is_gone()
        else:
            self.filling.take_unit(now)
            self.questions.ask(again=True)
