"""What the facts of a slip are called where they are only read."""

from collections.abc import Mapping

from models.text import QT_TRANSLATE_NOOP
from ui.language import translate
from ui.words import field_word

_T = QT_TRANSLATE_NOOP

FACTS: Mapping[str, str] = {
    "unit_label": _T("SlipFact", "Unit"),
    "owner_name": _T("SlipFact", "Owner"),
    "job_type": _T("SlipFact", "Type"),
    "charge_class": _T("SlipFact", "Charge"),
    "channel": _T("SlipFact", "Channel"),
    "duty_post": _T("SlipFact", "Post on duty"),
    "entered_by": _T("SlipFact", "Taken by"),
    "anyway_reason": _T("SlipFact", "Issued anyway because"),
    "bounce_reason": _T("SlipFact", "Bounced because"),
    "dispatcher": _T("SlipFact", "Dispatcher"),
    "appointment_reason": _T("SlipFact", "Rescheduled because"),
    "escalated_to": _T("SlipFact", "Escalated to"),
    "returned_to": _T("SlipFact", "Returned to"),
    "outcome": _T("SlipFact", "Outcome"),
    "owner_opinion": _T("SlipFact", "Opinion"),
    "inspected_by": _T("SlipFact", "Inspected by"),
    "inspected_at": _T("SlipFact", "Inspected at"),
    "inspect_note": _T("SlipFact", "Inspection note"),
    "callback_at": _T("SlipFact", "Called back"),
    "callback_said": _T("SlipFact", "Said when called"),
    "end_reason": _T("SlipFact", "Ended because"),
    "origin_number": _T("SlipFact", "Former number"),
}


def fact_word(name: str) -> str:
    """The word for a column of a slip."""
    if name in FACTS:
        return translate("SlipFact", FACTS[name])
    return field_word(name)
