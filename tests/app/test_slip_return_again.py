"""A paper that went out again comes back with what was done since."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.database import Database
from app.desk import Desk
from app.limit_clock import judge_all
from app.slip_archive import ReopenSlip, reopen_slip
from app.slip_refusals import FieldMissing, TimeOrder
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_view import load_slip_view
from app.slip_work import CompleteSlip, StepSlip, arrive, complete_slip, start_work
from app.time_limit import LIMIT, LimitKey
from models.slip import ChargeClass, SignStatus, SlipState
from models.unit import AreaKind
from tests.app.books import books, problems, slip_of
from tests.app.slip_step import inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip, paper_of


def test_work_that_failed_is_done_again_at_another_time(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """When it was done first is not when it was done: nobody is late by the first."""
    slip_id = make_slip(database, desk, SlipState.DISPATCHED).id
    first = desk.now() + timedelta(minutes=50)
    clock.advance(hours=2)
    done = TakeBackSlip(slip_id, result_text="已修好", done_at=first)
    database.write(take_back_slip, desk, done)
    clock.advance(seconds=30)
    inspect(False)(database, desk, slip_id)
    failed_at = clock.at
    clock.advance(days=1)

    before = books(database)
    with pytest.raises(TimeOrder) as refused:
        database.write(take_back_slip, desk, done)
    assert refused.value.facts == {"field": "done_at", "earlier": "inspected_at"}
    assert books(database) == before
    take_back(database, desk, slip_id)
    assert slip_of(database, slip_id).done_at is None
    limits = (LIMIT[LimitKey.RETURN], LIMIT[LimitKey.PUBLIC_RETURN])
    times = database.read(load_slip_view, desk, slip_id).times
    assert not any(
        found.is_late for found in judge_all(times, desk.now(), desk.settings, limits)
    )

    inspect(False)(database, desk, slip_id)
    again = clock.advance(minutes=5)
    database.write(take_back_slip, desk, replace(done, done_at=again))
    assert slip_of(database, slip_id).done_at == again > failed_at
    assert not problems(database, desk)


def test_work_finished_at_the_desk_of_the_dispatcher_keeps_its_time(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """Only what was done before the last return is not said again."""
    slip_id = make_slip(database, desk, SlipState.DISPATCHED).id
    clock.advance(hours=1)
    take_back(database, desk, slip_id)
    inspect(False)(database, desk, slip_id)
    clock.advance(hours=1)
    database.write(arrive, desk, StepSlip(slip_id))
    database.write(start_work, desk, StepSlip(slip_id))
    done_at = clock.advance(minutes=10)
    database.write(complete_slip, desk, CompleteSlip(slip_id, result_text="已修好"))
    clock.advance(minutes=5)
    take_back(database, desk, slip_id)
    assert slip_of(database, slip_id).done_at == done_at


def test_result_and_signature_of_the_first_return_do_not_hold_for_the_second(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT).id
    database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    clock.advance(hours=1)
    before = books(database)
    with pytest.raises(FieldMissing) as refused:
        database.write(take_back_slip, desk, TakeBackSlip(slip_id))
    assert refused.value.facts == {"field": "sign_status"}
    assert books(database) == before
    paper = paper_of(database, slip_id, result_text="", accepted_by="")
    database.write(take_back_slip, desk, paper)
    assert slip_of(database, slip_id).result_text is None
    assert not problems(database, desk)


def test_what_was_said_at_completion_since_then_is_not_said_again(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(
        database,
        desk,
        SlipState.RETURNED,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.FREE_WARRANTY,
    ).id
    database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    for step in (arrive, start_work):
        clock.advance(minutes=10)
        database.write(step, desk, StepSlip(slip_id))
    clock.advance(minutes=10)
    signed = Signature(SignStatus.SIGNED, signed_by="演示家人")
    order = CompleteSlip(slip_id, result_text="换了接头", signature=signed)
    database.write(complete_slip, desk, order)
    clock.advance(minutes=10)
    database.write(take_back_slip, desk, TakeBackSlip(slip_id))
    slip = slip_of(database, slip_id)
    assert (slip.result_text, slip.signed_by) == ("换了接头", "演示家人")
