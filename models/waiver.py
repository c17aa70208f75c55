"""Waivers (减免, 签免): asked for, and decided by who may (S4-4.1.4.4b, 4.8)."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class WaiverLevel(StrEnum):
    """Who decides; the leader may always."""

    DIRECTOR = "director"
    LEADER = "leader"


class WaiverStatus(StrEnum):
    """What became of a request; while it is pending the owner owes the whole.

    WITHDRAWN: whoever asked took it back before it was decided.
    """

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Waiver(Base):
    """One request; once approved, a WAIVE entry of the ledger names it.

    ``level`` is what the amount asked for, with earlier ones of the slip and its
    linked slips; after the decision, the level that was recorded. ``paper_ref`` is the
    number of the signed paper.
    """

    __tablename__ = "waiver"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        Index("ix_waiver_status", "centre_id", "status", "applied_at"),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    amount: Mapped[Decimal]
    reason: Mapped[str] = mapped_column(String(1000))
    level: Mapped[WaiverLevel]
    applicant: Mapped[str] = mapped_column(String(80))
    applied_at: Mapped[datetime]
    status: Mapped[WaiverStatus]
    approver: Mapped[str | None] = mapped_column(String(80))
    approver_title: Mapped[str | None] = mapped_column(String(40))
    decided_at: Mapped[datetime | None]
    decided_note: Mapped[str | None] = mapped_column(String(300))
    paper_ref: Mapped[str | None] = mapped_column(String(40))
    recorded_by: Mapped[str] = mapped_column(String(80))
