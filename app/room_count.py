"""What waits in each room (待派, 未返): the figures beside the rooms of the window."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.callback_work import load_callback_work
from app.desk import Desk
from models.slip import Slip, SlipState
from models.staff import Permission

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
    come back (未返), to be called back about (待回访).
    """

    bounced: int
    to_dispatch: int
    not_back: int
    to_call: int = 0


def count_rooms(session: Session, desk: Desk) -> RoomCount:
    """Open slips in one statement; callbacks where the actor makes them."""
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
    is_caller = desk.may(Permission.CALL_BACK)
    to_call = load_callback_work(session, desk).waiting if is_caller else 0
    return RoomCount(*found, to_call=to_call)
