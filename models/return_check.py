"""The daily return check (每日返单核对, 17:30 and 17:40)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class CheckClass(StrEnum):
    """Where a slip stands at the check (domain-model 4.6); the words of the JSON."""

    ON_TIME = "on_time"
    LATE = "late"
    FEEDBACK = "feedback"
    LATE_FEEDBACK = "late_feedback"
    MISSING = "missing"


class ReturnCheck(Base):
    """One run that was made final (定稿); the last run of a day counts.

    ``run_at`` is the moment the day was judged at, ``recorded_at`` when somebody did
    it; a day the program slept through is run later with its own times.
    ``snapshot`` is the whole result as JSON and ``hash`` its SHA-256.
    """

    __tablename__ = "return_check"
    __table_args__ = (UniqueConstraint("centre_id", "day", "run_no"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    day: Mapped[date]
    run_no: Mapped[int]
    run_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    run_by: Mapped[str] = mapped_column(String(80))
    engineering_by: Mapped[str | None] = mapped_column(String(80))
    set_size: Mapped[int]
    on_time: Mapped[int]
    late: Mapped[int]
    feedback: Mapped[int]
    late_feedback: Mapped[int]
    missing: Mapped[int]
    exceptions: Mapped[int]
    snapshot: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))
