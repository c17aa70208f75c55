"""A failed inspection is told to the manager and stays until it is seen."""

import pytest

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.event_log import facts_text
from app.manager_notice import load_failures, load_unseen, see_failures
from app.news import tables_of
from app.room_count import count_rooms
from app.slip_refusals import FieldMissing
from models.slip import SlipState
from models.staff import Department, Post
from tests.app.books import books, changed_between, problems
from tests.app.slip_step import inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip, make_staff

fail = inspect(False)


@pytest.fixture
def manager(database: Database, desk: Desk, clock: Clock) -> Desk:
    """The desk of the director."""
    make_staff(
        database, desk, "陈总监", Post.DIRECTOR, department=Department.MANAGEMENT
    )
    make_staff(database, desk, "周主管", Post.HOUSEKEEPING_SUPERVISOR, Post.HOUSEKEEPER)
    make_staff(database, desk, "李前台", Post.FRONT_DESK)
    return database.read(open_desk, actor="陈总监", clock=clock)


def _as(database: Database, name: str, clock: Clock) -> Desk:
    return database.read(open_desk, actor=name, clock=clock)


def test_a_failure_is_told_with_all_a_manager_asks(
    database: Database, manager: Desk, desk: Desk, clock: Clock
) -> None:
    """S4-4.2.3.2-3."""
    slip = make_slip(database, desk, SlipState.RETURNED)
    clock.advance(minutes=20)
    fail(database, _as(database, "李前台", clock), slip.id)
    (told,) = database.read(load_unseen, manager)
    assert (told.number, told.area, told.place) == (
        slip.number,
        "地下车库",
        "B1层12号柱",
    )
    assert (told.content, told.note, told.by) == ("照明灯不亮", "仍不亮", "李前台")
    assert (told.trade, told.supervisor) == ("水工", "演示主管")
    assert told.technicians == ("演示技工",)
    assert (told.at, told.failed_no) == (clock.at, 1)
    assert told.state is SlipState.DISPATCHED
    assert (told.seen_by, told.seen_at) == ("", None)


def test_what_is_told_stays_until_somebody_sees_it(
    database: Database, manager: Desk, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    fail(database, desk, slip.id)
    clock.advance(days=40)
    (told,) = database.read(load_unseen, manager)
    assert database.read(count_rooms, manager).to_inspect == 1
    seen, changed = database.write(see_failures, manager, [told.notice_id])
    assert seen == 1
    assert changed == {"manager_notice"}
    assert not database.read(load_unseen, manager)
    assert database.read(count_rooms, manager).to_inspect == 0
    assert not problems(database, desk)
    with database.connect(writing=False) as connection:
        (last,) = connection.exec_driver_sql(
            "SELECT what, facts FROM event WHERE entity = 'manager_notice'"
        )
    facts = {"seen_by": "陈总监", "slip_id": slip.id}
    assert tuple(last) == ("see", facts_text(facts))


def test_what_one_manager_has_seen_is_no_news_for_another(
    database: Database, manager: Desk, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    fail(database, desk, slip.id)
    (told,) = database.read(load_unseen, manager)
    database.write(see_failures, manager, [told.notice_id])
    clock.advance(minutes=1)
    before = books(database)
    other = _as(database, "周主管", clock)
    assert database.write(see_failures, other, [told.notice_id, 999])[0] == 0
    assert books(database) == before
    (kept,) = database.read(load_failures, other)
    assert kept.seen_by == "陈总监"


def test_only_whoever_manages_says_that_it_was_seen(
    database: Database, manager: Desk, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    fail(database, desk, slip.id)
    (told,) = database.read(load_unseen, manager)
    clerk = _as(database, "李前台", clock)
    before = books(database)
    with pytest.raises(NotAllowed):
        database.write(see_failures, clerk, [told.notice_id])
    assert books(database) == before
    assert database.read(count_rooms, clerk).to_inspect == 0
    supervisor = _as(database, "周主管", clock)
    make_slip(database, desk, SlipState.RETURNED)
    assert database.read(count_rooms, supervisor).to_inspect == 2, "one of each"


def test_a_failure_that_is_refused_tells_nobody(
    database: Database, manager: Desk, desk: Desk
) -> None:
    from app.slip_close import InspectSlip, inspect_slip

    slip = make_slip(database, desk, SlipState.RETURNED)
    with pytest.raises(FieldMissing):
        database.write(inspect_slip, desk, InspectSlip(slip.id, False))
    assert not database.read(load_unseen, manager)


def test_each_failure_of_a_slip_is_told_with_how_often_it_failed(
    database: Database, manager: Desk, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    for _ in range(2):
        clock.advance(minutes=1)
        fail(database, desk, slip.id)
        clock.advance(minutes=1)
        take_back(database, desk, slip.id)
    told = database.read(load_unseen, manager)
    assert [one.failed_no for one in told] == [1, 2]
    assert {one.state for one in told} == {SlipState.RETURNED}


def test_the_report_holds_todays_failures_and_what_was_never_seen(
    database: Database, manager: Desk, desk: Desk, clock: Clock
) -> None:
    numbers = []
    for _ in range(3):
        slip = make_slip(database, desk, SlipState.RETURNED)
        fail(database, desk, slip.id)
        numbers.append(slip.number)
        clock.advance(days=1)
    clock.advance(days=-1)
    oldest, _, today = database.read(load_failures, manager)
    ids = [oldest.notice_id, today.notice_id]
    database.write(see_failures, manager, ids)
    told = database.read(load_failures, manager)
    assert [one.number for one in told] == numbers[1:]


def test_a_pass_tells_nobody(database: Database, manager: Desk, desk: Desk) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    before = books(database)
    inspect(True)(database, desk, slip.id)
    assert "manager_notice" not in changed_between(before, books(database))


def test_other_desks_hear_of_inspections_and_notices() -> None:
    assert {"inspection", "manager_notice"} <= tables_of(["slip"])
    assert "manager_notice" in tables_of(["manager_notice"])
