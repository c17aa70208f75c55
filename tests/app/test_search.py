"""The search box: numbers, rooms, phones, names and words of the fault."""

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.pasted_number import pasted_numbers
from app.search import find
from app.search_hit import Found, SearchField, Why
from app.search_index import LOOSE
from app.seed import seed_centre
from app.slip_amend import AmendSlip, amend_slip
from app.slip_list import SlipFilter, find_slip_ids, first_slip_rows
from app.unit_directory import Owner, SaveUnit, find_units, save_unit
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_unit

_F = SearchField


@pytest.fixture
def books(database: Database, desk: Desk, clock: Clock) -> Database:
    """Three rooms, three calls from them, and one from the garage."""
    for label, owner, phone in (
        ("3-1502", "单淑敏", "13800001502"),
        ("3-0502", "仇伟", "010-88881234转802"),
        ("12-0101", "欧阳𬭎", "13911118801"),
    ):
        make_unit(database, desk, label, owner, phone)
        make_slip(
            database,
            desk,
            area_kind=AreaKind.UNIT,
            place=label,
            reporter_name=owner,
            phone=phone,
            content=f"{owner[-1]}家厨房水龙头漏水，很急",
        )
        clock.advance(minutes=5)
    make_slip(database, desk, content="照明灯不亮", stock_no="№0012345")
    return database


def asked(database: Database, desk: Desk, text: str) -> Found:
    return database.read(find, desk, text)


def slips(found: Found) -> list[str]:
    return [hit.number[-3:] for hit in found.slips]


@pytest.mark.parametrize(
    ("typed", "units", "expected"),
    [
        ("3-1502", ["3-1502"], ["001"]),
        ("３－１５０２", ["3-1502"], ["001"]),
        ("31502", ["3-1502"], ["001"]),
        ("3栋1502", ["3-1502"], ["001"]),
        ("三栋1502室", ["3-1502"], ["001"]),
        ("30502", ["3-0502"], ["002"]),
        ("1502", ["3-1502"], ["001"]),
        ("8801", ["12-0101"], ["003"]),
        ("139 1111 8801", ["12-0101"], ["003"]),
        ("+86 139 1111 8801", ["12-0101"], ["003"]),
        ("8613911118801", ["12-0101"], ["003"]),
        ("010-88881234", ["3-0502"], ["002"]),
        ("1234", ["3-0502"], ["002"]),
        ("1111", [], []),
        ("单淑敏", ["3-1502"], ["001"]),
        ("單淑敏", ["3-1502"], ["001"]),
        ("淑敏", ["3-1502"], ["001"]),
        ("shanshumin", ["3-1502"], ["001"]),
        ("shān shū mǐn", ["3-1502"], ["001"]),
        ("ＳＳＭ", ["3-1502"], ["001"]),
        ("qw", ["3-0502"], ["002"]),
        ("oyh", ["12-0101"], ["003"]),
        ("𬭎", ["12-0101"], ["003"]),
        ("漏水", [], ["003", "002", "001"]),
        ("水龙头漏水", [], ["003", "002", "001"]),
        ("3-1502 漏水", ["3-1502"], ["001"]),
        ("3-1502 厨房漏水 急", ["3-1502"], []),
        ("漏水 3栋", [], ["003", "002", "001"]),
    ],
)
def test_what_is_typed_finds_units_and_slips(
    books: Database, desk: Desk, typed: str, units: list[str], expected: list[str]
) -> None:
    found = asked(books, desk, typed)
    assert [hit.label for hit in found.units] == units
    assert slips(found) == expected


def test_a_slip_is_found_by_its_number_or_a_part_of_it(
    books: Database, desk: Desk
) -> None:
    for typed in ("WX260302-002", "wx260302-002", "0302-002", "002"):
        found = asked(books, desk, typed)
        assert [hit.number for hit in found.numbers] == ["WX260302-002"], typed
    found = asked(books, desk, "0012345")
    assert [hit.why for hit in found.numbers] == [(Why(_F.STOCK_NO, "0012345"),)]
    assert not asked(books, desk, "WX260302-009")


def test_pasted_numbers_are_answered_in_the_order_pasted(
    books: Database, desk: Desk
) -> None:
    pasted = "WX260302-003\nwx260302-001\r\n\tWX260302-999，WX260302-003"
    found = asked(books, desk, pasted)
    assert [hit.number[-3:] for hit in found.numbers] == ["003", "001"]
    ids = books.read(find_slip_ids, desk, SlipFilter(text=pasted))
    rows = books.read(first_slip_rows, desk, SlipFilter(text=pasted), 9)
    assert [row.id for row in rows] == list(ids)
    assert [row.number[-3:] for row in rows] == ["003", "001"]


@pytest.mark.parametrize(
    "pasted",
    ["单号\nWX260302-003\nWX260302-001", "WX260302—003，wx260302–001"],
)
def test_a_column_pasted_with_its_heading_or_long_dashes_is_answered(
    books: Database, desk: Desk, pasted: str
) -> None:
    found = asked(books, desk, pasted)
    assert [hit.number[-3:] for hit in found.numbers] == ["003", "001"]
    ids = books.read(find_slip_ids, desk, SlipFilter(text=pasted))
    assert len(ids) == 2
    assert pasted_numbers(pasted) == ("WX260302-003", "WX260302-001")


def test_a_name_kept_as_wide_as_three_characters_is_found_as_it_is_typed(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk, "3-0301", "王　伟", "13800000301")
    make_slip(
        database,
        desk,
        area_kind=AreaKind.UNIT,
        place="3-0301",
        reporter_name="王　伟",
        phone="13800000301",
    )
    for typed in ("王伟", "王 伟", "wangwei", "ww"):
        found = asked(database, desk, typed)
        assert [hit.label for hit in found.units] == ["3-0301"], typed
        assert slips(found) == ["001"], typed
        assert len(found.people) == 1, typed


def test_a_hit_says_why_it_was_found(books: Database, desk: Desk) -> None:
    (hit,) = asked(books, desk, "ssm 水龙头").slips
    assert hit.why == (Why(_F.NAME, "单淑敏"), Why(_F.CONTENT, "水龙头"))
    (hit,) = asked(books, desk, "１３８００００１５０２").slips
    assert hit.why == (Why(_F.PHONE, "13800001502"),)
    (unit,) = asked(books, desk, "1234").units
    assert unit.why == (Why(_F.PHONE, "1234"),)


def test_a_person_is_shown_with_how_many_slips_speak_of_them(
    books: Database, desk: Desk, clock: Clock
) -> None:
    for _ in range(2 * LOOSE):
        make_slip(books, desk, reporter_name="查志强", phone="8801")
        clock.advance(minutes=1)
    (person,) = asked(books, desk, "zzq").people
    assert (person.name, person.phone, person.unit) == ("查志强", "8801", "")
    assert person.slips == 2 * LOOSE
    names = [hit.name for hit in asked(books, desk, "8801").people]
    assert names == ["查志强", "欧阳𬭎"]


def test_what_changes_is_found_as_it_is_at_once(
    books: Database, desk: Desk, clock: Clock
) -> None:
    for _ in range(LOOSE):
        make_slip(books, desk)
        clock.advance(minutes=1)
    books.write(amend_slip, desk, AmendSlip(1, content="阳台窗关不严", unit="3-0502"))
    assert slips(asked(books, desk, "漏水")) == ["003", "002"]
    assert slips(asked(books, desk, "窗关不")) == ["001"]
    assert slips(asked(books, desk, "3-0502")) == ["002", "001"]
    (unit,) = books.read(find_units, desk, "3-1502")
    owner = SaveUnit(
        "3-1502", "3栋", (Owner("解小明", "13600007777"),), unit_id=unit.id
    )
    books.write(save_unit, desk, owner)
    assert [hit.owners for hit in asked(books, desk, "xxm").units] == ["解小明"]
    assert not asked(books, desk, "单淑敏").units
    assert [hit.label for hit in asked(books, desk, "7777").units] == ["3-1502"]


def test_the_exact_room_comes_before_others_that_begin_so(
    books: Database, desk: Desk
) -> None:
    make_unit(books, desk, "1-3-1502", "甲", None)
    make_unit(books, desk, "3-1502A", "乙", None)
    found = asked(books, desk, "3-1502").units
    assert found[0].label == "3-1502"
    assert {hit.label for hit in found} == {"3-1502", "1-3-1502", "3-1502A"}


def test_one_centre_does_not_find_what_another_has(
    books: Database, desk: Desk, clock: Clock
) -> None:
    with books.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = books.read(open_desk, centre="02", clock=clock)
    own = make_slip(books, second, content="二期漏水", reporter_name="单淑敏")
    found = asked(books, second, "漏水")
    assert [hit.id for hit in found.slips] == [own.id]
    assert not asked(books, second, "3-1502")
    assert len(asked(books, desk, "漏水").slips) == 3
    assert {hit.unit for hit in asked(books, desk, "单淑敏").people} == {"3-1502"}


def test_a_search_asks_few_questions_however_many_slips_there_are(
    books: Database, desk: Desk, clock: Clock, statements: list[str]
) -> None:
    for _ in range(2 * LOOSE):
        make_slip(books, desk, content="灯不亮", reporter_name="单淑敏")
        clock.advance(minutes=1)
    for typed in ("灯不亮", "ssm", "3-1502", "没有这回事"):
        statements.clear()
        asked(books, desk, typed)
        assert len(statements) <= 12, typed
