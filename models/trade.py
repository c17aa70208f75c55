"""Trades (工种) a slip can be given to."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Trade(Base):
    """One trade; ``words`` are fault words that suggest it at intake."""

    __tablename__ = "trade"
    __table_args__ = (UniqueConstraint("centre_id", "name"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    name: Mapped[str] = mapped_column(String(20))
    words: Mapped[tuple[str, ...]]
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form
