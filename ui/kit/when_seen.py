"""Puts off until it is seen what a part of the window would do unseen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """``step`` is done at once while ``part`` shows, else once when it shows again.

    Every change of a slip concerns every room; only the one in front need hear of it
    at once.
    """

    def __init__(self, part: QWidget, step: Callable[[], object]) -> None:
        super().__init__(part)
        self._part = part
        self._step = step
        self._is_due = False
        part.installEventFilter(self)

    def do(self) -> None:
        """Do the step, now or when the part is seen."""
        if self._part.isVisible():
            self._step()
        else:
            self._is_due = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_due:
            self._is_due = False
            self._step()
        return False
