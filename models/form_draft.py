"""What is half typed about a slip that exists already, so that nothing is lost."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class FormDraft(Base):
    """One unfinished form of a room about one slip, by whoever typed it.

    ``fields`` is JSON: field name → what stands in it.
    """

    __tablename__ = "form_draft"
    __table_args__ = (UniqueConstraint("centre_id", "typed_by", "room", "slip_id"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    typed_by: Mapped[str] = mapped_column(String(80))
    room: Mapped[str] = mapped_column(String(20))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"))
    typed_at: Mapped[datetime]
    fields: Mapped[str] = mapped_column(Text)
