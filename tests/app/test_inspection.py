"""The day's inspection: what waits, who looked at it, what is refused."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk, open_desk
from app.errors import Refusal
from app.inspection import (
    MOST_REASONS,
    QUICK_REASONS,
    load_inspected_slip,
    load_inspection_day,
    load_quick_reasons,
    pass_slips,
)
from app.inspection_count import IMPORTED_DAYS, waiting_count
from app.room_count import count_rooms
from app.settings_change import change_settings
from app.slip_close import InspectSlip, inspect_slip
from app.slip_copy_move import live_copies
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_record import possible_events
from app.slip_refusals import (
    FieldMissing,
    FieldTooLong,
    InspectedAlready,
    OwnWork,
    SlipCannotMove,
    TimeOrder,
)
from app.slip_return import TakeBackSlip, take_back_slip
from models.inspection import Inspection
from models.inspection_day import WorkToInspect
from models.slip import InspectStatus, JobType, Slip, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import books, problems, slip_of, state_of
from tests.app.slip_step import inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit

_RETURNED = SlipState.RETURNED


def _waiting(database: Database, desk: Desk) -> list[WorkToInspect]:
    return list(database.read(load_inspection_day, desk).waiting)


def _pass(database: Database, desk: Desk, slip_id: int, **more: object) -> None:
    order = InspectSlip(slip_id, is_passed=True, **more)  # type: ignore[arg-type]
    database.write(inspect_slip, desk, order)


def _fail(database: Database, desk: Desk, slip_id: int, note: str = "仍不亮") -> None:
    database.write(inspect_slip, desk, InspectSlip(slip_id, False, note))


def _refused(
    database: Database, desk: Desk, order: InspectSlip, kind: type[Refusal]
) -> Refusal:
    before = books(database)
    with pytest.raises(kind) as refused:
        database.write(inspect_slip, desk, order)
    assert books(database) == before, "nothing is written"
    return refused.value


def test_public_and_office_work_that_is_back_waits_and_a_units_does_not(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_unit(database, desk)
    make_slip(database, desk, _RETURNED, area_kind=AreaKind.UNIT)
    make_slip(database, desk, SlipState.DONE)
    first = make_slip(database, desk, _RETURNED, job_type=JobType.URGENT)
    clock.advance(minutes=5)
    kind = AreaKind.OFFICE
    second = make_slip(database, desk, _RETURNED, area_kind=kind, area="管理处")
    waiting = _waiting(database, desk)
    assert [one.slip_id for one in waiting] == [first.id, second.id], "oldest first"
    one = waiting[0]
    assert (one.number, one.area, one.place) == (first.number, "地下车库", "B1层12号柱")
    assert (one.content, one.technicians) == ("照明灯不亮", ("演示技工",))
    assert one.is_urgent
    assert not waiting[1].is_urgent
    assert database.read(count_rooms, desk).to_inspect == 2


@pytest.mark.parametrize(
    ("minutes", "is_late"), [(0, False), (60, False), (61, True), (1500, True)]
)
def test_a_paper_that_came_long_after_the_work_is_marked(
    database: Database, desk: Desk, clock: Clock, minutes: int, is_late: bool
) -> None:
    """S4-4.2.3.2-1: at once; the warning comes after 60 minutes (K-07)."""
    slip = make_slip(database, desk, SlipState.DONE)
    clock.advance(minutes=minutes)
    take_back(database, desk, slip.id)
    (one,) = _waiting(database, desk)
    assert one.is_late is is_late
    assert one.returned_at - one.done_at == timedelta(minutes=minutes)  # type: ignore[operator]


def test_how_late_a_paper_is_says_the_limit_of_the_centre_to_the_minute(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DONE)
    clock.advance(minutes=60, seconds=59)
    take_back(database, desk, slip.id)
    for changed, is_late in (
        ({}, False),
        ({"public_return_warn_min": "59"}, True),
        ({"public_return_mode": "RECORD"}, False),
        ({"public_return_mode": "OFF"}, False),
        ({"public_return_mode": "BREACH"}, True),
    ):
        database.write(change_settings, desk, changed)
        own = database.read(open_desk, clock=clock)
        (one,) = _waiting(database, own)
        assert one.is_late is is_late, changed


def test_where_nobody_told_when_it_was_done_nobody_knows_how_late_the_paper_is(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    order = TakeBackSlip(slip.id, result_text="已修好")
    database.write(take_back_slip, desk, order)
    (one,) = _waiting(database, desk)
    assert (one.done_at, one.is_late) == (None, None)


def test_what_was_inspected_stands_below_with_who_and_when(
    database: Database, desk: Desk, clock: Clock
) -> None:
    good = make_slip(database, desk, _RETURNED)
    bad = make_slip(database, desk, _RETURNED)
    clock.advance(minutes=30)
    _pass(database, desk, good.id)
    clock.advance(minutes=1)
    _fail(database, desk, bad.id, "灯罩未装回")
    day = database.read(load_inspection_day, desk)
    assert not day.waiting
    assert [(one.slip_id, one.is_passed, one.by) for one in day.inspected] == [
        (bad.id, False, "系统"),
        (good.id, True, "系统"),
    ]
    assert day.inspected[0].note == "灯罩未装回"
    assert day.inspected[0].at == clock.at
    clock.advance(days=1)
    assert not database.read(load_inspection_day, desk).inspected, "another day"


def test_a_failure_sends_the_paper_out_again_and_counts_the_rework(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.2.3.2-3: back to Engineering; the next time the reason stands beside it."""
    slip = make_slip(database, desk, _RETURNED)
    _fail(database, desk, slip.id, "灯罩未装回")
    found = slip_of(database, slip.id)
    assert (found.state, found.rework_no) == (SlipState.DISPATCHED, 1)
    assert found.inspect_status is InspectStatus.FAILED
    places = {no: c.place for no, c in database.read(live_copies, slip.id).items()}
    assert places[4] is CopyPlace.TECHNICIAN
    clock.advance(hours=1)
    take_back(database, desk, slip.id)
    (one,) = _waiting(database, desk)
    assert (one.rework_no, one.failed_for) == (1, "灯罩未装回")
    facts = database.read(load_inspected_slip, desk, slip.id)
    assert [(past.is_passed, past.note) for past in facts.past] == [
        (False, "灯罩未装回")
    ]
    clock.advance(minutes=1)
    _pass(database, desk, slip.id)
    assert not problems(database, desk)


def test_a_wrong_pass_is_put_right_by_a_failure_and_both_stay(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    _pass(database, desk, slip.id)
    clock.advance(minutes=3)
    _fail(database, desk, slip.id, "看错了地方")
    assert state_of(database, slip.id) is SlipState.DISPATCHED
    day = database.read(load_inspection_day, desk)
    told = [(one.is_passed, one.is_standing) for one in day.inspected]
    assert told == [(False, True), (True, False)]
    assert [one.note for one in day.failures] == ["看错了地方"]
    assert not problems(database, desk)


def test_what_was_passed_at_one_desk_is_not_passed_again_at_another(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    version = slip_of(database, slip.id).version
    _pass(database, desk, slip.id, version=version)
    when = clock.at
    clock.advance(minutes=2)
    order = InspectSlip(slip.id, is_passed=True, version=version)
    refusal = _refused(database, desk, order, InspectedAlready)
    assert refusal.facts == {"number": slip.number, "by": "系统", "at": when}


def test_what_changed_at_another_desk_is_looked_at_again_before_it_fails(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    version = slip_of(database, slip.id).version
    _pass(database, desk, slip.id)
    order = InspectSlip(slip.id, False, "仍不亮", version=version)
    _refused(database, desk, order, ChangedByOthers)


@pytest.mark.parametrize("is_passed", [True, False])
def test_what_went_out_again_at_another_desk_is_not_inspected(
    database: Database, desk: Desk, is_passed: bool
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    version = slip_of(database, slip.id).version
    _fail(database, desk, slip.id)
    order = InspectSlip(slip.id, is_passed, "仍不亮", version=version)
    refusal = _refused(database, desk, order, SlipCannotMove)
    assert refusal.facts["state"] is SlipState.DISPATCHED


@pytest.mark.parametrize("note", ["", " \n\t", "\u3000"])
def test_a_failure_without_a_reason_is_refused(
    database: Database, desk: Desk, note: str
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    refusal = _refused(database, desk, InspectSlip(slip.id, False, note), FieldMissing)
    assert refusal.facts["field"] == "note"


def test_a_reason_of_201_characters_is_too_long_and_one_of_200_is_kept(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    order = InspectSlip(slip.id, False, "漏" * 201)
    refusal = _refused(database, desk, order, FieldTooLong)
    assert (refusal.facts["field"], refusal.facts["limit"]) == ("note", 200)
    _fail(database, desk, slip.id, "漏" * 200)
    assert slip_of(database, slip.id).inspect_note == "漏" * 200


def test_a_clock_that_was_set_back_inspects_nothing(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    clock.advance(minutes=-10)
    order = InspectSlip(slip.id, is_passed=True)
    assert _refused(database, desk, order, TimeOrder).facts["earlier"] == "returned_at"
    clock.advance(minutes=30)
    _pass(database, desk, slip.id)
    clock.advance(minutes=-5)
    order = InspectSlip(slip.id, False, "看错了")
    assert _refused(database, desk, order, TimeOrder).facts["earlier"] == "inspected_at"


def test_nobody_accepts_the_own_work(database: Database, desk: Desk) -> None:
    """K-18, whatever posts somebody holds; S4h-2.5 is not taken over."""
    slip = make_slip(database, desk, _RETURNED)
    make_staff(database, desk, "演示技工", Post.TECHNICIAN, Post.HOUSEKEEPER)
    own = database.read(open_desk, actor="演示技工", clock=desk.clock)
    for is_passed in (True, False):
        order = InspectSlip(slip.id, is_passed, "尚可")
        refusal = _refused(database, own, order, OwnWork)
        assert refusal.facts == {"name": "演示技工", "number": slip.number}


def test_who_repaired_and_who_accepts_both_stand_on_what_passes(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4c-3.3."""
    slip = make_slip(database, desk)
    database.write(dispatch_slip, desk, DispatchSlip(slip.id, "水工", "演示主管"))
    database.write(take_back_slip, desk, TakeBackSlip(slip.id))
    order = InspectSlip(slip.id, is_passed=True)
    assert _refused(database, desk, order, FieldMissing).facts["field"] == "technicians"
    make_staff(database, desk, "李管家", Post.HOUSEKEEPER)
    housekeeper = database.read(open_desk, actor="李管家", clock=clock)
    _pass(database, housekeeper, slip.id, technicians=("演示乙", " 演示甲 "))
    found = slip_of(database, slip.id)
    assert found.technicians == ("演示乙", "演示甲")
    assert (found.accepted_by, found.inspected_by) == ("李管家", "李管家")
    assert not problems(database, desk)


def test_whom_the_paper_names_as_having_accepted_it_stays(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(take_back_slip, desk, TakeBackSlip(slip.id, accepted_by="保安部"))
    _pass(database, desk, slip.id)
    assert slip_of(database, slip.id).accepted_by == "保安部"


def test_a_slip_that_passed_is_not_offered_to_be_passed(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _RETURNED)

    def may(session: Session) -> frozenset[SlipEvent]:
        return possible_events(desk, session.get_one(Slip, slip.id))

    assert {SlipEvent.INSPECT_PASS, SlipEvent.INSPECT_FAIL} <= database.read(may)
    _pass(database, desk, slip.id)
    assert SlipEvent.INSPECT_PASS not in database.read(may)
    assert SlipEvent.INSPECT_FAIL in database.read(may)


def test_several_pass_together_or_none(database: Database, desk: Desk) -> None:
    slips = [make_slip(database, desk, _RETURNED) for _ in range(3)]
    orders = [
        InspectSlip(one.slip_id, is_passed=True, version=one.version)
        for one in _waiting(database, desk)
    ]
    _pass(database, desk, slips[1].id)
    before = books(database)
    with pytest.raises(InspectedAlready):
        database.write(pass_slips, desk, orders)
    assert books(database) == before
    rest = [order for order in orders if order.slip_id != slips[1].id]
    ids, _ = database.write(pass_slips, desk, rest)
    assert ids == (slips[0].id, slips[2].id)
    assert not _waiting(database, desk)


def test_only_housekeeping_inspects(database: Database, desk: Desk) -> None:
    from app.desk import NotAllowed

    slip = make_slip(database, desk, _RETURNED)
    make_staff(
        database, desk, "王调度", Post.DISPATCHER, department=Department.ENGINEERING
    )
    dispatcher = database.read(open_desk, actor="王调度", clock=desk.clock)
    _refused(database, dispatcher, InspectSlip(slip.id, is_passed=True), NotAllowed)
    assert database.read(count_rooms, dispatcher).to_inspect == 0


def test_the_reasons_given_most_come_before_the_usual_ones(
    database: Database, desk: Desk, clock: Clock
) -> None:
    assert database.read(load_quick_reasons, desk) == QUICK_REASONS
    for note in ("接缝渗水", "接缝渗水", "只有一次"):
        slip = make_slip(database, desk, _RETURNED)
        _fail(database, desk, slip.id, note)
    expected = ("接缝渗水", *QUICK_REASONS)[:MOST_REASONS]
    assert database.read(load_quick_reasons, desk) == expected
    clock.advance(days=61)
    assert database.read(load_quick_reasons, desk) == QUICK_REASONS


def test_old_work_of_a_data_book_does_not_wait(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """Nobody knows how it was inspected; the newest may still be looked at."""
    slips = [make_slip(database, desk, _RETURNED) for _ in range(3)]
    limit = desk.now() - timedelta(days=IMPORTED_DAYS)
    moments = (limit, limit - timedelta(seconds=1))

    def make_old(session: Session) -> None:
        for slip, at in zip(slips, moments, strict=False):
            facts = {"is_imported": True, "returned_at": at}
            session.execute(update(Slip).where(Slip.id == slip.id).values(facts))

    database.write(make_old)
    waiting = [one.slip_id for one in _waiting(database, desk)]
    assert waiting == [slips[0].id, slips[2].id]
    assert database.read(count_rooms, desk).to_inspect == 2


def test_what_waits_is_found_by_its_index(
    database: Database, desk: Desk, engine_name: str
) -> None:
    """The figure beside the room is asked for after every change, in years of slips."""

    def plan(session: Session) -> str:
        connection = session.connection()
        count = waiting_count(desk).compile(
            connection, compile_kwargs={"literal_binds": True}
        )
        explain = "EXPLAIN QUERY PLAN" if engine_name == "sqlite" else "EXPLAIN"
        if engine_name != "sqlite":
            session.execute(text("SET LOCAL enable_seqscan = off"))
        rows = connection.exec_driver_sql(f"{explain} {count}").all()
        return "\n".join(str(row) for row in rows)

    assert "ix_slip_to_inspect" in database.read(plan)


def test_every_inspection_is_kept_beside_the_log(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _RETURNED)
    for is_passed in (True, False):
        clock.advance(minutes=1)
        inspect(is_passed)(database, desk, slip.id)

    def kept(session: Session) -> list[tuple[bool, str | None]]:
        rows = session.execute(
            select(Inspection.is_passed, Inspection.note).order_by(Inspection.id)
        )
        return [(is_passed, note) for is_passed, note in rows]

    assert database.read(kept) == [(True, None), (False, "仍不亮")]
