"""The holiday calendar (节假日与调休): days that differ from the plain week."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class DayKind(StrEnum):
    """What a calendar says of a day."""

    WORKDAY = "workday"
    HOLIDAY = "holiday"


class CalendarDay(Base):
    """One day that is worked or off against the plain week (K-09)."""

    __tablename__ = "calendar_day"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), primary_key=True)
    day_on: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[DayKind]
    note: Mapped[str] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(String(80))
