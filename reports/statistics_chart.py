"""Charts of the statistics in vectors: columns of two series, and a Pareto."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from reports import fonts
from reports.box import MM, Box
from reports.page import Page

_PALE, _DARK, _LINE = "#BFD3E6", "#2F5D8A", "#000000"
_GREY = "#8A8A8A"
_SIZE = 6.5
_NAMES = 4 * MM
_TWO_LINES = 6.4 * MM
_HEAD = 6 * MM
_STROKE = 0.35 * MM
_MARK = 1.2 * MM
_PER_CENT = 7.5 * MM
"""Room for the scale of the line at the right of a Pareto."""


def draw_columns(
    page: Page,
    box: Box,
    title: str,
    legend: tuple[str, str],
    names: Sequence[str],
    outer: Sequence[int],
    inner: Sequence[int],
) -> None:
    """Wide pale columns with narrow dark ones inside; the wide ones carry figures."""
    plot = _frame(page, box, title, ((_PALE, legend[0]), (_DARK, legend[1])))
    top = max([*outer, 1])
    _scale(page, plot, top)
    step = plot.width / max(len(names), 1)
    every = _every(names, step, 1.5 * MM)
    every_count = _every([str(count) for count in outer], step, 0.5 * MM)
    for place, (name, high, low) in enumerate(zip(names, outer, inner, strict=True)):
        x = plot.x + place * step
        _column(page, plot, x + 0.1 * step, 0.8 * step, high, top, _PALE)
        _column(page, plot, x + 0.28 * step, 0.44 * step, low, top, _DARK)
        middle = x + step / 2
        if place % every == 0:
            page.text(middle, plot.bottom + 2.8 * MM, name, _SIZE, align="centre")
        if high and place % every_count == 0:
            y = plot.bottom - plot.height * high / top - 0.6 * MM
            page.text(middle, y, str(high), _SIZE, align="centre")


def draw_pareto(
    page: Page,
    box: Box,
    title: str,
    legend: tuple[str, str],
    names: Sequence[str],
    counts: Sequence[int],
    running: Sequence[Decimal],
) -> None:
    """Columns from the largest down, and the line of what they make together."""
    plot = _frame(page, box, title, ((_DARK, legend[0]), (_LINE, legend[1])))
    plot = plot._replace(
        width=plot.width - _PER_CENT, height=plot.height - _TWO_LINES + _NAMES
    )
    top = max([*counts, 1])
    _scale(page, plot, top)
    for part in (0, 50, 100):
        y = plot.bottom - plot.height * part / 100
        right = plot.right + _PER_CENT
        page.text(right, y + 0.8 * MM, f"{part} %", _SIZE, align="right", colour=_GREY)
    step = plot.width / max(len(names), 1)
    before: tuple[float, float] | None = None
    for place, (name, count, share) in enumerate(
        zip(names, counts, running, strict=True)
    ):
        x = plot.x + place * step
        _column(page, plot, x + 0.2 * step, 0.6 * step, count, top, _DARK)
        middle = x + step / 2
        y = plot.bottom - plot.height * count / top
        page.text(middle, y - 0.6 * MM, str(count), _SIZE, align="centre")
        label = Box(x, plot.bottom + 0.6 * MM, step, _TWO_LINES - 0.6 * MM)
        page.paragraph_in(label, name, _SIZE, least=4.5, align="centre", at_top=True)
        point = middle, plot.bottom - plot.height * int(share * 100) / 10_000
        if before is not None:
            _stroke(page, before, point)
        mark = Box(point[0] - _MARK / 2, point[1] - _MARK / 2, _MARK, _MARK)
        page.fill(mark, _LINE)
        before = point


def _frame(page: Page, box: Box, title: str, legend: Sequence[tuple[str, str]]) -> Box:
    """Title and legend; answers with the room of the columns."""
    page.text(box.x, box.y + 3.4 * MM, title, 8.5, font=fonts.SEMIBOLD)
    right = box.right
    for colour, word in reversed(legend):
        width = fonts.em_width(word, fonts.REGULAR) * _SIZE
        page.text(right, box.y + 3.4 * MM, word, _SIZE, align="right")
        right -= width + 3.2 * MM
        page.fill(Box(right, box.y + 1.2 * MM, 2.4 * MM, 2.4 * MM), colour)
        right -= 2.5 * MM
    left = 8 * MM
    return Box(
        box.x + left,
        box.y + _HEAD + 2 * MM,
        box.width - left,
        box.height - _HEAD - 2 * MM - _NAMES,
    )


def _scale(page: Page, plot: Box, top: int) -> None:
    page.rule(plot.x, plot.bottom, plot.right, plot.bottom)
    page.rule(plot.x, plot.y, plot.x, plot.bottom)
    for value in dict.fromkeys((0, top // 2, top)):
        y = plot.bottom - plot.height * value / top
        page.text(
            plot.x - 1 * MM,
            y + 0.8 * MM,
            str(value),
            _SIZE,
            align="right",
            colour=_GREY,
        )


def _column(
    page: Page, plot: Box, x: float, width: float, value: int, top: int, colour: str
) -> None:
    height = plot.height * value / top
    if height:
        page.fill(Box(x, plot.bottom - height, width, height), colour)


def _stroke(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.rule(*start, *end, _STROKE)


def _every(names: Sequence[str], step: float, gap: float) -> int:
    """Every how many names there is room for one with a gap."""
    widest = max(
        (fonts.em_width(name, fonts.REGULAR) * _SIZE for name in names), default=0
    )
    return max(1, ceil((widest + gap) / step))
