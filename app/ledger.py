"""The ledger of a slip (台账): entries are added, and what they come to is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from app.posting import inclusion_of, posting_period, waive_period
from app.slip_fields import clean_optional
from app.slip_money import expected_amount
from app.slip_record import change_slip, require_move
from app.slip_refusals import PriceBelowPaid
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import ZERO
from models.slip import Slip, SlipEvent
from models.waiver import Waiver, WaiverStatus

_SUMS = (
    select(LedgerEntry.kind, func.sum(LedgerEntry.amount))
    .where(LedgerEntry.slip_id == bindparam("slip"))
    .group_by(LedgerEntry.kind)
)
_PENDING = select(func.sum(Waiver.amount)).where(
    Waiver.slip_id == bindparam("slip"), Waiver.status == WaiverStatus.PENDING
)
EVENTS: Mapping[EntryKind, SlipEvent] = {
    EntryKind.PAY: SlipEvent.PAY,
    EntryKind.REFUND: SlipEvent.REFUND,
    EntryKind.ADJUST: SlipEvent.ADJUST,
    EntryKind.WAIVE: SlipEvent.WAIVE,
}
"""What an entry is called in the slip's log; a CHARGE comes with its finance copy."""
TOLD = (
    "kind",
    "amount",
    "effective_at",
    "method",
    "payer",
    "receipt_no",
    "invoice_no",
    "escort",
    "note",
)
"""What the log says of an entry."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a slip costs and what became of it, in yuan.

    ``expected`` is what payments and waivers are limited by (4.7-0): what was charged
    with the finance copy, while that is out the agreed quote, else the lines; None
    while nobody has named a price. ``pending_waived`` was asked for and is not decided.
    """

    expected: Decimal | None
    charged: Decimal = ZERO
    waived: Decimal = ZERO
    pending_waived: Decimal = ZERO
    adjusted: Decimal = ZERO
    received: Decimal = ZERO
    refunded: Decimal = ZERO

    @property
    def balance(self) -> Decimal:
        """What the ledger says the owner owes; below zero while a paid slip is out."""
        return self.charged + self._moved

    @property
    def left_to_pay(self) -> Decimal | None:
        """What may still be paid or waived; None while nobody has named a price."""
        if self.expected is None:
            return None
        return max(ZERO, self.expected + self._moved)

    @property
    def settled(self) -> Decimal:
        """What was paid, waived or taken off the price: no price may be below it."""
        return -self._moved

    @property
    def _moved(self) -> Decimal:
        return self.adjusted - self.waived - self.received + self.refunded


def load_account(session: Session, slip_id: int) -> Account:
    """The account of a slip that exists."""
    sums = sums_of(session, slip_id)
    pending = session.scalar(_PENDING, {"slip": slip_id})
    charged = sums.get(EntryKind.CHARGE, ZERO)
    slip = session.get_one(Slip, slip_id)
    return Account(
        expected=_expected(session, slip, charged),
        charged=charged,
        waived=sums.get(EntryKind.WAIVE, ZERO),
        pending_waived=pending or ZERO,
        adjusted=sums.get(EntryKind.ADJUST, ZERO),
        received=sums.get(EntryKind.PAY, ZERO),
        refunded=sums.get(EntryKind.REFUND, ZERO),
    )


def _expected(session: Session, slip: Slip, charged: Decimal) -> Decimal | None:
    """Once the finance copy is in hand what was charged is the price, be it nothing."""
    if charged or inclusion_of(session, slip.id) is not None:
        return charged
    return expected_amount(session, slip)


def require_settled_within(session: Session, slip: Slip, price: Decimal) -> None:
    """Raise ``PriceBelowPaid`` where more was paid or waived than a slip is to cost."""
    settled = load_account(session, slip.id).settled
    if settled > price:
        raise PriceBelowPaid(number=slip.number, paid=settled, price=price)


def sums_of(session: Session, slip_id: int) -> dict[EntryKind, Decimal]:
    """What the entries of each kind come to."""
    rows = session.execute(_SUMS, {"slip": slip_id})
    return {kind: amount for kind, amount in rows}


def has_money(session: Session, slip_id: int) -> bool:
    """Whether anything but a fee that was taken back stands on the slip."""
    sums = sums_of(session, slip_id)
    return any(kind is not EntryKind.CHARGE or sums[kind] for kind in sums)


def add_entry(
    session: Session,
    desk: Desk,
    slip: Slip,
    kind: EntryKind,
    amount: Decimal,
    *,
    effective_at: datetime,
    method: PayMethod | None = None,
    payer: str | None = None,
    receipt_no: str | None = None,
    invoice_no: str | None = None,
    escort: str | None = None,
    note: str | None = None,
    payment_id: int | None = None,
    waiver_id: int | None = None,
    reverses_id: int | None = None,
) -> LedgerEntry:
    """Write PAY, REFUND, ADJUST or WAIVE, in the slip's log too.

    Whether the amount may be is judged by who calls. A waiver of a slip whose finance
    copy is not in hand posts with it. Raises ``SlipCannotMove``, ``NotAllowed`` or
    ``FieldTooLong``.
    """
    event = EVENTS[kind]
    require_move(desk, slip, event, slip.state)
    entry = LedgerEntry(
        centre_id=slip.centre_id,
        slip_id=slip.id,
        kind=kind,
        amount=amount,
        method=method,
        payer=clean_optional(payer, "payer", 80),
        receipt_no=clean_optional(receipt_no, "receipt_no", 40),
        invoice_no=clean_optional(invoice_no, "invoice_no", 40),
        escort=clean_optional(escort, "escort", 80),
        note=clean_optional(note, "note", 300),
        effective_at=effective_at,
        recorded_at=desk.now(),
        recorded_by=desk.actor,
        posting_period=_posting(session, desk, slip, kind, effective_at),
        payment_id=payment_id,
        waiver_id=waiver_id,
        reverses_id=reverses_id,
    )
    session.add(entry)
    session.flush()
    said = {"money": told_entry(entry)}
    change_slip(
        session,
        desk,
        slip,
        event,
        {},
        to=slip.state,
        said=said,
        at=effective_at,
    )
    return entry


def told_entry(entry: LedgerEntry) -> dict[str, object]:
    """What the log says of an entry; what it has not is left out."""
    values = {name: getattr(entry, name) for name in TOLD}
    return {n: fact_value(value) for n, value in values.items() if value is not None}


def _posting(
    session: Session, desk: Desk, slip: Slip, kind: EntryKind, at: datetime
) -> str | None:
    if kind is EntryKind.WAIVE:
        return waive_period(session, desk, slip.id, at)
    return posting_period(session, desk, at)
