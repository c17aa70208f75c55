"""Which disputed prices wait for housekeeping."""

from decimal import Decimal

from app.database import Database
from app.desk import Desk
from app.dispute import load_disputes
from app.slip_quote import (
    DisputeQuote,
    QuoteSlip,
    ResolveDispute,
    dispute_quote,
    quote_slip,
    resolve_dispute,
)
from models.slip import SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip


def disputed(database: Database, desk: Desk, amount: str, note: str) -> int:
    slip = make_slip(database, desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    database.write(quote_slip, desk, QuoteSlip(slip.id, Decimal(amount)))
    database.write(dispute_quote, desk, DisputeQuote(slip.id, note))
    return slip.id


def test_what_waits_is_told_with_what_the_owner_said_the_oldest_first(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.1.2.3-2: the technician waits, housekeeping talks."""
    first = disputed(database, desk, "260", "比上次贵")
    clock.advance(minutes=5)
    second = disputed(database, desk, "80", "要发票")
    found = database.read(load_disputes, desk)
    assert [(one.slip_id, str(one.amount), one.note) for one in found] == [
        (first, "260.00", "比上次贵"),
        (second, "80.00", "要发票"),
    ]
    assert found[1].since == desk.now()


def test_a_dispute_that_was_resolved_and_raised_again_says_the_latest(
    database: Database, desk: Desk
) -> None:
    slip_id = disputed(database, desk, "260", "比上次贵")
    database.write(resolve_dispute, desk, ResolveDispute(slip_id, Decimal(220)))
    assert database.read(load_disputes, desk) == ()
    database.write(dispute_quote, desk, DisputeQuote(slip_id, "还是贵"))
    (one,) = database.read(load_disputes, desk)
    assert (one.amount, one.note) == (Decimal("220.00"), "还是贵")
    order = ResolveDispute(slip_id, confirmed_by="演示业户")
    database.write(resolve_dispute, desk, order)
    assert database.read(load_disputes, desk) == ()
