"""The paper copies of a slip (联): which print, and where each one is."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, stored_enum


class CopyPlace(StrEnum):
    """Where a copy is (domain-model 4.4)."""

    DISPATCH = "dispatch"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    OWNER = "owner"
    ENG_FILE = "eng_file"
    HK_DESK = "hk_desk"
    HK_FILE = "hk_file"
    FIN_TRANSIT = "fin_transit"
    FINANCE = "finance"
    DEPARTMENT = "department"
    TEAM = "team"
    LOST = "lost"
    VOID_COLLECTED = "void_collected"


class SlipCopy(Base):
    """One print of one copy; only one print of a copy is live at a time.

    ``print_seq`` 1 is the first print, 2 shows 补打 1 on its face.
    """

    __tablename__ = "slip_copy"

    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), primary_key=True)
    copy_no: Mapped[int] = mapped_column(primary_key=True)
    print_seq: Mapped[int] = mapped_column(primary_key=True)
    is_live: Mapped[bool]
    place: Mapped[CopyPlace]
    place_since: Mapped[datetime]
    printed_at: Mapped[datetime]


class CopyMove(Base):
    """One step of a copy from one place to the next; ``from_place`` None: printed."""

    __tablename__ = "copy_move"
    __table_args__ = (Index("ix_copy_move_slip", "slip_id", "copy_no"),)

    id: Mapped[Id]
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"))
    copy_no: Mapped[int]
    print_seq: Mapped[int]
    from_place: Mapped[CopyPlace | None] = mapped_column(
        stored_enum(CopyPlace, "from_place")
    )
    to_place: Mapped[CopyPlace] = mapped_column(stored_enum(CopyPlace, "to_place"))
    moved_at: Mapped[datetime]
    moved_by: Mapped[str] = mapped_column(String(80))
