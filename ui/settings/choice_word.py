"""What the choices of a policy are called."""

from collections.abc import Mapping

from app.settings import SettingSpec
from models.text import QT_TRANSLATE_NOOP
from ui.language import translate

_T = QT_TRANSLATE_NOOP

CHOICES: Mapping[str, str] = {
    "RETURN_TO_HK": _T("SettingChoice", "Comes back and is filed"),
    "NOT_PRINTED": _T("SettingChoice", "Is not printed"),
    "SUPERVISOR_RECEIVED": _T("SettingChoice", "The supervisor has the slip"),
    "DISPATCHED": _T("SettingChoice", "The slip is dispatched"),
    "ISSUED": _T("SettingChoice", "The slip is issued"),
    "ALL_NIGHTS": _T("SettingChoice", "Every night"),
    "WEEKDAY_NIGHTS": _T("SettingChoice", "Nights after working days"),
    "STATE_CALENDAR": _T("SettingChoice", "State calendar with swapped days"),
    "LITERAL_WEEKDAY": _T("SettingChoice", "Monday to Friday"),
    "ANY_DUTY_POST": _T("SettingChoice", "Any post on duty"),
    "FRONT_DESK_AND_HOUSEKEEPER": _T("SettingChoice", "Front desk and housekeepers"),
    "PUBLIC_ONLY": _T("SettingChoice", "Of public slips"),
    "OVERALL": _T("SettingChoice", "Of all slips"),
    "ESCORT_ONLY": _T("SettingChoice", "Finance, with an escort"),
    "TECH_COLLECTS": _T("SettingChoice", "The technician"),
    "OWNER": _T("SettingChoice", "The owner"),
    "COMPANY": _T("SettingChoice", "The company"),
    "COMPANY_ADVANCE": _T("SettingChoice", "The company in advance"),
    "PRINT_BOX": _T("SettingChoice", "With the boxed stamp"),
    "NONE": _T("SettingChoice", "Without"),
    "SUPERVISOR_NOTE": _T("SettingChoice", "A note of the supervisor"),
    "AFTER_PERIOD_END": _T("SettingChoice", "After the period has ended"),
    "NEXT_WORKDAY": _T("SettingChoice", "The next working day"),
    "PREV_WORKDAY": _T("SettingChoice", "The working day before"),
    "SAME_DAY": _T("SettingChoice", "The same day"),
    "RETURNED": _T("SettingChoice", "When the paper is back"),
    "CALENDAR": _T("SettingChoice", "Calendar month"),
    "FINANCE": _T("SettingChoice", "Finance period 21–20"),
    "AREA": _T("SettingChoice", "The area"),
    "PHONE_ELSE_ONSITE": _T("SettingChoice", "By telephone, else on site"),
    "ONSITE": _T("SettingChoice", "On site"),
    "DISPATCH": _T("SettingChoice", "The dispatcher's"),
    "HOUSEKEEPING": _T("SettingChoice", "Housekeeping's"),
    "UNIT": _T("SettingChoice", "Unit slips"),
    "ALL": _T("SettingChoice", "All slips"),
    "WAIVED": _T("SettingChoice", "The amount waived"),
    "FEE": _T("SettingChoice", "The fee"),
    "BREACH": _T("SettingChoice", "A breach"),
    "WARN": _T("SettingChoice", "A warning"),
    "RECORD": _T("SettingChoice", "Only recorded"),
    "OFF": _T("SettingChoice", "Not counted"),
    "WRITE": _T("SettingChoice", "Is written"),
    "LEAVE": _T("SettingChoice", "Is not written"),
    "UNIT_OR_OWNER_REPORTED": _T("SettingChoice", "Unit slips and owners' reports"),
}


def choice_word(choice: str) -> str:
    """The word for a choice; one without a word stands for itself."""
    return translate("SettingChoice", CHOICES[choice]) if choice in CHOICES else choice


def value_word(spec: SettingSpec, value: str) -> str:
    """A setting's value as it is read."""
    return choice_word(value) if spec.choices else value
