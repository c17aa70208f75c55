"""A callback is noted once, with what was answered, and stands in the log."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.callback import CallBack, CalledBack, call_back
from app.data_book_export import export_book
from app.data_book_finding import BookRefused
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import FieldRefusal, Refusal
from app.slip_close import CancelSlip, cancel_slip
from app.slip_refusals import (
    AnswerMissing,
    AnswerWithoutTalk,
    CalledMeanwhile,
    FieldTooLong,
    NothingToCallBack,
    SlipCannotMove,
    SlipUnknown,
    TimeInFuture,
    TimeOrder,
)
from app.slip_view import load_slip_view
from models.callback import Callback, CallbackMethod, CallbackResult
from models.data_book import BookRows, CallbackRow
from models.slip import OwnerOpinion, SlipEvent, SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import books, by_hand, changed_between, problems, state_of
from tests.app.slip_step import inspect, take_back
from tests.clock import Clock
from tests.data_book_maker import (
    NOW,
    at,
    book_file,
    full_book,
    numbered,
    raw_book,
    unit_slip,
    without_rows,
)
from tests.makers import make_slip, make_staff

PHONE, VISIT, ONSITE = CallbackMethod
REACHED, UNREACHABLE, REFUSED = CallbackResult
SATISFIED, FAIR, DISSATISFIED = OwnerOpinion


def back(database: Database, desk: Desk, kind: AreaKind = AreaKind.UNIT) -> int:
    """A slip that is back."""
    return make_slip(database, desk, SlipState.RETURNED, area_kind=kind).id


def content(slip_id: int, **more: Any) -> CallBack:
    """Somebody was reached and is content."""
    order = CallBack(slip_id, PHONE, REACHED, is_normal=True, satisfaction=SATISFIED)
    return replace(order, **more)


def noted(database: Database, desk: Desk, order: CallBack) -> CalledBack:
    answer, _ = database.write(call_back, desk, order)
    return answer


def calls(database: Database) -> list[Callback]:
    def load(session: Session) -> list[Callback]:
        found = list(session.scalars(select(Callback).order_by(Callback.id)))
        session.expunge_all()
        return found

    return database.read(load)


def test_a_call_is_noted_with_its_answers(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = back(database, desk)
    clock.advance(hours=3)
    answer = noted(database, desk, content(slip_id, comment=" 很快，\n谢谢 "))

    assert answer == CalledBack(answer.number, 1, is_followed=False)
    (call,) = calls(database)
    assert (call.slip_id, call.called_at, call.called_by) == (
        slip_id,
        desk.now(),
        desk.actor,
    )
    assert (call.method, call.result) == (PHONE, REACHED)
    assert (call.is_normal, call.satisfaction) == (True, SATISFIED)
    assert call.comment == "很快， 谢谢"
    last = database.read(load_slip_view, desk, slip_id).events[-1]
    assert (last.what, last.happened_at) == (SlipEvent.CALLBACK, desk.now())
    assert last.facts["callback"] == {
        "method": "phone",
        "result": "reached",
        "is_normal": True,
        "satisfaction": "satisfied",
        "comment": "很快， 谢谢",
        "attempt": 1,
    }
    assert state_of(database, slip_id) is SlipState.RETURNED
    assert problems(database, desk) == []


def test_attempts_are_counted(database: Database, desk: Desk, clock: Clock) -> None:
    slip_id = back(database, desk)
    for attempt in (1, 2, 3):
        clock.advance(hours=5)
        order = CallBack(slip_id, PHONE, UNREACHABLE, attempts=attempt - 1)
        assert noted(database, desk, order).attempt == attempt
    assert noted(database, desk, content(slip_id)).attempt == 4


def test_a_check_on_site_is_a_callback(database: Database, desk: Desk) -> None:
    slip_id = back(database, desk, AreaKind.PUBLIC)
    inspect(True)(database, desk, slip_id)
    assert noted(database, desk, CallBack(slip_id, ONSITE, REACHED, is_normal=True))


def test_dissatisfied_is_followed(database: Database, desk: Desk) -> None:
    slip_id = back(database, desk)
    order = content(slip_id, satisfaction=DISSATISFIED)
    assert noted(database, desk, order).is_followed


def refused(
    database: Database, desk: Desk, order: CallBack, kind: type[Refusal]
) -> Refusal:
    """What refuses an order that leaves everything as it was."""
    before = books(database)
    with pytest.raises(kind) as met:
        database.write(call_back, desk, order)
    assert changed_between(before, books(database)) == set()
    return met.value


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"is_normal": None, "satisfaction": None}, AnswerMissing),
        ({"result": UNREACHABLE}, AnswerWithoutTalk),
        ({"result": REFUSED, "is_normal": None}, AnswerWithoutTalk),
        ({"comment": "长" * 301}, FieldTooLong),
    ],
)
def test_what_was_answered_must_fit(
    database: Database, desk: Desk, change: dict[str, Any], kind: type[FieldRefusal]
) -> None:
    slip_id = back(database, desk)
    met = refused(database, desk, content(slip_id, **change), kind)
    assert isinstance(met, FieldRefusal)
    assert met.field == ("comment" if "comment" in change else "satisfaction")


def test_one_answer_is_enough_and_three_hundred_characters_are_taken(
    database: Database, desk: Desk
) -> None:
    slip_id = back(database, desk)
    noted(database, desk, content(slip_id, satisfaction=None, comment="长" * 300))
    noted(database, desk, content(slip_id, is_normal=None))
    assert len(calls(database)) == 2


def test_nobody_calls_in_the_future_or_before_the_return(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.advance(hours=1)
    slip_id = back(database, desk)
    clock.advance(hours=1)
    now = desk.now()
    soon = content(slip_id, called_at=now + timedelta(seconds=1))
    early = content(slip_id, called_at=now - timedelta(hours=1, seconds=1))
    assert refused(database, desk, soon, TimeInFuture).facts["field"] == "called_at"
    assert refused(database, desk, early, TimeOrder).facts["earlier"] == "returned_at"
    noted(database, desk, content(slip_id, called_at=now - timedelta(hours=1)))
    (call,) = calls(database)
    assert call.called_at == now - timedelta(hours=1)


@pytest.mark.parametrize(
    "state",
    [state for state in SlipState if state not in (SlipState.DRAFT, SlipState.CLOSED)],
)
def test_only_what_is_back_is_called_about(
    database: Database, desk: Desk, state: SlipState
) -> None:
    slip = make_slip(database, desk, state, area_kind=AreaKind.UNIT)
    if state is SlipState.RETURNED:
        assert noted(database, desk, content(slip.id)).attempt == 1
        return
    kind = NothingToCallBack if state is SlipState.CANCELLED else SlipCannotMove
    refused(database, desk, content(slip.id), kind)


def test_who_was_advised_over_the_telephone_is_called(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, area_kind=AreaKind.UNIT)
    reason = CancelSlip(slip.id, "电话指导解决", "指导复位")
    database.write(cancel_slip, desk, reason)
    clock.advance(hours=2)
    early = content(slip.id, called_at=desk.now() - timedelta(hours=3))
    refused(database, desk, early, TimeOrder)
    assert noted(database, desk, content(slip.id)).number == slip.number
    assert state_of(database, slip.id) is SlipState.CANCELLED
    assert problems(database, desk) == []


def test_a_slip_that_went_out_again_meanwhile_is_not_called_about(
    database: Database, desk: Desk
) -> None:
    slip_id = back(database, desk, AreaKind.PUBLIC)
    inspect(False)(database, desk, slip_id)
    met = refused(database, desk, content(slip_id), SlipCannotMove)
    assert met.facts["state"] is SlipState.DISPATCHED


def test_a_call_noted_elsewhere_meanwhile_is_told_first(
    database: Database, desk: Desk
) -> None:
    slip_id = back(database, desk)
    noted(database, desk, content(slip_id, attempts=0))
    met = refused(database, desk, content(slip_id, attempts=0), CalledMeanwhile)
    assert met.facts["by"] == desk.actor
    assert met.facts["at"] == desk.now()
    assert noted(database, desk, content(slip_id, attempts=1)).attempt == 2


def test_two_desks_at_the_same_moment_note_one_call_each_or_are_told(
    database: Database, desk: Desk
) -> None:
    slip_id = back(database, desk)
    start = Barrier(6)
    told: list[object] = []

    def one_desk() -> None:
        start.wait()
        try:
            told.append(noted(database, desk, content(slip_id, attempts=0)).attempt)
        except CalledMeanwhile:
            told.append("told")

    threads = [Thread(target=one_desk) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == ["1", *["told"] * 5]
    assert len(calls(database)) == 1


def test_who_may_not_call_is_refused(database: Database, desk: Desk) -> None:
    slip_id = back(database, desk)
    make_staff(
        database,
        desk,
        "演示技工",
        Post.TECHNICIAN,
        department=Department.ENGINEERING,
    )
    technician = database.read(open_desk, actor="演示技工", clock=desk.clock)
    refused(database, technician, content(slip_id), NotAllowed)


def test_a_slip_of_nobody_is_refused(database: Database, desk: Desk) -> None:
    refused(database, desk, content(4711), SlipUnknown)


SPOILED: list[tuple[str, Callable[[str], str]]] = [
    ("changed", lambda _: "UPDATE callback SET satisfaction = 'dissatisfied'"),
    ("taken out", lambda _: "DELETE FROM callback"),
    (
        "put in",
        lambda yes: (
            "INSERT INTO callback (centre_id, slip_id, called_at, called_by, method,"
            " result, is_normal) SELECT centre_id, slip_id, called_at, called_by,"
            f" method, result, {yes} FROM callback"
        ),
    ),
]


@pytest.mark.parametrize("what", [name for name, _ in SPOILED])
def test_a_callback_changed_behind_the_programs_back_is_found(
    database: Database, desk: Desk, what: str, engine_name: str
) -> None:
    slip_id = back(database, desk)
    number = noted(database, desk, content(slip_id)).number
    assert problems(database, desk) == []
    yes = "true" if engine_name == "postgresql" else "1"
    by_hand(database, dict(SPOILED)[what](yes))
    (problem,) = problems(database, desk)
    assert (problem.ref, problem.facts["fact"]) == (number, "callbacks")


def test_callbacks_of_a_book_are_steps_of_their_slips(
    database: Database, desk: Desk
) -> None:
    database.write(import_book, desk.at(NOW), numbered(full_book()))
    found = {call.called_by for call in calls(database)}
    assert found == {"演示管家"}
    assert len(calls(database)) == 4
    assert problems(database, desk) == []


def exported(database: Database, desk: Desk) -> BookRows:
    rows, _ = database.write(export_book, desk)
    return rows


def test_a_book_gives_its_callbacks_back(
    new_database_url: Callable[[str], str], clock: Clock
) -> None:
    clock.at = NOW
    taken = full_book()
    for name in ("first", "second"):
        database = Database(new_database_url(name))
        desk = database.read(open_desk, clock=clock)
        database.write(import_book, desk, numbered(taken))
        given = exported(database, desk)
        database.close()
        assert raw_book(given)["回访"] == raw_book(taken)["回访"]
        assert book_file(given).getvalue()
        taken = given


def test_calls_of_the_desk_leave_and_come_in_again(
    new_database_url: Callable[[str], str], clock: Clock
) -> None:
    """One about an earlier return, one after advice over the telephone."""
    database = Database(new_database_url("first"))
    desk = database.read(open_desk, clock=clock)
    again = back(database, desk, AreaKind.PUBLIC)
    clock.advance(minutes=5)
    noted(database, desk, content(again))
    inspect(False)(database, desk, again)
    clock.advance(minutes=5)
    take_back(database, desk, again)
    advised = make_slip(database, desk, area_kind=AreaKind.UNIT)
    database.write(cancel_slip, desk, CancelSlip(advised.id, "电话指导解决"))
    clock.advance(hours=1)
    noted(database, desk, CallBack(advised.id, PHONE, UNREACHABLE))
    noted(database, desk, content(advised.id, satisfaction=FAIR))
    given = exported(database, desk)
    database.close()

    assert [row.number for row in given.callbacks] == [advised.number] * 2
    other = Database(new_database_url("second"))
    desk = other.read(open_desk, clock=clock)
    other.write(import_book, desk, numbered(given))
    assert without_rows(exported(other, desk).callbacks) == list(given.callbacks)
    assert problems(other, desk) == []
    other.close()


def test_other_endings_than_advice_take_no_call(database: Database, desk: Desk) -> None:
    slip = unit_slip(
        "A",
        "2026-11-20 09:00",
        ending="销单",
        ended_at=at("2026-11-20 10:00"),
        end_reason="业户撤销",
    )
    call = CallbackRow(
        number="A",
        at=at("2026-11-20 11:00"),
        method="电话",
        result="接通",
        called_by="演示管家",
    )
    rows = numbered(BookRows((slip,), callbacks=(call,)))
    with pytest.raises(BookRefused):
        database.write(import_book, desk.at(NOW), rows)
    advised = replace(slip, end_reason="电话指导解决：指导复位")
    rows = numbered(BookRows((advised,), callbacks=(call,)))
    database.write(import_book, desk.at(NOW), rows)
    assert len(calls(database)) == 1
