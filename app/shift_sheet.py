"""Makes the handover sheet (交接班表): open slips, 失联, appointments, gap cases."""

import json
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.shift import Shift
from models.gap_case import GapCase
from models.return_check import ReturnCheck
from models.shift_sheet import SheetGap, SheetSlip, ShiftSheet
from models.slip import OPEN_STATES, JobType, Slip


def make_sheet(session: Session, desk: Desk, shift: Shift) -> ShiftSheet:
    """The sheet of this moment: every open slip, what is missing, open gap cases."""
    rows = session.execute(
        select(
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.content,
            Slip.state,
            Slip.job_type,
            Slip.supervisor,
            Slip.technicians,
            Slip.issued_at,
            Slip.unfinished_reason,
            Slip.eta_at,
            Slip.appointment_at,
        )
        .where(Slip.centre_id == desk.centre_id, Slip.state.in_(sorted(OPEN_STATES)))
        .order_by(Slip.issued_at, Slip.id)
    )
    slips = tuple(
        SheetSlip(
            number=row.number,
            room=row.unit_label or f"{row.area} {row.place}",
            content=row.content,
            state=row.state,
            is_urgent=row.job_type is JobType.URGENT,
            holder="、".join(row.technicians) or row.supervisor or "",
            issued_at=row.issued_at,
            reason=row.unfinished_reason,
            eta_at=row.eta_at,
            appointment_at=row.appointment_at,
        )
        for row in rows
    )
    checked_on, missing = last_missing(session, desk)
    gaps = session.execute(
        select(GapCase.kind, GapCase.ref, GapCase.cause, GapCase.owner)
        .where(GapCase.centre_id == desk.centre_id, GapCase.closed_at.is_(None))
        .order_by(GapCase.found_at, GapCase.id)
    )
    return ShiftSheet(
        shift_at=shift.begins_at,
        shift_until=shift.ends_at,
        from_post=shift.from_post,
        to_post=shift.to_post,
        made_at=desk.now(),
        slips=slips,
        checked_on=checked_on,
        missing=missing,
        gaps=tuple(SheetGap(row[0].value, *row[1:]) for row in gaps),
    )


def last_missing(session: Session, desk: Desk) -> tuple[date | None, tuple[str, ...]]:
    """The day of the last final return check, and its 失联 that are still missing:
    those that came back or ended since are left out.
    """
    last = session.execute(
        select(ReturnCheck.day, ReturnCheck.snapshot)
        .where(ReturnCheck.centre_id == desk.centre_id)
        .order_by(ReturnCheck.day.desc(), ReturnCheck.run_no.desc())
        .limit(1)
    ).one_or_none()
    if last is None:
        return None, ()
    told = [str(number) for number in json.loads(last.snapshot).get("missing", ())]
    still = session.scalars(
        select(Slip.number)
        .where(
            Slip.centre_id == desk.centre_id,
            Slip.number.in_(told),
            Slip.state.in_(sorted(OPEN_STATES)),
        )
        .order_by(Slip.issued_at, Slip.id)
    )
    return last.day, tuple(still)
