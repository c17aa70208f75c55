"""The price on site: named, agreed, disputed, resolved."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.slip_close import CancelSlip, cancel_slip
from app.slip_line import Line
from app.slip_quote import (
    AgreeQuote,
    DisputeQuote,
    QuoteDiffers,
    QuoteSlip,
    QuoteUnsaid,
    ResolveDispute,
    agree_quote,
    dispute_quote,
    quote_slip,
    resolve_dispute,
)
from app.slip_refusals import (
    AmountMalformed,
    AmountNegative,
    AmountTooLarge,
    AmountTooPrecise,
    FieldMissing,
    FieldTooLong,
    NeedsAgreement,
    NotPaid,
    SignedByTechnician,
    TimeInFuture,
    TimeOrder,
)
from app.slip_signature import Signature
from app.slip_view import QuoteView, load_slip_view
from app.slip_work import (
    CompleteSlip,
    ResumeSlip,
    SuspendSlip,
    complete_slip,
    resume_slip,
    suspend_slip,
)
from models.quote import QuoteStatus
from models.slip import ChargeClass, SignStatus, Slip, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.app.books import books, last_facts, problems, state_of
from tests.clock import Clock
from tests.makers import make_slip

_S = SlipState
SIGNED = Signature(SignStatus.SIGNED, signed_by="演示业户乙")


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
        QuoteView(Decimal("85.50"), QuoteStatus.OFFERED, None, desk.now()),
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


@pytest.mark.parametrize(
    ("amount", "refusal"),
    [
        ("-1", AmountNegative),
        ("1.005", AmountTooPrecise),
        ("NaN", AmountMalformed),
        ("Infinity", AmountMalformed),
        ("10000000.01", AmountTooLarge),
        ("1e9", AmountTooLarge),
    ],
)
def test_a_quote_is_an_amount_of_money(
    database: Database, desk: Desk, amount: str, refusal: type[AmountMalformed]
) -> None:
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    with pytest.raises(refusal):
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


# Lines of the tariff.

TAP = Line(LineKind.LABOUR, "更换水龙头", Decimal("30"), Decimal("2"), "个")
PIPE = Line(LineKind.MATERIAL, "软管", Decimal("15.5"))


def bill(database: Database, desk: Desk, slip_id: int) -> list[tuple[str, str]]:
    lines = database.read(load_slip_view, desk, slip_id).lines
    return [(line.name, str(line.amount)) for line in lines]


def test_a_quote_is_what_its_lines_come_to(database: Database, desk: Desk) -> None:
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    database.write(quote_slip, desk, QuoteSlip(slip_id, lines=(TAP, PIPE)))
    (quote,) = quotes(database, desk, slip_id)
    assert quote.amount == Decimal("75.50")
    assert bill(database, desk, slip_id) == [("更换水龙头", "60.00"), ("软管", "15.50")]
    assert not problems(database, desk)


def test_a_quote_never_says_another_sum_than_its_lines(
    database: Database, desk: Desk
) -> None:
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    before = books(database)
    with pytest.raises(QuoteDiffers):
        order = QuoteSlip(slip_id, Decimal("75.49"), (TAP, PIPE))
        database.write(quote_slip, desk, order)
    with pytest.raises(QuoteUnsaid):
        database.write(quote_slip, desk, QuoteSlip(slip_id))
    assert books(database) == before
    order = QuoteSlip(slip_id, Decimal("75.50"), (TAP, PIPE))
    database.write(quote_slip, desk, order)


def test_a_dispute_ends_with_other_lines(database: Database, desk: Desk) -> None:
    """Worked example 7: 260.00 disputed, 200.00 agreed; every quote stays."""
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    dear = replace(TAP, price=Decimal("130"))
    database.write(quote_slip, desk, QuoteSlip(slip_id, lines=(dear,)))
    database.write(dispute_quote, desk, DisputeQuote(slip_id, "比上次贵"))
    less = replace(TAP, price=Decimal("100"))
    order = ResolveDispute(slip_id, confirmed_by="演示业户", lines=(less,))
    database.write(resolve_dispute, desk, order)
    first, second = quotes(database, desk, slip_id)
    assert (first.amount, first.status) == (Decimal("260.00"), QuoteStatus.DISPUTED)
    assert first.note == "比上次贵"
    assert (second.amount, second.status) == (Decimal("200.00"), QuoteStatus.AGREED)
    assert second.confirmed_at == desk.now()
    assert bill(database, desk, slip_id) == [("更换水龙头", "200.00")]
    assert not problems(database, desk)


@pytest.mark.parametrize("state", [_S.QUOTED, _S.DISPUTED])
def test_an_owner_who_refuses_the_price_is_not_charged(
    database: Database, desk: Desk, state: SlipState
) -> None:
    """4.2 row 10: cancelled with a reason; the quote says that it was refused."""
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    database.write(quote_slip, desk, QuoteSlip(slip_id, lines=(TAP,)))
    if state is _S.DISPUTED:
        database.write(dispute_quote, desk, DisputeQuote(slip_id, "太贵"))
    database.write(cancel_slip, desk, CancelSlip(slip_id, "业户撤销"))
    (quote,) = quotes(database, desk, slip_id)
    assert quote.status is QuoteStatus.REFUSED
    assert bill(database, desk, slip_id) == []
    assert state_of(database, slip_id) is _S.CANCELLED
    assert not problems(database, desk)


def test_paid_work_is_not_taken_up_again_without_consent(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.2.3-3: a slip put aside before anybody agreed goes out to be quoted."""
    slip_id = unit_slip(database, desk, _S.ON_SITE)
    suspend = SuspendSlip(slip_id, "待料", desk.now() + timedelta(days=1))
    database.write(suspend_slip, desk, suspend)
    with pytest.raises(NeedsAgreement):
        database.write(resume_slip, desk, ResumeSlip(slip_id, is_working=True))
    database.write(resume_slip, desk, ResumeSlip(slip_id))
    assert state_of(database, slip_id) is _S.DISPATCHED


def test_paid_work_is_not_complete_without_consent(
    database: Database, desk: Desk
) -> None:
    """A free slip that became paid while it was worked on has no consent yet."""
    slip_id = make_slip(
        database,
        desk,
        _S.WORKING,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.FREE_WARRANTY,
    ).id

    def charge(session: Session) -> None:
        session.get_one(Slip, slip_id).charge_class = ChargeClass.PAID

    database.write(charge)
    with pytest.raises(NeedsAgreement):
        database.write(complete_slip, desk, CompleteSlip(slip_id, signature=SIGNED))


def test_both_signatures_stand_on_the_slip(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S3-8.5: the price confirmed before the work, the work accepted after it."""
    slip_id = unit_slip(database, desk, _S.QUOTED)
    clock.advance(minutes=5)
    database.write(agree_quote, desk, AgreeQuote(slip_id, "演示业户甲"))
    agreed_at = desk.now()
    clock.advance(minutes=40)
    order = CompleteSlip(slip_id, signature=SIGNED)
    database.write(complete_slip, desk, order)
    view = database.read(load_slip_view, desk, slip_id)
    (quote,) = view.quotes
    assert (quote.confirmed_by, quote.confirmed_at) == ("演示业户甲", agreed_at)
    assert view.facts["signed_by"] == "演示业户乙"
    assert view.facts["signed_at"] == desk.now()
