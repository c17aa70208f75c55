"""Take a repair request down and give it its numbered slip (接报、派发)."""

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from app.database import note_changed
from app.desk import Desk, NotAllowed
from app.duplicate import DuplicateQuestion, DuplicateRow, find_duplicates
from app.event_log import fact_value
from app.form_stock import checked_stock_no
from app.likeness import place_key
from app.numbering import next_slip_number
from app.search_index import enter_slip
from app.search_people import index_unit
from app.slip_draft import discard_draft
from app.slip_fields import checked_phone, clean, clean_optional, required
from app.slip_record import record_slip_event, require_event
from app.slip_refusals import (
    DuplicatesFound,
    TimeInFuture,
    TimeOrder,
    TradeUnknown,
    UnitClosed,
    UnitUnknown,
)
from models.base import table_of
from models.slip import (
    Channel,
    ChargeClass,
    FeeBearer,
    JobType,
    LinkKind,
    ReporterKind,
    Slip,
    SlipEvent,
    SlipState,
)
from models.staff import Permission, Post
from models.trade import Trade
from models.unit import AreaKind, Unit, UnitOwner, parse_room

# The issuing path is the one a person waits for with a telephone in the hand: its
# statements are built once and skip the unit of work.
_TRADES = (
    select(Trade.name)
    .where(Trade.centre_id == bindparam("centre"), Trade.is_active)
    .order_by(Trade.position)
)
_ADD_SLIP = insert(table_of(Slip)).returning(table_of(Slip).c.id)
_UNIT_COLUMNS = (
    table_of(Unit).c.id,
    table_of(Unit).c.label,
    select(UnitOwner.name)
    .where(UnitOwner.unit_id == table_of(Unit).c.id)
    .order_by(UnitOwner.position)
    .limit(1)
    .scalar_subquery()
    .label("owner"),
)
_HERE = (
    table_of(Unit).c.centre_id == bindparam("centre"),
    table_of(Unit).c.is_active.is_(True),
)
_BY_LABEL = select(*_UNIT_COLUMNS).where(
    *_HERE, table_of(Unit).c.label == bindparam("label")
)
_BY_ROOM = select(*_UNIT_COLUMNS).where(
    *_HERE,
    table_of(Unit).c.building == bindparam("building"),
    table_of(Unit).c.floor == bindparam("floor"),
    table_of(Unit).c.door == bindparam("door"),
)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of the directory as a slip copies it."""

    id: int
    label: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class IssueSlip:
    """A call as taken down. Empty text means not given.

    ``anyway_reason`` answers possible duplicates: those of ``duplicates_seen``, the
    numbers the person was shown, which stand beside it in the log; all where none is
    given. ``draft_id`` and ``draft_key`` name the draft this was typed in, thrown
    away on success.
    """

    area_kind: AreaKind
    area: str
    place: str
    reporter_name: str
    content: str
    unit: str = ""
    phone: str = ""
    report_dept: str = ""
    reporter_kind: ReporterKind | None = None
    job_type: JobType = JobType.ROUTINE
    channel: Channel = Channel.PHONE
    charge_class: ChargeClass | None = None
    trade: str = ""
    appointment_at: datetime | None = None
    reported_at: datetime | None = None
    remark: str = ""
    stock_no: str = ""
    dispatcher_answered_by: str = ""
    is_late_entry: bool = False
    duplicates_seen: tuple[str, ...] = ()
    anyway_reason: str = ""
    parent_slip_id: int | None = None
    link_kind: LinkKind | None = None
    draft_id: int | None = None
    draft_key: str = ""


@dataclass(frozen=True, slots=True)
class IssuedSlip:
    """What issuing answers with."""

    id: int
    number: str
    issued_at: datetime


def issue_slip(session: Session, desk: Desk, order: IssueSlip) -> IssuedSlip:
    """Give a repair request its numbered slip (S4-4.1-2, S4-4.1.2a, S4-4.1.6).

    Raises a ``FieldRefusal`` for a field, ``DuplicatesFound`` for candidates nobody
    has answered, ``ClockWentBack``. A refused slip uses no number.
    """
    row = _checked_row(session, desk, order)
    if not row["anyway_reason"] or order.duplicates_seen:
        found = find_duplicates(session, desk, _question(order, desk.now()))
        numbers = [each.number for each in found]
        if row["anyway_reason"]:
            # A reason answers what the person was shown, not what came since.
            numbers = [each for each in numbers if each not in order.duplicates_seen]
        if numbers:
            raise DuplicatesFound(numbers="、".join(numbers))
    return _give_number(session, desk, order, row)


def issue_slip_anyway(
    session: Session, desk: Desk, order: IssueSlip, reason: str
) -> tuple[IssuedSlip, list[DuplicateRow]]:
    """Issue a slip without asking; possible duplicates are answered with ``reason``.

    Answers with the slip and the duplicates it may have.
    """
    row = _checked_row(session, desk, order)
    found = find_duplicates(session, desk, _question(order, desk.now()))
    if found:
        row["anyway_reason"] = row["anyway_reason"] or reason
        seen = tuple(each.number for each in found)
        order = replace(order, duplicates_seen=seen)
    return _give_number(session, desk, order, row), found


def _give_number(
    session: Session, desk: Desk, order: IssueSlip, row: dict[str, object]
) -> IssuedSlip:
    now = desk.now()
    number = next_slip_number(session, desk, now)
    row.update(seq=number.seq, number=number.number, issued_at=number.issued_at)
    slip_id: int = session.connection().execute(_ADD_SLIP, row).scalar_one()
    note_changed(session, "slip")
    enter_slip(session, desk.centre_id, slip_id, number.seq)
    if order.draft_id is not None:
        discard_draft(session, desk, order.draft_id, order.draft_key)
    facts = _facts(row)
    if order.duplicates_seen:
        facts["duplicates"] = list(order.duplicates_seen)
    record_slip_event(session, desk, slip_id, SlipEvent.ISSUE, facts, number.issued_at)
    return IssuedSlip(slip_id, number.number, number.issued_at)


def _question(order: IssueSlip, at: datetime) -> DuplicateQuestion:
    return DuplicateQuestion(
        area_kind=order.area_kind,
        area=clean(order.area),
        place=clean(order.place),
        content=clean(order.content),
        unit_label=clean(order.unit) or None,
        at=at,
    )


def _require_intake_post(desk: Desk) -> None:
    if desk.settings.text(
        "intake_posts"
    ) == "FRONT_DESK_AND_HOUSEKEEPER" and desk.posts == {Post.CONTROL_ROOM}:
        raise NotAllowed(actor=desk.actor, permission=Permission.ISSUE_SLIP)


def _checked_row(session: Session, desk: Desk, order: IssueSlip) -> dict[str, object]:
    require_event(desk, SlipEvent.ISSUE)
    _require_intake_post(desk)
    now = desk.now()
    is_unit = order.area_kind is AreaKind.UNIT
    area = required(order.area, "area")
    place = required(order.place, "place")
    reporter = required(order.reporter_name, "reporter_name")
    all_phones = desk.settings.text("phone_required") == "ALL"
    phone = checked_phone(order.phone, is_required=is_unit or all_phones)
    content = required(order.content, "content")
    if order.reported_at is not None and order.reported_at > now:
        raise TimeInFuture(field="reported_at")
    if order.appointment_at is not None and order.appointment_at < now:
        raise TimeOrder(field="appointment_at", earlier="issued_at")
    unit = None
    if is_unit:
        unit = _unit(session, desk, order.unit, place, area, reporter, phone)
    label = unit.label if unit else None
    kind = order.reporter_kind or (
        ReporterKind.OWNER if is_unit else ReporterKind.STAFF
    )
    charge = order.charge_class or (
        ChargeClass.PAID if is_unit else ChargeClass.FREE_PUBLIC
    )
    bearer = desk.settings.text("fee_bearer_unit" if is_unit else "fee_bearer_public")
    return {
        "centre_id": desk.centre_id,
        "area_kind": order.area_kind,
        "area": area,
        "place": place,
        "place_key": place_key(label or place, area)[:200],
        "unit_id": unit.id if unit else None,
        "unit_label": label,
        "owner_name": (unit and unit.owner) or (reporter if is_unit else None),
        "reporter_name": reporter,
        "reporter_kind": kind,
        "report_dept": clean_optional(order.report_dept, "report_dept", 80),
        "phone": phone,
        "content": content,
        "channel": order.channel,
        "job_type": order.job_type,
        "charge_class": charge,
        "fee_bearer": FeeBearer(bearer.lower()),
        "remark": clean_optional(order.remark, "remark", 300),
        "stock_no": checked_stock_no(session, desk, order.stock_no),
        "reported_at": order.reported_at or now,
        "issued_at": now,
        "duty_post": desk.duty_post(now),
        "entered_by": desk.actor,
        "anyway_reason": clean_optional(order.anyway_reason, "anyway_reason", 100),
        "dispatcher_answered_by": clean_optional(
            order.dispatcher_answered_by, "dispatcher_answered_by", 80
        ),
        "trade": known_trade(session, desk, order.trade),
        "appointment_at": order.appointment_at,
        "is_late_entry": order.is_late_entry,
        "parent_slip_id": order.parent_slip_id,
        "link_kind": order.link_kind,
        "state": SlipState.ISSUED,
        "version": 1,
    }


def _facts(row: dict[str, object]) -> dict[str, object]:
    left_out = {"centre_id", "version", "place_key"}
    return {
        "set": {
            name: fact_value(value)
            for name, value in row.items()
            if value and name not in left_out
        }
    }


def known_trade(session: Session, desk: Desk, name: str) -> str | None:
    """The trade as the directory writes it, None if not given; ``TradeUnknown``."""
    plain = clean(name)
    if not plain:
        return None
    names = session.scalars(_TRADES, {"centre": desk.centre_id}).all()
    if plain not in names:
        raise TradeUnknown(value=plain, known="、".join(names))
    return plain


def _unit(
    session: Session,
    desk: Desk,
    label: str,
    place: str,
    area: str,
    reporter: str,
    phone: str | None,
) -> KnownUnit | None:
    """The unit meant; while the directory is empty a named one is added to it.

    Without a unit the place is the room: it is looked up, and refused only if it has
    the form of a room that does not exist.
    """
    named = clean(label)
    wanted = named or place
    unit = find_unit(session, desk, wanted)
    if unit is not None:
        return unit
    known = unit_labels(session, desk)
    if named and not known:
        return _added_unit(session, desk, named, area, reporter, phone)
    if known and (named or parse_room(place)):
        raise unit_refusal(session, desk, wanted)
    return None


def unit_refusal(session: Session, desk: Desk, wanted: str) -> UnitUnknown:
    """Why no call is taken for ``wanted``: it is closed, or there is no such unit."""
    units = session.execute(
        select(Unit.label, Unit.is_active).where(Unit.centre_id == desk.centre_id)
    ).all()
    room = parse_room(wanted)
    for label, is_active in units:
        is_meant = label == wanted or (room is not None and parse_room(label) == room)
        if is_meant and not is_active:
            return UnitClosed(value=label)
    known = [label for label, is_active in units if is_active]
    return UnitUnknown(value=wanted, near=labels_near(wanted, known))


def unit_labels(session: Session, desk: Desk) -> Sequence[str]:
    """How every unit of the directory is called."""
    return session.scalars(
        select(Unit.label).where(Unit.centre_id == desk.centre_id)
    ).all()


def labels_near(wanted: str, known: Sequence[str]) -> str:
    """The labels that are perhaps meant, as a refusal names them."""
    near = difflib.get_close_matches(wanted, known, 3, 0.5) or sorted(known)[:3]
    return "、".join(near)


def find_unit(session: Session, desk: Desk, text: str) -> KnownUnit | None:
    """The active unit called ``text``, however the room is written."""
    connection = session.connection()
    text = clean(text)
    asked: dict[str, object] = {"centre": desk.centre_id, "label": text}
    found = connection.execute(_BY_LABEL, asked).first()
    room = parse_room(text)
    if found is None and room is not None:
        asked |= {"building": room.building, "floor": room.floor, "door": room.door}
        found = connection.execute(_BY_ROOM, asked).first()
    return None if found is None else KnownUnit(*found)


def _added_unit(
    session: Session,
    desk: Desk,
    label: str,
    area: str,
    owner: str,
    phone: str | None,
) -> KnownUnit:
    label = unicodedata.normalize("NFKC", label)
    if len(label) > 30:
        raise UnitUnknown(value=label, near="")
    room = parse_room(label)
    unit = Unit(
        centre_id=desk.centre_id,
        label=label,
        building=room.building if room else None,
        floor=room.floor if room else None,
        door=room.door if room else None,
        area=area,
    )
    session.add(unit)
    session.flush()
    session.add(UnitOwner(unit_id=unit.id, position=1, name=owner, phone=phone))
    session.flush()
    index_unit(session.connection(), desk.centre_id, unit.id)
    return KnownUnit(unit.id, label, owner)
