"""The money of a register's slips, out of the ledger, and where their copies went."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from models.finance_copy import FinanceCopy
from models.handover_batch import HandoverBatch, HandoverCopy
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import ZERO, format_money
from models.slip import Slip
from models.waiver import Waiver

METHODS = {
    PayMethod.CASH: "现金",
    PayMethod.TRANSFER: "转账",
    PayMethod.WECHAT: "微信",
    PayMethod.ALIPAY: "支付宝",
    PayMethod.CARD: "刷卡",
    PayMethod.OTHER: "其他",
}

_OF_ENTRY = (
    LedgerEntry.slip_id,
    LedgerEntry.kind,
    LedgerEntry.amount,
    LedgerEntry.method,
    LedgerEntry.effective_at,
    LedgerEntry.receipt_no,
    LedgerEntry.invoice_no,
)


@dataclass(slots=True)
class SlipMoney:
    """What the ledger says of one slip, in the words of the register."""

    charged: Decimal = ZERO
    waived: Decimal = ZERO
    received: Decimal = ZERO
    unpaid: Decimal = ZERO
    is_in_hand: bool = False
    has_entries: bool = False
    approvers: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    receipts: list[str] = field(default_factory=list)
    paid_at: datetime | None = None
    batch: str = ""

    @property
    def waiver_text(self) -> str:
        """``500.00（演示领导）``."""
        if not self.waived:
            return ""
        names = "、".join(dict.fromkeys(self.approvers))
        return format_money(self.waived) + (f"（{names}）" if names else "")

    def add(self, entry: Row[*tuple[Any, ...]]) -> None:
        """Count one entry; entries come in order of time."""
        self.has_entries = True
        owes = entry.kind not in (EntryKind.WAIVE, EntryKind.PAY)
        self.unpaid += entry.amount if owes else -entry.amount
        match entry.kind:
            case EntryKind.CHARGE:
                self.charged += entry.amount
            case EntryKind.WAIVE:
                self.waived += entry.amount
                self.approvers += [entry.approver] if entry.approver else []
            case EntryKind.PAY:
                self.received += entry.amount
                self.paid_at = entry.effective_at
                self.methods.append(METHODS[entry.method])
                numbers = (entry.receipt_no, entry.invoice_no)
                self.receipts += [number for number in numbers if number]
            case EntryKind.REFUND:
                self.received -= entry.amount


def load_money(
    session: Session, asked: Sequence[ColumnElement[bool]]
) -> dict[int, SlipMoney]:
    """The money of the slips asked for, by id; those without any are left out."""
    found: defaultdict[int, SlipMoney] = defaultdict(SlipMoney)
    entries = session.execute(
        select(*_OF_ENTRY, Waiver.approver)
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .outerjoin(Waiver, Waiver.id == LedgerEntry.waiver_id)
        .where(*asked)
        .order_by(LedgerEntry.effective_at, LedgerEntry.id)
    )
    for entry in entries:
        found[entry.slip_id].add(entry)
    copies = session.scalars(
        select(FinanceCopy.slip_id)
        .join(Slip, Slip.id == FinanceCopy.slip_id)
        .where(*asked, FinanceCopy.left_at.is_(None))
    )
    for slip_id in copies:
        found[slip_id].is_in_hand = True
    bundled = session.execute(
        select(HandoverCopy.slip_id, HandoverBatch.period, HandoverBatch.batch_no)
        .join(HandoverBatch, HandoverBatch.id == HandoverCopy.batch_id)
        .join(Slip, Slip.id == HandoverCopy.slip_id)
        .where(*asked, HandoverBatch.handed_at.is_not(None))
        .order_by(HandoverBatch.id)
    )
    for slip_id, period, batch_no in bundled:
        found[slip_id].batch = f"{period} 第{batch_no}批"
    return dict(found)
