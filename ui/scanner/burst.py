"""Tells a scanner from fingers: its keys come so fast that no person could press them.

Keys are held back for as long as the next one of a scanner would take. What turns out
to be typing is handed on then, in order; a code is taken whole and reaches no field.
"""

from collections.abc import Callable
from dataclasses import dataclass

GAP_MS = 35
"""Fingers are slower than this from one key to the next, over a whole number."""
HOLD_MS = 40
"""So long the last key waits for another one."""
STUMBLE_MS = 500
"""So long a scanner or a busy computer may stop in the middle of a code."""


@dataclass(frozen=True, slots=True)
class When:
    """When a key was pressed: ``stamp`` as the keyboard says (0: it does not), and
    ``seen`` when the program came to it, both in ms.
    """

    stamp: int
    seen: int

    def follows(self, before: "When", within: int = GAP_MS) -> bool:
        """Whether so soon after ``before`` as only a scanner presses keys. A window
        that was busy sees old keys late; their stamps tell how far apart they were.
        """
        if self.stamp and before.stamp:
            return 0 <= self.stamp - before.stamp <= within
        return 0 <= self.seen - before.seen <= within


@dataclass(frozen=True, slots=True)
class Held:
    """A key that waits: its sign, when it was pressed, and how to hand it on."""

    sign: str
    when: When
    hand_on: Callable[[], object]


class Burst:
    """The keys held back now, each pressed soon after the one before."""

    def __init__(self) -> None:
        self._held: list[Held] = []

    @property
    def text(self) -> str:
        """The signs in order."""
        return "".join(held.sign for held in self._held)

    @property
    def began(self) -> When | None:
        """When the first one was pressed."""
        return self._held[0].when if self._held else None

    @property
    def ended(self) -> When | None:
        """When the last one was pressed."""
        return self._held[-1].when if self._held else None

    def goes_on(self, when: When) -> bool:
        """Whether a key pressed ``when`` belongs to those that are held."""
        return bool(self._held) and when.follows(self._held[-1].when)

    def add(self, held: Held) -> None:
        """One more."""
        self._held.append(held)

    def take(self) -> str:
        """It is a code: nothing of it is handed on."""
        text, self._held = self.text, []
        return text

    def let_go(self, count: int | None = None) -> None:
        """It is typing: hand every key on, or the first ``count``."""
        end = len(self._held) if count is None else count
        held, self._held = self._held[:end], self._held[end:]
        for each in held:
            each.hand_on()
