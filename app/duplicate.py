"""Is this fault already on a slip? Asked of both registers before one is issued.

The person answers: open the old slip, join it (并入), or issue anyway with a reason
(S4-4.1.6-1, -2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, func, or_, select, union_all
from sqlalchemy.orm import Session

from app.database import note_changed
from app.desk import Desk
from app.fault_word import FIXTURES, INCIDENTS, OVERHEAD, WATER
from app.gist import Gist, gist_of
from app.likeness import ALIKE, gist_likeness
from app.place import (
    Place,
    common_words,
    keys_near,
    keys_of_incidents,
    may_be_one,
    place_of,
)
from app.slip_fields import checked_phone, clean, required
from app.slip_record import change_slip, get_slip
from app.slip_refusals import TimeInFuture
from app.sound import simplify
from models.base import table_of
from models.column_types import Instant
from models.slip import OPEN_STATES, Slip, SlipEvent, SlipState
from models.unit import AreaKind, Unit, parse_room

_MOST = 6  # more than that nobody reads while on the telephone
_STACK = 3  # floors looked through for the next one: many a building has no 4th or 14th
_HISTORY = timedelta(days=90)  # how long a slip done lately may have been open
_OTHER_WORDS = 300  # what is left of 1300 when the places' other words differ


class DuplicateWhy(StrEnum):
    """Why a slip may be the same fault."""

    SAME_ROOM = "same_room"
    SAME_PLACE = "same_place"
    ABOVE = "above"
    BELOW = "below"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class DuplicateQuestion:
    """A call as typed so far. ``at`` is the moment of the call, None is now.

    ``unit_label`` names the unit where the place does not; without either the place
    is compared as text. ``but_not`` leaves a slip out (the one being amended).
    """

    area_kind: AreaKind
    place: str
    content: str
    unit_label: str | None = None
    area: str = ""
    at: datetime | None = None
    but_not: int | None = None


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """A slip that may be the same fault; ``likeness`` in per mille."""

    id: int
    number: str
    state: SlipState
    area_kind: AreaKind
    area: str
    place: str
    unit_label: str | None
    content: str
    issued_at: datetime
    why: DuplicateWhy
    likeness: int

    @property
    def can_join(self) -> bool:
        """Whether a call can still be joined to it."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class JoinSlip:
    """One more call about the fault of an open slip; ``at`` None is now."""

    slip_id: int
    reporter_name: str
    content: str
    phone: str = ""
    at: datetime | None = None
    version: int | None = None


_S = table_of(Slip).c
_U = table_of(Unit).c
_COLUMNS = (
    _S.id,
    _S.number,
    _S.state,
    _S.area_kind,
    _S.area,
    _S.place,
    _S.unit_id,
    _S.unit_label,
    _S.content,
    _S.issued_at,
)
_IS_OPEN = _S.state.in_(sorted(OPEN_STATES))
_IS_RECENT = _S.state.in_((SlipState.RETURNED, SlipState.CLOSED)) & (
    func.coalesce(_S.returned_at, _S.issued_at) >= bindparam("since", type_=Instant())
)
_HERE = _S.centre_id == bindparam("centre")
_KEYS: BindParameter[str] = bindparam("keys", expanding=True)
_UNITS: BindParameter[int] = bindparam("units", expanding=True)
_FLOOR = bindparam("floor", type_=Instant())

# Written once: putting a statement together takes longer than running it.
_UNIT_OF_LABEL = select(_U.id, _U.floor).where(
    _U.centre_id == bindparam("centre"), _U.label == bindparam("label"), _U.is_active
)
_UNITS_OF_STACK = (
    select(_U.id, _U.floor)
    .where(
        _U.centre_id == bindparam("centre"),
        _U.building == bindparam("building"),
        _U.door == bindparam("door"),
        _U.floor.between(bindparam("lowest"), bindparam("highest")),
        _U.is_active,
    )
    .order_by(_U.floor)
)
# Old slips that are still open are few and found by their state: the expressions
# around unit and place keep the planner from walking through a place's whole past.
_OLD_AND_OPEN = select(*_COLUMNS).where(_HERE, _IS_OPEN, _S.issued_at < _FLOOR)
_SLIPS_OF_UNITS = union_all(
    select(*_COLUMNS).where(
        _S.unit_id.in_(_UNITS), _S.issued_at >= _FLOOR, or_(_IS_OPEN, _IS_RECENT)
    ),
    _OLD_AND_OPEN.where((_S.unit_id + 0).in_(_UNITS)),
    select(*_COLUMNS).where(
        _HERE,
        _S.place_key.in_(_KEYS),
        _S.area_kind != AreaKind.UNIT,
        _IS_OPEN,
        _S.issued_at >= _FLOOR,
    ),
)
_SLIPS_OF_PLACE = union_all(
    select(*_COLUMNS).where(
        _HERE,
        _S.place_key.in_(_KEYS),
        _S.issued_at >= _FLOOR,
        or_(_IS_OPEN, _IS_RECENT),
    ),
    _OLD_AND_OPEN.where((_S.place_key + "").in_(_KEYS)),
)


def find_duplicates(
    session: Session, desk: Desk, question: DuplicateQuestion
) -> list[DuplicateRow]:
    """Slips that may be the fault of this call, the likeliest first (S4-4.1.6-2).

    Open ones, and those done within ``duplicate_days``: of the same room; of the
    rooms above and below where water runs; of the same public place; and public
    incidents still open that a unit may be calling about. Two statements.
    """
    question = replace(
        question,
        place=clean(question.place),
        content=clean(question.content),
        unit_label=clean(question.unit_label or "") or None,
        area=clean(question.area),
    )
    if not question.place and not question.unit_label:
        return []
    at = question.at or desk.now()
    units = _stack(session, desk, question)
    place = place_of(question.unit_label or question.place, question.area)
    since = at - timedelta(days=desk.settings.number("duplicate_days"))
    rows = session.execute(
        _SLIPS_OF_UNITS if units else _SLIPS_OF_PLACE,
        {
            "centre": desk.centre_id,
            "units": list(units),
            "keys": keys_of_incidents(place.building) if units else keys_near(place),
            "since": since,
            "floor": since - _HISTORY,
        },
    ).all()
    if not rows:
        return []  # and the dictionaries stay unread
    gist = gist_of(question.content)
    found = []
    for row in rows:
        judged = _judge(units, place, gist, row)
        if judged is not None and row.id != question.but_not:
            found.append(judged)
    order = list(DuplicateWhy)
    found.sort(key=lambda row: (-row.likeness, order.index(row.why), -row.id))
    return found[:_MOST]


def join_slip(session: Session, desk: Desk, order: JoinSlip) -> str:
    """Record a call on the open slip it belongs to (并入); answers with the number.

    The slip's own facts stay as they are; the call stands in its events.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    now = desk.now()
    if order.at is not None and order.at > now:
        raise TimeInFuture(field="at")
    said = {
        "reporter_name": required(order.reporter_name, "reporter_name"),
        "content": required(order.content, "content"),
        "phone": checked_phone(order.phone, is_required=False),
        "called_at": order.at or now,
    }
    change_slip(session, desk, slip, SlipEvent.JOIN, {}, to=slip.state, said=said)
    note_changed(session, "slip")  # its events are shown with it
    return slip.number


def _stack(
    session: Session, desk: Desk, question: DuplicateQuestion
) -> Mapping[int, DuplicateWhy]:
    """The unit asked about and its next neighbours above and below, by id."""
    label = (question.unit_label or question.place).strip()
    room = parse_room(simplify(label))
    here = {"centre": desk.centre_id}
    if room is None:
        units = session.execute(_UNIT_OF_LABEL, {**here, "label": label}).all()
        return {unit.id: DuplicateWhy.SAME_ROOM for unit in units}
    units = session.execute(
        _UNITS_OF_STACK,
        {
            **here,
            "building": room.building,
            "door": room.door,
            "lowest": room.floor - _STACK,
            "highest": room.floor + _STACK,
        },
    ).all()
    stack = {u.id: DuplicateWhy.SAME_ROOM for u in units if u.floor == room.floor}
    below = [u.id for u in units if u.floor < room.floor]
    above = [u.id for u in units if u.floor > room.floor]
    stack |= dict.fromkeys(below[-1:], DuplicateWhy.BELOW)
    return stack | dict.fromkeys(above[:1], DuplicateWhy.ABOVE)


def _judge(
    units: Mapping[int, DuplicateWhy],
    place: Place,
    gist: Gist,
    row: Row[Any],
) -> DuplicateRow | None:
    theirs = gist_of(row.content)
    alike = gist_likeness(gist, theirs)
    why = None if row.unit_id is None else units.get(row.unit_id)
    if why is DuplicateWhy.ABOVE:
        fits = _runs_down(from_=theirs, to=gist)
    elif why is DuplicateWhy.BELOW:
        fits = _runs_down(from_=gist, to=theirs)
    elif why is DuplicateWhy.SAME_ROOM:
        fits = alike >= ALIKE
    elif units:
        why = DuplicateWhy.INCIDENT
        fits = not INCIDENTS.isdisjoint(gist.weights.keys() & theirs.weights.keys())
    else:
        why = DuplicateWhy.SAME_PLACE
        where = place_of(row.place, row.area)
        alike = alike * (_OTHER_WORDS + common_words(place, where)) // 1300
        fits = alike >= ALIKE and may_be_one(place, where)
    if not fits:
        return None
    return DuplicateRow(
        id=row.id,
        number=row.number,
        state=row.state,
        area_kind=row.area_kind,
        area=row.area,
        place=row.place,
        unit_label=row.unit_label,
        content=row.content,
        issued_at=row.issued_at,
        why=why,
        likeness=alike,
    )


def _runs_down(*, from_: Gist, to: Gist) -> bool:
    """Whether water of the upper room may be what the lower one complains of.

    The lower one speaks of a ceiling or a wall, or at least of no tap of its own;
    and a tap of the upper one stands in no other room.
    """
    if not (from_.says(WATER) and to.says(WATER)):
        return False
    if from_.says(FIXTURES) and from_.rooms and to.rooms.isdisjoint(from_.rooms):
        return not to.rooms
    return to.says(OVERHEAD) or not to.says(FIXTURES)
