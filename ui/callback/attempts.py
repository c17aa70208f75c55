"""The calls there were about a slip, the last one first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.callback_view import CallView
from models.callback import CallbackMethod, CallbackResult
from ui.kit.fields import COMMA
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.timeline import Entry, Timeline
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION
from ui.words import word

ROW = 40
MOST_HEIGHT = 180


class Attempts(QWidget):
    """Takes no room where nobody has called yet."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._head = Label("", CAPTION, tone=Tone.SECOND, is_strong=True)
        self.calls = Timeline(self.tr("Earlier calls"))
        policy = QSizePolicy.Policy
        self.calls.setSizePolicy(policy.Expanding, policy.Fixed)
        column(self._head, self.calls, spacing=6, on=self)
        self.hide()

    def show_calls(self, calls: Sequence[CallView]) -> None:
        """Show the calls of another slip."""
        entries = [
            Entry(self._moments.write(call.called_at), word(call.result), said)
            for call in reversed(calls)
            for said in (self.words(call),)
        ]
        self._head.say(self.tr("%n earlier call(s)", "", len(calls)))
        self.calls.show_entries(entries)
        self.calls.setFixedHeight(min(MOST_HEIGHT, 8 + ROW * len(entries)))
        self.setVisible(bool(entries))

    def words(self, call: CallView) -> str:
        """Who called how, and what was answered."""
        parts = [call.called_by]
        if call.method is not CallbackMethod.PHONE:
            parts.append(word(call.method))
        if call.result is CallbackResult.REACHED and call.is_normal is not None:
            works, fails = self.tr("works"), self.tr("does not work")
            parts.append(works if call.is_normal else fails)
        if call.satisfaction is not None:
            parts.append(word(call.satisfaction))
        if call.comment:
            parts.append(call.comment)
        return COMMA.join(parts)
