"""Listens for slips that wait to be handed out, whichever desk wrote them, and rings.

A calm slip rings once; an urgent one again and again until somebody here opens it or it
no longer waits. It listens also while the board has not been entered or is hidden.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.dispatch_board import Waiting, load_waiting
from models.staff import Permission
from ui.notice import Notice, Sound
from ui.shell.frame import Frame
from ui.tasks import Job

REPEAT_MS = 15_000
_HEARD = "dispatch.heard"
_SOUND = "dispatch.sound"
_OFF = "off"


class DispatchWatch(QObject):
    """One for a window; ``fresh`` are the slips that nobody has opened here yet."""

    fresh_changed = Signal()

    def __init__(self, frame: Frame, notice: Notice | None = None) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._notice = notice or Notice.of(frame.place)
        self._waiting: dict[int, Waiting] | None = None
        self._fresh: dict[int, Waiting] = {}
        self._is_wanted = False
        self._job: Job | None = None
        self._repeat = QTimer(self, interval=REPEAT_MS)
        self._repeat.timeout.connect(self._ring_again)
        frame.work.changed.connect(self._after_change)
        self._ask()

    @classmethod
    def of(cls, frame: Frame) -> "DispatchWatch":
        """The watch of a window, begun at first asking."""
        found = frame.place.findChild(cls)
        return found if isinstance(found, cls) else cls(frame)

    @property
    def fresh(self) -> frozenset[int]:
        """The ids nobody has opened here yet."""
        return frozenset(self._fresh)

    @property
    def is_repeating(self) -> bool:
        """Whether an urgent slip goes on ringing."""
        return self._repeat.isActive()

    @property
    def has_sound(self) -> bool:
        """Whether this computer rings at all."""
        return self._frame.state.text(_SOUND) != _OFF

    def set_sound(self, is_on: bool) -> None:
        """Switch the sound of this computer."""
        self._frame.state.set_text(_SOUND, "" if is_on else _OFF)
        self._frame.state.save()

    def want(self) -> None:
        """Somebody works at the board of this window: it rings whoever acts."""
        self._is_wanted = True

    def open(self, slip_id: int) -> None:
        """Somebody here has seen the slip."""
        if self._fresh.pop(slip_id, None) is not None:
            self._after_news()

    def _after_change(self, tables: frozenset[str]) -> None:
        if "slip" in tables:
            self._ask()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self._frame.work.look(self, load_waiting, done=self._put)

    def _put(self, found: Sequence[Waiting]) -> None:
        self._job = None
        now = {one.id: one for one in found}
        before = self._waiting
        fresh = self._unheard(found) if before is None else _new(before, found)
        self._waiting = now
        self._fresh = {
            slip_id: now[slip_id] for slip_id in self._fresh if slip_id in now
        }
        self._fresh |= {one.id: one for one in fresh}
        self._after_news()
        if fresh and self.may_ring():
            self._ring(fresh)

    def _unheard(self, found: Sequence[Waiting]) -> list[Waiting]:
        """What came while the program was closed, and what was never opened."""
        last, _, unopened = self._frame.state.text(_HEARD).partition(";")
        if not last.isdigit():
            return []
        waited = {int(word) for word in unopened.split(",") if word.isdigit()}
        return [one for one in found if one.id > int(last) or one.id in waited]

    def _after_news(self) -> None:
        last = max(self._waiting or (), default=0)
        known = self._frame.state.text(_HEARD).partition(";")[0]
        last = max(last, int(known) if known.isdigit() else 0)
        unopened = ",".join(str(slip_id) for slip_id in sorted(self._fresh))
        self._frame.state.set_text(_HEARD, f"{last};{unopened}")
        is_urgent = any(one.is_urgent for one in self._fresh.values())
        if is_urgent and not self._repeat.isActive():
            self._repeat.start()
        elif not is_urgent:
            self._repeat.stop()
        if not self._fresh:
            self._notice.rest()
        self.fresh_changed.emit()

    def may_ring(self) -> bool:
        """Whether anybody here hands slips out."""
        may = self._frame.work.desk.may(Permission.DISPATCH_SLIP)
        return self._is_wanted or may

    @Slot()
    def _ring_again(self) -> None:
        urgent = [one for one in self._fresh.values() if one.is_urgent]
        if urgent and self.may_ring():
            self._ring(urgent)

    def _ring(self, slips: Sequence[Waiting]) -> None:
        urgent = [one for one in slips if one.is_urgent]
        first = (urgent or list(slips))[0]
        if urgent:
            title = self.tr("Urgent slip to dispatch: {room}")
        else:
            title = self.tr("New slip to dispatch: {room}")
        sound = Sound.URGENT if urgent else Sound.NEW
        text = f"{first.number} {first.content}"
        self.ring(sound, title.format(room=first.room), text, first.id)

    def ring(self, sound: Sound, title: str, text: str, slip_id: int) -> None:
        """Ring, and leave a note for whoever does not look at the window."""
        if self.has_sound:
            self._notice.ring(sound)
        if not _is_looked_at(self._frame.place):
            self._notice.tell(
                title, text, lambda: self._frame.show_page("dispatch", slip_id)
            )


def _new(before: dict[int, Waiting], found: Iterable[Waiting]) -> list[Waiting]:
    """What did not wait before, or was not urgent then."""
    return [
        one
        for one in found
        if one.id not in before or (one.is_urgent and not before[one.id].is_urgent)
    ]


def _is_looked_at(window: QWidget) -> bool:
    return window.isActiveWindow() and not window.isMinimized()
