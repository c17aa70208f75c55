"""The dispatcher's board: open slips, who is busy, who was there, in few statements."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.database import Database
from app.desk import Desk, open_desk
from app.dispatch_board import Board, load_board, load_visits, load_waiting
from app.dispatch_card import Card, arrival_clock, came_late, events_of, response_clock
from app.dispatch_standing import Counter, counters_of, in_standing_order
from app.slip_amend import RescheduleSlip, reschedule_slip
from app.slip_dispatch import BounceSlip, DispatchSlip, bounce_slip, dispatch_slip
from app.slip_work import ReceiveSlip, StepSlip, arrive, receive_slip
from app.staff_directory import SaveStaff, save_staff
from models.slip import JobType, SlipEvent, SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_unit

UNIT = AreaKind.UNIT
URGENT = JobType.URGENT


def _board(database: Database, desk: Desk) -> Board:
    return database.read(load_board, desk)


def _card(database: Database, desk: Desk, slip_id: int) -> Card:
    return next(c for c in _board(database, desk).cards if c.id == slip_id)


def _worker(
    database: Database, desk: Desk, name: str, trade: str, *posts: Post
) -> None:
    order = SaveStaff(
        name, Department.ENGINEERING, posts or (Post.TECHNICIAN,), (trade,)
    )
    database.write(save_staff, desk, order)


def _send(database: Database, desk: Desk, slip_id: int, *names: str) -> None:
    order = DispatchSlip(slip_id, "水工", "演示主管", names)
    database.write(dispatch_slip, desk, order)


def test_the_board_holds_open_slips_only(database: Database, desk: Desk) -> None:
    wanted = {
        make_slip(database, desk, state, place=f"门厅{state}").id
        for state in (SlipState.ISSUED, SlipState.WORKING, SlipState.DONE)
    }
    for state in (SlipState.RETURNED, SlipState.CANCELLED, SlipState.VOID):
        make_slip(database, desk, state, place=f"门厅{state}")
    assert {card.id for card in _board(database, desk).cards} == wanted


def test_words_of_the_fault_name_the_column_of_what_waits(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, content="照明灯不亮")
    assert _card(database, desk, slip.id).column == "电工"


def test_a_technicians_day_counts_what_is_held_and_what_went_out_today(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _worker(database, desk, "演示技工", "水工")
    make_slip(database, desk, SlipState.DISPATCHED, place="昨天的")
    make_slip(database, desk, SlipState.RETURNED, place="昨天返单的")
    clock.advance(days=1)
    make_slip(database, desk, SlipState.DISPATCHED, place="今天的")
    make_slip(database, desk, SlipState.RETURNED, place="今天返单的")
    (one,) = _board(database, desk).technicians
    assert (one.name, one.trades) == ("演示技工", ("水工",))
    assert (one.held, one.today) == (2, 3)


def test_somebody_outside_the_directory_who_holds_a_slip_is_named_too(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk, SlipState.DISPATCHED)
    assert [one.name for one in _board(database, desk).technicians] == ["演示技工"]


def test_the_supervisor_of_the_trade_takes_it_over_else_the_first(
    database: Database, desk: Desk
) -> None:
    _worker(database, desk, "甲（演示）", "电工", Post.SUPERVISOR)
    _worker(database, desk, "乙（演示）", "水工", Post.SUPERVISOR)
    board = _board(database, desk)
    assert board.supervisor_of("水工") == "乙（演示）"
    assert board.supervisor_of("木工") == "甲（演示）"


def test_a_waiting_slip_says_who_was_in_the_room_before(
    database: Database, desk: Desk, clock: Clock
) -> None:
    unit_id = make_unit(database, desk)
    for _ in range(2):
        make_slip(database, desk, SlipState.ON_SITE, area_kind=UNIT, unit="3-1502")
        clock.advance(days=3)
    waiting = make_slip(database, desk, area_kind=UNIT, unit="3-1502")
    visit = _card(database, desk, waiting.id).visit
    assert unit_id
    assert visit is not None
    assert visit.technicians == ("演示技工",)
    visits = database.read(load_visits, desk, waiting.id)
    days = [desk.local(one.arrived_at).day for one in visits if one.arrived_at]
    assert days == [5, 2]


def test_another_lamp_of_the_same_garage_is_another_place(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk, SlipState.ON_SITE, place="B1层12号柱")
    same = make_slip(database, desk, place="B1层12号柱")
    other = make_slip(database, desk, place="B1层13号柱")
    assert _card(database, desk, same.id).visit is not None
    assert _card(database, desk, other.id).visit is None
    assert database.read(load_visits, desk, other.id) == ()


def test_the_board_asks_as_many_statements_for_many_slips_as_for_one(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    make_slip(database, desk, SlipState.ON_SITE, place="门厅")
    make_slip(database, desk, place="门厅")
    statements.clear()
    _board(database, desk)
    few = len(statements)
    for number in range(12):
        make_slip(database, desk, place=f"{number}号柱")
    statements.clear()
    _board(database, desk)
    assert len(statements) == few <= 6


def test_what_waits_is_told_without_what_was_sent_back(
    database: Database, desk: Desk
) -> None:
    calm = make_slip(database, desk, place="门厅")
    urgent = make_slip(database, desk, place="屋面", job_type=URGENT)
    bounced = make_slip(database, desk, place="大堂")
    database.write(bounce_slip, desk, BounceSlip(bounced.id, "内容不清"))
    make_slip(database, desk, SlipState.DISPATCHED, place="车库")
    found = database.read(load_waiting, desk)
    assert [(one.id, one.is_urgent) for one in found] == [
        (calm.id, False),
        (urgent.id, True),
    ]
    assert found[0].room == "门厅"


@pytest.mark.parametrize(
    ("seconds", "left", "is_late", "presses"),
    [
        (0, 20, False, False),
        (59, 20, False, False),
        (8 * 60, 12, False, False),
        (16 * 60, 4, False, True),
        (20 * 60 + 59, 0, False, True),
        (21 * 60, -1, True, True),
        (26 * 60, -6, True, True),
    ],
)
def test_the_clock_of_a_unit_counts_whole_minutes_from_the_supervisors_receipt(
    database: Database,
    desk: Desk,
    clock: Clock,
    seconds: int,
    left: int,
    is_late: bool,
    presses: bool,
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED, area_kind=UNIT)
    clock.advance(minutes=7)
    database.write(receive_slip, desk, ReceiveSlip(slip.id))
    now = clock.advance(seconds=seconds)
    found = arrival_clock(desk, _card(database, desk, slip.id), now)
    assert found is not None
    assert (found.left, found.is_late, found.is_pressing) == (left, is_late, presses)


def test_a_public_slip_has_no_clock_until_a_time_was_agreed(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    assert arrival_clock(desk, _card(database, desk, slip.id), clock.at) is None
    due = clock.at.replace(hour=clock.at.hour + 4)
    database.write(reschedule_slip, desk, RescheduleSlip(slip.id, due, "业户不便"))
    now = clock.advance(hours=3, minutes=30)
    found = arrival_clock(desk, _card(database, desk, slip.id), now)
    assert found is not None
    assert (found.left, found.due_at, found.is_late) == (30, due, False)
    now = clock.advance(minutes=36)
    found = arrival_clock(desk, _card(database, desk, slip.id), now)
    assert found is not None
    assert (found.left, found.is_late) == (-6, True)


def test_an_arrival_stops_the_clock_and_says_by_how_much_it_was_late(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED, area_kind=UNIT)
    clock.advance(minutes=26)
    database.write(arrive, desk, StepSlip(slip.id))
    card = _card(database, desk, slip.id)
    assert arrival_clock(desk, card, clock.at) is None
    assert (card.arrival_minutes, came_late(desk, card)) == (26, 6)


def test_an_urgent_slip_may_wait_fifteen_minutes(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, job_type=URGENT)
    calm = make_slip(database, desk, place="门厅")
    now = clock.advance(minutes=1)
    found = response_clock(desk, _card(database, desk, slip.id), now)
    assert found is not None
    assert found.left == 14
    assert response_clock(desk, _card(database, desk, calm.id), now) is None


def test_urgent_stands_on_top_and_what_nobody_opened_above_its_like(
    database: Database, desk: Desk, clock: Clock
) -> None:
    out = make_slip(database, desk, SlipState.DISPATCHED, area_kind=UNIT).id
    bounced = make_slip(database, desk, place="大堂").id
    database.write(bounce_slip, desk, BounceSlip(bounced, "内容不清"))
    first = make_slip(database, desk, place="门厅").id
    clock.advance(minutes=1)
    second = make_slip(database, desk, place="屋面").id
    clock.advance(minutes=1)
    urgent = make_slip(database, desk, place="车库入口", job_type=URGENT).id
    cards = _board(database, desk).cards

    def order(*fresh: int) -> list[int]:
        found = in_standing_order(desk, cards, clock.at, fresh)
        return [card.id for card in found]

    assert order() == [urgent, first, second, bounced, out]
    assert order(second) == [urgent, second, first, bounced, out]
    clock.advance(minutes=30)
    assert order() == [urgent, first, second, out, bounced], "nobody came in time"


def test_the_counters_count_waiting_on_the_way_late_and_paper_out(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_slip(database, desk, place="门厅")
    bounced = make_slip(database, desk, place="大堂")
    database.write(bounce_slip, desk, BounceSlip(bounced.id, "内容不清"))
    make_slip(database, desk, SlipState.DISPATCHED, area_kind=UNIT)
    make_slip(database, desk, SlipState.DISPATCHED, place="屋面")
    make_slip(database, desk, SlipState.DONE, place="车库入口")
    now = clock.advance(minutes=21)
    counted = [
        counter
        for card in _board(database, desk).cards
        for counter in counters_of(desk, card, now)
    ]
    assert {each: counted.count(each) for each in Counter} == {
        Counter.WAITING: 1,
        Counter.ON_THE_WAY: 2,
        Counter.LATE: 1,
        Counter.PAPER_OUT: 1,
    }


def test_a_card_offers_what_the_slip_and_the_person_allow(
    database: Database, desk: Desk
) -> None:
    paid = make_slip(database, desk, SlipState.ON_SITE, area_kind=UNIT)
    free = make_slip(database, desk, SlipState.ON_SITE, place="门厅")
    offered = events_of(desk, _card(database, desk, paid.id))
    assert SlipEvent.QUOTE in offered
    assert SlipEvent.START not in offered
    offered = events_of(desk, _card(database, desk, free.id))
    assert SlipEvent.START in offered
    assert SlipEvent.QUOTE not in offered
    nobody = replace(desk, permissions=frozenset())
    assert events_of(nobody, _card(database, desk, free.id)) == frozenset()


def test_the_board_finds_open_slips_by_their_state(
    new_sqlite: Callable[[str], str], clock: Clock
) -> None:
    plans: list[str] = []

    def note(connection: Any, _c: Any, asked: str, given: Any, *_: Any) -> None:
        if "arrived_at IS NOT NULL" in asked and "EXPLAIN" not in asked:
            found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", given)
            plans.extend(str(row[3]) for row in found)

    database = Database(new_sqlite("planned"))
    desk = database.read(open_desk, clock=clock)
    event.listen(Engine, "before_cursor_execute", note)
    try:
        database.read(load_board, desk)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        database.close()
    assert plans[0] == "SEARCH slip USING INDEX ix_slip_state (centre_id=? AND state=?)"
    assert not any(plan.startswith("SCAN") for plan in plans)
