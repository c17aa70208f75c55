"""Which policies belong together, and what each group is called."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.settings import SETTINGS, SettingSpec
from models.text import QT_TRANSLATE_NOOP
from ui.language import translate

_T = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Subject:
    """A group of settings, by their keys."""

    title: str
    keys: tuple[str, ...]


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        _T("Subject", "The centre"),
        ("repair_phone", "number_template", "procedure_version", "zone"),
    ),
    Subject(
        _T("Subject", "Taking calls"),
        ("phone_required", "duplicate_days", "intake_posts", "register_by"),
    ),
    Subject(
        _T("Subject", "Duty and days"),
        ("day_start", "night_start", "night_scope", "holiday_mode"),
    ),
    Subject(
        _T("Subject", "Time limits"),
        (
            "sla_start",
            "unit_onsite_min",
            "unit_onsite_mode",
            "late_notice_min",
            "late_escalate_min",
            "urgent_response_min",
            "urgent_response_mode",
            "urgent_diagnose_min",
            "urgent_diagnose_mode",
            "urgent_finish_min",
            "urgent_finish_mode",
            "routine_finish_days",
            "routine_finish_mode",
            "unresolved_days",
            "unresolved_mode",
            "engineering_followup_days",
            "engineering_followup_mode",
            "housekeeping_followup_days",
            "housekeeping_followup_mode",
        ),
    ),
    Subject(
        _T("Subject", "Further time limits"),
        (
            "to_site_h",
            "to_site_mode",
            "handover_h",
            "handover_mode",
            "major_finish_h",
            "major_finish_mode",
            "critical_onsite_h",
            "critical_onsite_mode",
            "cleaner_min",
            "cleaner_mode",
            "reply_working_h",
            "reply_mode",
            "complaint_reply_h",
            "complaint_reply_mode",
        ),
    ),
    Subject(
        _T("Subject", "Slips and copies"),
        (
            "copy_scheme",
            "public_copy3",
            "print_station",
            "urgent_stamp",
            "absent_signature",
        ),
    ),
    Subject(
        _T("Subject", "Return of paper"),
        (
            "return_deadline",
            "return_mode",
            "feedback_deadline",
            "feedback_mode",
            "public_return_warn_min",
            "public_return_mode",
            "done_basis",
        ),
    ),
    Subject(
        _T("Subject", "Statistics"),
        (
            "stat_month",
            "report_folder",
            "report_weekly",
            "report_monthly",
            "report_period",
            "report_time",
        ),
    ),
    Subject(
        _T("Subject", "Callbacks"),
        (
            "callback_unit_pct",
            "callback_public_pct",
            "callback_public_basis",
            "callback_owner_basis",
            "public_callback_method",
            "callback_due_h",
            "callback_mode",
            "phone_advice_h",
            "phone_advice_mode",
            "callback_seed",
        ),
    ),
    Subject(
        _T("Subject", "Money"),
        (
            "night_from",
            "night_until",
            "fee_bearer_unit",
            "fee_bearer_public",
            "repair_warranty_days",
            "waiver_leader_from",
            "waiver_basis",
            "cash_mode",
            "handover_day",
            "handover_shift",
            "close_mode",
        ),
    ),
)
_REST = _T("Subject", "Everything else")


def subjects() -> Iterator[tuple[str, list[SettingSpec]]]:
    """Each group's title in the window's language, with its settings in order.

    A setting that no group names comes under everything else.
    """
    specs = {spec.key: spec for spec in SETTINGS}
    for subject in SUBJECTS:
        found = [specs.pop(key) for key in subject.keys if key in specs]
        if found:
            yield translate("Subject", subject.title), found
    if specs:
        yield translate("Subject", _REST), list(specs.values())
