"""The money as rows of a data book: 收退款, 减免 and 关账."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from app.data_book_ledger import KINDS, METHODS
from app.data_book_word import word_of
from app.desk import Desk
from app.receipt import stands
from models.data_book import DIRECTOR, LEADER, ClosingRow, MoneyRow, WaiverRow
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry
from models.slip import Slip
from models.waiver import Waiver, WaiverLevel

_LEVELS = {DIRECTOR: WaiverLevel.DIRECTOR, LEADER: WaiverLevel.LEADER}


def money_rows(session: Session, wanted: ColumnElement[bool]) -> Iterator[MoneyRow]:
    """Payments, refunds and adjustments in order of time.

    The receipt of what was answered (冲正) is left out: its number may have been given
    to somebody else since, and a book tells receipts by payer and day.
    """
    rows = session.execute(
        select(
            Slip.number,
            LedgerEntry.kind,
            LedgerEntry.amount,
            LedgerEntry.method,
            LedgerEntry.effective_at,
            case((stands(), LedgerEntry.receipt_no)).label("receipt_no"),
            LedgerEntry.note,
            func.coalesce(Slip.owner_name, Slip.unit_label, Slip.place),
        )
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .where(wanted, LedgerEntry.kind.in_(KINDS.values()))
        .order_by(LedgerEntry.effective_at, LedgerEntry.id)
    ).all()
    payers: defaultdict[str, set[str]] = defaultdict(set)
    for *_, receipt_no, _note, payer in rows:
        payers[receipt_no or ""].add(payer)
    for number, kind, amount, method, at, receipt_no, note, _ in rows:
        if receipt_no and len(payers[receipt_no]) > 1:
            # A book's receipt belongs to one owner; one of several is only told.
            told = f"收据号 {receipt_no}"
            receipt_no, note = None, (f"{told}；{note}" if note else told)[:1000]
        yield MoneyRow(
            number=number,
            kind=word_of(KINDS, kind),
            amount=amount,
            method=word_of(METHODS, method),
            at=at,
            receipt_no=receipt_no or "",
            note=note or "",
        )


def waiver_rows(session: Session, wanted: ColumnElement[bool]) -> Iterator[WaiverRow]:
    """Approved waivers in order of time; those asked for only are not the book's."""
    rows = session.execute(
        select(
            Slip.number,
            LedgerEntry.amount,
            Waiver.reason,
            Waiver.applicant,
            Waiver.approver,
            Waiver.level,
            LedgerEntry.effective_at,
        )
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .join(Waiver, Waiver.id == LedgerEntry.waiver_id)
        .where(wanted, LedgerEntry.kind == EntryKind.WAIVE)
        .order_by(LedgerEntry.effective_at, LedgerEntry.id)
    )
    for number, amount, reason, applicant, approver, level, at in rows:
        yield WaiverRow(
            number=number,
            amount=amount,
            reason=reason,
            applicant=applicant,
            approver=approver or "",
            level=word_of(_LEVELS, level),
            at=at,
        )


def closing_rows(
    session: Session, desk: Desk, conditions: Sequence[ColumnElement[bool]]
) -> Iterator[ClosingRow]:
    """Closed periods in order."""
    rows = session.execute(
        select(FinancePeriod.code, FinancePeriod.closed_at)
        .where(
            FinancePeriod.centre_id == desk.centre_id,
            FinancePeriod.closed_at.is_not(None),
            *conditions,
        )
        .order_by(FinancePeriod.code)
    )
    for code, at in rows:
        yield ClosingRow(period=code, at=at)
