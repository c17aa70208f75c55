"""The supervisor's tick under the list: the day's records were looked through."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.daily_review import ReviewDay, ReviewRow, list_reviews, review_day
from app.desk import SYSTEM, Desk
from app.errors import Refusal
from app.staff_directory import StaffRow, list_staff
from models.staff import Post
from ui.kit.fields import ChoiceField, TextField
from ui.kit.label import ElidedLabel, Hairline, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import action_button
from ui.shell.frame import Frame, Kind
from ui.slip.moment import Moments
from ui.words import field_word

TABLES = frozenset({"daily_review", "staff"})


class ReviewBar(QWidget):
    """Says who has ticked today; a supervisor ticks with one key."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._moments = Moments(frame.work)
        self._told = ElidedLabel("", tone=Tone.SECOND)
        self.supervisor = ChoiceField(width=120)
        self.note = TextField(width=200, placeholder=self.tr("Remark"))
        self.supervisor.set_name(field_word("supervisor"))
        self.note.set_name(field_word("note"))
        self.tick = action_button("follow_up.review")
        self.tick.clicked.connect(self.submit)
        self._problem = ProblemLine()
        line = row(
            self._told,
            self.supervisor,
            self.note,
            self.tick,
            spacing=8,
            margins=(24, 6, 24, 6),
        )
        line.setStretch(0, 1)
        below = row(self._problem, margins=(24, 0, 24, 6))
        column(Hairline(), line, below, spacing=0, on=self)
        self._asking = WhenSeen(self, self.ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._asking.do)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    def ask(self) -> None:
        """Show who has ticked today."""
        self._frame.work.look(self, _load, done=self._put)

    def _put(self, found: tuple[Sequence[ReviewRow], Sequence[StaffRow]]) -> None:
        reviews, people = found
        desk = self._frame.work.desk
        names = [each.name for each in people if Post.SUPERVISOR in each.posts]
        is_system = desk.actor == SYSTEM
        self.supervisor.set_options([(name, name) for name in names])
        done = {each.supervisor for each in reviews}
        may = Post.SUPERVISOR in desk.posts and (names or not is_system)
        has_ticked = desk.actor in done or (is_system and done >= set(names))
        may_tick = bool(may) and not has_ticked
        self.supervisor.setVisible(may_tick and is_system)
        self.note.setVisible(may_tick)
        self.tick.setVisible(may_tick)
        self._told.say(self._line(reviews))

    def _line(self, reviews: Sequence[ReviewRow]) -> str:
        if not reviews:
            return self.tr("Today's repair records: looked through by nobody yet")
        who = "、".join(
            f"{each.supervisor} {self._moments.write(each.reviewed_at)}"
            for each in reviews
        )
        return self.tr("Today's repair records: looked through by {who}").format(
            who=who
        )

    @Slot()
    def submit(self) -> None:
        """Tick today."""
        desk = self._frame.work.desk
        name = (self.supervisor.value() or "") if desk.actor == SYSTEM else ""
        self._problem.say(None)
        self.tick.setEnabled(False)
        self._frame.work.change(
            self,
            review_day,
            ReviewDay(desk.today(), name, self.note.value()),
            done=self._ticked,
            refused=self._refused,
            ended=partial(self.tick.setEnabled, True),
        )

    def _ticked(self, _: None) -> None:
        self.note.clear()
        self._frame.say(Kind.DONE, self.tr("The day is looked through"))

    def _refused(self, refusal: Refusal) -> None:
        self._problem.say(self._frame.sentence(refusal))


def _load(session: Any, desk: Desk) -> tuple[list[ReviewRow], list[StaffRow]]:
    today = desk.today()
    reviews = list_reviews(session, desk, today, today + timedelta(days=1))
    return reviews, list_staff(session, desk)
