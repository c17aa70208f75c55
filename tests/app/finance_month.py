"""Slips of a finance period whose copies came in hand, made in one call."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.ledger import add_entry
from app.slip_line import Line
from app.slip_return import take_back_slip
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, PayMethod
from models.slip import ChargeClass, Slip, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, paper_of

PERIOD = "2026-03"


def make_returned(
    database: Database,
    desk: Desk,
    clock: Clock,
    at: str = "2026-03-02 10:00:00",
    fee: str | None = "85.00",
) -> tuple[int, str]:
    """A unit's slip issued at a local moment and back at once; id and number.

    Without a ``fee`` it is a warranty.
    """
    clock.local(at)
    charge_class = ChargeClass.FREE_WARRANTY if fee is None else ChargeClass.PAID
    slip = make_slip(
        database,
        desk,
        SlipState.DISPATCHED,
        area_kind=AreaKind.UNIT,
        charge_class=charge_class,
    )
    bring_back(database, desk, slip.id, fee)
    return slip.id, slip.number


def bring_back(
    database: Database, desk: Desk, slip_id: int, fee: str | None = None
) -> None:
    """The paper of a slip comes back now, with the price it names."""
    more = {}
    if fee is not None:
        price = Decimal(fee)
        labour = Line(LineKind.LABOUR, "人工费", price)
        more = {"quote": price, "lines": (labour,)}
    database.write(take_back_slip, desk, paper_of(database, slip_id, **more))


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
