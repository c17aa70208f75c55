"""A short list to pick from: a name, a few words about it, a remark at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.icon import draw_icon
from ui.kit.label import Tone, tone_colour
from ui.kit.painted_list import ROW_ROLE, Index, PaintedList, SpokenRows
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, INPUT, typeface

ROW = 36


@dataclass(frozen=True, slots=True)
class Pick:
    """One row; ``key`` is what was picked."""

    key: str
    name: str
    second: str = ""
    third: str = ""
    remark: str = ""
    remark_tone: Tone = Tone.SECOND
    is_ticked: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        parts = (self.name, self.second, self.third, self.remark)
        return " ".join(part for part in parts if part)


class _PickPainter(QStyledItemDelegate):
    def __init__(self, view: "PickList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        pick: Pick = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        if index.row() == self._view.currentIndex().row():
            fill_box(painter, box, 6, colours.chosen)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_box(painter, box, 6, colours.hover)
        line = box.adjusted(12, 0, -10, 0)
        if pick.is_ticked:
            middle = box.center().y()
            draw_icon(painter, "check", line.left() - 2, middle - 8, 16, colours.accent)
        if self._view.has_ticks:
            line.setLeft(line.left() + 20)
        name = QRectF(line.left(), line.top(), self._view.name_width, line.height())
        font = typeface(INPUT, is_strong=True)
        draw_text(painter, name, with_gaps(pick.name), font, colours.text, may_cut=True)
        small = typeface(CAPTION)
        left = name.right() + 12
        remark = with_gaps(pick.remark)
        used = text_width(remark, small)
        right = max(left, line.right() - used - 12 * bool(remark))
        place = QRectF(line.right() - used, line.top(), used, line.height())
        draw_text(painter, place, remark, small, tone_colour(pick.remark_tone))
        second = QRectF(left, line.top(), self._view.second_width, line.height())
        second.setRight(min(second.right(), right))
        ink = colours.text_second
        draw_text(painter, second, with_gaps(pick.second), small, ink, may_cut=True)
        third = QRectF(second.right() + 12, line.top(), 0, line.height())
        third.setRight(max(third.left(), right))
        draw_text(painter, third, with_gaps(pick.third), small, ink, may_cut=True)


class PickList(PaintedList):
    """The keyboard may stay in a field above: ``step`` walks through the rows."""

    taken = Signal(str)
    """A row was clicked."""

    def __init__(self, name: str, *, most_rows: int = 6) -> None:
        self._picks: SpokenRows[Pick] = SpokenRows()
        super().__init__(name, self._picks)
        self._most_rows = most_rows
        self.name_width = 60.0
        self.second_width = 60.0
        self.has_ticks = False
        self.setItemDelegate(_PickPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)

    def show_picks(self, picks: Sequence[Pick], current: str = "") -> None:
        """Show these rows, the one with the key ``current`` (else the first) marked."""
        self._picks.replace(picks)
        small, strong = typeface(CAPTION), typeface(INPUT, is_strong=True)
        names = [text_width(with_gaps(pick.name), strong) for pick in picks]
        seconds = [text_width(with_gaps(pick.second), small) for pick in picks]
        self.name_width = min(150.0, max([60.0, *names]) + 1)
        self.second_width = min(110.0, max([48.0, *seconds]) + 1)
        self.has_ticks = any(pick.is_ticked for pick in picks)
        keys = [pick.key for pick in picks]
        row = keys.index(current) if current in keys else 0
        if picks:
            self._choose(row)
        self.setFixedHeight(ROW * max(1, min(len(picks), self._most_rows)))

    def picks(self) -> list[Pick]:
        """The rows that are shown."""
        return list(self._picks.rows)

    def current(self) -> Pick | None:
        """The row that is marked."""
        row = self.currentIndex().row()
        return self._picks.rows[row] if 0 <= row < len(self._picks.rows) else None

    def step(self, by: int) -> None:
        """Mark the row so many further down."""
        count = len(self._picks.rows)
        if count:
            row = max(0, min(count - 1, self.currentIndex().row() + by))
            self._choose(row)

    def _choose(self, row: int) -> None:
        index = self._picks.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._choose(index.row())
            self.taken.emit(self._picks.rows[index.row()].key)
