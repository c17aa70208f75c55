"""The menu of what can be done with a slip; a step's own letter takes it here too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class MoveMenu(QMenu):
    """Gone for good when it closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)

    def add(self, picture: QIcon, text: str, key: str = "") -> QAction:
        """One more step; ``key`` is the letter that takes it on its page, or empty."""
        entry = self.addAction(picture, text)
        if key and not self._entry_of(key):
            # Shown beside the word; the page's own key keeps working without the menu.
            entry.setShortcut(QKeySequence(key))
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.setShortcutVisibleInContextMenu(True)
        return entry

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text():
            entry = self._entry_of(event.text())
            if entry is not None:
                self.close()
                entry.trigger()
                return
        super().keyPressEvent(event)

    def _entry_of(self, key: str) -> QAction | None:
        wanted = QKeySequence(key.upper())
        found = (each for each in self.actions() if each.shortcut() == wanted)
        return next(found, None)
