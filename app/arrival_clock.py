"""How long somebody may take: the clock of the arrival and of an urgent answer (K-05).

Limits are judged in whole minutes: the seconds of both ends are cut off first.
"""

from dataclasses import dataclass
from datetime import datetime

PRESSING_PERCENT = 80
"""From this share of the limit on it presses (S3-8.2)."""
_WINDOW = 60  # minutes before an appointment in which its clock fills


@dataclass(frozen=True, slots=True)
class Countdown:
    """A clock that runs: minutes passed, minutes left (below zero: too late).

    ``due_at`` is set where the owner named the time; then the minutes passed count
    the last hour before it.
    """

    passed: int
    left: int
    due_at: datetime | None = None

    @property
    def is_late(self) -> bool:
        """Whether the last minute has gone by."""
        return self.left < 0

    @property
    def is_pressing(self) -> bool:
        """Whether four fifths of the limit are used up."""
        return self.passed * 100 >= (self.passed + self.left) * PRESSING_PERCENT

    @property
    def per_mille(self) -> int:
        """How much of the limit is used up, 0 to 1000."""
        limit = self.passed + self.left
        if self.is_late or limit <= 0:
            return 1000
        return max(0, min(1000, self.passed * 1000 // limit))


def whole_minutes(since: datetime, until: datetime) -> int:
    """Minutes from ``since`` to ``until``, seconds cut from both."""
    return int(until.timestamp()) // 60 - int(since.timestamp()) // 60


def count_down(since: datetime, limit: int, now: datetime) -> Countdown:
    """The clock that began at ``since`` and allows ``limit`` minutes."""
    passed = max(0, whole_minutes(since, now))
    return Countdown(passed, limit - passed)


def count_down_to(due_at: datetime, now: datetime) -> Countdown:
    """The clock of an appointment: it is judged against the time itself."""
    left = whole_minutes(now, due_at)
    return Countdown(max(0, _WINDOW - left), left, due_at)
