"""减免: what waits to be decided, what was; asking, deciding, recording from paper."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import Refusal, Trouble
from app.slip_scan import find_scanned
from app.waiver_list import (
    AskWaiver,
    WaiverOutlook,
    WaiverView,
    WaiverWork,
    load_waiver_view,
    load_waiver_work,
    look_ahead,
)
from models.staff import Permission
from ui.day.day_paper import DayPaper
from ui.finance.chosen import ChosenPeriod
from ui.finance.tab import FinanceTab
from ui.finance.waiver_ask import AskPane
from ui.finance.waiver_asking import Asking
from ui.finance.waiver_case import CasePane
from ui.finance.waiver_deciding import Deciding
from ui.finance.waiver_lines import SLIP, WAIVER, Choice
from ui.finance.waiver_list_pane import WaiverListPane
from ui.finance.waiver_paper import waiver_form, waiver_sheet
from ui.kit.label import Label, Tone
from ui.kit.layout import pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID
from ui.shell.frame import Frame, Kind
from ui.slip.moment import Moments
from ui.tasks import Job
from ui.theme.typeface import INPUT

if TYPE_CHECKING:
    from ui.scanner.code import Code

TABLES = frozenset({"waiver", "ledger_entry", "slip", "quote", "setting", "staff"})
LEFT, NARROW_LEFT = 400, 352
WIDE_WINDOW = 1400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class WaiverTab(FinanceTab):
    """The list at the left; a request, or asking for one, at the right."""

    def __init__(self, frame: Frame, period: ChosenPeriod, parent: QWidget) -> None:
        super().__init__(frame, period, parent)
        moments = Moments(frame.work)
        self._takes_keyboard = False
        self._wants_first = True
        self._job: Job | None = None
        self._choice: Choice | None = None
        self.paper = DayPaper(frame, self)
        self.list = WaiverListPane(moments)
        self.ask = AskPane(moments)
        self.case = CasePane(moments)
        self.asking = Asking(frame, self.ask)
        self.deciding = Deciding(frame, self.case)
        self._nothing = Label("", INPUT, tone=Tone.SECOND, may_wrap=True)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._right = QStackedWidget()
        for part in (self._nothing, self.ask, self.case):
            self._right.addWidget(part)
        self._left = pane("sunken")
        row(self.list, on=self._left)
        row(self._left, self._right, spacing=0, on=self).setStretch(1, 1)
        self._connect()
        self._looking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._after_desk)
        self._load_drafts()

    def _connect(self) -> None:
        self.list.asked.connect(self._ask)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.list.sheet.clicked.connect(self._print_sheet)
        self.asking.asked.connect(self._after_asking)
        self.deciding.ended.connect(self._after_deciding)
        self.deciding.overtaken.connect(self._ask)
        for part in (self.asking, self.deciding):
            part.print_wanted.connect(self._print)
        for shown in (self.ask, self.case):
            shown.opened.connect(self._open_slip)
        self.case.print.clicked.connect(self._print_form)
        shortcut = QShortcut(QKeySequence(BY_ID["waiver.open"].keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._open_slip)

    def _load_drafts(self) -> None:
        """Take up what was half typed, then ask for the list."""
        self.asking.drafts.load(partial(self.deciding.drafts.load, self._ask))

    def show_period(self) -> None:
        self._ask()

    def arrive(self) -> None:
        self.list.come_here()

    def leave(self) -> None:
        self.rescue()

    def rescue(self) -> Trouble | None:
        both = (self.asking.drafts.rescue(), self.deciding.drafts.rescue())
        return next((each for each in both if each is not None), None)

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        numbers = tuple(code.number for code in codes)
        self._takes_keyboard = True
        self.frame.work.look(
            self, _load_scanned, numbers, done=self._begin, refused=self._lost
        )
        return True

    def look_at(self, thing: object) -> None:
        """``thing``: a slip to ask for, by its id, or a choice of the list."""
        if isinstance(thing, int) and not isinstance(thing, bool):
            thing = (SLIP, thing)
        if isinstance(thing, tuple):
            self._enter(thing)

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
        if self._choice is not None:
            self.list.mark(self._choice)
            return
        self._say_nothing(work)
        if self._wants_first and work.pending:
            self._choose((WAIVER, work.pending[0].id))

    def _say_nothing(self, work: WaiverWork) -> None:
        self._right.setCurrentWidget(self._nothing)
        if not self.frame.work.desk.may(Permission.APPLY_WAIVER):
            text = self.tr("Choose a request at the left.")
        elif work.waiting or work.decided:
            text = self.tr(
                "Choose a request at the left, or look for the slip of a new one."
            )
        else:
            text = self.tr(
                "Nothing waits. Look for the slip whose fee is to be waived."
            )
        self._nothing.say(text)

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
            look: Callable[..., Any] = load_waiver_view
            asked: Any = key
        else:
            look = look_ahead
            outlook = self.ask.outlook
            is_in_hand = outlook is not None and outlook.slip_id == key
            asked = self.ask.form.asked(key) if is_in_hand else AskWaiver(key)
        self.frame.work.look(self, look, asked, done=done, refused=self._lost)

    def _begin(self, found: WaiverView | WaiverOutlook) -> None:
        self._wants_first = False
        if isinstance(found, WaiverOutlook):
            self._choice = (SLIP, found.slip_id)
            self._right.setCurrentWidget(self.ask)
            self.asking.begin(found)
        else:
            self._choice = (WAIVER, found.row.id)
            self._right.setCurrentWidget(self.case)
            self.deciding.begin(found, self.list.directors)
        self.list.mark(self._choice)
        if not self._takes_keyboard:
            return
        self._takes_keyboard = False
        if isinstance(found, WaiverOutlook):
            self.ask.focus_form()
        else:
            self.case.focus_decision()

    def _know(self, found: WaiverView | WaiverOutlook) -> None:
        """Something was written meanwhile: it is seen, and what was typed stays."""
        if isinstance(found, WaiverOutlook):
            if self._choice == (SLIP, found.slip_id):
                self.asking.know(found)
        elif self._choice == (WAIVER, found.row.id):
            self.deciding.know(found, self.list.directors)

    def _lost(self, refusal: Refusal) -> None:
        self._takes_keyboard = False
        self.frame.refuse(refusal)

    @Slot(int)
    def _after_asking(self, waiver_id: int) -> None:
        self.list.look_for("")
        self._enter((WAIVER, waiver_id))

    @Slot(int)
    def _after_deciding(self, waiver_id: int) -> None:
        """On with the next that waits; the last one shows how it ended."""
        following = self.list.after((WAIVER, waiver_id))
        if following is not None:
            self._enter(following)
        else:
            self.list.list.setFocus()

    @Slot(int)
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
            self._looking.do()

    @Slot()
    def _after_desk(self) -> None:
        for part in (self.asking, self.deciding):
            trouble = part.drafts.let_go()
            if trouble is not None:
                self.frame.say(
                    Kind.FAILED,
                    self.tr("What was typed is not saved"),
                    self.frame.sentence(trouble),
                )
        self._choice = None
        self._wants_first = True
        self._right.setCurrentWidget(self._nothing)
        self._load_drafts()

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
