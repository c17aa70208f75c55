"""Who reports: the owners of the unit side by side, and somebody else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.unit_directory import Owner
from models.phone import mask_phone
from ui.kit.button import Button, Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.kit.tab_order import put_before
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, INPUT, typeface

HEIGHT = 36
_RING = 14
_GAP = 8


class ReporterCard(QAbstractButton):
    """One owner: name, what they are, their number as far as it may be seen."""

    def __init__(self, owner: Owner, kind: str) -> None:
        super().__init__()
        self.owner = owner
        self._phone = mask_phone(owner.phone)
        self._kind = kind
        self.setText(owner.name)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAccessibleName(" ".join(filter(None, (owner.name, kind, self._phone))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words(self) -> list[tuple[str, int, bool]]:
        words = [(with_gaps(self.text()), INPUT, True), (self._kind, CAPTION, False)]
        if self._phone:
            words.append((self._phone, BODY, False))
        return words

    def sizeHint(self) -> QSize:
        width = 11.0 + _RING
        for text, pixels, is_strong in self._words():
            width += _GAP + text_width(text, typeface(pixels, is_strong=is_strong))
        return QSize(int(width) + 13, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on in the form; the arrows go from card to card.
        if event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        is_on = self.isChecked()
        fill = colours.chosen if is_on else colours.surface
        if self.underMouse() and not is_on:
            fill = colours.hover
        edge = colours.accent if is_on or self.hasFocus() else colours.field
        fill_box(painter, whole, 6, fill, edge, 2 if self.hasFocus() else 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(11 + _RING / 2, whole.center().y())
        ink = QColor(colours.accent if is_on else colours.field)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(middle, _RING / 2 - 1, _RING / 2 - 1)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(middle, 3.4, 3.4)
        x = 11.0 + _RING
        for text, pixels, is_strong in self._words():
            font = typeface(pixels, is_strong=is_strong)
            x += _GAP
            width = text_width(text, font)
            tone = colours.text if is_strong else colours.text_second
            draw_text(painter, QRectF(x, 0, width + 1, HEIGHT), text, font, tone)
            x += width


class ReporterCards(QWidget):
    """The owners of a unit, one of them chosen, or somebody else."""

    owner_chosen = Signal(object)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ReporterCard] = []
        self._flow = FlowLayout(self, gap=8)
        self.other = Button(self.tr("Somebody else"), Look.QUIET, icon_name="plus")
        self.other.setMinimumHeight(HEIGHT)
        self.other.clicked.connect(self._want_other)
        self._flow.addWidget(self.other)

    def cards(self) -> list[ReporterCard]:
        """The owners that may be chosen, in the order of the directory."""
        return list(self._cards)

    def chosen(self) -> Owner | None:
        """The owner who reports; None if it is somebody else."""
        return next((card.owner for card in self._cards if card.isChecked()), None)

    def show_owners(self, owners: Sequence[Owner]) -> None:
        """Offer these owners in place of the ones before; none is chosen."""
        if [card.owner for card in self._cards] == list(owners):
            return
        while self._flow.takeAt(0) is not None:
            pass
        for old in self._cards:
            old.hide()
            old.deleteLater()
        kind = self.tr("owner")
        self._cards = [ReporterCard(owner, kind) for owner in owners]
        for card in self._cards:
            card.clicked.connect(self._choose)
            self._flow.addWidget(card)
        self._flow.addWidget(self.other)
        put_before(self.other, self._cards)

    def mark(self, owner: Owner | None) -> None:
        """Show who reports, without telling anybody."""
        for card in self._cards:
            card.setChecked(card.owner == owner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((i for i, card in enumerate(self._cards) if card.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(self._cards):
            super().keyPressEvent(event)
            return
        self._cards[at + step].setFocus()
        self._cards[at + step].click()

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, ReporterCard):
            self.mark(card.owner)
            self.owner_chosen.emit(card.owner)

    def _want_other(self) -> None:
        self.mark(None)
        self.other_wanted.emit()
