"""The ledger (台账): each yuan of a slip, written once, never changed (4.1, 4.7)."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.partial_index import partial_index


class EntryKind(StrEnum):
    """What an entry does to what the owner owes."""

    CHARGE = "charge"
    WAIVE = "waive"
    PAY = "pay"
    REFUND = "refund"
    ADJUST = "adjust"


class PayMethod(StrEnum):
    """How money changed hands."""

    CASH = "cash"
    TRANSFER = "transfer"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    CARD = "card"
    OTHER = "other"


_PAID = text("receipt_no IS NOT NULL")


class LedgerEntry(Base):
    """One entry; a mistake is answered by another one.

    ``amount`` in yuan: above zero for WAIVE, PAY and REFUND; of either sign for ADJUST;
    below zero for a CHARGE that takes back an earlier one, which ``reverses_id`` names.
    What the owner owes is CHARGE + ADJUST − WAIVE − PAY + REFUND.

    ``effective_at`` is when it happened, ``recorded_at`` when it was written down;
    ``posting_period`` is the statement it stands in (4.7-6, 4.7-7); a WAIVE has none
    while the slip's finance copy is not in hand, and posts with the copy.
    ``payment_id`` is the first entry of a payment that was spread over several slips.
    ``payer`` and ``receipt_no`` belong together: a receipt has one payer and one day.
    """

    __tablename__ = "ledger_entry"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount"),
        CheckConstraint(
            "kind IN ('charge', 'adjust') OR amount > 0", name="amount_sign"
        ),
        CheckConstraint(
            "(kind IN ('pay', 'refund')) = (method IS NOT NULL)", name="method_of_money"
        ),
        CheckConstraint("kind = 'waive' OR posting_period IS NOT NULL", name="posted"),
        Index("ix_ledger_entry_posted", "centre_id", "posting_period", "kind"),
        Index("ix_ledger_entry_effective", "centre_id", "effective_at"),
        partial_index(
            "ix_ledger_entry_receipt",
            "centre_id",
            "receipt_no",
            where=_PAID,
        ),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), index=True)
    kind: Mapped[EntryKind]
    amount: Mapped[Decimal]
    method: Mapped[PayMethod | None]
    payer: Mapped[str | None] = mapped_column(String(80))
    receipt_no: Mapped[str | None] = mapped_column(String(40))
    invoice_no: Mapped[str | None] = mapped_column(String(40))
    escort: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(String(1000))
    effective_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(80))
    posting_period: Mapped[str | None] = mapped_column(String(7))
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_entry.id"))
    waiver_id: Mapped[int | None] = mapped_column(ForeignKey("waiver.id"))
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_entry.id"))
