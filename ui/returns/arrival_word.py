"""How long it took until somebody was there, in words beside the time (K-05)."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.desk import Desk
from app.limit_clock import judge
from app.slip_times import SlipTimes, moment_of
from app.time_limit import LIMIT, LimitKey, Moment
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Tone
from ui.slip.limit_word import limit_tone

_IN_TIME = QT_TRANSLATE_NOOP("ArrivalWord", "after {minutes} min, in time")
_LATE = QT_TRANSLATE_NOOP("ArrivalWord", "after {minutes} min, late")
_AS_AGREED = QT_TRANSLATE_NOOP("ArrivalWord", "as agreed")
_AFTER_AGREED = QT_TRANSLATE_NOOP("ArrivalWord", "{minutes} min after the time agreed")


def arrival_word(
    times: SlipTimes, arrived: datetime | None, desk: Desk
) -> tuple[str, Tone] | None:
    """What the judgement of the limit says of an arrival; None where the limit does
    not count, and for a time before its clock begins.
    """
    if arrived is None:
        return None
    now, settings = desk.now(), desk.settings
    typed = replace(times, arrived_at=arrived)
    clock = judge(LIMIT[LimitKey.UNIT_ONSITE], typed, now, settings)
    if not clock.is_counted:
        return None
    tone = limit_tone(clock) if clock.is_late else Tone.OK
    if clock.is_by_appointment:
        text = _AFTER_AGREED if clock.is_late else _AS_AGREED
        return _say(text, minutes=clock.over), tone
    begun = moment_of(typed, Moment.ARRIVAL_START, settings, now)
    if begun is None or arrived < begun:
        return None
    return _say(_LATE if clock.is_late else _IN_TIME, minutes=clock.used), tone


def _say(source: str, **facts: object) -> str:
    return QCoreApplication.translate("ArrivalWord", source).format(**facts)
