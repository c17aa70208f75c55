"""The tariff (收费标准): what work costs, by item and date (S4-4.1.2.3-1, S4-6)."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class MaterialMode(StrEnum):
    """What the price says of material.

    EXTRA: charged beside the labour. INCLUDED: the labour covers it. OWNER_SUPPLIED:
    the owner brings it. ALL_IN: one price for everything.
    """

    EXTRA = "extra"
    INCLUDED = "included"
    OWNER_SUPPLIED = "owner_supplied"
    ALL_IN = "all_in"


class TariffItem(Base):
    """One price from a day on; a new price is a new row, the old one stays.

    ``labour`` in yuan for one ``uom``; with ``labour_most`` it is the lower end of a
    range. ``night_labour`` holds in the hours of the night (a setting). ``minutes`` is
    the usual time. It is valid in [``valid_from``, ``valid_until``).
    """

    __tablename__ = "tariff_item"
    __table_args__ = (
        UniqueConstraint("centre_id", "code", "valid_from"),
        CheckConstraint("labour >= 0", name="labour"),
        CheckConstraint("labour_most >= labour", name="labour_most"),
        CheckConstraint("night_labour >= 0", name="night_labour"),
        CheckConstraint("material >= 0", name="material"),
        CheckConstraint("minutes > 0", name="minutes"),
        CheckConstraint("valid_until > valid_from", name="valid_until"),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    code: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(60))
    uom: Mapped[str] = mapped_column(String(10))
    labour: Mapped[Decimal]
    labour_most: Mapped[Decimal | None]
    night_labour: Mapped[Decimal | None]
    material_mode: Mapped[MaterialMode]
    material: Mapped[Decimal | None]
    minutes: Mapped[int | None]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    is_sample: Mapped[bool]
    note: Mapped[str | None] = mapped_column(String(100))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form
