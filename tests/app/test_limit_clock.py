"""Time limits (时限): each row of the table judged on facts, to the minute."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.limit_clock import Clock, Verdict, judge, judge_all, judge_between
from app.limit_settings import Mode
from app.limit_standing import Standing, standing_of_all, worst
from app.settings import SPECS, Settings, Value
from app.slip_times import SlipTimes
from app.time_limit import LIMIT, LIMITS, LimitKey
from models.slip import JobType, SlipState
from models.unit import AreaKind
from tests.clock import SITE

_K = LimitKey
_S = SlipState
_V = Verdict
DAY = "2026-11-20"


def at(text: str, zone: ZoneInfo = SITE) -> datetime:
    """``10:20:59`` of the day of these tests, or a whole local time."""
    whole = text if "-" in text else f"{DAY} {text}"
    return datetime.fromisoformat(whole).replace(tzinfo=zone)


def slip(state: SlipState = _S.DISPATCHED, **facts: Any) -> SlipTimes:
    """A routine slip of a unit, issued at 9:30; times are given as texts."""
    known: dict[str, Any] = {
        "area_kind": AreaKind.UNIT,
        "job_type": JobType.ROUTINE,
        "issued_at": "09:30:00",
        **facts,
    }
    times: dict[str, Any] = {
        name: at(value) if isinstance(value, str) and name.endswith("_at") else value
        for name, value in known.items()
    }
    return SlipTimes(state=state, **times)


def clock(
    key: LimitKey, times: SlipTimes, now: str = "12:00:00", **changed: Value
) -> Clock:
    return judge(LIMIT[key], times, at(now), Settings(changed))


RECEIVED: dict[str, Any] = {
    "dispatched_at": "09:40:00",
    "supervisor_received_at": "10:00:00",
}


@pytest.mark.parametrize(
    ("arrived", "verdict", "over"),
    [
        ("10:20:00", _V.ON_TIME, 0),
        ("10:20:59", _V.ON_TIME, 0),
        ("10:21:00", _V.LATE, 1),
        ("10:28:10", _V.LATE, 8),
    ],
)
def test_twenty_minutes_from_the_supervisors_receipt(
    arrived: str, verdict: Verdict, over: int
) -> None:
    found = clock(_K.UNIT_ONSITE, slip(_S.ON_SITE, arrived_at=arrived, **RECEIVED))
    assert (found.verdict, found.over) == (verdict, over)
    assert found.due_at == at("10:20:00")
    assert not found.is_running


@pytest.mark.parametrize(
    ("now", "verdict", "used", "left"),
    [
        ("10:00:00", _V.RUNNING, 0, 20),
        ("10:15:59", _V.RUNNING, 15, 5),
        ("10:16:00", _V.PRESSING, 16, 4),
        ("10:20:59", _V.PRESSING, 20, 0),
        ("10:21:00", _V.LATE, 21, -1),
    ],
)
def test_without_an_arrival_the_clock_runs_presses_and_is_late(
    now: str, verdict: Verdict, used: int, left: int
) -> None:
    found = clock(_K.UNIT_ONSITE, slip(**RECEIVED), now)
    assert (found.verdict, found.used, found.left) == (verdict, used, left)
    assert found.is_running


def test_seconds_of_both_ends_are_cut() -> None:
    facts = RECEIVED | {"supervisor_received_at": "10:00:30"}
    found = clock(_K.UNIT_ONSITE, slip(_S.ON_SITE, arrived_at="10:20:59", **facts))
    assert (found.verdict, found.used) == (_V.ON_TIME, 20)


@pytest.mark.parametrize(
    ("arrived", "verdict", "over", "must_escalate"),
    [
        ("14:00:00", _V.ON_TIME, 0, False),
        ("14:00:59", _V.ON_TIME, 0, False),
        ("14:01:00", _V.LATE, 1, False),
        ("14:10:00", _V.LATE, 10, False),
        ("14:14:59", _V.LATE, 14, False),
        ("14:15:00", _V.LATE, 15, True),
    ],
)
def test_an_appointment_is_judged_against_itself_in_bands(
    arrived: str, verdict: Verdict, over: int, must_escalate: bool
) -> None:
    facts = slip(_S.ON_SITE, appointment_at="14:00:00", arrived_at=arrived, **RECEIVED)
    found = clock(_K.UNIT_ONSITE, facts, "15:00:00")
    assert (found.verdict, found.over) == (verdict, over)
    assert found.must_escalate is must_escalate
    assert found.is_by_appointment
    assert found.due_at == at("14:00:00")


def test_the_clock_of_an_appointment_fills_in_the_hour_before_it() -> None:
    facts = slip(appointment_at="14:00:00", **RECEIVED)
    for now, verdict, per_mille in (
        ("10:30:00", _V.RUNNING, 0),
        ("13:30:00", _V.RUNNING, 500),
        ("13:47:59", _V.RUNNING, 783),
        ("13:48:00", _V.PRESSING, 800),
        ("14:00:59", _V.PRESSING, 1000),
        ("14:01:00", _V.LATE, 1000),
    ):
        found = clock(_K.UNIT_ONSITE, facts, now)
        assert (found.verdict, found.per_mille) == (verdict, per_mille), now


def test_an_appointment_counts_in_public_areas_and_before_a_dispatch_too() -> None:
    public = slip(area_kind=AreaKind.PUBLIC, **RECEIVED)
    assert clock(_K.UNIT_ONSITE, public).verdict is _V.NOT_COUNTED
    agreed = slip(_S.ISSUED, area_kind=AreaKind.PUBLIC, appointment_at="11:00:00")
    assert clock(_K.UNIT_ONSITE, agreed).verdict is _V.LATE


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("SUPERVISOR_RECEIVED", "10:20:00"),
        ("DISPATCHED", "10:00:00"),
        ("ISSUED", "09:50:00"),
    ],
)
def test_what_starts_the_arrival_is_a_setting(start: str, due: str) -> None:
    found = clock(_K.UNIT_ONSITE, slip(**RECEIVED), sla_start=start)
    assert found.due_at == at(due)


def test_without_a_receipt_the_dispatch_starts_it_and_without_both_nothing() -> None:
    found = clock(_K.UNIT_ONSITE, slip(dispatched_at="09:40:00"))
    assert found.due_at == at("10:00:00")
    assert clock(_K.UNIT_ONSITE, slip(_S.ISSUED)).verdict is _V.NOT_COUNTED


def test_a_slip_that_is_back_without_an_arrival_is_late() -> None:
    facts = slip(_S.RETURNED, returned_at="10:10:00", **RECEIVED)
    assert clock(_K.UNIT_ONSITE, facts, "10:20:59").verdict is _V.PRESSING
    assert clock(_K.UNIT_ONSITE, facts, "10:21:00").verdict is _V.LATE


@pytest.mark.parametrize("state", [_S.VOID, _S.CANCELLED])
def test_what_is_void_or_cancelled_has_no_clock(state: SlipState) -> None:
    facts = slip(state, appointment_at="10:00:00", **RECEIVED)
    assert judge_all(facts, at("12:00:00"), Settings()) == ()


URGENT: dict[str, Any] = {"job_type": JobType.URGENT, "issued_at": "10:00:00"}
PUBLIC: dict[str, Any] = {"area_kind": AreaKind.PUBLIC}
NEXT, AFTER = "2026-11-21", "2026-11-22"

ROWS: dict[LimitKey, tuple[SlipTimes, str, str]] = {
    _K.UNIT_ONSITE: (slip(**RECEIVED), "10:20:59", "10:21:00"),
    _K.URGENT_RESPONSE: (slip(_S.ISSUED, **URGENT), "10:15:59", "10:16:00"),
    _K.URGENT_DIAGNOSE: (
        slip(_S.ON_SITE, **URGENT, arrived_at="10:10:00"),
        "10:40:59",
        "10:41:00",
    ),
    _K.URGENT_FINISH: (slip(_S.WORKING, **URGENT), "12:00:59", "12:01:00"),
    _K.ROUTINE_FINISH: (
        slip(_S.WORKING),
        f"{NEXT} 23:59:59",
        f"{AFTER} 00:00:00",
    ),
    _K.RETURN: (slip(_S.DONE, done_at="16:00:00"), "17:30:59", "17:31:00"),
    _K.FEEDBACK: (slip(_S.WORKING), "17:40:59", "17:41:00"),
    _K.PUBLIC_RETURN: (
        slip(_S.DONE, done_at="10:00:00", **PUBLIC),
        "11:00:59",
        "11:01:00",
    ),
    _K.CALLBACK: (
        slip(_S.RETURNED, returned_at="10:00:00"),
        f"{NEXT} 10:00:59",
        f"{NEXT} 10:01:00",
    ),
    _K.PHONE_ADVICE_CALLBACK: (
        slip(_S.CANCELLED, advised_at="10:00:00"),
        "12:00:59",
        "12:01:00",
    ),
    _K.UNRESOLVED_ESCALATE: (
        slip(_S.SUSPENDED, suspended_at="10:00:00"),
        f"{AFTER} 10:00:59",
        f"{AFTER} 10:01:00",
    ),
    _K.ENG_FOLLOWUP: (
        slip(_S.WORKING, engineering_followed_at="17:00:00"),
        f"{NEXT} 17:00:59",
        f"{NEXT} 17:01:00",
    ),
    _K.HK_FOLLOWUP: (
        slip(_S.WORKING, housekeeping_followed_at="17:00:00"),
        "2026-11-27 17:00:59",
        "2026-11-27 17:01:00",
    ),
    _K.TO_SITE_24H: (slip(), f"{NEXT} 09:30:59", f"{NEXT} 09:31:00"),
    _K.HANDOVER_1H: (slip(_S.ISSUED), "10:30:59", "10:31:00"),
}
WITHOUT_FACTS = {
    *(_K.MAJOR_FINISH, _K.CRITICAL_ONSITE, _K.CLEANER),
    *(_K.COMPLAINT_REPLY, _K.REPLY_8H),
}
DEFAULTS: dict[LimitKey, tuple[Value, Mode]] = {
    _K.UNIT_ONSITE: (20, Mode.BREACH),
    _K.URGENT_RESPONSE: (15, Mode.BREACH),
    _K.URGENT_DIAGNOSE: (30, Mode.WARN),
    _K.URGENT_FINISH: (120, Mode.WARN),
    _K.ROUTINE_FINISH: (1, Mode.WARN),
    _K.MAJOR_FINISH: (4, Mode.OFF),
    _K.CRITICAL_ONSITE: (2, Mode.OFF),
    _K.RETURN: ("17:30", Mode.BREACH),
    _K.FEEDBACK: ("17:40", Mode.BREACH),
    _K.PUBLIC_RETURN: (60, Mode.WARN),
    _K.CALLBACK: (24, Mode.WARN),
    _K.PHONE_ADVICE_CALLBACK: (2, Mode.WARN),
    _K.CLEANER: (10, Mode.RECORD),
    _K.COMPLAINT_REPLY: (24, Mode.WARN),
    _K.UNRESOLVED_ESCALATE: (2, Mode.WARN),
    _K.ENG_FOLLOWUP: (1, Mode.WARN),
    _K.HK_FOLLOWUP: (7, Mode.WARN),
    _K.TO_SITE_24H: (24, Mode.OFF),
    _K.REPLY_8H: (8, Mode.OFF),
    _K.HANDOVER_1H: (1, Mode.OFF),
}


def test_the_table_has_every_row_with_the_limits_and_modes_of_the_procedures() -> None:
    assert {row.key for row in LIMITS} == set(LimitKey) == set(DEFAULTS)
    for row in LIMITS:
        limit = SPECS[row.limit].default
        assert (limit, row.mode_in(Settings())) == DEFAULTS[row.key], row.key
        assert row.has_facts is (row.key not in WITHOUT_FACTS)
    assert set(ROWS) | WITHOUT_FACTS == set(LimitKey)


@pytest.mark.parametrize("key", ROWS)
def test_each_row_is_in_time_to_its_last_minute_and_late_after_it(
    key: LimitKey,
) -> None:
    facts, last, after = ROWS[key]
    on = {LIMIT[key].mode: "WARN"}
    found = clock(key, facts, last, **on)
    assert (found.verdict, found.left) == (_V.PRESSING, 0)
    assert found.due_at == at(last).replace(second=0)
    found = clock(key, facts, after, **on)
    assert (found.verdict, found.over) == (_V.LATE, 1)


@pytest.mark.parametrize("key", ROWS)
def test_a_row_that_is_off_counts_nothing(key: LimitKey) -> None:
    facts, _, after = ROWS[key]
    found = clock(key, facts, after, **{LIMIT[key].mode: "OFF"})
    assert found.verdict is _V.NOT_COUNTED


@pytest.mark.parametrize("key", sorted(WITHOUT_FACTS))
def test_a_row_whose_facts_nobody_records_counts_nothing(key: LimitKey) -> None:
    facts = slip(_S.DONE, done_at="10:00:00", **PUBLIC)
    found = clock(key, facts, f"{AFTER} 12:00:00", **{LIMIT[key].mode: "BREACH"})
    assert found.verdict is _V.NOT_COUNTED


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        (_K.URGENT_RESPONSE, slip(**URGENT)),
        (_K.URGENT_DIAGNOSE, slip(_S.RETURNED, **URGENT, arrived_at="10:10:00")),
        (_K.FEEDBACK, slip(_S.DONE, done_at="16:00:00")),
        (_K.PUBLIC_RETURN, slip(_S.DONE, done_at="16:00:00")),
        (_K.UNRESOLVED_ESCALATE, slip(_S.WORKING, suspended_at="10:00:00")),
        (_K.ROUTINE_FINISH, slip(_S.WORKING, job_type=JobType.PLANNED)),
        (_K.ENG_FOLLOWUP, slip(_S.RETURNED, returned_at="10:00:00")),
    ],
)
def test_a_row_says_nothing_of_other_slips_and_of_steps_nobody_wrote_down(
    key: LimitKey, facts: SlipTimes
) -> None:
    assert clock(key, facts, f"{AFTER} 12:00:00").verdict is _V.NOT_COUNTED


def test_unfinished_and_failed_work_is_not_finished_whatever_was_written() -> None:
    for state in (_S.SUSPENDED, _S.DISPATCHED):
        facts = slip(state, done_at="10:00:00", returned_at="10:30:00", **URGENT)
        assert clock(_K.URGENT_FINISH, facts, "12:01:00").verdict is _V.LATE
    back = slip(_S.RETURNED, returned_at="10:30:00", **URGENT)
    assert clock(_K.URGENT_FINISH, back, "12:01:00").verdict is _V.ON_TIME


def test_feedback_after_the_deadline_of_the_return_belongs_to_tomorrow() -> None:
    late_call = slip(_S.ISSUED, issued_at="17:31:00")
    assert clock(_K.FEEDBACK, late_call, "17:50:00").verdict is _V.NOT_COUNTED
    assert clock(_K.FEEDBACK, late_call, f"{NEXT} 17:41:00").verdict is _V.LATE
    told = slip(_S.WORKING, feedback_at="17:38:00")
    assert clock(_K.FEEDBACK, told, "18:00:00").verdict is _V.ON_TIME
    assert clock(_K.FEEDBACK, told, f"{NEXT} 17:41:00").verdict is _V.LATE


def test_work_done_after_half_past_five_comes_back_the_next_day() -> None:
    done = slip(_S.DONE, done_at="17:31:00")
    assert clock(_K.RETURN, done, f"{NEXT} 17:30:59").verdict is _V.PRESSING
    back = slip(_S.RETURNED, done_at="16:00:00", returned_at=f"{NEXT} 09:00:00")
    assert clock(_K.RETURN, back, f"{NEXT} 10:00:00").verdict is _V.LATE


def test_a_dispute_stops_the_clock_of_completion_and_no_other() -> None:
    facts = slip(_S.DISPUTED, **URGENT, paused_at="10:50:00", paused_min=25)
    found = clock(_K.URGENT_FINISH, facts, "15:00:30")
    assert (found.verdict, found.used, found.left) == (_V.RUNNING, 25, 95)
    assert found.is_paused
    assert found.due_at == at("16:35:00")
    agreed = slip(_S.WORKING, **URGENT, paused_min=275)
    found = clock(_K.URGENT_FINISH, agreed, "16:35:59")
    assert (found.verdict, found.left) == (_V.PRESSING, 0)
    assert clock(_K.URGENT_FINISH, agreed, "16:36:00").verdict is _V.LATE
    arrival = clock(_K.UNIT_ONSITE, slip(paused_min=99, **RECEIVED), "10:21:00")
    assert arrival.verdict is _V.LATE


def test_a_dispute_moves_the_end_of_the_next_day_on() -> None:
    facts = slip(_S.WORKING, paused_min=90)
    assert clock(_K.ROUTINE_FINISH, facts, f"{AFTER} 01:29:59").left == 0
    assert clock(_K.ROUTINE_FINISH, facts, f"{AFTER} 01:30:00").is_late


def test_a_clock_that_was_set_back_uses_no_time_up() -> None:
    found = clock(_K.UNIT_ONSITE, slip(**RECEIVED), "09:10:00")
    assert (found.verdict, found.used, found.per_mille) == (_V.RUNNING, 0, 0)
    early = slip(_S.ON_SITE, arrived_at="09:50:00", **RECEIVED)
    assert clock(_K.UNIT_ONSITE, early).verdict is _V.ON_TIME


@pytest.mark.parametrize(
    ("name", "minutes"),
    [("Asia/Shanghai", 2400), ("Europe/Berlin", 2460), ("America/New_York", 2400)],
)
def test_the_end_of_the_next_day_is_the_sites_own_midnight(
    name: str, minutes: int
) -> None:
    """Berlin's clocks go back that night, so that its day has an hour more."""
    zone = ZoneInfo(name)
    issued = at("2026-10-24 08:00:00", zone)
    facts = slip(_S.WORKING, issued_at=issued)
    settings = Settings({"zone": name})
    due = at("2026-10-25 23:59:00", zone)
    found = judge(LIMIT[_K.ROUTINE_FINISH], facts, issued, settings)
    assert found.due_at == due
    assert found.left == minutes - 1
    late = judge(LIMIT[_K.ROUTINE_FINISH], facts, due + timedelta(minutes=1), settings)
    assert late.is_late


@pytest.mark.parametrize(
    ("told", "ahead", "is_in_time"),
    [
        ("13:55:00", 5, True),
        ("13:55:59", 5, True),
        ("13:56:00", 5, False),
        ("13:56:00", 4, True),
        ("14:03:00", 5, False),
    ],
)
def test_a_delay_that_was_told_stays_late_and_says_so(
    told: str, ahead: int, is_in_time: bool
) -> None:
    facts = slip(
        _S.ON_SITE,
        appointment_at="14:00:00",
        late_notice_at=told,
        late_notice_for_at="14:00:00",
        arrived_at="14:10:00",
        **RECEIVED,
    )
    found = clock(_K.UNIT_ONSITE, facts, "15:00:00", late_notice_min=ahead)
    assert (found.verdict, found.over) == (_V.LATE, 10)
    assert found.told_at == at(told)
    assert found.is_told_in_time is is_in_time


def test_a_notice_says_nothing_of_the_appointment_that_was_made_after_it() -> None:
    facts = slip(
        appointment_at="16:00:00",
        late_notice_at="13:50:00",
        late_notice_for_at="14:00:00",
        **RECEIVED,
    )
    found = clock(_K.UNIT_ONSITE, facts, "16:10:00")
    assert found.is_late
    assert (found.told_at, found.is_told_in_time) == (None, False)


def test_the_twenty_minutes_can_be_told_of_too() -> None:
    told = slip(late_notice_at="10:15:00", **RECEIVED)
    found = clock(_K.UNIT_ONSITE, told, "10:30:00")
    assert (found.is_late, found.is_told_in_time) == (True, True)


def test_the_worst_clock_is_named_and_a_breach_is_worse_than_a_warning() -> None:
    facts = slip(_S.DISPATCHED, **URGENT | {"issued_at": "09:30:00"}, **RECEIVED)
    now = at("12:00:00")
    clocks = judge_all(facts, now, Settings())
    late = {one.limit.key for one in clocks if one.is_late}
    assert late == {_K.UNIT_ONSITE, _K.URGENT_FINISH}
    first = worst(clocks)
    assert first is not None
    assert first.limit.key is _K.UNIT_ONSITE
    assert standing_of_all(clocks) is Standing.BREACHED
    only_warn = Settings({"unit_onsite_mode": "RECORD"})
    clocks = judge_all(facts, now, only_warn)
    assert _K.UNIT_ONSITE in {one.limit.key for one in clocks if one.is_late}
    assert standing_of_all(clocks) is Standing.OVERRUN
    assert standing_of_all(()) is Standing.NOT_COUNTED


def test_callbacks_and_follow_ups_are_judged_between_two_moments() -> None:
    returned = at("10:00:00")
    found = judge_between(
        _K.CALLBACK, returned, None, at(f"{NEXT} 10:01:00"), Settings()
    )
    assert (found.is_late, found.over) == (True, 1)
    reached = at(f"{NEXT} 10:00:59")
    found = judge_between(_K.CALLBACK, returned, reached, at(AFTER), Settings())
    assert found.verdict is _V.ON_TIME
    off = Settings({"callback_mode": "OFF"})
    found = judge_between(_K.CALLBACK, returned, None, at(AFTER), off)
    assert found.verdict is _V.NOT_COUNTED
