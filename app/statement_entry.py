"""The entries, balances, bundles and gap cases that a statement lists."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.statement_scope import ENTRY, SLIP, Scope, is_known, is_posted
from app.statement_sum import balances_in_sql
from models.base import table_of
from models.gap_case import GapCase
from models.handover_batch import HandoverBatch, HandoverCopy
from models.ledger_entry import EntryKind
from models.money import ZERO
from models.statement import (
    StatementBalance,
    StatementBatch,
    StatementEntry,
    StatementGap,
)
from models.unit import room_name
from models.waiver import Waiver

_WAIVER = table_of(Waiver)
_BATCH = table_of(HandoverBatch)
_BUNDLED = table_of(HandoverCopy)
_GAP = table_of(GapCase)
_PLACE = (SLIP.c.unit_label, SLIP.c.area, SLIP.c.place)


def load_entries(session: Session, scope: Scope) -> tuple[StatementEntry, ...]:
    """What this statement posts, in order of what happened."""
    rows = session.execute(
        select(
            ENTRY.c.slip_id,
            ENTRY.c.kind,
            ENTRY.c.amount,
            ENTRY.c.method,
            ENTRY.c.payer,
            ENTRY.c.receipt_no,
            ENTRY.c.invoice_no,
            ENTRY.c.effective_at,
            ENTRY.c.note,
            SLIP.c.number,
            *_PLACE,
            SLIP.c.owner_name,
            SLIP.c.issued_at,
            _WAIVER.c.level,
            _WAIVER.c.applicant,
            _WAIVER.c.approver,
            _WAIVER.c.paper_ref,
            _WAIVER.c.reason,
        )
        .join(SLIP, SLIP.c.id == ENTRY.c.slip_id)
        .outerjoin(_WAIVER, _WAIVER.c.id == ENTRY.c.waiver_id)
        .where(is_posted(scope))
        # Bare, the order would draw its own index and read every entry there is.
        .order_by(func.coalesce(ENTRY.c.effective_at, ENTRY.c.recorded_at), ENTRY.c.id)
    ).all()
    # Taken apart by place: by name, a value takes longer to ask for than to read.
    return tuple(
        StatementEntry(
            slip_id=slip_id,
            number=number,
            room=room_name(unit_label, area, place),
            owner_name=owner_name or "",
            kind=kind,
            amount=amount,
            method=method,
            payer=payer or "",
            receipt_no=receipt_no or "",
            invoice_no=invoice_no or "",
            effective_at=effective_at,
            note=note or reason or "",
            is_earlier=issued_at < scope.starts_at,
            level=level,
            applicant=applicant or "",
            approver=approver or "",
            paper_ref=paper_ref or "",
        )
        for (
            slip_id,
            kind,
            amount,
            method,
            payer,
            receipt_no,
            invoice_no,
            effective_at,
            note,
            number,
            unit_label,
            area,
            place,
            owner_name,
            issued_at,
            level,
            applicant,
            approver,
            paper_ref,
            reason,
        ) in rows
    )


def load_balances(session: Session, scope: Scope) -> tuple[StatementBalance, ...]:
    """Every slip that owes, or was paid before its paper came, in order of issue."""
    owed = balances_in_sql(scope)
    charged = (
        select(func.sum(ENTRY.c.amount))
        .where(
            ENTRY.c.slip_id == owed.c.slip_id,
            ENTRY.c.kind == EntryKind.CHARGE,
            ENTRY.c.posting_period <= scope.period,
            is_known(scope),
        )
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            SLIP.c.id,
            SLIP.c.number,
            *_PLACE,
            SLIP.c.owner_name,
            SLIP.c.issued_at,
            charged,
            owed.c.amount,
        )
        .join(SLIP, SLIP.c.id == owed.c.slip_id)
        .order_by(SLIP.c.issued_at, SLIP.c.id)
    ).all()
    return tuple(
        StatementBalance(
            slip_id=slip_id,
            number=number,
            room=room_name(*where),
            owner_name=owner_name or "",
            issued_at=issued_at,
            charged=charges or ZERO,
            amount=amount,
        )
        for slip_id, number, *where, owner_name, issued_at, charges, amount in rows
    )


def load_batches(session: Session, scope: Scope) -> tuple[StatementBatch, ...]:
    """The bundles of the period that were handed over by then."""
    rows = session.execute(
        select(_BATCH)
        .where(
            _BATCH.c.centre_id == scope.centre_id,
            _BATCH.c.period == scope.period,
            _BATCH.c.handed_at <= scope.at,
        )
        .order_by(_BATCH.c.batch_no)
    )
    return tuple(
        StatementBatch(
            batch_no=row.batch_no,
            handed_at=row.handed_at,
            from_staff=row.from_staff or "",
            to_staff=row.to_staff or "",
            copy_count=row.copy_count or 0,
            amount=row.amount or ZERO,
        )
        for row in rows
    )


def bundled_slips(session: Session, scope: Scope) -> list[tuple[int, int]]:
    """The copies in the bundles of the period: slip and number of the bundle. One that
    came back from Finance may be in a second.
    """
    rows = session.execute(
        select(_BUNDLED.c.slip_id, _BATCH.c.batch_no)
        .join(_BATCH, _BATCH.c.id == _BUNDLED.c.batch_id)
        .where(
            _BATCH.c.centre_id == scope.centre_id,
            _BATCH.c.period == scope.period,
            _BATCH.c.handed_at <= scope.at,
        )
        .order_by(_BATCH.c.batch_no)
    )
    return [(slip_id, batch_no) for slip_id, batch_no in rows]


def load_gaps(session: Session, scope: Scope) -> tuple[StatementGap, ...]:
    """The gap cases that were open then (S4-4.1.4.1-1)."""
    rows = session.execute(
        select(_GAP.c.ref, _GAP.c.found_at, _GAP.c.owner, _GAP.c.cause)
        .where(
            _GAP.c.centre_id == scope.centre_id,
            _GAP.c.found_at <= scope.at,
            or_(_GAP.c.closed_at.is_(None), _GAP.c.closed_at > scope.at),
        )
        .order_by(_GAP.c.found_at, _GAP.c.id)
    )
    return tuple(
        StatementGap(row.ref, row.found_at, row.owner or "", row.cause or "")
        for row in rows
    )
