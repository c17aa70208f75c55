"""One trade's column: its name, who has how many, its cards, and how many lie below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.dispatch_board import Technician
from ui.kit.card import CardFace
from ui.kit.card_list import CardList
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, CARD, typeface

HEAD = 52
FOOT = 24


class ColumnHead(QAbstractButton):
    """A press shows what the technicians of the trade hold."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._count = 0
        self._waiting = ""
        self._loads: list[str] = []
        self.setText(name)
        self.setFixedHeight(HEAD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_counts(
        self, count: int, waiting: int, people: Sequence[Technician]
    ) -> None:
        """The cards of the column, those that wait, and the busiest first."""
        self._count = count
        waits = self.tr("%n to dispatch", "", waiting)
        self._waiting = waits if waiting else ""
        busy = sorted((one for one in people if one.today), key=lambda one: -one.today)
        self._loads = [
            self.tr("{name} {count}").format(
                name=one.name, count=self.tr("%n slip(s)", "", one.today)
            )
            for one in busy
        ]
        spoken = " ".join([self.text(), str(count), self._waiting, *self._loads])
        self.setAccessibleName(spoken.strip())
        self.setToolTip("\n".join(self._loads))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(120, HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.underMouse():
            fill_box(painter, whole.adjusted(-4, 0, 4, -4), 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole.adjusted(0, 0, 0, -4), 6, None, colours.accent, 2)
        line = QRectF(0, 2, whole.width(), 22)
        right = line.width()
        if self._waiting:
            font = typeface(CAPTION, is_strong=True)
            word = with_gaps(self._waiting)
            width = text_width(word, font) + 14
            box = QRectF(right - width, line.top() + 1, width, 20)
            fill_box(painter, box, 4, colours.warn_soft)
            centre = Qt.AlignmentFlag.AlignHCenter
            draw_text(painter, box, word, font, colours.warn, centre)
            right -= width + 8
        figure = str(self._count)
        room = text_width(figure, typeface()) + 8
        place = QRectF(0, line.top(), max(20, right - room), line.height())
        name = with_gaps(self.text())
        strong = typeface(CARD, is_strong=True)
        used = draw_text(painter, place, name, strong, colours.text, may_cut=True)
        place = QRectF(used + 8, line.top(), room, line.height())
        draw_text(painter, place, figure, typeface(BODY), colours.text_second)
        self._paint_loads(painter, QRectF(0, 26, whole.width(), 18))

    def _paint_loads(self, painter: QPainter, line: QRectF) -> None:
        """As many people as there is room for, then how many more there are."""
        small = typeface(CAPTION)
        left = line.left()
        for at, load in enumerate(self._loads):
            text = with_gaps(load)
            rest = len(self._loads) - at - 1
            more = f"+{rest}" if rest else ""
            needed = text_width(text, small) + (
                text_width(more, small) + 12 if more else 0
            )
            if left + needed > line.right() + 1 and at:
                place = QRectF(left, line.top(), line.right() - left, line.height())
                more = f"+{rest + 1}"
                draw_text(painter, place, more, small, tokens().text_second)
                return
            place = QRectF(left, line.top(), line.right() - left, line.height())
            left += 12 + draw_text(
                painter, place, text, small, tokens().text_second, may_cut=True
            )


class DispatchColumn(QWidget):
    """The cards of one trade."""

    def __init__(self, trade: str, title: str) -> None:
        super().__init__()
        self.trade = trade
        self.head = ColumnHead(title)
        self.list = CardList(title)
        self._below = Label("", CAPTION, tone=Tone.SECOND)
        self._below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._below.setFixedHeight(FOOT)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.scrolled.connect(self._show_below)
        whole = column(self.head, self.list, self._below, spacing=4, on=self)
        whole.setStretch(1, 1)

    def show_cards(
        self,
        faces: Sequence[CardFace],
        total: int,
        waiting: int,
        people: Sequence[Technician],
    ) -> None:
        """The cards that are shown of ``total``, and who works in the trade."""
        self.head.show_counts(total, waiting, people)
        self.list.put(faces)
        self._show_below()

    def _show_below(self) -> None:
        count = self.list.count_below()
        self._below.say(self.tr("%n more below", "", count) if count else "")

    def below(self) -> str:
        """What is said under the cards."""
        return self._below.text()
