"""A gap case (追查) as screens and papers show it."""

from dataclasses import dataclass
from datetime import datetime

from models.gap_case import GapKind
from models.slip_copy import CopyPlace


@dataclass(frozen=True, slots=True)
class GapRow:
    """One case. Of a copy: ``place`` is where it is now, ``place_before`` where it was
    before it got lost, ``holder`` who worked on the slip.
    """

    id: int
    version: int
    kind: GapKind
    ref: str
    slip_id: int | None
    number: str | None
    room: str
    holder: str
    place: CopyPlace | None
    place_before: CopyPlace | None
    found_at: datetime
    found_by: str
    cause: str | None
    owner: str | None
    resolution: str | None
    closed_at: datetime | None

    @property
    def is_back(self) -> bool:
        """Whether the copy lies somewhere again although the case is open."""
        return self.closed_at is None and self.place not in (None, CopyPlace.LOST)
