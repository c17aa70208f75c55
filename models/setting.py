"""Stored settings of a centre: only those that differ from the default."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Setting(Base):
    """One changed setting (S4-0.2: who, when, old → new; the log keeps every step)."""

    __tablename__ = "setting"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    changed_by: Mapped[str] = mapped_column(String(80))
    changed_at: Mapped[datetime]
