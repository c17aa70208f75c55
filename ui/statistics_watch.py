"""Writes the reports that are due into their folder while the window is open.

What could not be written is told once a day; it is tried again every quarter of an
hour, and at once when the next is due or the setting changes.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from app.errors import Refusal, Trouble
from app.progress import Progress
from models.staff import Permission
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind

if TYPE_CHECKING:
    from app.desk import Desk
    from app.statistics_due import DueReport
    from models.statistics_report import StatisticsReport

TICK_MS = 60_000
TICKS_BETWEEN_TRIES = 15


class ReportWatch(QObject):
    """One for a window; looks into the folder only when something new may be due.

    ``is_busy``: a report is being looked for or written.
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self.is_busy = False
        self._settled = ""
        self._failed = ("", "")
        """In which state it failed last, and what was told of it."""
        self._ticks_to_wait = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @classmethod
    def of(cls, frame: Frame) -> "ReportWatch":
        """The one of a window, begun at first asking."""
        found = frame.place.findChild(cls)
        return found if isinstance(found, cls) else cls(frame)

    @Slot()
    def tick(self) -> None:
        """Look whether anything is due."""
        desk = self._frame.work.desk
        folder = desk.settings.text("report_folder")
        if self.is_busy or not folder or not desk.may(Permission.READ_BOOKS):
            return
        state = self._state(desk)
        if state == self._settled:
            return
        if state == self._failed[0] and self._ticks_to_wait:
            self._ticks_to_wait -= 1
            return
        self.is_busy = True
        self._frame.work.look_quietly(
            self, _look, Path(folder), done=self._draw, failed=self._fail
        )

    def _state(self, desk: "Desk") -> str:
        """What decides which reports are due; while it is the same, nothing new is."""
        settings = desk.settings
        due_from = settings.minute_of_day("report_time")
        local = desk.local(desk.now())
        has_begun = local.hour * 60 + local.minute >= due_from
        keys = ("report_folder", "report_weekly", "report_monthly", "report_period")
        told = "|".join(settings.text(key) for key in keys)
        return f"{local.date()}|{has_begun}|{due_from}|{desk.centre_id}|{told}"

    def _draw(self, found: "tuple[DueReport, StatisticsReport] | None") -> None:
        desk = self._frame.work.desk
        if found is None:
            self._settle()
            return
        due, report = found
        target = Path(desk.settings.text("report_folder")) / due.name
        self._frame.work.draw(
            self,
            partial(_write, desk, report, target),
            self._tell,
            refused=self._fail,
            troubled=lambda trouble, _again: self._fail(trouble),
            title=self.tr("Writing {name}").format(name=due.name),
        )

    def _tell(self, path: Path) -> None:
        self.is_busy = False
        head = self.tr("Statistics report written")
        self._frame.say(Kind.DONE, head, str(path), file_offers(path))
        self.tick()  # the next that is due

    def _fail(self, problem: Refusal | Trouble) -> None:
        self.is_busy = False
        self._ticks_to_wait = TICKS_BETWEEN_TRIES
        sentence = self._frame.sentence(problem)
        failed = self._state(self._frame.work.desk), sentence
        if failed != self._failed:
            self._failed = failed
            head = self.tr("A statistics report could not be written")
            self._frame.say(Kind.FAILED, head, sentence)

    def _settle(self) -> None:
        self.is_busy = False
        self._failed = ("", "")
        self._settled = self._state(self._frame.work.desk)


def _look(
    session: Any, desk: "Desk", folder: Path
) -> "tuple[DueReport, StatisticsReport] | None":
    """The first report that is due, counted; None: all are written."""
    from app.statistics import load_statistics_report
    from app.statistics_due import due_reports
    from ui.statistics_due import names_in

    due = due_reports(session, desk, names_in(folder))
    if not due:
        return None
    return due[0], load_statistics_report(session, desk, due[0].span)


def _write(
    desk: "Desk", report: "StatisticsReport", target: Path, progress: Progress
) -> Path:
    from ui.statistics_due import write_report

    progress.step(0, 0)
    return write_report(desk, report, target)


def begin(frame: Frame) -> None:
    """Listen from the start of the window on."""
    ReportWatch.of(frame).tick()
