"""A PDF page drawn from its top left corner: rules, boxes, text, codes, page number.

All measures in pt. The same drawing gives the same bytes. Marks of one kind are
gathered and written together: that is what makes a batch of slips quick.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, BinaryIO, Literal

from reportlab.pdfgen.canvas import Canvas

from reports import fonts
from reports.box import MM, Box, Size
from reports.paragraph import LEADING, Paragraph, fit

HAIRLINE = 0.28 * MM
"""Two dots of a 24-pin head; a line of one would be lost on the fourth ply."""
BLACK = "#000000"
WHITE = "#FFFFFF"

Align = Literal["left", "centre", "right"]

_NO_FACE = ("", 0.0)
_MIDDLE = 0.38
"""Height of the middle of Han above the baseline, in sizes."""
_TO_SIGN = 14 * MM
"""What a printed name leaves of the line that is signed."""


class Page:
    """A pen on the pages of one PDF file; ``close`` writes the file.

    Raises ``fonts.FontMissing``. ``cut_texts`` tells what ended with … for want of
    room, so that a caller can say where the rest stands.
    """

    def __init__(self, out: BinaryIO, size: Size, *, title: str) -> None:
        fonts.load()
        self.size = size
        self.cut_texts: list[str] = []
        first_font: Any = fonts.REGULAR  # or a Helvetica that is not embedded
        self._canvas = Canvas(
            out,
            pagesize=size,
            initialFontName=first_font,
            pageCompression=1,
            invariant=1,
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor("")
        self._canvas.setCreator("Silian")
        self._document: Any = getattr(self._canvas, "_doc")  # noqa: B009
        self._count_shared = 0
        self._start()

    def _start(self) -> None:
        self._under: list[str] = []
        self._rules: dict[float, list[str]] = defaultdict(list)
        self._over: list[str] = []
        self._text: list[str] = []
        self._colour = BLACK
        self._face = _NO_FACE
        self._has_shared = False

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        font: str = fonts.REGULAR,
        align: Align = "left",
        colour: str = BLACK,
    ) -> float:
        """Print one line as it is, starting, centred or ending at ``x``.

        Answers with its width.
        """
        width = fonts.em_width(text, font) * size
        if align == "centre":
            x -= width / 2
        elif align == "right":
            x -= width
        self._use_colour(colour)
        for name, piece in fonts.runs(text, font):
            self._put(x, baseline, piece, name, size)
            x += fonts.em_width(piece, name) * size
        return width

    def signed(
        self, x: float, right: float, baseline: float, text: str, size: float
    ) -> float:
        """Print who signs and answer with the end of it; a long name shrinks, so that
        there is room up to ``right`` to sign in.
        """
        room = right - x - _TO_SIGN
        width = fonts.em_width(text, fonts.REGULAR) * size
        return x + self.text(x, baseline, text, size * min(1, room / width))

    def line_in(
        self,
        box: Box,
        text: str,
        size: float,
        *,
        least: float = 0,
        font: str = fonts.REGULAR,
        align: Align = "left",
        colour: str = BLACK,
    ) -> None:
        """Print a short text on one line in the middle of a box's height.

        Where it is too long it shrinks to ``least`` (given 0: as far as it must).
        """
        width = fonts.em_width(text, font) * size
        if width > box.width:
            size = max(size * box.width / width, least)
        baseline = box.y + box.height / 2 + _MIDDLE * size
        x = _edge(box, align)
        self.text(x, baseline, text, size, font=font, align=align, colour=colour)

    def paragraph_in(
        self,
        box: Box,
        text: str,
        size: float,
        *,
        least: float,
        font: str = fonts.REGULAR,
        align: Align = "left",
        at_top: bool = False,
        colour: str = BLACK,
    ) -> Paragraph:
        """Print a text into a box on as many lines as it needs and has room for.

        It shrinks to ``least``; what is longer still ends with … and is told in
        ``cut_texts``.
        """
        paragraph = fit(text, box.width, box.height, size=size, least=least, font=font)
        if not paragraph.is_whole:
            self.cut_texts.append(text)
        top = box.y if at_top else box.y + (box.height - paragraph.height) / 2
        baseline = top + (0.5 + _MIDDLE) * paragraph.size
        for line in paragraph.lines:
            self.text(
                _edge(box, align),
                baseline,
                line,
                paragraph.size,
                font=font,
                align=align,
                colour=colour,
            )
            baseline += LEADING * paragraph.size
        return paragraph

    def turned_text(self, box: Box, text: str, size: float, colour: str) -> None:
        """Print one line in the middle of a tall box: Han one below the other, any
        other writing turned to run upwards.
        """
        middle = box.x + box.width / 2
        if all(len(character.encode()) > 2 for character in text if character != " "):
            steps = [0.6 if character == " " else 1.3 for character in text]
            size = min(size, box.height / max(sum(steps), 1))
            y = box.y + (box.height - sum(steps) * size) / 2
            for character, step in zip(text, steps, strict=True):
                centre = y + step * size / 2
                self.text(
                    middle,
                    centre + _MIDDLE * size,
                    character.strip(),
                    size,
                    font=fonts.SEMIBOLD,
                    align="centre",
                    colour=colour,
                )
                y += step * size
            return
        width = fonts.em_width(text, fonts.SEMIBOLD) * size
        x, y = middle + _MIDDLE * size, box.y + (box.height + width) / 2
        self._use_colour(colour)
        for name, piece in fonts.runs(text, fonts.SEMIBOLD):
            self._put(x, y, piece, name, size, turned=True)
            y -= fonts.em_width(piece, name) * size

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float = HAIRLINE
    ) -> None:
        """Draw a straight line."""
        height = self.size.height
        self._rules[width].append(
            f"{x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l"
        )

    def frame(self, box: Box, width: float = HAIRLINE) -> None:
        """Draw the outline of a box."""
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        half = width / 2  # square corners: each line covers the end of its neighbour
        self.rule(x - half, y, right + half, y, width)
        self.rule(x - half, bottom, right + half, bottom, width)
        self.rule(x, y, x, bottom, width)
        self.rule(right, y, right, bottom, width)

    def fill(self, box: Box, colour: str) -> None:
        """Cover a box with a colour, under everything else on the page."""
        y = self.size.height - box.bottom
        self._under.append(
            f"{_ink(colour)} {box.x:.2f} {y:.2f} {box.width:.2f} {box.height:.2f} re f"
        )

    def tick_box(self, x: float, middle: float, side: float, *, is_ticked: bool) -> Box:
        """Draw a box to be ticked by hand, or ticked already; answers with the box."""
        box = Box(x, middle - side / 2, side, side)
        self.frame(box, 0.35 * MM)
        if is_ticked:
            points = [(0.2, 0.52), (0.42, 0.75), (0.84, 0.24)]
            (x1, y1), (x2, y2), (x3, y3) = (
                (box.x + side * right, box.y + side * down) for right, down in points
            )
            self.rule(x1, y1, x2, y2, 0.5 * MM)
            self.rule(x2, y2, x3, y3, 0.5 * MM)
        return box

    def signature_line(self, x: float, right: float, baseline: float) -> None:
        """Draw the line that somebody signs on."""
        self.rule(x, baseline, right, baseline, 0.2 * MM)

    def bars(self, box: Box, across: float, down: float, marks: Sequence[str]) -> None:
        """Fill black rectangles given as ``x y width height`` in steps of a grid.

        The grid has ``across`` × ``down`` steps in the box, counted from its lower
        left corner; all of them are one path, so that no seam shows between them.
        """
        bottom = self.size.height - box.bottom
        self._over.append(
            f"q {box.width / across:.5f} 0 0 {box.height / down:.5f} "
            f"{box.x:.3f} {bottom:.3f} cm {' re '.join(marks)} re f Q"
        )

    def page_number(
        self, right: float, baseline: float, text: str, number: int, count: int
    ) -> None:
        """Print ``text`` with its {number} and {count}, ending at ``right``."""
        text = text.format(number=number, count=count)
        self.text(right, baseline, text, 8, align="right")

    @contextmanager
    def shared(self) -> Iterator[str]:
        """Within it, draw what several pages share; ``put`` takes its answer.

        Only on a page with nothing on it yet.
        """
        self._count_shared += 1
        name = f"shared{self._count_shared}"
        self._canvas.beginForm(name)
        yield name
        self._write()
        self._canvas.endForm()
        self._start()

    def put(self, name: str, down: float = 0) -> None:
        """Put what was drawn as shared on this page, moved ``down``."""
        self._canvas.saveState()
        self._canvas.translate(0, -down)
        self._canvas.doForm(name)
        self._canvas.restoreState()
        self._has_shared = True

    def next(self) -> None:
        """Finish this page; what is drawn now stands on another."""
        self._write()
        self._canvas.showPage()
        self._start()

    def close(self) -> None:
        """Finish the last page, if anything is on it, and write the file."""
        if self._has_shared or self._face != _NO_FACE or self._rules or self._over:
            self.next()
        self._canvas.save()

    def _put(
        self,
        x: float,
        baseline: float,
        text: str,
        font: str,
        size: float,
        *,
        turned: bool = False,
    ) -> None:
        # as reportlab's own text object would, but for half of its time
        used = fonts.open_font(font)
        direction = "0 1 -1 0" if turned else "1 0 0 1"
        place = f"{direction} {x:.2f} {self.size.height - baseline:.2f} Tm"
        for subset, codes in used.splitString(text, self._document):
            face = (used.getSubsetInternalName(subset, self._document), size)
            if self._face != face:
                self._text.append(f"{face[0]} {size:g} Tf")
                self._face = face
            self._text.append(f"{place} <{codes.hex()}> Tj")
            place = ""  # the next subset goes on where this one ended

    def _use_colour(self, colour: str) -> None:
        if self._colour != colour:
            self._text.append(_ink(colour))
            self._colour = colour

    def _write(self) -> None:
        write = self._canvas.addLiteral
        write("\n".join([*self._under, _ink(BLACK), *self._over]))
        for width, lines in self._rules.items():
            write(f"{width:.3f} w {' '.join(lines)} S")
        write("\n".join(["BT", *self._text, "ET"]))


def _edge(box: Box, align: Align) -> float:
    """Where a text stands that begins, is centred or ends in a box."""
    part = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    return box.x + box.width * part


@cache
def _ink(colour: str) -> str:
    """The operator that fills with a colour given as ``#RRGGBB``."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(f"{part:.3f}" for part in parts) + " rg"
