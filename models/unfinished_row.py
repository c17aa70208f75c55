"""An unfinished slip (未完成) with the last look of each side, as it is shown."""

from dataclasses import dataclass
from datetime import datetime

from models.follow_up import FollowUpSide
from models.slip import JobType, SlipState


@dataclass(frozen=True, slots=True)
class LastLook:
    """The last follow-up of one side."""

    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class UnfinishedRow:
    """An unfinished slip with the last look of each side; ``late_for``: who is due."""

    id: int
    version: int
    number: str
    unit_label: str | None
    area: str
    place: str
    content: str
    state: SlipState
    job_type: JobType
    trade: str | None
    supervisor: str | None
    technicians: tuple[str, ...]
    issued_at: datetime
    reason: str | None
    eta_at: datetime | None
    escalated_to: str | None
    engineering: LastLook | None
    housekeeping: LastLook | None
    late_for: frozenset[FollowUpSide]
