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
            "urgent_response_min",
            "urgent_finish_min",
            "routine_finish_days",
            "late_notice_min",
            "complaint_reply_h",
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
            "feedback_deadline",
            "public_return_warn_min",
            "done_basis",
            "stat_month",
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
            "phone_advice_callback_h",
            "callback_seed",
        ),
    ),
    Subject(
        _T("Subject", "Money"),
        (
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
