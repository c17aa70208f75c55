"""Units a data book names: found in the directory, or added to it."""

from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from app.search_people import index_units
from models.base import table_of
from models.data_book import UNIT, SlipRow
from models.unit import Room, Unit, UnitOwner, parse_room


class UnitIndex:
    """The directory of a centre by label and by room, however a room is written."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._by_label: dict[str, int] = {}
        self._by_room: dict[Room, int] = {}
        rows = session.execute(
            select(Unit.id, Unit.label).where(Unit.centre_id == desk.centre_id)
        )
        for unit_id, label in rows:
            self._put(label, unit_id)

    def find(self, row: SlipRow) -> int | None:
        """The unit of a slip; without a 单元号 the place may name one."""
        if row.area_kind != UNIT:
            return None
        label = row.unit or row.place
        if label in self._by_label:
            return self._by_label[label]
        room = parse_room(label)
        return self._by_room.get(room) if room else None

    def add_missing(self, session: Session, desk: Desk, rows: Iterable[SlipRow]) -> int:
        """Add the units of 单元号 the directory lacks; answers with how many.

        The first row that names an owner says who it is.
        """
        missing: dict[str, SlipRow] = {}
        for row in rows:
            if row.area_kind == UNIT and row.unit and self.find(row) is None:
                known = missing.get(row.unit)
                if known is None or (row.owner_name and not known.owner_name):
                    missing[row.unit] = row
        if not missing:
            return 0
        table = table_of(Unit)
        added = session.execute(
            insert(table).returning(table.c.id, table.c.label),
            [_unit_row(label, row, desk) for label, row in missing.items()],
        ).all()
        owners = []
        for unit_id, label in added:
            self._put(label, unit_id)
            row = missing[label]
            facts: dict[str, object] = {"label": [None, label]}
            if row.owner_name:
                owner = {"name": row.owner_name, "phone": row.phone or None}
                owners.append({"unit_id": unit_id, "position": 1, **owner})
                facts["owners"] = [[], [list(owner.values())]]
            log_change(session, desk, "unit", unit_id, "save", facts)
        if owners:
            session.execute(insert(table_of(UnitOwner)), owners)
        index_units(session.connection(), desk.centre_id, [row.id for row in added])
        return len(added)

    def _put(self, label: str, unit_id: int) -> None:
        self._by_label[label] = unit_id
        room = parse_room(label)
        if room is not None:
            self._by_room.setdefault(room, unit_id)


def _unit_row(label: str, row: SlipRow, desk: Desk) -> dict[str, object]:
    room = parse_room(label)
    return {
        "centre_id": desk.centre_id,
        "label": label,
        "building": room.building if room else None,
        "floor": room.floor if room else None,
        "door": room.door if room else None,
        "area": row.area,
        "is_active": True,
        "version": 1,
    }
