"""Hand a slip out: dispatch and print, bounce, send again, reassign (派工)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.desk import Desk
from app.reason import known_reason
from app.slip_copy_move import print_copies
from app.slip_fields import clean_names, clean_optional
from app.slip_issue import known_trade
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, SlipIsBounced, SlipNotBounced
from models.reason_code import ReasonKind
from models.slip import SlipEvent
from models.slip_copy import CopyPlace


@dataclass(frozen=True, slots=True)
class DispatchSlip:
    """Give a slip to a supervisor of a trade; technicians may be named at once."""

    slip_id: int
    trade: str
    supervisor: str
    technicians: tuple[str, ...] = ()
    answered_by: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class BounceSlip:
    """Send an incomplete slip back to the desk (S4c-2.1); the number stays."""

    slip_id: int
    reason: str
    note: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ResendSlip:
    """What the bounce asked for is filled in."""

    slip_id: int
    note: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ReassignSlip:
    """Give an open slip to somebody else; an empty field stays as it is."""

    slip_id: int
    trade: str = ""
    supervisor: str = ""
    technicians: tuple[str, ...] = ()
    reason: str = ""
    version: int | None = None


def dispatch_slip(session: Session, desk: Desk, order: DispatchSlip) -> str:
    """Dispatch a slip and make its first prints; answers with the number.

    Trade, time and supervisor are set (S4-4.1.2.1); the copies are born here and
    lie with the technician, else with the supervisor.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.DISPATCH)
    if slip.is_bounced:
        raise SlipIsBounced(number=slip.number)
    trade = known_trade(session, desk, order.trade)
    if trade is None:
        raise FieldMissing(field="trade")
    supervisor = clean_optional(order.supervisor, "supervisor", 80)
    if supervisor is None:
        raise FieldMissing(field="supervisor")
    technicians = clean_names(order.technicians)
    now = desk.now()
    code = slip.copy_scheme or desk.settings.text("copy_scheme")
    holder = CopyPlace.TECHNICIAN if technicians else CopyPlace.SUPERVISOR
    # What was printed before, still blank, lies at the dispatcher's own desk.
    copies = print_copies(session, desk, slip, holder=holder, old_prints_collected=True)
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.DISPATCH,
        {
            "trade": trade,
            "dispatched_at": now,
            "eng_accepted_at": now,
            "dispatcher": desk.actor,
            "supervisor": supervisor,
            "technicians": technicians,
            "dispatcher_answered_by": clean_optional(
                order.answered_by, "answered_by", 80
            )
            or slip.dispatcher_answered_by,
            "copy_scheme": code,
            "needs_reprint": False,
        },
        said={"copies": copies},
    )
    return slip.number


def bounce_slip(session: Session, desk: Desk, order: BounceSlip) -> None:
    """Refuse an incomplete slip: it waits in the desk's queue."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.BOUNCE)
    if slip.is_bounced:
        raise SlipIsBounced(number=slip.number)
    reason = known_reason(session, desk, ReasonKind.BOUNCE, order.reason)
    note = clean_optional(order.note, "note", 200)
    text = f"{reason}：{note}" if note else reason
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.BOUNCE,
        {"is_bounced": True, "bounce_reason": text},
    )


def resend_slip(session: Session, desk: Desk, order: ResendSlip) -> None:
    """Send a bounced slip again (4.2 row 25)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.RESEND)
    if not slip.is_bounced:
        raise SlipNotBounced(number=slip.number)
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.RESEND,
        {"is_bounced": False},
        said={"note": clean_optional(order.note, "note", 200)},
    )


def reassign_slip(session: Session, desk: Desk, order: ReassignSlip) -> None:
    """Change trade, supervisor or technicians of a slip under way (S3-7.2)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.REASSIGN)
    technicians = clean_names(order.technicians) or slip.technicians
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.REASSIGN,
        {
            "trade": known_trade(session, desk, order.trade) or slip.trade,
            "supervisor": clean_optional(order.supervisor, "supervisor", 80)
            or slip.supervisor,
            "technicians": technicians,
        },
        keep_old=True,
        said={"reason": clean_optional(order.reason, "reason", 200)},
    )
