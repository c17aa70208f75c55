"""Put a slip right: amended while open (改正), corrected once back (更正)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.form_stock import checked_stock_no
from app.likeness import place_key
from app.slip_copy_move import live_copies
from app.slip_fields import (
    LIMITS,
    checked_phone,
    clean,
    clean_code,
    clean_optional,
    in_order,
    required,
)
from app.slip_issue import find_unit, unit_refusal
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, TimeOrder
from models.slip import JobType, OwnerOpinion, Slip, SlipEvent
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class AmendSlip:
    """New values for intake facts; None leaves a fact as it is."""

    slip_id: int
    area: str | None = None
    place: str | None = None
    reporter_name: str | None = None
    phone: str | None = None
    content: str | None = None
    unit: str | None = None
    job_type: JobType | None = None
    stock_no: str | None = None
    remark: str | None = None
    reason: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CorrectSlip:
    """New values for what the paper said (not money), and why."""

    slip_id: int
    reason: str
    result_text: str | None = None
    cause_code: str | None = None
    arrived_at: datetime | None = None
    done_at: datetime | None = None
    owner_opinion: OwnerOpinion | None = None
    remark: str | None = None
    binder_no: str | None = None
    stock_no: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class RescheduleSlip:
    """A new appointment with the owner (改约), and why."""

    slip_id: int
    appointment_at: datetime
    reason: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class EscalateSlip:
    """Take a slip up: supervisor → 工程部经理 → 物业总监 (S4-4.1.4.1-3)."""

    slip_id: int
    to_whom: str
    note: str = ""
    version: int | None = None


def amend_slip(session: Session, desk: Desk, order: AmendSlip) -> None:
    """Change intake facts of an open slip (4.2 row 24); old and new are kept.

    A slip that was printed asks for a reprint.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.AMEND)
    facts: dict[str, object] = {}
    for field in LIMITS:
        value = getattr(order, field)
        if value is not None:
            facts[field] = required(value, field)
    if order.phone is not None:
        all_phones = desk.settings.text("phone_required") == "ALL"
        is_unit = slip.area_kind is AreaKind.UNIT
        facts["phone"] = checked_phone(order.phone, is_required=is_unit or all_phones)
    if order.job_type is not None:
        facts["job_type"] = order.job_type
    facts |= _unit_facts(session, desk, slip, order)
    facts = {name: new for name, new in facts.items() if getattr(slip, name) != new}
    if facts and live_copies(session, slip.id):
        facts["needs_reprint"] = True
    facts |= _form_facts(session, desk, slip, order.stock_no)
    if order.remark is not None:
        # It stands on no paper.
        facts["remark"] = clean_optional(order.remark, "remark", 300)
    reason = clean_optional(order.reason, "reason", 200)
    if not facts:
        return
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.AMEND,
        facts,
        keep_old=True,
        said={"reason": reason} if reason else None,
    )


def _unit_facts(
    session: Session, desk: Desk, slip: Slip, order: AmendSlip
) -> dict[str, object]:
    if slip.area_kind is not AreaKind.UNIT or order.unit is None:
        if slip.unit_label is not None:
            return {}
        place, area = order.place or slip.place, order.area or slip.area
        return {"place_key": place_key(place, area)[:200]}
    wanted = clean(order.unit)
    unit = find_unit(session, desk, wanted)
    if unit is None:
        raise unit_refusal(session, desk, wanted)
    return {
        "unit_id": unit.id,
        "unit_label": unit.label,
        "owner_name": unit.owner or slip.owner_name,
        "place_key": place_key(unit.label, order.area or slip.area)[:200],
    }


def _form_facts(
    session: Session, desk: Desk, slip: Slip, typed: str | None
) -> dict[str, object]:
    """The pre-printed form the slip was written on, where another one was typed."""
    if typed is None or clean_code(typed, "stock_no", 30) == slip.stock_no:
        return {}
    return {"stock_no": checked_stock_no(session, desk, typed)}


def correct_slip(session: Session, desk: Desk, order: CorrectSlip) -> None:
    """Correct what was typed from the paper (4.2 row 23); old and new are kept."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.CORRECT)
    reason = clean_optional(order.reason, "reason", 200)
    if reason is None:
        raise FieldMissing(field="reason")
    limits: Mapping[str, int] = {
        "result_text": 300,
        "cause_code": 40,
        "remark": 300,
        "binder_no": 20,
    }
    facts: dict[str, object] = {}
    for field, limit in limits.items():
        value = getattr(order, field)
        if value is not None:
            facts[field] = clean_optional(value, field, limit)
    facts |= _form_facts(session, desk, slip, order.stock_no)
    for field in ("arrived_at", "done_at", "owner_opinion"):
        value = getattr(order, field)
        if value is not None:
            facts[field] = value
    require_order(slip, desk, order.arrived_at, order.done_at)
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.CORRECT,
        facts,
        keep_old=True,
        said={"reason": reason},
    )


def require_order(
    slip: Slip, desk: Desk, arrived_at: datetime | None, done_at: datetime | None
) -> None:
    """Corrected times must lie between the steps around them; None stays as it is.

    Raises ``TimeInFuture`` or ``TimeOrder``.
    """
    in_order(
        (
            ("dispatched_at", slip.dispatched_at),
            ("supervisor_received_at", slip.supervisor_received_at),
            ("arrived_at", arrived_at or slip.arrived_at),
            ("done_at", done_at or slip.done_at),
            ("returned_at", slip.returned_at),
        ),
        desk.now(),
    )


def reschedule_slip(session: Session, desk: Desk, order: RescheduleSlip) -> None:
    """Agree another time with the owner; the reason stays on the slip."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.RESCHEDULE)
    if order.appointment_at < slip.issued_at:
        raise TimeOrder(field="appointment_at", earlier="issued_at")
    reason = clean_optional(order.reason, "reason", 100)
    if reason is None:
        raise FieldMissing(field="reason")
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.RESCHEDULE,
        {"appointment_at": order.appointment_at, "appointment_reason": reason},
        keep_old=True,
    )


def escalate_slip(session: Session, desk: Desk, order: EscalateSlip) -> None:
    """Tell somebody higher that a slip does not move."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.ESCALATE)
    whom = clean_optional(order.to_whom, "to_whom", 40)
    if whom is None:
        raise FieldMissing(field="to_whom")
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.ESCALATE,
        {"escalated_to": whom, "escalated_at": desk.now()},
        keep_old=True,
        said={"note": clean_optional(order.note, "note", 200)},
    )
