"""The paper is back: type in what it says and tick the copies (返单)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from app.desk import Desk
from app.feedback import feedback_facts
from app.finance_copy import copy_arrives
from app.ledger import load_account, require_settled_within
from app.posting import inclusion_of
from app.slip_back import note_return
from app.slip_copy_move import (
    NEEDED_BACK,
    declare_lost,
    has_finance_copy,
    live_copies,
    move_copies,
    places_when_back,
    roles_of_slip,
)
from app.slip_fields import clean_names, clean_optional, in_order
from app.slip_line import Line, put_lines
from app.slip_money import agreed_amount, is_chargeable, lines_amount
from app.slip_quote import put_agreed_quote
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import (
    CopiesMissing,
    CopiesUnknown,
    FieldMissing,
    LinesUnlikePrice,
    NeedsAgreement,
    PriceMissing,
    QuoteUnlikeCharge,
    TimeOrder,
)
from app.slip_signature import Signature, signature_facts
from models.money import ZERO
from models.slip import (
    ChargeClass,
    InspectStatus,
    Outcome,
    OwnerOpinion,
    Slip,
    SlipEvent,
    SlipState,
)
from models.slip_copy import CopyPlace
from models.unit import AreaKind

_NEVER_AT_THE_DESK = {CopyPlace.ENG_FILE, CopyPlace.OWNER}


@dataclass(frozen=True, slots=True)
class TakeBackSlip:
    """All a returned paper says, in one form (4.2 row 15).

    ``copies_back``: numbers of the copies in hand; None: all that should be.
    ``copies_lost``: those declared lost, each of which opens a gap case.
    ``lines`` None leaves the lines as they are. What is empty stays as it was typed
    at 完工; of a paper that was back before, result and signature are said anew.
    """

    slip_id: int
    outcome: Outcome = Outcome.COMPLETED
    arrived_at: datetime | None = None
    done_at: datetime | None = None
    result_text: str = ""
    cause_code: str = ""
    owner_opinion: OwnerOpinion | None = None
    signature: Signature = Signature()  # noqa: RUF009 - frozen, shared safely
    technicians: tuple[str, ...] = ()
    accepted_by: str = ""
    lines: tuple[Line, ...] | None = None
    quote: Decimal | None = None
    quote_confirmed_by: str = ""
    unfinished_reason: str = ""
    eta_at: datetime | None = None
    copies_back: frozenset[int] | None = None
    copies_lost: frozenset[int] = frozenset()
    returned_at: datetime | None = None
    version: int | None = None


def take_back_slip(session: Session, desk: Desk, order: TakeBackSlip) -> str:
    """Record a returned slip (S4-4.1.3.1, S4-4.1.3.3-1); answers with its number.

    Completed work makes the slip RETURNED, and public work waits for inspection;
    unfinished work needs reason and expected time and goes on as SUSPENDED.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    is_done = order.outcome is Outcome.COMPLETED
    to = SlipState.RETURNED if is_done else SlipState.SUSPENDED
    require_move(desk, slip, SlipEvent.RETURN, to)
    now = desk.now()
    returned_at = order.returned_at or now
    technicians = clean_names(order.technicians) or slip.technicians
    done_at = order.done_at or done_since_return(slip.done_at, slip.returned_at)
    is_anew = is_said_anew(slip.done_at, slip.returned_at)
    facts: dict[str, object] = {
        "arrived_at": order.arrived_at or slip.arrived_at,
        "done_at": done_at,
        "returned_at": returned_at,
        "returned_to": desk.actor,
        "outcome": order.outcome,
        "technicians": technicians,
        "owner_opinion": order.owner_opinion,
        "inspected_by": None,
        "inspected_at": None,
        "inspect_note": None,
        "inspect_status": InspectStatus.PENDING
        if is_done and slip.area_kind is not AreaKind.UNIT
        else None,
    }
    in_order(
        (
            ("dispatched_at", slip.dispatched_at),
            ("supervisor_received_at", slip.supervisor_received_at),
            ("arrived_at", order.arrived_at or slip.arrived_at),
            ("done_at", done_at),
            ("returned_at", returned_at),
        ),
        now,
    )
    _require_after_the_last(slip, order.done_at, returned_at)
    for field, limit in (("result_text", 300), ("cause_code", 40), ("accepted_by", 80)):
        text = clean_optional(getattr(order, field), field, limit)
        facts[field] = text or (None if is_anew else getattr(slip, field))
    if is_done:
        if slip.state is SlipState.QUOTED and order.quote is None:
            raise NeedsAgreement(number=slip.number)
        _require_signature(slip, order, is_anew=is_anew)
        if order.signature.status is not None:
            at = done_at or returned_at
            facts |= signature_facts(desk, slip, order.signature, at)
    else:
        facts |= feedback_facts(
            session, desk, slip, order.unfinished_reason, order.eta_at, returned_at
        )
        is_new = slip.state is not SlipState.SUSPENDED
        facts["suspended_at"] = returned_at if is_new else slip.suspended_at
    said: dict[str, object] = {}
    if order.lines is not None:
        begun_at = order.arrived_at or slip.arrived_at or returned_at
        said |= put_lines(session, desk, slip, order.lines, begun_at)
    if order.quote is not None:
        said |= put_agreed_quote(
            session, desk, slip, order.quote, order.quote_confirmed_by
        )
    said["copies"] = _tick_copies(session, desk, slip, order, returned_at)
    if is_done:
        _require_price(session, slip)
        if has_finance_copy(session, desk, slip):
            is_early = slip.finance_early_at is not None
            said |= copy_arrives(session, desk, slip, returned_at, is_early=is_early)
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.RETURN,
        facts,
        to=to,
        said=said,
        at=returned_at,
    )
    note_return(session, slip, order.outcome, returned_at, desk.actor)
    return slip.number


def done_since_return(
    done_at: datetime | None, returned_at: datetime | None
) -> datetime | None:
    """When the work was done since the paper was back last: what was done before that
    did not hold, or was not all.
    """
    is_new = done_at is not None and (returned_at is None or done_at > returned_at)
    return done_at if is_new else None


def is_said_anew(done_at: datetime | None, returned_at: datetime | None) -> bool:
    """Whether the paper was back before and nothing was said since: its result and its
    signature are of work that did not hold, or was not all.
    """
    return returned_at is not None and done_since_return(done_at, returned_at) is None


def _require_after_the_last(
    slip: Slip, done_at: datetime | None, returned_at: datetime
) -> None:
    """A paper that went out again comes back after it went: after the inspection that
    failed, or after the return with unfinished work. What failed is done again later.
    """
    failed_at = slip.inspected_at and slip.inspected_at.replace(second=0)
    if done_at is not None and failed_at is not None and done_at < failed_at:
        raise TimeOrder(field="done_at", earlier="inspected_at")
    for earlier, before in (
        ("inspected_at", slip.inspected_at),
        ("return_before", slip.returned_at),
    ):
        if before is not None and returned_at < before:
            raise TimeOrder(field="returned_at", earlier=earlier)


def _require_signature(slip: Slip, order: TakeBackSlip, *, is_anew: bool) -> None:
    is_unit = slip.area_kind is AreaKind.UNIT
    is_signed = slip.sign_status is not None and not is_anew
    if is_unit and order.signature.status is None and not is_signed:
        raise FieldMissing(field="sign_status")


def _require_price(session: Session, slip: Slip) -> None:
    """Paid work is charged what the owner agreed to, and its lines say for what (4.2
    row 15). What was charged already, at the escort, is the price; what was paid
    before is no more than it.
    """
    if not is_chargeable(slip):
        return
    charged = load_account(session, slip.id).charged
    is_posted = inclusion_of(session, slip.id) is not None
    lines = lines_amount(session, slip) or ZERO
    agreed = agreed_amount(session, slip)
    price = charged if is_posted else lines
    if slip.charge_class is ChargeClass.PAID:
        if agreed is None:
            raise PriceMissing(number=slip.number)
        if is_posted and agreed != charged:
            raise QuoteUnlikeCharge(quote=agreed, charged=charged)
        price = agreed
    if lines != price:
        raise LinesUnlikePrice(lines=lines, price=price, difference=lines - price)
    require_settled_within(session, slip, price)


def _tick_copies(
    session: Session, desk: Desk, slip: Slip, order: TakeBackSlip, at: datetime
) -> dict[str, list[object]]:
    """Move the copies that came back; what must be back is back or declared lost."""
    copies = live_copies(session, slip.id)
    roles = {no: role for no, role in roles_of_slip(desk, slip).items() if no in copies}
    unknown = ((order.copies_back or set()) | order.copies_lost) - set(copies)
    if unknown:
        raise CopiesUnknown(
            copies="、".join(map(str, sorted(unknown))),
            known="、".join(map(str, copies)),
        )
    homes = places_when_back(roles, slip.area_kind)
    lost_before = {no for no in roles if copies[no].place is CopyPlace.LOST}
    away = {no for no in roles if copies[no].place is CopyPlace.FINANCE}
    if order.copies_back is None:
        back = set(homes) - lost_before
    else:
        # Not ticked, engineering's copy is filed and the owner's left with the owner.
        stays = {no for no, home in homes.items() if home in _NEVER_AT_THE_DESK}
        back = set(order.copies_back) | (stays - lost_before)
        # An owner's copy that came back was not left with the owner.
        for no in order.copies_back:
            if homes[no] is CopyPlace.OWNER:
                homes[no] = CopyPlace.HK_DESK
    required = {no for no, role in roles.items() if role in NEEDED_BACK}
    missing = required - back - away - lost_before - order.copies_lost
    if missing:
        raise CopiesMissing(
            number=slip.number, copies="、".join(map(str, sorted(missing)))
        )
    places = {no: homes[no] for no in back - away}
    places |= dict.fromkeys(order.copies_lost, CopyPlace.LOST)
    moved = move_copies(session, desk, slip, places, at, copies)
    if fresh := order.copies_lost - lost_before:
        declare_lost(session, desk, slip, fresh)
    return moved
