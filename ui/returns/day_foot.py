"""What the foot of the day says: how far it is, and what is to be done next."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.desk import Desk
from models.day_check import DayCheck
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Tone
from ui.returns.day_groups import minute_of, open_ids
from ui.slip.moment import Moments

_T = QT_TRANSLATE_NOOP
_BEFORE = _T("DayFoot", "The list is fixed at {time}.")
_FIXED = _T("DayFoot", "Fixed at {time}; {count} without a reason, {left} min left.")
_FIXED_ALL = _T("DayFoot", "Fixed at {time}; every slip that is out is explained.")
_OVER = _T("DayFoot", "Since {time} {count} are lost: nobody has said why.")
_FINAL = _T("DayFoot", "Final at {time}, run {run}, by {name}.")
_FINAL_OTHER = _T("DayFoot", "Run {run} of {time} counts; things changed since.")


@dataclass(frozen=True, slots=True)
class Foot:
    """The sentence, and whether the day may be made final."""

    text: str
    tone: Tone
    may_run: bool


def foot_of(check: DayCheck, desk: Desk, now: datetime, moments: Moments) -> Foot:
    """What holds at the instant ``now``."""
    until_list = minute_of(desk, "return_deadline", now)
    left = minute_of(desk, "feedback_deadline", now)
    count = len(open_ids(check))
    may_run = until_list <= 0
    final = check.final
    if final is not None:
        text = _say(
            _FINAL if check.still_holds else _FINAL_OTHER,
            time=moments.write(final.recorded_at),
            run=final.run_no,
            name=final.run_by,
        )
        return Foot(text, Tone.SECOND, may_run)
    if not may_run:
        return Foot(_say(_BEFORE, time=check.return_by), Tone.SECOND, False)
    if not count:
        return Foot(_say(_FIXED_ALL, time=check.return_by), Tone.OK, True)
    if left >= 0:
        text = _say(_FIXED, time=check.return_by, count=count, left=left)
        return Foot(text, Tone.BAD, True)
    text = _say(_OVER, time=check.feedback_by, count=count)
    return Foot(text, Tone.BAD, True)


def _say(source: str, **facts: object) -> str:
    return QCoreApplication.translate("DayFoot", source).format(**facts)
