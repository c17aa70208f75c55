"""P2: the first page of a register, from the key press until it is painted."""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.database import Database
from models.slip import Slip
from tests.bulk import bulk_database
from tests.measuring import Speed
from ui.garbage import Garbage
from ui.kit.ask import Ask
from ui.shell.main_window import MainWindow
from ui.shell.window import TURN_SECONDS, make_application
from ui.slip.register_page import RegisterPage
from ui.slip.span import Span
from ui.tasks import Tasks
from ui.window_state import WindowState
from ui.work import open_work

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 9
LIMIT_MS = 60.0
STALL_MS = 50.0


STEPS = {
    "opened": "open the register",
    "turned": "the other register",
    "every": "all times",
    "sorted": "sorted by unit",
}


def rows() -> Iterator[Speed]:
    """Each size alone against 60 ms, and the largest against the smallest.

    The sizes take turns, so that a slow moment of the machine meets them all.
    """
    make_application()
    with ExitStack() as stack:
        desks = {
            size: stack.enter_context(desk_on(bulk_database(size))) for size in SIZES
        }
        for _ in range(ROUNDS):
            for desk in desks.values():
                desk.round()
        times = {size: desk.times for size, desk in desks.items()}
    for size, taken in times.items():
        for step, name in STEPS.items():
            yield Speed(f"P2 {name}, {size:,}", median(taken[step]), LIMIT_MS)
        yield Speed(f"   all its ids are there, {size:,}", median(taken["ids"]), 2_000)
        yield Speed(
            f"   longest stall meanwhile, {size:,}", max(taken["gap"]), STALL_MS
        )
    small, large = times[SIZES[0]], times[SIZES[-1]]
    for step, name in STEPS.items():
        yield Speed(
            f"P2 {name}, {SIZES[-1]:,} to {SIZES[0]:,}",
            median(large[step]),
            goal=1.2,
            floor=median(small[step]),
        )


@contextmanager
def desk_on(path: Path) -> Iterator["Desk"]:
    """A window on a database, with its register in front, as the program runs it."""
    garbage = Garbage()
    garbage.take_over()
    sys.setswitchinterval(TURN_SECONDS)
    database = Database(f"sqlite:///{path}")
    at = database.read(_last_moment)
    work = open_work(database, Tasks(), clock=lambda: at)
    with TemporaryDirectory() as folder:
        window = MainWindow(work, WindowState(Path(folder) / "window.ini"), Ask())
        window.resize(1440, 900)
        window.show()
        page = window.show_page("register")
        assert isinstance(page, RegisterPage)
        garbage.spare()
        try:
            yield Desk(window, page)
        finally:
            window.close()
            work.close()
            garbage.give_back()


def _last_moment(session: Session) -> datetime:
    last: datetime = session.execute(select(func.max(Slip.issued_at))).scalar_one()
    return last


class Desk:
    """Presses keys, waits for what they bring, and notes how long it took (ms)."""

    def __init__(self, window: MainWindow, page: RegisterPage) -> None:
        self._window = window
        self._page = self.page = page
        self.times: dict[str, list[float]] = defaultdict(list)
        self._wait(lambda: page.list.filling.count is not None)
        # The other register is made when somebody first turns to it.
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            segments = page.register.segments()
            now = next(each for each in segments if each.isChecked())
            QTest.keyClick(now, key)
            self._wait(lambda: page.list.filling.count is not None)
        self._calm()

    def round(self) -> None:
        """Every step once."""
        self._chip(Span.TODAY)
        self._calm()
        self.times["opened"].append(self._chip(Span.NINETY_DAYS))
        self._calm()
        self.times["turned"].append(self._turn_register())
        self._calm()
        self._turn_register()
        self._calm()
        taken, whole, gap = self._all_times()
        self.times["every"].append(taken)
        self.times["ids"].append(whole)
        self.times["gap"].append(gap)
        self.times["sorted"].append(self._sort())
        self._calm()
        self._page.list.question.sort_by("issued", is_descending=True)
        self._calm()

    def _chip(self, span: Span) -> float:
        chip = self._page.period.chips[span]
        chip.setFocus()
        return self._press(lambda: QTest.keyClick(chip, Qt.Key.Key_Space))

    def _turn_register(self) -> float:
        segments = self._page.register.segments()
        now = next(each for each in segments if each.isChecked())
        now.setFocus()
        is_first = now is segments[0]
        key = Qt.Key.Key_Right if is_first else Qt.Key.Key_Left
        return self._press(lambda: QTest.keyClick(now, key))

    def _all_times(self) -> tuple[float, float, float]:
        began = time.perf_counter()
        taken = self._chip(Span.ALL)
        gap = self.longest_gap(lambda: self._page.list.filling.count is not None)
        whole = (time.perf_counter() - began) * 1e3
        self._calm()
        return taken, whole, gap

    def _sort(self) -> float:
        table = self._page.table
        table.setFocus()
        table.setCurrentIndex(table.model_of_rows.index(0, 3))
        self._wait(lambda: True)
        control = Qt.KeyboardModifier.ControlModifier
        return self._press(lambda: QTest.keyClick(table, Qt.Key.Key_Up, control))

    def _press(self, press: Callable[[], object]) -> float:
        """Milliseconds from the press until the first page is painted."""
        loop = QEventLoop()
        clock = QElapsedTimer()
        taken: list[float] = []

        def painted() -> None:
            # Painted here and now, so that the clock stops when it is on the screen.
            self._page.table.viewport().repaint()
            self._page.table.frozen.viewport().repaint()
            taken.append(clock.nsecsElapsed() / 1e6)
            loop.quit()

        fillings = [each.filling for each in self._page.lists.values()]
        for filling in fillings:
            filling.shown.connect(painted)
        clock.start()
        press()
        QTimer.singleShot(20_000, loop, loop.quit)
        if not taken:
            loop.exec()
        for filling in fillings:
            filling.shown.disconnect(painted)
        return taken[0]

    def longest_gap(self, is_done: Callable[[], bool]) -> float:
        """The longest time the event loop did not turn until ``is_done``."""
        loop = QEventLoop()
        clock = QElapsedTimer()
        longest = [0.0]
        last = [0.0]

        def turn() -> None:
            now = clock.nsecsElapsed() / 1e6
            longest[0] = max(longest[0], now - last[0])
            last[0] = now
            if is_done():
                loop.quit()

        ticker = QTimer(interval=1)
        ticker.timeout.connect(turn)
        clock.start()
        ticker.start()
        loop.exec()
        ticker.stop()
        return longest[0]

    def _wait(self, is_done: Callable[[], bool]) -> None:
        self.longest_gap(is_done)

    def _calm(self) -> None:
        """Nothing is under way any more."""
        tasks = self._window.work.tasks
        for _ in range(3):
            self._wait(lambda: not tasks.running())
