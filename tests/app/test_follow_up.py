"""Engineering looks after unfinished slips daily, Housekeeping weekly (S4-4.1.4.2)."""

import json
from datetime import date, timedelta

import pytest

from app.daily_review import DayReviewed, ReviewDay, list_reviews, review_day
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.follow_up import (
    LIMIT_OF,
    FollowUpFilter,
    FollowUpSlip,
    SideOfOthers,
    count_late,
    follow_up_slip,
    list_unfinished,
    load_unfinished_rows,
)
from app.limit_clock import judge_all
from app.limit_standing import is_missed
from app.settings_change import change_settings
from app.slip_refusals import (
    FieldMissing,
    FieldTooLong,
    SlipCannotMove,
    TimeInFuture,
    TimeOrder,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_view import load_slip_view
from models.follow_up import FollowUpSide
from models.slip import JobType, SlipState
from models.staff import Department, Post
from models.unfinished_row import UnfinishedRow
from tests.app.books import books, events_of, last_facts, problems, slip_of
from tests.clock import Clock
from tests.makers import make_slip, make_staff

ENG, HK = FollowUpSide.ENGINEERING, FollowUpSide.HOUSEKEEPING


def rows(
    database: Database, desk: Desk, late_for: FollowUpSide | None = None
) -> list[UnfinishedRow]:
    return database.read(list_unfinished, desk, FollowUpFilter(late_for))


def look(
    database: Database, desk: Desk, slip_id: int, side: FollowUpSide, note: str = "已问"
) -> None:
    database.write(follow_up_slip, desk, FollowUpSlip(slip_id, note, side))


def test_engineering_is_late_after_a_day_and_housekeeping_after_a_week(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_slip(database, desk, SlipState.DISPATCHED)
    issued = clock()
    for late_by, expected in (
        (timedelta(days=1, seconds=59), set()),
        (timedelta(days=1, minutes=1), {ENG}),
        (timedelta(days=7, seconds=59), {ENG}),
        (timedelta(days=7, minutes=1), {ENG, HK}),
    ):
        clock.at = issued + late_by
        (row,) = rows(database, desk)
        assert row.late_for == expected
        for side in FollowUpSide:
            assert len(rows(database, desk, side)) == (side in expected)
            assert database.read(count_late, desk, side) == (side in expected)
    assert database.read(count_late, desk, None) == 1


def test_how_long_a_side_has_is_a_setting_and_list_and_page_of_the_slip_agree(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    clock.advance(days=3)
    for changed, expected in (
        ({"engineering_followup_days": "2"}, {ENG}),
        ({"engineering_followup_days": "3"}, set()),
        ({"housekeeping_followup_days": "2"}, {HK}),
        ({"housekeeping_followup_mode": "RECORD"}, set()),
        ({"housekeeping_followup_mode": "BREACH"}, {HK}),
        (
            {
                "engineering_followup_days": "1",
                "engineering_followup_mode": "OFF",
                "housekeeping_followup_mode": "OFF",
            },
            set(),
        ),
    ):
        database.write(change_settings, desk, changed)
        own = database.read(open_desk, clock=clock)
        (row,) = rows(database, own)
        assert row.late_for == expected, changed
        for side in FollowUpSide:
            assert database.read(count_late, own, side) == (side in expected)
        times = database.read(load_slip_view, own, slip.id).times
        clocks = judge_all(times, own.now(), own.settings)
        shown = {one.limit.key for one in clocks if is_missed(one)}
        assert {side for side in FollowUpSide if LIMIT_OF[side] in shown} == expected


def test_a_look_starts_the_clock_of_its_side_again(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.SUSPENDED)
    clock.advance(days=8)
    look(database, desk, slip.id, ENG, "等料，明天到")
    (row,) = rows(database, desk)
    assert row.late_for == {HK}
    assert row.engineering is not None
    assert (row.engineering.note, row.engineering.at) == ("等料，明天到", clock())
    assert row.housekeeping is None
    clock.advance(days=1, minutes=1)
    assert rows(database, desk)[0].late_for == {ENG, HK}
    look(database, desk, slip.id, HK)
    look(database, desk, slip.id, ENG)
    assert rows(database, desk)[0].late_for == set()
    assert events_of(database, slip.id)[-3:] == ["follow_up"] * 3
    assert problems(database, desk) == []


def test_only_what_is_out_is_followed_up_urgent_first(
    database: Database, desk: Desk
) -> None:
    first = make_slip(database, desk, SlipState.WORKING)
    make_slip(database, desk, SlipState.RETURNED)
    make_slip(database, desk, SlipState.VOID)
    urgent = make_slip(database, desk, job_type=JobType.URGENT)
    assert [row.number for row in rows(database, desk)] == [urgent.number, first.number]


def test_a_slip_that_came_back_meanwhile_is_not_followed_up(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(take_back_slip, desk, TakeBackSlip(slip.id, result_text="已修好"))
    before = books(database)
    with pytest.raises(SlipCannotMove):
        look(database, desk, slip.id, ENG)
    assert books(database) == before
    assert database.read(load_unfinished_rows, desk, [slip.id]) == [None]


def test_a_new_expected_time_stands_on_the_slip(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    eta = clock() + timedelta(days=2)
    order = FollowUpSlip(slip.id, "后天完", ENG, eta)
    assert database.write(follow_up_slip, desk, order)[0] == slip.number
    assert slip_of(database, slip.id).eta_at == eta
    said = json.loads(last_facts(database, slip.id))
    assert said["note"] == "后天完"
    past = FollowUpSlip(slip.id, "早该完", ENG, clock() - timedelta(minutes=1))
    with pytest.raises(TimeOrder) as refused:
        database.write(follow_up_slip, desk, past)
    assert refused.value.field == "eta_at"
    clock.advance(days=3)
    same = FollowUpSlip(slip.id, "仍未完", ENG, eta)
    database.write(follow_up_slip, desk, same)
    assert slip_of(database, slip.id).eta_at == eta, "an old time may stand unchanged"


def test_a_complex_case_is_reported_to_the_director_with_the_look(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.4.1-3."""
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    order = FollowUpSlip(slip.id, "两家责任不清", ENG, report_to="物业总监")
    database.write(follow_up_slip, desk, order)
    assert events_of(database, slip.id)[-2:] == ["follow_up", "escalate"]
    assert rows(database, desk)[0].escalated_to == "物业总监"
    before = books(database)
    long = FollowUpSlip(slip.id, "两家责任不清", ENG, report_to="长" * 41)
    with pytest.raises(FieldTooLong):
        database.write(follow_up_slip, desk, long)
    assert books(database) == before
    assert problems(database, desk) == []


def test_a_note_is_there_and_within_its_limit(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk)
    with pytest.raises(FieldMissing):
        look(database, desk, slip.id, ENG, " \n ")
    with pytest.raises(FieldTooLong):
        look(database, desk, slip.id, ENG, "长" * 301)
    look(database, desk, slip.id, ENG, "长" * 300)


def test_the_side_is_that_of_the_department_and_only_the_system_chooses(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk)
    with pytest.raises(FieldMissing) as refused:
        database.write(follow_up_slip, desk, FollowUpSlip(slip.id, "已问"))
    assert refused.value.field == "side"
    make_staff(
        database, desk, "演示主管", Post.SUPERVISOR, department=Department.ENGINEERING
    )
    make_staff(
        database, desk, "演示中控", Post.CONTROL_ROOM, department=Department.CONTROL
    )
    make_staff(
        database, desk, "演示技工", Post.TECHNICIAN, department=Department.ENGINEERING
    )
    for name, side in (("演示主管", ENG), ("演示中控", HK)):
        own = database.read(open_desk, actor=name, clock=desk.clock)
        database.write(follow_up_slip, own, FollowUpSlip(slip.id, "已问"))
        assert json.loads(last_facts(database, slip.id))["side"] == side.value
        other = ENG if side is HK else HK
        with pytest.raises(SideOfOthers):
            database.write(follow_up_slip, own, FollowUpSlip(slip.id, "已问", other))
    nobody = database.read(open_desk, actor="演示技工", clock=desk.clock)
    with pytest.raises(NotAllowed):
        database.write(follow_up_slip, nobody, FollowUpSlip(slip.id, "已问"))


def test_a_supervisor_ticks_a_day_once(database: Database, desk: Desk) -> None:
    make_staff(
        database, desk, "演示主管", Post.SUPERVISOR, department=Department.ENGINEERING
    )
    own = database.read(open_desk, actor="演示主管", clock=desk.clock)
    today = date(2026, 3, 2)
    database.write(review_day, own, ReviewDay(today, note="已查"))
    with pytest.raises(DayReviewed):
        database.write(review_day, own, ReviewDay(today))
    with pytest.raises(TimeInFuture):
        database.write(review_day, own, ReviewDay(today + timedelta(days=1)))
    with pytest.raises(FieldTooLong):
        order = ReviewDay(today - timedelta(days=1), note="长" * 301)
        database.write(review_day, own, order)
    with pytest.raises(NotAllowed):
        order = ReviewDay(today - timedelta(days=1), supervisor="另一主管")
        database.write(review_day, own, order)
    found = database.read(list_reviews, desk, today, today + timedelta(days=1))
    assert [(row.supervisor, row.note) for row in found] == [("演示主管", "已查")]


def test_the_system_names_the_supervisor_and_others_do_not_tick(
    database: Database, desk: Desk
) -> None:
    today = date(2026, 3, 2)
    with pytest.raises(FieldMissing):
        database.write(review_day, desk, ReviewDay(today))
    database.write(review_day, desk, ReviewDay(today, "演示主管"))
    make_staff(database, desk, "演示前台")
    other = database.read(open_desk, actor="演示前台", clock=desk.clock)
    with pytest.raises(NotAllowed):
        database.write(review_day, other, ReviewDay(today))
