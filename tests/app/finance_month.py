"""Slips of a finance period whose copies came in hand, made in one call."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.ledger import add_entry
from app.posting import inclusion_of, posting_period
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip import Slip, SlipState
from models.unit import AreaKind
from tests.app.slip_step import take_back
from tests.clock import Clock
from tests.makers import make_slip

PERIOD = "2026-03"


def make_returned(
    database: Database,
    desk: Desk,
    clock: Clock,
    at: str = "2026-03-02 10:00:00",
    state: SlipState = SlipState.RETURNED,
) -> tuple[int, str]:
    """A unit's slip issued at a local moment, its copies in hand; id and number."""
    clock.local(at)
    slip = make_slip(database, desk, state, area_kind=AreaKind.UNIT)
    database.write(_arrive, desk, slip.id)
    return slip.id, slip.number


def bring_back(database: Database, desk: Desk, slip_id: int) -> None:
    """The paper of a slip comes back now."""
    take_back(database, desk, slip_id)
    database.write(_arrive, desk, slip_id)


def _arrive(session: Session, desk: Desk, slip_id: int) -> None:
    found = session.scalar(select(FinanceCopy.id).where(FinanceCopy.slip_id == slip_id))
    if found is None:
        session.add(
            FinanceCopy(
                centre_id=desk.centre_id,
                slip_id=slip_id,
                arrived_at=desk.now(),
                is_early=False,
                has_paper=True,
                posting_period=posting_period(session, desk, desk.now()),
            )
        )


def bring_early(session: Session, desk: Desk, slip_id: int) -> None:
    """As if an escort had brought the copy."""
    session.execute(
        update(FinanceCopy).where(FinanceCopy.slip_id == slip_id).values(is_early=True)
    )


def close_by_hand(session: Session, desk: Desk, period: str, at: datetime) -> None:
    """A period that was closed, with nothing counted."""
    session.add(
        FinancePeriod(
            centre_id=desk.centre_id, code=period, closed_at=at, closed_by="演示财务"
        )
    )


def charge(session: Session, desk: Desk, slip_id: int, amount: str) -> None:
    """What the statement that takes the slip's copy charges on it."""
    session.add(
        LedgerEntry(
            centre_id=desk.centre_id,
            slip_id=slip_id,
            kind=EntryKind.CHARGE,
            amount=Decimal(amount),
            effective_at=desk.now(),
            recorded_at=desk.now(),
            recorded_by=desk.actor,
            posting_period=inclusion_of(session, slip_id),
        )
    )


def pay(
    session: Session,
    desk: Desk,
    slip_id: int,
    amount: str,
    method: PayMethod = PayMethod.CASH,
) -> None:
    """Money that came in now."""
    add_entry(
        session,
        desk,
        session.get_one(Slip, slip_id),
        EntryKind.PAY,
        Decimal(amount),
        effective_at=desk.now(),
        method=method,
        payer="演示业户",
    )
