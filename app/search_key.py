"""The keys under which a slip is kept, and those that a typed word asks for.

A key is one to three signs of a folded text, of a number (``N``), of how a name is
read (``A`` at its beginning, ``P`` inside), the last four digits of a phone (``T``) or
a room (``R``). Folded texts have no capitals, so keys of two kinds never meet.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add
from typing import NamedTuple

from app.name_reading import readings
from app.search_text import fold, fold_name
from models.slip import Slip
from models.unit import Room, parse_room

SHORTEST_TAIL = 4
"""Digits of a phone that must be known to find it."""
LONG_TAIL = 7
"""Digits of a phone that nearly always tell it apart."""
SHORTEST_PART = 3
"""Signs of a number that must be known to find it by a part."""

_RUN = re.compile("[!-~]{3,}")
_EXTENSION = re.compile(r"(.*\d.*)(?:转|x|-)\d{1,6}")
_NO_DIGIT = re.compile("[^0-9]+")


class SlipTexts(NamedTuple):
    """What is searched of a slip, as it is written there."""

    number: str
    stock_no: str | None
    unit_label: str | None
    place: str
    area: str
    owner_name: str | None
    reporter_name: str
    phone: str | None
    content: str


TEXT_COLUMNS = tuple(getattr(Slip, name) for name in SlipTexts._fields)
"""The columns of ``SlipTexts`` in their order."""

SEARCHED = frozenset(SlipTexts._fields)
"""The facts of a slip that the search knows."""


def keys_of_slip(texts: SlipTexts) -> set[str]:
    """Every key a slip is kept under."""
    keys = keys_of_text(fold(texts.content)).union(
        _keys_of_text(texts.place),
        _keys_of_text(texts.area),
        _keys_of_name_text(texts.reporter_name),
        keys_of_name(texts.reporter_name),
        _keys_of_number(texts.number),
    )
    if texts.stock_no:
        keys |= _keys_of_number(texts.stock_no)
    if texts.unit_label and texts.unit_label != texts.place:
        keys |= _keys_of_text(texts.unit_label)
    if texts.owner_name and texts.owner_name != texts.reporter_name:
        keys |= _keys_of_name_text(texts.owner_name) | keys_of_name(texts.owner_name)
    if texts.phone:
        for line in phone_lines(texts.phone):
            keys |= {key_of_tail(line), key_of_tail(line[-SHORTEST_TAIL:])}
    room = room_of_slip(texts)
    if room is not None:
        keys.add(key_of_room(room))
    return keys


def keys_of_text(folded: str) -> set[str]:
    """Every sign, every two signs and, of plain letters and digits, every three."""
    keys: set[str] = set()
    for piece in folded.split(" "):
        keys.update(piece)
        keys.update(map(add, piece, piece[1:]))
        for run in _RUN.findall(piece):
            keys.update(_threes(run))
    return keys


def keys_asked(word: str) -> tuple[str, ...]:
    """The fewest keys that every text with ``word`` in it has; ``word`` is folded."""
    if len(word) < 3:
        return (word,)
    keys = []
    for at in range(len(word) - 1):
        three = word[at : at + 3]
        if len(three) == 3 and three.isascii():
            keys.append(three)
        elif not (at and word[at - 1 : at + 2].isascii()):
            keys.append(three[:2])
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=16384)
def keys_of_name(name: str) -> frozenset[str]:
    """How a name is read: the beginning of each reading, and every three letters."""
    keys: set[str] = set()
    for reading in readings(name):
        keys.update("A" + reading[:length] for length in (1, 2, 3))
        keys.update("P" + three for three in _threes(reading[1:]))
    return frozenset(keys)


def keys_of_reading(letters: str) -> tuple[str, ...]:
    """The keys that names have whose reading begins with ``letters``."""
    inside = tuple("P" + three for three in _threes(letters[1:]))
    return ("A" + letters[:3], *dict.fromkeys(inside))


def keys_of_part(part: str) -> tuple[str, ...]:
    """The keys that numbers have with ``part`` in them."""
    return tuple(dict.fromkeys("N" + three for three in _threes(part)))


def key_of_tail(digits: str) -> str:
    """The key of phones that end in the same seven digits or, of fewer, four; or that
    are no longer.
    """
    is_long = len(digits) >= LONG_TAIL
    return "T" + digits[-LONG_TAIL if is_long else -SHORTEST_TAIL :]


def key_of_room(room: Room) -> str:
    """The key of a room, however it is written."""
    return f"R{room.building}/{room.floor}/{room.door}"[:40]


def room_of_slip(texts: SlipTexts) -> Room | None:
    """The room of a slip, if its unit or place is one."""
    return _room(texts.unit_label or texts.place)


def rooms_meant(word: str) -> frozenset[Room]:
    """The rooms a folded word may be: ``3栋1502``, ``31502``."""
    rooms = {parse_room(word)}
    if word.isdecimal() and word.isascii() and 5 <= len(word) <= 6:
        rooms |= {parse_room(f"{word[:cut]}-{word[cut:]}") for cut in (1, 2)}
    return frozenset(room for room in rooms if room is not None)


@lru_cache(maxsize=16384)
def phone_lines(phone: str) -> tuple[str, ...]:
    """The digits by whose tail a phone is found: of all of it, and of its line without
    the extension.
    """
    plain = fold(phone)
    without = _EXTENSION.fullmatch(plain)
    lines = (plain, without.group(1)) if without else (plain,)
    return tuple(dict.fromkeys(filter(None, map(digits_of, lines))))


def digits_of(text: str) -> str:
    """The digits of a text."""
    return _NO_DIGIT.sub("", text)


@lru_cache(maxsize=16384)
def _keys_of_text(text: str) -> frozenset[str]:
    return frozenset(keys_of_text(fold(text)))


@lru_cache(maxsize=16384)
def _keys_of_name_text(name: str) -> frozenset[str]:
    return frozenset(keys_of_text(fold_name(name)))


def _keys_of_number(number: str) -> set[str]:
    return {"N" + three for three in _threes(fold(number))}


def _threes(run: str) -> Iterable[str]:
    return (run[at : at + 3] for at in range(len(run) - 2))


@lru_cache(maxsize=16384)
def _room(text: str) -> Room | None:
    return parse_room(text)
