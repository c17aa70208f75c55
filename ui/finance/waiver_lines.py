"""Waivers and the slips that may be asked for, painted as one list in groups."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from app.payable import PayableRow
from app.waiver_left import left_to_waive
from app.waiver_list import WaiverWork
from models.money import format_money
from models.text import QT_TRANSLATE_NOOP
from models.waiver_row import WaiverRow
from ui.finance.waiver_word import status_of_waiver
from ui.kit.glyph import SIZE, Status, draw_glyph
from ui.kit.grouped_list import GroupedList
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.language import translate
from ui.slip.moment import Moments
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface
from ui.words import word

_RIGHT = Qt.AlignmentFlag.AlignRight
_T = QT_TRANSLATE_NOOP
_PENDING = _T("WaiverLines", "To be decided")
_DECIDED = _T("WaiverLines", "Decided in this period")
_SLIPS = _T("WaiverLines", "Slips to ask for")
_LEFT = _T("WaiverLines", "{sum} left")

Choice = tuple[str, int]
WAIVER, SLIP = "waiver", "slip"


@dataclass(frozen=True, slots=True)
class WaiverLine:
    """A request, a slip, or with ``choice`` None the heading of a group."""

    choice: Choice | None
    first: str
    second: str = ""
    amount: str = ""
    note: str = ""
    tone: Tone = Tone.SECOND
    status: Status | None = None
    is_waiting: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        status = self.status.word if self.status else ""
        parts = (status, self.first, self.second, self.note, self.amount)
        return " ".join(part for part in parts if part)


def waiver_lines(work: WaiverWork, moments: Moments) -> list[WaiverLine]:
    """What waits first, then what was decided; slips where words are looked for."""
    lines: list[WaiverLine] = []
    slips = [_of_slip(row) for row in sorted(work.slips, key=_has_nothing_left)]
    pending = [_of_waiver(row, moments) for row in work.pending]
    decided = [_of_waiver(row, moments) for row in work.decided]
    for title, part in ((_SLIPS, slips), (_PENDING, pending), (_DECIDED, decided)):
        if part:
            text = translate("WaiverLines", title)
            lines += [WaiverLine(None, text, amount=str(len(part))), *part]
    return lines


def _has_nothing_left(row: PayableRow) -> bool:
    return not left_to_waive(row.account)


def _of_slip(row: PayableRow) -> WaiverLine:
    left = left_to_waive(row.account)
    note = word(row.state)
    if left is not None:
        note = translate("WaiverLines", _LEFT).format(sum=format_money(left))
    second = f"{row.room}  {row.payer}  {row.content}"
    return WaiverLine((SLIP, row.slip_id), row.number, second, "", note)


def _of_waiver(row: WaiverRow, moments: Moments) -> WaiverLine:
    at = row.decided_at or row.applied_at
    note, tone = moments.write_short(at), Tone.SECOND
    if row.need is not None:
        note = word(row.need.level)
        tone = Tone.WARN if row.split else Tone.SECOND
    return WaiverLine(
        (WAIVER, row.id),
        row.number,
        f"{row.room}  {row.owner_name}  {row.reason}",
        format_money(row.amount),
        note,
        tone,
        status_of_waiver(row.status),
        is_waiting=row.need is not None,
    )


class WaiverList(GroupedList[WaiverLine, Choice]):
    """A press or Enter takes a row up."""

    opened = Signal(object)
    """The choice."""
    heading_height = 34
    row_height = 46

    def paint_heading(self, painter: QPainter, box: QRectF, row: WaiverLine) -> None:
        strong = typeface(BODY, is_strong=True)
        line = box.adjusted(12, 8, -12, 0)
        colours = tokens()
        used = draw_text(painter, line, with_gaps(row.first), strong, colours.text)
        count = line.adjusted(used + 8, 0, 0, 0)
        draw_text(painter, count, row.amount, typeface(BODY), colours.text_second)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: WaiverLine,
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
        if row.status is not None:
            glyph = tone_colour(row.status.glyph_tone)
            top = upper.center().y() - SIZE / 2
            draw_glyph(painter, upper.left(), top, row.status.shape, glyph)
            for part in (upper, lower):
                part.setLeft(part.left() + SIZE + 8)
        used = draw_text(painter, upper, row.amount, font, colours.text, _RIGHT)
        number = upper.adjusted(0, 0, -used - 12, 0)
        draw_text(painter, number, row.first, font, colours.text, may_cut=True)
        note = with_gaps(row.note)
        used = text_width(note, small)
        draw_text(painter, lower, note, small, tone_colour(row.tone), _RIGHT)
        rest = lower.adjusted(0, 0, -used - 12, 0)
        text = with_gaps(row.second)
        draw_text(painter, rest, text, small, colours.text_second, may_cut=True)

    def choices(self) -> list[Choice]:
        """What may be chosen, in order."""
        return [row.choice for row in self.rows() if row.choice is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_enter and is_plain and chosen is not None:
            self.opened.emit(chosen)
        elif event.text().isprintable() and event.text():
            event.ignore()  # something to look for is typed: the tab knows where
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            self.choose(row.choice)
            self.opened.emit(row.choice)
