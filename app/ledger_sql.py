"""The sums of the ledger in SQL: they stand in rows, sort lists and are asked for."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, type_coerce

from app.desk import Desk
from models.column_types import Fen
from models.ledger_entry import EntryKind, LedgerEntry
from models.slip import Slip

_KIND, _AMOUNT = LedgerEntry.kind, LedgerEntry.amount
_OWES = (EntryKind.CHARGE, EntryKind.ADJUST, EntryKind.REFUND)


def _of(*kinds: EntryKind) -> ColumnElement[Any]:
    return case((_KIND.in_(kinds), _AMOUNT))


_PARTS: Mapping[str, ColumnElement[Any]] = {
    "charged": _of(EntryKind.CHARGE),
    "waived": _of(EntryKind.WAIVE),
    "received": case(
        (_KIND == EntryKind.PAY, _AMOUNT), (_KIND == EntryKind.REFUND, -_AMOUNT)
    ),
    "unpaid": case((_KIND.in_(_OWES), _AMOUNT), else_=-_AMOUNT),
}
LEDGER_SUMS = tuple(_PARTS)
"""What a list shows of the ledger: charged, waived, received less what was paid back,
and what is still owed.
"""


def ledger_sum(key: str) -> ColumnElement[Decimal]:
    """One sum of ``LEDGER_SUMS`` over entries, in yuan."""
    return type_coerce(func.sum(_PARTS[key]), Fen())


def ledger_in_sql(key: str) -> ColumnElement[Decimal]:
    """The sum of one slip; empty where the ledger has nothing of it."""
    return (
        select(ledger_sum(key)).where(LedgerEntry.slip_id == Slip.id).scalar_subquery()
    )


def has_at_least(desk: Desk, key: str, least: Decimal) -> ColumnElement[bool]:
    """Whether a slip's sum is that much; the ledger is added up once for all slips."""
    return Slip.id.in_(
        select(LedgerEntry.slip_id)
        .where(LedgerEntry.centre_id == desk.centre_id)
        .group_by(LedgerEntry.slip_id)
        .having(ledger_sum(key) >= least)
    )
