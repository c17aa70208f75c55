"""One of the sections A, B and C over the statement: how many slips, how much."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.statement_figure import Figure, FigureKind
from models.statement import Section
from ui.kit.button import PromptButton
from ui.kit.painting import draw_text, fill_box, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, CARD, FIGURE, OBJECT, typeface

HEIGHT = 104
_SIDE = 12
_RIGHT = Qt.AlignmentFlag.AlignRight


class SectionCell(PromptButton):
    """A letter and what it means, the count, the sum, a note; pressed, its slips."""

    def __init__(self, section: Section, caption: str, *, is_first: bool) -> None:
        super().__init__()
        self.figure = Figure(FigureKind.SECTION, section=section)
        self._letter = section.value.upper()
        self._caption = caption
        self._is_first = is_first
        self._count: int | None = None
        self._money = ""
        self._note = ""
        self.setAccessibleName(f"{self._letter} {caption}")
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def put(self, count: int, money: str, note: str) -> None:
        """Show other figures; ``money`` may be a word where there is no sum."""
        self._count, self._money, self._note = count, money, note
        self.setText(str(count))
        said = f"{self._letter} {self._caption} {count}, {money}, {note}"
        self.setAccessibleName(said.rstrip(", "))
        self.setToolTip(note)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect()).adjusted(2, 4, -2, -4)
        if self.isChecked():
            fill_box(painter, whole, 6, colours.chosen)
        elif self.underMouse():
            fill_box(painter, whole, 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        if not self._is_first:
            line = QRectF(0, 8, 1, self.height() - 16)
            painter.fillRect(line, QColor(colours.line))
        inner = whole.adjusted(_SIDE, 6, -_SIDE, -6)
        is_out = self.figure.section is Section.C
        ink = colours.warn if is_out else colours.accent
        top = QRectF(inner.left(), inner.top(), inner.width(), 26)
        font = typeface(OBJECT, is_strong=True)
        used = draw_text(painter, top, self._letter, font, ink)
        caption = top.adjusted(used + 12, 0, 0, 0)
        plain = typeface(BODY)
        text = with_gaps(self._caption)
        draw_text(painter, caption, text, plain, colours.text_second, may_cut=True)
        if self._count is None:
            return  # nothing is claimed before it is known
        middle = QRectF(inner.left(), top.bottom(), inner.width(), 34)
        font = typeface(FIGURE, is_strong=True)
        used = draw_text(painter, middle, str(self._count), font, colours.text)
        unit = middle.adjusted(used + 6, 6, 0, 0)
        word = self.tr("slip(s)", "", self._count)
        used += 6 + draw_text(painter, unit, word, plain, colours.text_second)
        money = middle.adjusted(used + 12, 0, 0, 0)
        font = typeface(CARD, is_strong=True)
        tone = colours.text_second if is_out else colours.text
        draw_text(painter, money, self._money, font, tone, _RIGHT, may_cut=True)
        low = QRectF(inner.left(), middle.bottom(), inner.width(), 20)
        note = with_gaps(self._note)
        small = typeface(CAPTION)
        draw_text(painter, low, note, small, colours.text_second, may_cut=True)
