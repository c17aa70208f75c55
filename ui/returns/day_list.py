"""The slips of the day in groups, each with its heading."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from ui.kit.glyph import SIZE, draw_glyph
from ui.kit.grouped_list import GroupedList
from ui.kit.icon import draw_icon
from ui.kit.label import tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.returns.day_groups import DayRow
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface


def _paint_head(painter: QPainter, box: QRectF, row: DayRow) -> None:
    strong = typeface(BODY, is_strong=True)
    line = box.adjusted(12, 8, -12, 0)
    title = with_gaps(row.first)
    used = draw_text(painter, line, title, strong, tone_colour(row.tone))
    count = line.adjusted(used + 8, 0, 0, 0)
    draw_text(painter, count, row.second, typeface(BODY), tokens().text_second)


def _paint_row(
    painter: QPainter,
    box: QRectF,
    row: DayRow,
    widths: tuple[float, float],
    *,
    is_chosen: bool,
    is_over: bool,
) -> None:
    colours = tokens()
    if is_chosen:
        fill_box(painter, box, 6, colours.chosen)
    elif is_over:
        fill_box(painter, box, 6, colours.hover)
    line = box.adjusted(12, 0, -12, 0)
    middle = line.center().y()
    glyph = tone_colour(row.tone)
    draw_glyph(painter, line.left(), middle - SIZE / 2, row.shape, glyph)
    left = line.left() + SIZE + 8
    font, small = typeface(BODY, is_strong=is_chosen), typeface(CAPTION)
    number, room = widths
    place = QRectF(left, line.top(), number, line.height())
    draw_text(painter, place, row.first, font, colours.text)
    last_width = text_width(row.last, small)
    right = line.right() - last_width - 8
    if row.has_typed:
        right -= 18
        draw_icon(painter, "pencil", right + 8, middle - 7, 14, colours.accent)
    place = QRectF(place.right() + 10, line.top(), room, line.height())
    place.setRight(min(place.right(), right))
    text = with_gaps(row.second)
    draw_text(painter, place, text, typeface(BODY), colours.text, may_cut=True)
    rest = QRectF(place.right() + 10, line.top(), 0, line.height())
    rest.setRight(right)
    if rest.width() >= 24:
        third = with_gaps(row.third)
        ink = colours.text_second
        draw_text(painter, rest, third, small, ink, may_cut=True)
    at = QRectF(line.right() - last_width, line.top(), last_width, line.height())
    draw_text(painter, at, row.last, small, colours.text_second)


class DayList(GroupedList[DayRow, int]):
    """Arrows walk through the slips; a press or Enter takes the paper up."""

    opened = Signal(int)
    """Enter, or a press."""
    heading_height = 36
    row_height = 30

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.widths = (116.0, 60.0)

    def paint_heading(self, painter: QPainter, box: QRectF, row: DayRow) -> None:
        _paint_head(painter, box, row)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: DayRow,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        _paint_row(painter, box, row, self.widths, is_chosen=is_chosen, is_over=is_over)

    def put(self, rows: Sequence[DayRow]) -> None:
        """Show these lines; mark and scroll place stay where they can."""
        strong, plain = typeface(BODY, is_strong=True), typeface(BODY)
        slips = [row for row in rows if row.slip_id is not None]
        numbers = [text_width(row.first, strong) for row in slips]
        rooms = [text_width(with_gaps(row.second), plain) for row in slips]
        self.widths = (max([0.0, *numbers]) + 1, min(92.0, max([0.0, *rooms]) + 1))
        super().put(rows)

    def choose(self, choice: int | None) -> None:
        """Mark a slip without telling; one that comes later is marked then."""
        super().choose(choice)
        if self.currentIndex().row() == 1:
            self.scrollToTop()  # with the heading of its group

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and chosen is not None:
            self.opened.emit(chosen)
        elif event.text().isprintable() and event.text():
            event.ignore()  # a number is typed: the page knows where
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            self._chosen = row.slip_id
            self.opened.emit(row.slip_id)
