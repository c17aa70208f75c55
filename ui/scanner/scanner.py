"""Listens to every key of the program and takes what a scanner sends, whole.

It stands at the program's windows, before any field: keys pass here first. What an
input method writes does not, so it is seen at the widget that has the keyboard.
"""

from collections import deque
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.kit.keys_ahead import Typing
from ui.scanner.burst import HOLD_MS, STUMBLE_MS, Burst, Held, When
from ui.scanner.code import (
    LEAST,
    has_foreign_signs,
    is_of_house,
    meanings,
    typed_before,
)
from ui.scanner.composing import Composing, Spoilt
from ui.scanner.key_replay import hand_on

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
LATE_MS = 8
"""A wait that ends so much later than it should says that the window was busy."""
MOST_ROUNDS = 10
MOST_PARTS = 8
"""Into so many parts a code may be torn."""
MOST_BEFORE_END = 3
"""Into so many, if its end came late too: fast fingers make more of a number."""
_BESIDE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
    }
)
"""Keys a scanner holds while it presses others."""
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Misread(Enum):
    """Why a scan means nothing."""

    LAYOUT = "layout"
    INPUT_METHOD = "input_method"
    NO_SLIP = "no_slip"


class Scanner(QObject):
    """One for a window."""

    scanned = Signal(object)
    """What a code may mean (``tuple[Code, ...]``)."""
    misread = Signal(object, str)
    """Why a scan means nothing, and what arrived."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.prefix = ""
        """The letters every number of this centre begins with."""
        self._burst = Burst()
        self._composing = Composing()
        self._is_handing_on = False
        self._ended: When | None = None
        self._through: deque[Spoilt] = deque(maxlen=MOST_PARTS)
        self._rounds = 0
        self._woke_at = 0
        self._is_whole = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._rest = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._rest.timeout.connect(self._after_rest)
        self._rest.setTimerType(Qt.TimerType.PreciseTimer)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._heard: QObject | None = None
        app.focusWindowChanged.connect(self._hear_window)
        app.focusObjectChanged.connect(self._hear_object)
        self._hear_window(QGuiApplication.focusWindow())
        self._hear_object(QGuiApplication.focusObject())

    @Slot("QWindow*")
    def _hear_window(self, window: QWindow | None) -> None:
        if window is not None and isValid(window):
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @Slot(QObject)
    def _hear_object(self, heard: QObject | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = heard if isinstance(heard, QWidget) else None
        if self._heard is not None:
            self._heard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._is_handing_on:
            return False
        if isinstance(watched, QWindow):
            if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                return self._before_shortcut(event)
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._after_key(watched, event)
            if kind == QEvent.Type.MouseButtonPress:
                self._let_go()
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._after_method(watched, event)
        return False

    def _before_shortcut(self, event: QKeyEvent) -> bool:
        """No shortcut takes a key before it is known whose it is."""
        is_end = _is_end(event) and self._is_code(self._when(event))
        if not is_end and not _is_sign(event):
            return False
        event.accept()
        return True

    def _after_key(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _BESIDE:
            return False
        when = self._when(event)
        if _is_sign(event):
            self._hold(
                Held(event.text(), when, partial(hand_on, window, event.clone()))
            )
            return True
        if _is_end(event):
            if self._is_code(when):
                self._ended = when
                self._conclude(when)
                return True
            # Some scanners end with two.
            if self._ended is not None and when.follows(self._ended):
                return True
        self._let_go()
        return False

    def _after_method(self, widget: QObject, event: QInputMethodEvent) -> bool:
        when = When(0, self._clock.elapsed())
        signs = self._composing.judge(widget, event, when)
        if signs is None:
            return False
        is_whole = self._composing.is_whole
        if is_whole:
            # What was being composed is gone from the field.
            self._hand_on(partial(_send, widget, QInputMethodEvent("", [])))
        self._hold(Held(signs, when, partial(_send, widget, event.clone())))
        self._is_whole = is_whole
        return True

    def _when(self, event: QKeyEvent) -> When:
        return When(event.timestamp(), self._clock.elapsed())

    def _hold(self, held: Held) -> None:
        if not self._burst.goes_on(held.when):
            self._let_go()
        self._burst.add(held)
        self._rounds = 0
        self._wait()

    def _is_code(self, end: When) -> bool:
        """Whether the key pressed at ``end`` is the end of a code."""
        if self._burst.goes_on(end):
            return len(self._burst.text) >= LEAST or bool(self._stumbled(end))
        last, text = self._burst.ended, self._burst.text.upper()
        if last is not None and not end.follows(last, STUMBLE_MS):
            return False
        is_whole = text.startswith(self.prefix) and is_of_house(text)
        return is_whole or bool(self._stumbled(end, MOST_BEFORE_END))

    def _stumbled(self, end: When | None, most: int = MOST_PARTS) -> list[Spoilt]:
        """The beginning of the code that is held, or all of it, where the scanner
        stopped for a moment, before ``end`` or earlier, and it was taken for typing.
        """
        text = self._burst.text.upper()
        if self.prefix and text.startswith(self.prefix):
            return []
        before, parts = self._burst.began or end, list[Spoilt]()
        for spoilt in list(reversed(self._through))[:most]:
            if before is None or not before.follows(spoilt.when, STUMBLE_MS):
                return []
            parts.insert(0, spoilt)
            whole = _joined(parts).upper() + text
            if whole.startswith(self.prefix) and is_of_house(whole):
                return parts
            before = spoilt.when
        return []

    def _conclude(self, end: When | None = None) -> None:
        self._rest.stop()
        self._is_whole = False
        composed = self._composing.spoilt_before(self._burst.began)
        spoilt = self._stumbled(end) if composed is None else [composed]
        self._through.clear()
        if before := typed_before(self._burst.text):
            self._hand_on(partial(self._burst.let_go, before))
        text = self._burst.take()
        found = meanings(text)
        if spoilt:
            for part in reversed(spoilt):
                part.take_out()
            text = _joined(spoilt) + text
            # The rest alone may be the number, where a person typed what was before.
            found = (*meanings(text), *(() if composed else found))
        if found:
            self.scanned.emit(found)
        elif composed is not None:
            self.misread.emit(Misread.INPUT_METHOD, text)
        elif has_foreign_signs(text):
            self.misread.emit(Misread.LAYOUT, text)
        else:
            self.misread.emit(Misread.NO_SLIP, text)

    @Slot()
    def _after_rest(self) -> None:
        if self._is_whole:
            # The method has kept the Enter for itself.
            self._conclude()
            return
        is_late = self._clock.elapsed() - self._woke_at > HOLD_MS + LATE_MS
        if is_late and self._rounds < MOST_ROUNDS:
            # The window was busy: the next key may be here already, unread.
            self._rounds += 1
            self._wait()
            return
        self._let_go()

    def _wait(self) -> None:
        self._woke_at = self._clock.elapsed()
        self._rest.start()

    def _let_go(self) -> None:
        """What was held is typing."""
        self._rest.stop()
        self._is_whole = False
        text, ended = self._burst.text, self._burst.ended
        typing = Typing(QGuiApplication.focusObject())
        self._hand_on(self._burst.let_go)
        if ended is not None:
            # A scanner that stumbled goes on soon: then this was the code's beginning.
            typing.end()
            self._through.append(Spoilt(text, ended, typing.take_out))

    def _hand_on(self, step: Callable[[], object]) -> None:
        self._is_handing_on = True
        try:
            step()
        finally:
            self._is_handing_on = False


def _joined(parts: Iterable[Spoilt]) -> str:
    return "".join(part.text for part in parts)


def _is_sign(event: QKeyEvent) -> bool:
    """Whether the key writes a sign that a code may hold, in whatever layout."""
    if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
        return False
    text = event.text()
    return len(text) == 1 and text.isprintable() and not text.isspace()


def _is_end(event: QKeyEvent) -> bool:
    """Whether a scanner may end a code so; some end with a line feed."""
    return event.key() in _ENDS or event.text() in ("\r", "\n")


def _send(widget: QObject, event: QEvent) -> None:
    if isValid(widget):
        QCoreApplication.sendEvent(widget, event)
