"""The figures beside the rooms count what waits there."""

import pytest

from app.database import Database
from app.desk import Desk
from app.room_count import RoomCount, count_rooms
from models.slip import SlipState
from models.unit import AreaKind
from tests.makers import make_slip, make_unit


def test_an_empty_centre_has_nothing_waiting(database: Database, desk: Desk) -> None:
    assert database.read(count_rooms, desk) == RoomCount(0, 0, 0)


NUMBERED = [s for s in SlipState if s not in (SlipState.DRAFT, SlipState.CLOSED)]


@pytest.mark.parametrize("state", NUMBERED)
def test_a_slip_waits_where_its_next_step_is(
    state: SlipState, database: Database, desk: Desk
) -> None:
    make_unit(database, desk)
    make_slip(database, desk, state, area_kind=AreaKind.UNIT)
    waits = {
        SlipState.ISSUED: RoomCount(0, 1, 0),
        SlipState.SUSPENDED: RoomCount(0, 0, 0),
        SlipState.RETURNED: RoomCount(0, 0, 0, to_call=1),
        SlipState.CANCELLED: RoomCount(0, 0, 0),
        SlipState.VOID: RoomCount(0, 0, 0),
    }
    assert database.read(count_rooms, desk) == waits.get(state, RoomCount(0, 0, 1))


def test_a_slip_sent_back_waits_at_the_front_desk(
    database: Database, desk: Desk
) -> None:
    from app.slip_dispatch import BounceSlip, bounce_slip

    slip = make_slip(database, desk)
    database.write(bounce_slip, desk, BounceSlip(slip.id, "内容不清"))
    assert database.read(count_rooms, desk) == RoomCount(1, 0, 0)


def test_the_figures_are_few_questions_whatever_there_is(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    statements.clear()
    database.read(count_rooms, desk)
    assert len([each for each in statements if "bounced" in each]) == 1
    # The list of callbacks takes three more.
    assert len(statements) == 4
