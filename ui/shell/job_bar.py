"""Long work beside the window: what runs, how far it is, and a way to stop it."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.button import Button, Look
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.painting import fill_box, hairline
from ui.tasks import Job, Tasks
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION

SHOW_AFTER_MS = 300
"""Work that ends sooner shows nothing."""


class _Meter(QWidget):
    """A bar that fills; it wanders while the length is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.share: float | None = None
        self.setFixedHeight(6)
        self.setMinimumWidth(160)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_box(painter, whole, 3, colours.track)
        share = 0.15 if self.share is None else self.share
        whole.setWidth(max(6.0, whole.width() * share))
        fill_box(painter, whole, 3, colours.accent_fill)


class _JobRow(QWidget):
    """One job."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._meter = _Meter()
        self._count = Label("", CAPTION, tone=Tone.SECOND)
        cancel = Button(self.tr("Cancel"), Look.LINK)
        cancel.clicked.connect(job.cancel)
        line = row(
            Label(job.title, is_strong=True),
            self._meter,
            self._count,
            cancel,
            spacing=16,
            margins=(24, 0, 24, 0),
            on=self,
        )
        line.setStretch(1, 1)
        self.setFixedHeight(40)
        self.setAccessibleName(job.title)
        self.hear()

    def hear(self) -> None:
        """Show what the job last told."""
        if self._job.total > 0:
            self._meter.share = min(1.0, self._job.done / self._job.total)
            self._count.say(
                self.tr("{done} of {total}").format(
                    done=self._job.done, total=self._job.total
                )
            )
        elif self._job.done:
            self._count.say(f"{self._job.done}")
        self._meter.update()


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
