"""The sums of a statement, made by the database (4.7-5, 4.7-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Select,
    Subquery,
    case,
    func,
    literal,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from app.statement_scope import (
    ASKED,
    ENTRY,
    SIGNED,
    SLIP,
    Scope,
    is_issued,
    is_posted,
    is_since_base,
)
from models.base import table_of
from models.finance_period import CarriedSlip
from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO
from models.statement import Split
from models.waiver import Waiver, WaiverLevel

_WAIVER = table_of(Waiver)
_CARRIED = table_of(CarriedSlip)


# Nearly all slips are the period's own, and an index lists those; the others are looked
# up one by one. One of another centre is neither, and the identities show it.
_OWN = select(SLIP.c.id).where(
    SLIP.c.centre_id == ASKED.centre_id,
    SLIP.c.issued_at >= ASKED.starts_at,
    SLIP.c.issued_at < ASKED.ends_at,
)
_IS_OWN = case(
    (ENTRY.c.slip_id.in_(_OWN), true()),
    else_=select(SLIP.c.issued_at >= ASKED.starts_at)
    .where(SLIP.c.id == ENTRY.c.slip_id, SLIP.c.centre_id == ASKED.centre_id)
    .scalar_subquery(),
).label("is_own")
_BY_KIND = (
    select(ENTRY.c.kind, _IS_OWN, func.sum(ENTRY.c.amount))
    .where(is_posted(ASKED))
    .group_by(ENTRY.c.kind, "is_own")
)
_BY_WORD = (
    select(ENTRY.c.method, _WAIVER.c.level, func.sum(ENTRY.c.amount))
    .outerjoin(_WAIVER, _WAIVER.c.id == ENTRY.c.waiver_id)
    .where(is_posted(ASKED), ENTRY.c.kind.in_((EntryKind.WAIVE, EntryKind.PAY)))
    .group_by(ENTRY.c.method, _WAIVER.c.level)
)
_OWED = select(
    func.sum(SIGNED).filter(ENTRY.c.posting_period < ASKED.period), func.sum(SIGNED)
).where(is_since_base(ASKED))
_ISSUED = (
    select(func.count())
    .select_from(SLIP)
    .where(is_issued(ASKED), SLIP.c.issued_at >= ASKED.starts_at)
)


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures of a statement. ``closing`` is summed over every entry, ``splits``
    over those of this statement by the slip's own period, so that one proves the other.
    """

    issued: int
    opening: Decimal
    closing: Decimal
    splits: Mapping[EntryKind, Split]
    waived_by_level: Mapping[WaiverLevel, Decimal]
    received_by_method: Mapping[PayMethod, Decimal]


def load_sums(session: Session, scope: Scope) -> Sums:
    """Count the figures: four statements, whatever the size of the books."""
    by_level = dict.fromkeys(WaiverLevel, ZERO)
    by_method = dict.fromkeys(PayMethod, ZERO)
    for method, level, amount in session.execute(_BY_WORD, scope.params):
        if method is not None:
            by_method[method] += amount
        elif level is not None:
            by_level[level] += amount
    opening, closing = session.execute(_OWED, scope.params).one()
    return Sums(
        issued=count_issued(session, scope),
        opening=scope.carried + (opening or ZERO),
        closing=scope.carried + (closing or ZERO),
        splits=_splits(session, scope),
        waived_by_level=by_level,
        received_by_method=by_method,
    )


def count_issued(session: Session, scope: Scope) -> int:
    """How many slips were issued in the period, by then."""
    counted = _ISSUED
    if scope.last_slip_id is not None:
        counted = counted.where(SLIP.c.id <= scope.last_slip_id)
    found: int = session.execute(counted, scope.params).scalar_one()
    return found


def _splits(session: Session, scope: Scope) -> dict[EntryKind, Split]:
    sums = {
        (kind, is_own): amount
        for kind, is_own, amount in session.execute(_BY_KIND, scope.params)
    }
    return {
        kind: Split(sums.get((kind, True), ZERO), sums.get((kind, False), ZERO))
        for kind in EntryKind
    }


def balances_in_sql(scope: Scope) -> Subquery:
    """What is owed on each slip at the end, slips that owe nothing left out."""
    moved = select(ENTRY.c.slip_id, SIGNED.label("amount")).where(is_since_base(scope))
    each: Select[Any] | CompoundSelect[Any] = moved
    if scope.base is not None:
        carried = select(_CARRIED.c.slip_id, _CARRIED.c.balance.label("amount")).where(
            _CARRIED.c.period_id == scope.base.id, _CARRIED.c.balance != ZERO
        )
        each = union_all(moved, carried)
    rows = each.subquery()
    total = func.sum(rows.c.amount)
    return (
        select(rows.c.slip_id, total.label("amount"))
        .group_by(rows.c.slip_id)
        .having(total != literal(ZERO, rows.c.amount.type))
        .subquery()
    )
