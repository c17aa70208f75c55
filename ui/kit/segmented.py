"""A choice of few, all visible: segments in a track, or chips that stand alone."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QWidget,
)

from ui.kit.field import Field
from ui.kit.icon import draw_icon
from ui.kit.layout import row
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, typeface

HEIGHT = 32


class Segment(QAbstractButton):
    """One choice of a track."""

    def __init__(self, text: str, value: Any, *, is_alarming: bool = False) -> None:
        super().__init__()
        self.value = value
        self._is_alarming = is_alarming
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # The strong face is wider: take its width, so that choosing moves nothing.
        font = typeface(BODY, is_strong=True)
        return QSize(int(text_width(with_gaps(self.text()), font)) + 29, HEIGHT - 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is not None and group is not None:
            others = group.buttons()
            beside = others.index(self) + step
            if 0 <= beside < len(others):
                others[beside].setFocus()
                others[beside].click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        ink = colours.text_second
        if self.isChecked():
            fill_box(painter, whole, 5, colours.raised, colours.line_strong)
            ink = colours.bad if self._is_alarming else colours.text
        elif self.underMouse():
            ink = colours.text
        if self.hasFocus():
            fill_box(painter, whole, 5, None, colours.accent, 2)
        if not self.isEnabled():
            ink = colours.text_third
        draw_text(
            painter,
            whole,
            with_gaps(self.text()),
            typeface(BODY, is_strong=self.isChecked()),
            ink,
            Qt.AlignmentFlag.AlignHCenter,
        )


class _Track(QWidget):
    """The ground of the segments; arrow keys move within it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        row(*segments, spacing=2, margins=2, on=self)
        for segment in segments:
            self.group.addButton(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        edge = colours.bad if self.property("wrong") else None
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), 7, colours.hover, edge, 2)


class SegmentedField(Field):
    """One of few values; left and right arrows move."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str]],
        *,
        alarming: Any = None,
        parent: QWidget | None = None,
    ) -> None:
        self._segments = [
            Segment(text, value, is_alarming=alarming is not None and value == alarming)
            for value, text in options
        ]
        track = _Track(self._segments)
        super().__init__(track, parent)
        self._group = track.group
        self._group.buttonClicked.connect(self._after_click)
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(track, Qt.AlignmentFlag.AlignLeft)
            # In the middle of a line of fields, which are a little higher.
            layout.setContentsMargins(0, 2, 0, 2)
        self.setFocusProxy(self._segments[0])
        self._first = options[0][0]
        self.set_value(self._first)

    def value(self) -> Any:
        for segment in self._segments:
            if segment.isChecked():
                return segment.value
        return None

    def set_value(self, value: Any) -> None:
        for segment in self._segments:
            if segment.value == value:
                segment.setChecked(True)
                # Tab reaches the track where its choice stands.
                self.setFocusProxy(segment)

    def _after_click(self, chosen: QAbstractButton) -> None:
        self.setFocusProxy(chosen)
        self.edited.emit()

    def clear(self) -> None:
        self.set_value(self._first)
        self.set_problem(None)

    def set_name(self, name: str) -> None:
        super().set_name(name)
        for segment in self._segments:
            segment.setAccessibleDescription(name)

    def segments(self) -> list[Segment]:
        """The choices, in order."""
        return list(self._segments)


class Chip(QAbstractButton):
    """A choice that stands alone: on or off."""

    def __init__(self, text: str, value: Any = None) -> None:
        super().__init__()
        self.value = value
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = typeface(BODY, is_strong=True)
        return QSize(int(text_width(with_gaps(self.text()), font)) + 25, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill = colours.hover if self.underMouse() else None
        ink = colours.text_second
        if self.isChecked():
            fill, ink = colours.chosen, colours.accent
        fill_box(painter, whole, 6, fill)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        draw_text(
            painter,
            whole,
            with_gaps(self.text()),
            typeface(BODY, is_strong=self.isChecked()),
            ink,
            Qt.AlignmentFlag.AlignHCenter,
        )


class CheckBox(QAbstractButton):
    """A box with a tick and a word."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(with_gaps(self.text()), typeface())) + 34, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        box = QRectF(2, self.height() / 2 - 8, 16, 16)
        if self.isChecked():
            fill_box(painter, box, 3, colours.accent_fill)
            draw_icon(painter, "check", box.x() + 1, box.y() + 1, 14, colours.on_accent)
        else:
            fill_box(painter, box, 3, colours.surface, colours.field)
        if self.hasFocus():
            fill_box(painter, box.adjusted(-2, -2, 2, 2), 4, None, colours.accent, 2)
        draw_text(
            painter,
            QRectF(26, 0, self.width() - 26, self.height()),
            with_gaps(self.text()),
            typeface(),
            colours.text,
        )
