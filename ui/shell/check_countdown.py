"""距返单检查: how long until the day's return check, and what it waits for after."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.desk import Desk
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Tone

_T = QT_TRANSLATE_NOOP
_BEFORE = _T("CheckCountdown", "Return check in {time}")
_LAST = _T("CheckCountdown", "Final at {time}: {left} min, {count} out")
_LATE = _T("CheckCountdown", "Return check {time}: {count} out")
_FINAL = _T("CheckCountdown", "Return check is final: {count} out")
_COMPLETE = _T("CheckCountdown", "Return check at {time}: everything is back")


def countdown(
    desk: Desk, now: datetime, not_back: int, *, is_final: bool = False
) -> tuple[str, Tone]:
    """What the status line says at the instant ``now`` with so many slips out;
    ``is_final``: the day's check is made.
    """
    local = desk.local(now)
    minute = local.hour * 60 + local.minute
    left = desk.settings.minute_of_day("return_deadline") - minute
    if left > 0:
        early = desk.settings.number("return_remind_min")
        tone = Tone.WARN if left <= early else Tone.SECOND
        return _say(_BEFORE, time=f"{left // 60:02}:{left % 60:02}"), tone
    at = desk.settings.text("return_deadline")
    last = desk.settings.minute_of_day("feedback_deadline") - minute
    if not_back and is_final:
        return _say(_FINAL, count=not_back), Tone.SECOND
    if not_back and last > 0:
        until = desk.settings.text("feedback_deadline")
        return _say(_LAST, time=until, left=last, count=not_back), Tone.BAD
    if not_back:
        return _say(_LATE, time=at, count=not_back), Tone.BAD
    return _say(_COMPLETE, time=at), Tone.SECOND


def _say(source: str, **facts: object) -> str:
    return QCoreApplication.translate("CheckCountdown", source).format(**facts)
