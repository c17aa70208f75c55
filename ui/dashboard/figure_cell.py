"""One figure of the dashboard: name, value, how it changed; pressed, its slips."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from models.statistics import FigureKey
from reports.statistics_face import FigureFace
from reports.statistics_words import NOTHING
from ui.kit.button import PromptButton
from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, fill_box, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, CARD, FIGURE, typeface

HEIGHT, LOW_HEIGHT = 114, 92
_SIDE = 12
_LINE = 17


class FigureCell(PromptButton):
    """A figure without a frame. ``is_front`` is one of those a manager looks at
    first; the others are smaller.
    """

    def __init__(self, key: FigureKey, name: str, *, is_front: bool) -> None:
        super().__init__()
        self.key = key
        self.face = FigureFace(key, name, NOTHING)
        self._is_front = is_front
        self.has_edge = True
        """Whether a line parts it from the one at its left."""
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT if is_front else LOW_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.height())

    def put(self, face: FigureFace) -> None:
        """Show other numbers."""
        self.face = face
        self.setText(face.whole)
        self.setAccessibleName(face.spoken)
        self.setToolTip(face.spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, face = tokens(), self.face
        painter = QPainter(self)
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.underMouse():
            fill_box(painter, whole, 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        if self.has_edge:
            line = QRectF(0, 8, 1, self.height() - 16)
            painter.fillRect(line, QColor(colours.line))
        inner = whole.adjusted(_SIDE, 4, -_SIDE, -4)
        y = self._paint_name(painter, inner)
        y = self._paint_value(painter, inner, y)
        small = typeface(CAPTION)
        line = QRectF(inner.left(), y, inner.width(), _LINE)
        made_of = with_gaps(face.made_of)
        draw_text(painter, line, made_of, small, colours.text_third, may_cut=True)
        line.translate(0, _LINE)
        used = self._paint_change(painter, line)
        rest = line.adjusted(used, 0, 0, 0)
        if rest.width() > 24:
            said = with_gaps(face.before)
            draw_text(painter, rest, said, small, colours.text_second, may_cut=True)

    def _paint_name(self, painter: QPainter, inner: QRectF) -> float:
        colours = tokens()
        box = QRectF(inner.left(), inner.top(), inner.width(), 20)
        room = box
        if self.face.is_worse:
            room = box.adjusted(0, 0, -18, 0)
        font = typeface(BODY if self._is_front else CAPTION, is_strong=self._is_front)
        ink = colours.text if self._is_front else colours.text_second
        name = with_gaps(self.face.name)
        used = draw_text(painter, room, name, font, ink, may_cut=True)
        if self.face.is_worse:
            at = room.left() + used + 4, box.center().y() - 7
            draw_icon(painter, "triangle-alert", *at, 14, colours.warn)
        return box.bottom()

    def _paint_value(self, painter: QPainter, inner: QRectF, y: float) -> float:
        colours = tokens()
        height = 38 if self._is_front else 24
        box = QRectF(inner.left(), y, inner.width(), height)
        font = typeface(FIGURE if self._is_front else CARD, is_strong=True)
        ink = colours.text if self.face.value != NOTHING else colours.text_third
        used = draw_text(painter, box, self.face.value, font, ink, may_cut=True)
        unit = box.adjusted(used + 4, 6 if self._is_front else 1, 0, 0)
        if self.face.unit and unit.width() > 8:
            plain = typeface(BODY)
            draw_text(
                painter, unit, self.face.unit, plain, colours.text_second, may_cut=True
            )
        return box.bottom()

    def _paint_change(self, painter: QPainter, box: QRectF) -> float:
        """The arrow and by how much; answers with the width they took."""
        face, colours = self.face, tokens()
        if not face.change:
            return 0
        ink = colours.text_second
        if face.is_worse is not None:
            ink = colours.warn if face.is_worse else colours.ok
        left = box.left()
        if face.step:
            name = "arrow-up" if face.step > 0 else "arrow-down"
            draw_icon(painter, name, left, box.center().y() - 6, 12, ink)
            left += 14
        room = QRectF(left, box.top(), box.right() - left, box.height())
        font = typeface(CAPTION, is_strong=True)
        text = with_gaps(face.change)
        used = draw_text(painter, room, text, font, ink, may_cut=True)
        return left + used + 10 - box.left()
