"""Knows where somebody composes a character: nothing may set that field meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composing(QObject):
    """Watches editors for text of an input method that is not committed yet.

    A field set by program while characters are being composed in it would lose them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at: QWidget | None = None
        self._waiting: dict[QWidget, Callable[[], object]] = {}

    def watch(self, editor: QWidget) -> None:
        """Look after one more editor."""
        editor.installEventFilter(self)

    def is_at(self, editor: QWidget) -> bool:
        """Whether something is being composed in ``editor`` now."""
        return self._at is editor

    def set_when_free(self, editor: QWidget, put: Callable[[], object]) -> None:
        """Call ``put`` now, or once what is composed there has been committed; of
        several that wait for one editor the last one counts.
        """
        if self.is_at(editor):
            self._waiting[editor] = put
        else:
            self._waiting.pop(editor, None)
            put()

    def forget(self) -> None:
        """What still waits to be set is not wanted any more."""
        self._waiting.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if isinstance(event, QInputMethodEvent):
                if event.preeditString():
                    self._at = watched
                elif self._at is watched:
                    self._free(watched)
            elif event.type() == QEvent.Type.FocusOut and self._at is watched:
                self._free(watched)
        return super().eventFilter(watched, event)

    def _free(self, editor: QWidget) -> None:
        self._at = None
        put = self._waiting.pop(editor, None)
        if put is not None:
            # The event that commits the text is still on its way to the editor.
            QTimer.singleShot(0, self, put)
