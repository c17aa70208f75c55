"""Prices that owners dispute, until housekeeping talked with them (S4-4.1.2.3-2)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from models.quote import Quote
from models.slip import Slip, SlipState


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slip whose technician waits; ``note`` is what the owner said."""

    slip_id: int
    number: str
    unit_label: str | None
    area: str
    place: str
    owner: str
    amount: Decimal
    note: str
    since: datetime | None


def load_disputes(session: Session, desk: Desk) -> tuple[Dispute, ...]:
    """The disputes that wait, the oldest first."""
    other = aliased(Quote)
    last = (
        select(func.max(other.position))
        .where(other.slip_id == Slip.id)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            func.coalesce(Slip.owner_name, Slip.reporter_name),
            Quote.amount,
            func.coalesce(Quote.note, ""),
            Slip.paused_at,
        )
        .join(Quote, (Quote.slip_id == Slip.id) & (Quote.position == last))
        .where(Slip.centre_id == desk.centre_id, Slip.state == SlipState.DISPUTED)
        .order_by(Slip.paused_at, Slip.id)
    )
    return tuple(Dispute(*row) for row in rows)
