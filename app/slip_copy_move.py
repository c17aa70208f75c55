"""Prints and moves of the paper copies; each has one place at every moment (4.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from app.slip_record import change_slip, get_slip
from app.slip_refusals import CopiesUnknown, PlaceNeedsHandover
from models.base import table_of
from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.gap_case import GapCase, GapKind
from models.slip import Slip, SlipEvent
from models.slip_copy import CopyMove, CopyPlace, SlipCopy
from models.unit import AreaKind

_BY_HANDOVER = {CopyPlace.FIN_TRANSIT, CopyPlace.FINANCE}


@dataclass(frozen=True, slots=True)
class PrintSlip:
    """Print copies again or before dispatch; None prints every copy of the scheme.

    ``old_prints_collected``: the prints replaced are in hand and destroyed.
    Otherwise a gap case asks for them (domain-model 4.3).
    """

    slip_id: int
    copy_numbers: tuple[int, ...] | None = None
    old_prints_collected: bool = False


@dataclass(frozen=True, slots=True)
class MoveCopies:
    """Put copies of a slip somewhere: copy number → place."""

    slip_id: int
    places: Mapping[int, CopyPlace]
    note: str = ""


def scheme_roles(session: Session, desk: Desk, code: str) -> dict[int, CopyRole]:
    """Copy number → role of a scheme, in order; empty if it is not known."""
    rows = session.execute(
        select(CopySchemeRow.copy_no, CopySchemeRow.role)
        .join(CopyScheme, CopyScheme.id == CopySchemeRow.scheme_id)
        .where(CopyScheme.centre_id == desk.centre_id, CopyScheme.code == code)
        .order_by(CopySchemeRow.copy_no)
    )
    return {copy_no: role for copy_no, role in rows}


def roles_of_slip(session: Session, desk: Desk, slip: Slip) -> dict[int, CopyRole]:
    """The copies this slip has: its own scheme, else the centre's; K-02 observed."""
    code = slip.copy_scheme or desk.settings.text("copy_scheme")
    roles = scheme_roles(session, desk, code)
    if (
        slip.area_kind is not AreaKind.UNIT
        and desk.settings.text("public_copy3") == "NOT_PRINTED"
    ):
        roles = {no: role for no, role in roles.items() if role is not CopyRole.OWNER}
    return roles


def live_copies(session: Session, slip_id: int) -> dict[int, SlipCopy]:
    """The live print of each copy, by copy number."""
    copies = session.scalars(
        select(SlipCopy)
        .where(SlipCopy.slip_id == slip_id, SlipCopy.is_live)
        .order_by(SlipCopy.copy_no)
    )
    return {copy.copy_no: copy for copy in copies}


def print_copies(
    session: Session,
    desk: Desk,
    slip: Slip,
    copy_numbers: Iterable[int] | None = None,
    *,
    place: CopyPlace = CopyPlace.DISPATCH,
    old_prints_collected: bool = False,
) -> dict[str, list[object]]:
    """Make the next print of copies; answers with what the log says of them.

    A reprint takes the place of the print it replaces. Raises ``CopiesUnknown``.
    """
    roles = roles_of_slip(session, desk, slip)
    wanted = tuple(roles if copy_numbers is None else sorted(set(copy_numbers)))
    if not wanted or not set(wanted) <= set(roles):
        raise CopiesUnknown(
            copies="、".join(map(str, wanted)), known="、".join(map(str, roles))
        )
    now = desk.now()
    before = live_copies(session, slip.id)
    replaced = [before[no] for no in wanted if no in before]
    prints, moves = [], []
    for copy_no in wanted:
        old = before.get(copy_no)
        seq = old.print_seq + 1 if old else 1
        to = old.place if old else place
        prints.append(_print_row(slip, copy_no, seq, to, now))
        moves.append(_move_row(desk, slip, copy_no, seq, None, to, now))
    if replaced:
        away = CopyPlace.VOID_COLLECTED if old_prints_collected else CopyPlace.LOST
        for old in replaced:
            moves.append(
                _move_row(desk, slip, old.copy_no, old.print_seq, old.place, away, now)
            )
            old.is_live = False
            old.place = away
            old.place_since = now
        if not old_prints_collected:
            _ask_for(session, desk, slip, replaced)
    session.flush()
    session.execute(insert(table_of(SlipCopy)), prints)
    session.execute(insert(table_of(CopyMove)), moves)
    return _said(moves[: len(prints)])


def move_copies(
    session: Session,
    desk: Desk,
    slip: Slip,
    places: Mapping[int, CopyPlace],
    at: datetime | None = None,
) -> dict[str, list[object]]:
    """Move live copies (copy number → place); answers with what the log says.

    A copy already there stays as it is. Raises ``CopiesUnknown``.
    """
    copies = live_copies(session, slip.id)
    if not set(places) <= set(copies):
        raise CopiesUnknown(
            copies="、".join(map(str, sorted(places))),
            known="、".join(map(str, copies)),
        )
    now = at or desk.now()
    moves = []
    for copy_no, to in sorted(places.items()):
        copy = copies[copy_no]
        if copy.place is to:
            continue
        moves.append(
            _move_row(desk, slip, copy_no, copy.print_seq, copy.place, to, now)
        )
        session.execute(
            update(table_of(SlipCopy))
            .where(
                SlipCopy.slip_id == slip.id,
                SlipCopy.copy_no == copy_no,
                SlipCopy.print_seq == copy.print_seq,
            )
            .values(place=to, place_since=now)
        )
        session.expire(copy)
    if moves:
        session.execute(insert(table_of(CopyMove)), moves)
    return _said(moves)


def print_slip(session: Session, desk: Desk, order: PrintSlip) -> int:
    """Count a print or reprint (补打); answers with the highest print number.

    The state does not change; the PDF is drawn after this is saved.
    """
    slip = get_slip(session, desk, order.slip_id)
    code = slip.copy_scheme or desk.settings.text("copy_scheme")
    printed = print_copies(
        session,
        desk,
        slip,
        order.copy_numbers,
        old_prints_collected=order.old_prints_collected,
    )
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.PRINT,
        {"copy_scheme": code, "needs_reprint": False},
        to=slip.state,
        said={"copies": printed},
    )
    return max(int(str(seq)) for seq, _ in printed.values())


def put_copies(session: Session, desk: Desk, order: MoveCopies) -> None:
    """Say where copies are now; a lost one opens a gap case."""
    slip = get_slip(session, desk, order.slip_id)
    if _BY_HANDOVER & set(order.places.values()):
        raise PlaceNeedsHandover(number=slip.number)
    moved = move_copies(session, desk, slip, order.places)
    lost = [no for no, place in order.places.items() if place is CopyPlace.LOST]
    if lost:
        copies = live_copies(session, slip.id)
        _ask_for(session, desk, slip, [copies[no] for no in lost])
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.MOVE_COPY,
        {},
        to=slip.state,
        said={"copies": moved, "note": order.note},
    )


def declare_lost(
    session: Session, desk: Desk, slip: Slip, copy_numbers: Iterable[int]
) -> None:
    """Open a gap case for each of these live copies (S4-4.1.4.1-1)."""
    copies = live_copies(session, slip.id)
    _ask_for(session, desk, slip, [copies[no] for no in sorted(copy_numbers)])


def places_when_back(
    roles: Mapping[int, CopyRole], area_kind: AreaKind
) -> dict[int, CopyPlace]:
    """Where copies are once the paper came back to the desk (4.4, S4-4.1.3.1)."""
    homes = {
        CopyRole.ENG: CopyPlace.ENG_FILE,
        CopyRole.OWNER: CopyPlace.OWNER
        if area_kind is AreaKind.UNIT
        else CopyPlace.HK_DESK,
        CopyRole.DEPT: CopyPlace.DEPARTMENT,
        CopyRole.TEAM: CopyPlace.HK_DESK,
    }
    return {no: homes.get(role, CopyPlace.HK_DESK) for no, role in roles.items()}


def _ask_for(
    session: Session, desk: Desk, slip: Slip, copies: Iterable[SlipCopy]
) -> None:
    for copy in copies:
        session.add(
            GapCase(
                centre_id=desk.centre_id,
                kind=GapKind.COPY,
                ref=f"{slip.number}/{copy.copy_no}/{copy.print_seq}",
                slip_id=slip.id,
                found_at=desk.now(),
                found_by=desk.actor,
            )
        )


def _said(moves: Iterable[Mapping[str, object]]) -> dict[str, list[object]]:
    return {
        str(move["copy_no"]): [move["print_seq"], fact_value(move["to_place"])]
        for move in moves
    }


def _print_row(
    slip: Slip, copy_no: int, seq: int, place: CopyPlace, at: datetime
) -> dict[str, object]:
    return {
        "slip_id": slip.id,
        "copy_no": copy_no,
        "print_seq": seq,
        "is_live": True,
        "place": place,
        "place_since": at,
        "printed_at": at,
    }


def _move_row(
    desk: Desk,
    slip: Slip,
    copy_no: int,
    seq: int,
    from_place: CopyPlace | None,
    to_place: CopyPlace,
    at: datetime,
) -> dict[str, object]:
    return {
        "slip_id": slip.id,
        "copy_no": copy_no,
        "print_seq": seq,
        "from_place": from_place,
        "to_place": to_place,
        "moved_at": at,
        "moved_by": desk.actor,
    }
