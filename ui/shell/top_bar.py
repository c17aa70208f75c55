"""The bar at the top: the page's name, the one search, day and time."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit.label import Label, Tone
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, TITLE

HEIGHT = 48
SIDE = 24
SEARCH_WIDTH = 480
SEARCH_HEIGHT = 34


class TopBar(QWidget):
    """The search stands in the middle whatever stands beside it."""

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.title = Label("", TITLE, is_strong=True, parent=self)
        self.clock = Label("", BODY, tone=Tone.SECOND, parent=self)
        self._search = search
        search.setParent(self)

    def show_title(self, text: str) -> None:
        """The name of the page in front."""
        self.title.say(text)
        self._place()

    def show_clock(self, text: str) -> None:
        """Day and time at the site."""
        self.clock.say(text)
        self._place()

    def _place(self) -> None:
        """Everything on the middle line; the search gives way when words are long."""
        words = []
        for label in (self.title, self.clock):
            label.adjustSize()
            words.append(label.width())
        left, right = words
        self.title.move(SIDE, (HEIGHT - self.title.height()) // 2)
        top = (HEIGHT - self.clock.height()) // 2
        self.clock.move(self.width() - SIDE - right, top)
        free = QRect(2 * SIDE + left, 0, self.width() - 4 * SIDE - left - right, HEIGHT)
        width = min(SEARCH_WIDTH, free.width())
        middle = (self.width() - width) // 2
        x = min(max(middle, free.left()), free.right() + 1 - width)
        y = (HEIGHT - SEARCH_HEIGHT) // 2
        self._search.setGeometry(x, y, width, SEARCH_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), colours.line)
