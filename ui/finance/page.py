"""财务: one period is looked at, through the tabs of the room."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from app.errors import Trouble
from app.finance_count import FinanceCount, count_finance
from models.copy_scheme import CopyRole
from models.staff import Permission
from ui.finance.chosen import ChosenPeriod
from ui.finance.period_picker import NARROW, WIDTH, PeriodPicker
from ui.finance.statement_export import StatementExport
from ui.finance.tab import FinanceTab
from ui.finance.tab_strip import TabStrip
from ui.finance.tabs import BY_ID, TABS, make_tab, tab_text
from ui.kit.button import Look
from ui.kit.label import Hairline
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.shell.page import Page

if TYPE_CHECKING:
    from ui.scanner.code import Code

WIDE_WINDOW = 1400
COUNTED = frozenset({"finance_copy", "handover_batch", "handover_copy", "waiver"})


class FinancePage(Page):
    """The period above, the tabs under it; a tab is made when it is first entered."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.period = ChosenPeriod(frame, self)
        self.picker = PeriodPicker(frame, self.period)
        self.strip = TabStrip([(tab.id, tab_text(tab.id)) for tab in TABS])
        self.strip.wanted.connect(self.enter)
        self._tabs: dict[str, FinanceTab] = {}
        self._stack = QStackedWidget()
        self._export = StatementExport(frame, self)
        self.export = action_button("finance.export", Look.LINK)
        self.export.clicked.connect(self.export_statement)
        self._lay_out()
        for name, step in (
            ("finance.before", lambda: self.period.step(-1)),
            ("finance.after", lambda: self.period.step(1)),
            ("finance.next_tab", lambda: self.turn(1)),
            ("finance.previous_tab", lambda: self.turn(-1)),
        ):
            QShortcut(QKeySequence(ACTIONS[name].keys), self).activated.connect(step)
        self._counting = WhenSeen(self, self._count)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._show_allowed)

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        return (self._show_allowed,)

    def _lay_out(self) -> None:
        head = pane("surface")
        across = row(self.picker, None, self.export, spacing=16)
        column(across, self.strip, spacing=8, margins=(24, 12, 24, 0), on=head)
        whole = column(head, Hairline(), self._stack, spacing=0, on=self)
        whole.setStretch(2, 1)

    def front(self) -> FinanceTab | None:
        """The tab in front."""
        tab = self._stack.currentWidget()
        return tab if isinstance(tab, FinanceTab) else None

    def tab(self, tab_id: str) -> FinanceTab:
        """A tab, made if it was not entered yet."""
        if tab_id not in self._tabs:
            made = make_tab(tab_id, self.frame, self.period, self._stack)
            self._tabs[tab_id] = made
            self._stack.addWidget(made)
            if self.period.row is not None:
                made.show_period()
        return self._tabs[tab_id]

    @Slot(str)
    def enter(self, tab_id: str) -> FinanceTab:
        """Bring a tab to the front; who came by the strip stays on it."""
        tab = self.tab(tab_id)
        self._stack.setCurrentWidget(tab)
        self.strip.mark(tab_id)
        if self.isVisible() and not self.strip.tab(tab_id).hasFocus():
            tab.arrive()
        return tab

    def turn(self, by: int) -> None:
        """Go to the next tab (1) or the one before (-1), round and round."""
        shown = self.strip.shown()
        front = next(
            (name for name, tab in self._tabs.items() if tab is self.front()), ""
        )
        if front in shown:
            self.enter(shown[(shown.index(front) + by) % len(shown)])

    @Slot()
    def _show_allowed(self) -> None:
        permissions = self.frame.work.desk.permissions
        for tab in TABS:
            self.strip.tab(tab.id).setVisible(tab.may_enter(permissions))
        self.export.setVisible(Permission.READ_BOOKS in permissions)
        shown = self.strip.shown()
        front = self.front()
        if shown and (front is None or front not in map(self._tabs.get, shown)):
            self.enter(shown[0])

    @Slot()
    def export_statement(self) -> None:
        """Write the statement of the chosen period into a workbook or onto paper."""
        if self.period.row is not None:
            self._export.start(self.period.row)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & COUNTED:
            self._counting.do()

    def _count(self) -> None:
        self.frame.work.look_quietly(
            self, count_finance, done=self._show_counts, failed=lambda _: None
        )

    def _show_counts(self, counts: FinanceCount) -> None:
        for tab in TABS:
            if tab.badge:
                self.strip.tab(tab.id).show_count(getattr(counts, tab.badge))

    def arrive(self) -> None:
        self._show_allowed()
        self.period.ask()
        self._count()
        front = self.front()
        if front is not None:
            front.arrive()

    def leave(self) -> None:
        for tab in self._tabs.values():
            tab.leave()

    def rescue(self) -> Trouble | None:
        troubles = [tab.rescue() for tab in self._tabs.values()]
        return next((each for each in troubles if each is not None), None)

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        """What the tab in front has no use for goes into the bundle, if it may be a
        finance copy.
        """
        front = self.front()
        if front is not None and front.take_scan(codes):
            return True
        desk = self.frame.work.desk
        finance_copies = {
            copy_no
            for roles in desk.schemes.values()
            for copy_no, role in roles.items()
            if role is CopyRole.FIN
        }
        is_finance = codes[0].copy_no is None or codes[0].copy_no in finance_copies
        if not is_finance or not desk.may(Permission.HAND_OVER_COPY):
            return False
        return self.enter("handover").take_scan(codes)

    def look_at(self, thing: object) -> None:
        """``thing``: a tab's id, or (a tab's id, what the tab is to show)."""
        tab_id, what = thing if isinstance(thing, tuple) else (thing, None)
        if isinstance(tab_id, str) and tab_id in BY_ID:
            tab = self.enter(tab_id)
            if what is not None:
                tab.look_at(what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= WIDE_WINDOW
        self.picker.field.setFixedWidth(WIDTH if is_wide else NARROW)
