"""Reason codes (原因代码): why a slip is unfinished, cancelled, void or bounced."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class ReasonKind(StrEnum):
    """What a reason explains."""

    UNFINISHED = "unfinished"
    CANCEL = "cancel"
    VOID = "void"
    BOUNCE = "bounce"
    GAP = "gap"
    WAIVE = "waive"


class ReasonCode(Base):
    """One reason; ``code`` is what the program knows it by, ``text`` what is read."""

    __tablename__ = "reason_code"
    __table_args__ = (UniqueConstraint("centre_id", "kind", "code"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    kind: Mapped[ReasonKind]
    code: Mapped[str] = mapped_column(String(24))
    text: Mapped[str] = mapped_column(String(40))
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form
