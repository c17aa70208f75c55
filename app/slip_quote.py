"""The price on site: quote, agreement, dispute, and how it is resolved (报价)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import FieldRefusal
from app.limit_clock import whole_minutes
from app.slip_fields import checked_amount, clean, clean_optional, in_order
from app.slip_line import Line, put_lines
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import (
    FieldMissing,
    NeedsAgreement,
    NotPaid,
    SignedByTechnician,
)
from models.money import ZERO, format_money, multiply
from models.quote import Quote, QuoteStatus
from models.slip import ChargeClass, Slip, SlipEvent, SlipState

_LAST_POSITION = select(func.max(Quote.position)).where(
    Quote.slip_id == bindparam("slip")
)


@dataclass(frozen=True, slots=True)
class QuoteSlip:
    """A price named on site (yuan), best from lines of the tariff.

    ``amount`` None is what the ``lines`` come to; they become the slip's lines.
    """

    slip_id: int
    amount: Decimal | None = None
    lines: tuple[Line, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class AgreeQuote:
    """The owner's first signature; ``confirmed_by`` empty: the reporter."""

    slip_id: int
    confirmed_by: str = ""
    at: datetime | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class DisputeQuote:
    """The owner does not accept the price; housekeeping negotiates."""

    slip_id: int
    note: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ResolveDispute:
    """The outcome: a new quote (``amount`` or ``lines``), with ``confirmed_by`` an
    agreed one. Without either, the amount of the last one.
    """

    slip_id: int
    amount: Decimal | None = None
    confirmed_by: str = ""
    lines: tuple[Line, ...] | None = None
    version: int | None = None


class QuoteUnsaid(FieldRefusal):
    """A quote has an amount, or lines that come to one."""

    field = "amount"


class QuoteDiffers(FieldRefusal):
    """The lines come to ``total``, the quote says ``amount``."""

    field = "amount"


def quote_slip(session: Session, desk: Desk, order: QuoteSlip) -> None:
    """Name a price before paid work begins (S4-4.1.2.3-1)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.QUOTE)
    if slip.charge_class is not ChargeClass.PAID:
        raise NotPaid(number=slip.number)
    said: dict[str, object] = {}
    if order.lines:
        said |= put_lines(session, desk, slip, order.lines)
    quote = _offer(session, desk, slip, _asked(order.amount, order.lines))
    said["quote"] = quote_fact(quote)
    # Whoever names a price knows what is wrong (S4e-4.3).
    facts = {"diagnosed_at": slip.diagnosed_at or desk.now()}
    change_slip(session, desk, slip, SlipEvent.QUOTE, facts, said=said)


def agree_quote(session: Session, desk: Desk, order: AgreeQuote) -> None:
    """The owner agrees and the work begins (S4-4.2.3.1-1)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.AGREE)
    quote = latest_quote(session, slip)
    _confirm(desk, slip, quote, order.confirmed_by, order.at)
    facts = run_again(slip, desk.now())
    said = {"quote": quote_fact(quote)}
    change_slip(session, desk, slip, SlipEvent.AGREE, facts, said=said)


def dispute_quote(session: Session, desk: Desk, order: DisputeQuote) -> None:
    """Hand a disputed price to housekeeping (S4-4.1.2.3-2)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.DISPUTE)
    note = clean_optional(order.note, "note", 200)
    if note is None:
        raise FieldMissing(field="note")
    quote = latest_quote(session, slip)
    quote.status = QuoteStatus.DISPUTED
    quote.note = note
    facts = {"paused_at": desk.now()}
    said = {"quote": quote_fact(quote), "note": note}
    change_slip(session, desk, slip, SlipEvent.DISPUTE, facts, said=said)


def resolve_dispute(session: Session, desk: Desk, order: ResolveDispute) -> None:
    """Write down what was agreed, or quote anew (S4-4.1.2.3-3)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    is_agreed = bool(clean(order.confirmed_by))
    to = SlipState.WORKING if is_agreed else SlipState.QUOTED
    require_move(desk, slip, SlipEvent.RESOLVE, to)
    quote = latest_quote(session, slip)
    said: dict[str, object] = {}
    amount = order.amount
    if order.lines is not None:
        said |= put_lines(session, desk, slip, order.lines)
        if order.lines:
            amount = _asked(amount, order.lines)
    if amount is not None and amount != quote.amount:
        quote = _offer(session, desk, slip, amount)
    elif not is_agreed:
        quote = _offer(session, desk, slip, quote.amount)
    if is_agreed:
        _confirm(desk, slip, quote, order.confirmed_by, None)
    said["quote"] = quote_fact(quote)
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.RESOLVE,
        run_again(slip, desk.now()),
        to=to,
        said=said,
    )


def refuse_quote(session: Session, slip: Slip) -> dict[str, object]:
    """The owner will not have it done for this price; what the log says of it.

    The lines of the quote go: nothing is charged on a slip that was cancelled.
    """
    said: dict[str, object] = {}
    quote = session.scalars(_latest(slip)).one_or_none()
    if quote is not None and quote.status in (
        QuoteStatus.OFFERED,
        QuoteStatus.DISPUTED,
    ):
        quote.status = QuoteStatus.REFUSED
        said["quote"] = quote_fact(quote)
    return said


def require_consent(session: Session, slip: Slip) -> None:
    """Paid work goes on only after the owner agreed (S4-4.1.2.3-3); raises
    ``NeedsAgreement``.
    """
    if slip.charge_class is not ChargeClass.PAID:
        return
    quote = session.scalars(_latest(slip)).one_or_none()
    if quote is None or quote.status is not QuoteStatus.AGREED:
        raise NeedsAgreement(number=slip.number)


def run_again(slip: Slip, at: datetime) -> dict[str, object]:
    """The clock of completion goes on, later by what the dispute took (4.2 row 8)."""
    if slip.paused_at is None:
        return {}
    held = max(0, whole_minutes(slip.paused_at, at))
    return {"paused_at": None, "paused_min": slip.paused_min + held}


def latest_quote(session: Session, slip: Slip) -> Quote:
    """The quote that stands."""
    return session.scalars(_latest(slip)).one()


def _latest(slip: Slip) -> Select[Quote]:
    return (
        select(Quote)
        .where(Quote.slip_id == slip.id)
        .order_by(Quote.position.desc())
        .limit(1)
    )


def _asked(amount: Decimal | None, lines: tuple[Line, ...]) -> Decimal:
    """The amount of a quote; where there are lines it is what they come to."""
    if not lines:
        if amount is None:
            raise QuoteUnsaid
        return amount
    total = sum((multiply(line.quantity, line.price) for line in lines), ZERO)
    if amount is not None and amount != total:
        raise QuoteDiffers(total=format_money(total), amount=format_money(amount))
    return total


def put_agreed_quote(
    session: Session, desk: Desk, slip: Slip, amount: Decimal, confirmed_by: str
) -> dict[str, object]:
    """A quote read from the returned paper, agreed on site; what the log says."""
    quote = _offer(session, desk, slip, amount)
    _confirm(desk, slip, quote, confirmed_by, None)
    return {"quote": quote_fact(quote)}


def quote_fact(quote: Quote) -> list[object]:
    """A quote as the log keeps it: position, amount, status, confirmed by."""
    return [
        quote.position,
        str(quote.amount),
        quote.status.value,
        quote.confirmed_by,
    ]


def _offer(session: Session, desk: Desk, slip: Slip, amount: Decimal) -> Quote:
    last = session.scalar(_LAST_POSITION, {"slip": slip.id})
    quote = Quote(
        slip_id=slip.id,
        position=(last or 0) + 1,
        amount=checked_amount(amount, "amount"),
        quoted_at=desk.now(),
        status=QuoteStatus.OFFERED,
    )
    session.add(quote)
    session.flush()
    return quote


def _confirm(
    desk: Desk, slip: Slip, quote: Quote, confirmed_by: str, at: datetime | None
) -> None:
    name = clean_optional(confirmed_by, "confirmed_by", 80)
    name = name or slip.owner_name or slip.reporter_name
    if name in slip.technicians:
        raise SignedByTechnician(field="confirmed_by", name=name)
    confirmed_at = at or desk.now()
    in_order(
        (("quoted_at", quote.quoted_at), ("confirmed_at", confirmed_at)), desk.now()
    )
    quote.status = QuoteStatus.AGREED
    quote.confirmed_by = name
    quote.confirmed_at = confirmed_at
