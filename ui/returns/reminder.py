"""Reminds of the return check at 17:00, 17:30 and 17:40, whatever is in front.

Each moment is told once a day, only to whoever may do something about it, and only
while something is open. Whoever slept over it is told in the morning, once.
"""

from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from app.desk import Desk
from app.return_check import check_day, unchecked_days
from models.day_check import DayCheck
from models.staff import Permission
from ui.notice import Notice, Sound
from ui.returns.day_groups import open_ids
from ui.shell.frame import Frame, Kind, Offer

TICK_MS = 15_000
_REMINDED = "return.reminded"
_MISSED = "return.missed"
_SOON, _LIST, _LAST = 0, 1, 2


class Reminder(QObject):
    """One for a window; what it has told is remembered through a restart."""

    def __init__(self, frame: Frame, notice: Notice | None = None) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._notice = notice or Notice.of(frame.place)
        self._is_asking = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @classmethod
    def of(cls, frame: Frame) -> "Reminder":
        """The one of a window, begun at first asking."""
        found = frame.place.findChild(cls)
        return found if isinstance(found, cls) else cls(frame)

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        desk = self._frame.work.desk
        may = desk.may(Permission.TAKE_BACK_SLIP) or desk.may(Permission.CHECK_RETURNS)
        if self._is_asking or not may:
            return
        now = desk.now()
        today = desk.local(now).date()
        moment = due(desk, now)
        if self._frame.state.text(_MISSED) != today.isoformat():
            self._ask(unchecked_days, self._tell_missed)
        elif moment is not None and not self._was_told(today, moment):
            self._ask(_check, self._tell)

    def _ask(self, query: Any, done: Any) -> None:
        self._is_asking = True
        self._frame.work.look(
            self,
            query,
            done=done,
            ended=self._after_asking,
            refused=lambda _: None,
            troubled=lambda _trouble, _again: None,
        )

    def _after_asking(self) -> None:
        self._is_asking = False

    def _was_told(self, today: date, moment: int) -> bool:
        day, _, told = self._frame.state.text(_REMINDED).partition(" ")
        return day == today.isoformat() and told.isdigit() and int(told) >= moment

    def _tell_missed(self, days: tuple[date, ...]) -> None:
        today = self._frame.work.desk.today()
        self._remember(_MISSED, today.isoformat())
        yesterday = today - timedelta(days=1)
        if yesterday in days:
            text = self.tr("The return check of {day} was not made final.")
            self._say(
                self.tr("A return check was missed"),
                text.format(day=f"{yesterday:%m-%d}"),
            )
        self.tick()

    def _tell(self, check: DayCheck) -> None:
        desk = self._frame.work.desk
        moment = due(desk, desk.now())
        if moment is None or check.day != desk.today():
            return
        self._remember(_REMINDED, f"{check.day.isoformat()} {moment}")
        count = len(open_ids(check))
        if not count or check.final is not None:
            return
        if moment == _SOON:
            head = self.tr("Return check at {time}").format(time=check.return_by)
            text = self.tr("%n slip(s) are not back and not explained.", "", count)
        elif moment == _LIST:
            head = self.tr("The list is fixed")
            text = self.tr("%n slip(s) need a reason until {time}.", "", count)
            text = text.format(time=check.feedback_by)
        else:
            head = self.tr("{time}: make the day final").format(time=check.feedback_by)
            text = self.tr("%n slip(s) are lost: nobody has said why.", "", count)
        self._say(head, text)

    def _say(self, head: str, text: str) -> None:
        def show() -> None:
            self._frame.show_page("return")

        self._notice.ring(Sound.RETURN_CHECK)
        self._notice.tell(head, text, show)
        offers = [Offer(self.tr("Open"), show)]
        self._frame.say(Kind.WAITS, head, text, offers)

    def _remember(self, key: str, text: str) -> None:
        self._frame.state.set_text(key, text)
        self._frame.state.save()


def due(desk: Desk, now: datetime) -> int | None:
    """The last of the day's three moments that has come; None before the first."""
    settings = desk.settings
    local = desk.local(now)
    minute = local.hour * 60 + local.minute
    returned = settings.minute_of_day("return_deadline")
    early = settings.number("return_remind_min")
    if minute >= settings.minute_of_day("feedback_deadline"):
        return _LAST
    if minute >= returned:
        return _LIST
    return _SOON if early and minute >= returned - early else None


def _check(session: Any, desk: Desk) -> DayCheck:
    return check_day(session, desk, desk.today(), desk.now())
