"""Follow-up of unfinished slips (跟进): Engineering daily, Housekeeping weekly."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class FollowUpSide(StrEnum):
    """Who follows up (S4-4.1.4.2): Engineering every day, Housekeeping every week."""

    ENGINEERING = "engineering"
    HOUSEKEEPING = "housekeeping"


class FollowUp(Base):
    """One look after a slip that is not finished."""

    __tablename__ = "follow_up"
    __table_args__ = (Index("ix_follow_up_slip", "slip_id", "side", "followed_at"),)

    id: Mapped[Id]
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"))
    side: Mapped[FollowUpSide]
    followed_at: Mapped[datetime]
    followed_by: Mapped[str] = mapped_column(String(80))
    note: Mapped[str] = mapped_column(String(300))


class DailyReview(Base):
    """A supervisor has looked through the day's repair records (S4-4.2.2.5-2)."""

    __tablename__ = "daily_review"
    __table_args__ = (UniqueConstraint("centre_id", "day", "supervisor"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    day: Mapped[date]
    supervisor: Mapped[str] = mapped_column(String(80))
    reviewed_at: Mapped[datetime]
    note: Mapped[str | None] = mapped_column(String(300))
