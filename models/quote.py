"""Prices quoted to the owner before work (S4-4.1.2.3)."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class QuoteStatus(StrEnum):
    """What the owner said to a quote."""

    OFFERED = "offered"
    AGREED = "agreed"
    DISPUTED = "disputed"
    REFUSED = "refused"


class Quote(Base):
    """One quote; the latest stands. ``confirmed_by`` is the first signature."""

    __tablename__ = "quote"

    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[Decimal]
    quoted_at: Mapped[datetime | None]
    status: Mapped[QuoteStatus]
    confirmed_by: Mapped[str | None] = mapped_column(String(80))
    confirmed_at: Mapped[datetime | None]
    note: Mapped[str | None] = mapped_column(String(200))
