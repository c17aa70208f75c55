"""Makes the handover sheet (交接班表): open slips, 失联, appointments, gap cases."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.return_check import CheckDamaged, load_final
from app.shift import Shift
from models.gap_case import GapCase
from models.return_check import CheckClass, ReturnCheck
from models.shift_sheet import SheetGap, SheetSlip, ShiftSheet
from models.slip import OPEN_STATES, JobType, Slip
from models.unit import room_name


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
            room=room_name(row.unit_label, row.area, row.place),
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
    checked_on, missing = _last_missing(session, desk)
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
        missing=missing or (),
        is_check_damaged=missing is None,
        gaps=tuple(SheetGap(row[0].value, *row[1:]) for row in gaps),
    )


def _last_missing(
    session: Session, desk: Desk
) -> tuple[date | None, tuple[str, ...] | None]:
    """The day of the last final return check, and its 失联 that are still missing:
    those that came back or ended since are left out. None: the check is damaged.
    """
    day = session.scalar(
        select(func.max(ReturnCheck.day)).where(ReturnCheck.centre_id == desk.centre_id)
    )
    try:
        check = None if day is None else load_final(session, desk, day)
    except CheckDamaged:
        return day, None
    if check is None:
        return None, ()
    still = session.scalars(
        select(Slip.number)
        .where(
            Slip.centre_id == desk.centre_id,
            Slip.number.in_(check.numbers(CheckClass.MISSING)),
            Slip.state.in_(sorted(OPEN_STATES)),
        )
        .order_by(Slip.issued_at, Slip.id)
    )
    return day, tuple(still)
