"""The line at the bottom: the duty post, and where the data lie."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import row
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, TITLE

HEIGHT = 28


class StatusBar(QWidget):
    """Quiet facts that are true at every moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._post = Label("", CAPTION, tone=Tone.SECOND)
        self._notice = Label("", CAPTION, tone=Tone.WARN)
        self._place = Label("", CAPTION, tone=Tone.SECOND)
        row(
            Picture("user", 14),
            self._post,
            16,
            self._notice,
            None,
            Picture("hard-drive", 14),
            self._place,
            spacing=6,
            margins=(16, 0, 16, 0),
            on=self,
        )

    def show_post(self, text: str) -> None:
        """The post on duty now."""
        self._post.say(text)

    def show_notice(self, text: str) -> None:
        """Something to be mended some day, such as a missing calendar year."""
        self._notice.say(text)

    def show_place(self, text: str, tip: str) -> None:
        """Where the data lie."""
        self._place.say(text)
        self._place.setToolTip(tip)

    def texts(self) -> list[str]:
        """What is shown now: duty post, notice, place."""
        return [part.text() for part in (self._post, self._notice, self._place)]

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        painter.fillRect(QRectF(0, 0, self.width(), 1), colours.line)


class TopBar(QWidget):
    """The name of the page, and day and time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(48)
        self.title = Label("", TITLE, is_strong=True)
        self.clock = Label("", BODY, tone=Tone.SECOND)
        row(self.title, None, self.clock, margins=(24, 0, 24, 0), on=self)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        painter.fillRect(QRectF(0, 47, self.width(), 1), colours.line)
