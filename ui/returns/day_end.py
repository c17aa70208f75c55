"""The foot of the day: how far it is, 定稿, and the papers that are made of it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.return_check import load_final
from app.staff_directory import StaffRow
from models.day_check import DayCheck
from models.staff import Permission
from ui.kit.button import Look
from ui.kit.label import Hairline, Label
from ui.kit.layout import column
from ui.returns.check_paper import CheckPaper
from ui.returns.day_foot import foot_of
from ui.returns.day_groups import open_ids
from ui.returns.final_form import FinalForm
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.field_flow import flow
from ui.slip.moment import Moments


class DayEnd(QWidget):
    """While the day is made final nothing else is asked in the narrow pane."""

    asking_changed = Signal(object)
    """Whether the day is being made final now."""
    made = Signal()
    left = Signal()

    def __init__(self, frame: Frame, moments: Moments) -> None:
        super().__init__()
        self._frame = frame
        self._moments = moments
        self._check: DayCheck | None = None
        self._staff: Sequence[StaffRow] = ()
        self._is_asking = False
        self._said = Label("", is_strong=True, may_wrap=True)
        self.final = FinalForm(frame)
        self.final.made.connect(self._after_final)
        self.final.left.connect(self._after_leaving)
        self.make_final = action_button("return.final")
        sides = QSizePolicy.Policy
        self.make_final.setSizePolicy(sides.Expanding, sides.Fixed)
        self.make_final.clicked.connect(self._ask_today)
        self.explain = action_button("return.feedback", Look.LINK)
        self.check_paper = action_button("return.check_sheet", Look.LINK)
        self.chase_paper = action_button("return.chase_sheet", Look.LINK)
        self._papers = CheckPaper(frame, self)
        self.check_paper.clicked.connect(partial(self._show, self._papers.show_check))
        self.chase_paper.clicked.connect(partial(self._show, self._papers.show_chase))
        self._links = flow(self.check_paper, self.chase_paper, self.explain)
        column(
            Hairline(),
            self._said,
            self._links,
            self.make_final,
            self.final,
            spacing=8,
            on=self,
        )

    def text(self) -> str:
        """What the foot says."""
        return self._said.text()

    def show_check(self, check: DayCheck, staff: Sequence[StaffRow]) -> None:
        """The day as it is now."""
        self._check, self._staff = check, staff
        desk = self._frame.work.desk
        foot = foot_of(check, desk, desk.now(), self._moments)
        self._said.say(foot.text, foot.tone)
        may = desk.may(Permission.CHECK_RETURNS)
        self.make_final.setEnabled(foot.may_run and may)
        text = self.tr("Run again") if check.final else action_text("return.final")
        if self.make_final.text() != text:
            self.make_final.set_text(text)
        self.explain.setVisible(bool(open_ids(check)))
        for paper in (self.check_paper, self.chase_paper):
            paper.setVisible(check.final is not None)

    def ask(self, days: Sequence[date]) -> None:
        """Make these days final: who speaks for Engineering?"""
        self._set_asking(True)
        self.final.ask(days, self._staff)

    def _set_asking(self, is_asking: bool) -> None:
        self._is_asking = is_asking
        for part in (self._said, self._links, self.make_final):
            part.setVisible(not is_asking)
        self.asking_changed.emit(is_asking)

    @Slot()
    def _ask_today(self) -> None:
        if self._check is not None:
            self.ask([self._check.day])

    @Slot()
    def _after_leaving(self) -> None:
        self._set_asking(False)
        self.left.emit()

    @Slot(object, bool)
    def _after_final(self, check: DayCheck, wants_sheet: bool) -> None:
        final = check.final
        assert final is not None
        self._set_asking(False)
        if self._check is not None and self._check.day == check.day:
            self.show_check(check, self._staff)
        offers = [
            Offer(
                action_text("return.check_sheet"),
                partial(self._papers.show_check, check),
            ),
            Offer(
                action_text("return.chase_sheet"),
                partial(self._papers.show_chase, check),
            ),
        ]
        text = self.tr("Run {run} counts.").format(run=final.run_no)
        if final.repeats is not None:
            same = self.tr("It says the same as run {run}.")
            text = f"{text} {same.format(run=final.repeats)}"
        head = self.tr("Return check of {day} is final")
        self._frame.say(Kind.DONE, head.format(day=f"{check.day:%m-%d}"), text, offers)
        self.made.emit()
        if wants_sheet:
            self._papers.show_check(check)

    def _show(self, show: Callable[[DayCheck], None]) -> None:
        """The papers say what was made final, not what holds now."""
        if self._check is not None:
            self._frame.work.look(
                self, load_final, self._check.day, done=partial(_give, show)
            )


def _give(show: Callable[[DayCheck], None], check: DayCheck | None) -> None:
    if check is not None:
        show(check)
