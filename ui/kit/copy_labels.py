"""The paper copies as coloured labels, each with where it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.kit.glyph import SIZE, Shape, draw_glyph
from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.tokens import CopyColours
from ui.theme.typeface import BODY, CAPTION, typeface

HEIGHT = 66
SIDE = 7
GAP = 6
LEAST_IN_PAIRS = 4
"""So many copies or more stand two and two where one line has no room for them."""
TICK_HEIGHT = 54
_BEFORE_WORDS = 40
COLOUR_WORDS = "白红蓝黄"
"""The colour words of the copies, in the order of the palette; others are white."""


@dataclass(frozen=True, slots=True)
class CopyFace:
    """What a label says of one copy."""

    number: int
    holder: str
    colour_word: str
    where: str
    since: str = ""
    since_short: str = ""
    is_away: bool = False
    is_lost: bool = False


def copy_colours(word: str) -> CopyColours:
    """Paper and ink of a colour word."""
    position = COLOUR_WORDS.find(word[:1]) if word else -1
    return tokens().copies[max(position, 0)]


class CopyLabel(QWidget):
    """One copy: its number and holder, where it is, since when."""

    def __init__(self, face: CopyFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(68)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = f"{face.number} {face.holder} {face.where} {face.since}"
        self.setAccessibleName(words.strip())
        self.setToolTip(words.strip())

    def natural_width(self) -> float:
        """What the label's words need on one line each."""
        face = self._face
        strong = typeface(CAPTION, is_strong=True)
        head = text_width(str(face.number), strong) + 4
        head += text_width(face.holder, strong) + (SIZE + 3 if face.is_lost else 0)
        where = text_width(with_gaps(face.where), typeface(CAPTION))
        return max(head, where) + 2 * SIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        face = self._face
        colours = copy_colours(face.colour_word)
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if face.is_away or face.is_lost:
            fill_box(painter, whole, 4, None, colours.ink, 1, is_dashed=True)
        else:
            is_white = not tokens().is_dark and colours.paper == "#FFFFFF"
            edge = tokens().line_strong if is_white else None
            fill_box(painter, whole, 4, colours.paper, edge)
        inner = whole.adjusted(SIDE, 7, -SIDE, -6)
        head = QRectF(inner.left(), inner.top(), inner.width(), 17)
        font = typeface(CAPTION, is_strong=True)
        used = draw_text(painter, head, str(face.number), font, colours.ink)
        right = Qt.AlignmentFlag.AlignRight
        if face.is_lost:
            head.setRight(head.right() - SIZE - 3)
            draw_glyph(
                painter, head.right() + 3, head.top() + 2, Shape.ALARM, tokens().bad
            )
        holder = head.adjusted(used + 4, 0, 0, 0)
        draw_text(painter, holder, face.holder, font, colours.ink, right, may_cut=True)
        ink = tokens().bad if face.is_lost else colours.ink
        small = typeface(CAPTION)
        middle = QRectF(inner.left(), inner.top() + 19, inner.width(), 17)
        draw_text(painter, middle, with_gaps(face.where), small, ink, may_cut=True)
        low = QRectF(inner.left(), inner.top() + 36, inner.width(), 17)
        since = with_gaps(face.since)
        if text_width(since, small) > low.width():
            since = face.since_short
        draw_text(painter, low, since, small, ink, may_cut=True)


class CopyLabels(QWidget):
    """All copies of a slip side by side, or two and two where a word needs the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._labels: list[CopyLabel] = []
        self._across = 0

    def show_copies(self, faces: Sequence[CopyFace]) -> None:
        """Show these copies in place of the ones before."""
        for old in self._labels:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = [CopyLabel(face, self) for face in faces]
        self._across = 0
        self._place()

    def _place(self) -> None:
        count = len(self._labels)
        if not count:
            return
        widest = max(label.natural_width() for label in self._labels)
        fits = widest * count + GAP * (count - 1) <= self.width()
        across = count if fits or count < LEAST_IN_PAIRS else 2
        if across == self._across:
            return
        self._across = across
        for place, label in enumerate(self._labels):
            self._grid.addWidget(label, place // across, place % across)
            label.show()
        for place in range(count):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
        lines = -(-count // across)
        self.setFixedHeight(HEIGHT * lines + GAP * (lines - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class CopyTick(QAbstractButton):
    """A copy that is ticked when it is in hand."""

    def __init__(self, face: CopyFace) -> None:
        super().__init__()
        self.face = face
        self.is_calm = False
        self.setCheckable(True)
        self.setText(f"{face.number} {face.holder}")
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._here = self.tr("in hand")
        self._missing = self.tr("not here")

    def say(self, ticked: str, not_ticked: str) -> None:
        """Other words for what a tick means here."""
        self._here, self._missing = ticked, not_ticked

    def sizeHint(self) -> QSize:
        small = typeface(CAPTION)
        words = max(text_width(word, small) for word in (self._here, self._missing))
        head = text_width(self.text(), typeface(BODY, is_strong=True))
        return QSize(max(132, _BEFORE_WORDS + int(max(words, head)) + 8), TICK_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter is the form's; some desktops would tick with it.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = copy_colours(self.face.colour_word)
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.isChecked():
            is_white = not tokens().is_dark and colours.paper == "#FFFFFF"
            edge = tokens().line_strong if is_white else None
            fill_box(painter, whole, 4, colours.paper, edge)
        else:
            fill_box(painter, whole, 4, None, colours.ink, 1, is_dashed=True)
        if self.hasFocus():
            fill_box(painter, whole, 5, None, tokens().accent, 2)
        box = QRectF(12, whole.center().y() - 9, 18, 18)
        if self.isChecked():
            fill_box(painter, box, 3, colours.ink)
            ground = colours.paper
            draw_icon(painter, "check", box.x() + 2, box.y() + 2, 14, ground)
        else:
            fill_box(painter, box, 3, None, colours.ink, 1.5)
        left = box.right() + 10
        width = whole.width() - left - 6
        draw_text(
            painter,
            QRectF(left, 8, width, 18),
            self.text(),
            typeface(BODY, is_strong=True),
            colours.ink,
            may_cut=True,
        )
        is_quiet = self.isChecked() or self.is_calm
        ink = colours.ink if is_quiet else tokens().bad
        state = self._here if self.isChecked() else self._missing
        below = QRectF(left, 28, width, 17)
        draw_text(painter, below, state, typeface(CAPTION), ink, may_cut=True)
