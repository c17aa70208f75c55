"""Makes the rooms that nobody has entered yet, while nothing else is to be done.

A room of many fields takes so long to make that the window stands still when it is
first entered. Made before, it has only to be shown.
"""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.shell.main_window import MainWindow
from ui.tasks import Lane

STEP_MS = 100
"""Between two steps the person types on."""


class RoomMaker(QObject):
    """One room a step, and one step for each further part of it.

    What a part asked is answered before the next is made: both in one turn of the
    event loop would take twice as long.
    """

    ended = Signal()
    """Every room that may be entered is made."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)

    @Slot()
    def start(self) -> None:
        """Begin with the first room of the rail."""
        make = self._make
        self._steps.extend(partial(make, room) for room in self._window.open_pages())
        self._timer.start()

    def _make(self, page_id: str) -> None:
        page = self._window.made_page(page_id)
        self._steps.extendleft(reversed(page.rest_to_make()))

    @Slot()
    def _step(self) -> None:
        if any(job.lane is Lane.READ for job in self._window.work.tasks.running()):
            return
        if not self._steps:
            self._timer.stop()
            self.ended.emit()
            return
        self._steps.popleft()()
