"""What is reported to the manager (报部门经理), until somebody there has seen it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class ManagerNotice(Base):
    """A failed inspection that is reported to the manager; ``seen_at`` None: not yet
    seen. ``failed_no`` counts the failures of the slip. ``app/manager_notice.py`` alone
    writes it.
    """

    __tablename__ = "manager_notice"
    __table_args__ = (Index("ix_manager_notice_seen", "centre_id", "seen_at"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    told_at: Mapped[datetime]
    told_by: Mapped[str] = mapped_column(String(80))
    note: Mapped[str] = mapped_column(String(200))
    failed_no: Mapped[int]
    seen_at: Mapped[datetime | None]
    seen_by: Mapped[str | None] = mapped_column(String(80))
