"""What only the registers show of a slip: fees, payments, the finance copy's bundle,
what was told last; by a few statements for one page of rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.base import Base, table_of
from models.feedback import Feedback
from models.finance_copy import FinanceCopy
from models.handover_batch import HandoverBatch, HandoverCopy
from models.id_list import in_ids
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip_line import LineKind, SlipLine
from models.waiver import Waiver


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """Money in yuan, None where there is none yet.

    ``is_in_hand``: the finance copy is at the desk or further. ``approvers``: who
    approved the waivers. ``batch``: period and number of the bundle that was signed
    over. ``told_reason`` and ``told_eta_at``: the last feedback.
    """

    material: Decimal | None = None
    labour: Decimal | None = None
    methods: tuple[PayMethod, ...] = ()
    receipts: tuple[str, ...] = ()
    paid_at: datetime | None = None
    approvers: tuple[str, ...] = ()
    is_in_hand: bool = False
    batch: tuple[str, int] | None = None
    told_reason: str | None = None
    told_eta_at: datetime | None = None


NO_FACTS = RegisterFacts()
_FEES = {LineKind.MATERIAL: "material", LineKind.LABOUR: "labour"}
_KNOWN = frozenset(field.name for field in fields(RegisterFacts))


def _of(table: type[Base]) -> ColumnElement[int]:
    """The slip that a row is about."""
    slip_id: ColumnElement[int] = table_of(table).c.slip_id
    return slip_id


def load_register_facts(
    session: Session, ids: Sequence[int]
) -> dict[int, RegisterFacts]:
    """The facts of some slips by id; those without any are left out."""
    found: dict[int, dict[str, Any]] = {}
    if not ids:
        return {}

    def put(slip_id: int, name: str, value: Any) -> None:
        assert name in _KNOWN
        found.setdefault(slip_id, {})[name] = value

    def add(slip_id: int, name: str, value: Any) -> None:
        known = found.setdefault(slip_id, {}).setdefault(name, ())
        if value and value not in known:
            found[slip_id][name] = (*known, value)

    for slip_id, kind, amount in session.execute(
        select(SlipLine.slip_id, SlipLine.kind, func.sum(SlipLine.amount))
        .where(in_ids(_of(SlipLine), ids))
        .group_by(SlipLine.slip_id, SlipLine.kind)
    ):
        put(slip_id, _FEES[kind], amount)
    for entry in session.execute(
        select(
            LedgerEntry.slip_id,
            LedgerEntry.kind,
            LedgerEntry.method,
            LedgerEntry.receipt_no,
            LedgerEntry.invoice_no,
            LedgerEntry.effective_at,
            Waiver.approver,
        )
        .outerjoin(Waiver, Waiver.id == LedgerEntry.waiver_id)
        .where(
            in_ids(_of(LedgerEntry), ids),
            LedgerEntry.kind.in_((EntryKind.PAY, EntryKind.WAIVE)),
        )
        .order_by(LedgerEntry.effective_at, LedgerEntry.id)
    ):
        if entry.kind is EntryKind.WAIVE:
            add(entry.slip_id, "approvers", entry.approver)
            continue
        add(entry.slip_id, "methods", entry.method)
        add(entry.slip_id, "receipts", entry.receipt_no)
        add(entry.slip_id, "receipts", entry.invoice_no)
        put(entry.slip_id, "paid_at", entry.effective_at)
    for slip_id in session.scalars(
        select(FinanceCopy.slip_id).where(
            in_ids(_of(FinanceCopy), ids), FinanceCopy.left_at.is_(None)
        )
    ):
        put(slip_id, "is_in_hand", True)
    for slip_id, period, batch_no in session.execute(
        select(HandoverCopy.slip_id, HandoverBatch.period, HandoverBatch.batch_no)
        .join(HandoverBatch, HandoverBatch.id == HandoverCopy.batch_id)
        .where(in_ids(_of(HandoverCopy), ids), HandoverBatch.handed_at.is_not(None))
        .order_by(HandoverBatch.id)
    ):
        put(slip_id, "batch", (period, batch_no))
    for slip_id, reason, eta_at in session.execute(
        select(Feedback.slip_id, Feedback.reason, Feedback.eta_at)
        .where(in_ids(_of(Feedback), ids))
        .order_by(Feedback.told_at, Feedback.id)
    ):
        put(slip_id, "told_reason", reason)
        put(slip_id, "told_eta_at", eta_at)
    return {slip_id: RegisterFacts(**facts) for slip_id, facts in found.items()}
