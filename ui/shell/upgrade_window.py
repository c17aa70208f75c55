"""What is seen while an old database gets the form this program knows."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent

from app.errors import Refusal, Trouble
from app.progress import Progress
from app.schema import UpgradePart
from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.icon import BRAND
from ui.kit.label import ElidedLabel, Label, Picture, Tone
from ui.kit.layout import column, row
from ui.kit.meter import Meter
from ui.language import translate
from ui.tasks import Job, Lane, Tasks
from ui.theme.typeface import CAPTION, CARD, TITLE

WIDTH = 480


class UpgradeWindow(Dialog):
    """Says what is done and how far it is, and stops it where a person wants that.

    The upgrade is one transaction: after a stop or trouble the database is as it was.
    """

    upgraded = Signal()

    def __init__(
        self, upgrade: Callable[[Progress], object], where: str, tasks: Tasks
    ) -> None:
        super().__init__()
        self._upgrade = upgrade
        self._tasks = tasks
        self._job: Job | None = None
        self._is_done = False
        tasks.job_told.connect(self._hear)
        tasks.job_ended.connect(self._end)
        self.setWindowTitle(self.tr("Silian: the database is upgraded"))
        self.head = Label("", CARD, is_strong=True, may_wrap=True)
        self.text = Label("", tone=Tone.SECOND, may_wrap=True)
        self.meter = Meter()
        self.count = Label("", CAPTION, tone=Tone.SECOND)
        self.place = ElidedLabel(where, CAPTION, tone=Tone.THIRD)
        self.retry = Button(self.tr("Try again"), Look.PRIMARY, keycap=self.tr("Enter"))
        self.retry.clicked.connect(self.begin)
        self.leave = Button(self.tr("Stop"), Look.QUIET, keycap="Esc")
        self.leave.clicked.connect(self.reject)
        self.end_with(self.retry, self.leave)
        # Enter that was meant for whatever started the program stops nothing.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        name = Label(self.tr("Silian"), TITLE, is_strong=True)
        self._tall = 0
        self._whole = column(
            row(Picture(BRAND, 24, Tone.TEXT), name, None, spacing=12),
            16,
            self.head,
            self.text,
            8,
            self.meter,
            self.count,
            self.place,
            8,
            row(None, self.leave, self.retry, spacing=12),
            spacing=8,
            margins=24,
            on=self,
        )
        self._show_work()

    @Slot()
    def begin(self) -> None:
        """Upgrade beside the window; ``upgraded`` says that it is done."""
        self._show_work()
        self.open()
        # With a title it is stopped, not waited for, when the program ends meanwhile.
        self._job = self._tasks.start(
            Lane.WRITE,
            None,
            self._upgrade,
            self._finish,
            self._fail,
            self.windowTitle(),
        )

    def show_part(self, part: str, done: int, total: int) -> None:
        """How far which part is; ``total`` 0 where nobody knows."""
        said: dict[str, str] = {
            UpgradePart.COPY: self.tr("A copy is made first, so that nothing is lost."),
            UpgradePart.STEPS: self.tr("The tables get their new form."),
            UpgradePart.INDEX: self.tr("The slips are indexed, so that search works."),
        }
        self.text.say(said.get(part, ""))
        told = ""
        if total:
            self.meter.fill(min(1.0, done / total))
            told = self.tr("{done} of {total}").format(
                done=f"{done:,}", total=f"{total:,}"
            )
        else:
            self.meter.wander()
        self.count.say(told)
        self._make_room()
        self.meter.setAccessibleName(told or self.text.text())

    def tell_trouble(self, sentence: str) -> None:
        """Say what stopped it, and offer to try again."""
        self.head.say(self.tr("The database could not be upgraded; it is as it was"))
        self.text.say(sentence)
        self.meter.rest()
        self.meter.hide()
        self.count.hide()
        self.leave.set_text(self.tr("Quit"))
        self.leave.setEnabled(True)
        self.retry.setEnabled(True)
        self.retry.show()
        self.retry.setFocus()
        self._make_room()

    def _show_work(self) -> None:
        self.head.say(self.tr("The data of an earlier version get their new form"))
        self.meter.show()
        self.count.show()
        self.leave.set_text(self.tr("Stop"))
        self.retry.setEnabled(False)
        self.retry.hide()
        self.show_part("", 0, 0)

    def _make_room(self) -> None:
        """Let a text that has more lines than before be seen whole."""
        self._whole.invalidate()
        self._tall = max(self._tall, self._whole.totalHeightForWidth(WIDTH))
        self.setFixedSize(WIDTH, self._tall)

    @Slot(object)
    def _hear(self, job: Job) -> None:
        if not job.progress.is_stopped:
            self.show_part(job.progress.part, job.done, job.total)

    @Slot(object)
    def _end(self, job: Job) -> None:
        self._job = None
        if job.progress.is_stopped:
            # It may have been done when the stop came.
            QTimer.singleShot(0, self, self._give_up)

    def _give_up(self) -> None:
        if not self._is_done:
            self.reject()

    def _finish(self, _: object) -> None:
        self._is_done = True
        self.upgraded.emit()
        self.accept()

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Refusal | Trouble):
            from ui.texts import sentence

            self.tell_trouble(sentence(problem, translate))
            return
        self.tell_trouble(self.tr("The program has a fault."))
        sys.excepthook(type(problem), problem, problem.__traceback__)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def reject(self) -> None:
        """Stop what runs and leave when it has stopped; else leave now."""
        if self._job is None:
            super().reject()
            return
        self._job.cancel()
        self.leave.setEnabled(False)
        self.text.say(self.tr("Stopping; the database stays as it was."))
        self.meter.wander()
        self.count.say("")

    def done(self, result: int) -> None:
        self.close_tasks()
        super().done(result)

    def close_tasks(self) -> None:
        """Stop what runs and wait for it."""
        self._tasks.close()
