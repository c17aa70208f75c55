"""Who owes what, payer by payer, painted as a list that arrow keys walk through."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from ui.kit.grouped_list import GroupedList
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class PayableLine:
    """A slip, or with ``slip_id`` None the payer it belongs to.

    Of a payer ``first`` is the name and ``amount`` the sum.
    """

    slip_id: int | None
    first: str
    second: str
    amount: str
    note: str = ""
    tone: Tone = Tone.SECOND

    @property
    def choice(self) -> int | None:
        """The slip is what is chosen."""
        return self.slip_id

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        parts = (self.first, self.second, self.note, self.amount)
        return " ".join(part for part in parts if part)


class PayableList(GroupedList[PayableLine, int]):
    """A press or Enter takes a slip up."""

    opened = Signal(int)
    heading_height = 34
    row_height = 46

    def paint_heading(self, painter: QPainter, box: QRectF, row: PayableLine) -> None:
        strong = typeface(BODY, is_strong=True)
        line = box.adjusted(12, 8, -12, 0)
        colours = tokens()
        used = draw_text(painter, line, row.amount, strong, colours.text, _RIGHT)
        name = line.adjusted(0, 0, -used - 12, 0)
        text = with_gaps(row.first)
        draw_text(painter, name, text, strong, colours.text, may_cut=True)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: PayableLine,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        colours = tokens()
        if is_chosen:
            fill_box(painter, box, 6, colours.chosen)
        elif is_over:
            fill_box(painter, box, 6, colours.hover)
        font, small = typeface(BODY), typeface(CAPTION)
        upper = box.adjusted(12, 4, -12, -box.height() / 2)
        lower = box.adjusted(12, box.height() / 2, -12, -4)
        used = draw_text(painter, upper, row.amount, font, colours.text, _RIGHT)
        number = upper.adjusted(0, 0, -used - 12, 0)
        draw_text(painter, number, row.first, font, colours.text, may_cut=True)
        note = with_gaps(row.note)
        used = text_width(note, small)
        draw_text(painter, lower, note, small, tone_colour(row.tone), _RIGHT)
        rest = lower.adjusted(0, 0, -used - 12, 0)
        text = with_gaps(row.second)
        draw_text(painter, rest, text, small, colours.text_second, may_cut=True)

    def slips(self) -> list[int]:
        """The slips in the order of the list."""
        return [row.slip_id for row in self.rows() if row.slip_id is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and chosen is not None:
            self.opened.emit(chosen)
        elif event.text().isprintable() and event.text():
            event.ignore()  # something to look for is typed: the tab knows where
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and row.slip_id is not None:
            self.choose(row.slip_id)
            self.opened.emit(row.slip_id)
