"""Pre-printed forms (预印单据): the numbers received, and those spoiled (4.3)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class FormStock(Base):
    """A pack of forms: prefix and serials ``first_no`` to ``last_no``, both in it.

    ``digits`` is how many digits a serial is printed with.
    """

    __tablename__ = "form_stock"
    __table_args__ = (
        UniqueConstraint("centre_id", "prefix", "first_no"),
        CheckConstraint("first_no >= 0 AND last_no >= first_no", name="serials"),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    prefix: Mapped[str] = mapped_column(String(18))
    first_no: Mapped[int]
    last_no: Mapped[int]
    digits: Mapped[int]
    received_on: Mapped[date]
    received_by: Mapped[str] = mapped_column(String(80))


class SpoiledForm(Base):
    """A form that was spoiled before it became a slip."""

    __tablename__ = "spoiled_form"
    __table_args__ = (UniqueConstraint("centre_id", "stock_no"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    stock_no: Mapped[str] = mapped_column(String(30))
    reason: Mapped[str] = mapped_column(String(200))
    spoiled_at: Mapped[datetime]
    spoiled_by: Mapped[str] = mapped_column(String(80))
