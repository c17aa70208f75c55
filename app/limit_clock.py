"""Judges a limit (时限) by the facts of a slip at a moment.

Limits are judged in whole minutes: the seconds of both ends are cut off first, so that
10:00:30 to 10:20:59 is 20 minutes. The minute of the limit itself is still in time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from enum import StrEnum
from functools import cache

from app.limit_settings import Mode
from app.settings import Settings
from app.slip_times import SlipTimes, moment_of, zone_of
from app.time_limit import LIMIT, LIMITS, LimitKey, LimitUnit, Moment, TimeLimit
from models.slip import SlipState

PRESSING_PERCENT = 80
"""From this share of the limit on it presses (S3-8.2)."""
WINDOW = 60
"""Minutes before an appointment in which its clock fills."""
_ENDED = frozenset({SlipState.CANCELLED, SlipState.VOID})


class Verdict(StrEnum):
    """How a limit stands. PRESSING: four fifths are used up."""

    NOT_COUNTED = "not_counted"
    ON_TIME = "on_time"
    RUNNING = "running"
    PRESSING = "pressing"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit of one slip at one moment.

    ``used`` and ``left`` are whole minutes; below zero left is too late. ``due_at`` is
    the last minute in time. ``ended_at`` None: it still runs, or nobody wrote down the
    end. ``is_paused``: a disputed price has stopped it. ``is_by_appointment``: the
    owner named the time, and the minutes used count the last hour before it.
    ``told_at``: the owner was told of the delay; ``is_told_in_time``: early enough.
    """

    limit: TimeLimit
    mode: Mode
    verdict: Verdict
    used: int = 0
    left: int = 0
    due_at: datetime | None = None
    ended_at: datetime | None = None
    is_paused: bool = False
    is_by_appointment: bool = False
    told_at: datetime | None = None
    is_told_in_time: bool = False
    must_escalate: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether the limit holds for the slip and its facts are known."""
        return self.verdict is not Verdict.NOT_COUNTED

    @property
    def is_late(self) -> bool:
        """Whether the last minute has gone by."""
        return self.verdict is Verdict.LATE

    @property
    def is_pressing(self) -> bool:
        """Whether four fifths of the limit are used up, or all of it."""
        return self.verdict in (Verdict.PRESSING, Verdict.LATE)

    @property
    def is_running(self) -> bool:
        """Whether the end is still to come."""
        return self.is_counted and self.ended_at is None

    @property
    def over(self) -> int:
        """By how many minutes it was missed; 0 where it was not."""
        return max(0, -self.left) if self.is_late else 0

    @property
    def per_mille(self) -> int:
        """How much of the limit is used up, 0 to 1000."""
        limit = self.used + self.left
        if self.is_late or limit <= 0:
            return 1000
        return max(0, min(1000, self.used * 1000 // limit))


def judge(
    limit: TimeLimit, times: SlipTimes, now: datetime, settings: Settings
) -> Clock:
    """How one limit of the table stands at ``now``."""
    mode = limit.mode_in(settings)
    if mode is Mode.OFF or not limit.has_facts or not _holds_for(limit, times):
        return _nothing(limit, mode)
    appointment = times.appointment_at if limit.key is LimitKey.UNIT_ONSITE else None
    since = moment_of(times, limit.since, settings, now)
    if since is None and appointment is None:
        return _nothing(limit, mode)
    until = moment_of(times, limit.until, settings, now)
    if until is None and times.state not in limit.runs_in:
        return _nothing(limit, mode)
    is_paused = limit.pauses and until is None and times.paused_at is not None
    end = until or (times.paused_at if is_paused else None) or now
    held = times.paused_min if limit.pauses else 0
    if appointment is not None:
        due = _minute(appointment)
        used = WINDOW - (due - _minute(end))
        allowed = WINDOW
    else:
        assert since is not None
        due = _due_minute(limit, since, settings) + held
        used = _minute(end) - _minute(since) - held
        allowed = due - held - _minute(since)
    verdict = _verdict(used, allowed, is_over=until is not None)
    told = _told(times, due, settings) if appointment or _is_arrival(limit) else None
    due_at = _instant(due)
    if is_paused:
        # Every minute of the pause moves it on.
        due_at += timedelta(minutes=max(0, whole_minutes(end, now)))
    left = allowed - used
    if appointment is not None:
        used = max(0, used)
    return Clock(
        limit,
        mode,
        verdict,
        max(0, used),
        left,
        due_at,
        until,
        is_paused,
        appointment is not None,
        times.late_notice_at if told is not None else None,
        bool(told),
        appointment is not None and _is_long(verdict, left, settings),
    )


def judge_all(
    times: SlipTimes,
    now: datetime,
    settings: Settings,
    limits: Sequence[TimeLimit] = LIMITS,
) -> tuple[Clock, ...]:
    """Every limit that counts for a slip, of ``limits`` and in their order."""
    clocks = (judge(limit, times, now, settings) for limit in limits)
    return tuple(clock for clock in clocks if clock.is_counted)


def judge_between(
    key: LimitKey,
    since: datetime,
    until: datetime | None,
    now: datetime,
    settings: Settings,
) -> Clock:
    """A limit between two facts that the asker knows by himself: the callback after
    the return, the follow-up after the one before; ``until`` None: not yet.
    """
    limit = LIMIT[key]
    mode = limit.mode_in(settings)
    if mode is Mode.OFF:
        return Clock(limit, mode, Verdict.NOT_COUNTED)
    due = _due_minute(limit, since, settings)
    used = _minute(until or now) - _minute(since)
    allowed = due - _minute(since)
    verdict = _verdict(used, allowed, is_over=until is not None)
    left = allowed - used
    return Clock(limit, mode, verdict, max(0, used), left, _instant(due), until)


def whole_minutes(since: datetime, until: datetime) -> int:
    """Minutes from ``since`` to ``until``, seconds cut from both."""
    return _minute(until) - _minute(since)


@cache
def _nothing(limit: TimeLimit, mode: Mode) -> Clock:
    return Clock(limit, mode, Verdict.NOT_COUNTED)


def _holds_for(limit: TimeLimit, times: SlipTimes) -> bool:
    if times.state in _ENDED and limit.since is not Moment.ADVISED:
        return False
    if limit.job_type not in (None, times.job_type):
        return False
    if limit.areas and times.area_kind not in limit.areas:
        # The time an owner named counts wherever it was (K-05).
        return limit.key is LimitKey.UNIT_ONSITE and times.appointment_at is not None
    return True


def _is_arrival(limit: TimeLimit) -> bool:
    return limit.key is LimitKey.UNIT_ONSITE


def _due_minute(limit: TimeLimit, since: datetime, settings: Settings) -> int:
    """The last minute in time, counted from the epoch."""
    start = _minute(since)
    match limit.unit:
        case LimitUnit.MINUTES:
            return start + settings.number(limit.limit)
        case LimitUnit.HOURS | LimitUnit.WORKING_HOURS:
            return start + settings.number(limit.limit) * 60
        case LimitUnit.DAYS:
            return start + settings.number(limit.limit) * 24 * 60
        case LimitUnit.END_OF_DAY:
            zone = zone_of(settings)
            day = since.astimezone(zone).date()
            day += timedelta(days=settings.number(limit.limit) + 1)
            return _minute(datetime.combine(day, clock_time(0), zone)) - 1
        case LimitUnit.TIME_OF_DAY:
            zone = zone_of(settings)
            local = since.astimezone(zone)
            minute = settings.minute_of_day(limit.limit)
            at = clock_time(minute // 60, minute % 60)
            is_past = local.hour * 60 + local.minute > minute
            day = local.date() + timedelta(days=is_past)
            return _minute(datetime.combine(day, at, zone))


def _verdict(used: int, allowed: int, *, is_over: bool) -> Verdict:
    if used > allowed:
        return Verdict.LATE
    if is_over:
        return Verdict.ON_TIME
    is_pressing = used * 100 >= allowed * PRESSING_PERCENT
    return Verdict.PRESSING if is_pressing else Verdict.RUNNING


def _told(times: SlipTimes, due: int, settings: Settings) -> bool | None:
    """Whether the owner was told of this delay early enough; None: not told at all.

    A notice is about the time that stood then: another appointment begins anew.
    """
    if times.late_notice_at is None:
        return None
    if times.late_notice_for_at != times.appointment_at:
        return None
    ahead = due - _minute(times.late_notice_at)
    return ahead >= settings.number("late_notice_min")


def _is_long(verdict: Verdict, left: int, settings: Settings) -> bool:
    """Whether so late after an appointment that a supervisor is told (S3-6.6)."""
    is_late = verdict is Verdict.LATE
    return is_late and -left >= settings.number("late_escalate_min")


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60


def _instant(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)
