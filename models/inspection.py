"""Inspections of public work (验收, S4-4.2.3.2)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Inspection(Base):
    """One inspection; the slip's own row knows only the last one."""

    __tablename__ = "inspection"
    __table_args__ = (Index("ix_inspection_at", "inspected_at"),)

    id: Mapped[Id]
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    inspected_at: Mapped[datetime]
    inspected_by: Mapped[str | None] = mapped_column(String(80))
    is_passed: Mapped[bool]
    note: Mapped[str | None] = mapped_column(String(200))
