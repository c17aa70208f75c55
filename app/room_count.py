"""What waits in each room (待派, 未返): the figures beside the rooms of the window."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session

from app.callback_work import count_callbacks_to_go
from app.desk import Desk
from app.finance_count import count_finance
from app.inspection_count import waiting_count
from app.manager_notice import unseen_count
from app.return_check_day import return_until
from models.feedback import Feedback
from models.return_check import ReturnCheck
from models.slip import OPEN_STATES, Slip, SlipState
from models.staff import Permission


@dataclass(frozen=True, slots=True)
class RoomCount:
    """How many slips wait: sent back for mending (退回), to be handed out (待派), to
    come back or be explained by today's return check (未返), to be inspected (待验收),
    to be called back (待回访), to be decided or handed over in the finance room (待办).
    Whoever manages finds the failures that are still to be seen counted with the
    inspections.
    """

    bounced: int
    to_dispatch: int
    not_back: int
    to_inspect: int = 0
    to_call: int = 0
    in_finance: int = 0
    is_checked: bool = False
    """Today's return check is final."""


def count_rooms(session: Session, desk: Desk) -> RoomCount:
    """What waits in one statement, callbacks and money where the actor sees to them."""
    is_issued = Slip.state == SlipState.ISSUED
    found = session.execute(
        select(
            func.count().filter(is_issued, Slip.is_bounced),
            func.count().filter(is_issued, ~Slip.is_bounced),
            func.count().filter(_is_owed_today(desk)),
            exists().where(
                ReturnCheck.centre_id == desk.centre_id,
                ReturnCheck.day == desk.today(),
            ),
            *(count.scalar_subquery() for count in _inspection_counts(desk)),
        ).where(
            Slip.centre_id == desk.centre_id,
            Slip.state.in_(OPEN_STATES),
        )
    ).one()
    bounced, to_dispatch, not_back, is_checked, *to_inspect = found
    is_caller = desk.may(Permission.CALL_BACK)
    return RoomCount(
        bounced,
        to_dispatch,
        not_back,
        to_inspect=sum(to_inspect),
        to_call=count_callbacks_to_go(session, desk) if is_caller else 0,
        in_finance=count_finance(session, desk).together,
        is_checked=bool(is_checked),
    )


def _is_owed_today(desk: Desk) -> ColumnElement[bool]:
    """Neither back nor explained, and of today's set (4.6)."""
    day = desk.today()
    begins, ends = desk.day_bounds(day)
    is_explained = exists().where(
        Feedback.slip_id == Slip.id, Feedback.told_at >= begins, Feedback.told_at < ends
    )
    return and_(Slip.issued_at < return_until(desk, day), ~is_explained)


def _inspection_counts(desk: Desk) -> list[Select[int]]:
    """What waits for whoever inspects, and for whoever manages."""
    counts = []
    if desk.may(Permission.INSPECT_SLIP):
        counts.append(waiting_count(desk))
    if desk.may(Permission.SEE_FAILURE):
        counts.append(unseen_count(desk))
    return counts
