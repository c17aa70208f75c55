"""Items side by side, on as many lines as their width needs."""

from itertools import zip_longest

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

WIDEST_HINT = 360
LINE = 36
"""As high as a field: what is lower stands in the middle of it, whatever a field on
the same line says under itself.
"""


class FlowLayout(QLayout):
    """Like words in a paragraph; where they are ``even``, like the squares of a board.

    What is widened takes the rest of its line.
    """

    def __init__(self, parent: QWidget, gap: int = 6, *, is_even: bool = False) -> None:
        super().__init__(parent)
        self._gap = gap
        self._is_even = is_even
        self._items: list[QLayoutItem] = []
        self._widened: set[QWidget] = set()
        self._leading: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def widen(self, widget: QWidget) -> None:
        """Give ``widget`` what room its line has left."""
        self._widened.add(widget)

    def lead(self, word: QWidget) -> None:
        """Begin a line with ``word`` rather than part it from what follows it."""
        self._leading.add(word)

    def _place(self, width: int, rect: QRect | None = None) -> int:
        y = 0
        lines = self._even_lines(width) if self._is_even else self._lines(width)
        for items in lines:
            widths = self._widths(items, width, max(map(len, lines)))
            heights = [
                _height(item, wide) for item, wide in zip(items, widths, strict=True)
            ]
            if rect is not None:
                x = rect.left()
                for item, wide, high in zip(items, widths, heights, strict=True):
                    down = max(0, (min(max(heights), LINE) - high) // 2)
                    item.setGeometry(QRect(x, rect.top() + y + down, wide, high))
                    x += wide + self._gap
            y += max(heights) + self._gap
        return max(0, y - self._gap)

    def _widths(self, items: list[QLayoutItem], width: int, most: int) -> list[int]:
        if self._is_even:
            return [(width - (most - 1) * self._gap) // most] * len(items)
        widths = [min(item.sizeHint().width(), width) for item in items]
        rest = width - sum(widths) - self._gap * (len(items) - 1)
        for at, item in enumerate(items):
            if item.widget() in self._widened:
                widths[at] += max(0, rest)
                break
        return widths

    def _shown(self) -> list[QLayoutItem]:
        shown = []
        for item in self._items:
            widget = item.widget()
            if widget is None or not widget.isHidden():
                shown.append(item)
        return shown

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = 0
        shown = self._shown()
        for item, after in zip_longest(shown, shown[1:]):
            wide = needed = item.sizeHint().width()
            if after is not None and item.widget() in self._leading:
                needed += self._gap + after.sizeHint().width()
            if not lines or (x and x + needed > width):
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wide + self._gap
        return lines

    def _even_lines(self, width: int) -> list[list[QLayoutItem]]:
        """As many on every line as on the first: four stand two and two, not three and
        one.
        """
        shown = self._shown()
        if not shown:
            return []
        widest = max(item.sizeHint().width() for item in shown)
        fitting = max(1, (width + self._gap) // (widest + self._gap))
        lines = -(-len(shown) // fitting)
        count = -(-len(shown) // lines)
        return [shown[at : at + count] for at in range(0, len(shown), count)]

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


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
