"""A copy that was lost is in hand again: it goes to the place where it was found."""

from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_copy_move import MoveCopies, live_copies, put_copies
from app.slip_record import change_slip, get_slip
from models.slip import SlipEvent
from models.slip_copy import CopyMove, CopyPlace, SlipCopy

FOUND_PLACES = (
    CopyPlace.HK_DESK,
    CopyPlace.HK_FILE,
    CopyPlace.DISPATCH,
    CopyPlace.SUPERVISOR,
    CopyPlace.TECHNICIAN,
    CopyPlace.ENG_FILE,
    CopyPlace.OWNER,
    CopyPlace.DEPARTMENT,
    CopyPlace.TEAM,
)
"""Where a copy may turn up; Finance takes copies by handover only."""


def copy_of(ref: str) -> tuple[int, int]:
    """Copy number and print that a case of a copy names."""
    _, copy_no, print_seq = ref.rsplit("/", 2)
    return int(copy_no), int(print_seq)


def put_found_copy(
    session: Session, desk: Desk, slip_id: int, ref: str, place: CopyPlace
) -> None:
    """Move the print that a case names to where it was found.

    A print that another one replaced since is collected and destroyed.
    """
    copy_no, print_seq = copy_of(ref)
    live = live_copies(session, slip_id).get(copy_no)
    if live is not None and live.print_seq == print_seq:
        put_copies(session, desk, MoveCopies(slip_id, {copy_no: place}))
        return
    old = session.get(SlipCopy, (slip_id, copy_no, print_seq))
    if old is None or old.place is CopyPlace.VOID_COLLECTED:
        return
    slip = get_slip(session, desk, slip_id)
    move = CopyMove(
        slip_id=slip_id,
        copy_no=copy_no,
        print_seq=print_seq,
        from_place=old.place,
        to_place=CopyPlace.VOID_COLLECTED,
        moved_at=desk.now(),
        moved_by=desk.actor,
    )
    session.add(move)
    old.place = CopyPlace.VOID_COLLECTED
    old.place_since = desk.now()
    said = {"old_print": [copy_no, print_seq, place.value]}
    change_slip(session, desk, slip, SlipEvent.MOVE_COPY, {}, to=slip.state, said=said)
