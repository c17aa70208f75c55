"""Words on the screen: one call with size, weight and tone."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.icon import draw_icon
from ui.kit.layout import row
from ui.kit.painting import hairline, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface


class Tone(StrEnum):
    """What colour a word has; ``TEXT`` is the ordinary one."""

    TEXT = "text"
    SECOND = "second"
    THIRD = "third"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Label(QLabel):
    """A text that keeps its tone when the theme changes."""

    def __init__(
        self,
        text: str = "",
        pixels: int = BODY,
        *,
        tone: Tone = Tone.TEXT,
        is_strong: bool = False,
        may_wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(typeface(pixels, is_strong=is_strong))
        self.setWordWrap(may_wrap)
        self.setProperty("tone", tone.value)
        self.say(text)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show ``text``, in another tone if one is given."""
        self.setText(with_gaps(text))
        if tone is not None and self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """One line that gives way: what does not fit ends with … and shows as a tip."""

    def __init__(
        self,
        text: str = "",
        pixels: int = BODY,
        *,
        tone: Tone = Tone.TEXT,
        is_strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, pixels, tone=tone, is_strong=is_strong, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        room = self.rect().adjusted(max(0, self.indent()), 0, 0, 0)
        shown = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(QColor(tone_colour(Tone(self.property("tone")))))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class AsideLabel(ElidedLabel):
    """A remark that can be done without: it shows whole or not at all."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)


class Picture(QWidget):
    """An icon beside words."""

    def __init__(
        self,
        name: str,
        size: int = 16,
        tone: Tone = Tone.SECOND,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._tone = tone
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, self._name, 0, 0, self._size, tone_colour(self._tone))


class ProblemLine(QWidget):
    """What is wrong with a field, standing under it; takes no room when all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label("", CAPTION, tone=Tone.BAD, may_wrap=True)
        picture = Picture("circle-alert", 14, Tone.BAD)
        line = row(picture, self._text, spacing=6, margins=(0, 4, 0, 0), on=self)
        line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.hide()

    def say(self, text: str | None) -> None:
        """Show ``text``; None or empty hides the line."""
        self._text.say(text or "")
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is shown now."""
        return self._text.text()


class Hairline(QWidget):
    """A line across, one pixel high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, 0.5, self.width(), tokens().line)


def tone_colour(tone: Tone) -> str:
    """The colour of a tone in the palette of this moment."""
    colours = tokens()
    return {
        Tone.TEXT: colours.text,
        Tone.SECOND: colours.text_second,
        Tone.THIRD: colours.text_third,
        Tone.ACCENT: colours.accent,
        Tone.OK: colours.ok,
        Tone.WARN: colours.warn,
        Tone.BAD: colours.bad,
    }[tone]
