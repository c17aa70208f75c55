"""A count that narrows a list when it is pressed: ``待派 3``."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, typeface

HEIGHT = 32
_SIDE = 10
_GAP = 8


class CounterChip(QAbstractButton):
    """On or off; ``tone`` colours it only while there is something to count."""

    def __init__(self, text: str, tone: Tone = Tone.SECOND) -> None:
        super().__init__()
        self._tone = tone
        self._count = 0
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    @property
    def count(self) -> int:
        """What is counted now."""
        return self._count

    def show_count(self, count: int) -> None:
        """Count something else."""
        is_wider = len(str(count)) != len(str(self._count))
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}")
        if is_wider:
            self.updateGeometry()
        self.update()

    def _word_width(self) -> float:
        # The strong face is wider: take its width, so that choosing moves nothing.
        return text_width(with_gaps(self.text()), typeface(BODY, is_strong=True))

    def _count_width(self) -> float:
        return text_width(str(self._count), typeface(BODY, is_strong=True))

    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + self._word_width() + _GAP + self._count_width()
        return QSize(int(width) + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill = colours.hover if self.underMouse() else None
        ink = tone_colour(self._tone if self._count else Tone.SECOND)
        if self.isChecked():
            fill, ink = colours.chosen, colours.accent
        fill_box(painter, whole, 6, fill)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        word = with_gaps(self.text())
        font = typeface(BODY, is_strong=self.isChecked())
        place = QRectF(_SIDE, 0, self._word_width() + 1, whole.height())
        used = draw_text(painter, place, word, font, ink)
        strong = typeface(BODY, is_strong=True)
        place = QRectF(_SIDE + used + _GAP, 0, self._count_width() + 1, whole.height())
        number = ink
        if self._tone is Tone.SECOND and not self.isChecked():
            number = colours.text
        draw_text(painter, place, str(self._count), strong, number)
