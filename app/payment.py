"""Money in and out (收款, 退款, 调整): Finance alone, and nothing is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import add_entry, load_account
from app.payment_refusals import (
    AdjustTooMuch,
    EscortWithoutCash,
    MoneyOnEnded,
    MoneyOnFree,
    MoneyOnPublic,
    MoneyUnusable,
    NothingCharged,
    NothingToTake,
    PaymentTooMuch,
    ReceiptMissing,
    RefundTooMuch,
    SeveralOwners,
    SharesDiffer,
    SlipTwice,
)
from app.posting import inclusion_of
from app.receipt import MOST_RECEIPT, require_own_receipt, wait_for_receipts
from app.slip_fields import clean_code, clean_optional, in_order
from app.slip_record import get_slip
from app.slip_refusals import FieldMissing
from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO, format_money
from models.slip import ChargeClass, Slip, SlipState
from models.staff import Permission
from models.unit import AreaKind

MOST_MONEY = Decimal(100_000_000)
MOST_NAME = 80
MOST_NOTE = 300
CHARGED_CLASSES = frozenset({ChargeClass.PAID, ChargeClass.CONTRACT})


@dataclass(frozen=True, slots=True)
class Share:
    """What one slip takes of a payment (yuan)."""

    slip_id: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class TakePayment:
    """One payment under one receipt, over one slip or several of one payer.

    ``payer`` empty: the owner whom the slips name. ``paid`` is what was handed over;
    None: the sum of the shares. ``paid_at`` None is now. ``escort`` is the housekeeper
    who came with the owner and the finance copy (S4-4.1.2.5).
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
        _require_left(session, slip, share.amount)
    payer = _payer_of(order.payer, slips)
    receipt_no = clean_code(order.receipt_no, "receipt_no", MOST_RECEIPT)
    if receipt_no is None and order.method is PayMethod.CASH:
        raise ReceiptMissing
    if receipt_no is not None:
        require_own_receipt(session, desk, receipt_no, payer, paid_at)
    invoice_no = clean_code(order.invoice_no, "invoice_no", MOST_RECEIPT)
    escort = clean_optional(order.escort, "escort", MOST_NAME)
    if escort is not None and order.method is not PayMethod.CASH:
        raise EscortWithoutCash
    note = clean_optional(order.note, "note", MOST_NOTE)
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
    # Also of a slip that ended: what was paid in advance can go back.
    slip = get_slip(session, desk, order.slip_id)
    require_amount(slip, order.amount)
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
    payer = _payer_of(order.payer, (slip,))
    receipt_no = clean_code(order.receipt_no, "receipt_no", MOST_RECEIPT)
    if receipt_no is not None:
        require_own_receipt(session, desk, receipt_no, payer, paid_at)
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
        _require_charged(session, slip, -order.amount)
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
    _require_charged(session, slip, order.amount)
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


def require_money(session: Session, desk: Desk, slip_id: int, amount: Decimal) -> Slip:
    """A slip that money may come in for, and an amount that can stand in the books.

    Raises ``SlipUnknown``, ``MoneyOnEnded``, ``MoneyOnPublic``, ``MoneyOnFree`` or
    ``MoneyUnusable``.
    """
    slip = get_slip(session, desk, slip_id)
    if slip.state in (SlipState.VOID, SlipState.CANCELLED):
        raise MoneyOnEnded(number=slip.number, state=slip.state)
    if slip.area_kind is not AreaKind.UNIT:
        raise MoneyOnPublic(number=slip.number)
    if slip.charge_class not in CHARGED_CLASSES:
        raise MoneyOnFree(number=slip.number, charge_class=slip.charge_class)
    require_amount(slip, amount)
    return slip


def require_amount(slip: Slip, amount: Decimal) -> None:
    """Raise ``MoneyUnusable`` for what is no amount above zero in whole fen."""
    is_usable = amount.is_finite() and ZERO < amount < MOST_MONEY
    if not is_usable or amount != amount.quantize(ZERO):
        raise MoneyUnusable(number=slip.number, value=str(amount))


def _require_left(session: Session, slip: Slip, amount: Decimal) -> None:
    """A payment is limited by the price, less what was paid and waived (4.7-0).

    While nobody has named a price, what is typed is the price.
    """
    left = load_account(session, slip.id).left_to_pay
    if left is not None and amount > left:
        raise PaymentTooMuch(
            number=slip.number, left=format_money(left), amount=format_money(amount)
        )


def _require_charged(session: Session, slip: Slip, amount: Decimal) -> None:
    """A price that was charged falls by no more than is still owed of it."""
    if inclusion_of(session, slip.id) is None:
        raise NothingCharged(number=slip.number)
    account = load_account(session, slip.id)
    if -amount > account.balance:
        raise AdjustTooMuch(
            number=slip.number,
            left=format_money(max(account.balance, ZERO)),
            amount=format_money(-amount),
        )


def payer_of(slip: Slip) -> str:
    """Who pays for a slip unless somebody else is named: its owner, else the room."""
    return slip.owner_name or slip.unit_label or slip.place


def _payer_of(typed: str, slips: Sequence[Slip]) -> str:
    payer = clean_optional(typed, "payer", MOST_NAME)
    if payer is not None:
        return payer
    names = sorted({payer_of(slip) for slip in slips})
    if len(names) > 1:
        raise SeveralOwners(names="、".join(names))
    return names[0]


def required_reason(text: str) -> str:
    """Why money goes back or a price changes; it stands in the books for good."""
    reason = clean_optional(text, "reason", MOST_NOTE)
    if reason is None:
        raise FieldMissing(field="reason")
    return reason
