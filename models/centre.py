"""Centres (项目): every business record belongs to one."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Centre(Base):
    """One property-management centre (项目); numbers are unique within it."""

    __tablename__ = "centre"

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(60))
