"""Shift handover (交接班, S4c-4.5): what the next post is told at 9:00 and 18:00."""

import hashlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change, wait_turn
from app.errors import FieldRefusal, Refusal
from app.shift import Shift, shift_at
from app.shift_sheet import make_sheet
from app.slip_fields import clean_optional
from app.slip_refusals import FieldMissing
from app.staff_directory import known_person
from models.shift_handover import ShiftHandover
from models.shift_sheet import ShiftSheet, sheet_from_text, sheet_text
from models.slip import DutyPost
from models.staff import Permission

EARLY = timedelta(hours=1)
"""How long before a shift begins it may be handed over."""
NOTE_LIMIT = 500
SHIFTS_SHOWN = 60
"""So many past shifts are listed: a month of two a day."""


class HandoverTooEarly(Refusal):
    """The shift that begins at ``shift`` is handed over from ``opens`` on."""


class HandoverOver(Refusal):
    """The shift that began at ``shift`` has ended; another is on duty."""


class ShiftHandedOver(Refusal):
    """The shift that begins at ``shift`` was handed over to ``taken_by``."""


class HandoverBackwards(Refusal):
    """The last handover was at ``last``, after ``now``: the clock stands wrong."""


class HandoverToOneself(FieldRefusal):
    """``name`` gives and takes: two people hand over."""

    field = "taken_by"


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hand over to the shift that begins at ``shift_at``, as the screen showed it."""

    shift_at: datetime
    given_by: str
    taken_by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A shift of the past as lists show it; nobody's names: it was missed."""

    id: int
    shift_at: datetime
    from_post: DutyPost
    to_post: DutyPost
    handed_at: datetime | None
    given_by: str
    taken_by: str
    note: str | None


def due_shift(session: Session, desk: Desk) -> Shift:
    """The shift to hand over to now: the present one, late, unless that was done or the
    next one is near; the one after that once the next was handed over too.
    """
    now = desk.now()
    shift = shift_at(desk, now)
    if now >= shift.ends_at - EARLY:
        shift = shift_at(desk, shift.ends_at)
    while _find(session, desk, shift.begins_at) is not None:
        shift = shift_at(desk, shift.ends_at)
    return shift


def coming_sheet(session: Session, desk: Desk) -> ShiftSheet:
    """The sheet that would be handed over now."""
    return make_sheet(session, desk, due_shift(session, desk))


def hand_over(session: Session, desk: Desk, order: HandOver) -> int:
    """Record a handover with its sheet; its key. A late one keeps its true time.

    Raises ``FieldMissing``, ``PersonUnknown``, ``HandoverToOneself``,
    ``HandoverTooEarly``, ``HandoverOver``, ``ShiftHandedOver`` or
    ``HandoverBackwards``.
    """
    desk.require(Permission.HAND_OVER_SHIFT)
    given_by = _person(session, desk, order.given_by, "given_by")
    taken_by = _person(session, desk, order.taken_by, "taken_by")
    if given_by == taken_by:
        raise HandoverToOneself(name=taken_by)
    note = clean_optional(order.note, "note", NOTE_LIMIT)
    wait_turn(session, desk)
    now = desk.now()
    shift = shift_at(desk, order.shift_at)
    _refuse_wrong_time(session, desk, shift, now)
    made = make_sheet(session, desk, shift)
    sheet = replace(made, given_by=given_by, taken_by=taken_by, note=note)
    text = sheet_text(sheet)
    row = ShiftHandover(
        centre_id=desk.centre_id,
        shift_at=shift.begins_at,
        from_post=shift.from_post,
        to_post=shift.to_post,
        given_by=given_by,
        taken_by=taken_by,
        note=note,
        handed_at=now,
        snapshot=text,
    )
    session.add(row)
    session.flush()
    said = {
        "shift_at": shift.begins_at,
        "given_by": given_by,
        "taken_by": taken_by,
        "note": note,
        "sheet": hashlib.sha256(text.encode()).hexdigest(),
    }
    log_change(session, desk, "shift_handover", row.id, "hand_over", said)
    return _id_of(shift.begins_at)


def _person(session: Session, desk: Desk, typed: str, field: str) -> str:
    name = clean_optional(typed, field, 80)
    if name is None:
        raise FieldMissing(field=field)
    return known_person(session, desk, name, field)


def _refuse_wrong_time(
    session: Session, desk: Desk, shift: Shift, now: datetime
) -> None:
    last = session.execute(
        select(ShiftHandover.shift_at, ShiftHandover.handed_at)
        .where(ShiftHandover.centre_id == desk.centre_id)
        .order_by(ShiftHandover.shift_at.desc())
        .limit(1)
    ).one_or_none()
    if last is not None and (last.handed_at > now + desk.clock_slack):
        raise HandoverBackwards(last=last.handed_at, now=now)
    done = _find(session, desk, shift.begins_at)
    if done is not None:
        raise ShiftHandedOver(shift=shift.begins_at, taken_by=done.taken_by)
    if now >= shift.ends_at or (last is not None and last.shift_at > shift.begins_at):
        raise HandoverOver(shift=shift.begins_at)
    opens = shift.begins_at - EARLY
    if now < opens:
        raise HandoverTooEarly(shift=shift.begins_at, opens=opens)


def find_handover_ids(session: Session, desk: Desk, most: int) -> "array[int]":
    """Shifts that were handed over or missed, the latest first, by their beginning in
    whole seconds.
    """
    rows = _shifts_so_far(session, desk, most)
    return array("q", (row.id for row in rows))


def load_handover_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[HandoverRow | None]:
    """The shifts that begin at these seconds."""
    found = {row.id: row for row in _shifts_so_far(session, desk, SHIFTS_SHOWN)}
    return [found.get(each) for each in ids]


def missed_shifts(session: Session, desk: Desk) -> list[HandoverRow]:
    """Shifts since the first handover that nobody handed over; the present one counts
    from its beginning on.
    """
    rows = _shifts_so_far(session, desk, SHIFTS_SHOWN)
    return [row for row in rows if row.handed_at is None]


def kept_sheet(session: Session, desk: Desk, begins: int) -> ShiftSheet | None:
    """The sheet as it was handed over to the shift that began at this second."""
    text = session.scalar(
        select(ShiftHandover.snapshot).where(
            ShiftHandover.centre_id == desk.centre_id,
            ShiftHandover.shift_at == _from_id(desk, begins),
        )
    )
    return None if text is None else sheet_from_text(text)


def _shifts_so_far(session: Session, desk: Desk, most: int) -> list[HandoverRow]:
    rows = session.execute(
        select(
            ShiftHandover.shift_at,
            ShiftHandover.from_post,
            ShiftHandover.to_post,
            ShiftHandover.handed_at,
            ShiftHandover.given_by,
            ShiftHandover.taken_by,
            ShiftHandover.note,
        )
        .where(ShiftHandover.centre_id == desk.centre_id)
        .order_by(ShiftHandover.shift_at.desc())
        .limit(most)
    ).all()
    if not rows:
        return []
    found = [HandoverRow(_id_of(row.shift_at), *row) for row in rows]
    done = [row.shift_at for row in rows]
    shift = shift_at(desk, desk.now())
    while shift.begins_at > done[-1] and len(found) < 2 * most:
        # The clock times of shifts are settings: any handover within one counts.
        if not any(shift.begins_at <= at < shift.ends_at for at in done):
            begins, posts = shift.begins_at, (shift.from_post, shift.to_post)
            row = HandoverRow(_id_of(begins), begins, *posts, None, "", "", None)
            found.append(row)
        shift = shift_at(desk, shift.begins_at - timedelta(seconds=1))
    return sorted(found, key=lambda row: row.shift_at, reverse=True)[:most]


def _find(session: Session, desk: Desk, begins: datetime) -> ShiftHandover | None:
    return session.scalars(
        select(ShiftHandover).where(
            ShiftHandover.centre_id == desk.centre_id,
            ShiftHandover.shift_at == begins,
        )
    ).one_or_none()


def _id_of(at: datetime) -> int:
    return int(at.timestamp())


def _from_id(desk: Desk, begins: int) -> datetime:
    return datetime.fromtimestamp(begins, desk.zone)
