"""A reason from the centre's list, chosen by its number or its initials in pinyin."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.name_reading import name_matches
from ui.kit.fields import ChoiceField

PATIENCE_MS = 900
"""Letters that come sooner after each other belong to one reason."""


class ReasonField(ChoiceField):
    """Every reason has a number in front: one key chooses it, without opening the list.

    Letters choose the next reason that is read so.
    """

    def __init__(
        self, texts: Sequence[str], *, empty: str, parent: QWidget | None = None
    ) -> None:
        self._texts = list(texts)
        self._letters = ""
        self._since = QElapsedTimer()
        super().__init__(_numbered(self._texts), empty=empty, parent=parent)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Offer other reasons; what was chosen stays chosen if it is still there."""
        self._texts = list(texts)
        self.set_options(_numbered(self._texts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chosen = self._meant(event)
            if chosen is not None:
                self.set_value(chosen)
                self.edited.emit()
                return True
        return super().eventFilter(watched, event)

    def _meant(self, event: QKeyEvent) -> str | None:
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        sign = event.text()
        if not is_plain or len(sign) != 1 or not sign.isascii():
            return None
        if sign.isdigit():
            at = int(sign) - 1
            return self._texts[at] if 0 <= at < len(self._texts) else None
        if not sign.isalpha():
            return None
        if not self._since.isValid() or self._since.elapsed() > PATIENCE_MS:
            self._letters = ""
        self._since.start()
        self._letters += sign
        found = [text for text in self._texts if name_matches(text, self._letters)]
        if found and len(self._letters) == 1 and self.value() in found[:-1]:
            return found[found.index(self.value()) + 1]
        return found[0] if found else None


def _numbered(texts: Sequence[str]) -> list[tuple[str, str]]:
    return [(text, f"{number} {text}") for number, text in enumerate(texts, 1)]
