"""A line of the finance room that stands for a slip, and how it is painted."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from models.money import format_money
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, hairline, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, INPUT, typeface

HEADING_HEIGHT = 40
ROW_HEIGHT = 30
_SIDE = 8
_BAR = 3
_GAP = 12
_NUMBER = 112
_DAY = 46
_ROOM = 132
_ROOM_FROM = 560
"""Narrower lists leave the room out."""
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A slip of ``part``; a heading has no ``slip_id``, its title is ``number``.

    ``slip_id`` 0 is a line that is about no slip. ``mark`` is what must be seen at
    once, in ``tone``.
    """

    part: str
    number: str
    slip_id: int | None = None
    key: int = 0
    """Tells lines of one slip in one part apart."""
    day: str = ""
    room: str = ""
    text: str = ""
    mark: str = ""
    tone: Tone = Tone.SECOND
    amount: Decimal | None = None
    number_tone: Tone = Tone.TEXT

    @property
    def choice(self) -> tuple[str, int, int] | None:
        """What is chosen with it; None for a heading."""
        return None if self.slip_id is None else (self.part, self.slip_id, self.key)

    @property
    def money(self) -> str:
        """The amount as it is shown."""
        return "" if self.amount is None else format_money(self.amount)

    @property
    def spoken(self) -> str:
        """All of it in one line, as it is read aloud."""
        parts = (self.number, self.day, self.room, self.text, self.mark, self.money)
        return " ".join(part for part in parts if part)


def paint_heading(painter: QPainter, box: QRectF, line: SlipLine) -> None:
    """The name of a group, how much stands in it, and its sum."""
    colours = tokens()
    inner = box.adjusted(_SIDE, 8, -_SIDE, 0)
    strong = typeface(INPUT, is_strong=True)
    ink = tone_colour(line.tone) if line.tone is not Tone.SECOND else colours.text
    used = draw_text(painter, inner, line.money, strong, colours.text, _RIGHT)
    room = inner.adjusted(0, 0, -used - _GAP, 0)
    title = with_gaps(line.number)
    used = draw_text(painter, room, title, strong, ink, may_cut=True)
    room.setLeft(room.left() + used + _GAP)
    small = typeface(CAPTION)
    text = with_gaps(line.text)
    draw_text(painter, room, text, small, colours.text_second, may_cut=True)
    hairline(painter, box.left() + _SIDE, box.bottom(), inner.right(), colours.line)


def paint_row(
    painter: QPainter,
    box: QRectF,
    line: SlipLine,
    *,
    is_chosen: bool,
    is_over: bool,
) -> None:
    """One line: number, day, room, what it is about, mark, amount."""
    colours = tokens()
    if is_chosen:
        fill_box(painter, box, 6, colours.chosen)
        bar = QRectF(box.left(), box.top() + 4, _BAR, box.height() - 8)
        fill_box(painter, bar, 1.5, colours.accent)
    elif is_over:
        fill_box(painter, box, 6, colours.hover)
    room = box.adjusted(_SIDE, 0, -_SIDE, 0)
    plain = typeface(BODY)
    if line.amount is not None:
        ink = colours.bad if line.amount < 0 else colours.text
        used = draw_text(painter, room, line.money, plain, ink, _RIGHT)
        room.setRight(room.right() - used - _GAP)
    number = QRectF(room.left(), room.top(), _NUMBER, room.height())
    ink = tone_colour(line.number_tone)
    draw_text(painter, number, with_gaps(line.number), plain, ink, may_cut=True)
    room.setLeft(number.right() + 4)
    if line.day:
        width = max(_DAY, text_width(line.day, plain) + 1)
        day = QRectF(room.left(), room.top(), width, room.height())
        draw_text(painter, day, line.day, plain, colours.text_second, may_cut=True)
        room.setLeft(day.right() + 8)
    has_more = bool(line.text or line.mark)
    if line.room and (box.width() >= _ROOM_FROM or not has_more):
        place = QRectF(room.left(), room.top(), _ROOM, room.height())
        name = with_gaps(line.room)
        draw_text(painter, place, name, plain, colours.text, may_cut=True)
        room.setLeft(room.left() + _ROOM + 8)
    if line.mark:
        strong = typeface(BODY, is_strong=line.tone in (Tone.WARN, Tone.BAD))
        mark = with_gaps(line.mark)
        align = _RIGHT if line.text else Qt.AlignmentFlag.AlignLeft
        ink = tone_colour(line.tone)
        used = draw_text(painter, room, mark, strong, ink, align, may_cut=True)
        room.setRight(room.right() - used - _GAP)
    if line.text and room.width() > 24:
        text = with_gaps(line.text)
        draw_text(painter, room, text, plain, colours.text_second, may_cut=True)
