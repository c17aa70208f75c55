"""What stands over a table: titles, and under each title what its column is asked."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from app.listing import HasWords, IsAtLeast, IsOneOf, IsWithin
from models.money import format_money
from ui.kit.column import Asks, Column
from ui.kit.icon import draw_icon
from ui.kit.painting import draw_text, fill_box, hairline, with_gaps
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_question import TableQuestion
from ui.kit.row_table_ticks import Ticks
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, typeface

HEADER_HEIGHT = 32
PADDING = 8
FIRST_PADDING = 24
TICK_LEFT = 14
TICK = 16
TICK_ROOM = 24
"""What a tick takes in front of the text of the first column."""
CLEAR = 22
"""How much at the right of a set filter takes it away."""


def heading_lines(title: str) -> list[str]:
    """A heading in one line, or what stands in brackets in a line of its own."""
    head, bracket, rest = title.partition("(")
    if not bracket or not head.strip():
        return [title]
    return [head.strip(), bracket + rest]


class RowHeader(QHeaderView):
    """Titles over the columns, painted in the palette."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setStretchLastSection(False)
        self.setFixedHeight(self.height_of_header())

    def height_of_header(self) -> int:
        """How high it is, in px."""
        return HEADER_HEIGHT

    def column(self, logical: int) -> Column[Any]:
        """The column under a heading."""
        model = self.model()
        assert isinstance(model, RowTableModel)
        return model.columns()[logical]

    def left_padding(self, logical: int) -> int:
        """Where the words of a heading begin."""
        return FIRST_PADDING if self.visualIndex(logical) == 0 else PADDING

    def paint_title(self, painter: QPainter, area: QRectF, logical: int) -> None:
        """The word of a column."""
        column = self.column(logical)
        inner = area.adjusted(self.left_padding(logical), 0, -PADDING, 0)
        self._draw_heading(painter, inner, column, tokens().text_second)

    def _draw_heading(
        self, painter: QPainter, inner: QRectF, column: Column[Any], ink: str
    ) -> float:
        """Draw it in as many lines as it has; how wide the first one is."""
        font = typeface(CAPTION, is_strong=True)
        side = (
            Qt.AlignmentFlag.AlignRight
            if column.is_number
            else Qt.AlignmentFlag.AlignLeft
        )
        first, *rest = heading_lines(column.title)
        upper = QRectF(inner)
        if rest:
            upper.setHeight(inner.height() / 2 + 1)
            lower = QRectF(inner)
            lower.setTop(upper.bottom() - 2)
            draw_text(painter, lower, with_gaps(rest[0]), font, ink, side)
        return draw_text(painter, upper, with_gaps(first), font, ink, side)

    def sizeHint(self) -> QSize:
        # Its width is the table's; Qt would ask the model for every heading's.
        return QSize(0, self.height_of_header())

    def paintSection(self, painter: QPainter, rect: Any, logicalIndex: int) -> None:
        area = QRectF(rect)
        painter.fillRect(area, QColor(tokens().sunken))
        line = tokens().line
        hairline(painter, area.left(), area.bottom() - 0.5, area.right(), line)
        area.setHeight(HEADER_HEIGHT)
        self.paint_title(painter, area, logicalIndex)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens().sunken))
        bottom = self.viewport().height() - 0.5
        hairline(painter, 0, bottom, self.viewport().width(), tokens().line)
        painter.end()
        super().paintEvent(event)


class FilterHeader(RowHeader):
    """Titles that sort when clicked, and under each the filter of its column."""

    filter_wanted = Signal(int)
    """Somebody wants to set the filter of a column (logical index)."""
    ticks_wanted = Signal()
    """The box over the ticks was clicked."""

    def __init__(
        self, parent: QWidget, question: TableQuestion, ticks: Ticks | None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._ticks = ticks
        self._pressed: QPoint | None = None
        self._keyboard: int | None = None
        self.setMouseTracking(True)
        question.told.connect(self.viewport().update)
        if ticks is not None:
            ticks.changed.connect(self.viewport().update)

    def mark_keyboard(self, logical: int | None) -> None:
        """Keys that ask a heading mean this column; None: none is meant."""
        if logical != self._keyboard:
            self._keyboard = logical
            self.viewport().update()

    def keyboard_column(self) -> int | None:
        """The column that keys mean."""
        return self._keyboard

    def has_ticks(self, logical: int) -> bool:
        """Whether the box for all ticks stands in this heading."""
        return self._ticks is not None and self.visualIndex(logical) == 0

    def filter_area(self, logical: int) -> QRectF:
        """Where the filter of a column stands in the viewport."""
        left = self.sectionViewportPosition(logical)
        width = self.sectionSize(logical)
        inset = self.left_padding(logical) - PADDING
        return QRectF(left + inset, HEADER_HEIGHT, width - inset, HEADER_HEIGHT)

    def filter_text(self, logical: int) -> str:
        """What is asked of a column, in words; empty asks nothing."""
        column = self.column(logical)
        asked = self._question.filters.get(column.key)
        match asked:
            case None:
                return self._question.captions.get(column.key, "")
            case HasWords():
                return asked.words
            case IsOneOf():
                shown = dict(column.choices)
                first, *more = (shown.get(each, each) for each in asked.members)
                return f"{first} +{len(more)}" if more else first
            case IsAtLeast():
                if column.asks is Asks.MONEY:
                    return f"≥ {format_money(asked.least)}"
                return self.tr("≥ {count} min").format(count=asked.least)
            case IsWithin():
                return self._question.days_text(asked)

    def height_of_header(self) -> int:
        return 2 * HEADER_HEIGHT

    def left_padding(self, logical: int) -> int:
        if self.has_ticks(logical):
            return TICK_LEFT + TICK_ROOM
        return super().left_padding(logical)

    def paint_title(self, painter: QPainter, area: QRectF, logical: int) -> None:
        column = self.column(logical)
        colours = tokens()
        is_sorted = self._question.sort.key == column.key
        ink = colours.text if is_sorted else colours.text_second
        inner = area.adjusted(self.left_padding(logical), 0, -PADDING, 0)
        arrow = 17 if is_sorted else 0
        inner.setRight(inner.right() - arrow)
        used = self._draw_heading(painter, inner, column, ink)
        if is_sorted:
            name = "arrow-down" if self._question.sort.is_descending else "arrow-up"
            is_two = len(heading_lines(column.title)) > 1
            y = area.center().y() - (14 if is_two else 6)
            x = inner.right() if column.is_number else inner.left() + used
            draw_icon(painter, name, x + 4, y, 13, ink)

    def paintSection(self, painter: QPainter, rect: Any, logicalIndex: int) -> None:
        super().paintSection(painter, rect, logicalIndex)
        area = QRectF(rect)
        if self.has_ticks(logicalIndex):
            self._paint_ticks(painter, area)
        column = self.column(logicalIndex)
        if column.asks is Asks.NOTHING:
            return
        colours = tokens()
        inset = self.left_padding(logicalIndex) - PADDING
        cell = area.adjusted(inset, HEADER_HEIGHT, 0, 0)
        if self.visualIndex(logicalIndex) > 0:
            edge = QRectF(area.left(), cell.top() + 9, 1, HEADER_HEIGHT - 18)
            painter.fillRect(edge, QColor(colours.line_strong))
        text = self.filter_text(logicalIndex)
        if text:
            self._paint_set(painter, cell, text)
        else:
            self._paint_unset(painter, cell, column)
        if logicalIndex == self._keyboard:
            under = QRectF(cell.left() + 3, cell.bottom() - 2, cell.width() - 6, 2)
            painter.fillRect(under, QColor(colours.accent))

    def _paint_ticks(self, painter: QPainter, area: QRectF) -> None:
        assert self._ticks is not None
        colours = tokens()
        box = QRectF(area.left() + TICK_LEFT, HEADER_HEIGHT / 2 - 8, TICK, TICK)
        if self._ticks.is_empty():
            fill_box(painter, box, 3, colours.surface, colours.field)
            return
        fill_box(painter, box, 3, colours.accent_fill)
        is_whole = self._ticks.is_all and not self._ticks.ids
        name = "check" if is_whole else "minus"
        draw_icon(painter, name, box.x() + 1, box.y() + 1, 14, colours.on_accent)

    def _paint_set(self, painter: QPainter, cell: QRectF, text: str) -> None:
        colours = tokens()
        box = cell.adjusted(3, 3, -3, -3)
        fill_box(painter, box, 4, colours.chosen)
        draw_icon(
            painter, "x", box.right() - 18, box.center().y() - 6, 12, colours.accent
        )
        draw_text(
            painter,
            box.adjusted(5, 0, -CLEAR, 0),
            with_gaps(text),
            typeface(CAPTION, is_strong=True),
            colours.accent,
            may_cut=True,
        )

    def _paint_unset(
        self, painter: QPainter, cell: QRectF, column: Column[Any]
    ) -> None:
        ink = tokens().text_third
        font = typeface(CAPTION)
        inner = cell.adjusted(PADDING, 0, -PADDING, 0)
        y = cell.center().y() - 6.5
        if column.asks is Asks.WORDS:
            draw_icon(painter, "search", inner.left(), y, 13, ink)
        elif column.asks in (Asks.CHOICE, Asks.DAYS):
            used = draw_text(painter, inner, self.tr("All"), font, ink)
            draw_icon(painter, "chevron-down", inner.left() + used + 5, y, 13, ink)
        else:
            right = Qt.AlignmentFlag.AlignRight
            sign = "≥" if column.asks is Asks.MONEY else self.tr("≥ min")
            draw_text(painter, inner, sign, font, ink, right)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        # Dragging moves or widens a column; only a click asks for something.
        if (at - pressed).manhattanLength() > 4 or self._is_handle(at):
            return
        logical = self.logicalIndexAt(at)
        if logical >= 0:
            self._click(logical, at)

    def _is_handle(self, at: QPoint) -> bool:
        return self.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor

    def _click(self, logical: int, at: QPoint) -> None:
        column = self.column(logical)
        left = self.sectionViewportPosition(logical)
        if at.y() >= HEADER_HEIGHT:
            if column.asks is Asks.NOTHING:
                return
            right = left + self.sectionSize(logical)
            if self._question.is_asked(column.key) and at.x() >= right - CLEAR - 3:
                self._question.drop(column.key)
            else:
                self.filter_wanted.emit(logical)
        elif self.has_ticks(logical) and at.x() < left + TICK_LEFT + TICK + 6:
            self.ticks_wanted.emit()
        elif column.is_sortable:
            self._question.sort_by(column.key)

    def _tip(self, logical: int) -> str:
        asked = self.filter_text(logical)
        title = self.column(logical).title
        return f"{title}\n{asked}" if asked else title

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            at = event.pos()  # type: ignore[attr-defined]
            logical = self.logicalIndexAt(at)
            text = self._tip(logical) if logical >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)  # type: ignore[attr-defined]
            return True
        return super().viewportEvent(event)
