"""A row of the day's inspection: what it says, and how it is painted."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.kit.glyph import SIZE, Shape, draw_glyph
from ui.kit.icon import draw_icon
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, INPUT, typeface

HEADING_HEIGHT = 36
ROW_HEIGHT = 52
BOX_ROOM = 28
"""From the left edge of a row to its words, where it can be ticked."""
_SIDE = 8
_BAR = 3
_RIGHT = Qt.AlignmentFlag.AlignRight


class Part(Enum):
    """Which part of the list a row stands in."""

    HEADING = "heading"
    WAITING = "waiting"
    INSPECTED = "inspected"
    FAILURE = "failure"


Key = tuple[Part, int]
"""What tells a row of the walk from all others."""


@dataclass(frozen=True, slots=True)
class WalkRow:
    """One row; a heading has only ``title`` and, at the right, ``when``.

    ``key`` tells rows of one part apart; ``mark`` is what must be seen at once.
    """

    part: Part
    key: int
    title: str
    when: str = ""
    text: str = ""
    who: str = ""
    mark: str = ""
    mark_tone: Tone = Tone.WARN
    title_tone: Tone = Tone.TEXT
    shape: Shape | None = None
    shape_tone: Tone = Tone.SECOND

    @property
    def choice(self) -> Key | None:
        """What is chosen with it; None for a heading."""
        return None if self.part is Part.HEADING else (self.part, self.key)

    @property
    def can_be_ticked(self) -> bool:
        """Whether it may be passed together with others."""
        return self.part is Part.WAITING

    @property
    def spoken(self) -> str:
        """All of it in one line, as it is read aloud."""
        parts = (self.title, self.mark, self.text, self.who, self.when)
        return " ".join(part for part in parts if part)


def paint_heading(painter: QPainter, box: QRectF, row: WalkRow) -> None:
    """An area with how much waits there."""
    line = box.adjusted(_SIDE, 8, -_SIDE, 0)
    strong = typeface(BODY, is_strong=True)
    colour = tone_colour(row.title_tone)
    title = with_gaps(row.title)
    room = line.adjusted(0, 0, -40, 0)
    used = draw_text(painter, room, title, strong, colour, may_cut=True)
    count = line.adjusted(used + 8, 0, 0, 0)
    draw_text(painter, count, row.when, typeface(), tokens().text_second)


def paint_row(
    painter: QPainter,
    box: QRectF,
    row: WalkRow,
    *,
    is_chosen: bool,
    is_over: bool,
    is_ticked: bool,
) -> None:
    """A place with its fault: two lines, the box to tick before them."""
    colours = tokens()
    if is_chosen:
        fill_box(painter, box, 6, colours.chosen)
        bar = QRectF(box.left(), box.top() + 6, _BAR, box.height() - 12)
        fill_box(painter, bar, 1.5, colours.accent)
    elif is_over:
        fill_box(painter, box, 6, colours.hover)
    _paint_box(painter, box, row, is_ticked=is_ticked)
    inner = box.adjusted(_SIDE + BOX_ROOM, 5, -_SIDE, -5)
    half = inner.height() / 2
    first = QRectF(inner.left(), inner.top(), inner.width(), half)
    second = first.translated(0, half)
    when = with_gaps(row.when)
    used = draw_text(painter, first, when, typeface(), colours.text_second, _RIGHT)
    room = first.adjusted(0, 0, -used - 8, 0)
    if row.mark:
        small = typeface(CAPTION, is_strong=True)
        mark = with_gaps(row.mark)
        ink = tone_colour(row.mark_tone)
        width = draw_text(painter, room, mark, small, ink, _RIGHT)
        room.setRight(room.right() - width - 8)
    strong = typeface(INPUT, is_strong=True)
    title = with_gaps(row.title)
    draw_text(painter, room, title, strong, colours.text, may_cut=True)
    small = typeface(CAPTION)
    who = with_gaps(row.who)
    width = min(text_width(who, small) + 1, second.width() * 0.45)
    place = second.adjusted(second.width() - width, 0, 0, 0)
    draw_text(painter, place, who, small, colours.text_third, _RIGHT, may_cut=True)
    room = second.adjusted(0, 0, -width - 8, 0)
    text = with_gaps(row.text)
    draw_text(painter, room, text, typeface(), colours.text_second, may_cut=True)


def box_of(row: QRectF) -> QRectF:
    """Where the box to tick stands in a row."""
    return QRectF(row.left() + _SIDE + 2, row.center().y() - 8, 16, 16)


def _paint_box(
    painter: QPainter, row_box: QRectF, row: WalkRow, *, is_ticked: bool
) -> None:
    colours = tokens()
    box = box_of(row_box)
    if row.shape is not None:
        ink = tone_colour(row.shape_tone)
        y = row_box.center().y() - SIZE / 2
        draw_glyph(painter, box.left() + 1, y, row.shape, ink)
    elif is_ticked:
        fill_box(painter, box, 3, colours.accent_fill)
        draw_icon(painter, "check", box.x() + 1, box.y() + 1, 14, colours.on_accent)
    else:
        fill_box(painter, box, 3, colours.surface, colours.field)
