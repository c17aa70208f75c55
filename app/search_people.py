"""Units and people under every beginning by which they are typed.

A unit is found by its label, however the room is written, and by its owners; a person
by the name slips give. Names are kept from each sign on and as they are read (``P``),
phones from their end (``T``), rooms whole (``R``).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from app.name_reading import readings
from app.search_key import SlipTexts, key_of_room, phone_lines
from app.search_text import fold, fold_name
from models.base import table_of
from models.row_list import GivenRows, rows_as_one
from models.search_name import SearchName, SearchPerson
from models.unit import Unit, UnitOwner, parse_room

LONGEST_START = 60
"""Signs of a text that are kept."""

_AT_ONCE = 1000
_name = table_of(SearchName).c
_person = table_of(SearchPerson).c
_unit = table_of(Unit).c
_owner = table_of(UnitOwner).c

Person = tuple[str, str, str]
"""Name, phone and unit's label; empty where a slip says none."""

_OF_CENTRE: BindParameter[int] = bindparam("centre")
_COUNTED = GivenRows("people")
_COUNT = (
    update(table_of(SearchPerson))
    .where(_person.id == _COUNTED.number(0))
    .values(slips=_person.slips + _COUNTED.number(1))
)
_PEOPLE = GivenRows("people")
# Inside the answer, because a join might be sought the other way round.
_KNOWN = select(
    select(_person.id)
    .where(
        _person.centre_id == _OF_CENTRE,
        _person.name == _PEOPLE.text(0),
        _person.phone == _PEOPLE.text(1),
        _person.unit_label == _PEOPLE.text(2),
    )
    .correlate(_PEOPLE.table)
    .scalar_subquery(),
    _PEOPLE.text(0),
    _PEOPLE.text(1),
    _PEOPLE.text(2),
)
_ADD_PEOPLE = (
    insert(table_of(SearchPerson))
    .from_select(
        ["centre_id", "name", "phone", "unit_label", "slips"],
        select(
            _OF_CENTRE,
            _PEOPLE.text(0),
            _PEOPLE.text(1),
            _PEOPLE.text(2),
            _PEOPLE.number(3),
        ),
    )
    .returning(_person.id, _person.name, _person.phone)
)
_NAMES = GivenRows("names")
_ADD_NAMES = insert(table_of(SearchName)).from_select(
    ["centre_id", "is_person", "start", "target_id"],
    select(_OF_CENTRE, bindparam("are_people"), _NAMES.text(0), _NAMES.number(1)),
)


def people_of(texts: SlipTexts) -> list[Person]:
    """Who a slip speaks of: who reported it and, if another, the owner."""
    unit = texts.unit_label or ""
    people = [(texts.reporter_name, texts.phone or "", unit)]
    if texts.owner_name and texts.owner_name != texts.reporter_name:
        people.append((texts.owner_name, "", unit))
    return people


def starts_of_person(name: str, phone: str) -> set[str]:
    """What is typed of a person: the texts whose beginnings find it."""
    folded = fold_name(name)
    starts = {folded[at : at + LONGEST_START] for at in range(len(folded))}
    starts |= {f"P{reading}"[:LONGEST_START] for reading in readings(name)}
    starts |= {f"T{line[::-1]}" for line in phone_lines(phone)} if phone else set()
    return starts


def starts_of_unit(label: str, owners: Iterable[tuple[str, str | None]]) -> set[str]:
    """The same of a unit and its owners (name, phone)."""
    folded = fold(label)
    starts = {folded[at:] for at in range(len(folded))}
    room = parse_room(label)
    if room is not None:
        starts.add(key_of_room(room))
    return starts.union(
        *(starts_of_person(name, phone or "") for name, phone in owners)
    )


def count_people(
    connection: Connection, centre_id: int, slips: Iterable[SlipTexts], more: int
) -> None:
    """Count the people of slips that came into blocks (``more`` 1) or left them (-1).

    Who no slip speaks of any more is forgotten.
    """
    counted = Counter(person for texts in slips for person in people_of(texts))
    known = _known(connection, centre_id, counted)
    changed = sorted((key, more * counted[who]) for who, key in known.items())
    connection.execute(_COUNT, {"people": rows_as_one(changed)})
    if more < 0:
        _forget(connection, centre_id, list(known.values()))
        return
    fresh = {who: count for who, count in counted.items() if who not in known}
    _add(connection, centre_id, fresh)


def index_unit(connection: Connection, centre_id: int, unit_id: int) -> None:
    """Let a unit be found by what the directory says of it now."""
    index_units(connection, centre_id, [unit_id])


def index_units(
    connection: Connection, centre_id: int, unit_ids: Sequence[int]
) -> None:
    """The same for many units."""
    for at in range(0, len(unit_ids), _AT_ONCE):
        some = unit_ids[at : at + _AT_ONCE]
        _drop_names(connection, centre_id, some, are_people=False)
        _add_names(
            connection, centre_id, unit_starts(connection, some), are_people=False
        )


def unit_starts(connection: Connection, unit_ids: Sequence[int]) -> dict[int, set[str]]:
    """Unit → the texts whose beginnings find it."""
    owners: dict[int, list[tuple[str, str | None]]] = {}
    for unit_id, name, phone in connection.execute(
        select(_owner.unit_id, _owner.name, _owner.phone).where(
            _owner.unit_id.in_(unit_ids)
        )
    ):
        owners.setdefault(unit_id, []).append((name, phone))
    labels = connection.execute(
        select(_unit.id, _unit.label).where(_unit.id.in_(unit_ids)).order_by(_unit.id)
    )
    return {
        unit_id: starts_of_unit(label, owners.get(unit_id, ()))
        for unit_id, label in labels
    }


def _known(
    connection: Connection, centre_id: int, people: Iterable[Person]
) -> dict[Person, int]:
    asked = {"centre": centre_id, "people": rows_as_one(sorted(people))}
    return {
        (name, phone, unit): key
        for key, name, phone, unit in connection.execute(_KNOWN, asked)
        if key is not None
    }


def _add(connection: Connection, centre_id: int, fresh: dict[Person, int]) -> None:
    people = [(*who, count) for who, count in sorted(fresh.items())]
    asked = {"centre": centre_id, "people": rows_as_one(people)}
    starts = {
        key: starts_of_person(name, phone)
        for key, name, phone in connection.execute(_ADD_PEOPLE, asked)
    }
    _add_names(connection, centre_id, starts, are_people=True)


def _add_names(
    connection: Connection,
    centre_id: int,
    starts: Mapping[int, Iterable[str]],
    *,
    are_people: bool,
) -> None:
    names = [(start, key) for key, some in starts.items() for start in sorted(some)]
    asked = {"centre": centre_id, "are_people": are_people, "names": rows_as_one(names)}
    connection.execute(_ADD_NAMES, asked)


def _forget(connection: Connection, centre_id: int, people: Sequence[Any]) -> None:
    gone = connection.scalars(
        select(_person.id).where(_person.id.in_(people), _person.slips <= 0)
    ).all()
    if gone:
        _drop_names(connection, centre_id, gone, are_people=True)
        connection.execute(delete(table_of(SearchPerson)).where(_person.id.in_(gone)))


def _drop_names(
    connection: Connection,
    centre_id: int,
    targets: Sequence[int],
    *,
    are_people: bool,
) -> None:
    connection.execute(
        delete(table_of(SearchName)).where(
            _name.centre_id == centre_id,
            _name.is_person.is_(are_people),
            _name.target_id.in_(targets),
        )
    )
