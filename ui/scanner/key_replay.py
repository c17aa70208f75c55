"""Hands a key on that was held back, as if it were pressed now."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid


def hand_on(window: QObject, event: QKeyEvent) -> None:
    """A field that wants the key gets it, else the shortcut it is, else the widget
    with the keyboard.
    """
    if not isValid(window):
        return
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text()
    )
    asked.ignore()
    QCoreApplication.sendEvent(window, asked)
    if not asked.isAccepted() and _press_shortcut(event):
        return
    QCoreApplication.sendEvent(window, event)


def _press_shortcut(event: QKeyEvent) -> bool:
    """Do what Qt's own map of shortcuts would have done; it is asked only for keys
    that were never held.
    """
    place = QApplication.activePopupWidget() or QApplication.activeWindow()
    if place is None:
        return False
    keys = QKeySequence(event.keyCombination())
    for button in place.findChildren(QAbstractButton):
        if button.shortcut() == keys and _is_there(button):
            button.click()
            return True
    for shortcut in place.findChildren(QShortcut):
        owner = shortcut.parent()
        is_there = isinstance(owner, QWidget) and _is_there(owner)
        if shortcut.key() == keys and shortcut.isEnabled() and is_there:
            shortcut.activated.emit()
            return True
    return False


def _is_there(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
