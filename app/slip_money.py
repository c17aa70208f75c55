"""What a slip costs (4.7-0): the agreed quote, else its lines."""

from decimal import Decimal

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from models.money import ZERO
from models.quote import Quote, QuoteStatus
from models.slip import ChargeClass, Slip, SlipState
from models.slip_line import SlipLine
from models.unit import AreaKind

CHARGED = (ChargeClass.PAID, ChargeClass.CONTRACT)
"""The classes whose fee is charged; all other work is free to the owner."""
_BACK = (SlipState.RETURNED, SlipState.CLOSED)

_LINES = select(func.sum(SlipLine.amount)).where(SlipLine.slip_id == bindparam("slip"))
_LATEST = (
    select(Quote)
    .where(Quote.slip_id == bindparam("slip"))
    .order_by(Quote.position.desc())
    .limit(1)
)


def is_chargeable(slip: Slip) -> bool:
    """Whether the slip's fee is asked of the owner."""
    return slip.charge_class in CHARGED and slip.area_kind is AreaKind.UNIT


def expected_amount(session: Session, slip: Slip) -> Decimal | None:
    """What the work costs, nothing where it is free; None while no price is known: a
    paper that is back has named it.

    A quote that came in with a book is told of, but the fee counts (interfaces.md 2).
    """
    if not is_chargeable(slip):
        return ZERO
    quote = _agreed_quote(session, slip)
    if quote is not None and quote.quoted_at is not None:
        return quote.amount
    lines = lines_amount(session, slip)
    if lines is not None:
        return lines
    if slip.state in _BACK:
        return ZERO
    return None if quote is None else quote.amount


def agreed_amount(session: Session, slip: Slip) -> Decimal | None:
    """The price the owner agreed to, if that is the last word."""
    quote = _agreed_quote(session, slip)
    return None if quote is None else quote.amount


def lines_amount(session: Session, slip: Slip) -> Decimal | None:
    """What the lines come to; None without any."""
    return session.scalar(_LINES, {"slip": slip.id})


def _agreed_quote(session: Session, slip: Slip) -> Quote | None:
    """The latest quote, if the owner agreed to it."""
    latest = session.scalars(_LATEST, {"slip": slip.id}).one_or_none()
    is_agreed = latest is not None and latest.status is QuoteStatus.AGREED
    return latest if is_agreed else None
