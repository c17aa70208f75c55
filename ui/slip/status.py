"""How each state of a slip is shown: shape, word, and colour only where it must."""

from PySide6.QtCore import QCoreApplication

from app.slip_list import SlipRow
from models.slip import SlipState
from models.text import QT_TRANSLATE_NOOP
from ui.kit.glyph import Shape, Status
from ui.kit.label import Tone
from ui.words import word

_LOOKS: dict[SlipState, tuple[Shape, Tone, Tone]] = {
    SlipState.DRAFT: (Shape.DASHED, Tone.SECOND, Tone.SECOND),
    SlipState.ISSUED: (Shape.DASHED, Tone.WARN, Tone.WARN),
    SlipState.DISPATCHED: (Shape.QUARTER, Tone.SECOND, Tone.SECOND),
    SlipState.ON_SITE: (Shape.HALF, Tone.SECOND, Tone.SECOND),
    SlipState.QUOTED: (Shape.HALF, Tone.WARN, Tone.WARN),
    SlipState.DISPUTED: (Shape.ALARM, Tone.BAD, Tone.BAD),
    SlipState.WORKING: (Shape.THREE_QUARTERS, Tone.SECOND, Tone.SECOND),
    SlipState.SUSPENDED: (Shape.PAUSE, Tone.WARN, Tone.WARN),
    SlipState.DONE: (Shape.BACK, Tone.ACCENT, Tone.SECOND),
    SlipState.RETURNED: (Shape.TICK, Tone.OK, Tone.SECOND),
    SlipState.CLOSED: (Shape.TICK, Tone.THIRD, Tone.SECOND),
    SlipState.CANCELLED: (Shape.CROSS, Tone.THIRD, Tone.THIRD),
    SlipState.VOID: (Shape.CROSS, Tone.THIRD, Tone.THIRD),
}


_BOUNCED = QT_TRANSLATE_NOOP("SlipStatus", "Bounced")


def status_of(state: SlipState, *, is_bounced: bool = False) -> Status:
    """The status of a state; a bounced slip waits for the desk that issued it."""
    if is_bounced and state is SlipState.ISSUED:
        text = QCoreApplication.translate("SlipStatus", _BOUNCED)
        return Status(text, Shape.TURNED, Tone.WARN, Tone.WARN)
    shape, glyph_tone, word_tone = _LOOKS[state]
    return Status(word(state), shape, glyph_tone, word_tone)


def row_status(row: SlipRow) -> Status:
    """The status of a row of a list."""
    return status_of(row.state, is_bounced=row.is_bounced)


def is_struck(row: SlipRow) -> bool:
    """Void and cancelled slips stay in the register, struck through (4.5)."""
    return row.state in (SlipState.VOID, SlipState.CANCELLED)
