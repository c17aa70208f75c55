"""Whether the finance copies of a period are to be handed over now (K-20, K-21)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.period_day import act_day
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.handover_batch import HandoverBatch, HandoverCopy
from models.period import period_of, previous_period


@dataclass(frozen=True, slots=True)
class HandoverDue:
    """The act of a period: its day, how many copies wait for it, and whether its day
    has come.

    ``is_first``: no bundle of the period was handed over yet; after the first, what
    came later is a top-up.
    """

    period: str
    act_on: date
    count: int
    is_first: bool
    is_due: bool
    is_late: bool


def handover_due(
    session: Session, desk: Desk, *, only_due: bool = False
) -> HandoverDue | None:
    """The handover that comes next or is late; None when nothing waits for one.

    With ``only_due`` one whose day has not come is not looked at.
    Copies of the present period wait for its day; those of earlier ones that are not
    closed are late, the oldest first.
    """
    present = period_of(desk.now(), desk.zone)
    today = desk.today()
    until = present
    if only_due and today < act_day(desk, present):
        until = previous_period(present)
    last_closed = (
        select(func.max(FinancePeriod.code))
        .where(
            FinancePeriod.centre_id == desk.centre_id,
            FinancePeriod.closed_at.is_not(None),
        )
        .scalar_subquery()
    )
    period = session.scalar(
        select(FinanceCopy.posting_period)
        .where(
            _waits(desk),
            FinanceCopy.posting_period > func.coalesce(last_closed, ""),
            FinanceCopy.posting_period <= until,
        )
        .order_by(FinanceCopy.posting_period)
        .limit(1)
    )
    if period is None:
        return None
    act_on = act_day(desk, period)
    return HandoverDue(
        period,
        act_on,
        count_waiting(session, desk, period),
        is_first=not _was_handed_over(session, desk, period),
        is_due=today >= act_on,
        is_late=today > act_on,
    )


def count_waiting(session: Session, desk: Desk, period: str) -> int:
    """How many copies of a period's statement are in hand and were not handed over;
    those in an open bundle are among them.
    """
    waiting = select(func.count()).where(
        _waits(desk), FinanceCopy.posting_period == period
    )
    return session.scalar(waiting) or 0


def _waits(desk: Desk) -> ColumnElement[bool]:
    is_handed = (
        select(HandoverCopy.slip_id)
        .join(HandoverBatch, HandoverBatch.id == HandoverCopy.batch_id)
        .where(
            HandoverCopy.slip_id == FinanceCopy.slip_id,
            HandoverBatch.handed_at >= FinanceCopy.arrived_at,
        )
    )
    return and_(
        FinanceCopy.centre_id == desk.centre_id,
        FinanceCopy.left_at.is_(None),
        FinanceCopy.has_paper,
        ~FinanceCopy.is_early,
        ~exists(is_handed),
    )


def _was_handed_over(session: Session, desk: Desk, period: str) -> bool:
    found = session.scalar(
        select(HandoverBatch.id)
        .where(
            HandoverBatch.centre_id == desk.centre_id,
            HandoverBatch.period == period,
            HandoverBatch.handed_at.is_not(None),
        )
        .limit(1)
    )
    return found is not None
