"""Editing a cell where it stands: the field lies over it, what is wrong lies under it.

Enter saves, Esc leaves. It scrolls with its row and goes where its row goes.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTableView, QWidget

from ui.kit.field import Field, NotReadable
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.theme.typeface import CAPTION

LEAST_WIDTH = 260
HINT_MS = 5_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _OverCell(QFrame):
    """What lies on a table, at a cell, and stays inside what is seen of it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        self._table = table

    def stand_at(self, cell: QRect, *, below: bool = False) -> None:
        """Lie over ``cell``, or under it; above it where there is no room."""
        size = self.sizeHint()
        width = max(cell.width() if not below else 0, LEAST_WIDTH, size.width())
        layout = self.layout()
        height = size.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        room = self._table.viewport().rect()
        x = max(0, min(cell.left(), room.right() - width))
        y = cell.bottom() if below else cell.top() - 3
        if y + height > room.bottom():
            y = cell.top() - height if below else room.bottom() - height
        self.setGeometry(x, max(0, y), width, height)


class CellHint(_OverCell):
    """A sentence at a cell; the next key or press takes it away."""

    def __init__(self, table: QTableView, text: str) -> None:
        super().__init__(table)
        self.label = Label(text, CAPTION, tone=Tone.SECOND, may_wrap=True)
        self.label.setMinimumWidth(LEAST_WIDTH)
        column(self.label, margins=(12, 8, 12, 8), on=self)
        going = QTimer(self, singleShot=True, interval=HINT_MS)
        going.timeout.connect(self.close)
        going.start()
        for watched in (table, table.viewport()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.close()
        return super().eventFilter(watched, event)


class CellEditor(_OverCell):
    """One field over a cell, and perhaps a second one under it; both come with their
    names and values.
    """

    submitted = Signal(object, object)
    """The value, and that of the second field (None where there is none)."""
    left = Signal()
    """The keyboard goes back to the table."""

    def __init__(
        self, table: QTableView, field: Field, also: Field | None = None
    ) -> None:
        super().__init__(table)
        self._cell: Callable[[], QRect] = QRect
        self._is_busy = False
        self.field = field
        self.also = also
        items: list[QWidget] = [field, *([also] if also is not None else [])]
        column(*items, spacing=4, margins=3, on=self)
        self._first = self._typed()
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place)
        for each in items:
            assert isinstance(each, Field)
            each.editor.installEventFilter(self)

    def open_at(self, cell: Callable[[], QRect]) -> None:
        """Stand over a cell; ``cell`` answers where it is now."""
        self._cell = cell
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()
        line = getattr(self.field, "line", None)
        if line is not None:
            line.selectAll()

    def is_touched(self) -> bool:
        """Whether something else stands there than at first, or is under way."""
        return self._is_busy or self._typed() != self._first

    def _typed(self) -> tuple[Any, ...]:
        fields = (self.field, self.also)
        return tuple(each.typed() for each in fields if each is not None)

    def come_back(self) -> None:
        """Stand where it is seen, with the keyboard."""
        self._place()
        self.raise_()
        self.field.setFocus()

    def follow(self) -> None:
        """The table has other rows now: stand where the cell is."""
        self._placing.start()

    def submit(self) -> None:
        """Hand over what stands there, unless it cannot be read or is under way."""
        if self._is_busy:
            return
        values: list[Any] = []
        for each in (self.field, self.also):
            try:
                values.append(None if each is None else each.value())
            except NotReadable as problem:
                self.refuse(str(problem), is_also=each is self.also)
                return
        self.field.set_problem(None)
        self.set_busy(True)
        self.submitted.emit(*values)

    def set_busy(self, is_busy: bool) -> None:
        """While it is under way it is not sent a second time."""
        self._is_busy = is_busy

    def refuse(self, sentence: str, *, is_also: bool = False) -> None:
        """Say why not, at the cell or under the second field; what was typed stays."""
        self.set_busy(False)
        wrong = self.also if is_also and self.also is not None else self.field
        wrong.set_problem(sentence)
        wrong.setFocus()
        self._placing.start()

    def problem(self) -> str:
        """What is said to be wrong."""
        also = self.also.problem() if self.also is not None else ""
        return self.field.problem() or also

    def leave(self) -> None:
        """Close it and give the keyboard back."""
        self.left.emit()
        self.close()

    def _place(self) -> None:
        cell = self._cell()
        if cell.isValid():
            self.stand_at(cell)

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._placing.start()
        return is_done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers() & (
                Qt.KeyboardModifier.AltModifier
            ):
                self._enter(watched)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _enter(self, watched: QObject) -> None:
        is_first = watched is self.field.editor
        if is_first and self.also is not None and not self.also.typed():
            self.also.setFocus()
        else:
            self.submit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is typed here never becomes a key of the table below.
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes from the one field to the other."""
        if self.also is not None:
            is_there = self.also.editor.hasFocus()
            (self.field if is_there else self.also).setFocus()
        return True


def cell_of(table: QTableView, index: QModelIndex) -> QRect:
    """Where a cell is now, in the viewport."""
    return table.visualRect(index)
