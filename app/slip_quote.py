"""The price on site: quote, agreement, dispute, and how it is resolved (报价)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.limit_clock import whole_minutes
from app.slip_fields import checked_amount, clean, clean_optional, in_order
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, NotPaid, SignedByTechnician
from models.quote import Quote, QuoteStatus
from models.slip import ChargeClass, Slip, SlipEvent, SlipState


@dataclass(frozen=True, slots=True)
class QuoteSlip:
    """A price named on site (yuan)."""

    slip_id: int
    amount: Decimal
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
    """The outcome: a new quote (``amount``), with ``confirmed_by`` an agreed one."""

    slip_id: int
    amount: Decimal | None = None
    confirmed_by: str = ""
    version: int | None = None


def quote_slip(session: Session, desk: Desk, order: QuoteSlip) -> None:
    """Name a price before paid work begins (S4-4.1.2.3-1)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.QUOTE)
    if slip.charge_class is not ChargeClass.PAID:
        raise NotPaid(number=slip.number)
    quote = _offer(session, desk, slip, order.amount)
    said = {"quote": quote_fact(quote)}
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
    said = {"quote": quote_fact(quote)}
    change_slip(session, desk, slip, SlipEvent.DISPUTE, facts, said=said)


def resolve_dispute(session: Session, desk: Desk, order: ResolveDispute) -> None:
    """Write down what was agreed, or quote anew (S4-4.1.2.3-3)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    is_agreed = bool(clean(order.confirmed_by))
    to = SlipState.WORKING if is_agreed else SlipState.QUOTED
    require_move(desk, slip, SlipEvent.RESOLVE, to)
    quote = latest_quote(session, slip)
    if order.amount is not None and order.amount != quote.amount:
        quote = _offer(session, desk, slip, order.amount)
    elif not is_agreed:
        quote = _offer(session, desk, slip, quote.amount)
    if is_agreed:
        _confirm(desk, slip, quote, order.confirmed_by, None)
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.RESOLVE,
        run_again(slip, desk.now()),
        to=to,
        said={"quote": quote_fact(quote)},
    )


def run_again(slip: Slip, at: datetime) -> dict[str, object]:
    """The clock of completion goes on, later by what the dispute took (4.2 row 8)."""
    if slip.paused_at is None:
        return {}
    held = max(0, whole_minutes(slip.paused_at, at))
    return {"paused_at": None, "paused_min": slip.paused_min + held}


def latest_quote(session: Session, slip: Slip) -> Quote:
    """The quote that stands."""
    return session.scalars(
        select(Quote)
        .where(Quote.slip_id == slip.id)
        .order_by(Quote.position.desc())
        .limit(1)
    ).one()


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
    last = session.scalar(
        select(func.max(Quote.position)).where(Quote.slip_id == slip.id)
    )
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
