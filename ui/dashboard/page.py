"""看板: one range of days in figures, and the slips behind every one of them."""

import json
from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from app.statistics import load_statistics_report
from app.statistics_clerk import BehindClerk
from models.statistics import Behind, Dimension
from models.statistics_report import StatisticsReport
from ui.dashboard.asked import Asked, has_parts
from ui.dashboard.behind_pane import BehindPane
from ui.dashboard.chosen import ChosenDays, Days
from ui.dashboard.days_bar import DaysBar
from ui.dashboard.overview import Overview
from ui.dashboard.paper import DashboardPaper
from ui.dashboard.people_lines import (
    clerk_lines,
    clerk_titles,
    technician_lines,
    technician_titles,
)
from ui.dashboard.people_table import PeopleTable
from ui.finance.tab_strip import TabStrip
from ui.kit.label import Hairline
from ui.kit.layout import column, pane
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.tasks import Job, Lane

NAME = "dashboard.state"
TABLES = frozenset(
    {
        "slip",
        "slip_return",
        "feedback",
        "inspection",
        "callback",
        "return_check",
        "ledger_entry",
        "waiver",
        "finance_period",
        "gap_case",
        "setting",
    }
)
_MINUTE = timedelta(minutes=1)
AGAIN_MS = 2_000
"""Changes that follow each other within this are counted together."""
OVERVIEW, TECHNICIANS, CLERKS = "overview", "technicians", "clerks"


class DashboardPage(Page):
    """The range above, the tabs under it; what is behind a figure in their place."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._job: Job | None = None
        self._left: QWidget | None = None
        self._held: QWidget | None = None
        self.report: StatisticsReport | None = None
        self.chosen = ChosenDays(frame, self)
        self._counted = self.chosen.days
        self.strip = TabStrip(
            [
                (OVERVIEW, self.tr("Overview")),
                (TECHNICIANS, self.tr("Technicians")),
                (CLERKS, self.tr("At the desk")),
            ]
        )
        self.strip.wanted.connect(self.enter)
        self._head = pane("surface")
        self._stack = QStackedWidget()
        whole = column(self._head, Hairline(), self._stack, spacing=0, on=self)
        whole.setStretch(2, 1)
        self.bar = DaysBar(frame, self.chosen, self.strip)
        column(self.bar, margins=(24, 10, 24, 0), on=self._head)
        self.overview = Overview(frame, self._stack)
        self.overview.wanted.connect(self.look_behind)
        self.overview.opened.connect(self._open_slip)
        self.people: dict[str, PeopleTable] = {}
        self.behind: BehindPane | None = None
        self._paper = DashboardPaper(frame, self)
        self._stack.addWidget(self.overview)
        self.tab = OVERVIEW
        self._restore()
        self._waiting = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._asking = WhenSeen(self, self.ask)
        self._waiting.timeout.connect(self._asking.do)
        self.chosen.changed.connect(self._after_choice)
        self.bar.print.clicked.connect(self.print_page)
        frame.work.changed.connect(self._after_change)
        for name, step in (
            ("dashboard.next_tab", lambda: self.turn(1)),
            ("dashboard.previous_tab", lambda: self.turn(-1)),
        ):
            QShortcut(QKeySequence(BY_ID[name].keys), self).activated.connect(step)

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        return (
            *self.overview.rest_to_make(),
            lambda: self._people(TECHNICIANS),
            lambda: self._people(CLERKS),
            self._behind_pane,
        )

    # What is counted.

    def ask(self) -> None:
        """Count the figures of the range, as known now.

        A year of a large book takes seconds: lists that are looked at do not wait
        behind it.
        """
        self._waiting.stop()
        if not self.shows_behind and self.chosen.keep_up():
            return  # that asks
        if self._job is not None:
            self._job.drop()
        days = self.chosen.days
        self._job = self.frame.work.look(
            self,
            load_statistics_report,
            self.chosen.span,
            done=lambda report: self._put(report, days),
            ended=self._end,
            lane=Lane.IDS,
        )

    def _end(self) -> None:
        self._job = None

    @property
    def is_counting_soon(self) -> bool:
        """Whether something changed that is not counted yet."""
        return self._waiting.isActive()

    def _put(self, report: StatisticsReport, days: Days) -> None:
        self.report, self._counted = report, days
        self.bar.show_known(report.now.span, report.before.span)
        self.overview.put(report)
        for tab_id in self.people:
            self._put_people(tab_id)

    @Slot()
    def _after_choice(self) -> None:
        self.leave_behind()
        self._asking.do()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES and not self._waiting.isActive():
            self._waiting.start()

    # The tabs.

    @Slot(str)
    def enter(self, tab_id: str) -> None:
        """Bring a tab to the front; who came by the strip stays on it."""
        self.tab = tab_id
        self._left = None
        self.strip.mark(tab_id)
        self._head.show()
        front: QWidget = self.overview
        if tab_id == OVERVIEW:
            self.overview.make_rest()
        else:
            front = self._people(tab_id)
        self._stack.setCurrentWidget(front)
        if self.isVisible() and not self.strip.tab(tab_id).hasFocus():
            self._focus()

    def turn(self, by: int) -> None:
        """Go to the next tab (1) or the one before (-1), round and round."""
        tabs = [OVERVIEW, TECHNICIANS, CLERKS]
        self.enter(tabs[(tabs.index(self.tab) + by) % len(tabs)])

    def _people(self, tab_id: str) -> PeopleTable:
        if tab_id not in self.people:
            name = {
                TECHNICIANS: self.tr("Figures of each technician"),
                CLERKS: self.tr("Figures of each person at the desk"),
            }[tab_id]
            made = PeopleTable(name)
            made.opened.connect(self._look_behind_person)
            self.people[tab_id] = made
            self._stack.addWidget(made)
            self._put_people(tab_id)
        return self.people[tab_id]

    def _put_people(self, tab_id: str) -> None:
        if self.report is None:
            return
        table = self.people[tab_id]
        if tab_id == TECHNICIANS:
            lines = technician_lines(self.report.technicians)
            table.show_lines(technician_titles(), lines)
        else:
            table.show_lines(clerk_titles(), clerk_lines(self.report.clerks))

    def _focus(self) -> None:
        if self.shows_behind:
            assert self.behind is not None
            self.behind.arrive()
        elif self.tab == OVERVIEW:
            self.overview.first_cell().setFocus()
        else:
            self.people[self.tab].setFocus()

    # What is behind a figure.

    @property
    def shows_behind(self) -> bool:
        """Whether the slips behind a figure stand in front."""
        return self.behind is not None and self._stack.currentWidget() is self.behind

    def _behind_pane(self) -> BehindPane:
        if self.behind is None:
            self.behind = BehindPane(self.frame)
            self.behind.left.connect(self.leave_behind)
            self._stack.addWidget(self.behind)
        return self.behind

    @Slot(object)
    def look_behind(self, asked: Asked) -> None:
        """Show the slips behind a figure in place of the figures."""
        if self.report is None:
            return
        self._left = QApplication.focusWidget()
        pane_of_slips = self._behind_pane()
        pane_of_slips.show_asked(asked, self.report)
        self._head.hide()
        self._stack.setCurrentWidget(pane_of_slips)
        pane_of_slips.arrive()

    @Slot(object, str)
    def _look_behind_person(self, behind: Behind | BehindClerk, title: str) -> None:
        if self.report is not None:
            now = self.report.now
            can_turn = isinstance(behind, Behind) and has_parts(now.figure(behind.key))
            self.look_behind(Asked(now.span, behind, title, has_parts=can_turn))

    @Slot()
    def leave_behind(self) -> None:
        """Back to the figures, to the one that was looked behind."""
        if not self.shows_behind:
            return
        left = self._left
        self.enter(self.tab)
        if left is not None and isValid(left) and left.isVisible():
            left.setFocus()

    @Slot(int)
    def _open_slip(self, slip_id: int) -> None:
        self.frame.show_page("slip", slip_id)

    @Slot()
    def print_page(self) -> None:
        """Show the one page of paper with the figures that are shown."""
        if self.report is not None:
            # What is chosen may still be counted.
            self._paper.show(self.report, self._counted)

    # What the window tells.

    def arrive(self) -> None:
        if self._stack.currentWidget() is self.overview:
            self.overview.make_rest()
        held = self._held
        if held is not None and isValid(held) and held.isVisibleTo(self):
            held.setFocus()
        else:
            self._focus()
        if self._job is None and self._is_old():
            self.ask()

    def _is_old(self) -> bool:
        """Whether the figures are not those of this minute."""
        if self.report is None:
            return True
        return self.frame.work.desk.now() - self.report.now.span.at > _MINUTE

    def look_at(self, thing: object) -> None:
        """``thing``: a tab's id, or a ``Days``."""
        if isinstance(thing, str):
            self.enter(thing)

    def leave(self) -> None:
        kept = {
            **self.chosen.kept(),
            "tab": self.tab,
            "split": self.overview.dimension,
        }
        self.frame.state.set_text(NAME, json.dumps(kept))

    def _restore(self) -> None:
        try:
            kept = json.loads(self.frame.state.text(NAME))
            self.chosen.restore(kept)
            self.overview.tell_apart(Dimension(kept["split"]))
            tab = kept["tab"]
        except (ValueError, TypeError, KeyError):
            tab = OVERVIEW
        self.tab = tab if tab in (TECHNICIANS, CLERKS) else OVERVIEW
        self.strip.mark(self.tab)
        if self.tab != OVERVIEW:
            self._stack.setCurrentWidget(self._people(self.tab))
        self.bar.show_days()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Who comes back from a slip finds the row it was opened from.
        self._held = self.focusWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.shows_behind:
            self.leave_behind()
            return
        super().keyPressEvent(event)
