"""Work away from the screen: four lanes of threads, and every answer brought home.

The work is a plain function that sees a ``Progress`` and never a QObject. What it
answers waits in a queue; one queued signal of one long-lived QObject fetches it on the
screen's thread. An answer whose owner has closed meanwhile is dropped.
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.errors import Cancelled
from app.progress import Progress

Answer = TypeVar("Answer")
TELL_EVERY_SECONDS = 0.1


class Lane(Enum):
    """A long report never blocks issuing a slip: each lane has its own thread."""

    WRITE = "write"
    READ = "read"
    IDS = "ids"
    """Long questions of *which*: what is looked at never waits behind them."""
    PAPER = "paper"


class SameThread(Executor):
    """Runs the work at once; for tests. Answers still come home by queued signal."""

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Run ``fn`` and answer with a finished future."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def one_thread(lane: Lane) -> Executor:
    """The executor of a lane in the real program."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value)


@dataclass(eq=False)
class Job:
    """One piece of work under way; ``done`` and ``total`` are what it last told."""

    id: int
    lane: Lane
    title: str
    owner: QObject | None
    on_done: Callable[[Any], object]
    on_failed: Callable[[Exception], object]
    started_at: float
    progress: Progress = field(default_factory=Progress)
    done: int = 0
    total: int = 0
    is_dropped: bool = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step; a write rolls back."""
        self.progress.stop()

    def drop(self) -> None:
        """Forget the answer: nobody asks this question any more."""
        self.is_dropped = True
        self.progress.stop()


class Tasks(QObject):
    """Starts work on a lane and calls back on the screen's thread."""

    _arrived = Signal()
    job_started = Signal(object)
    job_told = Signal(object)
    job_ended = Signal(object)

    def __init__(
        self,
        make_executor: Callable[[Lane], Executor] = one_thread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._executors = {lane: make_executor(lane) for lane in Lane}
        self._jobs: dict[int, Job] = {}
        self._last_id = 0
        self._is_closed = False
        self._home: deque[tuple[int, str, Any]] = deque()
        self._arrived.connect(self._bring_home, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: Lane,
        owner: QObject | None,
        work: Callable[[Progress], Answer],
        on_done: Callable[[Answer], object],
        on_failed: Callable[[Exception], object],
        title: str = "",
    ) -> Job:
        """Queue ``work`` on ``lane``; a job with a ``title`` may show in the job bar.

        ``on_failed`` receives everything but ``Cancelled``, which shows nothing.
        """
        self._last_id += 1
        job = Job(
            self._last_id,
            lane,
            title,
            owner,
            on_done,
            on_failed,
            started_at=time.monotonic(),
        )
        if self._is_closed:
            job.drop()
            return job
        job.progress = Progress(_Teller(self._send, job.id))
        self._jobs[job.id] = job
        self.job_started.emit(job)
        # Only the number of the job goes along: a worker that held the last reference
        # to a QObject would have it collected on the wrong thread.
        self._executors[lane].submit(_run, work, job.progress, job.id, self._send)
        return job

    def running(self) -> list[Job]:
        """The jobs that have not come home, oldest first."""
        return list(self._jobs.values())

    def close(self) -> None:
        """Accept nothing more, stop what runs, wait for it, forget the answers.

        A short write that was begun or waits its turn, such as a draft, is still done.
        """
        self._is_closed = True
        for job in self._jobs.values():
            job.is_dropped = True
            if job.lane is not Lane.WRITE or job.title:
                job.cancel()
        for lane, executor in self._executors.items():
            executor.shutdown(wait=True, cancel_futures=lane is not Lane.WRITE)
        self._jobs.clear()
        self._home.clear()

    def _send(self, job_id: int, kind: str, load: Any) -> None:
        self._home.append((job_id, kind, load))
        if isValid(self):
            self._arrived.emit()

    @Slot()
    def _bring_home(self) -> None:
        # One answer a signal: a bug in one callback cannot hold up the next answer.
        if not self._home:
            return
        job_id, kind, load = self._home.popleft()
        job = self._jobs.get(job_id)
        if job is None:
            return
        if kind == "told":
            job.done, job.total = load
            self.job_told.emit(job)
            return
        del self._jobs[job_id]
        self.job_ended.emit(job)
        is_gone = job.owner is not None and not isValid(job.owner)
        if job.is_dropped or is_gone:
            if kind == "failed" and not isinstance(load, Cancelled):
                logging.getLogger(__name__).warning(
                    "Nobody waited for this answer", exc_info=load
                )
        elif kind == "done":
            job.on_done(load)
        elif not isinstance(load, Cancelled):
            job.on_failed(load)


class _Teller:
    """Sends progress home, at most ten times a second."""

    def __init__(self, send: Callable[[int, str, Any], None], job_id: int) -> None:
        self._send = send
        self._job_id = job_id
        self._told_at = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        # What begins is always told: it may be long before its next step.
        if not (done or total) or now - self._told_at >= TELL_EVERY_SECONDS:
            self._told_at = now
            self._send(self._job_id, "told", (done, total))


def _run(
    work: Callable[[Progress], Any],
    progress: Progress,
    job_id: int,
    send: Callable[[int, str, Any], None],
) -> None:
    """Runs on the lane's thread; everything that happens is carried home."""
    try:
        progress.step(0, 0)
        answer = work(progress)
    except Exception as problem:  # noqa: BLE001 - the one place that carries it home
        send(job_id, "failed", problem)
    else:
        send(job_id, "done", answer)
