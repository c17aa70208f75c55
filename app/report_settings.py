"""The settings of the reports that write themselves (S4-4.1.4.3-1)."""

from app.setting_spec import SettingSpec
from models.text import QT_TRANSLATE_NOOP

_SOURCE = "S4-4.1.4.3-1"
_ON_OFF = ("WRITE", "LEAVE")

REPORT_SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec(
        "report_folder",
        "",
        _SOURCE,
        QT_TRANSLATE_NOOP(
            "Settings",
            "Folder into which every open window that has it writes the statistics as"
            " PDF; empty: none.",
        ),
    ),
    SettingSpec(
        "report_weekly",
        "WRITE",
        _SOURCE,
        QT_TRANSLATE_NOOP("Settings", "Write the report of the week before on Monday."),
        choices=_ON_OFF,
    ),
    SettingSpec(
        "report_monthly",
        "WRITE",
        _SOURCE,
        QT_TRANSLATE_NOOP(
            "Settings", "Write the report of the calendar month before on the 1st."
        ),
        choices=_ON_OFF,
    ),
    SettingSpec(
        "report_period",
        "WRITE",
        _SOURCE,
        QT_TRANSLATE_NOOP(
            "Settings",
            "Write the report of the finance period up to the day of the handover (the"
            " 20th), on that day; what comes later that day stands in the statement.",
        ),
        choices=_ON_OFF,
    ),
    SettingSpec(
        "report_time",
        "09:00",
        _SOURCE,
        QT_TRANSLATE_NOOP(
            "Settings", "From when on its day a report is due; it speaks of then."
        ),
        pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]",
    ),
)
