"""Whether the finance copies of a period are to be handed over now (K-20, K-21)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.handover_guard import is_closed
from app.period_day import act_day
from app.posting import earliest_open_period
from models.finance_copy import FinanceCopy
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
    Copies of the present period wait for its day; those of the period before it and of
    the earliest that is not closed are late.
    """
    present = period_of(desk.now(), desk.zone)
    oldest = earliest_open_period(session, desk, desk.now())
    today = desk.today()
    for period in sorted({oldest, previous_period(present), present}):
        act_on = act_day(desk, period)
        if only_due and today < act_on:
            continue
        count = count_waiting(session, desk, period)
        if not count or is_closed(session, desk, period):
            continue
        return HandoverDue(
            period,
            act_on,
            count,
            is_first=not _was_handed_over(session, desk, period),
            is_due=today >= act_on,
            is_late=today > act_on,
        )
    return None


def count_waiting(session: Session, desk: Desk, period: str) -> int:
    """How many copies of a period's statement are in hand and were not handed over;
    those in an open bundle are among them.
    """
    is_handed = (
        select(HandoverCopy.slip_id)
        .join(HandoverBatch, HandoverBatch.id == HandoverCopy.batch_id)
        .where(
            HandoverCopy.slip_id == FinanceCopy.slip_id,
            HandoverBatch.handed_at >= FinanceCopy.arrived_at,
        )
    )
    found = session.scalar(
        select(func.count()).where(
            FinanceCopy.centre_id == desk.centre_id,
            FinanceCopy.posting_period == period,
            FinanceCopy.left_at.is_(None),
            FinanceCopy.has_paper,
            ~FinanceCopy.is_early,
            ~exists(is_handed),
        )
    )
    return found or 0


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
