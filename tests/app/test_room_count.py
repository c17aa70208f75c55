"""The figures beside the rooms count what waits there."""

from datetime import timedelta

import pytest

from app.database import Database
from app.desk import Desk
from app.feedback import TellFeedback, tell_feedback
from app.return_check import FinalCheck, make_final
from app.room_count import RoomCount, count_rooms
from models.slip import SlipState
from models.unit import AreaKind
from tests.clock import Clock
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
        SlipState.ISSUED: RoomCount(0, 1, 1),
        SlipState.SUSPENDED: RoomCount(0, 0, 0),  # told today why not
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
    assert database.read(count_rooms, desk) == RoomCount(1, 0, 1)


def test_what_is_explained_is_owed_again_on_the_next_day(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    assert database.read(count_rooms, desk).not_back == 1
    eta = desk.now() + timedelta(days=3)
    database.write(tell_feedback, desk, TellFeedback(slip.id, "待料", eta))
    assert database.read(count_rooms, desk).not_back == 0
    clock.advance(days=1)
    assert database.read(count_rooms, desk).not_back == 1


def test_what_is_issued_after_half_past_five_is_owed_tomorrow(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 17:31:00")
    make_slip(database, desk)
    assert database.read(count_rooms, desk).not_back == 0
    clock.local("2026-03-03 00:00:00")
    assert database.read(count_rooms, desk).not_back == 1


def test_the_figures_are_few_questions_whatever_there_is(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    statements.clear()
    database.read(count_rooms, desk)
    assert len([each for each in statements if "bounced" in each]) == 1
    # Callbacks take three more, copies for Finance and waivers one each.
    assert len(statements) == 6


def test_a_check_made_final_is_known(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 17:35:00")
    assert not database.read(count_rooms, desk).is_checked
    database.write(make_final, desk, FinalCheck(desk.today()))
    assert database.read(count_rooms, desk).is_checked
    clock.local("2026-03-03 08:00:00")
    assert not database.read(count_rooms, desk).is_checked
