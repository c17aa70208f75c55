"""What a statement counts: its period, the moment, and where the last close left off.

Everything before the last closed statement is not looked at again: what slips owed and
which copies were out stands in its carried slips.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.base import table_of
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.period import period_bounds
from models.slip import Slip

ENTRY = table_of(LedgerEntry)
COPY = table_of(FinanceCopy)
SLIP = table_of(Slip)
_PERIOD = table_of(FinancePeriod)

SIGNED = case(
    (ENTRY.c.kind.in_((EntryKind.WAIVE, EntryKind.PAY)), -ENTRY.c.amount),
    else_=ENTRY.c.amount,
)
"""What an entry adds to what is owed."""


@dataclass(frozen=True, slots=True)
class Base:
    """The last statement closed before this one."""

    id: int
    code: str
    ends_at: datetime
    closing: Decimal
    last_slip_id: int


@dataclass(frozen=True, slots=True)
class Scope:
    """One question: a period of a centre as known at a moment, that second included."""

    centre_id: int
    period: str
    starts_at: datetime
    ends_at: datetime
    at: datetime
    base: Base | None
    last_slip_id: int | None
    """The newest slip there was, for a statement that is counted again."""

    @property
    def params(self) -> dict[str, object]:
        """What fills the statements that were made of ``ASKED``."""
        return {
            "centre_id": self.centre_id,
            "period": self.period,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "at": self.at,
            "base_code": "" if self.base is None else self.base.code,
        }

    @property
    def carried(self) -> Decimal:
        """What was owed at the end of the last closed statement."""
        return ZERO if self.base is None else self.base.closing


def _asked() -> Scope:
    blank: Any = bindparam
    base = Base(0, blank("base_code"), blank("base_ends_at"), ZERO, 0)
    return Scope(
        centre_id=blank("centre_id"),
        period=blank("period"),
        starts_at=blank("starts_at"),
        ends_at=blank("ends_at"),
        at=blank("at"),
        base=base,
        last_slip_id=None,
    )


ASKED = _asked()
"""A scope of blanks, for statements that are made once and asked every time."""
_BASE = (
    select(_PERIOD.c.id, _PERIOD.c.code, _PERIOD.c.closing, _PERIOD.c.last_slip_id)
    .where(
        _PERIOD.c.centre_id == bindparam("of_centre"),
        _PERIOD.c.code < bindparam("before"),
        _PERIOD.c.closed_at <= bindparam("by_then"),
        _PERIOD.c.closing.is_not(None),
    )
    .order_by(_PERIOD.c.code.desc())
    .limit(1)
)


def scope_of(
    session: Session,
    desk: Desk,
    period: str,
    at: datetime,
    last_slip_id: int | None = None,
) -> Scope:
    """The scope of a period; the base is the last one that was closed by ``at``."""
    starts_at, ends_at = period_bounds(period, desk.zone)
    asked = {"of_centre": desk.centre_id, "before": period, "by_then": at}
    row = session.execute(_BASE, asked).one_or_none()
    base = None
    if row is not None:
        until_at = period_bounds(row.code, desk.zone)[1]
        base = Base(row.id, row.code, until_at, row.closing, row.last_slip_id)
    return Scope(desk.centre_id, period, starts_at, ends_at, at, base, last_slip_id)


def is_known(scope: Scope) -> ColumnElement[bool]:
    """An entry that was recorded by then; a charge is known with its copy, and a
    waiver posts with it.
    """
    is_charge = ENTRY.c.kind == EntryKind.CHARGE
    has_copy = exists().where(is_there(scope), COPY.c.slip_id == ENTRY.c.slip_id)
    return or_(
        and_(is_charge, ENTRY.c.effective_at <= scope.at),
        and_(
            ~is_charge,
            ENTRY.c.recorded_at <= scope.at,
            or_(ENTRY.c.kind != EntryKind.WAIVE, has_copy),
        ),
    )


def is_posted(scope: Scope) -> ColumnElement[bool]:
    """An entry that this statement posts."""
    return and_(
        ENTRY.c.centre_id == scope.centre_id,
        ENTRY.c.posting_period == scope.period,
        is_known(scope),
    )


def is_since_base(scope: Scope) -> ColumnElement[bool]:
    """An entry posted after the last closed statement, up to this one."""
    told = [
        ENTRY.c.centre_id == scope.centre_id,
        ENTRY.c.posting_period <= scope.period,
        is_known(scope),
    ]
    if scope.base is not None:
        told.append(ENTRY.c.posting_period > scope.base.code)
    return and_(*told)


def is_in_hand(scope: Scope) -> ColumnElement[bool]:
    """A finance copy that came and did not leave again by then."""
    return and_(COPY.c.centre_id == scope.centre_id, is_there(scope))


def is_there(scope: Scope) -> ColumnElement[bool]:
    """The same of a slip that is known to be the centre's."""
    return and_(
        COPY.c.arrived_at <= scope.at,
        or_(COPY.c.left_at.is_(None), COPY.c.left_at > scope.at),
    )


def is_issued(scope: Scope) -> ColumnElement[bool]:
    """A slip that was issued up to the end of the period, by then."""
    told = [
        SLIP.c.centre_id == scope.centre_id,
        SLIP.c.issued_at < scope.ends_at,
        SLIP.c.issued_at <= scope.at,
    ]
    if scope.last_slip_id is not None:
        told.append(SLIP.c.id <= scope.last_slip_id)
    return and_(*told)
