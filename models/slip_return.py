"""Each time the paper of a slip came back (返单), and how long it stayed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.partial_index import partial_index
from models.slip import Outcome

_WENT_OUT = text("out_again_at IS NOT NULL")


class SlipReturn(Base):
    """One return of a slip; the slip's own row knows only the last one.

    The slip is back in [returned_at, out_again_at). Unfinished work is out again the
    moment its paper comes; completed work only when it fails its inspection or is
    reopened. ``app/slip_back.py`` alone writes it.
    """

    __tablename__ = "slip_return"
    __table_args__ = (
        Index("ix_slip_return_at", "centre_id", "returned_at"),
        partial_index(
            "ix_slip_return_out", "centre_id", "out_again_at", where=_WENT_OUT
        ),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    returned_at: Mapped[datetime]
    returned_to: Mapped[str | None] = mapped_column(String(80))
    outcome: Mapped[Outcome]
    out_again_at: Mapped[datetime | None]
