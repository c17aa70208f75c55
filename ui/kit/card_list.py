"""A list of cards that arrow keys walk through and a refresh does not disturb."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.card import CardFace, card_height, card_size, paint_card
from ui.kit.painted_list import ROW_ROLE, Index, PaintedList, SpokenRows

_BESIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Cards(SpokenRows[CardFace]):
    def tell(self, faces: Sequence[CardFace]) -> bool:
        """The same cards say something else; answers whether any is of another height.

        Only what changed is painted again.
        """
        is_other_height = False
        for row, (old, new) in enumerate(zip(self.rows, faces, strict=True)):
            if old == new:
                continue
            is_other_height |= bool(old.note) != bool(new.note)
            self.rows[row] = new
            index = self.index(row)
            self.dataChanged.emit(index, index)
        return is_other_height


class _CardPainter(QStyledItemDelegate):
    def __init__(self, view: "CardList", *, is_wide: bool) -> None:
        super().__init__(view)
        self._view = view
        self._is_wide = is_wide

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return card_size(index.data(ROW_ROLE), is_wide=self._is_wide)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        face = index.data(ROW_ROLE)
        paint_card(
            painter,
            QRectF(option.rect),
            face,
            is_chosen=face.id == self._view.chosen_id(),
            is_over=bool(option.state & QStyle.StateFlag.State_MouseOver),
            is_wide=self._is_wide,
        )


class CardList(PaintedList):
    """Cards one under the other; one of them is chosen, or none."""

    chosen = Signal(int)
    """The person came to this card, by key or by mouse."""
    opened = Signal(int)
    """Enter, or a double click."""
    beside = Signal(int)
    """The person wants to the list at the left (-1) or right (1)."""
    typed = Signal(str)
    """A letter, in capitals: a key of the page."""
    scrolled = Signal()

    def __init__(
        self, name: str, *, is_wide: bool = False, parent: QWidget | None = None
    ) -> None:
        self._cards = _Cards()
        self._is_wide = is_wide
        self._chosen_id: int | None = None
        self._is_put = False
        super().__init__(name, self._cards, parent)
        self.setItemDelegate(_CardPainter(self, is_wide=is_wide))
        self.setUniformItemSizes(is_wide)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self.scrolled.emit())
        bar.rangeChanged.connect(lambda _low, _high: self.scrolled.emit())

    def faces(self) -> list[CardFace]:
        """The cards as they are now."""
        return list(self._cards.rows)

    def chosen_id(self) -> int | None:
        """The card that is chosen."""
        return self._chosen_id

    def put(self, faces: Sequence[CardFace]) -> None:
        """Show these cards; choice and scroll place stay where they can."""
        if [face.id for face in faces] == [face.id for face in self._cards.rows]:
            if self._cards.tell(faces):
                self.scheduleDelayedItemsLayout()
            return
        bar = self.verticalScrollBar()
        before = bar.value()
        self._is_put = True
        self._cards.replace(faces)
        self._mark()
        self._is_put = False
        self.executeDelayedItemsLayout()
        bar.setValue(min(before, bar.maximum()))
        self.scrolled.emit()

    def choose(self, card_id: int | None, *, shows: bool = True) -> bool:
        """Make a card the chosen one without telling; whether the list holds it."""
        self._chosen_id = card_id if self.row_of(card_id) is not None else None
        self._is_put = True
        index = self._mark()
        self._is_put = False
        self.viewport().update()
        if index.isValid() and shows:
            self.scrollTo(index)
        return index.isValid()

    def _mark(self) -> QModelIndex:
        row = self.row_of(self._chosen_id)
        index = QModelIndex() if row is None else self._cards.index(row)
        self.setCurrentIndex(index)
        return index

    def row_of(self, card_id: int | None) -> int | None:
        """Where a card stands."""
        for row, face in enumerate(self._cards.rows):
            if face.id == card_id:
                return row
        return None

    def row_near(self, y: int) -> int | None:
        """The row whose card stands nearest to a height of the viewport."""
        count = len(self._cards.rows)
        if not count:
            return None
        best, distance = 0, None
        for row in range(count):
            rect = self.visualRect(self._cards.index(row))
            away = abs(rect.center().y() - y)
            if distance is not None and away > distance:
                break
            best, distance = row, away
        return best

    def height_of(self, card_id: int) -> int:
        """The middle of a card in the viewport."""
        row = self.row_of(card_id)
        if row is None:
            return 0
        return self.visualRect(self._cards.index(row)).center().y()

    def shows(self, card_id: int | None) -> bool:
        """Whether the middle of a card is in sight."""
        at = self.height_of(card_id) if card_id is not None else 0
        return self.row_of(card_id) is not None and 0 < at < self.viewport().height()

    def count_below(self) -> int:
        """How many cards lie wholly or mostly under the lower edge."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return 0
        bottom = self.viewport().height()
        top = -bar.value()
        hidden = 0
        for face in self._cards.rows:
            high = card_height(face, is_wide=self._is_wide)
            hidden += top + high // 2 > bottom
            top += high
        return hidden

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._is_put or not current.isValid():
            return
        self._chosen_id = self._cards.rows[current.row()].id
        self.viewport().update()
        self.chosen.emit(self._chosen_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._chosen_id = self._cards.rows[index.row()].id
            self.viewport().update()
            self.chosen.emit(self._chosen_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._chosen_id is not None:
            self.opened.emit(self._chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self._chosen_id is not None:
                self.opened.emit(self._chosen_id)
        elif key in _BESIDE:
            self.beside.emit(_BESIDE[key])
        elif plain and Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            self.typed.emit(chr(key))
        else:
            super().keyPressEvent(event)
