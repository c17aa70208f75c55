"""Counts a finance statement (有偿维修费用汇总表): as closed, or as it would close."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import FieldRefusal, Refusal
from app.statement_entry import (
    bundled_slips,
    load_balances,
    load_batches,
    load_entries,
    load_gaps,
)
from app.statement_identity import identities
from app.statement_scope import COPY, Scope, is_there, scope_of
from app.statement_slip import load_slips
from app.statement_sum import load_sums
from app.statement_text import read_statement, text_hash
from models.base import table_of
from models.event import EventHead
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind
from models.period import is_period
from models.statement import Section, Statement, StatementBatch, StatementSlip

_PERIOD = table_of(FinancePeriod)
_HEAD = table_of(EventHead)


class PeriodMalformed(FieldRefusal):
    """``value`` names no period; one looks like 2026-11."""

    field = "period"


class StatementDamaged(Refusal):
    """The stored statement of ``period`` is not what was closed."""


def load_statement(
    session: Session, desk: Desk, period: str, at: datetime | None = None
) -> Statement:
    """The statement of a period.

    A closed one is what was stored, word for word, unless a moment before its close is
    asked about. Otherwise it is counted as it would close at ``at`` (default now): what
    was recorded until then counts, the second itself included. Raises
    ``PeriodMalformed``, or ``StatementDamaged`` where the hash does not fit.
    """
    require_period(period)
    row = find_period(session, desk, period)
    if row is None or row.closed_at is None or (at and at < row.closed_at):
        return count_statement(session, desk, period, at or desk.now(), row)
    if text_hash(row.statement) != row.hash:
        raise StatementDamaged(period=period)
    return read_statement(row.statement, row.hash)


def require_period(period: str) -> None:
    """Raise ``PeriodMalformed`` unless a text names a period."""
    if not is_period(period):
        raise PeriodMalformed(value=period)


def find_period(session: Session, desk: Desk, period: str) -> Row[Any] | None:
    """The row of a period that was proposed or closed."""
    return session.execute(
        select(_PERIOD).where(
            _PERIOD.c.centre_id == desk.centre_id, _PERIOD.c.code == period
        )
    ).one_or_none()


def count_statement(
    session: Session,
    desk: Desk,
    period: str,
    at: datetime,
    row: Row[Any] | None = None,
    last_slip_id: int | None = None,
) -> Statement:
    """The statement as the books say it; ``last_slip_id`` for one that is closed."""
    scope = scope_of(session, desk, period, at, last_slip_id)
    sums = load_sums(session, scope)
    entries = load_entries(session, scope)
    balances = load_balances(session, scope)
    bundles = bundled_slips(session, scope)
    owed = {each.slip_id: each.amount for each in balances}
    slips = load_slips(session, scope, entries, owed, dict(bundles))
    batches = load_batches(session, scope)
    issued_from = Counter(
        each.section for each in slips if each.issued_at >= scope.starts_at
    )
    copies = _copies_in_bundles(session, scope, batches, bundles, slips)
    return Statement(
        centre_name=desk.centre_name,
        period=period,
        starts_at=scope.starts_at,
        ends_at=scope.ends_at,
        at=at,
        is_closed=False,
        closed_at=None,
        proposed_by=(row.proposed_by or "") if row else "",
        closed_by="",
        hash="",
        chain=chain_head(session, desk),
        issued=sums.issued,
        slips=slips,
        entries=entries,
        balances=balances,
        batches=batches,
        gaps=load_gaps(session, scope),
        opening=sums.opening,
        charged=sums.splits[EntryKind.CHARGE],
        waived=sums.splits[EntryKind.WAIVE],
        adjusted=sums.splits[EntryKind.ADJUST],
        received=sums.splits[EntryKind.PAY],
        refunded=sums.splits[EntryKind.REFUND],
        waived_by_level=sums.waived_by_level,
        received_by_method=sums.received_by_method,
        closing=sums.closing,
        identities=identities(sums, slips, balances, copies, issued_from),
    )


def as_closed(statement: Statement, by: str, proposed_by: str) -> Statement:
    """The same statement as it is stored: closed at the moment it was counted at."""
    return replace(
        statement,
        is_closed=True,
        closed_at=statement.at,
        closed_by=by,
        proposed_by=proposed_by,
    )


def chain_head(session: Session, desk: Desk) -> str:
    """The head of the event log's chain."""
    head: str | None = session.execute(
        select(_HEAD.c.last_hash).where(_HEAD.c.centre_id == desk.centre_id)
    ).scalar_one_or_none()
    return head or ""


def _copies_in_bundles(
    session: Session,
    scope: Scope,
    batches: tuple[StatementBatch, ...],
    bundles: list[tuple[int, int]],
    slips: tuple[StatementSlip, ...],
) -> int:
    """The copies that bundles of this period brought for this statement.

    Left out are one that stands in an earlier statement and was handed over late, one
    that went out again since, and one that an escort or another bundle brought anew.
    """
    count = sum(batch.copy_count for batch in batches)
    taken = {each.id: each.is_early for each in slips if each.section is not Section.C}
    rows = Counter(slip_id for slip_id, _ in bundles)
    anew = sum(
        number - (not taken[slip_id])
        for slip_id, number in rows.items()
        if slip_id in taken
    )
    strange = rows.keys() - taken
    if not strange:
        return count - anew
    elsewhere = session.scalars(
        select(COPY.c.slip_id)
        .distinct()
        .where(
            COPY.c.centre_id == scope.centre_id,
            COPY.c.slip_id.in_(strange),
            or_(
                and_(is_there(scope), COPY.c.posting_period < scope.period),
                COPY.c.left_at <= scope.at,
            ),
        )
    )
    return count - anew - sum(rows[slip_id] for slip_id in elsewhere)
