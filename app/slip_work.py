"""What happens between dispatch and return: receive, arrive, start, suspend, done."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from app.feedback import feedback_facts
from app.slip_copy_move import live_copies, move_copies
from app.slip_fields import clean_names, clean_optional, in_order
from app.slip_line import Line, put_lines
from app.slip_quote import require_consent
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import NeedsAgreement
from app.slip_signature import Signature, signature_facts
from models.slip import ChargeClass, Slip, SlipEvent, SlipState
from models.slip_copy import CopyPlace


@dataclass(frozen=True, slots=True)
class StepSlip:
    """A step that only needs its time; None is now."""

    slip_id: int
    at: datetime | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ReceiveSlip:
    """The supervisor has the slip (starts the 20-minute clock, S4-4.1.2.2)."""

    slip_id: int
    technicians: tuple[str, ...] = ()
    at: datetime | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class SuspendSlip:
    """The work can not go on: a reason and when it will be done (S4-4.1.4.1-2)."""

    slip_id: int
    reason: str
    eta_at: datetime
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ResumeSlip:
    """Take up a suspended slip, at its first step or in the middle of the work."""

    slip_id: int
    is_working: bool = False
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CompleteSlip:
    """The work is done; a unit's slip says how it was signed (S4-4.1.2.4-1)."""

    slip_id: int
    at: datetime | None = None
    result_text: str = ""
    signature: Signature = Signature()  # noqa: RUF009 - frozen, shared safely
    lines: tuple[Line, ...] = ()
    version: int | None = None


def receive_slip(session: Session, desk: Desk, order: ReceiveSlip) -> None:
    """Record that the supervisor took the slip, perhaps for these technicians."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.RECEIVE)
    at = order.at
    if at is None and slip.arrived_at is not None:
        # Typed after the arrival, it cannot have been later than that.
        at = slip.supervisor_received_at or slip.arrived_at
    at = at or desk.now()
    in_order(
        (
            ("dispatched_at", slip.dispatched_at),
            ("supervisor_received_at", at),
            ("arrived_at", slip.arrived_at),
        ),
        desk.now(),
    )
    technicians = clean_names(order.technicians) or slip.technicians
    holder = CopyPlace.TECHNICIAN if technicians else CopyPlace.SUPERVISOR
    here = {
        no: holder
        for no, copy in live_copies(session, slip.id).items()
        if copy.place in (CopyPlace.DISPATCH, CopyPlace.SUPERVISOR)
    }
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.RECEIVE,
        {"supervisor_received_at": at, "technicians": technicians},
        to=slip.state,
        said={"copies": move_copies(session, desk, slip, here)},
    )


def arrive(session: Session, desk: Desk, order: StepSlip) -> None:
    """Somebody is on site; the 20-minute result is fixed by the first time.

    Who comes again for another appointment is judged by that one instead.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.ARRIVE)
    at = order.at or desk.now()
    in_order(
        (
            ("dispatched_at", slip.dispatched_at),
            ("supervisor_received_at", slip.supervisor_received_at),
            ("arrived_at", at),
        ),
        desk.now(),
    )
    # Who comes again has not finished yet, whatever was done the time before.
    facts = {"arrived_at": at, "done_at": None}
    said = {}
    first, due = slip.arrived_at, slip.appointment_at
    if first is not None and (due is None or due <= first):
        facts["arrived_at"] = first
        said["arrived_at"] = fact_value(at)
    change_slip(session, desk, slip, SlipEvent.ARRIVE, facts, said=said)


def start_work(session: Session, desk: Desk, order: StepSlip) -> None:
    """Begin free work; paid work begins with the owner's agreement (S4-4.1.2.3)."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.START)
    if slip.charge_class is ChargeClass.PAID:
        raise NeedsAgreement(number=slip.number)
    facts = {"diagnosed_at": slip.diagnosed_at or order.at or desk.now()}
    change_slip(session, desk, slip, SlipEvent.START, facts)


def suspend_slip(session: Session, desk: Desk, order: SuspendSlip) -> None:
    """Put a slip aside with reason and expected time; that day's feedback with it."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.SUSPEND)
    now = desk.now()
    facts = feedback_facts(session, desk, slip, order.reason, order.eta_at, now)
    facts["suspended_at"] = now
    change_slip(session, desk, slip, SlipEvent.SUSPEND, facts)


def resume_slip(session: Session, desk: Desk, order: ResumeSlip) -> None:
    """Go on with a suspended slip (续修); paper at the desk goes out again."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    to = SlipState.WORKING if order.is_working else SlipState.DISPATCHED
    require_move(desk, slip, SlipEvent.RESUME, to)
    if order.is_working:
        require_consent(session, slip)
    copies = send_out_again(session, desk, slip)
    change_slip(
        session, desk, slip, SlipEvent.RESUME, {}, to=to, said={"copies": copies}
    )


def send_out_again(session: Session, desk: Desk, slip: Slip) -> dict[str, list[object]]:
    """Give the copies that lie at the desk back to who does the work."""
    holder = CopyPlace.TECHNICIAN if slip.technicians else CopyPlace.SUPERVISOR
    back = {
        no: holder
        for no, copy in live_copies(session, slip.id).items()
        if copy.place is CopyPlace.HK_DESK
    }
    return move_copies(session, desk, slip, back)


def complete_slip(session: Session, desk: Desk, order: CompleteSlip) -> None:
    """The technician has finished; the paper is still out."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.COMPLETE)
    require_consent(session, slip)
    at = order.at or desk.now()
    in_order((("arrived_at", slip.arrived_at), ("done_at", at)), desk.now())
    facts: dict[str, object] = {
        "done_at": at,
        "diagnosed_at": slip.diagnosed_at or at,
    }
    if text := clean_optional(order.result_text, "result_text", 300):
        facts["result_text"] = text
    facts |= signature_facts(desk, slip, order.signature, at)
    said = put_lines(session, desk, slip, order.lines) if order.lines else {}
    change_slip(session, desk, slip, SlipEvent.COMPLETE, facts, said=said)
