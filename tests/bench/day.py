"""P9: the longest time the window stands still in a scripted day of 500 actions.

`python -m tests.bench.day 100000` tells each gap over the limit, the action it fell
into, and where the program was then.
"""

import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from models.slip import OPEN_STATES, Slip, SlipState
from tests.bench.day_script import Act, a_day
from tests.bulk import bulk_copy
from tests.bulk_template import UNTIL
from tests.measuring import Speed
from ui.garbage import Garbage
from ui.language import Language
from ui.shell.main_window import MainWindow
from ui.shell.window import TURN_SECONDS, Opening, make_application
from ui.tasks import Tasks
from ui.window_state import WindowState
from ui.work import open_work

_SIZES = (10_000, 100_000, 1_000_000)
_ACTIONS = 500
_LIMIT_MS = 50.0
_BEAT_MS = 2
_NOTED_MS = 5.0
_PRESS_MS = 15
_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a turn of the event loop, and what was being done.

    ``cpu_ms`` of it the screen's thread worked; else it waited for its turn.
    """

    ms: float
    cpu_ms: float
    act: str
    stack: str = ""

    @property
    def told(self) -> str:
        """The gap in words."""
        return f"{self.ms:.0f} ms ({self.cpu_ms:.0f} ms of work): {self.act}"


def rows() -> Iterator[Speed]:
    """One row for each size of the books."""
    for slips in _SIZES:
        gaps = measure(slips)
        for gap in [gap for gap in gaps if gap.ms > _LIMIT_MS][:5]:
            sys.stdout.write(f"   {gap.told}\n")
        name = f"P9 longest stall in {_ACTIONS} actions, {slips:,}"
        yield Speed(name, gaps[0].ms, _LIMIT_MS)


def measure(slips: int, *, explain: bool = False) -> list[Gap]:
    """Every gap of a day on books of this size, the longest first."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{bulk_copy(slips, Path(folder))}")
        numbers = database.read(_out)

        def now() -> datetime:
            return UNTIL

        work = open_work(database, Tasks(), clock=now)
        state = WindowState(Path(folder) / "window.ini")
        opening = Opening(app, state, Language(app), lambda: work, database.url)
        garbage = Garbage(app)
        garbage.take_over()
        sys.setswitchinterval(TURN_SECONDS)
        opening.warm_up.ended.connect(garbage.spare)
        opening.ready.connect(garbage.spare)
        opening.start()
        window = opening.window
        assert window is not None
        window.resize(1440, 900)
        day = _Day(window, list(a_day(_ACTIONS, numbers)), explain=explain)
        opening.ready.connect(day.begin)
        day.live()
        window.shut()
        opening.close()
        window.deleteLater()
        garbage.give_back()
    return sorted(day.gaps, key=lambda gap: -gap.ms)


def _out(session: Session) -> Sequence[str]:
    """Slips whose paper is out."""
    out = OPEN_STATES - {SlipState.ISSUED, SlipState.DISPUTED}
    return session.scalars(select(Slip.number).where(Slip.state.in_(out))).all()


class _Day(QObject):
    """Presses key after key, each when nothing is under way; notes every gap."""

    ended = Signal()

    def __init__(
        self, window: MainWindow, acts: Sequence[Act], *, explain: bool
    ) -> None:
        super().__init__(window)
        self.gaps: list[Gap] = []
        self._window = window
        self._presses = [(act.name, press) for act in acts for press in act.presses]
        self._acts = {"open the window": None}
        self._pressed_at = 0.0
        self._worked = time.thread_time()
        self._watch = _Watch(self) if explain else None
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._note)
        self._hand = QTimer(self, interval=_PRESS_MS)
        self._hand.timeout.connect(self._press)
        self.beat = time.perf_counter()

    def begin(self) -> None:
        """Press the first key: the window has loaded what it is made of."""
        self._hand.start()

    def live(self) -> None:
        """Live through the day."""
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        self._beat.start()
        if self._watch is not None:
            self._watch.start()
        loop.exec()
        self._beat.stop()
        if self._watch is not None:
            self._watch.stop()

    def _note(self) -> None:
        now = time.perf_counter()
        worked = time.thread_time()
        gap = (now - self.beat) * 1000 - _BEAT_MS
        stack = self._watch.take() if self._watch is not None else ""
        if gap > _NOTED_MS:
            cpu = (worked - self._worked) * 1000
            self.gaps.append(Gap(gap, cpu, " and ".join(self._acts), stack))
        self.beat, self._worked = now, worked
        # What was pressed last may go on; what was pressed before it is over.
        self._acts = dict.fromkeys([*self._acts][-1:])

    def _press(self) -> None:
        is_busy = bool(self._window.work.tasks.running())
        if is_busy and time.monotonic() - self._pressed_at < _PATIENCE_S:
            return
        if not self._presses:
            self._hand.stop()
            self.ended.emit()
            return
        act, press = self._presses.pop(0)
        self._acts[act] = None
        self._pressed_at = time.monotonic()
        press.do(self._window)


class _Watch:
    """Looks where the screen's thread is when it has not turned for a while."""

    def __init__(self, day: _Day) -> None:
        self._day = day
        self._seen: list[str] = []

    def start(self) -> None:
        """Look every few milliseconds from now on."""
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, 0.004, 0.004)

    def stop(self) -> None:
        """Look no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    def take(self) -> str:
        """What was seen since it was last asked."""
        seen, self._seen = self._seen, []
        return "".join(f"  {stack}\n" for stack in seen)

    def _look(self, _: int, frame: FrameType | None) -> None:
        if time.perf_counter() - self._day.beat > 0.01:
            stack = traceback.extract_stack(frame, 30)
            ours = [f"{Path(f.filename).stem}:{f.lineno} {f.name}" for f in stack]
            self._seen.append(" < ".join(ours[:-8:-1]))


if __name__ == "__main__":
    for found in measure(int(sys.argv[1]), explain=True)[:25]:
        sys.stdout.write(f"{found.told}\n{found.stack}\n")
