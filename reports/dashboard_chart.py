"""Bars on paper: filled what is complete, hatched what is not; no colour is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports import fonts
from reports.box import MM, Box
from reports.page import Align, Page

DARK = "#17588F"
_HAIR = 0.12 * MM
_HATCH = 1.1 * MM
_SMALL = 6.0
_STEPS = (1, 2, 3, 4, 6, 8)


@dataclass(frozen=True, slots=True)
class PaperBar:
    """One bar of a course: ``filled`` of ``whole``."""

    text: str
    whole: int
    filled: int


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a list of bars; ``filled`` stand first, what is left is hatched."""

    name: str
    whole: int
    filled: int
    last: str


def nice_top(most: int) -> int:
    """The smallest of 1, 2, 3, 4, 6, 8, 10, 20, 30 … that is not below ``most``."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= most:
                return step * power
        power *= 10


def draw_course(page: Page, box: Box, bars: Sequence[PaperBar]) -> None:
    """Bars side by side, with the axis at the left and the days under them."""
    axis, under = 8 * MM, 4 * MM
    plot = Box(
        box.x + axis, box.y + 3 * MM, box.width - axis, box.height - under - 3 * MM
    )
    top = nice_top(max((bar.whole for bar in bars), default=1))
    for value in sorted({0, top // 2, top} if top % 2 == 0 else {0, top}):
        y = plot.bottom - plot.height * value / top
        # Lines across would run over the bars: what is filled lies under all else.
        right = plot.x + 1.5 * MM if value else plot.right
        page.rule(plot.x, y, right, y, _HAIR)
        at = plot.x - 1.2 * MM
        page.text(at, y + 0.7 * MM, f"{value}", _SMALL, align="right")
    if not bars:
        return
    each = plot.width / len(bars)
    widest = max(fonts.em_width(bar.text, fonts.REGULAR) for bar in bars) * _SMALL
    step = max(1, int(-(-(widest + 2 * MM) // each)))
    for place, bar in enumerate(bars):
        width = min(each * 0.68, 8 * MM)
        left = plot.x + each * place + (each - width) / 2
        unit = plot.height / top
        filled = Box(left, plot.bottom - bar.filled * unit, width, bar.filled * unit)
        if bar.filled:
            page.fill(filled, DARK)
        rest = (bar.whole - bar.filled) * unit
        hatch(page, Box(left, filled.y - rest, width, rest))
        middle = left + width / 2
        if bar.whole and each > 3.2 * MM:
            over = filled.y - rest - 0.8 * MM
            page.text(middle, over, f"{bar.whole}", 5.5, align="centre")
        if (len(bars) - 1 - place) % step == 0:
            baseline = plot.bottom + 3 * MM
            page.text(middle, baseline, bar.text, _SMALL, align="centre")


def draw_lines(
    page: Page,
    box: Box,
    heads: tuple[str, str, str],
    lines: Sequence[PaperLine],
    height: float,
) -> None:
    """A list of bars under its headings; each line is ``height`` high."""
    titles = _parts(box.from_top(height))
    for part, text, align in zip(
        (titles[0], titles[2], titles[3]), heads, _ALIGNS, strict=True
    ):
        page.line_in(part, text, 6.5, least=4, align=align)
    page.rule(box.x, box.y + height, box.right, box.y + height, _HAIR)
    most = max((line.whole for line in lines), default=1) or 1
    for place, line in enumerate(lines):
        row = Box(box.x, box.y + height * (place + 1), box.width, height)
        name, bar, count, last = _parts(row)
        page.line_in(name, line.name, 7, least=4.5)
        unit = bar.width / most
        slim = Box(bar.x, row.y + height * 0.26, line.filled * unit, height * 0.48)
        if line.filled:
            page.fill(slim, DARK)
        rest = (line.whole - line.filled) * unit
        hatch(page, slim._replace(x=slim.right, width=rest))
        font = fonts.SEMIBOLD
        page.line_in(count, f"{line.whole}", 7, font=font, align="right")
        page.line_in(last, line.last, 7, least=5, align="right")


def heading(page: Page, box: Box, text: str, aside: str = "") -> Box:
    """A title over a part; answers with what is left under it."""
    page.rule(box.x, box.y, box.right, box.y, 0.2 * MM)
    used = page.text(box.x, box.y + 4.4 * MM, text, 9, font=fonts.SEMIBOLD)
    if aside:
        page.text(box.x + used + 2 * MM, box.y + 4.4 * MM, aside, 6.5)
    return box._replace(y=box.y + 6 * MM, height=box.height - 6 * MM)


_ALIGNS: tuple[Align, Align, Align] = ("left", "right", "right")


def hatch(page: Page, box: Box) -> None:
    """Slanting lines in a frame."""
    if box.width <= 0 or box.height <= 0:
        return
    page.frame(box, _HAIR)
    start = _HATCH
    while start < box.width + box.height:
        # From the left or lower edge up to the upper or right one.
        x1 = box.x + max(0.0, start - box.height)
        y1 = box.y + min(start, box.height)
        x2 = box.x + min(start, box.width)
        y2 = box.y + max(0.0, start - box.width)
        page.rule(x1, y1, x2, y2, _HAIR)
        start += _HATCH


def _parts(row: Box) -> tuple[Box, Box, Box, Box]:
    """Where the name, the bar, the count and the last column stand."""
    name, bar, count, last = row.columns(30, 36, 12, 22)
    return name.inset(0.4 * MM, 0), bar.inset(0.6 * MM, 0), count, last
