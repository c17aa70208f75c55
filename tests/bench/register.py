"""P2: the first page of a register, from the key press until it is painted."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
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
from ui.kit.ask import Ask
from ui.shell.main_window import MainWindow
from ui.shell.window import make_application
from ui.slip.register_page import RegisterPage
from ui.slip.span import Span
from ui.tasks import Tasks
from ui.window_state import WindowState
from ui.work import open_work

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 9
LIMIT_MS = 60.0
STALL_MS = 50.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians in ms, the gap the longest of all."""

    opened: float
    turned: float
    every: float
    sorted: float
    ids: float
    gap: float


def rows() -> Iterator[Speed]:
    """Each size alone against 60 ms, and the largest against the smallest."""
    found = {size: measure(bulk_database(size)) for size in SIZES}
    for size, each in found.items():
        yield Speed(f"P2 open the register, {size:,}", each.opened, LIMIT_MS)
        yield Speed(f"P2 the other register, {size:,}", each.turned, LIMIT_MS)
        yield Speed(f"P2 all times, {size:,}", each.every, LIMIT_MS)
        yield Speed(f"P2 sorted by unit, {size:,}", each.sorted, LIMIT_MS)
        yield Speed(f"   all its ids are there, {size:,}", each.ids, 2_000)
        yield Speed(f"   longest stall meanwhile, {size:,}", each.gap, STALL_MS)
    small, large = found[SIZES[0]], found[SIZES[-1]]
    for name in ("opened", "turned", "every", "sorted"):
        yield Speed(
            f"P2 {name}, {SIZES[-1]:,} to {SIZES[0]:,}",
            getattr(large, name),
            goal=1.2,
            floor=getattr(small, name),
        )


def measure(path: Path) -> Measured:
    """Drive a window on a database by its keys."""
    make_application()
    database = Database(f"sqlite:///{path}")
    at = database.read(_last_moment)
    work = open_work(database, Tasks(), clock=lambda: at)
    with TemporaryDirectory() as folder:
        window = MainWindow(work, WindowState(Path(folder) / "window.ini"), Ask())
        window.resize(1440, 900)
        window.show()
        page = window.show_page("register")
        assert isinstance(page, RegisterPage)
        desk = _Desk(window, page)
        try:
            return desk.measured()
        finally:
            window.close()
            work.close()


def _last_moment(session: Session) -> datetime:
    last: datetime = session.execute(select(func.max(Slip.issued_at))).scalar_one()
    return last


class _Desk:
    """Presses keys, and waits for what they bring."""

    def __init__(self, window: MainWindow, page: RegisterPage) -> None:
        self._window = window
        self._page = page
        self._wait(lambda: page.list.filling.count is not None)
        self._calm()

    def measured(self) -> Measured:
        opened: list[float] = []
        turned: list[float] = []
        every: list[float] = []
        by_unit: list[float] = []
        ids: list[float] = []
        gaps: list[float] = []
        for _ in range(ROUNDS):
            opened.append(self._chip(Span.NINETY_DAYS))
            self._calm()
            turned.append(self._turn_register())
            self._calm()
            self._turn_register()
            self._calm()
            taken, whole, gap = self._all_times()
            every.append(taken)
            ids.append(whole)
            gaps.append(gap)
            by_unit.append(self._sort())
            self._page.list.question.sort_by("issued", is_descending=True)
            self._calm()
            self._chip(Span.TODAY)
            self._calm()
        return Measured(
            statistics.median(opened),
            statistics.median(turned),
            statistics.median(every),
            statistics.median(by_unit),
            statistics.median(ids),
            max(gaps),
        )

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
        gap = self._longest_gap(lambda: self._page.list.filling.count is not None)
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

    def _longest_gap(self, is_done: Callable[[], bool]) -> float:
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
        self._longest_gap(is_done)

    def _calm(self) -> None:
        """Nothing is under way any more."""
        tasks = self._window.work.tasks
        for _ in range(3):
            self._wait(lambda: not tasks.running())
