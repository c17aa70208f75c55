"""Is the fault of a call already on a slip?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, open_desk
from app.duplicate import (
    DuplicateQuestion,
    DuplicateRow,
    DuplicateWhy,
    JoinSlip,
    find_duplicates,
    join_slip,
)
from app.settings_change import change_settings
from app.slip_refusals import (
    FieldMissing,
    PhoneMalformed,
    SlipCannotMove,
    TimeInFuture,
)
from models.event import Event
from models.slip import Slip, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_unit

LEAK = DuplicateQuestion(AreaKind.UNIT, "3-1502", "厨房水龙头漏水")
CEILING = "卫生间天花板往下滴水"


def asked(
    database: Database, desk: Desk, question: DuplicateQuestion
) -> list[DuplicateRow]:
    return database.read(find_duplicates, desk, question)


def make_stack(database: Database, desk: Desk) -> None:
    """Rooms of one stack; the building has no fourteenth floor."""
    for floor in (11, 12, 13, 15, 16):
        make_unit(database, desk, f"3-{floor}02")
    make_unit(database, desk, "3-1501")


def make_unit_slip(
    database: Database,
    desk: Desk,
    room: str = "3-1502",
    content: str = "厨房水龙头漏水",
    state: SlipState = SlipState.ISSUED,
) -> str:
    kind = AreaKind.UNIT
    slip = make_slip(
        database, desk, state, area_kind=kind, place=room, unit=room, content=content
    )
    return slip.number


def make_public_slip(
    database: Database, desk: Desk, place: str, content: str, area: str = "3号楼"
) -> str:
    return make_slip(database, desk, area=area, place=place, content=content).number


@pytest.mark.parametrize(
    "question",
    [
        LEAK,
        replace(LEAK, place="三棟1502", content="廚房龍頭滴水"),
        replace(LEAK, place="３－１５０２", content="chufang longtou loushui"),
        replace(LEAK, place="厨房", unit_label="3-1502"),
    ],
)
def test_an_open_slip_of_the_same_room_is_offered(
    database: Database, desk: Desk, question: DuplicateQuestion
) -> None:
    make_stack(database, desk)
    number = make_unit_slip(database, desk)
    (found,) = asked(database, desk, question)
    assert (found.number, found.why) == (number, DuplicateWhy.SAME_ROOM)
    assert found.state is SlipState.ISSUED
    assert found.can_join


def test_another_fault_of_the_same_room_is_not_offered(
    database: Database, desk: Desk
) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk)
    assert not asked(database, desk, replace(LEAK, content="客厅空调不制冷"))


def test_the_same_fault_of_the_room_next_door_is_not_offered(
    database: Database, desk: Desk
) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk)
    assert not asked(database, desk, replace(LEAK, place="3-1501"))


@pytest.mark.parametrize("state", [SlipState.VOID, SlipState.CANCELLED])
def test_a_slip_that_was_ended_is_not_offered(
    database: Database, desk: Desk, state: SlipState
) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk, state=state)
    assert not asked(database, desk, LEAK)


def test_a_slip_done_lately_is_offered_as_long_as_the_setting_says(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_stack(database, desk)
    number = make_unit_slip(database, desk, state=SlipState.RETURNED)
    clock.advance(days=30)
    (found,) = asked(database, desk, LEAK)
    assert found.number == number
    assert not found.can_join
    clock.advance(seconds=1)
    assert not asked(database, desk, LEAK)


def test_an_open_slip_is_offered_however_old_it_is(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_stack(database, desk)
    in_the_room = make_unit_slip(database, desk, state=SlipState.SUSPENDED)
    lamp = make_public_slip(database, desk, "3号楼5层电梯厅", "灯不亮")
    clock.advance(days=400)
    assert [row.number for row in asked(database, desk, LEAK)] == [in_the_room]
    question = DuplicateQuestion(AreaKind.PUBLIC, "3号楼5层走廊", "灯坏了")
    assert [row.number for row in asked(database, desk, question)] == [lamp]


def test_water_of_the_room_above_is_offered_to_the_room_below(
    database: Database, desk: Desk
) -> None:
    make_stack(database, desk)
    number = make_unit_slip(database, desk, "3-1502", "卫生间水管爆裂")
    question = replace(LEAK, place="3-1302", content=CEILING)
    (found,) = asked(database, desk, question)
    assert (found.number, found.why) == (number, DuplicateWhy.ABOVE)


def test_a_wet_ceiling_below_is_offered_to_the_room_above(
    database: Database, desk: Desk
) -> None:
    make_stack(database, desk)
    number = make_unit_slip(database, desk, "3-1302", CEILING)
    question = replace(LEAK, content="楼下说我家漏水")
    (found,) = asked(database, desk, question)
    assert (found.number, found.why) == (number, DuplicateWhy.BELOW)


@pytest.mark.parametrize(
    ("room", "content"),
    [
        ("3-1202", CEILING),  # two storeys down
        ("3-1302", "厨房水龙头漏水"),  # a tap of its own
        ("3-1302", "客厅灯不亮"),
    ],
)
def test_what_is_not_the_water_from_above_is_not_offered(
    database: Database, desk: Desk, room: str, content: str
) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk, "3-1502", "卫生间水管爆裂")
    assert not asked(database, desk, replace(LEAK, place=room, content=content))


def test_a_public_place_is_found_however_it_is_written(
    database: Database, desk: Desk
) -> None:
    number = make_public_slip(database, desk, "3号楼2单元5层电梯厅", "灯不亮")
    for place, area in (
        ("三棟二單元5樓電梯間", ""),
        ("2单元5层走廊", "3号楼"),
        ("3#2danyuan5ceng diantiting", ""),
    ):
        question = DuplicateQuestion(AreaKind.PUBLIC, place, "燈壞了", area=area)
        (found,) = asked(database, desk, question)
        assert (found.number, found.why) == (number, DuplicateWhy.SAME_PLACE)


@pytest.mark.parametrize("place", ["3号楼2单元8层电梯厅", "5号楼2单元5层电梯厅"])
def test_the_same_fault_of_another_public_place_is_not_offered(
    database: Database, desk: Desk, place: str
) -> None:
    make_public_slip(database, desk, "3号楼2单元5层电梯厅", "灯不亮")
    question = DuplicateQuestion(AreaKind.PUBLIC, place, "灯不亮")
    assert not asked(database, desk, question)


def test_a_public_incident_absorbs_the_call_of_a_unit(
    database: Database, desk: Desk
) -> None:
    make_stack(database, desk)
    number = make_public_slip(database, desk, "3号楼全楼", "整栋楼停水了")
    make_public_slip(database, desk, "5号楼全楼", "整栋楼停水了", area="5号楼")
    (found,) = asked(database, desk, replace(LEAK, content="家里没水了"))
    assert (found.number, found.why) == (number, DuplicateWhy.INCIDENT)


def test_the_likeliest_slip_comes_first_and_six_are_the_most(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_stack(database, desk)
    for _ in range(7):
        make_unit_slip(database, desk, content="漏水")
        clock.advance(minutes=1)
    number = make_unit_slip(database, desk)
    found = asked(database, desk, LEAK)
    assert found[0].number == number
    assert len(found) == 6
    scores = [row.likeness for row in found]
    assert scores == sorted(scores, reverse=True)


def test_a_slip_is_not_its_own_duplicate(database: Database, desk: Desk) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk)
    (found,) = asked(database, desk, LEAK)
    assert not asked(database, desk, replace(LEAK, but_not=found.id))


def test_a_unit_that_is_in_no_directory_is_asked_for_by_its_words(
    database: Database, desk: Desk
) -> None:
    assert not asked(database, desk, LEAK)
    assert not asked(database, desk, replace(LEAK, place="  "))


def test_no_days_back_means_open_slips_only(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk, state=SlipState.RETURNED)
    number = make_unit_slip(database, desk, content="漏水")
    clock.advance(minutes=1)
    database.write(change_settings, desk, {"duplicate_days": "0"})
    reopened = database.read(open_desk, clock=clock)
    assert [row.number for row in asked(database, reopened, LEAK)] == [number]


def test_a_search_is_two_statements(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    make_stack(database, desk)
    make_unit_slip(database, desk)
    for question in (LEAK, DuplicateQuestion(AreaKind.PUBLIC, "3号楼大堂", "灯不亮")):
        statements.clear()
        asked(database, desk, question)
        assert len(statements) == 2


def test_a_call_joined_to_a_slip_stands_in_its_events(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    called_at = clock.at
    clock.advance(minutes=7)
    order = JoinSlip(slip.id, "演示住户", "车库灯还是不亮", "138 0000 2002", called_at)
    number, changed = database.write(join_slip, desk, order)
    assert number == slip.number
    assert changed == {"slip"}
    entry = database.read(_last_entry)
    assert (entry.what, entry.entity_id) == ("join", slip.id)
    for said in ("演示住户", "车库灯还是不亮", "138 0000 2002", "2026-03-02T02:00:00Z"):
        assert said in entry.facts
    assert database.read(_state_of, slip.id) is SlipState.DISPATCHED


def _last_entry(session: Session) -> Event:
    entry = session.scalars(select(Event).order_by(Event.seq.desc()).limit(1)).one()
    session.expunge(entry)
    return entry


def _state_of(session: Session, slip_id: int) -> SlipState:
    return session.get_one(Slip, slip_id).state


def test_nothing_is_joined_to_a_slip_that_is_back(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    with pytest.raises(SlipCannotMove):
        database.write(join_slip, desk, JoinSlip(slip.id, "演示住户", "又不亮了"))


def test_a_joined_call_needs_a_name_words_and_a_real_telephone(
    database: Database, desk: Desk
) -> None:
    order = JoinSlip(make_slip(database, desk).id, "演示住户", "灯不亮")
    for wrong, refusal in (
        (replace(order, reporter_name=" "), FieldMissing),
        (replace(order, content=""), FieldMissing),
        (replace(order, phone="电话稍后告知"), PhoneMalformed),
        (replace(order, at=desk.now() + timedelta(seconds=1)), TimeInFuture),
    ):
        with pytest.raises(refusal):
            database.write(join_slip, desk, wrong)
