"""The unit directory (业户单元): owners and phones, found while typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import NameTaken, check_version, find_own, log_change
from app.directory import put as put_values
from app.search_name import find_unit_ids
from app.search_people import index_unit
from app.slip_fields import checked_phone, clean, clean_optional
from app.slip_refusals import FieldMissing, FieldTooLong
from models.base import table_of
from models.staff import Permission
from models.unit import Unit, UnitOwner, parse_room

_unit = table_of(Unit).c
_owner = table_of(UnitOwner).c
_OF_IDS = select(*_unit).where(
    _unit.centre_id == bindparam("centre"),
    _unit.id.in_(bindparam("ids", expanding=True)),
)
_OWNERS_OF_IDS = (
    select(_owner.unit_id, _owner.name, _owner.phone)
    .where(_owner.unit_id.in_(bindparam("ids", expanding=True)))
    .order_by(_owner.unit_id, _owner.position)
)


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner or contact."""

    name: str
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as pickers and lists show it."""

    id: int
    version: int
    label: str
    area: str | None
    warranty_until_on: date | None
    note: str | None
    is_active: bool
    owners: tuple[Owner, ...]


@dataclass(frozen=True, slots=True)
class SaveUnit:
    """Add (``unit_id`` None) or change a unit."""

    label: str
    area: str = ""
    owners: tuple[Owner, ...] = ()
    warranty_until_on: date | None = None
    note: str = ""
    is_active: bool = True
    unit_id: int | None = None
    version: int | None = None


def find_units(
    session: Session,
    desk: Desk,
    text: str,
    limit: int = 20,
    *,
    with_closed: bool = False,
) -> list[UnitRow]:
    """Units whose label, owner or phone was typed, a room that is named first, then by
    building and floor; owners also as they are read, phones by four digits or more
    of their end. Nothing typed finds them all.
    """
    if not clean(text):
        asked = [Unit.centre_id == desk.centre_id]
        if not with_closed:
            asked.append(Unit.is_active.is_(True))
        units = session.execute(
            select(*_unit)
            .where(*asked)
            .order_by(Unit.building, Unit.floor, Unit.door, Unit.label)
            .limit(limit)
        ).all()
        return _rows(session, units)
    connection = session.connection()
    ids = find_unit_ids(
        connection, desk.centre_id, text, limit, with_closed=with_closed
    )
    return load_units(session, desk, ids)


def load_units(session: Session, desk: Desk, ids: Sequence[int]) -> list[UnitRow]:
    """The units with these ids, in the order given."""
    if not ids:
        return []
    asked = {"centre": desk.centre_id, "ids": ids}
    units = session.connection().execute(_OF_IDS, asked)
    known = {unit.id: unit for unit in units}
    return _rows(session, [known[key] for key in ids if key in known])


def get_unit(session: Session, desk: Desk, unit_id: int) -> UnitRow | None:
    """One unit by id."""
    unit = session.get(Unit, unit_id)
    if unit is None or unit.centre_id != desk.centre_id:
        return None
    return _rows(session, [unit])[0]


def save_unit(session: Session, desk: Desk, order: SaveUnit) -> int:
    """Add or change a unit; its id. Slips keep what they were issued with."""
    desk.require(Permission.CHANGE_SETTINGS)
    label = clean(order.label)
    if not label:
        raise FieldMissing(field="label")
    if len(label) > 30:
        raise FieldTooLong(field="label", length=len(label), limit=30)
    twin = session.scalar(
        select(Unit.id).where(Unit.centre_id == desk.centre_id, Unit.label == label)
    )
    if twin is not None and twin != order.unit_id:
        raise NameTaken(field="label", name=label)
    room = parse_room(label)
    unit = find_own(session, desk, Unit, order.unit_id)
    if unit is None:
        unit = Unit(centre_id=desk.centre_id, label=label)
        session.add(unit)
    else:
        check_version(unit.version, order.version)
    changed = put_values(
        unit,
        {
            "label": label,
            "building": room.building if room else None,
            "floor": room.floor if room else None,
            "door": room.door if room else None,
            "area": clean_optional(order.area, "area", 40),
            "warranty_until_on": order.warranty_until_on,
            "note": clean_optional(order.note, "note", 200),
            "is_active": order.is_active,
        },
    )
    session.flush()
    changed |= _put_owners(session, unit, order.owners)
    if changed:
        session.flush()
        index_unit(session.connection(), desk.centre_id, unit.id)
    log_change(session, desk, "unit", unit.id, "save", changed)
    return unit.id


def _put_owners(
    session: Session, unit: Unit, owners: tuple[Owner, ...]
) -> dict[str, object]:
    wanted = []
    for owner in owners:
        name = clean_optional(owner.name, "owner_name", 80)
        phone = checked_phone(owner.phone, is_required=False)
        if name is None:
            if phone is None:
                continue
            raise FieldMissing(field="owner_name")
        wanted.append([name, phone])
    before = [[owner.name, owner.phone] for owner in _rows(session, [unit])[0].owners]
    if before == wanted:
        return {}
    session.execute(delete(UnitOwner).where(UnitOwner.unit_id == unit.id))
    for position, (name, phone) in enumerate(wanted, start=1):
        session.add(
            UnitOwner(unit_id=unit.id, position=position, name=name, phone=phone)
        )
    return {"owners": [before, wanted]}


def _rows(session: Session, units: Sequence[Any]) -> list[UnitRow]:
    owners: dict[int, list[Owner]] = {}
    asked = {"ids": [unit.id for unit in units]}
    for unit_id, name, phone in session.connection().execute(_OWNERS_OF_IDS, asked):
        owners.setdefault(unit_id, []).append(Owner(name, phone))
    return [
        UnitRow(
            unit.id,
            unit.version,
            unit.label,
            unit.area,
            unit.warranty_until_on,
            unit.note,
            unit.is_active,
            tuple(owners.get(unit.id, ())),
        )
        for unit in units
    ]
