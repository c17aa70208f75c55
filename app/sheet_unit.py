"""Takes units from a centre's own sheet into the directory."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from app.progress import Progress
from app.search_people import index_units
from app.sheet_place import BUILDING, area_of, building_word
from app.sheet_row import ReadRow
from app.unit_directory import Owner, SaveUnit, UnitRow, find_units, save_unit
from models.base import table_of
from models.data_book_problem import CellFault, Problem
from models.sheet_target import UNIT_HEADINGS
from models.unit import Unit, UnitOwner, parse_room

_TELL_EVERY = 200
_MOST = 1_000_000
LONGEST_NAME = 80
_TITLES = {heading.name: heading.title for heading in UNIT_HEADINGS}


@dataclass
class _Wanted:
    """One unit as all its rows together say it; a room may have a row an owner."""

    label: str
    area: str = ""
    warranty: date | None = None
    note: str = ""
    owners: list[Owner] = field(default_factory=list)


def judge_units(rows: Sequence[ReadRow]) -> Iterator[Problem]:
    """A telephone needs somebody whose it is, and a name has its limit."""
    for row in rows:
        for name in row.values.get("owners", ()):
            if len(name) > LONGEST_NAME:
                limits = (("length", len(name)), ("limit", LONGEST_NAME))
                title = _TITLES["owners"]
                yield Problem("", row.number, title, name, CellFault.TOO_LONG, limits)
        phones = row.values.get("phones", ())
        if phones and not row.values.get("owners") and "owners" not in row.bad:
            other = (("other", _TITLES["phones"]),)
            title = _TITLES["owners"]
            yield Problem("", row.number, title, "", CellFault.NEEDED_WITH, other)


def with_areas(
    session: Session, desk: Desk, rows: Sequence[ReadRow]
) -> tuple[ReadRow, ...]:
    """The rows with the area that the sheet says none of: the directory's for a unit it
    knows, else the building, called as in the directory (``7号楼`` beside ``6号楼``).
    """
    known = _known(session, desk)
    words = Counter(building_word(unit.area or "") for unit in known.values())
    del words[""]
    called = max(words, key=lambda word: words[word], default=BUILDING)

    def filled(row: ReadRow) -> ReadRow:
        label = row.values.get("label", "")
        if "area" in row.values or "area" in row.bad:
            return row
        before = known.get(label)
        area = (before.area if before else None) or area_of(label, called)
        return replace(row, values={**row.values, "area": area}) if area else row

    return tuple(filled(row) for row in rows)


def import_units(
    session: Session, desk: Desk, rows: Sequence[ReadRow], progress: Progress
) -> tuple[int, int, int]:
    """Add and change units; answers with (added, changed, as they were).

    What the sheet does not say stays as it is in the directory; owners it names take
    the place of those there were.
    """
    known = _known(session, desk)
    wanted = list(_wanted(rows, desk))
    added: list[_Wanted] = []
    changed = same = 0
    for done, one in enumerate(wanted):
        if done % _TELL_EVERY == 0:
            progress.step(done, len(wanted))
        before = known.get(one.label)
        if before is None:
            added.append(one)
            continue
        order = _order(before, one)
        if order is None:
            same += 1
        else:
            save_unit(session, desk, order)
            changed += 1
    _add(session, desk, added)
    return len(added), changed, same


def _known(session: Session, desk: Desk) -> dict[str, UnitRow]:
    """The directory by label, and by the house form of a room written otherwise."""
    found: dict[str, UnitRow] = {}
    for unit in find_units(session, desk, "", _MOST, with_closed=True):
        found[unit.label] = unit
        room = parse_room(unit.label)
        if room is not None:
            *gate, door = room.door.split("-")
            label = "-".join([room.building, *gate, f"{room.floor}{door}"])
            found.setdefault(label, unit)
    return found


def _wanted(rows: Iterable[ReadRow], desk: Desk) -> Iterator[_Wanted]:
    units: dict[str, _Wanted] = {}
    for row in rows:
        values = row.values
        label = values["label"]
        unit = units.setdefault(label, _Wanted(label))
        unit.area = unit.area or values.get("area", "")
        unit.note = unit.note or values.get("note", "")
        if unit.warranty is None and "warranty" in values:
            unit.warranty = desk.local(values["warranty"]).date()
        for owner in _owners(values.get("owners", ()), values.get("phones", ())):
            if owner not in unit.owners:
                unit.owners.append(owner)
    yield from units.values()


def _owners(names: Sequence[str], phones: Sequence[str]) -> Iterator[Owner]:
    """Names and telephones in the order written; more telephones are the last one's."""
    last = ""
    for name, phone in zip_longest(names, phones):
        last = name or last
        yield Owner(last, phone)


def _order(before: UnitRow, wanted: _Wanted) -> SaveUnit | None:
    """The change that brings a unit to what the sheet says; None if it says no more."""
    order = SaveUnit(
        label=before.label,
        area=wanted.area or before.area or "",
        owners=tuple(wanted.owners) or before.owners,
        warranty_until_on=wanted.warranty or before.warranty_until_on,
        note=wanted.note or before.note or "",
        is_active=True,
        unit_id=before.id,
        version=before.version,
    )
    as_it_is = replace(
        order,
        area=before.area or "",
        owners=before.owners,
        warranty_until_on=before.warranty_until_on,
        note=before.note or "",
        is_active=before.is_active,
    )
    return None if order == as_it_is else order


def _add(session: Session, desk: Desk, wanted: Sequence[_Wanted]) -> None:
    if not wanted:
        return
    table = table_of(Unit)
    session.execute(insert(table), [_unit_row(one, desk) for one in wanted])
    own = select(table.c.label, table.c.id).where(table.c.centre_id == desk.centre_id)
    ids = {label: unit_id for label, unit_id in session.execute(own)}
    owners: list[dict[str, object]] = []
    for one in wanted:
        unit_id = ids[one.label]
        facts: dict[str, object] = {"label": [None, one.label]}
        if one.owners:
            facts["owners"] = [[], [[o.name, o.phone] for o in one.owners]]
        for position, owner in enumerate(one.owners, start=1):
            person = {"name": owner.name, "phone": owner.phone}
            owners.append({"unit_id": unit_id, "position": position, **person})
        log_change(session, desk, "unit", unit_id, "save", facts)
    if owners:
        session.execute(insert(table_of(UnitOwner)), owners)
    found = [ids[one.label] for one in wanted]
    index_units(session.connection(), desk.centre_id, found)


def _unit_row(unit: _Wanted, desk: Desk) -> dict[str, object]:
    room = parse_room(unit.label)
    return {
        "centre_id": desk.centre_id,
        "label": unit.label,
        "building": room.building if room else None,
        "floor": room.floor if room else None,
        "door": room.door if room else None,
        "area": unit.area or None,
        "warranty_until_on": unit.warranty,
        "note": unit.note or None,
        "is_active": True,
        "version": 1,
    }
