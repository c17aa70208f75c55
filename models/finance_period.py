"""Finance periods that were proposed or closed (关账, 4.7-4, 4.7-8)."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, Key


class FinancePeriod(Base):
    """A period on its way to be closed: housekeeping proposes, Finance confirms.

    ``statement`` is the closed statement as JSON, ``hash`` its SHA-256, ``closing``
    what was owed at its end: the next statement opens with it; ``last_slip_id`` the
    newest slip then, so that one that comes later with a data book, though issued
    earlier, belongs to the next. Once ``closed_at``
    stands the database itself refuses every change of the row, of its files and carried
    slips, and of ledger entries, finance copies and bundles posted to the period or to
    an earlier one.
    """

    __tablename__ = "finance_period"
    __table_args__ = (UniqueConstraint("centre_id", "code"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    code: Mapped[str] = mapped_column(String(7))
    proposed_at: Mapped[datetime | None]
    proposed_by: Mapped[str | None] = mapped_column(String(80))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(String(80))
    statement: Mapped[str | None] = mapped_column(Text)
    hash: Mapped[str | None] = mapped_column(String(64))
    closing: Mapped[Decimal | None]
    last_slip_id: Mapped[int | None] = mapped_column(Key)


class CarriedSlip(Base):
    """A slip that a closed statement hands on to the next one.

    ``balance`` is what was owed on it at the end, zero for one that is only waited
    for; ``is_waiting``: its finance copy was not in hand (section C). So a month is
    counted without looking at the years before it.
    """

    __tablename__ = "carried_slip"

    period_id: Mapped[int] = mapped_column(
        ForeignKey("finance_period.id"), primary_key=True
    )
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), primary_key=True)
    balance: Mapped[Decimal]
    is_waiting: Mapped[bool]


class FileKind(StrEnum):
    """The papers of a closed statement."""

    PDF = "pdf"
    XLSX = "xlsx"


class StatementFile(Base):
    """A paper of a closed statement as bytes: a reprint is these."""

    __tablename__ = "statement_file"

    period_id: Mapped[int] = mapped_column(
        ForeignKey("finance_period.id"), primary_key=True
    )
    kind: Mapped[FileKind] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[str] = mapped_column(String(64))
