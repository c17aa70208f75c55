"""The line under a register: how many slips, how many count, and what they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from app.slip_filter import SlipFilter
from app.slip_list import asked_slips
from app.slip_money import is_charged_in_sql
from models.money import ZERO
from models.quote import Quote, QuoteStatus
from models.slip import Slip, SlipState
from models.slip_line import SlipLine


@dataclass(frozen=True, slots=True)
class SlipTotals:
    """Counts by state and sums in yuan.

    ``charged`` are the posted fees (应收), ``quoted`` the prices agreed to before work
    of slips that neither ended nor were posted yet.
    """

    by_state: Mapping[SlipState, int]
    charged: Decimal
    quoted: Decimal

    @property
    def count(self) -> int:
        """All slips."""
        return sum(self.by_state.values())

    @property
    def void(self) -> int:
        """Slips whose number is used up and counts for nothing."""
        return self.by_state.get(SlipState.VOID, 0)

    @property
    def cancelled(self) -> int:
        """Slips that were called off."""
        return self.by_state.get(SlipState.CANCELLED, 0)

    @property
    def valid(self) -> int:
        """Slips that count."""
        return self.count - self.void - self.cancelled


def load_slip_totals(session: Session, desk: Desk, wanted: SlipFilter) -> SlipTotals:
    """The totals of a list, in three statements however long it is."""
    counts = asked_slips(
        session, select(Slip.state, func.count(Slip.id)), desk, wanted
    ).group_by(Slip.state)
    charged = asked_slips(
        session,
        select(func.sum(SlipLine.amount)).join(Slip, Slip.id == SlipLine.slip_id),
        desk,
        wanted,
    ).where(is_charged_in_sql())
    later = aliased(Quote)
    last = (
        select(func.max(later.position))
        .where(later.slip_id == Slip.id, later.status == QuoteStatus.AGREED)
        .scalar_subquery()
    )
    is_open = Slip.state.not_in((SlipState.VOID, SlipState.CANCELLED))
    quoted = (
        asked_slips(
            session,
            select(func.sum(Quote.amount)).join(Slip, Slip.id == Quote.slip_id),
            desk,
            wanted,
        )
        .where(Quote.status == QuoteStatus.AGREED, is_open)
        .where(~is_charged_in_sql(), Quote.position == last)
    )
    return SlipTotals(
        {state: count for state, count in session.execute(counts)},
        session.scalar(charged) or ZERO,
        session.scalar(quoted) or ZERO,
    )
