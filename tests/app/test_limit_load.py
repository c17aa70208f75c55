"""What the time limits of one slip are judged by, from the tables around it."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.feedback import TellFeedback, tell_feedback
from app.limit_clock import Clock as Limit
from app.limit_clock import judge_all
from app.slip_close import CancelSlip, cancel_slip
from app.slip_view import load_slip_view
from app.time_limit import LimitKey
from models.callback import Callback, CallbackMethod, CallbackResult
from models.follow_up import FollowUp, FollowUpSide
from models.slip import SlipState
from models.unit import AreaKind
from tests.app.slip_step import inspect
from tests.clock import Clock
from tests.makers import make_slip

_K = LimitKey
_S = SlipState


def limits(database: Database, desk: Desk, slip_id: int) -> dict[LimitKey, Limit]:
    """The clocks on the page of a slip."""
    times = database.read(load_slip_view, desk, slip_id).times
    return {one.limit.key: one for one in judge_all(times, desk.now(), desk.settings)}


def put(database: Database, row: object) -> None:
    def add(session: Session) -> None:
        session.add(row)

    database.write(add)


def call(desk: Desk, slip_id: int, result: CallbackResult) -> Callback:
    return Callback(
        centre_id=desk.centre_id,
        slip_id=slip_id,
        called_at=desk.now(),
        called_by="演示前台",
        method=CallbackMethod.PHONE,
        result=result,
    )


def test_a_callback_counts_from_the_return_to_the_first_answer(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.RETURNED, area_kind=AreaKind.UNIT)
    clock.advance(hours=2)
    put(database, call(desk, slip.id, CallbackResult.UNREACHABLE))
    clock.advance(hours=23)
    assert limits(database, desk, slip.id)[_K.CALLBACK].over == 60
    put(database, call(desk, slip.id, CallbackResult.REACHED))
    clock.advance(days=2)
    put(database, call(desk, slip.id, CallbackResult.REACHED))
    found = limits(database, desk, slip.id)[_K.CALLBACK]
    assert (found.over, found.is_running) == (60, False)


def test_nobody_is_called_about_public_work_before_it_passed(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.RETURNED)
    clock.advance(days=2)
    assert _K.CALLBACK not in limits(database, desk, slip.id)
    inspect(True)(database, desk, slip.id)
    assert limits(database, desk, slip.id)[_K.CALLBACK].is_late


def test_an_owner_whom_nobody_reaches_is_no_longer_late(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.RETURNED, area_kind=AreaKind.UNIT)
    for hours in (1, 1, 30):
        assert _K.CALLBACK in limits(database, desk, slip.id)
        clock.advance(hours=hours)
        put(database, call(desk, slip.id, CallbackResult.UNREACHABLE))
    assert _K.CALLBACK not in limits(database, desk, slip.id)


@pytest.mark.parametrize(
    ("reason", "is_counted"), [("电话指导解决", True), ("业户撤销", False)]
)
def test_advice_by_telephone_asks_for_a_call_within_two_hours(
    database: Database, desk: Desk, clock: Clock, reason: str, is_counted: bool
) -> None:
    slip = make_slip(database, desk)
    order = CancelSlip(slip.id, reason, note="业主自己复位")
    database.write(cancel_slip, desk, order)
    clock.advance(hours=2, minutes=1)
    found = limits(database, desk, slip.id)
    assert set(found) == ({_K.PHONE_ADVICE_CALLBACK} if is_counted else set())
    assert all(one.is_late for one in found.values())


def test_feedback_and_follow_ups_begin_their_clocks_anew(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.WORKING)
    clock.local("2026-03-02 17:45:00")
    assert limits(database, desk, slip.id)[_K.FEEDBACK].over == 5
    clock.local("2026-03-04 17:30:00")
    found = limits(database, desk, slip.id)
    assert found[_K.ENG_FOLLOWUP].is_late
    assert not found[_K.HK_FOLLOWUP].is_late
    eta = clock.at + timedelta(days=2)
    database.write(tell_feedback, desk, TellFeedback(slip.id, "待料", eta))
    for side, at in zip(FollowUpSide, (clock.at, clock.at), strict=True):
        row = FollowUp(
            slip_id=slip.id, side=side, followed_at=at, followed_by="演示", note="在等"
        )
        put(database, row)
    clock.local("2026-03-05 17:30:00")
    found = limits(database, desk, slip.id)
    assert not found[_K.ENG_FOLLOWUP].is_late
    assert found[_K.HK_FOLLOWUP].due_at == clock.local("2026-03-11 17:30:00")
    clock.local("2026-03-04 18:00:00")
    told = limits(database, desk, slip.id)[_K.FEEDBACK]
    assert not told.is_running
    assert not told.is_late
