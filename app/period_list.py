"""The finance periods there are to look at, and how far each is (结算期, 4.7-1)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.finance_period import FinancePeriod
from models.period import next_period, period_bounds, period_of, previous_period
from models.slip import Slip


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period, half-open from ``starts_at`` to ``ends_at``.

    ``proposed_at`` and ``proposed_by`` are housekeeping's half of its close,
    ``closed_at`` and ``closed_by`` Finance's.
    """

    code: str
    starts_at: datetime
    ends_at: datetime
    proposed_at: datetime | None = None
    proposed_by: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.closed_at is not None


def load_periods(session: Session, desk: Desk) -> tuple[PeriodRow, ...]:
    """Every period from that of the first slip to the present one, in order.

    One in which nothing happened is among them: it is closed like any other.
    """
    first = session.scalar(
        select(func.min(Slip.issued_at)).where(Slip.centre_id == desk.centre_id)
    )
    rows = session.execute(
        select(
            FinancePeriod.code,
            FinancePeriod.proposed_at,
            FinancePeriod.proposed_by,
            FinancePeriod.closed_at,
            FinancePeriod.closed_by,
        ).where(FinancePeriod.centre_id == desk.centre_id)
    )
    known = {row.code: row for row in rows}
    present = period_of(desk.now(), desk.zone)
    codes = {present, *known}
    if first is not None:
        codes.add(period_of(first, desk.zone))
    code, last = min(codes), max(codes)
    found = []
    while code <= last:
        starts_at, ends_at = period_bounds(code, desk.zone)
        row = known.get(code)
        found.append(
            PeriodRow(code, starts_at, ends_at)
            if row is None
            else PeriodRow(
                code,
                starts_at,
                ends_at,
                row.proposed_at,
                row.proposed_by or "",
                row.closed_at,
                row.closed_by or "",
            )
        )
        code = next_period(code)
    return tuple(found)


def period_to_begin_with(periods: tuple[PeriodRow, ...], present: str) -> str:
    """Where work begins: the period that waits to be closed, else the present one."""
    before = previous_period(present)
    waits = any(row.code == before and not row.is_closed for row in periods)
    return before if waits else present
