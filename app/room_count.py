"""What waits in each room (待派, 未返): the figures beside the rooms of the window."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.callback_work import count_callbacks_to_go
from app.desk import Desk
from app.inspection_count import waiting_count
from app.manager_notice import unseen_count
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
    come back (未返), to be inspected (待验收), to be called back (待回访). Whoever
    manages finds the failures that are still to be seen counted with the inspections.
    """

    bounced: int
    to_dispatch: int
    not_back: int
    to_inspect: int = 0
    to_call: int = 0


def count_rooms(session: Session, desk: Desk) -> RoomCount:
    """What waits in one statement, and callbacks where the actor makes them."""
    is_issued = Slip.state == SlipState.ISSUED
    found = session.execute(
        select(
            func.count().filter(is_issued, Slip.is_bounced),
            func.count().filter(is_issued, ~Slip.is_bounced),
            func.count().filter(Slip.state.in_(OUT)),
            *(count.scalar_subquery() for count in _inspection_counts(desk)),
        ).where(
            Slip.centre_id == desk.centre_id,
            Slip.state.in_((SlipState.ISSUED, *OUT)),
        )
    ).one()
    bounced, to_dispatch, not_back, *to_inspect = found
    is_caller = desk.may(Permission.CALL_BACK)
    return RoomCount(
        bounced,
        to_dispatch,
        not_back,
        to_inspect=sum(to_inspect),
        to_call=count_callbacks_to_go(session, desk) if is_caller else 0,
    )


def _inspection_counts(desk: Desk) -> list[Select[int]]:
    """What waits for whoever inspects, and for whoever manages."""
    counts = []
    if desk.may(Permission.INSPECT_SLIP):
        counts.append(waiting_count(desk))
    if desk.may(Permission.SEE_FAILURE):
        counts.append(unseen_count(desk))
    return counts
