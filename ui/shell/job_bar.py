"""Long work beside the window: what runs, how far it is, and a way to stop it."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.button import Button, Look
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.meter import Meter
from ui.kit.painting import hairline
from ui.tasks import Job, Tasks
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION

SHOW_AFTER_MS = 300
"""Work that ends sooner shows nothing."""
GUESS_AFTER_SECONDS = 2.0
"""Before that, how long it will still take is a guess about nothing."""


class _JobRow(QWidget):
    """One job."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._meter = Meter()
        self._count = Label("", CAPTION, tone=Tone.SECOND)
        self._cancel = Button(self.tr("Cancel"), Look.LINK)
        self._cancel.clicked.connect(self._stop)
        line = row(
            Label(job.title, is_strong=True),
            self._meter,
            self._count,
            self._cancel,
            spacing=16,
            margins=(24, 0, 24, 0),
            on=self,
        )
        line.setStretch(1, 1)
        self.setFixedHeight(40)
        self.setAccessibleName(job.title)
        self.hear()

    def _stop(self) -> None:
        self._job.cancel()
        self._cancel.setEnabled(False)
        self._count.say(self.tr("Stopping…"))

    def hear(self) -> None:
        """Show what the job last told."""
        job = self._job
        if job.progress.is_stopped:
            return
        if job.total > 0:
            self._meter.fill(min(1.0, job.done / job.total))
            told = self.tr("{done} of {total}").format(done=job.done, total=job.total)
            left = self._seconds_left()
            if left is not None:
                told = self.tr("{told}, about {seconds} s left").format(
                    told=told, seconds=left
                )
            self._count.say(told)
        elif job.done:
            self._count.say(f"{job.done}")

    def _seconds_left(self) -> int | None:
        """How long it will still take at the pace so far; None when nobody can tell."""
        passed = time.monotonic() - self._job.started_at
        if passed < GUESS_AFTER_SECONDS or not self._job.done:
            return None
        left = passed * (self._job.total - self._job.done) / self._job.done
        return max(1, round(left))


class JobBar(QWidget):
    """All jobs that take longer than a blink, one under the other."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, _JobRow] = {}
        self._waiting: dict[int, QTimer] = {}
        self._column: QVBoxLayout = column(spacing=0, on=self)
        tasks.job_started.connect(self._begin)
        tasks.job_told.connect(self._hear)
        tasks.job_ended.connect(self._end)
        self.hide()

    def shown_jobs(self) -> int:
        """How many jobs are shown now."""
        return len(self._rows)

    def _begin(self, job: Job) -> None:
        if not job.title:
            return
        timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        timer.timeout.connect(lambda: self._show(job))
        self._waiting[job.id] = timer
        timer.start()

    def _show(self, job: Job) -> None:
        self._waiting.pop(job.id).deleteLater()
        line = _JobRow(job)
        self._rows[job.id] = line
        self._column.addWidget(line)
        self.show()

    def _hear(self, job: Job) -> None:
        if job.id in self._rows:
            self._rows[job.id].hear()

    def _end(self, job: Job) -> None:
        timer = self._waiting.pop(job.id, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
        line = self._rows.pop(job.id, None)
        if line is not None:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().sunken)
        hairline(painter, 0, 0.5, self.width(), tokens().line)
