"""Counts what Finance took and paid back on one day (日收款明细)."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from models.ledger_entry import EntryKind, LedgerEntry
from models.slip import Slip
from models.takings import DayTakings, TakingsLine
from models.unit import room_name

_MONEY = (EntryKind.PAY, EntryKind.REFUND)
_answer = aliased(LedgerEntry)


def load_takings(session: Session, desk: Desk, day: date) -> DayTakings:
    """The money of a day of the site, by when it changed hands; in one statement."""
    from_at, until_at = desk.day_bounds(day)
    is_answered = (
        select(_answer.id).where(_answer.reverses_id == LedgerEntry.id).exists()
    )
    rows = session.execute(
        select(
            LedgerEntry.id,
            func.coalesce(LedgerEntry.payment_id, LedgerEntry.id).label("payment_id"),
            LedgerEntry.slip_id,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            LedgerEntry.payer,
            LedgerEntry.kind,
            LedgerEntry.method,
            LedgerEntry.amount,
            LedgerEntry.receipt_no,
            LedgerEntry.invoice_no,
            LedgerEntry.effective_at,
            LedgerEntry.recorded_at,
            LedgerEntry.recorded_by,
            LedgerEntry.note,
            LedgerEntry.reverses_id,
            is_answered.label("is_reversed"),
        )
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .where(
            LedgerEntry.centre_id == desk.centre_id,
            LedgerEntry.effective_at >= from_at,
            LedgerEntry.effective_at < until_at,
            LedgerEntry.kind.in_(_MONEY),
        )
        .order_by(LedgerEntry.effective_at, LedgerEntry.id)
    )
    return DayTakings(
        day,
        desk.now(),
        tuple(
            TakingsLine(
                entry_id=row.id,
                payment_id=row.payment_id,
                slip_id=row.slip_id,
                number=row.number,
                room=room_name(row.unit_label, row.area, row.place),
                payer=row.payer or "",
                kind=row.kind,
                method=row.method,
                amount=row.amount,
                receipt_no=row.receipt_no or "",
                invoice_no=row.invoice_no or "",
                effective_at=row.effective_at,
                recorded_at=row.recorded_at,
                recorded_by=row.recorded_by,
                note=row.note or "",
                is_reversal=row.reverses_id is not None,
                is_reversed=bool(row.is_reversed),
            )
            for row in rows
        ),
    )
