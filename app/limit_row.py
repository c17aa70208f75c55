"""What one row of the table of time limits (时限) says."""

from dataclasses import dataclass
from enum import StrEnum

from app.limit_settings import Mode
from app.settings import Settings
from models.slip import JobType, SlipState
from models.unit import AreaKind


class LimitKey(StrEnum):
    """The rows by name."""

    UNIT_ONSITE = "unit_onsite"
    URGENT_RESPONSE = "urgent_response"
    URGENT_DIAGNOSE = "urgent_diagnose"
    URGENT_FINISH = "urgent_finish"
    ROUTINE_FINISH = "routine_finish"
    MAJOR_FINISH = "major_finish"
    CRITICAL_ONSITE = "critical_onsite"
    RETURN = "return"
    FEEDBACK = "feedback"
    PUBLIC_RETURN = "public_return"
    CALLBACK = "callback"
    PHONE_ADVICE_CALLBACK = "phone_advice_callback"
    CLEANER = "cleaner"
    COMPLAINT_REPLY = "complaint_reply"
    UNRESOLVED_ESCALATE = "unresolved_escalate"
    ENG_FOLLOWUP = "eng_followup"
    HK_FOLLOWUP = "hk_followup"
    TO_SITE_24H = "to_site_24h"
    REPLY_8H = "reply_8h"
    HANDOVER_1H = "handover_1h"


class Moment(StrEnum):
    """The facts between which a limit counts; ``app/slip_times.py`` finds them."""

    ISSUED = "issued"
    ARRIVAL_START = "arrival_start"
    DISPATCHED = "dispatched"
    ARRIVED = "arrived"
    DIAGNOSED = "diagnosed"
    FINISHED = "finished"
    PAPER_DUE_FROM = "paper_due_from"
    RETURNED = "returned"
    CALL_DUE_FROM = "call_due_from"
    TODAY_OPEN = "today_open"
    FEEDBACK_TODAY = "feedback_today"
    CALLED_BACK = "called_back"
    ADVISED = "advised"
    SUSPENDED = "suspended"
    ESCALATED = "escalated"
    FOLLOWED_BY_ENGINEERING = "followed_by_engineering"
    FOLLOWED_BY_HOUSEKEEPING = "followed_by_housekeeping"
    NEVER = "never"
    """What no slip tells yet: the row waits for the wider service."""


class LimitUnit(StrEnum):
    """How a limit is counted.

    END_OF_DAY: so many calendar days later, at the end of the day. TIME_OF_DAY: a
    clock time, the first one that comes. WORKING_HOURS wait for their facts.
    """

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    END_OF_DAY = "end_of_day"
    TIME_OF_DAY = "time_of_day"
    WORKING_HOURS = "working_hours"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One row.

    ``areas`` empty and ``job_type`` None: any. ``runs_in`` are the states in which the
    end is still to come; in another state a slip without it tells nothing.
    ``pauses``: a disputed price stops the clock (4.2 row 8). ``rings``: the dispatcher
    hears it, once before it is over and once after; days are not counted by ear.
    """

    key: LimitKey
    since: Moment
    until: Moment
    unit: LimitUnit
    limit: str
    mode: str
    source: str
    areas: frozenset[AreaKind] = frozenset()
    job_type: JobType | None = None
    runs_in: frozenset[SlipState] = frozenset()
    pauses: bool = False
    rings: bool = False

    @property
    def has_facts(self) -> bool:
        """Whether the program knows the facts it counts between."""
        return Moment.NEVER not in (self.since, self.until)

    def mode_in(self, settings: Settings) -> Mode:
        """What missing it means at this centre."""
        return Mode(settings.text(self.mode))
