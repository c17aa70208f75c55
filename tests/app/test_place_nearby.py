"""Water in public parts of a building is shown to whoever takes a call about water."""

import pytest

from app.database import Database
from app.desk import Desk
from app.duplicate import DuplicateQuestion, DuplicateWhy, find_duplicates
from app.place_nearby import find_twins, find_water_nearby
from models.slip import SlipState
from models.unit import AreaKind
from tests.makers import make_slip, make_unit

CALL = DuplicateQuestion(AreaKind.UNIT, "3-1502", "厨房漏水", "3-1502", "3栋")


def test_a_leaking_riser_of_the_building_is_shown_and_asks_for_no_reason(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk)
    riser = make_slip(
        database, desk, SlipState.ON_SITE, area="3栋", place="A立管", content="立管渗水"
    )
    (found,) = database.read(find_water_nearby, desk, CALL)
    assert (found.id, found.why) == (riser.id, DuplicateWhy.INCIDENT)
    assert found.can_join
    assert [row.id for row in database.read(find_twins, desk, CALL)] == [riser.id]
    assert database.read(find_duplicates, desk, CALL) == []


@pytest.mark.parametrize(
    ("area", "place", "content"),
    [
        ("4栋", "A立管", "立管渗水"),
        ("3栋", "大堂", "地面有水渍"),
        ("3栋", "A立管", "立管油漆脱落"),
        ("地下车库", "B1层12号柱", "管道漏水"),
    ],
)
def test_other_buildings_and_other_trouble_are_not_shown(
    database: Database, desk: Desk, area: str, place: str, content: str
) -> None:
    make_unit(database, desk)
    make_slip(database, desk, area=area, place=place, content=content)
    assert database.read(find_water_nearby, desk, CALL) == []


def test_a_call_about_something_else_is_not_shown_water(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk)
    make_slip(database, desk, area="3栋", place="A立管", content="立管渗水")
    call = DuplicateQuestion(AreaKind.UNIT, "3-1502", "客厅灯不亮", "3-1502", "3栋")
    assert database.read(find_water_nearby, desk, call) == []


def test_what_is_mended_is_not_shown(database: Database, desk: Desk) -> None:
    make_unit(database, desk)
    make_slip(
        database, desk, SlipState.CANCELLED, area="3栋", place="A立管", content="渗水"
    )
    assert database.read(find_water_nearby, desk, CALL) == []
