"""A figure that is pressed to see the slips behind it."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.statement_figure import Figure
from models.money import format_money
from ui.kit.button import PromptButton
from ui.kit.painting import draw_text, fill_box, text_width
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, typeface

_SIDE = 8


class FigureButton(PromptButton):
    """Money at the right, without a frame; ``label`` is what it is, read aloud."""

    def __init__(
        self, figure: Figure, label: str, pixels: int = BODY, *, is_strong: bool = False
    ) -> None:
        super().__init__()
        self.figure = figure
        self._label = label
        self._pixels = pixels
        self._is_strong = is_strong
        self._amount = Decimal(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, amount: Decimal) -> None:
        """Show another amount."""
        self._amount = amount
        self.setText(format_money(amount))
        self.setAccessibleName(f"{self._label} {self.text()}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = typeface(self._pixels, is_strong=self._is_strong)
        return QSize(int(text_width(self.text(), font)) + 2 * _SIDE + 2, 24)

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
        box = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        if self.isChecked():
            fill_box(painter, box, 4, colours.chosen)
        elif self.underMouse():
            fill_box(painter, box, 4, colours.hover)
        if self.hasFocus():
            fill_box(painter, box, 4, None, colours.accent, 2)
        ink = colours.text if self._amount else colours.text_third
        font = typeface(self._pixels, is_strong=self._is_strong)
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        right = Qt.AlignmentFlag.AlignRight
        draw_text(painter, inner, self.text(), font, ink, right)
