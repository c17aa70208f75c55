"""Units and people that fit what was typed, by the beginnings that are kept of them.

What was typed is taken as a whole first, then word by word (``3-1502 漏水 急`` names a
room and two things that are no unit).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    Select,
    Subquery,
    bindparam,
    exists,
    func,
    literal_column,
    select,
    union_all,
)

from app.listing import MOST_WORDS
from app.prepared import Prepared
from app.search_hit import PersonHit
from app.search_key import SHORTEST_TAIL, SlipTexts, key_of_room
from app.search_people import LONGEST_START, Person, people_of, starts_of_person
from app.search_word import Asked, Word, words_of
from models.base import table_of
from models.id_list import is_listed, listed
from models.search_name import SearchName, SearchPerson
from models.unit import Unit

_HIGHEST = "\U0010fffd"
_MOST_STARTS = 400
_name = table_of(SearchName).c
_person = table_of(SearchPerson).c
_unit = table_of(Unit).c


def _starts(ranges: str, *, of_people: bool) -> Subquery:
    """The names whose starts fit; ``is_room`` is 1 where a room was named.

    ``ranges`` are those asked: ``N``, or ``NPT`` and rooms.
    """
    here = (_name.centre_id == bindparam("centre"), _name.is_person.is_(of_people))
    rooms = is_listed(_name.start, "rooms")
    parts = [
        *(
            select(
                _name.start, _name.target_id, literal_column("0").label("is_room")
            ).where(
                *here,
                _name.start.between(bindparam(f"first{of}"), bindparam(f"last{of}")),
            )
            for of in ranges
        ),
        select(_name.start, _name.target_id, literal_column("1")).where(*here, rooms),
    ]
    return (union_all(*parts) if ranges != "N" else parts[0]).subquery()


def _known(ranges: str) -> Select[bool, bool]:
    units, people = (_starts(ranges, of_people=which) for which in (False, True))
    return select(
        exists(select(literal_column("1")).select_from(units)),
        exists(select(literal_column("1")).select_from(people)),
    )


def _units(ranges: str, *, with_closed: bool) -> Select[int]:
    starts = _starts(ranges, of_people=False)
    named = func.max(starts.c.is_room).label("named")
    units = select(starts.c.target_id, named).group_by(starts.c.target_id).subquery()
    statement = (
        select(_unit.id)
        .join_from(units, table_of(Unit), _unit.id == units.c.target_id)
        .order_by(
            units.c.named.desc(),
            _unit.building,
            _unit.floor,
            _unit.door,
            _unit.label,
        )
        .limit(bindparam("most"))
    )
    return statement if with_closed else statement.where(_unit.is_active.is_(True))


def _people(ranges: str) -> Select[str, str, str, str, int]:
    starts = _starts(ranges, of_people=True)
    first = select(starts).order_by(starts.c.start).limit(_MOST_STARTS).subquery()
    return select(
        first.c.start,
        _person.name,
        _person.phone,
        _person.unit_label,
        _person.slips,
    ).join_from(first, table_of(SearchPerson), _person.id == first.c.target_id)


_RANGES = ("N", "NPT")
_KNOWN = {ranges: Prepared(_known(ranges)) for ranges in _RANGES}
_UNITS = {
    (ranges, closed): Prepared(_units(ranges, with_closed=closed))
    for ranges in _RANGES
    for closed in (False, True)
}
_PEOPLE = {ranges: Prepared(_people(ranges)) for ranges in _RANGES}


class Known(NamedTuple):
    """A word that may be a name, and whether any unit or any person has it."""

    word: Word
    has_units: bool
    has_people: bool


def names_known(
    connection: Connection, centre_id: int, words: Sequence[Word]
) -> list[Known]:
    """Which of the words are names: most words of a fault are nobody's."""
    known = []
    for word in words:
        ranges, asked = _ranges(word)
        (row,) = _KNOWN[ranges].rows(connection, centre=centre_id, **asked)
        known.append(Known(word, *row))
    return known


def find_unit_ids(
    connection: Connection,
    centre_id: int,
    text: str,
    limit: int,
    *,
    with_closed: bool = False,
) -> list[int]:
    """Units meant by ``text``: a room that is named first, then by building, floor,
    door and label.
    """
    words = names_meant(words_of(text))
    return unit_ids(connection, centre_id, words, limit, with_closed=with_closed)


def unit_ids(
    connection: Connection,
    centre_id: int,
    words: Sequence[Word],
    limit: int,
    *,
    with_closed: bool = False,
) -> list[int]:
    """The same for the names among ``words``."""
    found: dict[int, None] = {}
    for word in words:
        if len(found) >= limit:
            break
        ranges, asked = _ranges(word)
        rows = _UNITS[ranges, with_closed].rows(
            connection, centre=centre_id, most=limit, **asked
        )
        found |= dict.fromkeys([unit_id for (unit_id,) in rows])
    return list(found)[:limit]


def find_people(
    connection: Connection,
    centre_id: int,
    names: Sequence[Known],
    limit: int,
    loose: Sequence[SlipTexts],
) -> tuple[PersonHit, ...]:
    """People meant by ``names``, in the order of what was found of them.

    ``loose`` are the slips no block holds, whose people are counted here.
    """
    new: dict[Person, int] = {}
    for texts in loose:
        for who in people_of(texts):
            new[who] = new.get(who, 0) + 1
    found: dict[Person, PersonHit] = {}
    for word, _, has_people in names:
        if len(found) >= limit:
            break
        fitting: dict[Person, tuple[str, int]] = {}
        if has_people:
            for start, who, slips in _counted(connection, centre_id, word):
                if who not in fitting or start < fitting[who][0]:
                    fitting[who] = (start, slips)
        for who in new.keys() - fitting.keys():
            own = [s for s in starts_of_person(*who[:2]) if _begins(word, s)]
            if own:
                fitting[who] = (min(own), 0)
        for who in sorted(fitting, key=lambda who: (fitting[who][0], who))[:limit]:
            name, phone, unit = who
            why = (word.why_name(name), word.why_phone(phone) if phone else None)
            slips = fitting[who][1] + new.get(who, 0)
            told = tuple(each for each in why if each is not None)
            if told:
                found.setdefault(who, PersonHit(name, phone, unit, slips, told))
    return tuple(found.values())[:limit]


def names_meant(words: Sequence[str]) -> list[Word]:
    """What of the words may be a name: all together, then each of several."""
    if not words or len(words) > MOST_WORDS:
        return []
    forms = [" ".join(words), "".join(words)]
    if len(words) > 1:
        forms += [word for word in words if len(word) > 1]
    return [
        Word(form, Asked.OTHERS)
        for form in dict.fromkeys(forms)
        if len(form) <= LONGEST_START
    ]


def ranges_of(word: Word) -> Iterator[tuple[str, bool]]:
    """The starts that fit a word, and whether they go on or are whole."""
    yield word.text, True
    if word.letters:
        yield f"P{word.letters}"[:LONGEST_START], True
    if word.digits:
        yield f"T{word.digits[::-1]}", len(word.digits) >= SHORTEST_TAIL
    for room in sorted(word.rooms, key=key_of_room):
        yield key_of_room(room), False


def _begins(word: Word, start: str) -> bool:
    return any(
        start.startswith(wanted) if goes_on else start == wanted
        for wanted, goes_on in ranges_of(word)
    )


def _ranges(word: Word) -> tuple[str, dict[str, object]]:
    """Which statement asks, and with what: a first and last start of each range, and
    rooms.
    """
    if not (word.letters or word.digits or word.rooms):
        return "N", {"firstN": word.text, "lastN": word.text + _HIGHEST}
    asked: dict[str, object] = {"rooms": "[]"}
    for kind in "NPT":
        asked |= {f"first{kind}": _HIGHEST, f"last{kind}": ""}
    for wanted, goes_on in ranges_of(word):
        if wanted[0] == "R":
            asked["rooms"] = listed([key_of_room(room) for room in word.rooms])
            break
        kind = wanted[0] if wanted[0] in "PT" else "N"
        last = wanted + _HIGHEST if goes_on else wanted
        asked |= {f"first{kind}": wanted, f"last{kind}": last}
    return "NPT", asked


def _counted(
    connection: Connection, centre_id: int, word: Word
) -> Iterator[tuple[str, Person, int]]:
    """Starts that fit, the first some hundred in their order, and whose they are."""
    ranges, asked = _ranges(word)
    for start, name, phone, unit, slips in _PEOPLE[ranges].rows(
        connection, centre=centre_id, **asked
    ):
        yield start, (name, phone, unit), slips
