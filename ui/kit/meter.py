"""A bar that shows how far work is."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.painting import fill_box
from ui.theme.theme import tokens

WANDER_MS = 60


class Meter(QWidget):
    """A bar that fills; it wanders while the length is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.share: float | None = None
        self._place = 0
        self.setFixedHeight(6)
        self.setMinimumWidth(160)
        self._wander = QTimer(self, interval=WANDER_MS)
        self._wander.timeout.connect(self._step)
        self._wander.start()

    def wander(self) -> None:
        """Nobody knows how long it will take."""
        self.share = None
        if not self._wander.isActive():
            self._wander.start()

    def rest(self) -> None:
        """Nothing is under way any more."""
        self._wander.stop()

    def fill(self, share: float) -> None:
        """How much is done, from 0 to 1."""
        self._wander.stop()
        self.share = share
        self.update()

    def _step(self) -> None:
        self._place = (self._place + 2) % 100
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_box(painter, whole, 3, colours.track)
        if self.share is not None:
            done = max(6.0, whole.width() * self.share)
            fill_box(
                painter, QRectF(0, 0, done, whole.height()), 3, colours.accent_fill
            )
            return
        part = whole.width() * 0.15
        left = (whole.width() - part) * self._place / 100
        fill_box(painter, QRectF(left, 0, part, whole.height()), 3, colours.accent_fill)
