"""The times of a slip that its clocks are judged by, and which fact a row means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from app.settings import Settings
from app.time_limit import Moment
from models.slip import OPEN_STATES, JobType, SlipState
from models.unit import AreaKind

BACK = frozenset({SlipState.RETURNED, SlipState.CLOSED})
FINISHED = BACK | {SlipState.DONE}
"""The states in which the work counts as done."""


@dataclass(frozen=True, slots=True)
class SlipTimes:
    """What is known of one slip when it is judged.

    The first fields are facts of the slip. The last come from other tables and are
    None where nobody looked: the latest feedback and follow-ups, the first callback
    that was answered, and when advice by telephone ended the slip; ``asks_for_call``
    is whether a returned slip may have to be called about, or was.
    """

    area_kind: AreaKind
    job_type: JobType
    state: SlipState
    issued_at: datetime
    dispatched_at: datetime | None = None
    supervisor_received_at: datetime | None = None
    appointment_at: datetime | None = None
    late_notice_at: datetime | None = None
    late_notice_for_at: datetime | None = None
    arrived_at: datetime | None = None
    diagnosed_at: datetime | None = None
    done_at: datetime | None = None
    returned_at: datetime | None = None
    suspended_at: datetime | None = None
    escalated_at: datetime | None = None
    paused_at: datetime | None = None
    paused_min: int = 0
    feedback_at: datetime | None = None
    reached_at: datetime | None = None
    asks_for_call: bool = True
    advised_at: datetime | None = None
    engineering_followed_at: datetime | None = None
    housekeeping_followed_at: datetime | None = None

    @property
    def finished_at(self) -> datetime | None:
        """When the work was done, at the latest when its paper was back."""
        if self.state not in FINISHED:
            return None
        return self.done_at or self.returned_at

    @property
    def back_at(self) -> datetime | None:
        """When the paper came back for good."""
        return self.returned_at if self.state in BACK else None


OF_SLIP = tuple(SlipTimes.__dataclass_fields__)[:17]
"""The names of the fields that are facts of the slip itself."""


def times_of(fact: Callable[[str], Any], **others: Any) -> SlipTimes:
    """The times of whatever answers with the facts of a slip by name."""
    facts: dict[str, Any] = {name: fact(name) for name in OF_SLIP}
    return SlipTimes(**facts, **others)


def moment_of(
    times: SlipTimes, moment: Moment, settings: Settings, now: datetime
) -> datetime | None:
    """The fact a row of the table means; None where it has not happened."""
    match moment:
        case Moment.ISSUED:
            return times.issued_at
        case Moment.ARRIVAL_START:
            return _arrival_start(times, settings)
        case Moment.DISPATCHED:
            return times.dispatched_at
        case Moment.ARRIVED:
            return times.arrived_at
        case Moment.DIAGNOSED:
            return times.diagnosed_at
        case Moment.FINISHED:
            return times.finished_at
        case Moment.PAPER_DUE_FROM:
            return times.finished_at
        case Moment.RETURNED:
            return times.back_at
        case Moment.CALL_DUE_FROM:
            return times.back_at if times.asks_for_call else None
        case Moment.TODAY_OPEN:
            return _open_since(times, settings, now)
        case Moment.FEEDBACK_TODAY:
            return _feedback_today(times, settings, now)
        case Moment.CALLED_BACK:
            return times.reached_at
        case Moment.ADVISED:
            return times.advised_at
        case Moment.SUSPENDED:
            is_waiting = times.state is SlipState.SUSPENDED
            return times.suspended_at if is_waiting else None
        case Moment.ESCALATED:
            return _escalated(times)
        case Moment.FOLLOWED_BY_ENGINEERING:
            return _followed(times, times.engineering_followed_at)
        case Moment.FOLLOWED_BY_HOUSEKEEPING:
            return _followed(times, times.housekeeping_followed_at)
        case Moment.NEVER:
            return None


def zone_of(settings: Settings) -> ZoneInfo:
    """The site's zone."""
    return ZoneInfo(settings.text("zone"))


def _arrival_start(times: SlipTimes, settings: Settings) -> datetime | None:
    start = settings.text("sla_start")
    if start == "ISSUED":
        return times.issued_at
    if start == "DISPATCHED":
        return times.dispatched_at
    return times.supervisor_received_at or times.dispatched_at


def _open_since(times: SlipTimes, settings: Settings, now: datetime) -> datetime | None:
    """From when today's feedback is waited for; what came after the deadline of the
    return belongs to tomorrow (4.6).
    """
    if times.state not in OPEN_STATES - {SlipState.DONE}:
        return None
    zone = zone_of(settings)
    day = now.astimezone(zone).date()
    issued = times.issued_at.astimezone(zone)
    minute = issued.hour * 60 + issued.minute
    if issued.date() == day and minute > settings.minute_of_day("return_deadline"):
        return None
    midnight = datetime.combine(day, time(0), zone)
    return max(midnight, times.issued_at)


def _feedback_today(
    times: SlipTimes, settings: Settings, now: datetime
) -> datetime | None:
    told = times.feedback_at
    zone = zone_of(settings)
    if told is None:
        return None
    is_today = told.astimezone(zone).date() == now.astimezone(zone).date()
    return told if is_today else None


def _escalated(times: SlipTimes) -> datetime | None:
    at, since = times.escalated_at, times.suspended_at
    return at if at is not None and since is not None and at >= since else None


def _followed(times: SlipTimes, at: datetime | None) -> datetime | None:
    if times.state not in OPEN_STATES:
        return None
    return at or times.issued_at
