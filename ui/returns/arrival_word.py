"""How long it took until somebody was there, in words beside the time (K-05)."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.limit_clock import whole_minutes
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Tone

_IN_TIME = QT_TRANSLATE_NOOP("ArrivalWord", "after {minutes} min, in time")
_LATE = QT_TRANSLATE_NOOP("ArrivalWord", "after {minutes} min, late")
_AS_AGREED = QT_TRANSLATE_NOOP("ArrivalWord", "as agreed")
_AFTER_AGREED = QT_TRANSLATE_NOOP("ArrivalWord", "{minutes} min after the time agreed")


def arrival_word(
    facts: Mapping[str, object], arrived: datetime | None, limit: int
) -> tuple[str, Tone] | None:
    """None while there is nothing to say, as for a time before the receipt."""
    if arrived is None:
        return None
    agreed = facts["appointment_at"]
    if isinstance(agreed, datetime):
        over = whole_minutes(agreed, arrived)
        if over <= 0:
            return _say(_AS_AGREED), Tone.OK
        return _say(_AFTER_AGREED, minutes=over), Tone.BAD
    begun = facts["supervisor_received_at"] or facts["dispatched_at"]
    if not isinstance(begun, datetime) or arrived < begun:
        return None
    took = whole_minutes(begun, arrived)
    if took <= limit:
        return _say(_IN_TIME, minutes=took), Tone.OK
    return _say(_LATE, minutes=took), Tone.BAD


def _say(source: str, **facts: object) -> str:
    return QCoreApplication.translate("ArrivalWord", source).format(**facts)
