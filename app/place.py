"""Where a fault is, taken apart: building, entrance, floor, room, kind of place.

``3号楼2单元5层电梯厅``, ``三棟二單元 5樓電梯間`` and ``3#2danyuan 5ceng diantiting``
name one place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from app.lexicon import Lexicon, load_lexicon
from app.sound import Heard, hear, simplify
from models.unit import parse_room

_Suffixes = tuple[tuple[str, ...], ...]

ROOM = "room"
OF_A_BUILDING = ("", "lift", "hall", "roof")
"""Groups of places that every building has for itself; the others stand once."""
ELSEWHERE = ("garage", "plant", "grounds", "office", "club")

_NUMERALS = re.compile("[一二两三四五六七八九十]+(?=[号栋幢座层楼#区门梯期]|单元)")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_ROOM = re.compile(r"(?<![0-9a-z])([0-9]{1,2}|[a-z])-(?:([0-9])-)?([0-9]{3,4})(?!\d)")
_BUILDING_SUFFIXES: _Suffixes = (
    ("hao", "lou"),
    ("hao", "don"),
    ("don", "lou"),
    ("#", "lou"),
    ("don",),
    ("zuan",),
    ("zuo",),
    ("#",),
)
_FLOOR_SUFFIXES: _Suffixes = (("cen",), ("lou",), ("f",))
_UNDERGROUND: _Suffixes = (("di", "xia"), ("fu",), ("b",))
_ZONE_SUFFIXES: _Suffixes = (("qu",), ("qi",))


@dataclass(frozen=True, slots=True)
class Place:
    """A place taken apart; what is not said is empty or None.

    ``kind`` is a group such as ``hall``, perhaps with what it is there:
    ``hall:lobby``. ``words`` are the sounds left over.
    """

    building: str = ""
    entrance: str = ""
    floor: int | None = None
    room: str = ""
    zone: str = ""
    number: str = ""
    kind: str = ""
    words: frozenset[str] = frozenset()

    @property
    def group(self) -> str:
        """The group without what it is there."""
        return self.kind.partition(":")[0]

    @property
    def key(self) -> str:
        """What places that may be one have in common; ASCII, for an index."""
        if self.kind == ROOM:
            return f"{self.building}/{self.room}"
        if self.group in ELSEWHERE:
            return self.group
        return f"{self.building}/{self.group}"


@lru_cache(maxsize=4096)
def place_of(place: str, area: str = "") -> Place:
    """Take a place (地点) within its area (区域) apart."""
    room = parse_room(simplify(place))
    if room is not None:
        label = f"{room.floor}{room.door}"
        return Place(room.building, floor=room.floor, room=label, kind=ROOM)
    inner = _read(place)
    outer = _read(area) if area else Place()
    return Place(
        inner.building or outer.building,
        inner.entrance or outer.entrance,
        inner.floor if inner.floor is not None else outer.floor,
        inner.room,
        inner.zone or outer.zone,
        inner.number or outer.number,
        inner.kind or outer.kind,
        inner.words,
    )


def keys_near(place: Place) -> tuple[str, ...]:
    """The keys of places that may be ``place``: a caller seldom says all of it."""
    if place.kind == ROOM:
        return (place.key,)
    if place.group in ELSEWHERE:
        return (place.group,)
    groups = ("", place.group) if place.group else OF_A_BUILDING
    buildings = {place.building, ""}
    keys = tuple(f"{one}/{group}" for one in sorted(buildings) for group in groups)
    return keys if place.building or place.group else (*keys, *ELSEWHERE)


def keys_of_incidents(building: str) -> tuple[str, ...]:
    """The keys of public places whose trouble reaches the units of a building."""
    inside = tuple(f"{building}/{group}" for group in OF_A_BUILDING)
    return (*inside, "/", "plant", "grounds")


def common_words(one: Place, other: Place) -> int:
    """How much of what is left over of two places is the same, in per mille."""
    shorter = min(len(one.words), len(other.words))
    return 1000 * len(one.words & other.words) // shorter if shorter else 1000


def may_be_one(one: Place, other: Place) -> bool:
    """Whether nothing that both say tells the two places apart."""
    pairs = (
        (one.building, other.building),
        (one.entrance, other.entrance),
        (one.room, other.room),
        (one.zone, other.zone),
        (one.number, other.number),
    )
    if any(mine and theirs and mine != theirs for mine, theirs in pairs):
        return False
    floors = (one.floor, other.floor)
    if None not in floors and floors[0] != floors[1]:
        return False
    if one.kind and other.kind and one.kind != other.kind:
        general = one.kind == one.group or other.kind == other.group
        return general and one.group == other.group
    return True


def _read(text: str) -> Place:
    plain = _NUMERALS.sub(_in_figures, simplify(text))
    building = entrance = room = ""
    floor: int | None = None
    written = _ROOM.search(plain)
    if written is not None:
        building, entrance, room = written.group(1), written.group(2) or "", written[3]
        floor = int(room[:-2])
        plain = plain[: written.start()] + plain[written.end() :]
    heard = hear(plain)
    named, rest = _numbers(heard)
    kinds: list[str] = []
    words: set[str] = set()
    for found in _lexicon().read(rest):
        if found.meaning is None:
            words.update(rest.sounds[found.start : found.end])
        elif found.meaning.name:
            kinds.append(found.meaning.name)
    return Place(
        (building or named.get("building", "")).upper(),
        entrance or named.get("entrance", ""),
        floor if floor is not None else _floor(named),
        room,
        named.get("zone", ""),
        named.get("number", ""),
        # The last one said is the nearest: 地下车库电梯厅 is a hall of the garage.
        kinds[-1] if kinds else "",
        frozenset(words),
    )


def _numbers(heard: Heard) -> tuple[dict[str, str], Heard]:
    """The numbers that are named for what they count, and the text without them."""
    named: dict[str, str] = {}
    keep = [True] * len(heard.sounds)
    for at, sound in enumerate(heard.sounds):
        if not (sound.isdigit() or (len(sound) == 1 and sound.isascii())):
            continue
        what, taken = _counted(heard.sounds, at)
        before = _before(heard.sounds, at, _UNDERGROUND) if sound.isdigit() else 0
        if what in ("number", "floor") and before:
            named.setdefault("floor", f"-{sound}")
        elif what:
            named.setdefault(what, sound)
        else:
            continue
        # 单元 stays: it may go on as 单元门.
        taken = 0 if what == "entrance" else taken
        for used in range(at - before, at + taken + 1):
            keep[used] = False
    left = [index for index, kept in enumerate(keep) if kept]
    return named, Heard(
        tuple(heard.sounds[index] for index in left),
        tuple(heard.signs[index] for index in left),
    )


def _counted(sounds: Sequence[str], at: int) -> tuple[str, int]:
    after = at + 1
    for suffix in _BUILDING_SUFFIXES:
        if _follows(sounds, after, suffix):
            return "building", len(suffix)
    if _follows(sounds, after, ("dan", "yuan")):
        return "entrance", 2
    for suffix in _ZONE_SUFFIXES:
        if _follows(sounds, after, suffix):
            return "zone", len(suffix)
    if not sounds[at].isdigit():
        return "", 0
    for suffix in _FLOOR_SUFFIXES:
        if _follows(sounds, after, suffix):
            return "floor", len(suffix)
    # What follows (号梯, 号车位, 办公室) says what kind of place is numbered.
    return "number", 0


def _follows(sounds: Sequence[str], at: int, suffix: tuple[str, ...]) -> bool:
    return tuple(sounds[at : at + len(suffix)]) == suffix


def _before(sounds: Sequence[str], at: int, words: _Suffixes) -> int:
    for word in words:
        start = at - len(word)
        if start >= 0 and _follows(sounds, start, word):
            return len(word)
    return 0


def _floor(named: dict[str, str]) -> int | None:
    floor = named.get("floor")
    return None if floor is None else int(floor)


def _in_figures(numeral: re.Match[str]) -> str:
    tens, ten, ones = numeral.group().rpartition("十")
    if not ten:
        return "".join(str(_DIGITS[sign]) for sign in numeral.group())
    return str(_DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0))


@cache
def _lexicon() -> Lexicon:
    return load_lexicon("place")
