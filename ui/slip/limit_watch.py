"""Rings at the dispatcher's once when a limit is nearly over, and once when it is.

What came due while the program was closed is told together at the next start. A slip
that is new and urgent rings by itself until it is opened, and is left out here.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from app.limit_standing import Standing, standing_of
from app.limit_watch import Due, Timed, due_now, load_timed
from app.time_limit import LimitKey
from ui.notice import Sound
from ui.shell.frame import Frame
from ui.slip.dispatch_watch import DispatchWatch
from ui.slip.limit_word import short_words
from ui.tasks import Job

TICK_MS = 5_000
_HEARD = "dispatch.limits"
_BEGUN = "+"


class LimitWatch(QObject):
    """One for a window; it listens wherever the window is."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._bell = DispatchWatch.of(frame)
        self._slips: Sequence[Timed] | None = None
        self._heard = frozenset(frame.state.text(_HEARD).split())
        self._minute = -1
        self._job: Job | None = None
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._listen)
        self._ask()

    @classmethod
    def of(cls, frame: Frame) -> "LimitWatch":
        """The watch of a window, begun at first asking."""
        found = frame.place.findChild(cls)
        return found if isinstance(found, cls) else cls(frame)

    def _after_change(self, tables: frozenset[str]) -> None:
        if "slip" in tables:
            self._ask()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self._frame.work.look(self, load_timed, done=self._put)

    def _put(self, slips: Sequence[Timed]) -> None:
        self._job = None
        self._slips = slips
        self._listen()

    @Slot()
    def _tick(self) -> None:
        """Clocks count whole minutes."""
        if int(self._frame.work.desk.now().timestamp()) // 60 != self._minute:
            self._listen()

    @Slot()
    def _listen(self) -> None:
        if self._slips is None:
            return
        desk = self._frame.work.desk
        now = desk.now()
        self._minute = int(now.timestamp()) // 60
        due = due_now(self._slips, now, desk.settings)
        fresh = [one for one in due if one.mark not in self._heard]
        is_first = not self._heard
        self._remember(due)
        told = [one for one in fresh if not self._rings_by_itself(one)]
        # At the very first start everything old would be news.
        if told and not is_first and self._bell.may_ring():
            self._ring(told)

    def _remember(self, due: Sequence[Due]) -> None:
        """What was heard of a slip is not heard again while the slip is open."""
        is_open = {str(slip.id) for slip in self._slips or ()}
        before = {mark for mark in self._heard if mark.split(":")[0] in is_open}
        heard = frozenset({_BEGUN, *before, *(one.mark for one in due)})
        if heard != self._heard:
            self._heard = heard
            self._frame.state.set_text(_HEARD, " ".join(sorted(heard)))

    def _rings_by_itself(self, due: Due) -> bool:
        is_response = due.clock.limit.key is LimitKey.URGENT_RESPONSE
        return is_response and due.slip.id in self._bell.fresh

    def _ring(self, due: Sequence[Due]) -> None:
        breaches = [one for one in due if standing_of(one.clock) is Standing.BREACHED]
        first = (breaches or list(due))[0]
        title = f"{first.slip.room} {short_words(first.clock)}"
        text = f"{first.slip.number} {first.slip.content}"
        if len(due) > 1:
            text = self.tr("and %n more", "", len(due) - 1)
        sound = Sound.URGENT if breaches else Sound.NEW
        self._bell.ring(sound, title, text, first.slip.id)


def begin(frame: Frame) -> None:
    """Listen from the start of the window on, for new slips too."""
    LimitWatch.of(frame)
