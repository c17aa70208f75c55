"""The four looks a button may have; one primary a screen, the rest quiet."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcutEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, INPUT, KEYCAP, typeface

ICON = 16
GAP = 8


class Look(Enum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    QUIET = "quiet"
    DANGER = "danger"


class PromptButton(QAbstractButton):
    """A button whose key acts at once; Qt's own is held down for a tenth of a second
    first, so that it is seen.
    """

    def take_key(self, key: QKeySequence) -> None:
        """Act on ``key`` while the button is visible."""
        self.setShortcut(key)
        # Only who has a key listens: every event of every button would pass here.
        self.removeEventFilter(self)
        if not key.isEmpty():
            self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().eventFilter(watched, event)


class Button(PromptButton):
    """A button that paints its icon, its word and its key.

    ``keys`` shows a keycap and makes the shortcut work while the button is visible.
    """

    def __init__(
        self,
        text: str,
        look: Look = Look.PLAIN,
        *,
        icon_name: str | None = None,
        keys: str | None = None,
        keycap: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._icon_name = icon_name
        self._keycap = keycap or ""
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        if keys is not None:
            sequence = QKeySequence(keys)
            self.take_key(sequence)
            self._keycap = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            self._keycap = self._keycap.replace("+", " ").replace("Return", "Enter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_text(self, text: str) -> None:
        """Change the word; the name read aloud follows it, the key stays."""
        keys = self.shortcut()
        self.setText(text)
        self.take_key(keys)  # a new text takes the shortcut away
        self.setAccessibleName(text.replace("&", ""))
        self.updateGeometry()

    def _word(self) -> str:
        return with_gaps(self.text().replace("&", ""))

    def _pixels(self) -> int:
        return INPUT if self.look is Look.PRIMARY else BODY

    def _is_strong(self) -> bool:
        return self.look in (Look.PRIMARY, Look.LINK, Look.DANGER)

    def _side(self) -> int:
        return {Look.PRIMARY: 20, Look.LINK: 4, Look.QUIET: 8}.get(self.look, 14)

    def _keycap_width(self) -> float:
        if not self._keycap:
            return 0
        return text_width(self._keycap, typeface(KEYCAP)) + 12

    def sizeHint(self) -> QSize:
        width = text_width(
            self._word(), typeface(self._pixels(), is_strong=self._is_strong())
        )
        if self._icon_name:
            width += ICON + GAP
        if self._keycap:
            width += self._keycap_width() + GAP
        height = 40 if self.look is Look.PRIMARY else 32
        return QSize(int(width + 1) + 2 * self._side(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button it stands on, as Space does.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        is_over = self.underMouse() and self.isEnabled()
        fill: str | None = None
        border: str | None = None
        ink = colours.text
        if self.look is Look.PRIMARY:
            fill = colours.accent_hover if is_over else colours.accent_fill
            ink = colours.on_accent
        elif self.look is Look.PLAIN:
            fill = colours.hover if is_over else colours.surface
            border = colours.field
        elif self.look is Look.DANGER:
            fill = colours.bad_soft if is_over else colours.surface
            border = ink = colours.bad
        elif self.look is Look.LINK:
            fill = colours.hover if is_over else None
            ink = colours.accent
        else:
            fill = colours.hover if is_over else None
            ink = colours.text_second
        if not self.isEnabled():
            ink = colours.text_third
            if self.look in (Look.PRIMARY, Look.PLAIN, Look.DANGER):
                fill, border = colours.hover, None
        whole = QRectF(self.rect())
        fill_box(painter, whole, 6, fill, border)
        if self.hasFocus():
            edge = colours.text if self.look is Look.PRIMARY else colours.accent
            fill_box(painter, whole, 6, None, edge, 2)
        font = typeface(self._pixels(), is_strong=self._is_strong())
        content = self.sizeHint().width() - 2 * self._side()
        x = whole.left() + max(self._side(), (whole.width() - content) / 2)
        if self._icon_name:
            draw_icon(
                painter, self._icon_name, x, whole.center().y() - ICON / 2, ICON, ink
            )
            x += ICON + GAP
        word = self._word()
        room = whole.right() - self._side() - x
        if self._keycap:
            room -= self._keycap_width() + GAP
        draw_text(
            painter, QRectF(x, whole.top(), room + 1, whole.height()), word, font, ink
        )
        x += text_width(word, font) + GAP
        if self._keycap:
            self._paint_keycap(painter, x, ink, fill)

    def _paint_keycap(
        self, painter: QPainter, x: float, ink: str, fill: str | None
    ) -> None:
        colours = tokens()
        is_primary = self.look is Look.PRIMARY and self.isEnabled()
        edge = colours.on_accent if is_primary else colours.line_strong
        box = QRectF(x, self.height() / 2 - 9, self._keycap_width(), 18)
        fill_box(painter, box, 4, None, edge)
        draw_text(
            painter,
            box,
            self._keycap,
            typeface(KEYCAP),
            ink if is_primary else colours.text_second,
            Qt.AlignmentFlag.AlignHCenter,
        )
