"""What every dialog does when it opens and when it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget


class Dialog(QDialog):
    """Opened with ``open``, never ``exec``; gone for good when it closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def done(self, result: int) -> None:
        super().done(result)
        # Not every desktop gives the keyboard back to the window underneath.
        below = self.parentWidget()
        if below is not None:
            below.window().activateWindow()
