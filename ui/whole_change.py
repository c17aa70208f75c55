"""A long step with progress and a stop, of which all is written or nothing."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refusal
from ui.tasks import Job
from ui.work import Work


class WholeChange(QObject):
    """One such step of a page at a time."""

    moved = Signal()
    """It began or it ended."""
    stopped = Signal()
    """Somebody stopped it in time: nothing was written."""

    def __init__(self, work: Work, owner: QObject) -> None:
        super().__init__(owner)
        self._work = work
        self._owner = owner
        self._job: Job | None = None
        self._is_answered = True
        work.tasks.job_ended.connect(self._after_job)

    def is_running(self) -> bool:
        """Whether the step is not at its end yet."""
        return self._job is not None

    def start(
        self,
        step: Callable[..., Any],
        *orders: object,
        done: Callable[..., object],
        refused: Callable[[Refusal], object],
        title: str,
    ) -> None:
        """Run ``step(session, desk, *orders, progress=…)``; ``title`` names it."""
        self._is_answered = False
        self._job = self._work.change(
            self._owner,
            step,
            *orders,
            done=partial(self._answer, done),
            refused=partial(self._answer, refused),
            title=title,
            wants_progress=True,
        )
        self.moved.emit()

    def _answer(self, told: Callable[..., object], answer: object) -> None:
        self._is_answered = True
        self._job = None
        self.moved.emit()
        told(answer)

    def _after_job(self, job: Job) -> None:
        """Cancelled work calls nobody back, so its end is heard here."""
        if job is self._job:
            self._job = None
            self.moved.emit()
            if job.progress.is_stopped:
                QTimer.singleShot(0, self, self._tell_stopped)

    def _tell_stopped(self) -> None:
        # Work that was at its last step may have come to its end all the same.
        if not self._is_answered:
            self.stopped.emit()
