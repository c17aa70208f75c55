"""Paints the cells of a table: status, numbers, struck rows, the selected row."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.column import Column
from ui.kit.glyph import SIZE, draw_glyph
from ui.kit.icon import draw_icon
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, hairline, text_width, with_gaps
from ui.kit.row_table_header import (
    FIRST_PADDING,
    PADDING,
    TICK,
    TICK_LEFT,
    TICK_ROOM,
)
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_ticks import Ticks
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, typeface

if TYPE_CHECKING:
    from ui.kit.row_table_view import RowTableView


PLAIN_PADDING = 12
_SELECTED = QStyle.StateFlag.State_Selected.value


class RowDelegate(QStyledItemDelegate):
    """One painter for every cell of a ``RowTableView``.

    ``ticks`` puts a box before every row; ``is_frozen`` draws the edge beside which
    the other columns scroll by; where ``is_covered`` the first column is not painted,
    because the frozen one lies over it.
    """

    def __init__(
        self,
        view: "RowTableView[Any]",
        parent: QObject,
        ticks: Ticks | None = None,
        *,
        is_frozen: bool = False,
        is_covered: bool = False,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._ticks = ticks
        self._is_frozen = is_frozen
        self._is_covered = is_covered

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place = index.column()
        if self._is_covered and place == 0:
            return
        colours = tokens()
        model = index.model()
        assert isinstance(model, RowTableModel)
        rect = QRectF(option.rect)
        state = option.state
        column: Column[Any] = model.column_at(place)
        is_chosen = bool(state.value & _SELECTED)
        is_over = self._view.row_under_pointer() == index.row()
        ground = "" if self._view.is_plain else colours.surface
        if is_chosen:
            ground = colours.chosen
        elif is_over:
            ground = colours.hover
        if ground:
            painter.fillRect(rect, QColor(ground))
        is_first = place == self._view.first_column()
        begins, ends = rect.left(), rect.right()
        if self._view.is_plain:
            begins += PLAIN_PADDING if is_first else 0
            ends -= PADDING if place == self._view.last_column() else 0
        hairline(painter, begins, rect.bottom() - 0.5, ends, colours.line)
        if is_chosen and is_first:
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(colours.accent))
        left = PADDING
        if is_first:
            left = PLAIN_PADDING if self._view.is_plain else FIRST_PADDING
        if self._is_frozen:
            edge = QRectF(rect.right() - 1, rect.top(), 1, rect.height())
            painter.fillRect(edge, QColor(colours.line_strong))
        if is_first and self._ticks is not None:
            left = TICK_LEFT + TICK_ROOM
            self._paint_tick(painter, rect, model.id_at(index.row()))
        inner = rect.adjusted(left, 0, -PADDING, 0)
        row = model.row_at(index.row())
        if row is None:
            self._paint_waiting(painter, inner, str(index.data() or ""))
            return
        is_struck = model.is_struck(index.row())
        tone = column.tone_of(row)
        if is_struck and tone is Tone.TEXT:
            tone = Tone.THIRD
        if column.status is not None:
            status = column.status(row)
            draw_glyph(
                painter,
                inner.left(),
                inner.center().y() - SIZE / 2,
                status.shape,
                tone_colour(status.glyph_tone),
            )
            inner.setLeft(inner.left() + SIZE + 7)
            tone = status.word_tone
        text = with_gaps(column.text_of(row, index.row()))
        is_heeded = column.is_number and tone in (Tone.BAD, Tone.WARN)
        is_strong = (column.is_strong or is_heeded) and not is_struck
        font = typeface(BODY, is_strong=is_strong)
        glyph = column.glyph(row) if column.glyph is not None else ""
        if glyph:
            x = inner.right() - text_width(text, font) - SIZE - 5
            y = inner.center().y() - SIZE / 2
            draw_icon(painter, glyph, x, y, SIZE, tone_colour(tone))
        if is_struck and column.status is None and (column.may_cut or is_first):
            font.setStrikeOut(True)
        side = (
            Qt.AlignmentFlag.AlignRight
            if column.is_number
            else Qt.AlignmentFlag.AlignLeft
        )
        draw_text(
            painter,
            inner,
            text,
            font,
            tone_colour(tone),
            side,
            may_cut=column.may_cut,
        )

    def _paint_tick(self, painter: QPainter, rect: QRectF, row_id: int | None) -> None:
        assert self._ticks is not None
        colours = tokens()
        box = QRectF(rect.left() + TICK_LEFT, rect.center().y() - TICK / 2, TICK, TICK)
        if row_id is not None and self._ticks.holds(row_id):
            fill_box(painter, box, 3, colours.accent_fill)
            draw_icon(painter, "check", box.x() + 1, box.y() + 1, 14, colours.on_accent)
        else:
            fill_box(painter, box, 3, colours.surface, colours.field)

    def _paint_waiting(self, painter: QPainter, inner: QRectF, text: str) -> None:
        if not text:
            return
        width = min(inner.width() * 0.7, 120)
        bar = QRectF(inner.left(), inner.center().y() - 5, width, 10)
        fill_box(painter, bar, 5, tokens().hover)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        text = with_gaps(str(index.data() or ""))
        return QSize(int(text_width(text, typeface())) + 2 * PADDING, 32)
