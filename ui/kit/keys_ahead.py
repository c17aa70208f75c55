"""What is typed before the paper is there belongs to the paper."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_NO_COMMAND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class KeysAhead(QObject):
    """Holds what is typed into a field while a slip is looked up for it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._is_holding = False
        self._held: list[QKeyEvent] = []
        self.is_handing_on = False
        """The key that arrives now was typed before."""
        field.installEventFilter(self)

    def hold(self) -> None:
        """A slip is being looked up."""
        self._is_holding = True

    def hand_on(self) -> None:
        """It is there, or there is none: whoever has the keyboard now gets the keys."""
        self._is_holding = False
        held, self._held = self._held, []
        self.is_handing_on = True
        for event in held:
            taker = self._field.window().focusWidget()
            if taker is not None:
                QCoreApplication.sendEvent(taker, event)
        self.is_handing_on = False

    def drop(self) -> None:
        """There is nothing that it could belong to."""
        self._is_holding = False
        self._held = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not self._is_holding or event.type() not in kinds:
            return False
        assert isinstance(event, QKeyEvent)
        # Enter alone, pressed twice from habit, must not go on in the form.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_meant = bool(self._held) if is_enter else event.text().isprintable()
        if not is_meant or not event.text() or event.modifiers() & ~_NO_COMMAND:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # It is no shortcut now: it comes again as a key.
        else:
            self._held.append(event.clone())
        return True
