"""Callbacks (回访): asking whether the work holds and whether the owner is content."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.partial_index import partial_index
from models.slip import OwnerOpinion


class CallbackMethod(StrEnum):
    """How somebody is asked (K-25)."""

    PHONE = "phone"
    VISIT = "visit"
    ONSITE_CHECK = "onsite_check"


class CallbackResult(StrEnum):
    """Whether somebody answered."""

    REACHED = "reached"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"


_IS_DISSATISFIED = text("satisfaction = 'dissatisfied'")
"""Few, and looked for among all years: they are followed until satisfied (S3-8.9)."""


class Callback(Base):
    """One attempt to call back; REACHED counts (domain-model 4.9).

    A person types 300 characters of comment; a data book may hold more.
    """

    __tablename__ = "callback"
    __table_args__ = (
        Index("ix_callback_slip", "slip_id", "called_at"),
        Index("ix_callback_called", "centre_id", "called_at"),
        partial_index(
            "ix_callback_dissatisfied",
            "centre_id",
            "slip_id",
            "called_at",
            where=_IS_DISSATISFIED,
        ),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"))
    called_at: Mapped[datetime]
    called_by: Mapped[str] = mapped_column(String(80))
    method: Mapped[CallbackMethod]
    result: Mapped[CallbackResult]
    is_normal: Mapped[bool | None]
    satisfaction: Mapped[OwnerOpinion | None]
    comment: Mapped[str | None] = mapped_column(Text)
