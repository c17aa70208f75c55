"""What waits in each room (待派, 未返): the figures beside the rooms of the window."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.slip import Slip, SlipState

OUT = (
    SlipState.DISPATCHED,
    SlipState.ON_SITE,
    SlipState.QUOTED,
    SlipState.DISPUTED,
    SlipState.WORKING,
    SlipState.DONE,
)
"""The paper is with the technicians and owed; a suspended slip has told why not."""


@dataclass(frozen=True, slots=True)
class RoomCount:
    """How many slips wait: sent back for mending (退回), to be handed out (待派), to
    come back (未返).
    """

    bounced: int
    to_dispatch: int
    not_back: int


def count_rooms(session: Session, desk: Desk) -> RoomCount:
    """All figures in one statement, over open slips alone."""
    is_issued = Slip.state == SlipState.ISSUED
    found = session.execute(
        select(
            func.count().filter(is_issued, Slip.is_bounced),
            func.count().filter(is_issued, ~Slip.is_bounced),
            func.count().filter(Slip.state.in_(OUT)),
        ).where(
            Slip.centre_id == desk.centre_id,
            Slip.state.in_((SlipState.ISSUED, *OUT)),
        )
    ).one()
    return RoomCount(*found)
