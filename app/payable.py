"""Finds slips that money may come in for, and what each still owes (收款)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.arrears import load_debts
from app.desk import Desk
from app.ledger import Account
from app.receipt import owner_in_sql
from app.search import newest_matches
from app.slip_money import CHARGED, expected_amount
from models.base import table_of
from models.finance_copy import FinanceCopy
from models.id_list import in_ids
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.slip import Slip, SlipState
from models.unit import AreaKind, room_name
from models.waiver import Waiver, WaiverStatus

MOST_ROWS = 300
MOST_FOUND = 60
_LOOKED_AT = 2000
_AT_ONCE = 200
_ENDED = (SlipState.VOID, SlipState.CANCELLED)
_slip = table_of(Slip).c


@dataclass(frozen=True, slots=True)
class PayableRow:
    """One slip; ``since`` is when its price was posted, None while it is not."""

    slip_id: int
    number: str
    payer: str
    room: str
    content: str
    state: SlipState
    issued_at: datetime
    since: datetime | None
    days: int
    account: Account

    @property
    def left(self) -> Decimal | None:
        """What may still be paid; None while nobody has named a price."""
        return self.account.left_to_pay


@dataclass(frozen=True, slots=True)
class Totals:
    """The sum of all debts, whose they are and on how many slips."""

    owed: Decimal
    payers: int
    slips: int


@dataclass(frozen=True, slots=True)
class Payables:
    """What was asked for: what is owed when nothing was typed.

    ``totals`` is not told of a search.
    """

    rows: tuple[PayableRow, ...]
    text: str
    totals: Totals | None
    is_cut: bool


def load_payables(session: Session, desk: Desk, text: str) -> Payables:
    """Debts by payer, who owes longest first; with ``text`` (a number, a room, a name,
    the end of a telephone) every chargeable slip it means, what is to be paid first.
    """
    if text:
        ids = list(islice(_found(session, desk, text), MOST_FOUND + 1))
        rows = load_payable_rows(session, desk, ids[:MOST_FOUND])
        rows.sort(key=lambda row: not row.left)
        found = tuple(_together(rows))
        return Payables(found, text, None, is_cut=len(ids) > MOST_FOUND)
    debts = load_debts(session, desk)
    owed = [debt for debt in debts if debt.balance > 0]
    totals = Totals(
        sum((debt.balance for debt in owed), ZERO),
        len({debt.payer for debt in owed}),
        len(owed),
    )
    ids = [debt.slip_id for debt in debts[:MOST_ROWS]]
    rows = load_payable_rows(session, desk, ids)
    return Payables(tuple(rows), text, totals, is_cut=len(debts) > MOST_ROWS)


def _found(session: Session, desk: Desk, text: str) -> Iterable[int]:
    """The chargeable slips that a text means, the newest first."""
    matches = islice(newest_matches(session, desk, text), _LOOKED_AT)
    while chunk := list(islice(matches, _AT_ONCE)):
        may_pay = set(
            session.scalars(
                select(Slip.id).where(
                    in_ids(_slip.id, chunk),
                    Slip.area_kind == AreaKind.UNIT,
                    Slip.charge_class.in_(CHARGED),
                    Slip.state.not_in(_ENDED),
                )
            )
        )
        yield from (slip_id for slip_id in chunk if slip_id in may_pay)


def load_payable_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[PayableRow]:
    """The slips with their accounts, in the order asked."""
    slips = {
        row.id: row
        for row in session.execute(
            select(
                Slip.id,
                Slip.number,
                owner_in_sql().label("payer"),
                Slip.unit_label,
                Slip.area,
                Slip.place,
                Slip.content,
                Slip.state,
                Slip.issued_at,
            ).where(in_ids(_slip.id, ids))
        )
    }
    accounts = load_accounts(session, list(slips))
    since = _posted_since(session, ids)
    today = desk.today()
    rows = []
    for slip_id in ids:
        slip = slips.get(slip_id)
        if slip is None:
            continue
        posted_at = since.get(slip_id)
        days = 0 if posted_at is None else (today - desk.local(posted_at).date()).days
        rows.append(
            PayableRow(
                slip_id=slip.id,
                number=slip.number,
                payer=slip.payer,
                room=room_name(slip.unit_label, slip.area, slip.place),
                content=slip.content,
                state=slip.state,
                issued_at=slip.issued_at,
                since=posted_at,
                days=days,
                account=accounts[slip_id],
            )
        )
    return rows


def load_accounts(session: Session, ids: Sequence[int]) -> dict[int, Account]:
    """As ``app.ledger.load_account`` for many slips."""
    sums: defaultdict[int, dict[EntryKind, Decimal]] = defaultdict(dict)
    entry = table_of(LedgerEntry).c
    for slip_id, kind, amount in session.execute(
        select(LedgerEntry.slip_id, LedgerEntry.kind, func.sum(LedgerEntry.amount))
        .where(in_ids(entry.slip_id, ids))
        .group_by(LedgerEntry.slip_id, LedgerEntry.kind)
    ):
        sums[slip_id][kind] = amount
    pending = _pending(session, ids)
    posted = _posted(session, ids)
    accounts = {}
    for slip_id in ids:
        of_slip = sums[slip_id]
        charged = of_slip.get(EntryKind.CHARGE, ZERO)
        accounts[slip_id] = Account(
            expected=charged if slip_id in posted else _price(session, slip_id),
            charged=charged,
            waived=of_slip.get(EntryKind.WAIVE, ZERO),
            pending_waived=pending.get(slip_id, ZERO),
            adjusted=of_slip.get(EntryKind.ADJUST, ZERO),
            received=of_slip.get(EntryKind.PAY, ZERO),
            refunded=of_slip.get(EntryKind.REFUND, ZERO),
        )
    return accounts


def _posted(session: Session, ids: Sequence[int]) -> set[int]:
    """The slips whose finance copy is in hand: what was charged is their price."""
    copy = table_of(FinanceCopy).c
    return set(
        session.scalars(
            select(copy.slip_id).where(
                in_ids(copy.slip_id, ids), copy.left_at.is_(None)
            )
        )
    )


def _price(session: Session, slip_id: int) -> Decimal | None:
    slip = session.get(Slip, slip_id)
    return None if slip is None else expected_amount(session, slip)


def _pending(session: Session, ids: Sequence[int]) -> dict[int, Decimal]:
    rows = session.execute(
        select(Waiver.slip_id, func.sum(Waiver.amount))
        .where(
            in_ids(table_of(Waiver).c.slip_id, ids),
            Waiver.status == WaiverStatus.PENDING,
        )
        .group_by(Waiver.slip_id)
    )
    return {slip_id: amount for slip_id, amount in rows}


def _posted_since(session: Session, ids: Sequence[int]) -> dict[int, datetime]:
    """When the price of each slip was posted."""
    rows = session.execute(
        select(LedgerEntry.slip_id, func.max(LedgerEntry.effective_at))
        .where(
            in_ids(table_of(LedgerEntry).c.slip_id, ids),
            LedgerEntry.kind == EntryKind.CHARGE,
        )
        .group_by(LedgerEntry.slip_id)
    )
    return {slip_id: at for slip_id, at in rows}


def _together(rows: list[PayableRow]) -> list[PayableRow]:
    """The slips of one payer one after the other, in the order payers appear."""
    by_payer: dict[str, list[PayableRow]] = {}
    for row in rows:
        by_payer.setdefault(row.payer, []).append(row)
    return [row for of_payer in by_payer.values() for row in of_payer]
