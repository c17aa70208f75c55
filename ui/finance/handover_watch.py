"""Tells on the day of the handover that copies are to go to Finance (K-20, K-21).

After the return check of that day, once; on the days after it, in the morning.
"""

from PySide6.QtCore import QObject, QTimer, Slot

from app.handover_due import HandoverDue, handover_due
from models.staff import Permission
from ui.shell.frame import Frame, Kind, Offer

TICK_MS = 60_000
_TOLD = "finance.handover_told"


class HandoverWatch(QObject):
    """One for a window; what it has told is remembered through a restart."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._is_asking = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @classmethod
    def of(cls, frame: Frame) -> "HandoverWatch":
        """The one of a window, begun at first asking."""
        found = frame.place.findChild(cls)
        return found if isinstance(found, cls) else cls(frame)

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        desk = self._frame.work.desk
        told = self._frame.state.text(_TOLD) == desk.today().isoformat()
        if self._is_asking or told or not desk.may(Permission.HAND_OVER_COPY):
            return
        self._is_asking = True
        self._frame.work.look_quietly(
            self, handover_due, done=self._put, failed=lambda _: self._rest()
        )

    def _rest(self) -> None:
        self._is_asking = False

    def _put(self, due: HandoverDue | None) -> None:
        self._rest()
        desk = self._frame.work.desk
        if due is None or not due.is_due:
            return
        local = desk.local(desk.now())
        minute = local.hour * 60 + local.minute
        if not due.is_late and minute < desk.settings.minute_of_day(
            "feedback_deadline"
        ):
            return
        self._frame.state.set_text(_TOLD, desk.today().isoformat())
        head = self.tr("Handover to Finance")
        text = self.tr("%n copies of {period} are to go to Finance.", "", due.count)
        offer = Offer(
            self.tr("Open"), lambda: self._frame.show_page("finance", "handover")
        )
        self._frame.say(Kind.WAITS, head, text.format(period=due.period), [offer])


def begin(frame: Frame) -> None:
    """Listen from the start of the window on."""
    HandoverWatch.of(frame).tick()
