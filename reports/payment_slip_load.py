"""Reads one payment for its 收款单, with what stood on each slip before it."""

from decimal import Decimal
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.quote import Quote, QuoteStatus
from models.slip import Slip
from models.slip_line import SlipLine
from models.unit import room_name
from reports.money_words import METHODS
from reports.office import Office, procedure
from reports.payment_slip import PaymentLine, PaymentSlip

_earlier = aliased(LedgerEntry)
_answer = aliased(LedgerEntry)


def load(session: Session, office: Office, payment_id: int) -> PaymentSlip | None:
    """The payment (or refund) whose first entry this is; None if there is none."""
    rows = session.execute(
        select(LedgerEntry, Slip)
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .where(
            LedgerEntry.centre_id == office.centre_id,
            or_(
                LedgerEntry.id == payment_id,
                LedgerEntry.payment_id == payment_id,
            ),
            LedgerEntry.kind.in_((EntryKind.PAY, EntryKind.REFUND)),
        )
        .order_by(LedgerEntry.id)
    ).all()
    if not rows:
        return None
    first: LedgerEntry = rows[0][0]
    assert first.method is not None
    answered = session.scalar(
        select(_answer.id).where(_answer.reverses_id == first.id).limit(1)
    )
    return PaymentSlip(
        centre=office.centre_name,
        procedure=f"依据 {procedure(office)}",
        is_refund=first.kind is EntryKind.REFUND,
        is_reversed=answered is not None,
        payer=first.payer or "",
        paid_at=first.effective_at.astimezone(office.zone),
        method=METHODS[first.method],
        receipt_no=first.receipt_no or "",
        invoice_no=first.invoice_no or "",
        escort=first.escort or "",
        note=first.note or "",
        recorded_by=first.recorded_by,
        recorded_at=first.recorded_at.astimezone(office.zone),
        lines=tuple(_line(session, entry, slip) for entry, slip in rows),
    )


def _line(session: Session, entry: LedgerEntry, slip: Slip) -> PaymentLine:
    sums = _before(session, entry)
    charged = sums.charged or _price(session, slip.id)
    return PaymentLine(
        number=slip.number,
        room=room_name(slip.unit_label, slip.area, slip.place),
        content=slip.content,
        expected=charged + sums.adjusted,
        waived=sums.waived,
        before=sums.received - sums.refunded,
        amount=entry.amount,
    )


def _before(session: Session, entry: LedgerEntry) -> Any:
    """The sums of the slip's entries that were written before this one.

    A price that was posted later is the price of then too.
    """

    def sum_of(kind: EntryKind) -> Any:
        amount = case((_earlier.kind == kind, _earlier.amount), else_=ZERO)
        return func.coalesce(func.sum(amount), ZERO).label(_NAMES[kind])

    return session.execute(
        select(*(sum_of(kind) for kind in _NAMES)).where(
            _earlier.slip_id == entry.slip_id,
            or_(_earlier.id < entry.id, _earlier.kind == EntryKind.CHARGE),
        )
    ).one()


_NAMES = {
    EntryKind.CHARGE: "charged",
    EntryKind.ADJUST: "adjusted",
    EntryKind.WAIVE: "waived",
    EntryKind.PAY: "received",
    EntryKind.REFUND: "refunded",
}


def _price(session: Session, slip_id: int) -> Decimal:
    """The agreed quote, else the lines, of a slip whose price was not posted yet; a
    quote that came in with a book where there are no lines.
    """
    quote = session.execute(
        select(Quote.amount, Quote.status, Quote.quoted_at)
        .where(Quote.slip_id == slip_id)
        .order_by(Quote.position.desc())
        .limit(1)
    ).first()
    is_agreed = quote is not None and quote.status is QuoteStatus.AGREED
    agreed: Decimal = quote.amount if quote is not None and is_agreed else ZERO
    if is_agreed and quote is not None and quote.quoted_at is not None:
        return agreed
    lines = session.scalar(
        select(func.sum(SlipLine.amount)).where(SlipLine.slip_id == slip_id)
    )
    return agreed if lines is None else lines
