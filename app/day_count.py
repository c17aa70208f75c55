"""What waits on the pages of the day: returns, follow-ups, gaps, the handover."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.follow_up import count_late, own_side
from app.room_count import count_rooms
from app.shift_handover import missed_shifts
from models.gap_case import GapCase


@dataclass(frozen=True, slots=True)
class DayCount:
    """Papers out; slips late for a look of the actor's side (of either where nobody is
    a side); open gap cases; shifts of the last month that nobody handed over.
    """

    out: int
    to_follow_up: int
    open_gaps: int
    missed_handovers: int


def count_day(session: Session, desk: Desk) -> DayCount:
    """All figures of this moment."""
    open_gaps = session.scalar(
        select(func.count()).where(
            GapCase.centre_id == desk.centre_id, GapCase.closed_at.is_(None)
        )
    )
    return DayCount(
        out=count_rooms(session, desk).not_back,
        to_follow_up=count_late(session, desk, own_side(session, desk)),
        open_gaps=open_gaps or 0,
        missed_handovers=len(missed_shifts(session, desk)),
    )
