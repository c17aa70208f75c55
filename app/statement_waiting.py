"""Why a slip is not back: what section C of a statement says (4.7-5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.statement_scope import Scope
from models.base import table_of
from models.feedback import Feedback
from models.gap_case import GapCase, GapKind
from models.quote import Quote, QuoteStatus
from models.slip_line import SlipLine

DISPUTED = "报价争议"
LOST = "单据遗失"
"""The words of the seeded reasons (domain-model 4.1), for slips without feedback."""

_FEEDBACK = table_of(Feedback)
_QUOTE = table_of(Quote)
_LINE = table_of(SlipLine)
_GAP = table_of(GapCase)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is known of a slip that is out."""

    reason: str
    eta_at: datetime | None
    expected: Decimal | None


def load_waiting(
    session: Session, scope: Scope, slip_ids: Sequence[int]
) -> dict[int, Waiting]:
    """By slip: the last feedback, else a disputed quote, else a lost copy."""
    told = {
        row.slip_id: (row.reason, row.eta_at)
        for row in session.execute(
            select(_FEEDBACK.c.slip_id, _FEEDBACK.c.reason, _FEEDBACK.c.eta_at)
            .where(_FEEDBACK.c.slip_id.in_(slip_ids), _FEEDBACK.c.told_at <= scope.at)
            .order_by(_FEEDBACK.c.told_at, _FEEDBACK.c.id)
        )
    }
    lost = set(
        session.scalars(
            select(_GAP.c.slip_id).where(
                _GAP.c.slip_id.in_(slip_ids),
                _GAP.c.kind == GapKind.COPY,
                _GAP.c.found_at <= scope.at,
                or_(_GAP.c.closed_at.is_(None), _GAP.c.closed_at > scope.at),
            )
        )
    )
    # A quote that came in with a book is told of, but the fee counts.
    quotes = {
        row.slip_id: (row.amount, row.status, row.quoted_at is not None)
        for row in session.execute(
            select(
                _QUOTE.c.slip_id,
                _QUOTE.c.amount,
                _QUOTE.c.status,
                _QUOTE.c.quoted_at,
            )
            .where(
                _QUOTE.c.slip_id.in_(slip_ids),
                or_(_QUOTE.c.quoted_at.is_(None), _QUOTE.c.quoted_at <= scope.at),
            )
            .order_by(_QUOTE.c.slip_id, _QUOTE.c.position)
        )
    }
    lines: dict[int, Decimal] = {
        slip_id: amount
        for slip_id, amount in session.execute(
            select(_LINE.c.slip_id, func.sum(_LINE.c.amount))
            .where(_LINE.c.slip_id.in_(slip_ids))
            .group_by(_LINE.c.slip_id)
        )
    }
    found = {}
    for slip_id in slip_ids:
        amount, status, is_named = quotes.get(slip_id, (None, None, False))
        reason, eta_at = told.get(slip_id, ("", None))
        if not reason and status is QuoteStatus.DISPUTED:
            reason = DISPUTED
        elif not reason and slip_id in lost:
            reason = LOST
        is_agreed = is_named and status is QuoteStatus.AGREED
        expected = amount if is_agreed else lines.get(slip_id, amount)
        found[slip_id] = Waiting(reason, eta_at, expected)
    return found
