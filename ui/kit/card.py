"""A card: what it says, and how it is painted, narrow in a column or wide in a list."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.kit.glyph import SIZE, Shape, draw_glyph
from ui.kit.icon import draw_icon
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, CARD, typeface

GAP = 8
"""Under every card, inside its row."""
PADDING = 12
TITLE_LINE = 20
LINE = 24
NOTE_LINE = 20
WIDE_HEIGHT = 48
RING = 16
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class CardFace:
    """What one card says.

    ``per_mille`` draws a ring that fills in place of the glyph; ``who`` stands at the
    right of the status; ``tag`` is the urgent mark, ``fresh`` the mark of what is new.
    """

    id: int
    title: str
    text: str
    when: str
    status: str
    shape: Shape = Shape.DASHED
    shape_tone: Tone = Tone.SECOND
    status_tone: Tone = Tone.SECOND
    per_mille: int | None = None
    who: str = ""
    who_tone: Tone = Tone.TEXT
    note: str = ""
    note_tone: Tone = Tone.SECOND
    tag: str = ""
    fresh: str = ""
    when_tone: Tone = Tone.SECOND

    @property
    def spoken(self) -> str:
        """All of it in one line, as it is read aloud."""
        parts = (
            self.title,
            self.fresh,
            self.tag,
            self.text,
            self.status,
            self.who,
            self.note,
            self.when,
        )
        return " ".join(part for part in parts if part)


def card_height(face: CardFace, *, is_wide: bool) -> int:
    """How high a card is with the gap under it."""
    if is_wide:
        return WIDE_HEIGHT + GAP
    note = NOTE_LINE if face.note else 0
    return 2 * PADDING + TITLE_LINE + 2 * LINE - 2 + note + GAP


def card_size(face: CardFace, *, is_wide: bool) -> QSize:
    """The size a view gives the row."""
    return QSize(120, card_height(face, is_wide=is_wide))


def paint_card(
    painter: QPainter,
    row: QRectF,
    face: CardFace,
    *,
    is_chosen: bool,
    is_over: bool,
    is_wide: bool,
) -> None:
    """Draw a card into its row."""
    colours = tokens()
    box = row.adjusted(0, 0, 0, -GAP)
    ground = colours.hover if is_over else colours.surface
    fill_box(painter, box, 8, ground, colours.line)
    if face.fresh:
        fill_box(painter, box, 8, colours.chosen, colours.line)
    if is_chosen:
        fill_box(painter, box, 8, None, colours.accent, 2)
    if is_wide:
        _paint_wide(painter, box, face)
    else:
        _paint_narrow(painter, box, face)


def _paint_narrow(painter: QPainter, box: QRectF, face: CardFace) -> None:
    inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
    line = QRectF(inner.left(), inner.top(), inner.width(), TITLE_LINE)
    when = with_gaps(face.when)
    is_loud = face.when_tone is not Tone.SECOND
    font = typeface(BODY, is_strong=is_loud)
    used = draw_text(painter, line, when, font, tone_colour(face.when_tone), _RIGHT)
    _paint_title(painter, line.adjusted(0, 0, -used - 8, 0), face)
    line = QRectF(inner.left(), line.bottom() + 2, inner.width(), LINE - 2)
    text = with_gaps(face.text)
    draw_text(painter, line, text, typeface(), tokens().text, may_cut=True)
    line = QRectF(inner.left(), line.bottom() + 2, inner.width(), LINE - 2)
    _paint_status(painter, line, face)
    if face.note:
        line = QRectF(inner.left(), line.bottom(), inner.width(), NOTE_LINE)
        _paint_note(painter, line, face)


def _paint_wide(painter: QPainter, box: QRectF, face: CardFace) -> None:
    inner = box.adjusted(PADDING, 0, -PADDING, 0)
    font = typeface(BODY, is_strong=face.when_tone is not Tone.SECOND)
    when = with_gaps(face.when)
    colour = tone_colour(face.when_tone)
    used = draw_text(painter, inner, when, font, colour, _RIGHT)
    width = inner.width() - max(used + 12, 84.0)

    def part(start: float, end: float) -> QRectF:
        left = inner.left() + width * start
        return QRectF(left, inner.top(), width * (end - start) - 12, inner.height())

    _paint_title(painter, part(0, 0.19), face)
    text = with_gaps(face.text)
    draw_text(painter, part(0.19, 0.42), text, typeface(), tokens().text, may_cut=True)
    _paint_note(painter, part(0.42, 0.58), face)
    _paint_status(painter, part(0.58, 1), face)


def _paint_title(painter: QPainter, line: QRectF, face: CardFace) -> None:
    tags = [(word, is_alarm) for word, is_alarm in _tags(face) if word]
    room = sum(_tag_width(word, is_alarm) + 6 for word, is_alarm in tags)
    font = typeface(CARD, is_strong=True)
    place = line.adjusted(0, 0, -room, 0)
    title = with_gaps(face.title)
    x = line.left() + draw_text(
        painter, place, title, font, tokens().text, may_cut=True
    )
    for word, is_alarm in tags:
        x += 8
        x += _paint_tag(painter, x, line.center().y(), word, is_alarm=is_alarm)


def _tags(face: CardFace) -> tuple[tuple[str, bool], tuple[str, bool]]:
    return (face.tag, True), (face.fresh, False)


def _tag_width(word: str, is_alarm: bool) -> float:
    width = text_width(with_gaps(word), typeface(CAPTION, is_strong=True)) + 14
    return width + (16 if is_alarm else 0) + 2


def _paint_tag(
    painter: QPainter, x: float, middle: float, word: str, *, is_alarm: bool
) -> float:
    colours = tokens()
    ink = colours.bad if is_alarm else colours.on_accent
    ground = colours.bad_soft if is_alarm else colours.accent_fill
    width = _tag_width(word, is_alarm) - 2
    box = QRectF(x, middle - 10, width, 20)
    fill_box(painter, box, 4, ground)
    left = x + 7
    if is_alarm:
        draw_icon(painter, "siren", left, middle - 6, 12, ink)
        left += 16
    font = typeface(CAPTION, is_strong=True)
    place = QRectF(left, box.top(), box.right() - left + 1, box.height())
    draw_text(painter, place, with_gaps(word), font, ink)
    return width


def _paint_status(painter: QPainter, line: QRectF, face: CardFace) -> None:
    who = with_gaps(face.who)
    strong = typeface(BODY, is_strong=face.who_tone is Tone.ACCENT)
    left = line.left()
    middle = line.center().y()
    colour = tone_colour(face.shape_tone)
    if face.per_mille is None:
        draw_glyph(painter, left, middle - SIZE / 2, face.shape, colour)
        left += SIZE + 6
    else:
        draw_ring(painter, left, middle - RING / 2, face.per_mille, colour)
        left += RING + 6
    is_loud = face.status_tone is not Tone.SECOND
    font = typeface(CAPTION, is_strong=is_loud)
    place = QRectF(left, line.top(), line.right() - left, line.height())
    status = with_gaps(face.status)
    used = draw_text(painter, place, status, font, tone_colour(face.status_tone))
    # Several names give way to the clock; all of them are in the tip.
    room = place.adjusted(used + 8, 0, 0, 0)
    if room.width() > 20:
        colour = tone_colour(face.who_tone)
        draw_text(painter, room, who, strong, colour, _RIGHT, may_cut=True)


def _paint_note(painter: QPainter, line: QRectF, face: CardFace) -> None:
    note = with_gaps(face.note)
    colour = tone_colour(face.note_tone)
    draw_text(painter, line, note, typeface(CAPTION), colour, may_cut=True)


def draw_ring(
    painter: QPainter, x: float, y: float, per_mille: int, colour: str
) -> None:
    """A ring of 16 px on its track, filled from the top; the words beside it say it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(x, y, RING, RING).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(QColor(tokens().track), 2.6))
    painter.drawEllipse(box)
    pen = QPen(QColor(colour), 2.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(box, 90 * 16, -(per_mille * 360 * 16) // 1000)
    painter.restore()
