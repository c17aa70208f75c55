"""Where the assistant stands: four steps in a line, done ones ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, fill_box, hairline, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

HEIGHT = 48
DOT = 20
GAP = 8
BETWEEN = 40


class StepBar(QWidget):
    """Painted; the reader of the screen hears which step it is."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps = list(steps)
        self._current = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.go_to(0)

    def go_to(self, step: int) -> None:
        """Another step is the current one."""
        self._current = step
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {name}").format(
                number=step + 1, count=len(self._steps), name=self._steps[step]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        font = typeface(BODY, is_strong=True)
        words = sum(text_width(with_gaps(word), font) for word in self._steps)
        width = words + len(self._steps) * (DOT + GAP + BETWEEN)
        return QSize(int(width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        middle = self.height() / 2
        needed = self.sizeHint().width()
        between = BETWEEN
        if needed > self.width():
            between = max(12, BETWEEN - (needed - self.width()) // len(self._steps))
        x = 0.0
        for number, word in enumerate(self._steps):
            is_done, is_now = number < self._current, number == self._current
            dot = QRectF(x, middle - DOT / 2, DOT, DOT)
            if is_now:
                fill_box(painter, dot, DOT / 2, colours.accent_fill)
                ink = colours.on_accent
            elif is_done:
                fill_box(painter, dot, DOT / 2, colours.chosen)
                ink = colours.accent
            else:
                fill_box(painter, dot, DOT / 2, None, colours.line_strong)
                ink = colours.text_third
            if is_done:
                draw_icon(painter, "check", x + 4, middle - 6, 12, ink)
            else:
                centre = Qt.AlignmentFlag.AlignHCenter
                font = typeface(CAPTION, is_strong=is_now)
                draw_text(painter, dot, str(number + 1), font, ink, centre)
            x += DOT + GAP
            font = typeface(BODY, is_strong=is_now)
            width = text_width(with_gaps(word), font) + 1
            ink = colours.text if is_now else colours.text_second
            area = QRectF(x, 0, width, self.height())
            draw_text(painter, area, with_gaps(word), font, ink)
            x += width
            if number < len(self._steps) - 1:
                hairline(painter, x + 8, middle, x + between - 8, colours.line_strong)
            x += between
