"""Titles over a plain table, on a sunken ground; nothing in them is pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit.painting import draw_text, hairline, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, typeface


class TitleHeader(QHeaderView):
    """Heights and paddings are px; the first title begins at ``first``, the others
    stand to the right where ``is_right``.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        height: int,
        padding: int,
        first: int,
        is_right: bool = False,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = height
        self._padding = padding
        self._first = first
        self._is_right = is_right
        self.setFixedHeight(height)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(0, self._height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colours = tokens()
        area = QRectF(rect)
        painter.fillRect(area, QColor(colours.sunken))
        is_first = logicalIndex == 0
        left = self._first if is_first else self._padding
        title = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        draw_text(
            painter,
            area.adjusted(left, 0, -self._padding, 0),
            with_gaps(str(title or "")),
            typeface(CAPTION, is_strong=True),
            colours.text_second,
            Qt.AlignmentFlag.AlignRight
            if self._is_right and not is_first
            else Qt.AlignmentFlag.AlignLeft,
            may_cut=True,
        )
        hairline(painter, area.left(), area.bottom() - 0.5, area.right(), colours.line)
