"""How many finished slips were called back (回访率), counted in whole numbers."""

from dataclasses import dataclass
from datetime import datetime

from models.rate import rate_text


def share(percent: int, count: int) -> int:
    """The smallest whole number that is at least ``percent`` of ``count``."""
    return (percent * count + 99) // 100


@dataclass(frozen=True, slots=True)
class CallbackShare:
    """One class of slips: how many there are, must be called, and were reached."""

    base: int
    need: int
    done: int

    @property
    def rate(self) -> str | None:
        """The share that was reached in percent; None if there was nothing to call."""
        return rate_text(self.done, self.base)

    @property
    def missing(self) -> int:
        """How many more must be reached (还需回访)."""
        return max(0, self.need - self.done)

    @property
    def is_met(self) -> bool:
        """Whether enough were reached; of nothing, nothing is asked."""
        return self.missing == 0


@dataclass(frozen=True, slots=True)
class CallbackCoverage:
    """The slips whose completed return fell in [from_at, until_at), as known at ``at``.

    ``unit`` are those that concern an owner, ``public`` all others.
    """

    from_at: datetime
    until_at: datetime
    at: datetime
    unit: CallbackShare
    public: CallbackShare

    @property
    def overall(self) -> CallbackShare:
        """Both together."""
        return CallbackShare(
            self.unit.base + self.public.base,
            self.unit.need + self.public.need,
            self.unit.done + self.public.done,
        )
