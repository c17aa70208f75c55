"""A table that runs over pages: headings repeated, rows as high as they need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports import fonts
from reports.box import MM, Box
from reports.page import Align, Page
from reports.paragraph import LEADING, break_lines, fit

_PAD = 0.5 * MM
_RULE = 0.12 * MM
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading, its part of the table's width, and how its cells stand."""

    title: str
    share: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row broken into lines; ``struck`` columns have a line through their text."""

    cells: tuple[tuple[str, ...], ...]
    height: float
    struck: frozenset[int] = frozenset()


class Table:
    """Columns of one table at one size of type (pt); measures and draws its rows."""

    def __init__(
        self, columns: Sequence[TableColumn], width: float, size: float
    ) -> None:
        self.columns = tuple(columns)
        self.size = size
        self.has_cuts = False
        total = sum(column.share for column in columns)
        self.widths = [width * column.share / total for column in columns]
        self.heading_height = 3 * size * LEADING + 2 * _PAD

    def row(
        self, texts: Sequence[str], struck: frozenset[int] = frozenset()
    ) -> TableRow:
        """Break a row's texts into lines; more than eight end with …"""
        cells, most = [], 1
        for text, width in zip(texts, self.widths, strict=True):
            lines = self._lines(text, width - 2 * _PAD) if text else ()
            cells.append(lines)
            most = max(most, len(lines))
        height = (1 + (most - 1) * LEADING) * self.size + 2 * _PAD
        return TableRow(tuple(cells), height, struck)

    def draw_headings(self, page: Page, box: Box) -> None:
        """Draw the headings in the box, which is ``heading_height`` high."""
        for column, part in zip(self.columns, box.columns(*self.widths), strict=True):
            page.frame(part, _RULE)
            page.paragraph_in(
                part.inset(0.4 * MM),
                column.title,
                self.size,
                least=3.5,
                font=fonts.SEMIBOLD,
                align="centre",
            )

    def draw_row(
        self,
        page: Page,
        box: Box,
        row: TableRow,
        above: float = 0.0,
        font: str = fonts.REGULAR,
    ) -> None:
        """Draw a row in the box, whose height may be more than the row's own; its
        texts begin ``above`` lower than they must.
        """
        cells = zip(self.columns, row.cells, box.columns(*self.widths), strict=True)
        for index, (column, lines, part) in enumerate(cells):
            if index:
                page.rule(part.x, part.y, part.x, part.bottom, _RULE)
            cell = part._replace(y=part.y + above)
            is_struck = index in row.struck
            self._draw_cell(page, cell, column.align, lines, is_struck, font)
        page.rule(box.x, box.y, box.x, box.bottom, _RULE)
        page.rule(box.right, box.y, box.right, box.bottom, _RULE)
        page.rule(box.x, box.bottom, box.right, box.bottom, _RULE)

    def _draw_cell(
        self,
        page: Page,
        part: Box,
        align: Align,
        lines: Iterable[str],
        is_struck: bool,
        font: str,
    ) -> None:
        x = part.x + _PAD
        if align == "centre":
            x = part.x + part.width / 2
        elif align == "right":
            x = part.right - _PAD
        baseline = part.y + _PAD + 0.88 * self.size
        for line in lines:
            width = page.text(x, baseline, line, self.size, font=font, align=align)
            if is_struck:
                left = x - {"left": 0, "centre": width / 2, "right": width}[align]
                middle = baseline - 0.36 * self.size
                page.rule(left, middle, left + width, middle, 0.2 * MM)
            baseline += LEADING * self.size

    def _lines(self, text: str, width: float) -> tuple[str, ...]:
        if fonts.em_width(text, fonts.REGULAR) * self.size <= width:
            return (text,)
        lines = tuple(break_lines(text, width / self.size))
        if len(lines) <= _MOST_LINES:
            return lines
        self.has_cuts = True
        height = (1 + (_MOST_LINES - 1) * LEADING) * self.size
        return fit(text, width, height, size=self.size, least=self.size).lines


def paginate(heights: Sequence[float], room: float) -> list[range]:
    """The rows of each page, as many as ``room`` holds; one page at least."""
    pages, start, used = [], 0, 0.0
    for index, height in enumerate(heights):
        if used + height > room and index > start:
            pages.append(range(start, index))
            start, used = index, 0.0
        used += height
    pages.append(range(start, len(heights)))
    return pages
