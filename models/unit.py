"""Units (业户单元) and places: rooms, who owns them, how a room is written."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class AreaKind(StrEnum):
    """The two location classes of S4-2; an office counts as public everywhere."""

    UNIT = "unit"
    PUBLIC = "public"
    OFFICE = "office"


class Unit(Base):
    """One unit of the directory; ``label`` is how the desk says it: ``3-1502``."""

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("centre_id", "label"),
        Index("ix_unit_stack", "centre_id", "building", "door", "floor"),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    label: Mapped[str] = mapped_column(String(30))
    building: Mapped[str | None] = mapped_column(String(10))
    floor: Mapped[int | None]
    door: Mapped[str | None] = mapped_column(String(10))
    area: Mapped[str | None] = mapped_column(String(40))
    warranty_until_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form


class UnitOwner(Base):
    """One owner or contact of a unit; a room may have several."""

    __tablename__ = "unit_owner"

    id: Mapped[Id]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str | None] = mapped_column(String(30))


@dataclass(frozen=True, slots=True)
class Room:
    """A room label taken apart: building ``3``, floor 15, door ``02``."""

    building: str
    floor: int
    door: str


_ROOM = re.compile(
    r"^([0-9A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})"
    r"(?:-|(?:栋|棟|幢|座|号楼|號樓|#)-?)"
    r"(?:([0-9]{1,2})(?:(?:单元|單元)-?|-))?([0-9]{1,2})([0-9]{2})(?:室|房)?$"
)
_HAN = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}


def room_name(unit_label: str | None, area: str, place: str) -> str:
    """The unit, else area and place; an area that the place repeats is left out."""
    if unit_label:
        return unit_label
    return place if place.startswith(area) else f"{area} {place}"


def parse_room(text: str) -> Room | None:
    """Take ``3-1502``, ``３栋1502室`` or ``三栋1502`` apart; None if it is no room."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    plain = plain.replace("—", "-").replace("–", "-")
    found = _ROOM.match(plain)
    if found is None:
        return None
    building, entrance, floor, door = found.groups()
    building = _plain_number(building)
    if entrance is not None:
        door = f"{entrance}-{door}"
    return Room(building, int(floor), door)


def _plain_number(word: str) -> str:
    if word[0] in _HAN or word[0] == "十":
        tens, ten, ones = word.rpartition("十")
        if not ten:
            return str(_HAN.get(word, word))
        return str((_HAN.get(tens, 1)) * 10 + _HAN.get(ones, 0))
    return word.upper().lstrip("0") or "0"
