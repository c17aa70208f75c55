"""What waits in the finance room: copies to hand over, waivers to decide."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.handover_due import handover_due
from models.staff import Permission
from models.waiver import Waiver, WaiverStatus


@dataclass(frozen=True, slots=True)
class FinanceCount:
    """``to_hand_over``: finance copies whose day has come; ``to_decide``: waivers."""

    to_hand_over: int = 0
    to_decide: int = 0

    @property
    def together(self) -> int:
        """Everything that waits."""
        return self.to_hand_over + self.to_decide


def count_finance(session: Session, desk: Desk) -> FinanceCount:
    """What waits for whoever acts: each side sees only what it can do."""
    to_hand_over = to_decide = 0
    if desk.may(Permission.HAND_OVER_COPY) or desk.may(Permission.ACCEPT_COPY):
        due = handover_due(session, desk, only_due=True)
        to_hand_over = due.count if due is not None else 0
    if desk.may(Permission.APPROVE_WAIVER):
        to_decide = (
            session.scalar(
                select(func.count()).where(
                    Waiver.centre_id == desk.centre_id,
                    Waiver.status == WaiverStatus.PENDING,
                )
            )
            or 0
        )
    return FinanceCount(to_hand_over, to_decide)
