"""The tabs of the finance room in one line; the one in front is underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.kit.layout import row
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import INPUT, typeface

HEIGHT = 40
_SIDE = 6
_LINE = 2


class Tab(QAbstractButton):
    """One tab; what waits in it stands behind its word."""

    def __init__(self, tab_id: str, text: str) -> None:
        super().__init__()
        self.tab_id = tab_id
        self._word = text
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """So much waits in the tab."""
        self.setText(f"{self._word} {count}" if count else self._word)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # The strong face is wider: take its width, so that choosing moves nothing.
        font = typeface(INPUT, is_strong=True)
        width = text_width(with_gaps(self.text()), font)
        return QSize(int(width) + 2 * _SIDE + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is not None and group is not None:
            others = [each for each in group.buttons() if each.isVisible()]
            beside = others.index(self) + step
            if 0 <= beside < len(others):
                others[beside].setFocus()
                others[beside].click()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        is_here = self.isChecked()
        ink = colours.text if is_here or self.underMouse() else colours.text_second
        middle = Qt.AlignmentFlag.AlignHCenter
        font = typeface(INPUT, is_strong=is_here)
        draw_text(painter, whole, with_gaps(self.text()), font, ink, middle)
        if is_here:
            line = whole.adjusted(_SIDE, whole.height() - _LINE, -_SIDE, 0)
            painter.fillRect(line, QColor(colours.accent))
        if self.hasFocus():
            fill_box(painter, whole.adjusted(0, 4, 0, -6), 6, None, colours.accent, 2)


class TabStrip(QWidget):
    """One tab is in front; left and right arrows move."""

    wanted = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._tabs = [Tab(tab_id, text) for tab_id, text in tabs]
        for tab in self._tabs:
            self._group.addButton(tab)
            tab.clicked.connect(lambda _, to=tab.tab_id: self.wanted.emit(to))
        row(*self._tabs, None, spacing=16, on=self)
        self.setFixedHeight(HEIGHT)

    def tab(self, tab_id: str) -> Tab:
        """The button of a tab."""
        return next(tab for tab in self._tabs if tab.tab_id == tab_id)

    def shown(self) -> list[str]:
        """The tabs whoever acts may enter, in order."""
        return [tab.tab_id for tab in self._tabs if not tab.isHidden()]

    def mark(self, tab_id: str) -> None:
        """Show which tab is in front."""
        tab = self.tab(tab_id)
        tab.setChecked(True)
        self.setFocusProxy(tab)
