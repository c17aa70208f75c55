"""Which period may be closed: after its end, in order, once (4.7-4)."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import Refusal
from app.statement import find_period
from models.base import table_of
from models.finance_period import FinancePeriod
from models.handover_batch import HandoverBatch, HandoverCopy
from models.period import next_period, period_bounds, period_of
from models.slip import Slip

_PERIOD = table_of(FinancePeriod)
_SLIP = table_of(Slip)
_BATCH = table_of(HandoverBatch)
_BUNDLED = table_of(HandoverCopy)


class PeriodNotOver(Refusal):
    """The period ``period`` can be closed from ``from_at`` on, the 21st 00:00."""


class PeriodClosedAlready(Refusal):
    """``period`` was closed at ``at`` by ``by``."""


class EarlierPeriodOpen(Refusal):
    """``earlier`` must be closed before ``period``."""


class LaterPeriodClosed(Refusal):
    """``later`` was closed, so ``period`` takes nothing any more."""


class BundleOpen(Refusal):
    """Bundle ``batch_no`` of ``period`` was begun and holds ``count`` copies that
    nobody has handed over.
    """


def require_no_open_bundle(session: Session, desk: Desk, period: str) -> None:
    """Raise ``BundleOpen``: once the period is closed its bundles can not be changed,
    and the copies would lie between both sides for ever.
    """
    row = session.execute(
        select(_BATCH.c.batch_no, func.count())
        .join(_BUNDLED, _BUNDLED.c.batch_id == _BATCH.c.id)
        .where(
            _BATCH.c.centre_id == desk.centre_id,
            _BATCH.c.period == period,
            _BATCH.c.handed_at.is_(None),
        )
        .group_by(_BATCH.c.batch_no)
    ).first()
    if row is not None:
        raise BundleOpen(period=period, batch_no=row[0], count=row[1])


def last_closed(session: Session, desk: Desk) -> str | None:
    """The latest period that was closed."""
    return session.execute(
        select(func.max(_PERIOD.c.code)).where(
            _PERIOD.c.centre_id == desk.centre_id, _PERIOD.c.closed_at.is_not(None)
        )
    ).scalar()


def earlier_open(session: Session, desk: Desk, period: str) -> str | None:
    """The period that must be closed before this one; the books begin with their
    first slip.
    """
    last = last_closed(session, desk)
    if last is not None:
        first = next_period(last)
    else:
        first_at: datetime | None = session.execute(
            select(func.min(_SLIP.c.issued_at)).where(
                _SLIP.c.centre_id == desk.centre_id
            )
        ).scalar()
        first = period if first_at is None else period_of(first_at, desk.zone)
    return first if first < period else None


def require_closable(session: Session, desk: Desk, period: str) -> None:
    """Raise what forbids to close a period now."""
    row = find_period(session, desk, period)
    if row is not None and row.closed_at is not None:
        raise PeriodClosedAlready(period=period, at=row.closed_at, by=row.closed_by)
    last = last_closed(session, desk)
    if last is not None and period < last:
        raise LaterPeriodClosed(period=period, later=last)
    _, ends_at = period_bounds(period, desk.zone)
    if desk.now() < ends_at:
        raise PeriodNotOver(period=period, from_at=ends_at)
    earlier = earlier_open(session, desk, period)
    if earlier is not None:
        raise EarlierPeriodOpen(period=period, earlier=earlier)
