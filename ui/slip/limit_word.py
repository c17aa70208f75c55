"""What is said of a time limit (时限): on a card, in a list, on the page of a slip."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.limit_clock import Clock
from app.limit_standing import Standing, standing_of
from app.time_limit import LimitKey
from models.text import QT_TRANSLATE_NOOP
from ui.kit.fields import COMMA
from ui.kit.label import Tone
from ui.slip.moment import Moments
from ui.words import word

_T = QT_TRANSLATE_NOOP
_HOUR = 60
_FEW_HOURS = 3 * _HOUR
_DAY = 24 * _HOUR

_TONES: Mapping[Standing, Tone] = {
    Standing.BREACHED: Tone.BAD,
    Standing.OVERRUN: Tone.WARN,
    Standing.PRESSING: Tone.WARN,
}


def limit_tone(clock: Clock) -> Tone:
    """Quiet while there is time, then warning; bad where a missed limit is a breach."""
    return _TONES.get(standing_of(clock), Tone.SECOND)


def span_words(minutes: int) -> str:
    """``6 分``, ``1 时 09 分``, ``3 天``."""
    if minutes < _HOUR:
        return _say(_T("LimitWords", "{minutes} min")).format(minutes=minutes)
    if minutes < _DAY:
        return _say(_T("LimitWords", "{hours} h {minutes} min")).format(
            hours=minutes // _HOUR, minutes=f"{minutes % _HOUR:02d}"
        )
    return _say(_T("LimitWords", "{days} d")).format(days=minutes // _DAY)


def short_span(minutes: int) -> str:
    """The same, but from three hours on without the minutes: ``16 时``."""
    if _FEW_HOURS <= minutes < _DAY:
        return _say(_T("LimitWords", "{hours} h")).format(hours=minutes // _HOUR)
    return span_words(minutes)


def short_words(clock: Clock) -> str:
    """``到场超 8 分``, ``完工余 1 时 35 分``, ``完工暂停``, ``按时``."""
    name = word(clock.limit.key)
    if clock.is_late:
        text = _say(_T("LimitWords", "{limit} {span} late"))
        return text.format(limit=name, span=short_span(clock.over))
    if clock.is_paused:
        return _say(_T("LimitWords", "{limit} stands still")).format(limit=name)
    if not clock.is_running:
        return word(Standing.ON_TIME)
    text = _say(_T("LimitWords", "{limit} {span} left"))
    return text.format(limit=name, span=short_span(clock.left))


def full_words(clock: Clock, moments: Moments) -> str:
    """The same without the name, with what was used, what was told, and until when."""
    return COMMA.join(filter(None, (_how(clock, moments), *_told(clock, moments))))


def _how(clock: Clock, moments: Moments) -> str:
    due = moments.write(clock.due_at)
    left, over = span_words(clock.left), span_words(clock.over)
    if clock.is_late:
        if clock.is_running:
            text = _say(_T("LimitWords", "{over} over, due {due}"))
        else:
            text = _say(_T("LimitWords", "{over} late, due {due}"))
    elif clock.is_paused:
        text = _say(_T("LimitWords", "Stands still, {left} left"))
    elif clock.is_running:
        text = _say(_T("LimitWords", "{left} left, due {due}"))
    elif clock.is_by_appointment:
        text = _say(_T("LimitWords", "On time, due {due}"))
    else:
        text = _say(_T("LimitWords", "On time, after {used}"))
    return text.format(over=over, due=due, left=left, used=span_words(clock.used))


def _told(clock: Clock, moments: Moments) -> tuple[str, ...]:
    said = []
    if clock.told_at is not None:
        if clock.is_told_in_time:
            text = _say(_T("LimitWords", "delay told in time at {time}"))
        else:
            text = _say(_T("LimitWords", "delay told too late at {time}"))
        said.append(text.format(time=moments.write(clock.told_at)))
    if clock.must_escalate:
        said.append(tell_supervisor())
    return tuple(said)


def tell_supervisor() -> str:
    """What a long delay after an appointment asks for (S3-6.6)."""
    return _say(_T("LimitWords", "tell the supervisor"))


def widest_words(keys: tuple[LimitKey, ...]) -> list[str]:
    """What a list must have room for."""
    late = _say(_T("LimitWords", "{limit} {span} late"))
    left = _say(_T("LimitWords", "{limit} {span} left"))
    span = span_words(_FEW_HOURS - 1)
    return [
        text.format(limit=word(key), span=span) for key in keys for text in (late, left)
    ]


def _say(text: str) -> str:
    return QCoreApplication.translate("LimitWords", text)
