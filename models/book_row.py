"""Rows of data-book sheets whose own parts of the program come later."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class BookRow(Base):
    """One checked row of 收退款, 减免 or 关账, kept to be exported again.

    ``cells`` is JSON: heading → text as in the book. ``slip_id`` None: 关账.
    """

    __tablename__ = "book_row"
    __table_args__ = (Index("ix_book_row_sheet", "centre_id", "sheet", "row_at"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    sheet: Mapped[str] = mapped_column(String(10))
    position: Mapped[int]
    slip_id: Mapped[int | None] = mapped_column(ForeignKey("slip.id"), index=True)
    row_at: Mapped[datetime]
    cells: Mapped[str] = mapped_column(Text)
