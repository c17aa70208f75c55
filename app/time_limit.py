"""The table of the time limits (时限, domain-model 4.11): what counts, and how long.

A row says for which slips it holds, from which fact to which it counts, and which
settings hold its limit and what missing it means. ``app/limit_clock.py`` judges by it.
"""

from collections.abc import Mapping

from app.limit_row import LimitKey, LimitUnit, Moment, TimeLimit
from models.slip import OPEN_STATES, JobType, SlipState
from models.unit import AreaKind

__all__ = ["LIMIT", "LIMITS", "LimitKey", "LimitUnit", "Moment", "TimeLimit"]

_S = SlipState
_UNIT = frozenset({AreaKind.UNIT})
_PUBLIC = frozenset({AreaKind.PUBLIC, AreaKind.OFFICE})
_NOT_DONE = OPEN_STATES - {_S.DONE}
_NOT_ENDED = frozenset(_S) - {_S.DRAFT, _S.CANCELLED, _S.VOID}
_BACK = frozenset({_S.RETURNED, _S.CLOSED})
_M = Moment
_U = LimitUnit
_K = LimitKey

LIMITS: tuple[TimeLimit, ...] = (
    TimeLimit(
        _K.UNIT_ONSITE,
        _M.ARRIVAL_START,
        _M.ARRIVED,
        _U.MINUTES,
        "unit_onsite_min",
        "unit_onsite_mode",
        "S4-4.1.2.2-3",
        areas=_UNIT,
        runs_in=_NOT_ENDED,
        rings=True,
    ),
    TimeLimit(
        _K.URGENT_RESPONSE,
        _M.ISSUED,
        _M.DISPATCHED,
        _U.MINUTES,
        "urgent_response_min",
        "urgent_response_mode",
        "S4e-4.2",
        job_type=JobType.URGENT,
        runs_in=frozenset({_S.ISSUED}),
        rings=True,
    ),
    TimeLimit(
        _K.URGENT_DIAGNOSE,
        _M.ARRIVED,
        _M.DIAGNOSED,
        _U.MINUTES,
        "urgent_diagnose_min",
        "urgent_diagnose_mode",
        "S4e-4.3",
        job_type=JobType.URGENT,
        runs_in=frozenset({_S.ON_SITE}),
        rings=True,
    ),
    TimeLimit(
        _K.URGENT_FINISH,
        _M.ISSUED,
        _M.FINISHED,
        _U.MINUTES,
        "urgent_finish_min",
        "urgent_finish_mode",
        "S4e-5.1",
        job_type=JobType.URGENT,
        runs_in=_NOT_DONE,
        pauses=True,
        rings=True,
    ),
    TimeLimit(
        _K.ROUTINE_FINISH,
        _M.ISSUED,
        _M.FINISHED,
        _U.END_OF_DAY,
        "routine_finish_days",
        "routine_finish_mode",
        "S2-6A.4a",
        job_type=JobType.ROUTINE,
        runs_in=_NOT_DONE,
        pauses=True,
    ),
    TimeLimit(
        _K.MAJOR_FINISH,
        _M.NEVER,
        _M.FINISHED,
        _U.HOURS,
        "major_finish_h",
        "major_finish_mode",
        "S2-6A.4b",
        areas=_PUBLIC,
        pauses=True,
    ),
    TimeLimit(
        _K.CRITICAL_ONSITE,
        _M.NEVER,
        _M.ARRIVED,
        _U.HOURS,
        "critical_onsite_h",
        "critical_onsite_mode",
        "S2-6A.4c",
        areas=_PUBLIC,
    ),
    TimeLimit(
        _K.RETURN,
        _M.PAPER_DUE_FROM,
        _M.RETURNED,
        _U.TIME_OF_DAY,
        "return_deadline",
        "return_mode",
        "S4-4.1.3.3-1",
        runs_in=frozenset({_S.DONE}),
    ),
    TimeLimit(
        _K.FEEDBACK,
        _M.TODAY_OPEN,
        _M.FEEDBACK_TODAY,
        _U.TIME_OF_DAY,
        "feedback_deadline",
        "feedback_mode",
        "S4-4.1.3.3-2",
        runs_in=_NOT_DONE,
    ),
    TimeLimit(
        _K.PUBLIC_RETURN,
        _M.FINISHED,
        _M.RETURNED,
        _U.MINUTES,
        "public_return_warn_min",
        "public_return_mode",
        "S4-4.2.3.2-1",
        areas=_PUBLIC,
        runs_in=frozenset({_S.DONE}),
        rings=True,
    ),
    TimeLimit(
        _K.CALLBACK,
        _M.CALL_DUE_FROM,
        _M.CALLED_BACK,
        _U.HOURS,
        "callback_due_h",
        "callback_mode",
        "S1-2.7.3b",
        runs_in=_BACK,
    ),
    TimeLimit(
        _K.PHONE_ADVICE_CALLBACK,
        _M.ADVISED,
        _M.CALLED_BACK,
        _U.HOURS,
        "phone_advice_h",
        "phone_advice_mode",
        "S3-4.8",
        runs_in=frozenset({_S.CANCELLED}),
    ),
    TimeLimit(
        _K.CLEANER,
        _M.NEVER,
        _M.NEVER,
        _U.MINUTES,
        "cleaner_min",
        "cleaner_mode",
        "S4-4.2.2.2",
        areas=_UNIT,
    ),
    TimeLimit(
        _K.COMPLAINT_REPLY,
        _M.NEVER,
        _M.NEVER,
        _U.HOURS,
        "complaint_reply_h",
        "complaint_reply_mode",
        "S4e-8.2",
    ),
    TimeLimit(
        _K.UNRESOLVED_ESCALATE,
        _M.SUSPENDED,
        _M.ESCALATED,
        _U.DAYS,
        "unresolved_days",
        "unresolved_mode",
        "S1-2.7.2",
        runs_in=frozenset({_S.SUSPENDED}),
    ),
    TimeLimit(
        _K.ENG_FOLLOWUP,
        _M.FOLLOWED_BY_ENGINEERING,
        _M.FINISHED,
        _U.DAYS,
        "engineering_followup_days",
        "engineering_followup_mode",
        "S4-4.1.4.2",
        runs_in=_NOT_DONE,
    ),
    TimeLimit(
        _K.HK_FOLLOWUP,
        _M.FOLLOWED_BY_HOUSEKEEPING,
        _M.FINISHED,
        _U.DAYS,
        "housekeeping_followup_days",
        "housekeeping_followup_mode",
        "S4-4.1.4.2",
        runs_in=_NOT_DONE,
    ),
    TimeLimit(
        _K.TO_SITE_24H,
        _M.ISSUED,
        _M.ARRIVED,
        _U.HOURS,
        "to_site_h",
        "to_site_mode",
        "S0-2.1-2",
        runs_in=_NOT_ENDED,
    ),
    TimeLimit(
        _K.REPLY_8H,
        _M.NEVER,
        _M.NEVER,
        _U.WORKING_HOURS,
        "reply_working_h",
        "reply_mode",
        "S1-2.3.2",
    ),
    TimeLimit(
        _K.HANDOVER_1H,
        _M.ISSUED,
        _M.DISPATCHED,
        _U.HOURS,
        "handover_h",
        "handover_mode",
        "S1-2.2.5",
        runs_in=frozenset({_S.ISSUED}),
    ),
)
"""Every row, in the order of the domain model."""

LIMIT: Mapping[LimitKey, TimeLimit] = {limit.key: limit for limit in LIMITS}
"""The rows by their key."""
