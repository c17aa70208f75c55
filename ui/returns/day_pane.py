"""The day at the left of the return desk: ring, groups, why not, and its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.kept_form import FormKind
from app.return_check import check_day, unchecked_days
from models.day_check import DayCheck
from models.reason_code import ReasonKind
from models.staff import Permission
from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Hairline, Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.returns.day_end import DayEnd
from ui.returns.day_groups import day_rows, is_out, open_ids
from ui.returns.day_list import DayList
from ui.returns.feedback_form import FeedbackForm
from ui.returns.kept import KeptForms
from ui.returns.legend import Legend, figures
from ui.returns.ring import Ring
from ui.shell.frame import Frame
from ui.slip.desk_lists import DeskLists, load_desk_lists
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION

TABLES = frozenset({"slip", "feedback", "return_check", "gap_case", "slip_copy"})
MINUTE_MS = 60_000
MOST_NAMED = 3
"""So many missed days are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Day:
    """All the pane shows, looked up at one moment."""

    check: DayCheck
    missed: tuple[date, ...]
    lists: DeskLists


class DayPane(QWidget):
    """Live: it follows every desk, and the clock."""

    chosen = Signal(int)
    """The paper of this slip is wanted."""
    done = Signal()
    """The keyboard may go back to the papers."""

    def __init__(
        self, frame: Frame, kept: KeptForms, moments: Moments, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._kept = kept
        self._moments = moments
        self.day: Day | None = None
        self.ring = Ring()
        self.legend = Legend()
        self.list = DayList(self.tr("Slips of today's return check"))
        self.list.chosen_changed.connect(self._ask_why)
        self.list.opened.connect(self._open)
        self._nothing = Label(
            self.tr("Every paper is back."), tone=Tone.SECOND, may_wrap=True
        )
        self._missed = ElidedLabel("", CAPTION, tone=Tone.BAD)
        self.catch_up = Button(self.tr("Run them now"), Look.LINK)
        self.catch_up.clicked.connect(self._ask_missed)
        self._missed_line = QWidget()
        self.feedback = FeedbackForm(frame, kept, moments)
        self.feedback.told.connect(self._after_telling)
        self.feedback.left.connect(self.done)
        self.end = DayEnd(frame, moments)
        self.end.explain.clicked.connect(self.begin_feedback)
        self.end.asking_changed.connect(self._after_asking)
        self.end.made.connect(self._after_end)
        self.end.left.connect(self.done)
        self._lay_out()
        self._asking = WhenSeen(self, self._look)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self.ask)
        kept.changed.connect(self._show_day)

    def _lay_out(self) -> None:
        missed = row(self._missed, self.catch_up, spacing=8)
        missed.setStretch(0, 1)
        column(missed, Hairline(), spacing=6, on=self._missed_line)
        self._missed_line.hide()
        head = row(self.ring, self.legend, spacing=20, margins=(24, 4, 24, 12))
        head.setStretch(1, 1)
        self._nothing.setContentsMargins(12, 12, 12, 12)
        middle = column(
            self._nothing, self.list, None, spacing=0, margins=(12, 0, 12, 0)
        )
        middle.setStretch(1, 100)  # without slips the words stay at the top
        ground = pane("sunken")
        column(ground, spacing=0, on=self)
        column(
            row(self._missed_line, margins=(24, 4, 24, 8)),
            head,
            row(Hairline(), margins=(24, 0, 24, 0)),
            middle,
            column(self.feedback, self.end, spacing=8, margins=(24, 8, 24, 16)),
            spacing=0,
            on=ground,
        ).setStretch(3, 1)
        self._set_known(False)

    def _set_known(self, is_known: bool) -> None:
        """Before the day was counted nothing is said of it."""
        for part in (self.ring, self.legend, self._nothing, self.end):
            part.setVisible(is_known)

    def missed_text(self) -> str:
        """What is said of days without a check."""
        return self._missed.text() if self._missed_line.isVisibleTo(self) else ""

    def mark(self, slip_id: int | None) -> None:
        """The paper of this slip is in hand."""
        self.list.choose(slip_id)
        if slip_id is not None and not self.feedback.has_typed():
            self._ask_why(slip_id)

    @Slot()
    def ask(self) -> None:
        """Count the day again."""
        self._asking.do()

    @Slot()
    def begin_feedback(self) -> None:
        """Type why the marked slip is not back, else the first nobody explained."""
        if self.day is None:
            return
        check = self.day.check
        marked = self.list.chosen()
        waiting = open_ids(check)
        if marked is None or is_out(check, marked) is None:
            marked = waiting[0] if waiting else None
        if marked is not None:
            self.list.choose(marked)
            self._ask_why(marked)
            self.feedback.begin()

    def _look(self) -> None:
        self._frame.work.look(self, _load, done=self._put)

    def _put(self, day: Day) -> None:
        if self.day is None:
            self._set_known(True)
        self.day = day
        self.feedback.offer(day.lists.reasons[ReasonKind.UNFINISHED])
        self._show_day()

    @Slot()
    def _show_day(self) -> None:
        if self.day is None:
            return
        check = self.day.check
        found = figures(check)
        parts = [
            (found[0], Tone.ACCENT),
            (found[1], Tone.WARN),
            (found[2], Tone.SECOND),
        ]
        whole = self.tr("of %n", "", check.set_size)
        self.ring.show_parts(parts, check.set_size, str(found[0] + found[1]), whole)
        self.legend.show_figures(found)
        typed = self._kept.slips(FormKind.RETURN) | self._kept.slips(FormKind.FEEDBACK)
        rows = day_rows(check, self._moments, typed)
        self.list.put(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._show_missed(self.day.missed)
        self.end.show_check(check, self.day.lists.staff)
        self._follow_feedback(check)

    def _show_missed(self, missed: tuple[date, ...]) -> None:
        named = "、".join(f"{day:%m-%d}" for day in missed[-MOST_NAMED:])
        more = "…" if len(missed) > MOST_NAMED else ""
        text = self.tr("%n day(s) without a return check: {days}", "", len(missed))
        self._missed.say(text.format(days=f"{more}{named}"))
        may = self._frame.work.desk.may(Permission.CHECK_RETURNS)
        self.catch_up.setVisible(may)
        self._missed_line.setVisible(bool(missed))

    def _follow_feedback(self, check: DayCheck) -> None:
        """The slip somebody is typing about may have come back at another desk."""
        slip_id = self.feedback.slip_id
        if slip_id is None:
            return
        item = is_out(check, slip_id)
        if item is not None:
            self.feedback.show_slip(item)
        elif self.feedback.has_typed():
            found = next((i for i in check.items if i.slip_id == slip_id), None)
            self.feedback.say_back(found.number if found else "")
        elif self.feedback.has_keyboard():
            # Nothing was typed yet: the next one is asked about instead.
            self.feedback.drop()
            self._go_on(open_ids(check))
        else:
            self.feedback.drop()

    @Slot(int)
    def _open(self, slip_id: int) -> None:
        self._ask_why(slip_id)
        self.chosen.emit(slip_id)

    @Slot(object)
    def _ask_why(self, slip_id: int) -> None:
        item = is_out(self.day.check, slip_id) if self.day else None
        if item is None:
            self.feedback.drop()
        else:
            self.feedback.show_slip(item)

    @Slot(int)
    def _after_telling(self, slip_id: int) -> None:
        """On to the next one that nobody has explained."""
        if self.day is None:
            return
        self._go_on([each for each in open_ids(self.day.check) if each != slip_id])

    def _go_on(self, waiting: Sequence[int]) -> None:
        if waiting:
            self.list.choose(waiting[0])
            self._ask_why(waiting[0])
            self.feedback.begin()
        else:
            self.done.emit()

    @Slot()
    def _ask_missed(self) -> None:
        if self.day is not None and self.day.missed:
            self.end.ask(self.day.missed)

    @Slot(object)
    def _after_asking(self, is_asking: bool) -> None:
        self.feedback.setVisible(not is_asking and self.feedback.slip_id is not None)

    @Slot()
    def _after_end(self) -> None:
        self.ask()
        self.done.emit()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._minute.isActive():
            self._minute.start()
            self.ask()


def _load(session: Any, desk: Desk) -> Day:
    return Day(
        check_day(session, desk, desk.today(), desk.now()),
        unchecked_days(session, desk),
        load_desk_lists(session, desk),
    )
