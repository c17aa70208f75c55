"""The tariff: added, priced anew from a day on, ended, found; nothing is lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk, NotAllowed, open_desk
from app.errors import FieldRefusal
from app.slip_refusals import (
    AmountNegative,
    AmountTooLarge,
    AmountTooPrecise,
    FieldMissing,
    FieldTooLong,
)
from app.tariff import (
    DayOutOfRange,
    EndTariffItem,
    MaterialNotExtra,
    MinutesMalformed,
    NightCheaper,
    RangeBackwards,
    SaveTariffItem,
    TariffEndsTooEarly,
    TariffInForce,
    TariffOverlaps,
    end_tariff_item,
    save_tariff_item,
)
from app.tariff_book import load_tariff_book
from app.tariff_row import TariffRow, list_tariff
from models.staff import Post
from models.tariff_item import MaterialMode
from tests.app.books import books, problems
from tests.clock import Clock
from tests.makers import make_staff

BEGIN = date(2026, 1, 1)
TAP = SaveTariffItem("S-01", "给排水", "更换水龙头", "个", Decimal("30"), BEGIN)


def save(database: Database, desk: Desk, order: SaveTariffItem) -> int:
    item_id, _ = database.write(save_tariff_item, desk, order)
    return item_id


def rows(database: Database, desk: Desk) -> list[TariffRow]:
    return database.read(list_tariff, desk)


def spans(database: Database, desk: Desk) -> list[tuple[str, str, str]]:
    return [
        (str(row.labour), f"{row.valid_from}", f"{row.valid_until or ''}")
        for row in rows(database, desk)
    ]


def test_an_item_is_added_with_everything_it_says(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.2.3-1: a price list with ranges, material, the night and validity."""
    save(
        database,
        desk,
        replace(
            TAP,
            code="ｓ－01",
            labour_most=Decimal("80"),
            night_labour=Decimal("45.5"),
            material=Decimal("25"),
            minutes=30,
            note="不含疑难",
        ),
    )
    (row,) = rows(database, desk)
    assert (row.code, row.labour, row.labour_most) == ("S-01", Decimal(30), Decimal(80))
    assert (row.night_labour, row.material) == (Decimal("45.50"), Decimal("25.00"))
    assert (row.minutes, row.valid_until, row.is_active) == (30, None, True)
    assert not problems(database, desk)


@pytest.mark.parametrize(
    ("changed", "refusal", "field"),
    [
        ({"code": " "}, FieldMissing, "code"),
        ({"code": "X" * 21}, FieldTooLong, "code"),
        ({"category": ""}, FieldMissing, "category"),
        ({"name": ""}, FieldMissing, "name"),
        ({"name": "长" * 61}, FieldTooLong, "name"),
        ({"uom": ""}, FieldMissing, "uom"),
        ({"labour": None}, FieldMissing, "labour"),
        ({"labour": Decimal("-0.01")}, AmountNegative, "labour"),
        ({"labour": Decimal("1.005")}, AmountTooPrecise, "labour"),
        ({"labour": Decimal("1e9")}, AmountTooLarge, "labour"),
        ({"labour_most": Decimal("29.99")}, RangeBackwards, "labour_most"),
        ({"night_labour": Decimal("29.99")}, NightCheaper, "night_labour"),
        (
            {"material": Decimal(5), "material_mode": MaterialMode.ALL_IN},
            MaterialNotExtra,
            "material",
        ),
        ({"minutes": 0}, MinutesMalformed, "minutes"),
        ({"minutes": 1441}, MinutesMalformed, "minutes"),
        ({"valid_from": None}, FieldMissing, "valid_from"),
        ({"valid_from": date(1999, 12, 31)}, DayOutOfRange, "valid_from"),
        ({"valid_until": BEGIN}, TariffEndsTooEarly, "valid_until"),
        ({"note": "长" * 101}, FieldTooLong, "note"),
    ],
)
def test_every_field_is_checked_where_it_stands(
    database: Database,
    desk: Desk,
    changed: dict[str, object],
    refusal: type[FieldRefusal],
    field: str,
) -> None:
    before = books(database)
    with pytest.raises(refusal) as refused:
        save(database, desk, replace(TAP, **changed))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert books(database) == before


def test_a_new_price_ends_the_old_one_on_its_day(
    database: Database, desk: Desk
) -> None:
    first = save(database, desk, TAP)
    new = replace(
        TAP, labour=Decimal(35), valid_from=date(2026, 3, 1), item_id=first, version=1
    )
    second = save(database, desk, new)
    assert second != first
    assert spans(database, desk) == [
        ("30.00", "2026-01-01", "2026-03-01"),
        ("35.00", "2026-03-01", ""),
    ]
    assert not problems(database, desk)


def test_a_price_between_two_others_leaves_the_later_one(
    database: Database, desk: Desk
) -> None:
    first = save(database, desk, TAP)
    later = replace(TAP, labour=Decimal(40), valid_from=date(2026, 6, 1))
    save(database, desk, replace(later, item_id=first, version=1))
    between = replace(TAP, labour=Decimal(35), valid_from=date(2026, 4, 1))
    save(database, desk, replace(between, item_id=first, version=2))
    assert spans(database, desk) == [
        ("30.00", "2026-01-01", "2026-04-01"),
        ("35.00", "2026-04-01", "2026-06-01"),
        ("40.00", "2026-06-01", ""),
    ]


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2025, 6, 1), date(2026, 9, 9)])
def test_two_prices_of_an_item_never_hold_on_one_day(
    database: Database, desk: Desk, day: date
) -> None:
    save(database, desk, TAP)
    before = books(database)
    with pytest.raises(TariffOverlaps):
        save(database, desk, replace(TAP, labour=Decimal(50), valid_from=day))
    assert books(database) == before


def test_prices_may_follow_each_other_without_a_gap_or_with_one(
    database: Database, desk: Desk
) -> None:
    save(database, desk, replace(TAP, valid_until=date(2026, 2, 1)))
    save(database, desk, replace(TAP, valid_from=date(2026, 2, 1), valid_until=None))
    save(
        database,
        desk,
        replace(TAP, valid_from=date(2025, 1, 1), valid_until=date(2025, 6, 1)),
    )
    assert len(rows(database, desk)) == 3


def test_a_price_in_force_is_not_changed_for_the_past(
    database: Database, desk: Desk, clock: Clock
) -> None:
    item_id = save(database, desk, TAP)
    clock.local("2026-03-02 10:00:00")
    same_day = replace(TAP, item_id=item_id, version=1)
    with pytest.raises(TariffInForce):
        save(database, desk, replace(same_day, labour=Decimal(31)))
    earlier = replace(same_day, valid_from=date(2025, 12, 1))
    with pytest.raises(TariffInForce):
        save(database, desk, earlier)
    save(database, desk, replace(same_day, name="更换龙头", note="含清场"))
    (row,) = rows(database, desk)
    assert (row.name, row.note) == ("更换龙头", "含清场")


def test_a_price_that_does_not_hold_yet_may_be_mended(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 10:00:00")
    future = replace(TAP, valid_from=date(2026, 4, 1))
    item_id = save(database, desk, future)
    mended = replace(future, labour=Decimal(32), valid_from=date(2026, 3, 20))
    save(database, desk, replace(mended, item_id=item_id, version=1))
    assert spans(database, desk) == [("32.00", "2026-03-20", "")]


def test_an_item_ends_and_goes_on_again(database: Database, desk: Desk) -> None:
    item_id = save(database, desk, TAP)
    with pytest.raises(TariffEndsTooEarly):
        database.write(end_tariff_item, desk, EndTariffItem(item_id, BEGIN))
    database.write(end_tariff_item, desk, EndTariffItem(item_id, date(2026, 2, 1), 1))
    (row,) = rows(database, desk)
    assert not row.is_active
    with pytest.raises(ChangedByOthers):
        database.write(end_tariff_item, desk, EndTariffItem(item_id, None, 1))
    database.write(end_tariff_item, desk, EndTariffItem(item_id, None))
    (row,) = rows(database, desk)
    assert row.is_active
    assert not problems(database, desk)


def test_only_who_may_changes_the_tariff(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """domain-model 4.13: Finance and the administrator."""
    make_staff(database, desk, "演示管家", Post.HOUSEKEEPER)
    make_staff(database, desk, "演示会计", Post.FINANCE)
    for name, may in (("演示管家", False), ("演示会计", True)):
        own = open_desk_for(database, name, clock)
        if may:
            item_id = save(database, own, TAP)
        else:
            with pytest.raises(NotAllowed):
                save(database, own, TAP)
    with pytest.raises(NotAllowed):
        other = open_desk_for(database, "演示管家", clock)
        order = EndTariffItem(item_id, date(2026, 9, 1))
        database.write(end_tariff_item, other, order)


def open_desk_for(database: Database, name: str, clock: Clock) -> Desk:
    return database.read(open_desk, actor=name, clock=clock)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("S-01", ["S-01"]),
        ("s", ["S-01", "S-02"]),
        ("更换", ["D-01", "S-01"]),
        ("水龙头", ["S-01"]),
        ("genghuan", ["D-01", "S-01"]),
        ("ghslt", ["S-01"]),
        ("slt", ["S-01"]),
        ("shuilong", ["S-01"]),
        ("龍頭", ["S-01"]),
        ("st", ["S-02"]),
        ("dd", []),
        ("", []),
        ("不存在", []),
    ],
)
def test_an_item_is_found_by_code_name_pinyin_and_initials(
    database: Database, desk: Desk, typed: str, codes: list[str]
) -> None:
    save(database, desk, TAP)
    save(database, desk, replace(TAP, code="S-02", name="疏通地漏"))
    save(database, desk, replace(TAP, code="D-01", category="电", name="更换灯管"))
    ended = replace(TAP, code="D-02", name="吊灯", valid_until=date(2026, 2, 1))
    save(database, desk, ended)
    book = database.read(load_tariff_book, desk)
    found = book.find(typed, date(2026, 3, 2))
    assert [row.code for row in found] == codes


def test_categories_stand_in_the_order_of_their_codes(
    database: Database, desk: Desk
) -> None:
    for code, category in (("B1", "电"), ("A2", "水"), ("C1", "水"), ("B2", "电")):
        save(database, desk, replace(TAP, code=code, category=category))
    assert [row.code for row in rows(database, desk)] == ["A2", "C1", "B1", "B2"]
