"""The drafts of a desk side by side: several calls at once, none of them lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.kit.button import Button, Look
from ui.kit.icon import draw_icon
from ui.kit.label import Label, Tone
from ui.kit.layout import row
from ui.kit.painting import draw_text, hairline, text_width, with_gaps
from ui.kit.tab_order import put_before
from ui.shell.actions import action_text
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

HEIGHT = 44
_WIDEST = 280
_NARROWEST = 88
_CROSS = 14
_SIDE = 12


@dataclass(frozen=True, slots=True)
class TabText:
    """What a tab says: the call in a few words, and how long ago it was typed on."""

    title: str
    age: str = ""
    can_close: bool = True


class DraftTab(QAbstractButton):
    """One draft; its cross, or Delete, closes it."""

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = TabText("")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setFixedHeight(HEIGHT)

    def show_text(self, text: TabText) -> None:
        """Show another title or age."""
        if text == self._text:
            return
        self._text = text
        self.setText(text.title)
        self.setAccessibleName(f"{text.title} {text.age}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(with_gaps(self._text.title), self._font())
        if self._text.age:
            width += 8 + text_width(self._text.age, typeface(CAPTION))
        return QSize(min(_WIDEST, int(width) + 2 * _SIDE + _CROSS + 10), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, HEIGHT)

    def _font(self) -> QFont:
        return typeface(BODY, is_strong=self.isChecked())

    def _cross(self) -> QRectF:
        return QRectF(
            self.width() - _SIDE - _CROSS + 4, (HEIGHT - _CROSS) / 2, _CROSS, _CROSS
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._text.can_close:
            super().mousePressEvent(event)
            return
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        if is_middle or self._cross().adjusted(-4, -8, 4, 8).contains(event.position()):
            self.close_wanted.emit()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.close_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        is_on = self.isChecked()
        cross = self._cross()
        if self.hasFocus() or (self.underMouse() and not is_on):
            painter.fillRect(self.rect().adjusted(0, 6, 0, -6), QColor(colours.hover))
        age_width = text_width(self._text.age, typeface(CAPTION))
        gap = age_width + 8 if self._text.age else 0
        room = cross.left() - 6 - _SIDE - gap
        ink = colours.text if is_on else colours.text_second
        used = draw_text(
            painter,
            QRectF(_SIDE, 0, max(0.0, room), HEIGHT),
            with_gaps(self._text.title),
            self._font(),
            ink,
            may_cut=True,
        )
        if self._text.age:
            draw_text(
                painter,
                QRectF(_SIDE + used + 8, 0, age_width + 1, HEIGHT),
                self._text.age,
                typeface(CAPTION),
                colours.text_third,
                may_cut=True,
            )
        if self._text.can_close and (self.underMouse() or self.hasFocus() or is_on):
            draw_icon(painter, "x", cross.x(), cross.y(), _CROSS, colours.text_third)
        if is_on:
            accent = QColor(colours.accent)
            painter.fillRect(QRectF(_SIDE, HEIGHT - 2, self.width() - 24, 2), accent)


class DraftTabs(QWidget):
    """All drafts, the way to another one, and when they were saved last."""

    chosen = Signal(int)
    close_wanted = Signal(int)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[DraftTab] = []
        self.new = Button(
            action_text("intake.new_draft"),
            Look.QUIET,
            icon_name="plus",
            keycap="Ctrl N",
        )
        self.new.clicked.connect(self.new_wanted)
        self.saved = Label("", CAPTION, tone=Tone.SECOND)
        self._line: QHBoxLayout = row(spacing=4)
        row(
            self._line,
            self.new,
            None,
            self.saved,
            spacing=4,
            margins=(12, 0, 24, 0),
            on=self,
        )
        self.setFixedHeight(HEIGHT)

    def tabs(self) -> list[DraftTab]:
        """The tabs, from the left."""
        return list(self._tabs)

    def show_texts(self, texts: Sequence[TabText], current: int) -> None:
        """One tab a text; the one numbered ``current`` is in front."""
        while len(self._tabs) > len(texts):
            old = self._tabs.pop()
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self._tabs) < len(texts):
            tab = DraftTab()
            tab.clicked.connect(self._choose)
            tab.close_wanted.connect(self._close)
            self._tabs.append(tab)
            self._line.addWidget(tab)
            put_before(self.new, [tab])
        for number, (tab, text) in enumerate(zip(self._tabs, texts, strict=True)):
            tab.setChecked(number == current)
            tab.show_text(text)

    def _number(self) -> int:
        tab = self.sender()
        return self._tabs.index(tab) if isinstance(tab, DraftTab) else -1

    def _choose(self) -> None:
        self.chosen.emit(self._number())

    def _close(self) -> None:
        self.close_wanted.emit(self._number())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hairline(painter, 0, self.height() - 0.5, self.width(), tokens().line)
