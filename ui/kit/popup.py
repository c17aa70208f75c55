"""A small window that stands beside what it is about, inside the window it belongs to.

It is no window of its own: input methods and readers of the screen follow it as they
follow any field, and nothing is grabbed. A press beside it or Esc closes it.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.painting import fill_box
from ui.theme.theme import tokens

SHADOW = 8
RADIUS = 10
EDGE = 8
"""How near to the window's edge it may come."""


class Popup(QWidget):
    """Its layout begins inside the shadow; it deletes itself when it closes."""

    closed = Signal()

    def __init__(self, place: QWidget) -> None:
        super().__init__(place.window())
        self._before: QWidget | None = None
        self._anchor = QRect()
        self.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open_beside(self, anchor: QRect) -> None:
        """Show it at the right of ``anchor`` (in the window), else at its left."""
        self._before = QApplication.focusWidget()
        self._anchor = anchor
        self.adjustSize()
        self._stand()
        self.show()
        self.raise_()
        self._hear(True)

    def leave(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self._hear(False)
        held = QApplication.focusWidget()
        is_held = held is None or held is self or self.isAncestorOf(held)
        self.hide()
        if self._before is not None and is_held:
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _hear(self, is_open: bool) -> None:
        """Every press into the window passes its handle, and nothing else does: a
        filter on the program would be asked for each event of each part.
        """
        handle = self.window().windowHandle()
        for heard in (handle, self.window()):
            if heard is not None and is_open:
                heard.installEventFilter(self)
            elif heard is not None:
                heard.removeEventFilter(self)

    def _stand(self) -> None:
        window = self.window()
        layout = self.layout()
        size = self.sizeHint().expandedTo(self.minimumSize())
        if layout is not None and layout.hasHeightForWidth():
            size.setHeight(layout.totalHeightForWidth(size.width()))
        room = window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        x = self._anchor.right() + 1
        if x + size.width() > room.right():
            x = self._anchor.left() - size.width()
        x = max(room.left(), min(x, room.right() - size.width()))
        y = self._anchor.top() - SHADOW
        y = max(room.top(), min(y, room.bottom() - size.height()))
        self.setGeometry(QRect(QPoint(x, y), size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.update()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._stand()
        return is_done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(
            watched, QWindow
        ):
            assert isinstance(event, QMouseEvent)
            at = self.window().mapFromGlobal(event.globalPosition().toPoint())
            if not self.geometry().contains(at):
                self.leave()
        elif event.type() == QEvent.Type.Resize and watched is self.window():
            self._stand()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        # What is typed here never becomes a key of the page below.
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab stays inside."""
        stops = []
        found = self.nextInFocusChain()
        while found is not None and found is not self:
            is_stop = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if (
                is_stop
                and self.isAncestorOf(found)
                and found.isVisible()
                and found.isEnabled()
                and found.focusProxy() is None
            ):
                stops.append(found)
            found = found.nextInFocusChain()
        if not stops:
            return True
        held = QApplication.focusWidget()
        at = stops.index(held) if held in stops else -1
        chosen = stops[(at + (1 if is_next else -1)) % len(stops)]
        why = Qt.FocusReason
        chosen.setFocus(why.TabFocusReason if is_next else why.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        shade = QColor(Qt.GlobalColor.black)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -1):
            shade.setAlpha(10 if colours.is_dark else 5)
            painter.setBrush(shade)
            away = body.adjusted(-step, -step + 2, step, step)
            painter.drawRoundedRect(away, RADIUS + step, RADIUS + step)
        fill_box(painter, body, RADIUS, colours.surface, colours.line_strong)
