"""回访: whom to call at the left; the words and the answers at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.callback import CalledBack, call_back
from app.callback_view import CallbackView, load_callback_view
from app.callback_work import CallbackWork, load_callback_work
from app.errors import Refusal, Trouble
from app.slip_refusals import CalledMeanwhile
from models.callback import CallbackResult
from ui.callback.drafts import FormDrafts
from ui.callback.form import KEYS_OF_OPINIONS
from ui.callback.form_pane import CallbackPane
from ui.callback.list_pane import CallbackList
from ui.callback.sheet import CallbackPaper
from ui.kit.keys_ahead import KeysAhead
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.moment import Moments

TABLES = frozenset({"slip", "callback", "inspection", "setting", "reason_code"})
ROOM = "callback"
LEFT, NARROW_LEFT = 384, 352
WIDE_WINDOW = 1400
TICK_MS = 30_000


class CallbackPage(Page):
    """Answers by key, Enter saves and calls up the next."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._moments = Moments(frame.work)
        self.view: CallbackView | None = None
        self._is_saving = False
        self._wants_first = True
        self._takes_keyboard = False
        self.drafts = FormDrafts(frame.work, ROOM, self)
        self._left = pane("sunken")
        whole = row(self._left, spacing=0, on=self)
        self.list = CallbackList(self._moments)
        column(self.list, spacing=0, on=self._left)
        self.list.cards.chosen.connect(self.look_at)
        self.list.cards.opened.connect(self._enter)
        self.paper = CallbackPaper(frame, self)
        self.list.sheet.clicked.connect(self._offer_sheet)
        self.pane = right = CallbackPane(self._moments, self)
        whole.addWidget(right, 1)
        self.head, self.form, self.attempts = right.head, right.form, right.attempts
        self.save, self.unreachable = right.save, right.unreachable
        self.head.opened.connect(self._open_slip)
        self.form.edited.connect(self._note)
        self.save.clicked.connect(self.submit)
        self.unreachable.clicked.connect(self._press_unreachable)
        self._steps: dict[str, Callable[[], object]] = {}
        self._bind_keys()
        self._ahead = KeysAhead(self)
        self._asking = WhenSeen(self, self.ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._after_desk)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()
        self.drafts.load(self.ask)

    def _bind_keys(self) -> None:
        """Letters and digits answer wherever no text is typed."""

        def bind(action_id: str, step: Callable[[], object]) -> None:
            keys = QShortcut(QKeySequence(BY_ID[action_id].keys), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(step)
            self._steps[BY_ID[action_id].keys] = step

        for opinion in KEYS_OF_OPINIONS:
            answer = partial(self._answer, "satisfaction", opinion)
            bind(f"callback.{opinion.value}", answer)
        bind("callback.works", partial(self._answer, "is_normal", True))
        bind("callback.fails", partial(self._answer, "is_normal", False))
        bind("callback.unreachable", self._press_unreachable)

    def arrive(self) -> None:
        if self.view is not None:
            self.form.result.setFocus()
        else:
            self._takes_keyboard = True
            self.list.cards.setFocus()

    @Slot(int)
    def look_at(self, thing: object) -> None:
        """Take up a slip by its id."""
        if isinstance(thing, int) and not isinstance(thing, bool):
            self._wants_first = False
            self.frame.work.look(
                self,
                load_callback_view,
                thing,
                done=self._put,
                refused=self._lost,
                ended=self._after_looking,
            )

    @Slot()
    def ask(self) -> None:
        """Ask for the list again."""
        self.frame.work.look(self, load_callback_work, done=self._put_work)

    def rescue(self) -> Trouble | None:
        return self.drafts.rescue()

    def leave(self) -> None:
        self._ahead.let_go()
        self.drafts.rescue()

    def problem(self) -> str:
        """What is wrong with what was typed."""
        return self.pane.problem.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and plain == Qt.KeyboardModifier.NoModifier:
            self.submit()
        # What was typed ahead is handed on as a key: no shortcut takes it.
        elif self._ahead.is_handing_on and event.text().upper() in self._steps:
            self._steps[event.text().upper()]()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    @Slot()
    def _after_desk(self) -> None:
        trouble = self.drafts.let_go()
        if trouble is not None:
            self.frame.say(
                Kind.FAILED,
                self.tr("What was typed is not saved"),
                self.frame.sentence(trouble),
            )
        self.drafts.load(self._put_back_typed)
        self._asking.do()

    def _put_back_typed(self) -> None:
        if self.view is not None:
            self._put(self.view)

    def _put_work(self, work: CallbackWork) -> None:
        self.list.show_work(work, self.frame.work.desk.now())
        if self.view is not None:
            self.list.cards.choose(self.view.slip_id, shows=False)
        elif self._wants_first and work.rows:
            self.look_at(work.rows[0].slip_id)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self.list.refresh(self.frame.work.desk.now())

    def _put(self, view: CallbackView) -> None:
        """Show a slip; an empty form, or what was typed in it before."""
        is_in_list = self.list.cards.hasFocus() and not self._takes_keyboard
        self._takes_keyboard = False
        self.view = view
        centre = self.frame.work.desk.centre_name
        self.pane.show_slip(view, centre, self.drafts.of(view.slip_id))
        self.set_subject(view.number)
        self.list.cards.choose(view.slip_id)
        if not is_in_list and self.isVisible():
            self.form.result.setFocus()
        if not self._is_saving:
            self._ahead.hand_on()

    def _lost(self, refusal: Refusal) -> None:
        self.frame.refuse(refusal)

    def _after_looking(self) -> None:
        # Told before what was found is shown.
        QTimer.singleShot(0, self, self._show_what_is_there)

    def _show_what_is_there(self) -> None:
        if self.view is None:
            self._ahead.let_go()
            self._show_nothing()

    def _show_nothing(self) -> None:
        self.view = None
        self.pane.show_nothing()
        self.set_subject("")

    @Slot(int)
    def _enter(self, slip_id: int) -> None:
        """Enter in the list: save what was answered by key, else go into the form."""
        if self.view is None or self.view.slip_id != slip_id:
            self.look_at(slip_id)
        elif self.form.has_answer():
            self.submit()
        else:
            self.form.result.setFocus()

    def _answer(self, name: str, value: object) -> None:
        if self.view is not None and self.save.isEnabled():
            self.form.answer(name, value)

    @Slot()
    def _press_unreachable(self) -> None:
        """One key notes an attempt, unless something was answered already."""
        if self.view is None or not self.save.isEnabled():
            return
        was_answered = self.form.has_answer()
        self.form.answer("result", CallbackResult.UNREACHABLE)
        if not was_answered:
            self.submit()

    @Slot(str)
    def _note(self, name: str) -> None:
        """What is typed belongs to its slip until the call is saved."""
        if self.view is not None:
            typed = self.form.field(name).typed()
            self.drafts.note(self.view.slip_id, name, typed)

    @Slot()
    def submit(self) -> None:
        """Save the call as it was typed and call up the next slip."""
        if self.view is None or self._is_saving or not self.view.may_call:
            return
        self.form.forget_problems()
        self.pane.problem.say(None)
        if self.form.values() is None:
            return
        self._is_saving = True
        held = self.window().focusWidget()
        # Nothing that is pressed from here on is about this slip.
        self._ahead.hold()
        self.setFocus()
        self.save.setEnabled(False)
        order = self.form.order()
        self.frame.work.change(
            self,
            call_back,
            order,
            done=partial(self._saved, self.view.slip_id, order.result),
            refused=self._refused,
            ended=partial(self._after_saving, held),
        )

    def _after_saving(self, held: QWidget | None) -> None:
        self._is_saving = False
        self.save.setEnabled(self.view is not None and self.view.may_call)
        QTimer.singleShot(0, self, partial(self._go_on, self.view, held))

    def _go_on(self, view: CallbackView | None, held: QWidget | None) -> None:
        """It was not saved: the slip is still in hand, and so is the keyboard."""
        if view is None or self.view is None or self.view.slip_id != view.slip_id:
            return
        self._ahead.let_go()
        if held is not None and self.hasFocus():
            held.setFocus()

    def _saved(self, slip_id: int, result: CallbackResult, call: CalledBack) -> None:
        self.drafts.forget(slip_id)
        following = self.list.after(slip_id)
        open_it = Offer(
            action_text("slip.open"), partial(self.frame.show_page, "slip", slip_id)
        )
        if call.is_followed:
            head = self.tr("{number} is followed").format(number=call.number)
            text = self.tr("Dissatisfied: it stays on top until another call.")
            self.frame.say(Kind.WAITS, head, text, [open_it])
        else:
            said = self.tr("Call {attempt} noted").format(attempt=call.attempt)
            if result is not CallbackResult.REACHED:
                said = self.tr("Attempt {attempt} noted").format(attempt=call.attempt)
            self.frame.say(Kind.DONE, call.number, said, [open_it])
        if following is None:
            self._ahead.let_go()
            self._show_nothing()
            self.list.cards.setFocus()
        else:
            self.view = None
            self.look_at(following)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self.frame.sentence(refusal)
        field = str(getattr(refusal, "field", ""))
        if not self.form.show_problem(field, sentence):
            self.pane.problem.say(sentence)
        if isinstance(refusal, CalledMeanwhile) and self.view is not None:
            self.frame.work.look(
                self, load_callback_view, self.view.slip_id, done=self._know
            )

    def _know(self, view: CallbackView) -> None:
        """Another desk noted a call: it is seen, and what was typed here stays."""
        if self.view is not None and self.view.slip_id == view.slip_id:
            self.view = view
            self.form.know(view)
            self.attempts.show_calls(view.calls)

    @Slot()
    def _open_slip(self) -> None:
        if self.view is not None:
            self.frame.show_page("slip", self.view.slip_id)

    @Slot()
    def _offer_sheet(self) -> None:
        button = self.list.sheet
        self.paper.offer(button.mapToGlobal(QPoint(0, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= WIDE_WINDOW
        self._left.setFixedWidth(LEFT if is_wide else NARROW_LEFT)
