"""Lists of bars on paper: filled what is complete, hatched what is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports import fonts
from reports.box import MM, Box
from reports.page import Align, Page

DARK = "#17588F"
_HAIR = 0.12 * MM
_HATCH = 1.1 * MM


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a list of bars; ``filled`` stand first, what is left is hatched."""

    name: str
    whole: int
    filled: int
    last: str


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
