"""收缴率 and 未收金额 of a span, from the ledger (4.7, 4.12).

Of a finance period both are those of its statement. Of any other span the rate takes
what became effective in it, and what is unpaid is what was owed at its end.
"""

from datetime import timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.statement_scope import ENTRY, SIGNED, Scope, is_posted, scope_of
from app.statement_sum import balances_in_sql, load_sums
from models.ledger_entry import EntryKind
from models.money import ZERO
from models.period import period_of
from models.statistics import Figure, FigureKey, Measure, Span, SpanKind

_SECOND = timedelta(seconds=1)
_IN = frozenset({EntryKind.PAY, EntryKind.REFUND})


def count_money(session: Session, desk: Desk, span: Span) -> dict[FigureKey, Figure]:
    """Both figures."""
    rows = session.execute(
        select(ENTRY.c.kind, func.sum(ENTRY.c.amount))
        .where(entries_of(session, desk, span))
        .group_by(ENTRY.c.kind)
    )
    sums: dict[EntryKind, Decimal] = dict.fromkeys(EntryKind, ZERO)
    for kind, amount in rows:
        sums[kind] = amount
    got = sums[EntryKind.PAY] - sums[EntryKind.REFUND]
    due = sums[EntryKind.CHARGE] - sums[EntryKind.WAIVE] + sums[EntryKind.ADJUST]
    owed = load_sums(session, scope_at_end(session, desk, span)).closing
    return {
        FigureKey.COLLECTION: Figure(
            FigureKey.COLLECTION, Measure.MONEY_RATE, got, due
        ),
        FigureKey.UNPAID: Figure(FigureKey.UNPAID, Measure.MONEY, owed),
    }


def entries_of(session: Session, desk: Desk, span: Span) -> ColumnElement[bool]:
    """The entries a span counts: those its statement posts, else by when they were
    effective, as far as recorded by then.
    """
    if span.kind is SpanKind.PERIOD:
        return is_posted(scope_at_end(session, desk, span))
    return and_(
        ENTRY.c.centre_id == desk.centre_id,
        ENTRY.c.effective_at >= span.from_at,
        ENTRY.c.effective_at < span.until_at,
        ENTRY.c.effective_at <= span.at,
        or_(ENTRY.c.kind == EntryKind.CHARGE, ENTRY.c.recorded_at <= span.at),
    )


def money_slips_in_sql(
    session: Session, desk: Desk, span: Span, *, is_received: bool
) -> Select[int]:
    """The ids of slips money came in on, or of those it was due on."""
    kinds = _IN if is_received else frozenset(EntryKind) - _IN
    return (
        select(ENTRY.c.slip_id)
        .where(entries_of(session, desk, span), ENTRY.c.kind.in_(kinds))
        .distinct()
    )


def short_slips_in_sql(session: Session, desk: Desk, span: Span) -> Select[int]:
    """The ids of slips on which less came in than was due, both in the span."""
    return (
        select(ENTRY.c.slip_id)
        .where(entries_of(session, desk, span))
        .group_by(ENTRY.c.slip_id)
        .having(func.sum(SIGNED) > literal(ZERO, ENTRY.c.amount.type))
    )


def unpaid_slips_in_sql(session: Session, desk: Desk, span: Span) -> Select[int]:
    """The ids of slips whose balance is not zero at the end."""
    balances = balances_in_sql(scope_at_end(session, desk, span))
    return select(balances.c.slip_id)


def scope_at_end(session: Session, desk: Desk, span: Span) -> Scope:
    """What tells the balance at the end of a span."""
    if span.kind is SpanKind.PERIOD:
        return scope_of(session, desk, period_of(span.from_at, desk.zone), span.at)
    end = min(span.until_at - _SECOND, span.at)
    return scope_of(session, desk, period_of(end, desk.zone), end)
