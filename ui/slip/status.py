"""How each state of a slip is shown: shape, word, and colour only where it must."""

from app.slip_list import SlipRow
from models.slip import SlipState
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


def status_of(state: SlipState) -> Status:
    """The status of a state."""
    shape, glyph_tone, word_tone = _LOOKS[state]
    return Status(word(state), shape, glyph_tone, word_tone)


def row_status(row: SlipRow) -> Status:
    """The status of a row of a list."""
    return status_of(row.state)


def is_struck(row: SlipRow) -> bool:
    """Void and cancelled slips stay in the register, struck through (4.5)."""
    return row.state in (SlipState.VOID, SlipState.CANCELLED)
