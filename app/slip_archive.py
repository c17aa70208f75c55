"""A slip that is back is filed for good, or taken up again (归档, 返修)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from app.callback_work import waits_for_callback
from app.desk import Desk
from app.finance_copy import copy_in_hand, copy_leaves, is_closed
from app.slip_back import note_out_again
from app.slip_copy_move import live_copies, roles_of_slip
from app.slip_fields import clean_optional
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, InClosedStatement, NotYetSettled
from app.slip_work import send_out_again
from models.copy_scheme import CopyRole
from models.slip import InspectStatus, Slip, SlipEvent
from models.slip_copy import CopyPlace
from models.unit import AreaKind


class Lack(StrEnum):
    """What a slip is not filed without (4.2 row 19)."""

    FINANCE_COPY = "finance_copy"
    HK_COPY = "hk_copy"
    INSPECTION = "inspection"
    CALLBACK = "callback"


_HOMES = (
    (CopyRole.FIN, CopyPlace.FINANCE, Lack.FINANCE_COPY),
    (CopyRole.HK, CopyPlace.HK_FILE, Lack.HK_COPY),
)


@dataclass(frozen=True, slots=True)
class CloseSlip:
    """File a slip for good (归档)."""

    slip_id: int
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ReopenSlip:
    """Take a returned slip up again (返修); ``reason`` says why."""

    slip_id: int
    reason: str
    version: int | None = None


def close_slip(session: Session, desk: Desk, order: CloseSlip) -> None:
    """File a slip whose paper is where it belongs and that nobody waits for.

    What the owner still owes does not keep it. Raises ``NotYetSettled``.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_settled(session, desk, slip)
    change_slip(session, desk, slip, SlipEvent.CLOSE, {})


def require_settled(session: Session, desk: Desk, slip: Slip) -> None:
    """Raise what keeps a slip from being filed for good."""
    require_move(desk, slip, SlipEvent.CLOSE)
    lack = _lack_of(session, desk, slip)
    if lack is not None:
        raise NotYetSettled(number=slip.number, lack=lack)


def reopen_slip(session: Session, desk: Desk, order: ReopenSlip) -> None:
    """Send a returned slip out again: only while no closed statement has it (row 18).

    Its finance copy and its fee leave the open statement. Raises
    ``InClosedStatement``: the work is a new slip then, linked to this one.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.REOPEN)
    copy = copy_in_hand(session, slip.id)
    if copy is not None and is_closed(session, desk, copy):
        raise InClosedStatement(number=slip.number, period=copy.posting_period)
    reason = clean_optional(order.reason, "reason", 200)
    if reason is None:
        raise FieldMissing(field="reason")
    now = desk.now()
    facts: dict[str, object] = {
        "rework_no": slip.rework_no + 1,
        "inspect_status": None,
        "inspected_by": None,
        "inspected_at": None,
        "inspect_note": None,
    }
    said: dict[str, object] = {"reason": reason}
    said["copies"] = send_out_again(session, desk, slip)
    said |= copy_leaves(session, desk, slip, now)
    note_out_again(session, slip, now)
    change_slip(session, desk, slip, SlipEvent.REOPEN, facts, said=said)


def _lack_of(session: Session, desk: Desk, slip: Slip) -> Lack | None:
    """The first thing that keeps a slip from being filed."""
    roles = roles_of_slip(desk, slip)
    copies = live_copies(session, slip.id)
    for role, home, lack in _HOMES:
        for no, copy in copies.items():
            if roles.get(no) is role and copy.place is not home:
                return lack
    is_public = slip.area_kind is not AreaKind.UNIT
    if is_public and slip.inspect_status is not InspectStatus.PASSED:
        return Lack.INSPECTION
    if waits_for_callback(session, desk, slip.id):
        return Lack.CALLBACK
    return None
