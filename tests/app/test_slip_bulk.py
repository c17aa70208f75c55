"""Many slips changed together: looked through, done, taken back."""

from datetime import timedelta
from threading import Event, Thread, Timer

import pytest
from sqlalchemy.orm import Session

from app.check import check_books
from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk
from app.errors import Cancelled
from app.progress import Progress
from app.slip_amend import AmendSlip, amend_slip
from app.slip_archive import Lack
from app.slip_bulk import (
    BulkAction,
    BulkDone,
    BulkPlan,
    change_bulk,
    plan_bulk,
    undo_bulk,
)
from app.slip_bulk_order import (
    AssignSlips,
    BulkOrder,
    CancelSlips,
    CloseSlips,
    EscalateSlips,
    FeedBackSlips,
    SetUrgency,
    check_bulk_order,
)
from app.slip_filter import SlipFilter
from app.slip_refusals import (
    FieldMissing,
    NotYetSettled,
    SignedByTechnician,
    SlipCannotMove,
    TimeOrder,
    TooManySlips,
    UrgencyUnchanged,
)
from app.slip_view import load_slip_view
from models.slip import JobType, SlipEvent, SlipState
from models.unit import AreaKind
from tests.makers import make_slip, make_unit

_S = SlipState


@pytest.fixture
def books(database: Database, desk: Desk) -> tuple[int, ...]:
    """A slip that waits, two under way, one back, one void; of a unit."""
    make_unit(database, desk)
    states = (_S.ISSUED, _S.DISPATCHED, _S.WORKING, _S.RETURNED, _S.VOID)
    unit = AreaKind.UNIT
    return tuple(make_slip(database, desk, s, area_kind=unit).id for s in states)


def _plan(
    database: Database, desk: Desk, ids: tuple[int, ...], action: BulkAction
) -> BulkPlan:
    return database.read(plan_bulk, desk, SlipFilter(ids=ids), action)


def _do(database: Database, desk: Desk, plan: BulkPlan, order: BulkOrder) -> BulkDone:
    database.read(check_bulk_order, desk, order)
    done: BulkDone = database.write(change_bulk, desk, plan.can, order)[0]
    return done


def _fact(database: Database, desk: Desk, slip_id: int, name: str) -> object:
    return database.read(load_slip_view, desk, slip_id).facts[name]


def test_a_plan_says_which_slips_will_change_and_why_the_others_cannot(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books, BulkAction.ASSIGN)
    # In the order of the list: the newest first.
    assert [row.id for row in plan.rows] == sorted(books, reverse=True)
    assert {row.id: row.event for row in plan.can} == {
        books[0]: SlipEvent.DISPATCH,
        books[1]: SlipEvent.REASSIGN,
        books[2]: SlipEvent.REASSIGN,
    }
    assert {row.id for row in plan.cannot} == {books[3], books[4]}
    assert all(isinstance(row.refusal, SlipCannotMove) for row in plan.cannot)


def test_slips_are_assigned_together_and_only_reassigning_is_taken_back(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books, BulkAction.ASSIGN)
    order = AssignSlips("电工", "演示新主管", ("演示新技工",), "换班", dispatches=True)
    done = _do(database, desk, plan, order)
    for slip_id in books[:3]:
        assert _fact(database, desk, slip_id, "technicians") == ("演示新技工",)
    assert _fact(database, desk, books[0], "state") is _S.DISPATCHED
    assert [each.id for each in done.can_undo] == [books[2], books[1]]
    undone, _ = database.write(undo_bulk, desk, done.can_undo, "撤销")
    assert len(undone.changed) == 2
    assert _fact(database, desk, books[1], "supervisor") == "演示主管"
    assert _fact(database, desk, books[2], "technicians") == ("演示技工",)
    assert _fact(database, desk, books[0], "supervisor") == "演示新主管"
    assert not list(database.read(check_books, desk)), "each step stands in the log"


def test_what_somebody_changed_since_is_left_alone_both_ways(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books, BulkAction.URGENCY)
    assert [row.id for row in plan.can] == [books[2], books[1], books[0]]
    database.write(amend_slip, desk, AmendSlip(books[0], content="水管爆了"))
    done = _do(database, desk, plan, SetUrgency(JobType.URGENT))
    assert [each.id for each in done.changed] == [books[2], books[1]]
    assert [type(each.refusal) for each in done.left] == [ChangedByOthers]
    assert _fact(database, desk, books[1], "needs_reprint") is True
    database.write(amend_slip, desk, AmendSlip(books[1], content="灯坏了"))
    undone, _ = database.write(undo_bulk, desk, done.can_undo, "撤销")
    assert [each.id for each in undone.changed] == [books[2]]
    assert [each.number for each in undone.left] == [done.changed[1].number]
    assert _fact(database, desk, books[1], "job_type") is JobType.URGENT
    assert _fact(database, desk, books[2], "job_type") is JobType.ROUTINE
    assert _fact(database, desk, books[2], "needs_reprint") is False


def test_a_slip_that_is_that_urgent_already_is_named_and_not_counted(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    database.write(amend_slip, desk, AmendSlip(books[0], job_type=JobType.URGENT))
    plan = _plan(database, desk, books[:2], BulkAction.URGENCY)
    order = SetUrgency(JobType.URGENT)
    asked = plan.under(order)
    assert [row.id for row in asked.can] == [books[1]]
    assert [(row.id, type(row.refusal)) for row in asked.cannot] == [
        (books[0], UrgencyUnchanged)
    ]
    done = _do(database, desk, plan, order)
    assert [each.id for each in done.changed] == [books[1]]
    assert [type(each.refusal) for each in done.left] == [UrgencyUnchanged]
    undone, _ = database.write(undo_bulk, desk, done.can_undo, "撤销")
    assert [each.id for each in undone.changed] == [books[1]]


def test_a_change_that_changed_nothing_has_nothing_to_take_back(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books[1:2], BulkAction.ASSIGN)
    done = _do(database, desk, plan, AssignSlips(supervisor="演示主管"))
    assert [each.id for each in done.changed] == [books[1]]
    assert not done.can_undo


def test_stopped_in_the_middle_it_leaves_every_slip_as_it_was(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books, BulkAction.CANCEL)
    progress = Progress(lambda done, _: progress.stop() if done == 1 else None)
    order = CancelSlips("业户撤销")
    with pytest.raises(Cancelled):
        database.write(change_bulk, desk, plan.can, order, progress=progress)
    assert _fact(database, desk, books[0], "state") is _S.ISSUED
    assert _fact(database, desk, books[1], "state") is _S.DISPATCHED


def test_the_other_steps_are_their_use_cases_and_have_no_way_back(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    eta_at = desk.now() + timedelta(hours=3)
    for action, order, changed in (
        (BulkAction.FEEDBACK, FeedBackSlips("待料", eta_at), 3),
        (BulkAction.ESCALATE, EscalateSlips("工程部经理"), 3),
        (BulkAction.CANCEL, CancelSlips("业户撤销"), 2),
    ):
        plan = _plan(database, desk, books, action)
        done = _do(database, desk, plan, order)
        assert len(done.changed) == changed, action
        assert not done.can_undo
    assert _fact(database, desk, books[2], "unfinished_reason") == "待料"
    assert _fact(database, desk, books[0], "state") is _S.CANCELLED
    assert not list(database.read(check_books, desk))


def test_a_slip_that_is_not_settled_is_not_filed(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books, BulkAction.CLOSE)
    assert not plan.can
    refusal = next(row.refusal for row in plan.rows if row.id == books[3])
    assert isinstance(refusal, NotYetSettled)
    assert refusal.facts["lack"] is Lack.FINANCE_COPY
    assert _do(database, desk, plan, CloseSlips()) == BulkDone((), ())


@pytest.mark.parametrize(
    ("order", "refusal", "field"),
    [
        (AssignSlips(), FieldMissing, "technicians"),
        (AssignSlips(supervisor="演示", dispatches=True), FieldMissing, "trade"),
        (AssignSlips(trade="水工", dispatches=True), FieldMissing, "supervisor"),
        (FeedBackSlips("待料", None), FieldMissing, "eta_at"),
        (SetUrgency(None), FieldMissing, "job_type"),
        (EscalateSlips(" "), FieldMissing, "to_whom"),
        (CancelSlips(""), FieldMissing, "reason"),
        (CancelSlips("非本处范围"), FieldMissing, "note"),
    ],
)
def test_what_is_typed_is_checked_before_any_slip_is_touched(
    order: BulkOrder,
    refusal: type[FieldMissing],
    field: str,
    database: Database,
    desk: Desk,
) -> None:
    with pytest.raises(refusal) as found:
        database.read(check_bulk_order, desk, order)
    assert found.value.field == field


def test_an_expected_time_lies_ahead(database: Database, desk: Desk) -> None:
    order = FeedBackSlips("待料", desk.now() - timedelta(minutes=1))
    with pytest.raises(TimeOrder):
        database.read(check_bulk_order, desk, order)


def test_more_slips_than_can_be_looked_through_are_refused(
    books: tuple[int, ...],
    database: Database,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.slip_bulk.MOST_SLIPS", 4)
    with pytest.raises(TooManySlips):
        _plan(database, desk, books, BulkAction.CANCEL)


def test_a_slip_that_refuses_what_was_typed_stays_and_the_others_are_changed(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    unit = AreaKind.UNIT
    signed = make_slip(database, desk, _S.DONE, area_kind=unit).id
    plan = _plan(database, desk, (*books[1:3], signed), BulkAction.ASSIGN)
    done = _do(database, desk, plan, AssignSlips(technicians=("演示业户",)))
    assert [each.id for each in done.changed] == [books[2], books[1]]
    (left,) = done.left
    assert isinstance(left.refusal, SignedByTechnician)
    assert _fact(database, desk, signed, "technicians") == ("演示技工",)
    assert not list(database.read(check_books, desk))


def test_what_is_wrong_with_the_order_refuses_the_whole(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    plan = _plan(database, desk, books, BulkAction.FEEDBACK)
    order = FeedBackSlips("待料", None)
    with pytest.raises(FieldMissing):
        database.write(change_bulk, desk, plan.can, order)


def test_a_slip_that_another_desk_is_just_changing_is_waited_for_and_left(
    books: tuple[int, ...], database: Database, desk: Desk
) -> None:
    """R9: the run of many slips neither fails as a whole nor writes over it."""
    plan = _plan(database, desk, books, BulkAction.URGENCY)
    has_begun, may_end = Event(), Event()

    def slowly(session: Session, desk: Desk) -> None:
        amend_slip(session, desk, AmendSlip(books[1], content="水管爆了"))
        session.flush()
        has_begun.set()
        may_end.wait(10)

    other = Thread(target=database.write, args=(slowly, desk))
    other.start()
    assert has_begun.wait(10)
    Timer(0.5, may_end.set).start()
    done = _do(database, desk, plan, SetUrgency(JobType.URGENT))
    other.join()
    assert [each.id for each in done.changed] == [books[2], books[0]]
    assert [type(each.refusal) for each in done.left] == [ChangedByOthers]
    assert _fact(database, desk, books[1], "content") == "水管爆了"
