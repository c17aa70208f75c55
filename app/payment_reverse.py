"""A wrong entry is answered by its opposite (冲正); both stay in the books."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import add_entry, load_account
from app.payment_refusals import (
    AdjustTooMuch,
    NotReversible,
    PaymentTooMuch,
    RefundTooMuch,
    ReversedAlready,
)
from app.payment_rule import required_reason
from app.receipt import stands, wait_for_receipts
from app.slip_record import get_slip
from app.slip_refusals import SlipUnknown
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO, format_money
from models.slip import Slip
from models.staff import Permission

_OPPOSITE = {
    EntryKind.PAY: EntryKind.REFUND,
    EntryKind.REFUND: EntryKind.PAY,
    EntryKind.ADJUST: EntryKind.ADJUST,
}


@dataclass(frozen=True, slots=True)
class ReverseEntry:
    """An entry that was wrong; what was written down with it goes with it."""

    entry_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reversed:
    """What was answered: the first entry that answers, the slips, the sum."""

    entry_id: int
    numbers: tuple[str, ...]
    amount: Decimal


def reverse_entry(session: Session, desk: Desk, order: ReverseEntry) -> Reversed:
    """Answer a payment, a refund or an adjustment by its opposite, as of now.

    A payment over several slips is answered on all of them. Its receipt number is free
    again. Raises ``NotAllowed``, ``SlipUnknown``, ``NotReversible``,
    ``ReversedAlready``, ``FieldMissing``, or what the opposite may be refused for:
    ``RefundTooMuch``, ``PaymentTooMuch``, ``AdjustTooMuch``.
    """
    desk.require(Permission.RECORD_MONEY)
    wait_for_receipts(session, desk)
    reason = required_reason(order.reason)
    wrong = _written_together(session, desk, order.entry_id)
    first_id: int | None = None
    numbers = []
    for entry in wrong:
        slip = get_slip(session, desk, entry.slip_id)
        _require_possible(session, slip, entry)
        answer = add_entry(
            session,
            desk,
            slip,
            _OPPOSITE[entry.kind],
            -entry.amount if entry.kind is EntryKind.ADJUST else entry.amount,
            effective_at=desk.now(),
            method=entry.method,
            payer=entry.payer,
            note=reason,
            payment_id=first_id,
            reverses_id=entry.id,
        )
        first_id = first_id or answer.id
        numbers.append(slip.number)
    assert first_id is not None
    money = [entry for entry in wrong if entry.method is not None] or wrong
    return Reversed(
        first_id,
        tuple(dict.fromkeys(numbers)),
        sum((entry.amount for entry in money), ZERO),
    )


def _written_together(session: Session, desk: Desk, entry_id: int) -> list[LedgerEntry]:
    """The entry and what was written down with it, what raises the debt first."""
    asked = session.get(LedgerEntry, entry_id)
    if asked is None or asked.centre_id != desk.centre_id:
        raise SlipUnknown(number=f"#{entry_id}")
    if asked.kind not in _OPPOSITE:
        slip = get_slip(session, desk, asked.slip_id)
        raise NotReversible(number=slip.number, kind=asked.kind)
    first_id = asked.payment_id or asked.id
    found = session.scalars(
        select(LedgerEntry)
        .where(or_(LedgerEntry.id == first_id, LedgerEntry.payment_id == first_id))
        .order_by(LedgerEntry.id)
    ).all()
    standing = session.scalar(
        select(LedgerEntry.id).where(LedgerEntry.id == first_id, stands())
    )
    if standing is None:
        slip = get_slip(session, desk, asked.slip_id)
        raise ReversedAlready(number=slip.number)
    return sorted(found, key=lambda entry: entry.kind is not EntryKind.ADJUST)


def _require_possible(session: Session, slip: Slip, entry: LedgerEntry) -> None:
    account = load_account(session, slip.id)
    paid = account.received - account.refunded
    told = {"number": slip.number, "amount": format_money(entry.amount)}
    if entry.kind is EntryKind.PAY and entry.amount > paid:
        raise RefundTooMuch(paid=format_money(paid), **told)
    left = account.left_to_pay
    if entry.kind is EntryKind.REFUND and left is not None and entry.amount > left:
        raise PaymentTooMuch(left=format_money(left), **told)
    if entry.kind is EntryKind.ADJUST and entry.amount > account.balance:
        owed = max(account.balance, ZERO)
        raise AdjustTooMuch(left=format_money(owed), **told)
