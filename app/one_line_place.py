"""Where a line typed at the desk says the fault is: a room, or a public place.

Spans count the signs of the line, so that the screen can mark what was understood.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.unit import AreaKind, Room, parse_room

_MOST_AREA, _MOST_PLACE = 40, 80

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_ROOM = re.compile(
    r"(?<![0-9A-Za-z.\-])"
    rf"(?P<building>[0-9]{{1,3}}[A-Za-z]?|[A-Za-z][0-9]{{0,2}}|{_HAN_NUMBER})"
    r" ?(?:-|(?:栋|棟|幢|座|号楼|號樓|#(?:楼|樓)?)-?) ?"
    r"(?:(?P<entrance>[0-9]{1,2}) ?(?:(?:单元|單元)-?|-) ?)?"
    r"(?:(?P<floor>[0-9]{1,2}) ?[层楼] ?)?"
    r"(?P<number>[0-9]{3,4})(?![0-9A-Za-z]|-[0-9])"
    r"(?:号?(?:室(?![内外])|房(?![间门顶子屋内里外]))|号)?"
)
_PARTED_ROOM = re.compile(
    r"(?P<building>[0-9]{1,3}[A-Za-z]?|[A-Za-z][0-9]{0,2}) *[ /] *"
    r"(?P<number>[0-9]{3,4})(?![0-9A-Za-z]|[-/][0-9])"
)
_UNDERGROUND = re.compile(r"(?:车库|車庫|地库|地下|停车场|车位|负) ?$")

_BUILDING = rf"(?:(?:[0-9]{{1,3}}|[A-Za-z]|{_HAN_NUMBER}) ?(?:号楼|#楼|#|栋|幢|座))"
_ENTRANCE = rf"(?:(?:[0-9]{{1,2}}|[A-Za-z]|{_HAN_NUMBER}) ?单元(?!门))"
_FLOOR = (
    rf"(?:(?:负|地下|B)? ?(?:[0-9]{{1,2}}|{_HAN_NUMBER}) ?(?:层|楼(?![道梯顶内]))"
    r"|[0-9]{1,2}F|B[1-4](?![0-9\-]))"
)
_SPOT = (
    r"(?:[A-Za-z][0-9]{0,2} ?(?:层|区)? ?-? ?[0-9]{1,4}|[A-Za-z][0-9]{1,2} ?层?"
    r"|[A-Za-z] ?区|[0-9]{3,4}|[0-9]{1,4}(?= ?(?:号|#|柱)))"
    r" ?(?:号车位|号柱|号位|号桩|号|#|柱)?"
)
_SIDE = r"(?:[东西南北]侧|出入口|入口|出口)"
_LEVEL = r"(?:B[1-4] ?- ?[0-9]{2,4})(?: ?(?:号车位|号柱|号位|号|柱))?"
_MORE_NOUNS = {
    "排水立管": AreaKind.PUBLIC,
    "排污立管": AreaKind.PUBLIC,
    "给水立管": AreaKind.PUBLIC,
    "污水立管": AreaKind.PUBLIC,
    "雨水立管": AreaKind.PUBLIC,
    "立管": AreaKind.PUBLIC,
    "主管道": AreaKind.PUBLIC,
    "外墙": AreaKind.PUBLIC,
    "架空层": AreaKind.PUBLIC,
    "垃圾房": AreaKind.PUBLIC,
    "单元入口": AreaKind.PUBLIC,
    "信报箱": AreaKind.PUBLIC,
    "快递柜": AreaKind.PUBLIC,
}
_DOOR = re.compile(r" ?-?(?:[0-9]{3,4}[A-Ha-h](?=[ ,，:：室房号]|$)|[0-9]{2}(?:室|房))")
_NOT_ALONE = frozenset({"门口", "坡道", "车道", "道路", "主路", "公共区域", "楼内"})
"""Said of a place, but not enough to know that the line begins with one."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place found in a line: ``label`` of a room; area and place (区域、地点)."""

    start: int
    end: int
    area_kind: AreaKind
    label: str
    area: str
    place: str


def find_room(line: str) -> Where | None:
    """The first room of a line: ``3-1502``, ``3栋2单元1502室``, ``3# 1502``."""
    for found in _ROOM.finditer(line):
        said = [found["building"], found["entrance"], found["number"]]
        room = parse_room("-".join(filter(None, said)))
        if room is None or room.floor == 0:
            continue
        if found["floor"] and int(found["floor"]) != room.floor:
            continue
        if _UNDERGROUND.search(line[: found.start()]):
            continue
        area = f"{room.building}栋"
        label = room_label(room)
        return Where(found.start(), found.end(), AreaKind.UNIT, label, area, label)
    return None


def parted_room(line: str, start: int) -> str:
    """``3 1502`` or ``3/1502``, where the line says it from ``start`` on; else empty.
    Only the directory knows whether that is a room.
    """
    found = _PARTED_ROOM.match(line, start)
    return found.group() if found else ""


def room_meant(said: str) -> str:
    """A room in parts as rooms are called, ``3-1502``; anything else as it is."""
    found = _PARTED_ROOM.fullmatch(said)
    return f"{found['building']}-{found['number']}" if found else said


def room_label(room: Room) -> str:
    """A room as the desk says it: ``3-1502``, with its entrance ``3-2-1502``."""
    entrance, _, door = room.door.rpartition("-")
    middle = f"{entrance}-" if entrance else ""
    return f"{room.building}-{middle}{room.floor}{door}"


def find_public_place(line: str, start: int) -> Where | None:
    """The public place or office that the line says from ``start`` on."""
    found = _public().match(line, start)
    if found is None or not found.group().strip():
        return None
    parts = {name: text.strip() for name, text in found.groupdict("").items()}
    building, noun = parts["building"], parts["noun"]
    end = found.start() + len(found.group().rstrip())
    if not (building or noun or parts["level"]):
        return None
    if noun in _NOT_ALONE and not building:
        return None
    if not noun and _DOOR.match(line, end):
        # 3栋1502A is somebody's room, though no house number of the usual form.
        return None
    kind = _nouns().get(noun, AreaKind.PUBLIC)
    area = _tight(building).replace("#楼", "栋").replace("#", "栋")
    place = _tight(line[found.end("building") : end]) if building else ""
    if not building:
        whole = _tight(line[start:end])
        area = _tight(noun) if noun and whole.startswith(_tight(noun)) else ""
        place = whole.removeprefix(area) or whole
        if not area:
            area = whole.partition("-")[0] if parts["level"] else whole
    return Where(start, end, kind, "", area[:_MOST_AREA], (place or area)[:_MOST_PLACE])


def _tight(text: str) -> str:
    return text.replace(" ", "")


@cache
def _public() -> re.Pattern[str]:
    nouns = sorted(_nouns(), key=len, reverse=True)
    # 车位锁 is a thing that breaks, no place to go to.
    things = [
        word
        for word in _words("fault")
        if any(word.startswith(noun) and word != noun for noun in nouns)
    ]
    never = "|".join(map(re.escape, sorted(things, key=len, reverse=True)))
    noun = "|".join(map(re.escape, nouns))
    before = r"(?:(?:[A-Za-z]|[0-9]{1,2})(?:号|#)? ?|[东西南北前后] ?)??"
    return re.compile(
        rf"(?P<building>{_BUILDING})? ?(?P<entrance>{_ENTRANCE})? ?"
        rf"(?:(?P<floor>{_FLOOR}) ?)?"
        rf"(?:(?P<level>{_LEVEL})|(?P<before>{before})(?!{never})(?P<noun>{noun})"
        rf"(?: ?(?!{never})(?:{noun}))?(?: ?(?:{_SPOT}))?)?"
        rf"(?: ?{_SIDE})?"
    )


@cache
def _nouns() -> dict[str, AreaKind]:
    """What a public place is called, and whether it is an office."""
    found = dict(_MORE_NOUNS)
    for meaning, words in _lines("place"):
        kind = AreaKind.OFFICE if meaning.startswith("office") else AreaKind.PUBLIC
        found.update((word, kind) for word in words if len(word) > 1)
    return found


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for _, words in _lines(name) for word in words)


def says_something(text: str) -> bool:
    """Whether a word of a fault or of a place stands in ``text``."""
    known, longest = _known_words()
    return any(
        text[at : at + length] in known
        for at in range(len(text))
        for length in range(1, longest + 1)
    )


@cache
def _known_words() -> tuple[frozenset[str], int]:
    """The words of faults and places, and how long the longest is."""
    known = _words("fault") | _words("place")
    return known, max(map(len, known))


def _lines(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Meaning and words of the word list ``name``, without those that mean nothing."""
    path = resources.files("resources") / "words" / f"{name}.txt"
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            meaning, weight, words = (part.strip() for part in line.split("|"))
            if int(weight):
                found.append((meaning, tuple(words.split())))
    return found
