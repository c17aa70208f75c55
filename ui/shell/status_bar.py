"""The line at the bottom: the duty post, the day's check, where the data lie."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.label import ElidedLabel, Label, Picture, Tone, tone_colour
from ui.kit.layout import row
from ui.kit.painting import fill_box
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION

HEIGHT = 28


class _Dot(QWidget):
    """Green while the database answers, red while it does not; words stand beside."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.OK
        self.setFixedSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(QPainter(self), QRectF(0, 0, 8, 8), 4, tone_colour(self.tone))


class StatusBar(QWidget):
    """Quiet facts that are true at every moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._post = Label("", CAPTION, tone=Tone.SECOND)
        self._check = Label("", CAPTION, tone=Tone.SECOND)
        self._notice = ElidedLabel("", CAPTION, tone=Tone.WARN)
        self._dot = _Dot()
        self._place = Label("", CAPTION, tone=Tone.SECOND)
        self._backup = Label("", CAPTION, tone=Tone.SECOND)
        line = row(
            Picture("user", 14),
            self._post,
            18,
            Picture("timer", 14),
            self._check,
            18,
            self._notice,
            18,
            self._dot,
            self._place,
            18,
            Picture("hard-drive", 14),
            self._backup,
            spacing=6,
            margins=(16, 0, 16, 0),
            on=self,
        )
        line.setStretch(line.indexOf(self._notice), 1)

    def show_post(self, text: str) -> None:
        """The post on duty now."""
        self._post.say(text)

    def show_check(self, text: str, tone: Tone) -> None:
        """How long until the day's return check, or what it still waits for."""
        self._check.say(text, tone)

    def show_notice(self, text: str) -> None:
        """Something to be mended some day, such as a missing calendar year."""
        self._notice.say(text)

    def show_place(self, text: str, tip: str, *, is_connected: bool) -> None:
        """Where the data lie, and whether they can be reached."""
        tone = Tone.OK if is_connected else Tone.BAD
        self._place.say(text, Tone.SECOND if is_connected else Tone.BAD)
        self._place.setToolTip(tip)
        if self._dot.tone is not tone:
            self._dot.tone = tone
            self._dot.update()

    def show_backup(self, text: str, tip: str) -> None:
        """When the last backup was made."""
        self._backup.say(text)
        self._backup.setToolTip(tip)

    def texts(self) -> list[str]:
        """What is shown now: duty post, check, notice, place, backup."""
        parts = (self._post, self._check, self._notice, self._place, self._backup)
        return [part.text() for part in parts]

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        painter.fillRect(QRectF(0, 0, self.width(), 1), colours.line)
