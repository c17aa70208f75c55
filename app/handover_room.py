"""What the handover tab asks for at once, and a scan that begins a bundle itself."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.desk import Desk
from app.handover_batch import ScanCopy, begin_batch, scan_copy
from app.handover_due import HandoverDue, handover_due
from app.handover_list import load_handover
from app.staff_directory import list_staff
from models.handover_list import HandoverList
from models.staff import RIGHTS, Permission


@dataclass(frozen=True, slots=True)
class HandoverRoom:
    """The copies of a period, what is due, and who may sign on each side."""

    found: HandoverList
    due: HandoverDue | None
    givers: tuple[str, ...]
    takers: tuple[str, ...]


def load_handover_room(session: Session, desk: Desk, period: str) -> HandoverRoom:
    """Everything the tab shows."""
    staff = [
        (member.name, frozenset().union(*(RIGHTS[post] for post in member.posts)))
        for member in list_staff(session, desk)
    ]
    return HandoverRoom(
        load_handover(session, desk, period),
        handover_due(session, desk),
        tuple(name for name, may in staff if Permission.HAND_OVER_COPY in may),
        tuple(name for name, may in staff if Permission.ACCEPT_COPY in may),
    )


def scan_into_period(
    session: Session,
    desk: Desk,
    period: str,
    numbers: tuple[str, ...],
    copy_no: int | None,
) -> str:
    """Put a copy into the open bundle of a period, begun if there is none; the slip's
    number. A copy that is refused begins nothing.
    """
    batch_id = begin_batch(session, desk, period)
    return scan_copy(session, desk, ScanCopy(batch_id, numbers, copy_no))
