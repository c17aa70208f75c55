"""Money in and out (收款, 退款, 调整): Finance alone, and nothing is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import add_entry, load_account
from app.payment_refusals import (
    EscortWithoutCash,
    NothingToTake,
    ReceiptMissing,
    RefundTooMuch,
    SharesDiffer,
    SlipTwice,
)
from app.payment_rule import (
    MOST_NOTE,
    one_owner,
    require_charged,
    require_escort,
    require_left,
    require_money,
    required_reason,
)
from app.receipt import (
    MOST_RECEIPT,
    payer_of,
    require_own_receipt,
    wait_for_receipts,
)
from app.slip_copy_move import live_copies, roles_of_slip
from app.slip_escort import EscortSlip, escort_slip
from app.slip_fields import clean_code, clean_optional, in_order
from models.copy_scheme import CopyRole
from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO, format_money
from models.slip import Slip
from models.slip_copy import CopyPlace
from models.staff import Permission

MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Share:
    """What one slip takes of a payment (yuan)."""

    slip_id: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class TakePayment:
    """One payment under one receipt, over one slip or several of one payer.

    ``payer`` empty: the owner whom the slips name; another name is who brought it.
    ``paid`` is what was handed over; None: the sum of the shares. ``paid_at`` None is
    now. ``escort`` is the housekeeper who came with the owner and the finance copy
    (S4-4.1.2.5).
    """

    shares: tuple[Share, ...]
    method: PayMethod
    receipt_no: str = ""
    payer: str = ""
    invoice_no: str = ""
    escort: str = ""
    note: str = ""
    paid: Decimal | None = None
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken: the payment's first entry, and what the bar says of it."""

    payment_id: int
    numbers: tuple[str, ...]
    payer: str
    amount: Decimal
    receipt_no: str


@dataclass(frozen=True, slots=True)
class PayBack:
    """Money that goes back to the owner; ``is_price_cut``: the price falls with it."""

    slip_id: int
    amount: Decimal
    method: PayMethod
    reason: str
    payer: str = ""
    receipt_no: str = ""
    is_price_cut: bool = False
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Adjust:
    """A price put right after it was charged: ``amount`` of either sign.

    ``reference`` is the paper that says so, such as the number of an approval.
    """

    slip_id: int
    amount: Decimal
    reason: str
    reference: str = ""
    effective_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """A refund or an adjustment that was written down."""

    entry_id: int
    number: str
    amount: Decimal


def take_payment(session: Session, desk: Desk, order: TakePayment) -> Taken:
    """Write down a payment, one entry a slip.

    Raises ``NotAllowed``, what ``require_money`` raises, ``NothingToTake``,
    ``SlipTwice``, ``SharesDiffer``, ``PaymentTooMuch``, ``SeveralOwners``,
    ``ReceiptMissing``, ``ReceiptTaken``, ``EscortWithoutCash``, ``FieldTooLong``,
    ``TimeInFuture`` or ``TimeOrder``; nothing is written then.
    """
    desk.require(Permission.RECORD_MONEY)
    wait_for_receipts(session, desk)
    slips = slips_of_payment(session, desk, order)
    paid_at = order.paid_at or desk.now()
    for slip in slips:
        in_order((("issued_at", slip.issued_at), ("paid_at", paid_at)), desk.now())
    for slip, share in zip(slips, order.shares, strict=True):
        require_left(session, slip, share.amount)
    owner = one_owner(slips)
    payer = clean_optional(order.payer, "payer", MOST_NAME) or owner
    receipt_no = clean_code(order.receipt_no, "receipt_no", MOST_RECEIPT)
    if receipt_no is None and order.method is PayMethod.CASH:
        raise ReceiptMissing
    if receipt_no is not None:
        require_own_receipt(session, desk, receipt_no, payer, slips[0], paid_at)
    invoice_no = clean_code(order.invoice_no, "invoice_no", MOST_RECEIPT)
    escort = clean_optional(order.escort, "escort", MOST_NAME)
    if escort is not None and order.method is not PayMethod.CASH:
        raise EscortWithoutCash
    note = clean_optional(order.note, "note", MOST_NOTE)
    if escort is not None:
        require_escort(desk, slips, escort)
        _bring_copies(session, desk, slips, escort, paid_at)
    payment_id: int | None = None
    for slip, share in zip(slips, order.shares, strict=True):
        entry = add_entry(
            session,
            desk,
            slip,
            EntryKind.PAY,
            share.amount,
            effective_at=paid_at,
            method=order.method,
            payer=payer,
            receipt_no=receipt_no,
            invoice_no=invoice_no,
            escort=escort,
            note=note,
            payment_id=payment_id,
        )
        payment_id = payment_id or entry.id
    assert payment_id is not None
    return Taken(
        payment_id,
        tuple(slip.number for slip in slips),
        payer,
        sum((share.amount for share in order.shares), ZERO),
        receipt_no or "",
    )


def pay_back(session: Session, desk: Desk, order: PayBack) -> Entered:
    """Write down a refund, in the period in which it is paid.

    With ``is_price_cut`` an adjustment of the same amount goes with it. Raises
    ``RefundTooMuch``, ``AdjustTooMuch``, and otherwise as ``take_payment``.
    """
    desk.require(Permission.RECORD_MONEY)
    wait_for_receipts(session, desk)
    slip = require_money(session, desk, order.slip_id, order.amount, was_taken=True)
    account = load_account(session, slip.id)
    paid = account.received - account.refunded
    if order.amount > paid:
        raise RefundTooMuch(
            number=slip.number,
            paid=format_money(paid),
            amount=format_money(order.amount),
        )
    paid_at = order.paid_at or desk.now()
    in_order((("issued_at", slip.issued_at), ("paid_at", paid_at)), desk.now())
    reason = required_reason(order.reason)
    payer = clean_optional(order.payer, "payer", MOST_NAME) or payer_of(slip)
    receipt_no = clean_code(order.receipt_no, "receipt_no", MOST_RECEIPT)
    if receipt_no is not None:
        require_own_receipt(session, desk, receipt_no, payer, slip, paid_at)
    entry = add_entry(
        session,
        desk,
        slip,
        EntryKind.REFUND,
        order.amount,
        effective_at=paid_at,
        method=order.method,
        payer=payer,
        receipt_no=receipt_no,
        note=reason,
    )
    if order.is_price_cut:
        require_charged(session, slip, -order.amount)
        add_entry(
            session,
            desk,
            slip,
            EntryKind.ADJUST,
            -order.amount,
            effective_at=paid_at,
            note=reason,
            payment_id=entry.id,
        )
    return Entered(entry.id, slip.number, order.amount)


def adjust(session: Session, desk: Desk, order: Adjust) -> Entered:
    """Put a charged price right, by an entry of its own.

    Raises ``NothingCharged``, ``AdjustTooMuch`` where more would be paid or waived
    than the price is then, and otherwise as ``pay_back``.
    """
    desk.require(Permission.RECORD_MONEY)
    slip = require_money(session, desk, order.slip_id, abs(order.amount))
    require_charged(session, slip, order.amount)
    at = order.effective_at or desk.now()
    in_order((("issued_at", slip.issued_at), ("effective_at", at)), desk.now())
    reason = required_reason(order.reason)
    reference = clean_optional(order.reference, "reference", MOST_RECEIPT)
    note = f"{reason}（{reference}）" if reference else reason
    entry = add_entry(
        session,
        desk,
        slip,
        EntryKind.ADJUST,
        order.amount,
        effective_at=at,
        note=clean_optional(note, "reason", MOST_NOTE),
    )
    return Entered(entry.id, slip.number, order.amount)


def slips_of_payment(
    session: Session, desk: Desk, order: TakePayment
) -> tuple[Slip, ...]:
    """The slips of a payment in its order; raises what refuses one of them."""
    if not order.shares:
        raise NothingToTake
    slips = tuple(
        require_money(session, desk, share.slip_id, share.amount)
        for share in order.shares
    )
    seen: set[int] = set()
    for slip in slips:
        if slip.id in seen:
            raise SlipTwice(number=slip.number)
        seen.add(slip.id)
    shared = sum((share.amount for share in order.shares), ZERO)
    if order.paid is not None and order.paid != shared:
        raise SharesDiffer(shared=format_money(shared), paid=str(order.paid))
    return slips


def _bring_copies(
    session: Session, desk: Desk, slips: Sequence[Slip], escort: str, at: datetime
) -> None:
    """Who comes with an owner brings the finance copies; Finance has them at once."""
    for slip in slips:
        roles = roles_of_slip(desk, slip)
        copies = live_copies(session, slip.id)
        numbers = [no for no, role in roles.items() if role is CopyRole.FIN]
        places = [copies[no].place if no in copies else None for no in numbers]
        if any(place is not CopyPlace.FINANCE for place in places):
            escort_slip(session, desk, EscortSlip(slip.id, escort, at))
