"""Gap cases (缺号/缺单追查): a missing number, copy or stock form, until explained."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class GapKind(StrEnum):
    """What is missing."""

    NUMBER = "number"
    COPY = "copy"
    STOCK = "stock"


class GapCase(Base):
    """One thing that is missing (S4-4.1.4.1-1); never closed silently.

    ``ref`` is a number, a range ``WX261101-003…007`` or ``NUMBER/COPY/PRINT``.
    """

    __tablename__ = "gap_case"

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), index=True)
    kind: Mapped[GapKind]
    ref: Mapped[str] = mapped_column(String(60))
    slip_id: Mapped[int | None] = mapped_column(ForeignKey("slip.id"), index=True)
    found_at: Mapped[datetime]
    found_by: Mapped[str] = mapped_column(String(80))
    cause: Mapped[str | None] = mapped_column(String(200))
    owner: Mapped[str | None] = mapped_column(String(80))
    resolution: Mapped[str | None] = mapped_column(String(200))
    closed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form
