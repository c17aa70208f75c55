"""The face of a repair slip: fields in rows, rows in a stack, alike on every paper.

A face is a stack of blocks; blocks give way to each other so that the longest text
still fits. Nothing is grey and nothing is reversed on a form of several plies.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.text import Translate
from reports import fonts
from reports.box import MM, Box
from reports.page import BLACK, Page
from reports.paragraph import needed_height
from reports.slip_fields import Cell, Fields
from reports.slip_paper import SlipForm

OUTLINE = 0.5 * MM
PAD = 1.6 * MM
_DARK = "#3A3D42"


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes of one paper, in pt. ``least`` is the smallest a value may shrink to."""

    title: float
    centre: float
    number: float
    label: float
    value: float
    small: float
    least: float
    qr: float
    urgent: tuple[float, float]
    is_impact: bool
    has_years: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Part of the stack: the height it would like, the least that shows all of it,
    how to draw it, and the least it may be left with when everything is too long.
    """

    height: float
    least: float
    draw: Callable[[Box], None]
    floor: float = 0

    def __post_init__(self) -> None:
        if not self.floor:
            object.__setattr__(self, "floor", self.least)


class Face:
    """Draws the fields of one slip on a page."""

    def __init__(
        self, page: Page, form: SlipForm, translate: Translate, style: Style
    ) -> None:
        self.page = page
        self.form = form
        self.style = style
        self.translate = translate
        self.fields = Fields(form, translate, style.has_years)
        self.label_colour = BLACK if style.is_impact else _DARK

    def stack(self, box: Box, blocks: Sequence[Block]) -> None:
        """Fill a box with blocks from the top; rules between, an outline around."""
        y = box.y
        for block, height in zip(blocks, _shared(blocks, box.height), strict=True):
            if y > box.y:
                self.page.rule(box.x, y, box.right, y)
            block.draw(box._replace(y=y, height=height))
            y += height
        self.page.frame(box, OUTLINE)

    def row(self, width: float, height: float, least: float, *cells: Cell) -> Block:
        """A block of fields side by side, wider and higher where a text is long."""
        widths = self._widths(cells, width)
        wanted, floor = height, least
        for cell, room in zip(cells, widths, strict=True):
            if self._need(cell) > room + 1:
                wanted = max(wanted, self._height(cell, room, self.style.small))
                least = max(least, self._height(cell, room, self.style.least))

        def draw(box: Box) -> None:
            boxes = box.columns(*widths)
            for cell, part in zip(cells, boxes, strict=True):
                self.field(part, cell)
            for part in boxes[1:]:
                self.page.rule(part.x, part.y, part.x, part.bottom)

        return Block(max(wanted, least), least, draw, floor)

    def long_row(
        self, width: float, heights: tuple[float, float, float], cell: Cell
    ) -> Block:
        """A block of one long text; heights: least, usual, most."""
        least, usual, most = heights
        wanted = self._height(cell, width, self.style.value) + MM
        tight = self._height(cell, width, self.style.least)
        return Block(
            max(usual, min(wanted, most)),
            max(least, min(tight, most)),
            lambda box: self.field(box, cell),
        )

    def field(self, box: Box, cell: Cell) -> None:
        """A label and its value beside it, the value on several lines if it must."""
        style = self.style
        label_width = self._label_width(cell.label, box.width, cell.text)
        room = Box(
            box.x + label_width,
            box.y + 0.5 * MM,
            box.width - label_width - PAD,
            box.height - MM,
        )
        first_line = box
        if cell.text:
            printed = self.page.paragraph_in(
                room, cell.text, style.value, least=style.least, font=cell.font
            )
            if len(printed.lines) > 1:
                top = room.y + (room.height - printed.height) / 2
                first_line = Box(box.x, top, box.width, printed.size)
        self.label(first_line, cell.label, label_width)

    def label(self, box: Box, text: str, width: float | None = None) -> None:
        """A label in the middle of a box's height, at its left."""
        room = (width or box.width) - 2 * PAD
        self.page.line_in(
            box._replace(x=box.x + PAD, width=room),
            text,
            self.style.label,
            colour=self.label_colour,
        )

    def signed_field(self, box: Box, label: str, text: str = "") -> None:
        """A place to sign: the label at the top, what is known already under it."""
        line = self.style.label * 1.6
        self.label(box.from_top(line + MM), label)
        if text:
            room = box.inset(PAD, 0.6 * MM).from_bottom(box.height - line - 1.6 * MM)
            self.page.paragraph_in(room, text, self.style.small, least=self.style.least)

    def choices(
        self, box: Box, label: str, words: Sequence[tuple[str, bool]], *, down: bool
    ) -> None:
        """A label and boxes to tick, beside each other or one below the other."""
        label_width = self._label_width(label, box.width)
        self.label(box, label, label_width)
        area = box._replace(x=box.x + label_width, width=box.width - label_width)
        size = self.style.value
        ems = [1.35 + fonts.em_width(word, fonts.REGULAR) for word, _ in words]
        if not down:
            most = area.width - PAD - 1.5 * MM * (len(words) - 1)
            size = min(size, most / sum(ems))
        side, gap = size * 0.95, size * 0.4
        widths = [em * size for em in ems]
        if down:
            places = area.rows(*[1] * len(words))
        else:
            free = max(area.width - PAD - sum(widths), 0)
            between = min(free / max(len(words) - 1, 1), 4.5 * MM)
            x, places = area.x, []
            for width in widths:
                places.append(area._replace(x=x, width=width))
                x += width + between
        for place, (word, is_ticked) in zip(places, words, strict=True):
            middle = place.y + place.height / 2
            self.page.tick_box(place.x, middle, side, is_ticked=is_ticked)
            room = place._replace(x=place.x + side + gap, width=area.right - place.x)
            self.page.line_in(room, word, size)

    def _label_width(self, label: str, width: float, text: str = " ") -> float:
        wanted = fonts.em_width(label, fonts.REGULAR) * self.style.label + 2 * PAD
        return min(wanted, width * 0.5 if text else width)

    def _need(self, cell: Cell) -> float:
        text = fonts.em_width(cell.text, cell.font) * self.style.value
        label = fonts.em_width(cell.label, fonts.REGULAR) * self.style.label
        return text + label + 3 * PAD

    def _height(self, cell: Cell, width: float, size: float) -> float:
        """What the cell needs if its text is broken into lines at ``size``."""
        room = width - self._label_width(cell.label, width) - PAD
        return needed_height(cell.text, room, size, cell.font) + 1.6 * MM

    def _widths(self, cells: Sequence[Cell], width: float) -> list[float]:
        """Shares of a row; a long text takes from those that have room to give.

        Where all together want more than there is, the short ones get what they
        need and the long ones share the rest.
        """
        needs = [self._need(cell) + 0.5 for cell in cells]
        if sum(needs) > width:
            widths, rest = [0.0] * len(cells), width
            order = sorted(range(len(cells)), key=needs.__getitem__)
            for waiting, index in zip(range(len(cells), 0, -1), order, strict=True):
                widths[index] = min(needs[index], rest / waiting)
                rest -= widths[index]
            return widths
        total = sum(cell.share for cell in cells)
        widths = [width * cell.share / total for cell in cells]
        lack = sum(max(need - has, 0) for need, has in zip(needs, widths, strict=True))
        spare = sum(max(has - need, 0) for need, has in zip(needs, widths, strict=True))
        if not lack:
            return widths
        return [
            need if need > has else has - (has - need) * lack / spare
            for need, has in zip(needs, widths, strict=True)
        ]


def _shared(blocks: Sequence[Block], total: float) -> list[float]:
    """Heights that fill ``total``: what is over or missing is shared by what gives."""
    high = [block.height for block in blocks]
    low = [block.least for block in blocks]
    if sum(low) > total:
        high, low = low, [block.floor for block in blocks]
    give = [most - least for most, least in zip(high, low, strict=True)]
    part = (total - sum(high)) / (sum(give) or 1)
    return [most + each * part for most, each in zip(high, give, strict=True)]
