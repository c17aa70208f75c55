"""The field for a scanned or typed number, to be read at arm's length."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, text_width, with_gaps
from ui.kit.typed_line import TypedLine
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, FIGURE, typeface

_PICTURE = 28
_LEFT = 64
_RIGHT = 24


class ScanField(TypedLine):
    """Says at its end what Enter does, as long as there is room beside the number."""

    def __init__(self, name: str = "", hint: str = "") -> None:
        super().__init__(is_code=True)
        self.setPlaceholderText(self.tr("Number of the slip"))
        self.setAccessibleName(name or self.tr("Number of the returned slip"))
        self.setFont(typeface(FIGURE, is_strong=True))
        self.setProperty("scan", True)
        self.setTextMargins(_LEFT - 24, 0, 0, 0)
        self._hint = hint or self.tr("Scan, or type the last digits and press Enter")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = tokens()
        painter = QPainter(self)
        ink = colours.accent if self.hasFocus() else colours.text_third
        top = (self.height() - _PICTURE) / 2
        draw_icon(painter, "scan-line", 20, top, _PICTURE, ink)
        font, hint = typeface(BODY), with_gaps(self._hint)
        used = text_width(self.text() or self.placeholderText(), self.font())
        room = QRectF(self.rect()).adjusted(_LEFT + used + 24, 0, -_RIGHT, 0)
        if text_width(hint, font) <= room.width():
            right = Qt.AlignmentFlag.AlignRight
            draw_text(painter, room, hint, font, colours.text_third, right)
