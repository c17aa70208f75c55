"""定稿 in place: who speaks for Engineering, then the day's check is kept."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QWidget

from app.errors import Refusal
from app.gap_find import Hole, find_gaps
from app.return_check import FinalCheck, gaps_of_day, make_final
from app.staff_directory import StaffRow
from models.day_check import DayCheck
from models.staff import Department, Post
from ui.kit.button import Button, Look
from ui.kit.fields import TextField
from ui.kit.label import Label, ProblemLine, Tone
from ui.kit.layout import column
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.frame import Frame
from ui.slip.fact_word import fact_word
from ui.slip.field_flow import flow
from ui.theme.typeface import CAPTION

_SHEET = QKeySequence(ACTIONS["return.check_sheet"].keys)


class FinalForm(QWidget):
    """Makes one day final, or several that were missed, the oldest first."""

    made = Signal(object, bool)
    """The ``DayCheck`` made final last, and whether its sheet was asked for."""
    left = Signal()
    """Not now."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._days: list[date] = []
        self._done = 0
        self._is_saving = False
        self._wants_sheet = False
        self.engineering_by = TextField()
        self.engineering_by.set_name(fact_word("engineering_by"))
        self.make = Button(self.tr("Make final"), Look.PRIMARY, keycap="Enter")
        self.make.clicked.connect(self.submit)
        self.leave = Button(self.tr("Not now"), Look.QUIET, keycap="Esc")
        self.leave.clicked.connect(self._leave)
        self._what = Label("", is_strong=True, may_wrap=True)
        self._problem = ProblemLine()
        column(
            self._what,
            Label(fact_word("engineering_by"), CAPTION, tone=Tone.SECOND),
            self.engineering_by,
            self._problem,
            flow(self.make, self.leave),
            spacing=6,
            on=self,
        )
        self.hide()

    def ask(self, days: Sequence[date], staff: Sequence[StaffRow]) -> None:
        """Ask who speaks for Engineering on these days."""
        self._days = sorted(days)
        self._done = 0
        first, last = self._days[0], self._days[-1]
        said = f"{first:%m-%d}" if first == last else f"{first:%m-%d} … {last:%m-%d}"
        text = self.tr("Make the return check of {days} final")
        self._what.say(text.format(days=said))
        people = [p for p in staff if p.department is Department.ENGINEERING]
        people.sort(key=lambda person: Post.DISPATCHER not in person.posts)
        self.engineering_by.suggest([person.name for person in people])
        if not self.engineering_by.value() and people:
            self.engineering_by.set_value(people[0].name)
        self._problem.say(None)
        self.show()
        self.engineering_by.setFocus()
        self.engineering_by.line.selectAll()

    @Slot()
    def submit(self) -> None:
        """Keep the check of the next day that is asked for; what is missing of it is
        looked for on the read lane, so that nobody who issues waits.
        """
        if self._is_saving or not self._days:
            return
        self._wants_sheet = False
        self._set_saving(True)
        self._frame.work.look(
            self,
            find_gaps,
            gaps_of_day(self._days[0]),
            done=self._keep,
            refused=self._refused,
            ended=self._after_saving,
        )

    def _keep(self, holes: Sequence[Hole]) -> None:
        self._set_saving(True)
        day, engineering_by = self._days[0], self.engineering_by.value()
        order = FinalCheck(day, engineering_by, holes=holes)
        self._frame.work.change(
            self,
            make_final,
            order,
            done=self._after_making,
            refused=self._refused,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._set_saving(False)

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.make.setEnabled(not is_saving)

    def _after_making(self, check: DayCheck) -> None:
        self._days = self._days[1:]
        self._done += 1
        if self._days:
            self.submit()
            return
        self.hide()
        self.made.emit(check, self._wants_sheet)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self._frame.sentence(refusal)
        if str(getattr(refusal, "field", "")) == "engineering_by":
            self.engineering_by.set_problem(sentence)
            self.engineering_by.setFocus()
        else:
            self._problem.say(sentence)

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        if self._is_saving and QKeySequence(event.keyCombination()) == _SHEET:
            self._wants_sheet = True  # the hand is quicker than the disk
            return
        super().keyPressEvent(event)
