"""Work that does not hold, on a slip a closed statement has: a new slip (返修单)."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_issue import IssuedSlip, IssueSlip, issue_slip
from app.slip_record import get_slip, require_move
from models.slip import ChargeClass, LinkKind, Slip, SlipEvent
from models.unit import AreaKind

MOST_CONTENT = 300


@dataclass(frozen=True, slots=True)
class IssueRework:
    """Issue a new slip for the same place; ``reason`` says what does not hold."""

    slip_id: int
    reason: str
    version: int | None = None


def issue_rework(session: Session, desk: Desk, order: IssueRework) -> IssuedSlip:
    """The work is done again on a slip of its own, linked to the first (4.2 row 18).

    Within the warranty of the work it is free to the owner (K-14). Raises
    ``SlipCannotMove``, ``NotAllowed`` and what ``issue_slip`` raises.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.REOPEN)
    content = f"返修：{order.reason.strip() or slip.content}"[:MOST_CONTENT]
    call = IssueSlip(
        area_kind=slip.area_kind,
        area=slip.area,
        place=slip.place,
        reporter_name=slip.reporter_name,
        content=content,
        unit=slip.unit_label or "",
        phone=slip.phone or "",
        report_dept=slip.report_dept or "",
        reporter_kind=slip.reporter_kind,
        trade=slip.trade or "",
        parent_slip_id=slip.id,
        link_kind=LinkKind.REWORK,
        anyway_reason=f"{slip.number} 返修",
    )
    if slip.area_kind is AreaKind.UNIT and is_in_warranty(desk, slip):
        call = replace(call, charge_class=ChargeClass.FREE_REWORK)
    return issue_slip(session, desk, call)


def is_in_warranty(desk: Desk, slip: Slip) -> bool:
    """Whether work of this slip that does not hold is done again for nothing."""
    done_at = slip.done_at or slip.returned_at
    days = timedelta(days=desk.settings.number("repair_warranty_days"))
    return done_at is not None and desk.now() < done_at + days
