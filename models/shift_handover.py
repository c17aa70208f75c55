"""Shift handovers (交接班): what the next post is told at 9:00 and 18:00 (S4c-4.5)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, stored_enum
from models.slip import DutyPost


class ShiftHandover(Base):
    """One handover, signed by both posts; ``shift_at`` is when the new shift begins.

    ``snapshot`` is the sheet as it was handed over, as JSON.
    """

    __tablename__ = "shift_handover"
    __table_args__ = (UniqueConstraint("centre_id", "shift_at"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    shift_at: Mapped[datetime]
    from_post: Mapped[DutyPost] = mapped_column(stored_enum(DutyPost, "from_post"))
    to_post: Mapped[DutyPost] = mapped_column(stored_enum(DutyPost, "to_post"))
    given_by: Mapped[str] = mapped_column(String(80))
    taken_by: Mapped[str] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(String(500))
    handed_at: Mapped[datetime]
    snapshot: Mapped[str] = mapped_column(Text)
