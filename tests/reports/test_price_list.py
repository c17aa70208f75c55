"""《有偿服务收费标准》: whole, by category, with units, ranges, nights and validity."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.database import Database
from app.demo_tariff import hang_up, sample_items
from app.desk import Desk
from app.tariff import SaveTariffItem, save_tariff_item
from models.tariff_item import MaterialMode
from models.text import untranslated
from reports.box import A4_LANDSCAPE
from reports.price_list import PriceList, load, write_pdf
from tests.clock import Clock
from tests.reports.paper import pages_of, size_of, text_of

DAY = date(2026, 3, 2)
TAP = SaveTariffItem(
    "S-01", "给排水", "更换水龙头", "个", Decimal("1234.5"), date(2026, 1, 1)
)


def _pdf(prices: PriceList) -> bytes:
    out = io.BytesIO()
    write_pdf(prices, out, untranslated)
    return out.getvalue()


def test_every_item_that_holds_stands_on_it_with_its_price(
    database: Database, desk: Desk
) -> None:
    """Field practice: 明码标价 - items, unit, price or range, material, night."""
    items = (
        replace(TAP, labour_most=Decimal(2000), night_labour=Decimal(1500)),
        replace(TAP, code="S-02", name="旧项目", valid_until=date(2026, 2, 1)),
        replace(TAP, code="S-03", name="新项目", valid_from=date(2026, 6, 1)),
        replace(
            TAP,
            code="D-01",
            category="电气",
            name="换灯管",
            uom="支",
            labour=Decimal(15),
            material=Decimal(18),
            minutes=20,
            valid_until=date(2027, 1, 1),
        ),
        replace(
            TAP,
            code="D-02",
            category="电气",
            name="包灯",
            material_mode=MaterialMode.ALL_IN,
        ),
    )
    for item in items:
        database.write(save_tariff_item, desk, item)
    prices = database.read(load, desk, DAY)
    assert [item.code for item in prices.items] == ["D-01", "D-02", "S-01"]
    pdf = _pdf(prices)
    text = text_of(pdf)
    assert size_of(pdf) == pytest.approx(A4_LANDSCAPE, abs=0.01)
    for said in (
        "有偿服务收费标准",
        "电气",
        "给排水",
        "1,234.50–2,000.00",
        "1,500.00",
        "材料另计18.00",
        "一口价",
        "20分钟",
        "2026-01-01至2026-12-31",
        "2026-01-01起",
        "夜间指18:00至次日09:00开工的维修",
        "批准",
    ):
        assert said in text, said
    assert "旧项目" not in text
    assert "新项目" not in text
    assert "示例" not in text


def test_a_list_of_samples_says_so_in_its_title_and_in_every_row(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(hang_up, desk)
    prices = database.read(load, desk, DAY)
    pages = pages_of(_pdf(prices))
    assert len(pages) > 1
    text = "".join("".join(pages).split())
    assert text.count("示例") >= len(prices.items)
    assert all("有偿服务收费标准（示例）" in page for page in pages)
    every = database.read(load, desk)
    assert len(every.items) == len(sample_items()) > len(prices.items)


def test_an_empty_tariff_prints_a_sentence(database: Database, desk: Desk) -> None:
    text = text_of(_pdf(database.read(load, desk, DAY)))
    assert "Thetariffhasnoitemthatholdsonthisday." in text


def test_the_same_list_gives_the_same_bytes(database: Database, desk: Desk) -> None:
    database.write(save_tariff_item, desk, TAP)
    prices = database.read(load, desk, DAY)
    assert _pdf(prices) == _pdf(prices)
