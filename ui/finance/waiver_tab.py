"""减免: what waits to be decided, what was; asking, deciding, recording from paper."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from app.errors import Refusal, Trouble
from app.slip_scan import find_scanned
from app.waiver import (
    AppliedWaiver,
    DecideWaiver,
    WithdrawWaiver,
    apply_waiver,
    decide_waiver,
    withdraw_waiver,
)
from app.waiver_list import (
    AskWaiver,
    WaiverOutlook,
    WaiverView,
    WaiverWork,
    load_waiver_view,
    load_waiver_work,
    look_ahead,
)
from app.waiver_refusals import WaiverIsDecided, WaiverNoLongerFits
from models.money import format_money
from models.staff import Permission
from ui.callback.drafts import FormDrafts
from ui.day.day_paper import DayPaper
from ui.finance.chosen import ChosenPeriod
from ui.finance.tab import FinanceTab
from ui.finance.waiver_ask import AskPane
from ui.finance.waiver_case import CasePane
from ui.finance.waiver_lines import SLIP, WAIVER, Choice
from ui.finance.waiver_list_pane import WaiverListPane
from ui.finance.waiver_paper import waiver_form, waiver_sheet
from ui.finance.waiver_word import split_text, who_signs
from ui.kit.label import Label, Tone
from ui.kit.layout import pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.event_text import COMMA
from ui.slip.moment import Moments
from ui.tasks import Job
from ui.theme.typeface import INPUT

if TYPE_CHECKING:
    from ui.scanner.code import Code

TABLES = frozenset({"waiver", "ledger_entry", "slip", "quote", "setting", "staff"})
ASKED, DECIDED = "waiver", "waived"
"""Under what the two forms are kept while they are half typed."""
TYPED_MS = 200
LEFT, NARROW_LEFT = 400, 352
WIDE_WINDOW = 1400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class WaiverTab(FinanceTab):
    """The list at the left; a request, or asking for one, at the right."""

    def __init__(self, frame: Frame, period: ChosenPeriod) -> None:
        super().__init__(frame, period)
        self._moments = Moments(frame.work)
        self._is_saving = False
        self._takes_keyboard = False
        self._wants_first = True
        self._job: Job | None = None
        self._looking: Job | None = None
        self._choice: Choice | None = None
        self.asked = FormDrafts(frame.work, ASKED, self)
        self.decided = FormDrafts(frame.work, DECIDED, self)
        self.paper = DayPaper(frame, self)
        self.list = WaiverListPane(self._moments)
        self.ask = AskPane(self._moments)
        self.case = CasePane(self._moments)
        self._nothing = Label("", INPUT, tone=Tone.SECOND, may_wrap=True)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._right = QStackedWidget()
        for part in (self._nothing, self.ask, self.case):
            self._right.addWidget(part)
        self._left = pane("sunken")
        row(self.list, on=self._left)
        row(self._left, self._right, spacing=0, on=self).setStretch(1, 1)
        self._soon = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._soon.timeout.connect(self.look_again)
        self._connect()
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._after_desk)
        self.asked.load(lambda: self.decided.load(self._ask))

    def _connect(self) -> None:
        self.list.asked.connect(self._ask)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.list.sheet.clicked.connect(self._print_sheet)
        self.ask.form.edited.connect(self._note_asked)
        self.ask.save.clicked.connect(self.submit)
        self.ask.opened.connect(self._open_slip)
        self.case.form.edited.connect(self._note_decided)
        self.case.approve.clicked.connect(partial(self.decide, True))
        self.case.reject.clicked.connect(partial(self.decide, False))
        self.case.print.clicked.connect(self._print_form)
        self.case.withdraw.clicked.connect(self._withdraw)
        self.case.opened.connect(self._open_slip)
        self._bind("waiver.open", self._open_slip)

    def _bind(self, action_id: str, step: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(BY_ID[action_id].keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(step)

    # what the room asks of a tab

    def show_period(self) -> None:
        self._ask()

    def arrive(self) -> None:
        self.list.come_here()

    def leave(self) -> None:
        self.rescue()

    def rescue(self) -> Trouble | None:
        troubles = (self.asked.rescue(), self.decided.rescue())
        return next((each for each in troubles if each is not None), None)

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        numbers = tuple(code.number for code in codes)
        self._takes_keyboard = True
        self.frame.work.look(
            self, _load_scanned, numbers, done=self._begin_asking, refused=self._lost
        )
        return True

    def look_at(self, thing: object) -> None:
        """``thing``: a slip to ask for, by its id, or a choice of the list."""
        if isinstance(thing, int) and not isinstance(thing, bool):
            thing = (SLIP, thing)
        if isinstance(thing, tuple):
            self._takes_keyboard = True
            self._choose(thing)

    # the list

    @Slot()
    def _ask(self) -> None:
        if not self.period.code:
            return
        if self._job is not None:
            self._job.drop()
        self._job = self.frame.work.look(
            self,
            load_waiver_work,
            self.period.code,
            self.list.text(),
            done=self._put,
        )
        if self._choice is not None:
            self._load(self._choice, self._know)

    def _put(self, work: WaiverWork) -> None:
        if work.text != self.list.text() or work.period != self.period.code:
            return  # something else is asked for meanwhile
        self.list.show_work(work)
        self.ask.form.offer(work.reasons)
        if self._choice is None:
            self._say_nothing(work)
            if self._wants_first and work.pending:
                self._choose((WAIVER, work.pending[0].id))
        else:
            self.list.mark(self._choice)
        self._wants_first = False

    def _say_nothing(self, work: WaiverWork) -> None:
        self._right.setCurrentWidget(self._nothing)
        if not self.frame.work.desk.may(Permission.APPLY_WAIVER):
            self._nothing.say(self.tr("Choose a request at the left."))
        elif work.pending or work.decided:
            self._nothing.say(
                self.tr(
                    "Choose a request at the left, or look for the slip of a new one."
                )
            )
        else:
            self._nothing.say(
                self.tr("Nothing waits. Look for the slip whose fee is to be waived.")
            )

    @Slot(object)
    def _choose(self, choice: Choice) -> None:
        self._wants_first = False
        self._choice = choice
        self._load(choice, self._begin)

    @Slot(object)
    def _enter(self, choice: Choice) -> None:
        """The form of a row is wanted, with the keyboard in it."""
        self._takes_keyboard = True
        self._choose(choice)

    def _load(self, choice: Choice, done: Callable[[Any], object]) -> None:
        kind, key = choice
        if kind == WAIVER:
            self.frame.work.look(
                self, load_waiver_view, key, done=done, refused=self._lost
            )
        else:
            asked = self.ask.form.asked(key) if done == self._know else AskWaiver(key)
            self.frame.work.look(self, look_ahead, asked, done=done, refused=self._lost)

    def _begin(self, found: WaiverView | WaiverOutlook) -> None:
        if isinstance(found, WaiverOutlook):
            self._begin_asking(found)
        else:
            self._begin_deciding(found)

    def _begin_asking(self, outlook: WaiverOutlook) -> None:
        desk = self.frame.work.desk
        self._choice = (SLIP, outlook.slip_id)
        self._right.setCurrentWidget(self.ask)
        self.ask.begin(desk.actor)
        self.ask.form.set_typed(self.asked.of(outlook.slip_id))
        self._show_outlook(outlook)
        self.list.mark(self._choice)
        if self.ask.form.amount.typed():
            self.look_again()
        if self._takes_keyboard:
            self._takes_keyboard = False
            self.ask.form.amount.setFocus()

    def _show_outlook(self, outlook: WaiverOutlook) -> None:
        why_not = outlook.why_not
        said = "" if why_not is None else self.frame.sentence(why_not)
        self.ask.show_outlook(outlook, said)

    def _begin_deciding(self, view: WaiverView) -> None:
        self._right.setCurrentWidget(self.case)
        self.case.show_view(view, self.frame.work.desk, self.list.directors)
        typed = self.decided.of(view.row.slip_id)
        if typed:
            self.case.form.set_typed(typed)
            self.case.form.show_rows()
        self.list.mark((WAIVER, view.row.id))
        if self._takes_keyboard:
            self._takes_keyboard = False
            self.case.focus_decision()

    def _know(self, found: WaiverView | WaiverOutlook) -> None:
        """Something was written meanwhile: it is seen, and what was typed stays."""
        if isinstance(found, WaiverOutlook):
            if self._choice == (SLIP, found.slip_id):
                self._show_outlook(found)
            return
        if self._choice != (WAIVER, found.row.id):
            return
        was = self.case.view
        if was is not None and was.row.id == found.row.id:
            if was.row.status is found.row.status:
                self.case.know(found, self.frame.work.desk)
            else:
                self._begin_deciding(found)

    def _lost(self, refusal: Refusal) -> None:
        self._takes_keyboard = False
        self.frame.refuse(refusal)

    # asking

    @Slot(str)
    def _note_asked(self, name: str) -> None:
        if self.ask.outlook is None:
            return
        typed = self.ask.form.field(name).typed()
        self.asked.note(self.ask.outlook.slip_id, name, typed)
        if name == "amount":
            self._soon.start()

    @Slot()
    def look_again(self) -> None:
        """Who signs the amount that stands there now."""
        if self._choice is None or self._choice[0] != SLIP:
            return
        if self._looking is not None:
            self._looking.drop()
        asked = self.ask.form.asked(self._choice[1])
        self._looking = self.frame.work.look(
            self, look_ahead, asked, done=self._know, refused=self._lost
        )

    @Slot()
    def submit(self) -> None:
        """Ask for the waiver as it was typed."""
        outlook = self.ask.outlook
        if outlook is None or self._is_saving or self.ask.save.isHidden():
            return
        self.ask.form.forget_problems()
        self.ask.problem.say(None)
        order = self.ask.form.order(outlook.slip_id)
        if order is None:
            return
        self._is_saving = True
        self.ask.save.setEnabled(False)
        self.frame.work.change(
            self,
            apply_waiver,
            order,
            done=partial(self._applied, outlook.slip_id),
            refused=self._refused_asking,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._is_saving = False
        self.ask.save.setEnabled(True)

    def _applied(self, slip_id: int, applied: AppliedWaiver) -> None:
        self.asked.forget(slip_id)
        head = self.tr("{sum} asked to be waived")
        parts = [applied.number, who_signs(applied.need), split_text(applied.split)]
        self.frame.say(
            Kind.WAITS,
            head.format(sum=format_money(applied.need.amount)),
            COMMA.join(part for part in parts if part),
            [
                Offer(
                    action_text("waiver.print"),
                    partial(self._print, applied.id),
                    icon_name="printer",
                )
            ],
        )
        self.list.look_for("")
        self._enter((WAIVER, applied.id))

    def _refused_asking(self, refusal: Refusal) -> None:
        sentence = self.frame.sentence(refusal)
        field = str(getattr(refusal, "field", ""))
        if field == "reason" and not self.ask.form.reason.value():
            self.ask.form.show_problem("reason", sentence)
        elif field == "reason":
            self.ask.form.show_problem("details", sentence)
        elif not self.ask.form.show_problem(field, sentence):
            self.ask.problem.say(sentence)
        self.look_again()

    # deciding

    @Slot(str)
    def _note_decided(self, name: str) -> None:
        if self.case.view is not None:
            typed = self.case.form.field(name).typed()
            self.decided.note(self.case.view.row.slip_id, name, typed)

    def decide(self, is_approved: bool) -> None:
        """Approve or refuse the request in hand."""
        view = self.case.view
        if view is None or self._is_saving:
            return
        self.case.form.forget_problems()
        self.case.problem.say(None)
        order = self.case.form.order(view.row, is_approved)
        if order is not None:
            self._send(decide_waiver, order, view)

    @Slot()
    def _withdraw(self) -> None:
        view = self.case.view
        if view is not None and not self._is_saving:
            order = WithdrawWaiver(view.row.id, self.case.form.note.value())
            self._send(withdraw_waiver, order, view)

    def _send(
        self,
        step: Callable[..., None],
        order: DecideWaiver | WithdrawWaiver,
        view: WaiverView,
    ) -> None:
        self._is_saving = True
        self.frame.work.change(
            self,
            step,
            order,
            done=partial(self._ended, order, view),
            refused=self._refused_deciding,
            ended=self._after_saving,
        )

    def _ended(
        self, order: DecideWaiver | WithdrawWaiver, view: WaiverView, _: None
    ) -> None:
        self.decided.forget(view.row.slip_id)
        if isinstance(order, WithdrawWaiver):
            head = self.tr("{sum}: withdrawn")
        elif order.is_approved:
            head = self.tr("{sum} waived")
        else:
            head = self.tr("{sum} not waived")
        self.frame.say(
            Kind.DONE,
            head.format(sum=format_money(view.row.amount)),
            COMMA.join((view.row.number, view.row.room)),
            [
                Offer(
                    action_text("waiver.print"),
                    partial(self._print, view.row.id),
                    icon_name="printer",
                )
            ],
        )
        following = self.list.after((WAIVER, view.row.id))
        if following is None:
            self._load((WAIVER, view.row.id), self._begin)
            self.list.list.setFocus()
        else:
            self._enter(following)

    def _refused_deciding(self, refusal: Refusal) -> None:
        sentence = self.frame.sentence(refusal)
        field = str(getattr(refusal, "field", ""))
        if not self.case.form.show_problem(field, sentence):
            self.case.problem.say(sentence)
        if isinstance(refusal, WaiverIsDecided | WaiverNoLongerFits):
            self._ask()

    # papers, keys, changes

    def _print(self, waiver_id: int) -> None:
        self.paper.show(self.tr("Waiver form"), waiver_form, waiver_id)

    @Slot()
    def _print_form(self) -> None:
        if self.case.view is not None:
            self._print(self.case.view.row.id)

    @Slot()
    def _print_sheet(self) -> None:
        title = self.tr("List of waivers")
        self.paper.show(title, waiver_sheet, self.period.code)

    @Slot()
    def _open_slip(self) -> None:
        front = self._right.currentWidget()
        if front is self.ask and self.ask.outlook is not None:
            self.frame.show_page("slip", self.ask.outlook.slip_id)
        elif front is self.case and self.case.view is not None:
            self.frame.show_page("slip", self.case.view.row.slip_id)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    @Slot()
    def _after_desk(self) -> None:
        for drafts in (self.asked, self.decided):
            trouble = drafts.let_go()
            if trouble is not None:
                self.frame.say(
                    Kind.FAILED,
                    self.tr("What was typed is not saved"),
                    self.frame.sentence(trouble),
                )
        self._choice = None
        self._wants_first = True
        self._right.setCurrentWidget(self._nothing)
        self.asked.load(lambda: self.decided.load(self._ask))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & _COMMANDS
        held = self.focusWidget()
        if event.key() in _ENTER and is_plain:
            if held is not None and self._right.isAncestorOf(held):
                self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.list.come_here()
            return
        if event.text().isalnum() and is_plain and held is self.list.list:
            # The list takes no sign: something to look for is typed.
            self.list.type(event.text())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= WIDE_WINDOW
        self._left.setFixedWidth(LEFT if is_wide else NARROW_LEFT)


def _load_scanned(session: Any, desk: Any, numbers: tuple[str, ...]) -> WaiverOutlook:
    slip_id = find_scanned(session, desk, numbers)
    return look_ahead(session, desk, AskWaiver(slip_id))
