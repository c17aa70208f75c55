"""Which finance period a fact posts to (4.7-6, 4.7-7); what is closed takes nothing."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.centre import Centre
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.period import next_period, period_of
from models.slip import Slip

_LAST_CLOSED = select(func.max(FinancePeriod.code)).where(
    FinancePeriod.centre_id == bindparam("centre"),
    FinancePeriod.closed_at.is_not(None),
)
_LAST_CLOSED_BY = _LAST_CLOSED.where(FinancePeriod.closed_at <= bindparam("at"))
_HOLD = (
    select(Centre.id).where(Centre.id == bindparam("centre")).with_for_update(read=True)
)
_INCLUSION = select(FinanceCopy.posting_period).where(
    FinanceCopy.slip_id == bindparam("slip"), FinanceCopy.left_at.is_(None)
)


class Closings:
    """The closes a book tells of, for facts that are replayed at their own times.

    ``least`` is the earliest period that is open whatever the book says: what the
    database has closed already takes nothing.
    """

    def __init__(
        self, closed: Iterable[tuple[datetime, str]], zone: ZoneInfo, least: str = ""
    ) -> None:
        self._closed = sorted(closed)
        self._zone = zone
        self._least = least

    def earliest_open(self, at: datetime) -> str:
        """The earliest period still open at a moment; empty while none was closed.

        A close at the very second comes first.
        """
        closed = [code for when, code in self._closed if when <= at]
        return max(self._least, next_period(closed[-1]) if closed else "")

    def period(self, effective_at: datetime, recorded_at: datetime) -> str:
        """The period of something that happened and was written down then."""
        own = period_of(effective_at, self._zone)
        return max(own, self.earliest_open(recorded_at))


def last_closed_period(
    session: Session, desk: Desk, at: datetime | None = None
) -> str | None:
    """The latest period that was closed (by ``at``), or None."""
    asked: dict[str, object] = {"centre": desk.centre_id}
    if at is None:
        return session.scalar(_LAST_CLOSED, asked)
    return session.scalar(_LAST_CLOSED_BY, asked | {"at": at})


def earliest_open_period(session: Session, desk: Desk, at: datetime) -> str:
    """The earliest period still open at a moment; a close at the very second is one.

    While nothing was closed, books begin with the first slip.
    """
    closed = last_closed_period(session, desk, at)
    if closed is not None:
        return next_period(closed)
    first = session.scalar(
        select(func.min(Slip.issued_at)).where(Slip.centre_id == desk.centre_id)
    )
    return period_of(at if first is None else first, desk.zone)


def posting_period(session: Session, desk: Desk, effective_at: datetime) -> str:
    """Where something that is recorded now posts (4.7-7).

    Every period that was really closed counts, also one that a desk with another
    clock closed later than this desk's present.
    """
    hold_periods(session, desk)
    closed = last_closed_period(session, desk)
    own = period_of(effective_at, desk.zone)
    return own if closed is None else max(own, next_period(closed))


def waive_period(
    session: Session, desk: Desk, slip_id: int, effective_at: datetime
) -> str | None:
    """Where a waiver posts: not earlier than the slip's finance copy (4.7-7).

    None while the copy is not in hand; ``app/finance_copy.py`` posts it then.
    """
    own = posting_period(session, desk, effective_at)
    inclusion = inclusion_of(session, slip_id)
    return None if inclusion is None else max(own, inclusion)


def inclusion_of(session: Session, slip_id: int) -> str | None:
    """The period whose statement takes the slip's finance copy, if it is in hand."""
    return session.scalar(_INCLUSION, {"slip": slip_id})


def hold_periods(session: Session, desk: Desk) -> None:
    """Until this step ends nobody closes a period; others may post meanwhile.

    Who closes waits its turn (``app.directory.wait_turn``).
    """
    session.execute(_HOLD, {"centre": desk.centre_id})
