"""What money must fit: the slip, the amount, the price, one owner (4.7-0)."""

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import load_account
from app.payment_refusals import (
    AdjustTooMuch,
    MoneyOnEnded,
    MoneyOnFree,
    MoneyOnPublic,
    MoneyUnusable,
    NothingCharged,
    PaymentTooMuch,
    SeveralOwners,
    TechnicianCollects,
)
from app.posting import inclusion_of
from app.receipt import payer_of
from app.slip_fields import clean_optional
from app.slip_money import CHARGED
from app.slip_record import get_slip
from app.slip_refusals import FieldMissing
from models.money import MOST_AMOUNT, ZERO, format_money
from models.slip import Slip, SlipState
from models.unit import AreaKind

MOST_NOTE = 300


def require_money(
    session: Session,
    desk: Desk,
    slip_id: int,
    amount: Decimal,
    *,
    was_taken: bool = False,
) -> Slip:
    """A slip that money may come in for, and an amount that can stand in the books.

    ``was_taken``: it goes back, also where the work turned out to be free. Raises
    ``SlipUnknown``, ``MoneyOnEnded``, ``MoneyOnPublic``, ``MoneyOnFree`` or
    ``MoneyUnusable``.
    """
    slip = get_slip(session, desk, slip_id)
    if slip.state in (SlipState.VOID, SlipState.CANCELLED):
        raise MoneyOnEnded(number=slip.number, state=slip.state)
    if slip.area_kind is not AreaKind.UNIT:
        raise MoneyOnPublic(number=slip.number)
    if slip.charge_class not in CHARGED and not was_taken:
        raise MoneyOnFree(number=slip.number, charge_class=slip.charge_class)
    require_amount(slip, amount)
    return slip


def require_amount(slip: Slip, amount: Decimal) -> None:
    """Raise ``MoneyUnusable`` for what is no amount above zero in whole fen."""
    is_usable = amount.is_finite() and ZERO < amount <= MOST_AMOUNT
    if not is_usable or amount != amount.quantize(ZERO):
        limit = format_money(MOST_AMOUNT)
        raise MoneyUnusable(number=slip.number, value=str(amount), limit=limit)


def require_left(session: Session, slip: Slip, amount: Decimal) -> None:
    """A payment is limited by the price, less what was paid and waived (4.7-0).

    While nobody has named a price, what is typed is the price.
    """
    left = load_account(session, slip.id).left_to_pay
    if left is not None and amount > left:
        raise PaymentTooMuch(
            number=slip.number, left=format_money(left), amount=format_money(amount)
        )


def require_charged(session: Session, slip: Slip, amount: Decimal) -> None:
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


def require_escort(desk: Desk, slips: Sequence[Slip], escort: str) -> None:
    """Who did the work brings no money, unless the centre has it so (K-13)."""
    if desk.settings.text("cash_mode") != "ESCORT_ONLY":
        return
    for slip in slips:
        if escort in slip.technicians:
            raise TechnicianCollects(name=escort, number=slip.number)


def one_owner(slips: Sequence[Slip]) -> str:
    """One payment is for slips of one owner, whoever brings the money (4.7-0)."""
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
