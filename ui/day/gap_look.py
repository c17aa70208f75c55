"""Looks for what is missing and opens a case for each new thing."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.desk import Desk
from app.gap import open_gaps
from app.gap_find import GapSpan, Hole, find_gaps
from models.period import period_bounds, period_of
from ui.kit.button import Button
from ui.shell.frame import Frame, Kind


class GapLook(QObject):
    """Reads on the read lane, so that nobody who issues waits; then opens the cases."""

    opened = Signal()
    """There are new cases."""

    def __init__(self, frame: Frame, button: Button) -> None:
        super().__init__(button)
        self._frame = frame
        self._button = button
        button.clicked.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Look through this period and the one before it, and what is still open."""
        self._button.setEnabled(False)
        self._frame.work.look(
            self,
            find_gaps,
            recent_span(self._frame.work.desk),
            done=self._found,
            ended=partial(self._button.setEnabled, True),
            title=self.tr("Looking for gaps"),
        )

    def _found(self, holes: Sequence[Hole]) -> None:
        if not holes:
            self._frame.say(Kind.DONE, self.tr("Nothing new is missing"))
            return
        self._frame.work.change(self, open_gaps, holes, done=self._opened)

    def _opened(self, count: int) -> None:
        self._frame.say(Kind.WAITS, self.tr("%n new case(s)", "", count))
        self.opened.emit()


def recent_span(desk: Desk) -> GapSpan:
    """This finance period and the one before it, to this day."""
    begins, _ = period_bounds(period_of(desk.now(), desk.zone), desk.zone)
    code = period_of(begins - timedelta(seconds=1), desk.zone)
    before, _ = period_bounds(code, desk.zone)
    tomorrow = desk.today() + timedelta(days=1)
    return GapSpan(desk.local(before).date(), tomorrow)
