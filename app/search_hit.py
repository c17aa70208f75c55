"""What a search answers with: slips, units and people, and why each was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.slip import SlipState


class SearchField(StrEnum):
    """Where what was typed stands."""

    NUMBER = "number"
    STOCK_NO = "stock_no"
    ROOM = "room"
    PLACE = "place"
    AREA = "area"
    NAME = "name"
    PHONE = "phone"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Why:
    """A field and the part of it that was meant, as it is written there.

    Of a name found by its sound all of it; of a phone the digits typed.
    """

    field: SearchField
    text: str


@dataclass(frozen=True, slots=True)
class SlipHit:
    """A slip that was found; ``room`` as ``SlipRow.room``, ``name`` the reporter."""

    id: int
    number: str
    room: str
    name: str
    content: str
    state: SlipState
    issued_at: datetime
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class UnitHit:
    """A unit of the directory; ``owners`` are its names, 、 between them."""

    unit_id: int
    label: str
    owners: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Somebody slips speak of; ``phone`` as it was given, to be shown masked.

    One person at two units is two; ``unit`` is empty for who belongs to none.
    """

    name: str
    phone: str
    unit: str
    slips: int
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to what was typed, group by group in the order to be shown.

    ``numbers``: slips by their number, newest first, pasted ones in pasted order.
    ``slips``: slips by anything else they say, newest first.
    """

    numbers: Sequence[SlipHit] = ()
    units: Sequence[UnitHit] = ()
    people: Sequence[PersonHit] = ()
    slips: Sequence[SlipHit] = ()

    def __bool__(self) -> bool:
        return bool(self.numbers or self.units or self.people or self.slips)
