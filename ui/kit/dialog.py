"""What every dialog does when it opens and when it goes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget


class Dialog(QDialog):
    """Opened with ``open``, never ``exec``; gone for good when it closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: tuple[QAbstractButton, ...] = ()
        self._at_enter: QAbstractButton | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def end_with(
        self, *buttons: QAbstractButton, at_enter: QAbstractButton | None = None
    ) -> None:
        """The buttons that end it, the main one first: Tab comes to them in this order
        after everything else, whichever side they stand on. Enter presses the first,
        or ``at_enter``, from wherever else the keyboard is. Call it before the
        layout is made.
        """
        for button in buttons:
            button.setParent(self)
        self._buttons = buttons
        self._at_enter = at_enter or buttons[0]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        last = self._last_before_buttons()
        if last is not None:
            for button in self._buttons:
                self.setTabOrder(last, button)
                last = button
        if self._at_enter is not None and self.focusWidget() in (None, *self._buttons):
            self._at_enter.setFocus()

    def _last_before_buttons(self) -> QWidget | None:
        """What Tab comes to last, were there no buttons."""
        found = self.previousInFocusChain()
        while found is not None and found is not self:
            is_stop = found.focusPolicy() & Qt.FocusPolicy.TabFocus
            if is_stop and found not in self._buttons:
                return found
            found = found.previousInFocusChain()
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._at_enter is not None:
            self._at_enter.click()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        super().done(result)
        # Not every desktop gives the keyboard back to the window underneath.
        below = self.parentWidget()
        if below is not None:
            below.window().activateWindow()
