"""The day at the left of the return desk: ring, groups, why not, and 定稿."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desk import Desk
from app.kept_form import FormKind
from app.return_check import check_day, load_final, unchecked_days
from models.day_check import DayCheck
from models.reason_code import ReasonKind
from models.staff import Permission
from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.when_seen import WhenSeen
from ui.returns.check_paper import CheckPaper
from ui.returns.day_foot import foot_of
from ui.returns.day_groups import day_rows, is_out, open_ids
from ui.returns.day_list import DayList
from ui.returns.feedback_form import FeedbackForm
from ui.returns.final_form import FinalForm
from ui.returns.kept import KeptForms
from ui.returns.legend import Legend, figures
from ui.returns.ring import Ring
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.desk_lists import DeskLists, load_desk_lists
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION

TABLES = frozenset({"slip", "feedback", "return_check", "gap_case", "slip_copy"})
MINUTE_MS = 60_000


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

    def __init__(self, frame: Frame, kept: KeptForms, moments: Moments) -> None:
        super().__init__()
        self.setProperty("pane", "sunken")
        self._frame = frame
        self._kept = kept
        self._moments = moments
        self.day: Day | None = None
        self.ring = Ring()
        self.legend = Legend()
        self.list = DayList(self.tr("Slips of today's return check"))
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self._nothing = Label(self.tr("Every paper is back."), tone=Tone.SECOND)
        self._missed = ElidedLabel("", CAPTION, tone=Tone.BAD)
        self.catch_up = Button(self.tr("Run them now"), Look.LINK)
        self.catch_up.clicked.connect(self._ask_missed)
        self._missed_line = QWidget()
        self.feedback = FeedbackForm(frame, kept, moments)
        self.feedback.told.connect(self._after_telling)
        self.feedback.left.connect(self.done)
        self.final = FinalForm(frame)
        self.final.made.connect(self._after_final)
        self.final.left.connect(self.done)
        self._foot = Label("", is_strong=True, may_wrap=True)
        self.make_final = action_button("return.final")
        self.make_final.clicked.connect(self._ask_final)
        self.explain = action_button("return.feedback", Look.LINK)
        self.explain.clicked.connect(self.begin_feedback)
        self.check_paper = Button(self.tr("Check sheet"), Look.LINK)
        self.chase_paper = Button(self.tr("Chase sheet"), Look.LINK)
        self._papers = CheckPaper(frame, self)
        self.check_paper.clicked.connect(partial(self._show_paper, is_chase=False))
        self.chase_paper.clicked.connect(partial(self._show_paper, is_chase=True))
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
        links = flow(self.check_paper, self.chase_paper, self.explain)
        sides = QSizePolicy.Policy
        self.make_final.setSizePolicy(sides.Expanding, sides.Fixed)
        foot = column(
            self.feedback,
            Hairline(),
            self._foot,
            links,
            self.make_final,
            self.final,
            spacing=8,
            margins=(24, 8, 24, 16),
        )
        middle = column(self._nothing, self.list, spacing=0, margins=(12, 0, 12, 0))
        column(
            row(self._missed_line, margins=(24, 0, 24, 8)),
            head,
            row(Hairline(), margins=(24, 0, 24, 0)),
            middle,
            foot,
            spacing=0,
            on=self,
        ).setStretch(3, 1)

    def mark(self, slip_id: int | None) -> None:
        """The paper of this slip is in hand."""
        self.list.choose(slip_id)
        if slip_id is not None and not self.feedback.has_typed():
            self._ask_why(slip_id)

    def typed_slips(self) -> frozenset[int]:
        """The slips of which something is typed and not handed in."""
        kinds = (FormKind.RETURN, FormKind.FEEDBACK)
        return self._kept.slips(kinds[0]) | self._kept.slips(kinds[1])

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
        marked = self.list.chosen_id()
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
        self.day = day
        self.feedback.offer(day.lists.reasons[ReasonKind.UNFINISHED])
        self._show_day()

    @Slot()
    def _show_day(self) -> None:
        if self.day is None:
            return
        check = self.day.check
        found = figures(check)
        back = found[0] + found[1]
        self.ring.show_parts(
            [(found[0], Tone.ACCENT), (found[1], Tone.WARN), (found[2], Tone.SECOND)],
            check.set_size,
            str(back),
            self.tr("of %n", "", check.set_size),
        )
        self.legend.show_figures(found)
        rows = day_rows(check, self._moments, self.typed_slips())
        self.list.put(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._show_missed(self.day.missed)
        self._show_foot(check)
        self._follow_feedback(check)

    def _show_missed(self, missed: tuple[date, ...]) -> None:
        may = self._frame.work.desk.may(Permission.CHECK_RETURNS)
        days = "、".join(f"{day:%m-%d}" for day in missed[-3:])
        text = self.tr("%n day(s) without a return check: {days}", "", len(missed))
        self._missed.say(text.format(days=f"…{days}" if len(missed) > 3 else days))
        self.catch_up.setVisible(may)
        self._missed_line.setVisible(bool(missed))

    def _show_foot(self, check: DayCheck) -> None:
        desk = self._frame.work.desk
        foot = foot_of(check, desk, desk.now(), self._moments)
        self._foot.say(foot.text, foot.tone)
        is_asking = self.final.isVisibleTo(self)
        may = desk.may(Permission.CHECK_RETURNS)
        self.make_final.setEnabled(foot.may_run and may)
        self.make_final.setVisible(not is_asking)
        text = self.tr("Run again") if check.final else action_text("return.final")
        if self.make_final.text() != text:
            self.make_final.set_text(text)
        self.explain.setVisible(bool(open_ids(check)))
        for paper in (self.check_paper, self.chase_paper):
            paper.setVisible(check.final is not None)

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
        else:
            self.feedback.drop()

    @Slot(int)
    def _choose(self, slip_id: int) -> None:
        self._ask_why(slip_id)

    @Slot(int)
    def _open(self, slip_id: int) -> None:
        self._ask_why(slip_id)
        self.chosen.emit(slip_id)

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
        waiting = [each for each in open_ids(self.day.check) if each != slip_id]
        if waiting:
            self.list.choose(waiting[0])
            self._ask_why(waiting[0])
            self.feedback.begin()
        else:
            self.done.emit()

    @Slot()
    def _ask_final(self) -> None:
        if self.day is not None:
            self.make_final.hide()
            self.final.ask([self.day.check.day], self.day.lists.staff)

    @Slot()
    def _ask_missed(self) -> None:
        if self.day is not None and self.day.missed:
            self.make_final.hide()
            self.final.ask(self.day.missed, self.day.lists.staff)

    @Slot(object)
    def _after_final(self, check: DayCheck) -> None:
        final = check.final
        assert final is not None
        offers = [
            Offer(self.tr("Check sheet"), partial(self._papers.show_check, check)),
            Offer(self.tr("Chase sheet"), partial(self._papers.show_chase, check)),
        ]
        text = self.tr("Run {run} counts.").format(run=final.run_no)
        if final.repeats is not None:
            same = self.tr("It says the same as run {run}.")
            text = f"{text} {same.format(run=final.repeats)}"
        head = self.tr("Return check of {day} is final")
        self._frame.say(Kind.DONE, head.format(day=f"{check.day:%m-%d}"), text, offers)
        self.ask()
        self.done.emit()

    def _show_paper(self, *, is_chase: bool) -> None:
        """The papers say what was made final, not what holds now."""
        if self.day is None:
            return
        show = self._papers.show_chase if is_chase else self._papers.show_check
        day = self.day.check.day
        self._frame.work.look(self, load_final, day, done=partial(_give, show))

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._minute.isActive():
            self._minute.start()
            self.ask()


def _give(show: Any, check: DayCheck | None) -> None:
    if check is not None:
        show(check)


def _load(session: Any, desk: Desk) -> Day:
    now = desk.now()
    return Day(
        check_day(session, desk, desk.today(), now),
        unchecked_days(session, desk),
        load_desk_lists(session, desk),
    )
