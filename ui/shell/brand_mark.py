"""The head of the rail: the mark, the program's name, and the centre it works for."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icon import BRAND, draw_icon
from ui.kit.painting import draw_text, with_gaps, wrapped
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, TITLE, typeface

HEIGHT = 48
LEFT = 40
ROOM = 112
"""What the wide rail leaves beside the mark, px."""
LINE = 16


class BrandMark(QWidget):
    """The brand mark, the program's name, and below it the centre it works for."""

    def __init__(self) -> None:
        super().__init__()
        self.is_compact = False
        self._centre = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_centre(self, name: str) -> None:
        """Another name of the centre; a long one takes a second line."""
        self._centre = name
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def centre_lines(self) -> list[str]:
        """The centre's name as it stands beside the mark."""
        if self.is_compact or not self._centre:
            return []
        return wrapped(with_gaps(self._centre), typeface(CAPTION), ROOM)

    def sizeHint(self) -> QSize:
        more = max(0, len(self.centre_lines()) - 1)
        return QSize(60, HEIGHT + LINE * more)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        if self.is_compact:
            draw_icon(painter, BRAND, self.width() / 2 - 12, 12, 24, colours.text)
            return
        draw_icon(painter, BRAND, 8, 12, 24, colours.text)
        lines = self.centre_lines()
        room = self.width() - LEFT
        name = QRectF(LEFT, 5, room, 22) if lines else QRectF(LEFT, 0, room, HEIGHT)
        font = typeface(TITLE, is_strong=True)
        draw_text(painter, name, self.tr("Silian"), font, colours.text)
        small, third = typeface(CAPTION), colours.text_third
        for at, line in enumerate(lines):
            below = QRectF(LEFT, 26 + LINE * at, room, 18)
            draw_text(painter, below, line, small, third)
