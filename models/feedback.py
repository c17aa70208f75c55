"""Feedback on unfinished slips (未完成反馈): reason and expected completion."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Feedback(Base):
    """What Engineering told housekeeping of an open slip (S4-4.1.3.3-2)."""

    __tablename__ = "feedback"
    __table_args__ = (Index("ix_feedback_told", "told_at", "slip_id"),)

    id: Mapped[Id]
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    told_at: Mapped[datetime]
    told_by: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(Text)
    eta_at: Mapped[datetime]
