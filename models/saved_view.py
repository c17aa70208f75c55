"""A named way of looking at a list: what is asked, how it is sorted, which columns."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class SavedView(Base):
    """One view of a list, kept for the person who named it, at whatever desk.

    ``place`` names the list. ``body`` is JSON that only the screen reads.
    """

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("centre_id", "owner", "place", "name"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    owner: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(40))
    body: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime]
