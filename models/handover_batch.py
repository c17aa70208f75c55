"""Handing finance copies over to Finance (财务联移交, S4-4.1.3.2-1)."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class HandoverBatch(Base):
    """One bundle of a period, signed by both sides.

    It is built by scanning, and open until ``handed_at``; then ``copy_count`` and
    ``amount`` (yuan charged on these slips) are fixed.
    """

    __tablename__ = "handover_batch"
    __table_args__ = (UniqueConstraint("centre_id", "period", "batch_no"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    period: Mapped[str] = mapped_column(String(7))
    batch_no: Mapped[int]
    begun_at: Mapped[datetime]
    begun_by: Mapped[str] = mapped_column(String(80))
    handed_at: Mapped[datetime | None]
    from_staff: Mapped[str | None] = mapped_column(String(80))
    to_staff: Mapped[str | None] = mapped_column(String(80))
    copy_count: Mapped[int | None]
    amount: Mapped[Decimal | None]
    printed_at: Mapped[datetime | None]


class HandoverCopy(Base):
    """One finance copy in a bundle."""

    __tablename__ = "handover_copy"

    batch_id: Mapped[int] = mapped_column(
        ForeignKey("handover_batch.id"), primary_key=True
    )
    slip_id: Mapped[int] = mapped_column(
        ForeignKey("slip.id"), primary_key=True, index=True
    )
    print_seq: Mapped[int]
    scanned_at: Mapped[datetime]
