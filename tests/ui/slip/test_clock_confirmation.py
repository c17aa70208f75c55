"""After the clock went back a supervisor confirms it in the window."""

from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject

from app.numbering import ClockWentBack, confirm_clock
from app.slip_refusals import FieldMissing
from models.staff import Permission
from tests.clock import Clock
from ui.slip.clock_confirmation import offer_clock


class _Frame:
    """A frame that keeps what it was told."""

    def __init__(self, *rights: Permission) -> None:
        self.said: list[tuple[Any, ...]] = []
        self.changed: list[Any] = []
        desk = SimpleNamespace(may=lambda right: right in rights)
        self.work = SimpleNamespace(desk=desk, change=self._change)

    def say(self, *words: Any) -> None:
        self.said.append(words)

    def sentence(self, refusal: Exception) -> str:
        return type(refusal).__name__

    def _change(self, owner: QObject, step: Any, *, done: Any) -> None:
        self.changed.append(step)
        done(None)


def _refusal() -> ClockWentBack:
    clock = Clock()
    return ClockWentBack(last=clock.advance(hours=1), now=clock.advance(hours=-1))


def test_a_supervisor_confirms_the_clock_from_the_message(qapp: QObject) -> None:
    frame: Any = _Frame(Permission.CONFIRM_CLOCK)

    assert offer_clock(frame, qapp, _refusal())
    frame.said[0][3][0].take()

    assert frame.changed == [confirm_clock]
    assert len(frame.said) == 2


def test_others_and_other_refusals_are_not_offered_it(qapp: QObject) -> None:
    desk: Any = _Frame()
    supervisor: Any = _Frame(Permission.CONFIRM_CLOCK)

    assert not offer_clock(desk, qapp, _refusal())
    assert not offer_clock(supervisor, qapp, FieldMissing(field="content"))
    assert not desk.said
    assert not supervisor.said
