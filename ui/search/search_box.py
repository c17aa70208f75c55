"""The one search (Ctrl+K): answers while one types, and opens what was meant."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.kit.search_field import SearchField
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.frame import Frame
from ui.tasks import Job

if TYPE_CHECKING:
    from app.search_hit import Found
    from ui.search.hit_line import Hit
    from ui.search.hit_popup import HitPopup

TYPING_MS = 120
"""How long it waits for the next key before it asks."""

WIDTH = 720
HIGHEST = 560
GAP = 6


class SearchBox(SearchField):
    """Ctrl+K comes here, Esc goes back to where one was.

    A question that is out of date when its answer comes is dropped.
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            ACTIONS["frame.search"].keys,
            self.tr("Number, room, last digits of a telephone, name, pinyin, fault"),
        )
        self.set_name(self.tr("Search everything"))
        self.line.setProperty("bar", True)
        self._frame = frame
        self._before: QWidget | None = None
        self._question: Job | None = None
        self._is_hurried = False
        self._popup: HitPopup | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.ask)
        self.edited.connect(self._wait)
        self.line.installEventFilter(self)
        frame.place.installEventFilter(self)

    @property
    def popup(self) -> "HitPopup":
        """Where the answer is shown."""
        if self._popup is None:
            # Nobody has searched before the window is painted.
            from ui.search.hit_popup import HitPopup

            self._popup = HitPopup(self._frame)
            self._popup.hits.taken.connect(self._open)
        return self._popup

    def is_answering(self) -> bool:
        """Whether an answer is shown."""
        return self._popup is not None and self._popup.isVisible()

    def come_here(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.line:
            self._before = focus
        super().come_here()
        if self.value():
            self._typing.start(0)

    def leave(self) -> None:
        """Forget what was typed and give the keyboard back."""
        self._forget_question()
        self.set_value(None)
        self._hide_answer()
        before, self._before = self._before, None
        if before is not None and _is_there(before, self._frame.place):
            before.setFocus()
        elif self.line.hasFocus():
            self.line.clearFocus()

    def _hide_answer(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _wait(self) -> None:
        if self.value():
            self._typing.start()
        else:
            self._forget_question()
            self._hide_answer()

    def _forget_question(self) -> None:
        self._typing.stop()
        self._is_hurried = False
        if self._question is not None:
            self._question.drop()
            self._question = None

    def ask(self) -> None:
        """Look for what stands in the line, without waiting for another key."""
        from app.search import find

        words = self.value()
        self._forget_question()
        if words:
            self._question = self._frame.work.look(
                self, find, words, done=lambda found: self._show(words, found)
            )

    def _show(self, words: str, found: "Found") -> None:
        self._question = None
        is_hurried, self._is_hurried = self._is_hurried, False
        if words != self.value() or not self.line.hasFocus():
            return
        self.popup.show_found(found, words)
        self._place_popup()
        self.popup.show()
        self.popup.raise_()
        if is_hurried and found:
            self.popup.hits.take()

    def _place_popup(self) -> None:
        from ui.search.hit_popup import SHADOW

        whole = self._frame.place
        corner = self.mapTo(whole, QPoint(0, self.height()))
        width = min(WIDTH, whole.width() - 16) + 2 * SHADOW
        x = corner.x() + (self.width() - width) // 2
        x = min(max(x, 0), whole.width() - width)
        y = corner.y() + GAP - SHADOW
        height = min(HIGHEST, self.popup.needed_height(), whole.height() - y - 32)
        self.popup.setGeometry(x, y, width, height)

    def _open(self, hit: "Hit") -> None:
        from ui.search.hit_popup import open_hit

        self._before = None
        self.leave()
        open_hit(self._frame, hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.line:
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
            if kind == QEvent.Type.FocusOut:
                self._hide_answer()
        elif kind == QEvent.Type.Resize and self.is_answering():
            self._place_popup()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.is_answering():
                self.popup.hits.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.ask()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        # An answer to other words is not what Enter was pressed for.
        if self._typing.isActive() or not self.is_answering():
            self.ask()
            self._is_hurried = True
        elif self._question is not None:
            self._is_hurried = True
        else:
            self.popup.hits.take()


def _is_there(widget: QWidget, window: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and window.isAncestorOf(widget)
