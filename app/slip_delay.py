"""Somebody comes late and says so (迟到告知): it stays late, and told."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_fields import clean_optional, in_order
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, TimeOrder
from models.slip import SlipEvent


@dataclass(frozen=True, slots=True)
class TellDelay:
    """The owner was called before the time that cannot be kept (S3-1.1, S4c-3.2).

    ``at`` None is now; ``new_appointment`` is what was agreed in its place.
    """

    slip_id: int
    note: str
    at: datetime | None = None
    new_appointment: datetime | None = None
    version: int | None = None


def tell_delay(session: Session, desk: Desk, order: TellDelay) -> None:
    """Record that the owner was told of the delay, why, and what was agreed.

    Raises ``FieldMissing`` without a reason, ``TimeInFuture`` or ``TimeOrder`` for a
    call that cannot have been then, or a new time before the call.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.LATE_NOTICE)
    note = clean_optional(order.note, "note", 100)
    if note is None:
        raise FieldMissing(field="note")
    at = order.at or desk.now()
    in_order((("issued_at", slip.issued_at), ("late_notice_at", at)), desk.now())
    facts: dict[str, object] = {
        "late_notice_at": at,
        "late_notice_for_at": slip.appointment_at,
    }
    if order.new_appointment is not None:
        if order.new_appointment < at:
            raise TimeOrder(field="new_appointment", earlier="late_notice_at")
        facts["appointment_at"] = order.new_appointment
        facts["appointment_reason"] = note
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.LATE_NOTICE,
        facts,
        keep_old=True,
        said={"note": note},
        at=at,
    )
