"""Prints and moves of the paper copies; each has one place at every moment (4.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from app.database import note_changed
from app.desk import Desk
from app.event_log import fact_value
from app.finance_copy import copy_arrives, copy_leaves
from app.gap_case import open_case
from app.slip_fields import clean_optional
from app.slip_record import change_slip, find_slip, get_slip, require_move
from app.slip_refusals import CopiesMissing, CopiesUnknown, PlaceNeedsHandover
from models.base import table_of
from models.copy_scheme import CopyRole
from models.gap_case import GapKind
from models.slip import Slip, SlipEvent, SlipState
from models.slip_copy import CopyMove, CopyPlace, SlipCopy
from models.unit import AreaKind

BACK = frozenset(
    {
        CopyPlace.HK_DESK,
        CopyPlace.HK_FILE,
        CopyPlace.FIN_TRANSIT,
        CopyPlace.FINANCE,
        CopyPlace.LOST,
    }
)
"""Where a copy is that came back; a lost one has its gap case."""
AT_HAND = BACK - {CopyPlace.LOST}
"""Where the finance copy is that a statement may count (4.4)."""
NEEDED_BACK = frozenset({CopyRole.FIN, CopyRole.HK})
"""The copies without which no slip is returned (4.4)."""

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


@dataclass(frozen=True, slots=True)
class LiveCopy:
    """The print of a copy that counts, and where it is."""

    copy_no: int
    print_seq: int
    place: CopyPlace
    place_since: datetime | None = None


_COPY = table_of(SlipCopy)
_OF_COPY = (
    _COPY.c.slip_id == bindparam("of_slip"),
    _COPY.c.copy_no == bindparam("of_copy"),
    _COPY.c.print_seq == bindparam("of_print"),
)
_LIVE = (
    select(_COPY.c.copy_no, _COPY.c.print_seq, _COPY.c.place, _COPY.c.place_since)
    .where(_COPY.c.slip_id == bindparam("of_slip"), _COPY.c.is_live)
    .order_by(_COPY.c.copy_no)
)
_PUT = (
    update(_COPY)
    .where(*_OF_COPY)
    .values(
        place=bindparam("to"), place_since=bindparam("since"), is_live=bindparam("live")
    )
)
_ADD_PRINT = insert(_COPY)
_ADD_MOVE = insert(table_of(CopyMove))


def roles_of_slip(desk: Desk, slip: Slip) -> dict[int, CopyRole]:
    """The copies this slip has: its own scheme, else the centre's; K-02 observed."""
    code = slip.copy_scheme or desk.settings.text("copy_scheme")
    roles = dict(desk.schemes.get(code, {}))
    if (
        slip.area_kind is not AreaKind.UNIT
        and desk.settings.text("public_copy3") == "NOT_PRINTED"
    ):
        roles = {no: role for no, role in roles.items() if role is not CopyRole.OWNER}
    return roles


def has_finance_copy(session: Session, desk: Desk, slip: Slip) -> bool:
    """Whether the finance copy of a slip that is back is in hand; a lost one is not.

    Where the scheme has none, the return stands for it.
    """
    roles = roles_of_slip(desk, slip)
    return all(
        copy.place in AT_HAND
        for no, copy in live_copies(session, slip.id).items()
        if roles.get(no) is CopyRole.FIN
    )


def live_copies(session: Session, slip_id: int) -> dict[int, LiveCopy]:
    """The live print of each copy, by copy number."""
    rows = session.connection().execute(_LIVE, {"of_slip": slip_id})
    return {row.copy_no: LiveCopy(*row) for row in rows}


def print_copies(
    session: Session,
    desk: Desk,
    slip: Slip,
    copy_numbers: Iterable[int] | None = None,
    *,
    holder: CopyPlace | None = None,
    old_prints_collected: bool = False,
) -> dict[str, list[object]]:
    """Make the next print of copies; answers with what the log says of them.

    A first print is born at the dispatcher's and goes on to ``holder``; a reprint
    takes the place of the print it replaces. Raises ``CopiesUnknown``.
    """
    wanted = _wanted_copies(desk, slip, copy_numbers)
    now = desk.now()
    before = live_copies(session, slip.id)
    prints, moves = [], []
    for copy_no in wanted:
        old = before.get(copy_no)
        seq = old.print_seq + 1 if old else 1
        born = old.place if old else CopyPlace.DISPATCH
        place = holder or born
        fresh = LiveCopy(copy_no, seq, place)
        prints.append(_print_row(slip, fresh, now))
        moves.append(_move_row(desk, slip, fresh, None, born, now))
        if place is not born:
            moves.append(_move_row(desk, slip, fresh, born, place, now))
    replaced = [before[no] for no in wanted if no in before]
    if replaced:
        away = CopyPlace.VOID_COLLECTED if old_prints_collected else CopyPlace.LOST
        _put(
            session, desk, slip, replaced, dict.fromkeys(wanted, away), now, live=False
        )
        if not old_prints_collected:
            _ask_for(session, desk, slip, replaced)
    connection = session.connection()
    connection.execute(_ADD_PRINT, prints)
    connection.execute(_ADD_MOVE, moves)
    note_changed(session, "slip_copy")
    return {
        str(row["copy_no"]): [row["print_seq"], fact_value(row["place"])]
        for row in prints
    }


def _wanted_copies(
    desk: Desk, slip: Slip, copy_numbers: Iterable[int] | None
) -> tuple[int, ...]:
    roles = roles_of_slip(desk, slip)
    wanted = tuple(roles if copy_numbers is None else sorted(set(copy_numbers)))
    if not wanted or not set(wanted) <= set(roles):
        raise CopiesUnknown(
            copies="、".join(map(str, wanted)), known="、".join(map(str, roles))
        )
    return wanted


def move_copies(
    session: Session,
    desk: Desk,
    slip: Slip,
    places: Mapping[int, CopyPlace],
    at: datetime | None = None,
    copies: Mapping[int, LiveCopy] | None = None,
) -> dict[str, list[object]]:
    """Move live copies (copy number → place); answers with what the log says.

    ``copies``: where they are, if that was just looked up. A copy already there stays
    as it is. Raises ``CopiesUnknown``.
    """
    if not places:
        return {}
    copies = live_copies(session, slip.id) if copies is None else copies
    if not set(places) <= set(copies):
        raise CopiesUnknown(
            copies="、".join(map(str, sorted(places))),
            known="、".join(map(str, copies)),
        )
    moving = [copies[no] for no in sorted(places) if copies[no].place is not places[no]]
    _put(session, desk, slip, moving, places, at or desk.now(), live=True)
    return {
        str(copy.copy_no): [copy.print_seq, places[copy.copy_no].value]
        for copy in moving
    }


def _put(
    session: Session,
    desk: Desk,
    slip: Slip,
    copies: Sequence[LiveCopy],
    places: Mapping[int, CopyPlace],
    at: datetime,
    *,
    live: bool,
) -> None:
    if not copies:
        return
    connection = session.connection()
    connection.execute(
        _PUT,
        [
            {
                "of_slip": slip.id,
                "of_copy": copy.copy_no,
                "of_print": copy.print_seq,
                "to": places[copy.copy_no],
                "since": at,
                "live": live,
            }
            for copy in copies
        ],
    )
    connection.execute(
        _ADD_MOVE,
        [
            _move_row(desk, slip, copy, copy.place, places[copy.copy_no], at)
            for copy in copies
        ],
    )
    note_changed(session, "slip_copy")


def check_print(session: Session, desk: Desk, order: PrintSlip) -> str:
    """The slip's number, where these copies may be printed now.

    Raises what ``print_slip`` does and counts nothing: the pages are looked at first.
    """
    slip = get_slip(session, desk, order.slip_id)
    require_move(desk, slip, SlipEvent.PRINT, slip.state)
    _wanted_copies(desk, slip, order.copy_numbers)
    return slip.number


def print_slip(session: Session, desk: Desk, order: PrintSlip) -> int:
    """Count a print or reprint (补打); answers with the highest print number.

    The state does not change. The paper that is printed is drawn after this is saved,
    so that it says what was counted.
    """
    slip = get_slip(session, desk, order.slip_id)
    require_move(desk, slip, SlipEvent.PRINT, slip.state)
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
        {
            "copy_scheme": code,
            # What was amended stands on every copy only once all are printed again.
            "needs_reprint": slip.needs_reprint
            and len(printed) < len(roles_of_slip(desk, slip)),
        },
        to=slip.state,
        said={"copies": printed},
    )
    return max(int(str(seq)) for seq, _ in printed.values())


def print_slips(
    session: Session,
    desk: Desk,
    numbers: Sequence[str],
    copy_numbers: tuple[int, ...] | None = None,
) -> None:
    """Count one print of each slip by number; raises ``SlipUnknown`` before any."""
    slips = [find_slip(session, desk, number) for number in dict.fromkeys(numbers)]
    for slip in slips:
        print_slip(session, desk, PrintSlip(slip.id, copy_numbers))


def put_copies(session: Session, desk: Desk, order: MoveCopies) -> None:
    """Say where copies are now; a lost one opens a gap case."""
    slip = get_slip(session, desk, order.slip_id)
    require_move(desk, slip, SlipEvent.MOVE_COPY, slip.state)
    if _BY_HANDOVER & set(order.places.values()):
        raise PlaceNeedsHandover(number=slip.number)
    _refuse_taking_away(desk, slip, order.places)
    note = clean_optional(order.note, "note", 200)
    copies = live_copies(session, slip.id)
    moved = move_copies(session, desk, slip, order.places, copies=copies)
    lost = [
        no
        for no, place in order.places.items()
        if place is CopyPlace.LOST and copies[no].place is not CopyPlace.LOST
    ]
    _ask_for(session, desk, slip, [copies[no] for no in lost])
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.MOVE_COPY,
        {},
        to=slip.state,
        said={
            "copies": moved,
            "note": note,
            **_follow_finance_copy(session, desk, slip, copies),
        },
    )


def _follow_finance_copy(
    session: Session, desk: Desk, slip: Slip, before: Mapping[int, LiveCopy]
) -> dict[str, object]:
    """A finance copy that was lost is in hand again, or the other way round; one that
    Finance has is Finance's affair.
    """
    if slip.state not in (SlipState.RETURNED, SlipState.CLOSED):
        return {}
    if has_finance_copy(session, desk, slip):
        return copy_arrives(session, desk, slip, desk.now())
    roles = roles_of_slip(desk, slip)
    was_handed = any(
        copy.place in _BY_HANDOVER
        for no, copy in before.items()
        if roles.get(no) is CopyRole.FIN
    )
    return {} if was_handed else copy_leaves(session, desk, slip, desk.now())


def _refuse_taking_away(
    desk: Desk, slip: Slip, places: Mapping[int, CopyPlace]
) -> None:
    """A returned slip keeps the copies its return stands on (4.4)."""
    if slip.state not in (SlipState.RETURNED, SlipState.CLOSED):
        return
    roles = roles_of_slip(desk, slip)
    taken = [
        no
        for no, place in sorted(places.items())
        if roles.get(no) in NEEDED_BACK and place not in BACK
    ]
    if taken:
        raise CopiesMissing(number=slip.number, copies="、".join(map(str, taken)))


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
    session: Session, desk: Desk, slip: Slip, copies: Iterable[LiveCopy]
) -> None:
    for copy in copies:
        ref = f"{slip.number}/{copy.copy_no}/{copy.print_seq}"
        open_case(session, desk, GapKind.COPY, ref, slip.id)


def _print_row(slip: Slip, copy: LiveCopy, at: datetime) -> dict[str, object]:
    return {
        "slip_id": slip.id,
        "copy_no": copy.copy_no,
        "print_seq": copy.print_seq,
        "is_live": True,
        "place": copy.place,
        "place_since": at,
        "printed_at": at,
    }


def _move_row(
    desk: Desk,
    slip: Slip,
    copy: LiveCopy,
    from_place: CopyPlace | None,
    to_place: CopyPlace,
    at: datetime,
) -> dict[str, object]:
    return {
        "slip_id": slip.id,
        "copy_no": copy.copy_no,
        "print_seq": copy.print_seq,
        "from_place": from_place,
        "to_place": to_place,
        "moved_at": at,
        "moved_by": desk.actor,
    }
