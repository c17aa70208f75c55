"""Which statement a slip's finance copy stands in (4.7-6)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class FinanceCopy(Base):
    """One arrival of a finance copy: each copy is in exactly one statement.

    ``arrived_at``: it came in hand, or the slip ended. ``left_at``: it went out again
    (a failed inspection, reopened) while its statement was still open, and another
    arrival is to follow. ``is_early``: an escort brought it to Finance (已先交).
    ``has_paper``: False for a slip that ended before it was printed; it stands in the
    statement with its number only.
    """

    __tablename__ = "finance_copy"
    __table_args__ = (Index("ix_finance_copy_posted", "centre_id", "posting_period"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    arrived_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    is_early: Mapped[bool]
    has_paper: Mapped[bool]
    posting_period: Mapped[str] = mapped_column(String(7))
