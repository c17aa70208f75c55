"""What is typed before the paper is there belongs to the paper."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_NO_COMMAND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Typing:
    """Keys that reach a widget, and how to take them out again."""

    def __init__(self, widget: QObject | None) -> None:
        """It begins: ``widget`` has the keyboard."""
        self._widget = widget
        self._put_back = as_it_was(widget)
        self._before = self._after = _text_of(widget)
        self._ahead = None if widget is None else widget.findChild(KeysAhead)
        self._waited = 0 if self._ahead is None else len(self._ahead.held)
        self._held: list[HeldKey] = []

    def end(self) -> None:
        """Every key is there."""
        self._after = _text_of(self._widget)
        if self._ahead is not None:
            self._held = self._ahead.held[self._waited :]

    def take_out(self) -> None:
        """They were none of a person's: put back what stood there, unless something
        else has been written since.
        """
        if self._ahead is not None and isValid(self._ahead):
            self._ahead.drop(self._held)
        is_theirs = _text_of(self._widget) == self._after != self._before
        if is_theirs:
            self._put_back()


@dataclass(eq=False, slots=True)
class HeldKey:
    """A key that waits, and where it went when it was handed on."""

    event: QKeyEvent
    typing: Typing | None = None


class KeysAhead(QObject):
    """Holds what is typed into a field while a slip is looked up for it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._is_holding = False
        self.held: list[HeldKey] = []
        """What waits, in order."""
        self.is_handing_on = False
        """The key that arrives now was typed before."""
        field.installEventFilter(self)

    def hold(self) -> None:
        """A slip is being looked up."""
        self._is_holding = True

    def hand_on(self) -> None:
        """It is there, or there is none: whoever has the keyboard now gets the keys."""
        self._is_holding = False
        held, self.held = self.held, []
        self.is_handing_on = True
        for key in held:
            taker = self._field.window().focusWidget()
            if taker is not None:
                key.typing = Typing(taker)
                QCoreApplication.sendEvent(taker, key.event)
                key.typing.end()
        self.is_handing_on = False

    def let_go(self) -> None:
        """There is nothing that it could belong to."""
        self._is_holding = False
        self.held = []

    def drop(self, keys: list[HeldKey]) -> None:
        """A scanner pressed these, wherever they are by now."""
        self.held = [key for key in self.held if key not in keys]
        for key in reversed(keys):
            if key.typing is not None:
                key.typing.take_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not self._is_holding or event.type() not in kinds:
            return False
        assert isinstance(event, QKeyEvent)
        # Enter alone, pressed twice from habit, must not go on in the form.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_meant = bool(self.held) if is_enter else event.text().isprintable()
        if not is_meant or not event.text() or event.modifiers() & ~_NO_COMMAND:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # It is no shortcut now: it comes again as a key.
        else:
            self.held.append(HeldKey(event.clone()))
        return True


def as_it_was(widget: QObject | None) -> Callable[[], object]:
    """How to put the text of a field back as it stands now."""
    if isinstance(widget, QLineEdit):
        text, place = widget.text(), widget.cursorPosition()

        def line() -> None:
            if isValid(widget):
                widget.setText(text)
                widget.setCursorPosition(place)
                widget.textEdited.emit(text)

        return line
    if isinstance(widget, QPlainTextEdit):
        whole = widget.toPlainText()
        return lambda: widget.setPlainText(whole) if isValid(widget) else None
    return _nothing


def _text_of(widget: QObject | None) -> str | None:
    """What stands in a field; None for what is none."""
    if widget is None or not isValid(widget):
        return None
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return None


def _nothing() -> None:
    """There is no text to put back."""
