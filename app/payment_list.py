"""The entries of a slip's account, for the slip page and the payment form."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from app.ledger import Account, load_account
from app.posting import inclusion_of
from app.receipt import payer_of
from app.slip_record import get_slip
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip import Slip
from models.staff import Permission

_answer = aliased(LedgerEntry)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry. ``payment_id`` is the first entry of its payment."""

    id: int
    payment_id: int
    kind: EntryKind
    amount: Decimal
    method: PayMethod | None
    payer: str
    receipt_no: str
    invoice_no: str
    escort: str
    note: str
    effective_at: datetime
    recorded_at: datetime
    recorded_by: str
    period: str
    is_reversal: bool
    is_reversed: bool


@dataclass(frozen=True, slots=True)
class SlipAccount:
    """A slip's account with its entries, and what whoever acts may do with it."""

    slip_id: int
    number: str
    payer: str
    account: Account
    entries: tuple[EntryRow, ...]
    is_posted: bool
    may_record: bool

    @property
    def may_pay_back(self) -> bool:
        """Whether anything was paid that can go back."""
        paid = self.account.received - self.account.refunded
        return self.may_record and paid > 0

    @property
    def may_adjust(self) -> bool:
        """Whether the price was posted, so that it can only be put right beside."""
        return self.may_record and self.is_posted


def load_slip_account(session: Session, desk: Desk, slip_id: int) -> SlipAccount:
    """One slip's account; raises ``SlipUnknown``."""
    slip = get_slip(session, desk, slip_id)
    return slip_account(session, desk, slip, load_account(session, slip.id))


def slip_account(
    session: Session, desk: Desk, slip: Slip, account: Account
) -> SlipAccount:
    """The same of a slip that is in hand, with its sums."""
    return SlipAccount(
        slip.id,
        slip.number,
        payer_of(slip),
        account,
        load_entries(session, slip.id),
        is_posted=inclusion_of(session, slip.id) is not None,
        may_record=desk.may(Permission.RECORD_MONEY),
    )


def load_entries(session: Session, slip_id: int) -> tuple[EntryRow, ...]:
    """The entries of a slip in the order they were written."""
    answered = select(_answer.id).where(_answer.reverses_id == LedgerEntry.id).exists()
    rows = session.execute(
        select(LedgerEntry, answered)
        .where(LedgerEntry.slip_id == slip_id)
        .order_by(LedgerEntry.id)
    )
    return tuple(
        EntryRow(
            id=entry.id,
            payment_id=entry.payment_id or entry.id,
            kind=entry.kind,
            amount=entry.amount,
            method=entry.method,
            payer=entry.payer or "",
            receipt_no=entry.receipt_no or "",
            invoice_no=entry.invoice_no or "",
            escort=entry.escort or "",
            note=entry.note or "",
            effective_at=entry.effective_at,
            recorded_at=entry.recorded_at,
            recorded_by=entry.recorded_by,
            period=entry.posting_period or "",
            is_reversal=entry.reverses_id is not None,
            is_reversed=bool(is_reversed),
        )
        for entry, is_reversed in rows
    )
