"""Labour and material lines of a slip (S4-4.1.2.2-2, S4b-3.2)."""

from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class LineKind(StrEnum):
    """What a line charges for."""

    LABOUR = "labour"
    MATERIAL = "material"


class SlipLine(Base):
    """One line; ``amount`` is quantity × price, rounded half up to the fen.

    A quantity has two decimals and is stored in hundredths, as money is.
    ``tariff_code`` is the item of the tariff it was picked from, ``is_night`` says that
    the price of the night holds, ``price_reason`` why another price was taken.
    """

    __tablename__ = "slip_line"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("price >= 0", name="price"),
    )

    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[LineKind]
    tariff_code: Mapped[str | None] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(60))
    uom: Mapped[str | None] = mapped_column(String(10))
    quantity: Mapped[Decimal]
    price: Mapped[Decimal]
    amount: Mapped[Decimal]
    is_night: Mapped[bool] = mapped_column(default=False, server_default=false())
    price_reason: Mapped[str | None] = mapped_column(String(100))
