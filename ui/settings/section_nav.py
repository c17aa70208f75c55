"""The sections of the settings, one under the other; arrows move."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.kit.icon import draw_icon
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

HEIGHT = 36
ICON = 16
LEFT = 12
GAP = 10


@dataclass(frozen=True, slots=True)
class NavRow:
    """One section; ``group`` is a caption above it, empty for none."""

    id: str
    text: str
    icon_name: str
    group: str = ""


class _Item(QAbstractButton):
    """One section of the list."""

    def __init__(self, nav: NavRow) -> None:
        super().__init__()
        self.nav = nav
        self.setText(nav.text)
        self.setAccessibleName(nav.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = typeface(BODY, is_strong=True)
        word = text_width(with_gaps(self.text()), font)
        return QSize(int(word) + LEFT * 2 + ICON + GAP + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is not None and group is not None:
            others = group.buttons()
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
        ink = colours.accent if is_here else colours.text_second
        if is_here:
            fill_box(painter, whole, 6, colours.chosen)
        elif self.underMouse():
            fill_box(painter, whole, 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        top = whole.center().y() - ICON / 2
        draw_icon(painter, self.nav.icon_name, LEFT, top, ICON, ink)
        word_ink = colours.text if is_here else colours.text_second
        area = whole.adjusted(LEFT + ICON + GAP, 0, -4, 0)
        font = typeface(BODY, is_strong=is_here)
        draw_text(painter, area, with_gaps(self.text()), font, word_ink)


class SectionNav(QWidget):
    """One section is chosen at a time."""

    wanted = Signal(str)

    def __init__(self, rows: Sequence[NavRow]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._items: dict[str, _Item] = {}
        self._captions: list[tuple[Label, list[_Item]]] = []
        box = column(spacing=2, margins=(12, 12, 12, 12), on=self)
        for nav in rows:
            if nav.group:
                caption = Label(nav.group, CAPTION, tone=Tone.THIRD)
                caption.setContentsMargins(LEFT, 10, 0, 4)
                box.addWidget(caption)
                self._captions.append((caption, []))
            item = _Item(nav)
            item.clicked.connect(lambda _, to=nav.id: self.wanted.emit(to))
            self._group.addButton(item)
            self._items[nav.id] = item
            if self._captions:
                self._captions[-1][1].append(item)
            box.addWidget(item)
        box.addStretch(1)
        self.mark(rows[0].id)

    def show_only(self, sections: Collection[str]) -> None:
        """Hide the sections that whoever acts may not change."""
        for section, item in self._items.items():
            item.setVisible(section in sections)
        for caption, items in self._captions:
            caption.setVisible(any(not item.isHidden() for item in items))

    def mark(self, section: str) -> None:
        """Show which section is in front."""
        item = self._items[section]
        item.setChecked(True)
        self.setFocusProxy(item)

    def item(self, section: str) -> QAbstractButton:
        """The button of a section."""
        return self._items[section]
