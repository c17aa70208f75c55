"""What a card of the list of callbacks says at a moment."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from app.callback_work import CallbackRow, CallReason
from models.callback import CallbackResult
from ui.kit.card import CardFace
from ui.kit.fields import COMMA
from ui.kit.glyph import Shape
from ui.kit.label import Tone
from ui.slip.moment import Moments
from ui.words import word

_SHAPES: Mapping[CallbackResult | None, tuple[Shape, Tone]] = {
    None: (Shape.DASHED, Tone.SECOND),
    CallbackResult.REACHED: (Shape.TICK, Tone.OK),
    CallbackResult.UNREACHABLE: (Shape.TURNED, Tone.WARN),
    CallbackResult.REFUSED: (Shape.CROSS, Tone.WARN),
}


class CallbackFaces(QObject):
    """Writes cards."""

    def __init__(self, moments: Moments, parent: QObject) -> None:
        super().__init__(parent)
        self._moments = moments

    def face(self, row: CallbackRow, now: datetime) -> CardFace:
        """The words of one slip."""
        is_due = row.reason not in (CallReason.SPARE, CallReason.UNREACHABLE)
        is_late = is_due and row.due_at <= now
        shape, shape_tone = _SHAPES[row.last_result]
        is_angry = row.reason is CallReason.DISSATISFIED
        if is_angry:
            shape, shape_tone = Shape.ALARM, Tone.BAD
        loud = Tone.BAD if is_angry or is_late else Tone.WARN
        said = [self.tr("Overdue")] if is_late else []
        if row.reason is not CallReason.NEEDED:
            said.append(word(row.reason))
        return CardFace(
            row.slip_id,
            row.room,
            row.content,
            self._moments.write(row.due_at) if is_due else "",
            self._attempts(row),
            shape,
            shape_tone,
            who=row.reporter,
            note=COMMA.join(said),
            note_tone=loud,
            tag=self.tr("Urgent") if row.is_urgent else "",
            when_tone=Tone.BAD if is_late else Tone.SECOND,
        )

    def _attempts(self, row: CallbackRow) -> str:
        if row.last_result is None:
            return self.tr("not called yet")
        said = word(row.last_result)
        return self.tr("{said}, %n call(s)", "", row.attempts).format(said=said)
