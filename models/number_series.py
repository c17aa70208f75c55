"""The counters behind slip numbers and control numbers (domain-model 4.3)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Series(StrEnum):
    """What is counted; ``SLIP_SEQ`` has one row a centre, ``SLIP`` one a day."""

    SLIP = "slip"
    SLIP_SEQ = "slip_seq"


class NumberSeries(Base):
    """The last number given; ``last_at`` (SLIP_SEQ) the moment it was given at."""

    __tablename__ = "number_series"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), primary_key=True)
    series: Mapped[Series] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(String(20), primary_key=True)
    last: Mapped[int]
    last_at: Mapped[datetime | None]
