"""Gives a form the height it needs, and a scroll bar only where there is no more."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

LEAST = 240
MARGIN = 12


class FormScroll(QScrollArea):
    """As high as what stands in it; whatever takes the keyboard comes into sight."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._form = form
        self.setWidget(form)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_whole)

    @Slot(QWidget, QWidget)
    def _show_whole(self, _: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is never half in sight, however it got it."""
        if now is not None and self._form.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, MARGIN)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        has_one = self._form.hasHeightForWidth()
        return self._form.heightForWidth(width) if has_one else LEAST

    def sizeHint(self) -> QSize:
        return self._form.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._form.minimumSizeHint().width(), LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
