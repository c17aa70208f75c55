"""The price on site: named, agreed, disputed, resolved."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk
from app.slip_quote import (
    AgreeQuote,
    DisputeQuote,
    QuoteSlip,
    ResolveDispute,
    agree_quote,
    dispute_quote,
    quote_slip,
    resolve_dispute,
)
from app.slip_refusals import (
    AmountMalformed,
    FieldMissing,
    FieldTooLong,
    NotPaid,
    SignedByTechnician,
    TimeInFuture,
    TimeOrder,
)
from app.slip_view import QuoteView, load_slip_view
from models.quote import QuoteStatus
from models.slip import ChargeClass, SlipState
from models.unit import AreaKind
from tests.app.books import books, last_facts, problems, state_of
from tests.clock import Clock
from tests.makers import make_slip

_S = SlipState


def unit_slip(database: Database, desk: Desk, state: SlipState) -> int:
    return make_slip(database, desk, state, area_kind=AreaKind.UNIT).id


def quotes(database: Database, desk: Desk, slip_id: int) -> tuple[QuoteView, ...]:
    return database.read(load_slip_view, desk, slip_id).quotes


def test_a_price_is_named_before_paid_work_and_stands_in_the_log(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.2.3-1."""
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    database.write(quote_slip, desk, QuoteSlip(slip_id, Decimal("85.5")))
    assert quotes(database, desk, slip_id) == (
        QuoteView(Decimal("85.50"), QuoteStatus.OFFERED, None),
    )
    facts = json.loads(last_facts(database, slip_id))
    assert facts["quote"] == [1, "85.50", "offered", None]


@pytest.mark.parametrize(
    "charge", [c for c in ChargeClass if c is not ChargeClass.PAID]
)
def test_free_work_is_not_quoted(
    database: Database, desk: Desk, charge: ChargeClass
) -> None:
    """4.2 row 6: QUOTE is for paid work."""
    slip_id = make_slip(
        database, desk, _S.ON_SITE, area_kind=AreaKind.UNIT, charge_class=charge
    ).id
    before = books(database)
    with pytest.raises(NotPaid):
        database.write(quote_slip, desk, QuoteSlip(slip_id, Decimal(1)))
    assert books(database) == before


@pytest.mark.parametrize("amount", ["-1", "1.005", "NaN", "Infinity", "100000000"])
def test_a_quote_is_an_amount_of_money(
    database: Database, desk: Desk, amount: str
) -> None:
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    with pytest.raises(AmountMalformed):
        database.write(quote_slip, desk, QuoteSlip(slip_id, Decimal(amount)))
    assert state_of(database, slip_id) is _S.ON_SITE


def test_the_owner_agrees_with_the_first_signature(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.2.3.1, S3-8.5."""
    slip_id = unit_slip(database, desk, _S.QUOTED)
    clock.advance(minutes=5)
    database.write(agree_quote, desk, AgreeQuote(slip_id))
    (quote,) = quotes(database, desk, slip_id)
    assert (quote.status, quote.confirmed_by) == (QuoteStatus.AGREED, "演示业户")
    assert state_of(database, slip_id) is _S.WORKING


def test_a_technician_never_signs_the_price_for_the_owner(
    database: Database, desk: Desk
) -> None:
    """S3-8.5, S3-8.6: of two signatures neither is the technician's."""
    slip_id = unit_slip(database, desk, _S.QUOTED)
    before = books(database)
    with pytest.raises(SignedByTechnician):
        database.write(agree_quote, desk, AgreeQuote(slip_id, "演示技工"))
    assert books(database) == before
    disputed = unit_slip(database, desk, _S.DISPUTED)
    with pytest.raises(SignedByTechnician):
        order = ResolveDispute(disputed, Decimal(60), "演示技工")
        database.write(resolve_dispute, desk, order)


def test_the_agreement_lies_between_the_quote_and_now(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = unit_slip(database, desk, _S.QUOTED)
    quoted = desk.now()
    clock.advance(minutes=5)
    with pytest.raises(TimeInFuture):
        later = clock.at + timedelta(seconds=1)
        database.write(agree_quote, desk, AgreeQuote(slip_id, at=later))
    with pytest.raises(TimeOrder):
        earlier = quoted - timedelta(seconds=1)
        database.write(agree_quote, desk, AgreeQuote(slip_id, at=earlier))
    database.write(agree_quote, desk, AgreeQuote(slip_id, at=quoted))
    assert state_of(database, slip_id) is _S.WORKING


def test_a_name_that_does_not_fit_is_refused(database: Database, desk: Desk) -> None:
    slip_id = unit_slip(database, desk, _S.QUOTED)
    with pytest.raises(FieldTooLong):
        database.write(agree_quote, desk, AgreeQuote(slip_id, "长" * 81))


def test_a_disputed_price_waits_for_housekeeping(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.2.3-2."""
    slip_id = unit_slip(database, desk, _S.QUOTED)
    with pytest.raises(FieldMissing):
        database.write(dispute_quote, desk, DisputeQuote(slip_id, " "))
    database.write(dispute_quote, desk, DisputeQuote(slip_id, "比上次贵"))
    assert state_of(database, slip_id) is _S.DISPUTED
    (quote,) = quotes(database, desk, slip_id)
    assert quote.status is QuoteStatus.DISPUTED


def test_a_dispute_ends_in_a_new_quote(database: Database, desk: Desk) -> None:
    """4.2 row 9."""
    slip_id = unit_slip(database, desk, _S.DISPUTED)
    database.write(resolve_dispute, desk, ResolveDispute(slip_id, Decimal(60)))
    first, second = quotes(database, desk, slip_id)
    assert first.status is QuoteStatus.DISPUTED
    assert (second.amount, second.status) == (Decimal("60.00"), QuoteStatus.OFFERED)
    assert state_of(database, slip_id) is _S.QUOTED


@pytest.mark.parametrize(
    ("amount", "count"), [(Decimal(60), 2), (Decimal("85.00"), 1), (None, 1)]
)
def test_a_dispute_ends_in_an_agreement(
    database: Database, desk: Desk, amount: Decimal | None, count: int
) -> None:
    slip_id = unit_slip(database, desk, _S.DISPUTED)
    order = ResolveDispute(slip_id, amount, "演示业户")
    database.write(resolve_dispute, desk, order)
    found = quotes(database, desk, slip_id)
    assert len(found) == count
    assert found[-1].status is QuoteStatus.AGREED
    assert found[-1].amount == (amount or Decimal("85.00"))
    assert state_of(database, slip_id) is _S.WORKING
    assert not problems(database, desk)
