"""Every setting of a centre: key, default, choices or limits, and what it means.

The settings window, the manual's page and the checks are made from this table. The
rows follow ``policies.md`` (K-numbers); a default always follows ML-CS-016 where it
speaks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.limit_settings import LIMIT_SETTINGS
from app.report_settings import REPORT_SETTINGS
from app.setting_spec import SettingSpec, Value
from models.text import QT_TRANSLATE_NOOP

__all__ = ["SETTINGS", "SPECS", "SettingSpec", "Settings", "Value"]

_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"

SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec(
        "zone",
        "Asia/Shanghai",
        "",
        QT_TRANSLATE_NOOP(
            "Settings", "Time zone of the site; days and periods are cut in it."
        ),
    ),
    SettingSpec(
        "number_template",
        "WX{yy}{mm}{dd}-{nnn}",
        "",
        QT_TRANSLATE_NOOP(
            "Settings",
            "Form of slip numbers; a change holds for future slips only.",
        ),
        pattern=r"[^{}]{0,10}\{yy\}\{mm\}\{dd\}[^{}]{0,3}\{nnn\}",
    ),
    SettingSpec(
        "procedure_version",
        "",
        "S4-0.1",
        QT_TRANSLATE_NOOP(
            "Settings", "Version of procedure ML-CS-016 printed in footers."
        ),
    ),
    SettingSpec(
        "repair_phone",
        "",
        "",
        QT_TRANSLATE_NOOP("Settings", "Telephone of the desk, printed on the slip."),
    ),
    SettingSpec(
        "duplicate_days",
        30,
        "S4-4.1.6",
        QT_TRANSLATE_NOOP(
            "Settings", "Days back in which a finished slip may be a duplicate."
        ),
        limits=(0, 365),
    ),
    SettingSpec(
        "copy_scheme",
        "MLCS016_4",
        "K-01",
        QT_TRANSLATE_NOOP("Settings", "How many copies a slip has and who keeps each."),
        pattern=r"[A-Z0-9_]{1,20}",
    ),
    SettingSpec(
        "public_copy3",
        "RETURN_TO_HK",
        "K-02",
        QT_TRANSLATE_NOOP(
            "Settings", "What happens to the customer's copy of public-area slips."
        ),
        choices=("RETURN_TO_HK", "NOT_PRINTED"),
    ),
    SettingSpec(
        "unit_onsite_min",
        20,
        "K-03",
        QT_TRANSLATE_NOOP("Settings", "Minutes to be on site in a unit."),
        limits=(1, 1440),
    ),
    SettingSpec(
        "urgent_response_min",
        15,
        "K-03",
        QT_TRANSLATE_NOOP("Settings", "Minutes to dispatch an urgent slip."),
        limits=(1, 1440),
    ),
    SettingSpec(
        "urgent_finish_min",
        120,
        "K-04",
        QT_TRANSLATE_NOOP(
            "Settings", "Minutes to finish an urgent job; a warning only."
        ),
        limits=(1, 10080),
    ),
    SettingSpec(
        "routine_finish_days",
        1,
        "K-04",
        QT_TRANSLATE_NOOP(
            "Settings", "Days after issue in which a routine job ends; a warning only."
        ),
        limits=(0, 60),
    ),
    SettingSpec(
        "sla_start",
        "SUPERVISOR_RECEIVED",
        "K-05",
        QT_TRANSLATE_NOOP("Settings", "What starts the clock of the arrival limit."),
        choices=("SUPERVISOR_RECEIVED", "DISPATCHED", "ISSUED"),
    ),
    SettingSpec(
        "late_notice_min",
        5,
        "K-06",
        QT_TRANSLATE_NOOP(
            "Settings", "Minutes before an appointment to call when running late."
        ),
        limits=(0, 120),
    ),
    SettingSpec(
        "return_deadline",
        "17:30",
        "K-07",
        QT_TRANSLATE_NOOP("Settings", "Time of day by which finished slips are back."),
        pattern=_CLOCK,
    ),
    SettingSpec(
        "feedback_deadline",
        "17:40",
        "K-07",
        QT_TRANSLATE_NOOP(
            "Settings", "Time of day by which unfinished slips are explained."
        ),
        pattern=_CLOCK,
    ),
    SettingSpec(
        "return_remind_min",
        30,
        "K-07",
        QT_TRANSLATE_NOOP(
            "Settings", "Minutes before the return check to remind of it; 0: do not."
        ),
        limits=(0, 240),
    ),
    SettingSpec(
        "public_return_warn_min",
        60,
        "K-07",
        QT_TRANSLATE_NOOP(
            "Settings", "Minutes from done to returned before a public slip warns."
        ),
        limits=(1, 1440),
    ),
    SettingSpec(
        "day_start",
        "09:00",
        "S4-4.1.1-2",
        QT_TRANSLATE_NOOP("Settings", "When the front desk takes over from the night."),
        pattern=_CLOCK,
    ),
    SettingSpec(
        "night_start",
        "18:00",
        "S4-4.1.1-3",
        QT_TRANSLATE_NOOP("Settings", "When the control room takes over from the day."),
        pattern=_CLOCK,
    ),
    SettingSpec(
        "night_scope",
        "ALL_NIGHTS",
        "K-08",
        QT_TRANSLATE_NOOP(
            "Settings", "Whether the control room takes calls on weekend nights too."
        ),
        choices=("ALL_NIGHTS", "WEEKDAY_NIGHTS"),
    ),
    SettingSpec(
        "holiday_mode",
        "STATE_CALENDAR",
        "K-09",
        QT_TRANSLATE_NOOP("Settings", "Which days count as working days."),
        choices=("STATE_CALENDAR", "LITERAL_WEEKDAY"),
    ),
    SettingSpec(
        "intake_posts",
        "ANY_DUTY_POST",
        "K-10",
        QT_TRANSLATE_NOOP(
            "Settings", "Which posts may take calls and answer duplicates."
        ),
        choices=("ANY_DUTY_POST", "FRONT_DESK_AND_HOUSEKEEPER"),
    ),
    SettingSpec(
        "callback_public_pct",
        60,
        "K-11",
        QT_TRANSLATE_NOOP(
            "Settings", "Percent of finished public slips that are called back."
        ),
        limits=(0, 100),
    ),
    SettingSpec(
        "callback_unit_pct",
        100,
        "K-11",
        QT_TRANSLATE_NOOP(
            "Settings", "Percent of finished unit slips that are called back."
        ),
        limits=(0, 100),
    ),
    SettingSpec(
        "callback_public_basis",
        "PUBLIC_ONLY",
        "K-11",
        QT_TRANSLATE_NOOP(
            "Settings", "Whether the public share is asked of public slips or of all."
        ),
        choices=("PUBLIC_ONLY", "OVERALL"),
    ),
    SettingSpec(
        "callback_due_h",
        24,
        "K-11",
        QT_TRANSLATE_NOOP(
            "Settings", "Hours after the return in which the owner is called."
        ),
        limits=(1, 720),
    ),
    SettingSpec(
        "callback_seed",
        1,
        "K-11",
        QT_TRANSLATE_NOOP(
            "Settings",
            "Seed of the random order of callbacks; the same one picks the same slips.",
        ),
        limits=(0, 999_999_999),
    ),
    SettingSpec(
        "waiver_leader_from",
        50000,
        "K-12",
        QT_TRANSLATE_NOOP(
            "Settings", "Waived amount from which the company leader must approve."
        ),
        limits=(1, 100_000_000),
    ),
    SettingSpec(
        "cash_mode",
        "ESCORT_ONLY",
        "K-13",
        QT_TRANSLATE_NOOP(
            "Settings", "Who takes cash: Finance with an escort, or the technician."
        ),
        choices=("ESCORT_ONLY", "TECH_COLLECTS"),
    ),
    SettingSpec(
        "repair_warranty_days",
        90,
        "K-14",
        QT_TRANSLATE_NOOP(
            "Settings", "Days in which the same repair is done again free of charge."
        ),
        limits=(0, 3650),
    ),
    SettingSpec(
        "fee_bearer_unit",
        "OWNER",
        "K-15",
        QT_TRANSLATE_NOOP("Settings", "Who bears the cost of work in a unit."),
        choices=("OWNER", "COMPANY", "COMPANY_ADVANCE"),
    ),
    SettingSpec(
        "fee_bearer_public",
        "COMPANY",
        "K-15",
        QT_TRANSLATE_NOOP("Settings", "Who bears the cost of work in public areas."),
        choices=("OWNER", "COMPANY", "COMPANY_ADVANCE"),
    ),
    SettingSpec(
        "complaint_reply_h",
        24,
        "K-16",
        QT_TRANSLATE_NOOP("Settings", "Hours in which a complaint is answered."),
        limits=(1, 720),
    ),
    SettingSpec(
        "urgent_stamp",
        "PRINT_BOX",
        "K-17",
        QT_TRANSLATE_NOOP("Settings", "Whether urgent slips carry the boxed stamp."),
        choices=("PRINT_BOX", "NONE"),
    ),
    SettingSpec(
        "absent_signature",
        "SUPERVISOR_NOTE",
        "K-19",
        QT_TRANSLATE_NOOP(
            "Settings", "What an unsigned slip needs when it comes back."
        ),
        choices=("SUPERVISOR_NOTE", "NONE"),
    ),
    SettingSpec(
        "handover_day",
        20,
        "K-20",
        QT_TRANSLATE_NOOP(
            "Settings", "Day of the month on which Finance gets its copies."
        ),
        limits=(1, 28),
    ),
    SettingSpec(
        "close_mode",
        "AFTER_PERIOD_END",
        "K-20",
        QT_TRANSLATE_NOOP("Settings", "When a period may be closed."),
        choices=("AFTER_PERIOD_END",),
    ),
    SettingSpec(
        "handover_shift",
        "NEXT_WORKDAY",
        "K-21",
        QT_TRANSLATE_NOOP("Settings", "When the handover happens if its day is off."),
        choices=("NEXT_WORKDAY", "PREV_WORKDAY", "SAME_DAY"),
    ),
    SettingSpec(
        "done_basis",
        "RETURNED",
        "K-22",
        QT_TRANSLATE_NOOP("Settings", "When work counts as completed in statistics."),
        choices=("RETURNED",),
    ),
    SettingSpec(
        "stat_month",
        "CALENDAR",
        "K-23",
        QT_TRANSLATE_NOOP("Settings", "Which month statistics speak of."),
        choices=("CALENDAR", "FINANCE"),
    ),
    SettingSpec(
        "register_by",
        "AREA",
        "K-24",
        QT_TRANSLATE_NOOP("Settings", "What decides which register a slip stands in."),
        choices=("AREA",),
    ),
    SettingSpec(
        "public_callback_method",
        "PHONE_ELSE_ONSITE",
        "K-25",
        QT_TRANSLATE_NOOP(
            "Settings", "How public slips without an owner are called back."
        ),
        choices=("PHONE_ELSE_ONSITE", "ONSITE"),
    ),
    SettingSpec(
        "print_station",
        "DISPATCH",
        "K-26",
        QT_TRANSLATE_NOOP("Settings", "Which desk prints the four copies."),
        choices=("DISPATCH", "HOUSEKEEPING"),
    ),
    SettingSpec(
        "phone_required",
        "UNIT",
        "K-28",
        QT_TRANSLATE_NOOP("Settings", "Which slips need a telephone number."),
        choices=("UNIT", "ALL"),
    ),
    SettingSpec(
        "night_from",
        "18:00",
        "S4-4.1.2.3",
        QT_TRANSLATE_NOOP(
            "Settings", "From when the night price of the tariff holds for work."
        ),
        pattern=_CLOCK,
    ),
    SettingSpec(
        "night_until",
        "09:00",
        "S4-4.1.2.3",
        QT_TRANSLATE_NOOP(
            "Settings", "Until when the night price of the tariff holds for work."
        ),
        pattern=_CLOCK,
    ),
    SettingSpec(
        "waiver_basis",
        "WAIVED",
        "K-29",
        QT_TRANSLATE_NOOP(
            "Settings", "Whether the limit measures the waived amount or the fee."
        ),
        choices=("WAIVED", "FEE"),
    ),
    SettingSpec(
        "callback_owner_basis",
        "UNIT",
        "K-30",
        QT_TRANSLATE_NOOP("Settings", "Which slips concern an owner."),
        choices=("UNIT", "UNIT_OR_OWNER_REPORTED"),
    ),
    *REPORT_SETTINGS,
    *LIMIT_SETTINGS,
)

SPECS: Mapping[str, SettingSpec] = {spec.key: spec for spec in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a centre as they are now; a missing key has its default."""

    changed: Mapping[str, Value] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """A setting whose type is text."""
        value = self.changed.get(key, SPECS[key].default)
        assert isinstance(value, str), key
        return value

    def number(self, key: str) -> int:
        """A setting whose type is a whole number."""
        value = self.changed.get(key, SPECS[key].default)
        assert isinstance(value, int), key
        return value

    def minute_of_day(self, key: str) -> int:
        """A clock time such as ``17:30`` as minutes since midnight."""
        hour, minute = self.text(key).split(":")
        return int(hour) * 60 + int(minute)
