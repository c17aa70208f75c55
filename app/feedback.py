"""Feedback on a slip that is not finished: why, and when it will be (S4-4.1.3.3-2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.reason import known_reason
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, TimeOrder
from models.feedback import Feedback
from models.reason_code import ReasonKind
from models.slip import Slip, SlipEvent


@dataclass(frozen=True, slots=True)
class TellFeedback:
    """Reason and expected time of an open slip; its state stays as it is.

    ``told_at`` None is now; an earlier time is what the telephone log says.
    """

    slip_id: int
    reason: str
    eta_at: datetime | None
    told_at: datetime | None = None
    version: int | None = None


def tell_feedback(session: Session, desk: Desk, order: TellFeedback) -> None:
    """Record the day's feedback on a slip that is still out (17:40).

    Raises ``FieldMissing`` or ``TimeOrder`` (an expected time in the past, a telling
    before the issue or in the future), ``SlipCannotMove`` if it came back meanwhile.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.FEEDBACK, slip.state)
    told_at = order.told_at or desk.now()
    if told_at > desk.now():
        raise TimeOrder(field="told_at", earlier="now")
    if told_at < slip.issued_at:
        raise TimeOrder(field="told_at", earlier="issued_at")
    facts = feedback_facts(session, desk, slip, order.reason, order.eta_at, told_at)
    change_slip(
        session, desk, slip, SlipEvent.FEEDBACK, facts, to=slip.state, at=told_at
    )


def feedback_facts(
    session: Session,
    desk: Desk,
    slip: Slip,
    reason: str,
    eta_at: datetime | None,
    told_at: datetime,
) -> dict[str, object]:
    """What an unfinished slip says of itself, and its row of feedback."""
    text = known_reason(
        session, desk, ReasonKind.UNFINISHED, reason, "unfinished_reason"
    )
    if eta_at is None:
        raise FieldMissing(field="eta_at")
    if eta_at < told_at:
        raise TimeOrder(field="eta_at", earlier="now")
    session.add(
        Feedback(
            slip_id=slip.id,
            told_at=told_at,
            told_by=desk.actor,
            reason=text,
            eta_at=eta_at,
        )
    )
    return {"unfinished_reason": text, "eta_at": eta_at}
