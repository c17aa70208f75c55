"""Items side by side, on as many lines as their width needs."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

WIDEST_HINT = 360


class FlowLayout(QLayout):
    """Like words in a paragraph."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def _place(self, width: int, rect: QRect | None = None) -> int:
        y = 0
        for items in self._lines(width):
            height = max(item.sizeHint().height() for item in items)
            if rect is not None:
                x = rect.left()
                for item in items:
                    size = item.sizeHint()
                    middle = rect.top() + y + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, middle), size))
                    x += size.width() + self._gap
            y += height + self._gap
        return max(0, y - self._gap)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wide = item.sizeHint().width()
            if not lines or (x and x + wide > width):
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wide + self._gap
        return lines

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.width(), rect)

    def sizeHint(self) -> QSize:
        # As wide as one line, within reason: a narrow hint would ask for much height.
        gaps = self._gap * max(0, len(self._items) - 1)
        line = sum(item.sizeHint().width() for item in self._items) + gaps
        width = max(min(line, WIDEST_HINT), self.minimumSize().width())
        return QSize(width, self._place(width))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size
