"""Counts what is owed, by payer and with its age (欠费清单)."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.receipt import owner_in_sql
from app.search import slip_matches
from models.arrears import Arrears, ArrearsLine, PayerArrears
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.slip import Slip
from models.unit import room_name
from models.waiver import Waiver, WaiverStatus

_ADDS = (EntryKind.CHARGE, EntryKind.ADJUST, EntryKind.REFUND)
_amount = LedgerEntry.amount
_kind = LedgerEntry.kind
_SINCE = func.max(case((_kind == EntryKind.CHARGE, LedgerEntry.effective_at)))
"""When the price was posted."""


class Debt(NamedTuple):
    """A balance that is not zero, with no more of its slip than sorts it."""

    slip_id: int
    payer: str
    balance: Decimal
    since: datetime | None


def load_debts(session: Session, desk: Desk) -> list[Debt]:
    """Every balance that is not zero: who owes longest first, then what was paid
    ahead; quicker than ``load_arrears``.
    """
    owed = _balance()
    sums = (
        select(LedgerEntry.slip_id, owed.label("balance"), _SINCE.label("since"))
        .where(LedgerEntry.centre_id == desk.centre_id)
        .group_by(LedgerEntry.slip_id)
        .having(owed != ZERO)
        .subquery()
    )
    rows = session.execute(
        select(sums.c.slip_id, owner_in_sql(), sums.c.balance, sums.c.since).join(
            Slip, Slip.id == sums.c.slip_id
        )
    )
    debts = [Debt(*row) for row in rows]
    first: dict[str, datetime] = {}
    for debt in debts:
        if debt.balance > 0 and debt.since is not None:
            first[debt.payer] = min(debt.since, first.get(debt.payer, debt.since))
    latest = desk.now()

    def place(debt: Debt) -> tuple[bool, datetime, str, datetime, int]:
        since = debt.since or latest
        oldest = first.get(debt.payer, latest)
        return debt.balance < 0, oldest, debt.payer, since, debt.slip_id

    return sorted(debts, key=place)


def load_arrears(session: Session, desk: Desk, text: str = "") -> Arrears:
    """Every slip whose balance is not zero; ``text`` as the search box takes it."""
    owed = _balance()
    sums = (
        select(
            LedgerEntry.slip_id,
            owed.label("balance"),
            _sum_of(EntryKind.CHARGE, EntryKind.ADJUST).label("charged"),
            _sum_of(EntryKind.WAIVE).label("waived"),
            _received().label("received"),
            _SINCE.label("since"),
        )
        .where(LedgerEntry.centre_id == desk.centre_id)
        .group_by(LedgerEntry.slip_id)
        .having(owed != ZERO)
        .subquery()
    )
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            Slip.owner_name,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.content,
            Slip.issued_at,
            sums.c.balance,
            sums.c.charged,
            sums.c.waived,
            sums.c.received,
            sums.c.since,
        )
        .join(sums, sums.c.slip_id == Slip.id)
        .where(*slip_matches(session, desk, text))
        .order_by(Slip.issued_at, Slip.id)
    ).all()
    pending = _pending(session, desk)
    now = desk.now()
    lines = [
        ArrearsLine(
            slip_id=row.id,
            number=row.number,
            payer=row.owner_name or row.unit_label or row.place,
            room=room_name(row.unit_label, row.area, row.place),
            content=row.content,
            issued_at=row.issued_at,
            since=row.since,
            days=_days(desk, row.since, now),
            charged=row.charged,
            waived=row.waived,
            pending=pending.get(row.id, ZERO),
            received=row.received,
            balance=row.balance,
        )
        for row in rows
    ]
    return Arrears(
        now,
        _by_payer([line for line in lines if line.balance > 0]),
        tuple(line for line in lines if line.balance < 0),
    )


def _balance() -> ColumnElement[Decimal]:
    return func.sum(case((_kind.in_(_ADDS), _amount), else_=-_amount))


def _received() -> ColumnElement[Decimal]:
    # A difference of two sums would be a bare number of fen, no money.
    paid = (_kind == EntryKind.PAY, _amount)
    return func.sum(case(paid, (_kind == EntryKind.REFUND, -_amount), else_=ZERO))


def _sum_of(*kinds: EntryKind) -> ColumnElement[Decimal]:
    return func.sum(case((_kind.in_(kinds), _amount), else_=ZERO))


def _pending(session: Session, desk: Desk) -> Mapping[int, Decimal]:
    rows = session.execute(
        select(Waiver.slip_id, func.sum(Waiver.amount))
        .where(
            Waiver.centre_id == desk.centre_id, Waiver.status == WaiverStatus.PENDING
        )
        .group_by(Waiver.slip_id)
    )
    return {slip_id: amount for slip_id, amount in rows}


def _days(desk: Desk, since: datetime | None, now: datetime) -> int:
    """Whole days of the site's calendar since the price was posted."""
    if since is None:
        return 0
    return (desk.local(now).date() - desk.local(since).date()).days


def _by_payer(lines: list[ArrearsLine]) -> tuple[PayerArrears, ...]:
    """The lines of each payer together, who owes longest first."""
    by_payer: dict[str, list[ArrearsLine]] = {}
    for line in lines:
        by_payer.setdefault(line.payer, []).append(line)
    payers = [
        PayerArrears(payer, tuple(sorted(owed, key=lambda line: -line.days)))
        for payer, owed in by_payer.items()
    ]
    return tuple(sorted(payers, key=lambda payer: (-payer.days, payer.payer)))
