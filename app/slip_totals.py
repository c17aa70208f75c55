"""The line under a register: how many slips, how many count, and what they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from app.ledger_sql import LEDGER_SUMS, ledger_sum
from app.slip_filter import SlipFilter
from app.slip_list import asked_slips
from models.finance_copy import FinanceCopy
from models.ledger_entry import LedgerEntry
from models.money import ZERO
from models.quote import Quote, QuoteStatus
from models.slip import Slip, SlipState
from models.slip_line import LineKind, SlipLine


@dataclass(frozen=True, slots=True)
class SlipTotals:
    """Counts by state and sums in yuan.

    ``charged`` are the posted fees (应收), ``received`` the payments less what was paid
    back, ``unpaid`` what is still owed, adjustments among it; ``quoted`` the prices
    agreed to before work of slips that neither ended nor were posted yet. ``material``
    and ``labour`` are the lines of the slips that count.
    """

    by_state: Mapping[SlipState, int]
    charged: Decimal
    waived: Decimal
    received: Decimal
    unpaid: Decimal
    quoted: Decimal
    material: Decimal = ZERO
    labour: Decimal = ZERO

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
    """The totals of a list, in four statements however long it is."""
    counts = asked_slips(
        session, select(Slip.state, func.count(Slip.id)), desk, wanted
    ).group_by(Slip.state)
    parts: list[Any] = [ledger_sum(key) for key in LEDGER_SUMS]
    of_slips = select(*parts).join(Slip, Slip.id == LedgerEntry.slip_id)
    money = session.execute(asked_slips(session, of_slips, desk, wanted)).one()
    charged, waived, received, unpaid = (amount or ZERO for amount in money)
    later = aliased(Quote)
    last = (
        select(func.max(later.position))
        .where(later.slip_id == Slip.id, later.status == QuoteStatus.AGREED)
        .scalar_subquery()
    )
    is_in_hand = exists().where(
        FinanceCopy.slip_id == Slip.id, FinanceCopy.left_at.is_(None)
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
        .where(~is_in_hand, Quote.position == last)
    )
    lines = asked_slips(
        session,
        select(SlipLine.kind, func.sum(SlipLine.amount)).join(
            Slip, Slip.id == SlipLine.slip_id
        ),
        desk,
        wanted,
    )
    fees = {
        kind: amount
        for kind, amount in session.execute(
            lines.where(is_open).group_by(SlipLine.kind)
        )
    }
    return SlipTotals(
        {state: count for state, count in session.execute(counts)},
        charged=charged,
        waived=waived,
        received=received,
        unpaid=unpaid,
        quoted=session.scalar(quoted) or ZERO,
        material=fees.get(LineKind.MATERIAL, ZERO),
        labour=fees.get(LineKind.LABOUR, ZERO),
    )
