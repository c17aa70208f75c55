"""Prices on a slip against the tariff: at the time of work, by night, with reasons."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.settings_change import change_settings
from app.slip_line import Line
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_view import load_slip_view
from app.tariff import SaveTariffItem, save_tariff_item
from app.tariff_book import load_tariff_book
from app.tariff_price import PriceNeedsReason, TariffNotValid
from models.slip import SignStatus, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.app.books import books, last_facts, problems
from tests.clock import Clock
from tests.makers import make_slip

UNCLOG = SaveTariffItem(
    "S-02",
    "给排水",
    "疏通地漏",
    "处",
    Decimal(80),
    date(2026, 1, 1),
    labour_most=Decimal(150),
    night_labour=Decimal(120),
)
SIGNED = Signature(SignStatus.SIGNED, signed_by="演示业户")


def back(
    database: Database,
    desk: Desk,
    clock: Clock,
    line: Line,
    *,
    arrived: str = "2026-03-02 14:00:00",
) -> int:
    clock.local("2026-03-01 20:00:00")
    slip = make_slip(database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT)
    at = clock.local(arrived)
    clock.local("2026-03-03 08:00:00")
    order = TakeBackSlip(
        slip.id,
        arrived_at=at,
        done_at=at,
        signature=SIGNED,
        lines=(line,),
        quote=line.price,
        quote_confirmed_by="演示业户",
    )
    database.write(take_back_slip, desk, order)
    return slip.id


def line(price: str, reason: str = "", code: str = "s-02") -> Line:
    return Line(
        LineKind.LABOUR,
        "疏通地漏",
        Decimal(price),
        uom="处",
        tariff_code=code,
        price_reason=reason,
    )


@pytest.mark.parametrize("price", ["80", "100.50", "150"])
def test_a_price_inside_the_range_needs_no_reason(
    database: Database, desk: Desk, clock: Clock, price: str
) -> None:
    database.write(save_tariff_item, desk, UNCLOG)
    slip_id = back(database, desk, clock, line(price))
    (kept,) = database.read(load_slip_view, desk, slip_id).lines
    assert (kept.tariff_code, kept.is_night, kept.price_reason) == ("S-02", False, None)
    assert not problems(database, desk)


@pytest.mark.parametrize("price", ["79.99", "150.01", "0"])
def test_a_price_outside_the_range_needs_a_reason_that_is_kept(
    database: Database, desk: Desk, clock: Clock, price: str
) -> None:
    database.write(save_tariff_item, desk, UNCLOG)
    with pytest.raises(PriceNeedsReason) as refused:
        back(database, desk, clock, line(price, " "))
    assert refused.value.facts["tariff"] == "80.00–150.00"
    slip_id = back(database, desk, clock, line(price, "老业户优惠"))
    (kept,) = database.read(load_slip_view, desk, slip_id).lines
    assert kept.price_reason == "老业户优惠"
    facts = json.loads(last_facts(database, slip_id))
    assert facts["lines"][0][-3:] == ["S-02", False, "老业户优惠"]
    assert not problems(database, desk)


def test_a_fixed_price_is_that_price(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(save_tariff_item, desk, replace(UNCLOG, labour_most=None))
    with pytest.raises(PriceNeedsReason):
        back(database, desk, clock, line("80.01"))
    back(database, desk, clock, line("80.00"))


@pytest.mark.parametrize(
    ("arrived", "is_night"),
    [
        ("2026-03-02 08:59:59", True),
        ("2026-03-02 09:00:00", False),
        ("2026-03-02 17:59:59", False),
        ("2026-03-02 18:00:00", True),
        ("2026-03-02 23:59:59", True),
    ],
)
def test_work_begun_in_the_night_has_the_price_of_the_night(
    database: Database, desk: Desk, clock: Clock, arrived: str, is_night: bool
) -> None:
    """The band is half-open, 18:00–09:00 unless the settings say otherwise."""
    database.write(save_tariff_item, desk, UNCLOG)
    book = database.read(load_tariff_book, desk)
    price = book.price(desk, "S-02", LineKind.LABOUR, clock.local(arrived))
    assert price is not None
    assert price.text() == ("120.00–150.00" if is_night else "80.00–150.00")
    slip_id = back(database, desk, clock, line("120"), arrived=arrived)
    (kept,) = database.read(load_slip_view, desk, slip_id).lines
    assert kept.is_night is is_night
    if is_night:
        with pytest.raises(PriceNeedsReason):
            back(database, desk, clock, line("80"), arrived=arrived)


def test_the_night_is_a_setting(database: Database, desk: Desk, clock: Clock) -> None:
    database.write(save_tariff_item, desk, UNCLOG)
    order = {"night_from": "00:00", "night_until": "06:00"}
    database.write(change_settings, desk, order)
    later = database.read(open_desk, clock=clock)
    book = database.read(load_tariff_book, later)
    for at, text in (("20:00:00", "80.00–150.00"), ("05:59:00", "120.00–150.00")):
        price = book.price(
            later, "S-02", LineKind.LABOUR, clock.local(f"2026-03-02 {at}")
        )
        assert price is not None
        assert price.text() == text


def test_the_price_is_that_of_the_day_of_the_work(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first, _ = database.write(save_tariff_item, desk, UNCLOG)
    dearer = replace(UNCLOG, labour=Decimal(160), labour_most=None, night_labour=None)
    begins = replace(dearer, valid_from=date(2026, 3, 3), item_id=first, version=1)
    database.write(save_tariff_item, desk, begins)
    back(database, desk, clock, line("90"), arrived="2026-03-02 14:00:00")
    with pytest.raises(PriceNeedsReason):
        back(database, desk, clock, line("90"), arrived="2026-03-03 07:00:00")
    back(database, desk, clock, line("160"), arrived="2026-03-03 07:00:00")


def test_a_code_the_tariff_does_not_have_then_is_refused(
    database: Database, desk: Desk, clock: Clock
) -> None:
    item = replace(UNCLOG, valid_from=date(2026, 3, 3))
    database.write(save_tariff_item, desk, item)
    before = books(database)["slip_line"]
    with pytest.raises(TariffNotValid) as refused:
        back(database, desk, clock, line("100"))
    assert refused.value.facts == {"code": "S-02", "on": "2026-03-02"}
    with pytest.raises(TariffNotValid):
        back(database, desk, clock, line("100", code="X-99"))
    assert books(database)["slip_line"] == before


def test_a_line_may_be_typed_freely(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = back(database, desk, clock, line("77", "不留", code=""))
    (kept,) = database.read(load_slip_view, desk, slip_id).lines
    assert (kept.tariff_code, kept.price_reason) == (None, None)


def test_material_of_the_tariff_has_its_own_price(
    database: Database, desk: Desk, clock: Clock
) -> None:
    valve = replace(
        UNCLOG,
        code="M-01",
        name="角阀",
        labour=Decimal(0),
        labour_most=None,
        night_labour=None,
        material=Decimal(25),
    )
    database.write(save_tariff_item, desk, valve)
    valve_line = Line(LineKind.MATERIAL, "角阀", Decimal(25), tariff_code="M-01")
    back(database, desk, clock, valve_line)
    with pytest.raises(PriceNeedsReason):
        back(database, desk, clock, replace(valve_line, price=Decimal(26)))
