"""Late and told (迟到告知); the clock that a dispute stops; when a fault was known."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk
from app.limit_clock import judge
from app.slip_amend import EscalateSlip, escalate_slip
from app.slip_close import CancelSlip, cancel_slip
from app.slip_delay import TellDelay, tell_delay
from app.slip_quote import (
    AgreeQuote,
    DisputeQuote,
    ResolveDispute,
    agree_quote,
    dispute_quote,
    resolve_dispute,
)
from app.slip_refusals import FieldMissing, SlipCannotMove, TimeInFuture, TimeOrder
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_times import times_of
from app.slip_work import (
    CompleteSlip,
    ResumeSlip,
    SuspendSlip,
    complete_slip,
    resume_slip,
    suspend_slip,
)
from app.time_limit import LIMIT, LimitKey
from models.slip import Outcome, Slip, SlipEvent, SlipState
from models.unit import AreaKind
from tests.app.books import books, events_of, problems, slip_of
from tests.app.slip_step import STEPS
from tests.clock import Clock
from tests.makers import make_slip

_S = SlipState
_E = SlipEvent
UNIT = AreaKind.UNIT


def test_the_owner_was_told_before_the_appointment_and_late_stays_late(
    database: Database, desk: Desk, clock: Clock
) -> None:
    due = clock.at + timedelta(hours=2)
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=UNIT, appointment_at=due)
    clock.advance(hours=1, minutes=52)
    told = clock.at - timedelta(minutes=2)
    database.write(tell_delay, desk, TellDelay(slip.id, "上一单未完", at=told))
    known = slip_of(database, slip.id)
    assert (known.late_notice_at, known.late_notice_for_at) == (told, due)
    assert (known.appointment_at, known.state) == (due, _S.DISPATCHED)
    assert events_of(database, slip.id)[-1] == "late_notice"
    times = times_of(lambda name: getattr(known, name))
    now = clock.advance(minutes=20)
    found = judge(LIMIT[LimitKey.UNIT_ONSITE], times, now, desk.settings)
    assert (found.is_late, found.over, found.is_told_in_time) == (True, 12, True)
    assert problems(database, desk) == []


def test_another_time_agreed_in_the_same_call_begins_anew(
    database: Database, desk: Desk, clock: Clock
) -> None:
    due, later = (clock.at + timedelta(hours=hours) for hours in (2, 4))
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=UNIT, appointment_at=due)
    order = TellDelay(slip.id, "等配件", new_appointment=later)
    database.write(tell_delay, desk, order)
    known = slip_of(database, slip.id)
    assert (known.appointment_at, known.appointment_reason) == (later, "等配件")
    assert known.late_notice_for_at == due
    assert problems(database, desk) == []


def test_a_call_is_refused_without_reason_or_at_an_impossible_time(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=UNIT)
    before = books(database)
    now = clock.at

    def refused(kind: type[Exception], order: TellDelay) -> dict[str, object]:
        with pytest.raises(kind) as found:
            database.write(tell_delay, desk, order)
        assert books(database) == before
        return dict(getattr(found.value, "facts", {}))

    minute = timedelta(minutes=1)
    assert refused(FieldMissing, TellDelay(slip.id, " "))["field"] == "note"
    refused(TimeInFuture, TellDelay(slip.id, "堵车", at=now + minute))
    refused(TimeOrder, TellDelay(slip.id, "堵车", at=now - minute))
    order = TellDelay(slip.id, "堵车", new_appointment=now - minute)
    assert refused(TimeOrder, order)["field"] == "new_appointment"


def test_who_is_there_already_is_not_late_any_more(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _S.ON_SITE, area_kind=UNIT)
    with pytest.raises(SlipCannotMove):
        database.write(tell_delay, desk, TellDelay(slip.id, "堵车"))


def _paused(database: Database, slip_id: int) -> tuple[bool, int]:
    slip = slip_of(database, slip_id)
    return slip.paused_at is not None, slip.paused_min


def test_each_dispute_adds_what_it_took(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.QUOTED, area_kind=UNIT)
    assert _paused(database, slip.id) == (False, 0)
    database.write(dispute_quote, desk, DisputeQuote(slip.id, "偏高"))
    assert _paused(database, slip.id) == (True, 0)
    clock.advance(minutes=25, seconds=59)
    order = ResolveDispute(slip.id, Decimal("70.00"))
    database.write(resolve_dispute, desk, order)
    assert _paused(database, slip.id) == (False, 25)
    clock.advance(minutes=10)
    database.write(dispute_quote, desk, DisputeQuote(slip.id, "仍偏高"))
    clock.advance(hours=3)
    order = ResolveDispute(slip.id, Decimal("60.00"), confirmed_by="演示业户")
    database.write(resolve_dispute, desk, order)
    assert _paused(database, slip.id) == (False, 205)
    assert slip_of(database, slip.id).state is _S.WORKING
    assert problems(database, desk) == []


def test_an_agreement_without_a_dispute_adds_nothing_and_a_cancelled_one_ends_it(
    database: Database, desk: Desk, clock: Clock
) -> None:
    agreed = make_slip(database, desk, _S.QUOTED, area_kind=UNIT)
    clock.advance(minutes=30)
    database.write(agree_quote, desk, AgreeQuote(agreed.id))
    assert _paused(database, agreed.id) == (False, 0)
    given_up = make_slip(database, desk, _S.DISPUTED, area_kind=UNIT, place="3-1503")
    clock.advance(minutes=40)
    database.write(cancel_slip, desk, CancelSlip(given_up.id, "业户撤销"))
    assert _paused(database, given_up.id) == (False, 40)
    assert problems(database, desk) == []


def test_a_clock_set_back_during_a_dispute_takes_nothing_away(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.DISPUTED, area_kind=UNIT)
    clock.advance(minutes=-15)
    database.write(resolve_dispute, desk, ResolveDispute(slip.id, Decimal("60.00")))
    assert _paused(database, slip.id) == (False, 0)


@pytest.mark.parametrize("kind", [UNIT, AreaKind.PUBLIC])
def test_the_fault_is_known_with_the_first_quote_or_the_start(
    database: Database, desk: Desk, clock: Clock, kind: AreaKind
) -> None:
    slip = make_slip(database, desk, _S.ON_SITE, area_kind=kind)
    assert slip_of(database, slip.id).diagnosed_at is None
    known = clock.advance(minutes=12)
    for event in (_E.QUOTE, _E.AGREE) if kind is UNIT else (_E.START,):
        STEPS[event](database, desk, slip.id)
        clock.advance(minutes=5)
    STEPS[_E.COMPLETE](database, desk, slip.id)
    assert slip_of(database, slip.id).diagnosed_at == known
    assert problems(database, desk) == []


def test_work_that_goes_on_without_a_start_is_diagnosed_when_it_is_done(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.SUSPENDED)
    clock.advance(hours=2)
    database.write(resume_slip, desk, ResumeSlip(slip.id, is_working=True))
    done = clock.advance(minutes=30)
    database.write(complete_slip, desk, CompleteSlip(slip.id))
    assert slip_of(database, slip.id).diagnosed_at == done


def test_unfinished_work_lies_since_it_was_put_aside_first(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED)
    aside = clock.advance(minutes=30)
    eta = clock.at + timedelta(days=3)
    database.write(suspend_slip, desk, SuspendSlip(slip.id, "待料", eta))
    clock.advance(hours=5)
    order = TakeBackSlip(
        slip.id, outcome=Outcome.UNFINISHED, unfinished_reason="待料", eta_at=eta
    )
    database.write(take_back_slip, desk, order)
    known: Slip = slip_of(database, slip.id)
    assert known.suspended_at == aside
    now = clock.advance(days=2)
    escalation = LIMIT[LimitKey.UNRESOLVED_ESCALATE]
    times = times_of(lambda name: getattr(known, name))
    assert judge(escalation, times, now, desk.settings).is_late
    database.write(escalate_slip, desk, EscalateSlip(slip.id, "物业总监"))
    known = slip_of(database, slip.id)
    assert known.escalated_at == now
    assert problems(database, desk) == []
