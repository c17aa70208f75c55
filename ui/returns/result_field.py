"""What was done, chosen by a digit or by its initials, or typed in full."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.name_reading import name_matches
from ui.kit.field import Field
from ui.kit.fields import TextField
from ui.kit.label import ElidedLabel, Tone
from ui.returns.paper_moment import HABIT_MS
from ui.theme.typeface import CAPTION

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ResultField(TextField):
    """The usual words stand under the line while it is empty or holds letters only:
    ``2`` takes the second, ``gh`` the first that is read so.
    """

    is_wide = True

    picked = Signal()
    """A digit chose the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words: tuple[str, ...] = ()
        self._done = QElapsedTimer()
        self._offer = ElidedLabel("", CAPTION, tone=Tone.SECOND)
        self._offer.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._offer)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _: self._show_offer())

    def offer(self, words: Sequence[str]) -> None:
        """The words that may be chosen from."""
        self._words = tuple(words)
        self._show_offer()

    def offered(self) -> list[str]:
        """Those that what was typed may mean, in order."""
        typed = self.line.text().strip()
        if typed and not (typed.isascii() and typed.isalpha()):
            return []
        return [word for word in self._words if name_matches(word, typed)]

    def is_just_picked(self) -> bool:
        """Whether a digit chose this moment: an Enter from habit follows."""
        return self._done.isValid() and self._done.elapsed() < HABIT_MS

    def take_first(self) -> bool:
        """Letters become the first word that is read so; False if they are none."""
        if not self.line.text().strip():
            return False
        found = self.offered()
        if found:
            self._take(found[0])
        return bool(found)

    def _take(self, word: str) -> None:
        self.line.setText(word)
        self.edited.emit()

    def _show_offer(self) -> None:
        found = self.offered() if self.line.hasFocus() else []
        if found == [self.line.text()]:
            found = []
        self._offer.setText(
            "   ".join(f"{number} {word}" for number, word in enumerate(found, 1))
        )
        self._offer.setVisible(bool(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            found = self.offered()
            at = event.text()
            is_digit = len(at) == 1 and at in "123456789"
            if is_digit and event.modifiers() in _PLAIN and int(at) <= len(found):
                self._take(found[int(at) - 1])
                self._done.start()
                self.picked.emit()
                return True
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            # The keyboard has moved when this event is over.
            self._offer.setVisible(False)
            if kind == QEvent.Type.FocusIn:
                done = super().eventFilter(watched, event)
                self._show_offer_of(self.offered())
                return done
        return super().eventFilter(watched, event)

    def _show_offer_of(self, found: list[str]) -> None:
        text = "   ".join(f"{number} {word}" for number, word in enumerate(found, 1))
        self._offer.setText(text)
        self._offer.setVisible(bool(found))


def stands_alone(field: Field) -> bool:
    """Whether nothing at all stands in a field."""
    return not str(field.typed() or "").strip()
