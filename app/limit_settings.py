"""The settings of the time limits (时限): how long each is, and what missing it means.

Limits that a policy names by itself stand in ``app/settings.py``; here are the others,
and the mode of every row of the table in ``app/time_limit.py``.
"""

from enum import StrEnum

from app.setting_spec import SettingSpec
from models.text import QT_TRANSLATE_NOOP

_T = QT_TRANSLATE_NOOP


class Mode(StrEnum):
    """What it means that a limit is missed."""

    BREACH = "BREACH"
    WARN = "WARN"
    RECORD = "RECORD"
    OFF = "OFF"


def _mode(key: str, default: Mode, source: str, text: str) -> SettingSpec:
    return SettingSpec(key, default.value, source, text, choices=tuple(Mode))


def _number(
    key: str, default: int, most: int, source: str, text: str, least: int = 1
) -> SettingSpec:
    return SettingSpec(key, default, source, text, limits=(least, most))


LIMIT_SETTINGS: tuple[SettingSpec, ...] = (
    _mode(
        "unit_onsite_mode",
        Mode.BREACH,
        "K-03",
        _T("Settings", "What a late arrival in a unit, or after an appointment, is."),
    ),
    _number(
        "late_escalate_min",
        15,
        1440,
        "S3-6.6",
        _T("Settings", "Minutes after an appointment from which a supervisor is told."),
    ),
    _mode(
        "urgent_response_mode",
        Mode.BREACH,
        "K-03",
        _T("Settings", "What a late dispatch of an urgent slip is."),
    ),
    _number(
        "urgent_diagnose_min",
        30,
        1440,
        "S4e-4.3",
        _T("Settings", "Minutes on site until the fault of an urgent slip is known."),
    ),
    _mode(
        "urgent_diagnose_mode",
        Mode.WARN,
        "K-03",
        _T("Settings", "What a late diagnosis of an urgent slip is."),
    ),
    _mode(
        "urgent_finish_mode",
        Mode.WARN,
        "K-04",
        _T("Settings", "What a late end of an urgent job is."),
    ),
    _mode(
        "routine_finish_mode",
        Mode.WARN,
        "K-04",
        _T("Settings", "What a late end of a routine job is."),
    ),
    _number(
        "major_finish_h",
        4,
        720,
        "K-04",
        _T(
            "Settings",
            "Hours to repair main equipment; nothing marks such slips yet.",
        ),
    ),
    _mode(
        "major_finish_mode",
        Mode.OFF,
        "K-04",
        _T(
            "Settings",
            "What a late repair of main equipment is; nothing marks such slips yet.",
        ),
    ),
    _number(
        "critical_onsite_h",
        2,
        720,
        "K-03",
        _T(
            "Settings",
            "Hours to be on site when equipment stands still; nothing marks such slips"
            " yet.",
        ),
    ),
    _mode(
        "critical_onsite_mode",
        Mode.OFF,
        "K-03",
        _T(
            "Settings",
            "What a late arrival at equipment that stands still is; nothing marks such"
            " slips yet.",
        ),
    ),
    _mode(
        "return_mode",
        Mode.BREACH,
        "K-07",
        _T("Settings", "What the return of a finished slip after its time of day is."),
    ),
    _mode(
        "feedback_mode",
        Mode.BREACH,
        "K-07",
        _T("Settings", "What missing feedback on an unfinished slip is."),
    ),
    _mode(
        "public_return_mode",
        Mode.WARN,
        "K-07",
        _T("Settings", "What it is that a finished public slip does not come back."),
    ),
    _mode(
        "callback_mode",
        Mode.WARN,
        "K-16",
        _T("Settings", "What a late callback is."),
    ),
    _number(
        "phone_advice_h",
        2,
        720,
        "K-16",
        _T("Settings", "Hours in which to call again after advice by telephone."),
    ),
    _mode(
        "phone_advice_mode",
        Mode.WARN,
        "K-16",
        _T("Settings", "What a late call after advice by telephone is."),
    ),
    _number(
        "cleaner_min",
        10,
        1440,
        "S4-4.2.2.2",
        _T("Settings", "Minutes for a cleaner to come; no call is recorded yet."),
    ),
    _mode(
        "cleaner_mode",
        Mode.RECORD,
        "S4-4.2.2.2",
        _T("Settings", "What a late cleaner is; no call is recorded yet."),
    ),
    _mode(
        "complaint_reply_mode",
        Mode.WARN,
        "K-16",
        _T("Settings", "What a late answer is; complaints are not recorded yet."),
    ),
    _number(
        "unresolved_days",
        2,
        60,
        "S1-2.7.2",
        _T("Settings", "Days unfinished until somebody higher is told."),
    ),
    _mode(
        "unresolved_mode",
        Mode.WARN,
        "S1-2.7.2",
        _T("Settings", "What it is that nobody higher was told of unfinished work."),
    ),
    _number(
        "engineering_followup_days",
        1,
        60,
        "S4-4.1.4.2",
        _T("Settings", "Days after which Engineering looks after unfinished work."),
    ),
    _mode(
        "engineering_followup_mode",
        Mode.WARN,
        "S4-4.1.4.2",
        _T("Settings", "What a missing follow-up of Engineering is."),
    ),
    _number(
        "housekeeping_followup_days",
        7,
        60,
        "S4-4.1.4.2",
        _T("Settings", "Days after which Housekeeping looks after unfinished work."),
    ),
    _mode(
        "housekeeping_followup_mode",
        Mode.WARN,
        "S4-4.1.4.2",
        _T("Settings", "What a missing follow-up of Housekeeping is."),
    ),
    _number(
        "to_site_h",
        24,
        720,
        "K-03",
        _T("Settings", "Hours from issue until somebody is on site, anywhere."),
    ),
    _mode(
        "to_site_mode",
        Mode.OFF,
        "K-03",
        _T("Settings", "What a later arrival than that is."),
    ),
    _number(
        "reply_working_h",
        8,
        80,
        "K-16",
        _T("Settings", "Working hours until a reply; no reply is recorded yet."),
    ),
    _mode(
        "reply_mode",
        Mode.OFF,
        "K-16",
        _T("Settings", "What a late reply is; no reply is recorded yet."),
    ),
    _number(
        "handover_h",
        1,
        80,
        "K-16",
        _T("Settings", "Hours from issue until the work is handed to Engineering."),
    ),
    _mode(
        "handover_mode",
        Mode.OFF,
        "K-16",
        _T("Settings", "What a late handing over to Engineering is."),
    ),
)
