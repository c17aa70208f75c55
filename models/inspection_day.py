"""The day's inspection (当日验收) as list, paper and screen tell it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from models.natural_order import natural_key
from models.slip import SlipState


class Placed(Protocol):
    """What lies in an area, at a place."""

    @property
    def area(self) -> str:
        """区域."""

    @property
    def place(self) -> str:
        """地点."""


SomePlaced = TypeVar("SomePlaced", bound=Placed)


def walk_order(work: Iterable[SomePlaced]) -> list[SomePlaced]:
    """In the order of one walk: area by area, and within it place by place.

    What lies at the same place stays as it came.
    """
    return sorted(work, key=lambda one: (natural_key(one.area), natural_key(one.place)))


@dataclass(frozen=True, slots=True)
class WorkToInspect:
    """Public work that is back and waits for Housekeeping.

    ``is_late``: its paper came later than it should after the work was done; None
    where nobody told when that was. ``failed_for``: why it failed the last time.
    """

    slip_id: int
    number: str
    version: int
    area: str
    place: str
    content: str
    is_urgent: bool
    trade: str
    technicians: tuple[str, ...]
    result_text: str
    done_at: datetime | None
    returned_at: datetime
    is_late: bool | None
    rework_no: int
    failed_for: str


@dataclass(frozen=True, slots=True)
class InspectedWork:
    """An inspection of the day; ``is_standing``: what it says still holds."""

    inspection_id: int
    slip_id: int
    number: str
    area: str
    place: str
    content: str
    is_passed: bool
    note: str
    by: str
    at: datetime
    is_standing: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed inspection as management is told of it; ``seen_at`` None: not yet seen.

    ``failed_no``: how often the slip has failed by then.
    """

    notice_id: int
    slip_id: int
    number: str
    area: str
    place: str
    content: str
    trade: str
    supervisor: str
    technicians: tuple[str, ...]
    result_text: str
    note: str
    by: str
    at: datetime
    failed_no: int
    state: SlipState
    seen_by: str
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class InspectionDay:
    """What waits (the oldest first), what was inspected today (the newest first), and
    the failures of today with those that management has not seen.

    ``older``: how many more wait than are listed.
    """

    day: date
    waiting: tuple[WorkToInspect, ...]
    older: int
    inspected: tuple[InspectedWork, ...]
    failures: tuple[Failure, ...]

    @property
    def unseen(self) -> tuple[Failure, ...]:
        """The failures that management has still to see."""
        return tuple(one for one in self.failures if one.seen_at is None)
