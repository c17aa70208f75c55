"""Opens gap cases (追查) and keeps their log; whoever misses something asks here."""

from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from models.gap_case import GapCase, GapKind


def open_case(
    session: Session, desk: Desk, kind: GapKind, ref: str, slip_id: int | None = None
) -> int:
    """Ask after one thing that is missing; the id of the case."""
    case = GapCase(
        centre_id=desk.centre_id,
        kind=kind,
        ref=ref,
        slip_id=slip_id,
        found_at=desk.now(),
        found_by=desk.actor,
    )
    session.add(case)
    session.flush()
    said = {"kind": kind.value, "ref": ref, "slip_id": slip_id}
    log_change(session, desk, "gap_case", case.id, "open", said)
    return case.id
