"""Rooms and places of a centre's own sheet: one form for a room, its area, its kind."""

import re
import unicodedata

from models.data_book import OFFICE, PUBLIC, UNIT
from models.unit import parse_room

BUILDING = "栋"
"""What a building is called where nobody says it otherwise."""
_BUILDING = re.compile(
    r"^\s*([0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})\s*(号楼|栋|棟|幢|座|#|号|楼)"
)
_OFFICE = re.compile("管理处|物业办公|办公室|物业中心|客服中心|监控室|中控室|前台")
_GATED = re.compile(r"[0-9A-Za-z]{1,2}-[0-9]{3,4}[室房]?")
_PART = re.compile(r"[\s号楼栋棟幢座单元室房门#]+$")


def room_label(
    text: str, building: str = "", entrance: str = "", *, is_gated: bool = False
) -> str:
    """A room as the directory writes it: ``3-1502``, with an entrance ``3-1-1502``.

    ``３栋1502室`` becomes ``3-1502``; what is no room stays as it is written. Parts in
    columns of their own are put before the number; ``is_gated``: before it stands the
    entrance, not the building once more.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    is_part = is_gated and _GATED.fullmatch(plain) is not None
    if building and (is_part or parse_room(plain) is None):
        parts = [_part(building), _part(entrance), _PART.sub("", plain)]
        plain = "-".join(part for part in parts if part)
    room = parse_room(plain)
    if room is None:
        return plain
    *gate, door = room.door.split("-")
    return "-".join([room.building, *gate, f"{room.floor}{door}"])


def is_building(text: str) -> bool:
    """Whether a text is the name of a building and nothing else: ``1栋``, ``A座``."""
    return bool(building_word(text))


def building_word(text: str) -> str:
    """What a building is called in its name: ``号楼`` of ``3号楼``; empty if the text
    is more or less than the name of one.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _BUILDING.fullmatch(plain)
    return found[2] if found else ""


def names_entrance(text: str, building: str) -> bool:
    """Whether a room beside its building (``1-1502`` beside 3栋) begins with its
    entrance: with the building it would begin with that one.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    room = parse_room(plain) if _GATED.fullmatch(plain) else None
    own = parse_room(f"{_part(building)}-101")
    return room is not None and own is not None and room.building != own.building


def area_of(text: str, called: str = BUILDING) -> str:
    """The building a room or place stands in, as an area: ``3栋``; empty if unknown."""
    room = parse_room(text)
    if room is not None:
        return f"{room.building}{called}"
    found = _BUILDING.match(unicodedata.normalize("NFKC", text))
    return f"{found[1]}{called}" if found else ""


def kind_of(text: str, *, has_unit: bool) -> str:
    """The kind of area a place belongs to, as the data book writes it."""
    if has_unit or parse_room(text) is not None:
        return UNIT
    return OFFICE if _OFFICE.search(text) else PUBLIC


def _part(text: str) -> str:
    return _PART.sub("", unicodedata.normalize("NFKC", text).strip())
