"""《工程维修统计》 on A4: figures and charts first, then splits, people and rules."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import BinaryIO

from models.statistics_report import ReasonRow, StatisticsReport
from models.text import Translate
from reports import fonts
from reports.box import A4, MM, Box
from reports.flow import Block, draw_down, flow
from reports.office import Office
from reports.page import Align, Page
from reports.statistics_chart import draw_columns, draw_pareto
from reports.statistics_frame import SPLITS, TITLE, Row, StatisticsFrame
from reports.table import Table, TableColumn, TableRow

_MARGIN = 13 * MM
_HEAD = 30 * MM
_FOOT = 12 * MM
_BODY = Box(_MARGIN, _HEAD, A4.width - 2 * _MARGIN, A4.height - _HEAD - _FOOT)
_SIZE = 7.6
_ROW = 4.55 * MM
_GROUP = 5 * MM
_CHART = 66 * MM
_SIGN = 9 * MM
_TITLE = 7.5 * MM
_GREY = "#ECECE7"
_RULE = 0.12 * MM
_AIR = 0.5 * MM
_MOST_REASONS = 8
_MANY = 6
"""More columns than these have headings of two lines."""
_FIGURES = (23, 22, 25, 22, 13, 6)


def write_pdf(
    report: StatisticsReport, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write the report; the same report gives the same bytes.

    Raises ``FontMissing``.
    """
    frame = StatisticsFrame(report, office, translate)
    page = Page(out, A4, title=f"{TITLE} {frame.when(report.now.span.from_at)[:10]}")
    front = Block(_BODY.height, lambda pen, box: _draw_front(pen, box, frame))
    pages = [[front], *flow(_blocks(frame), _BODY.height)]
    for number, blocks in enumerate(pages, start=1):
        _write_head(page, frame)
        draw_down(page, _BODY, blocks)
        baseline = A4.height - 6 * MM
        page.text(_MARGIN, baseline, frame.according, 8)
        page.page_number(_BODY.right, baseline, frame.page_number, number, len(pages))
        page.next()
    page.close()


def _write_head(page: Page, frame: StatisticsFrame) -> None:
    page.text(_MARGIN, 14 * MM, frame.title, 15, font=fonts.SEMIBOLD)
    page.text(_BODY.right, 14 * MM, frame.kind, 12, font=fonts.SEMIBOLD, align="right")
    lines = Box(_MARGIN, 16 * MM, _BODY.width, 13 * MM).rows(1, 1, 1)
    page.line_in(lines[0], f"{frame.addressees}　　{frame.span}", 8.5, least=6)
    page.line_in(lines[1], frame.basis, 8.5, least=6)
    page.line_in(lines[2], frame.comparison, 8.5, least=6)


def _draw_front(page: Page, box: Box, frame: StatisticsFrame) -> None:
    """Every figure with the one before it, two charts, who signs."""
    y = _draw_figures(page, box, frame)
    for text in (frame.others, frame.finance):
        if text:
            page.line_in(Box(box.x, y, box.width, 4.6 * MM), text, 7.6, least=5)
            y += 4.6 * MM
    room = min(_CHART, box.bottom - _SIGN - y - 2 * MM)
    charts = Box(box.x, y + 2 * MM, box.width, room)
    left, _, right = charts.columns(56, 4, 40)
    _draw_trend(page, left, frame)
    _draw_reasons(page, right, frame)
    baseline = box.bottom - 2.5 * MM
    for part, text in zip(
        box.from_bottom(_SIGN).columns(1, 1, 1, 1), frame.signatures, strict=True
    ):
        width = page.text(part.x, baseline, text, 8)
        page.signature_line(part.x + width + 1 * MM, part.right - 3 * MM, baseline)


def _draw_figures(page: Page, box: Box, frame: StatisticsFrame) -> float:
    aligns: tuple[Align, ...] = ("left", "right", "right", "right", "right", "centre")
    y = box.y
    _draw_cells(page, box, y, _GROUP, frame.heads, ("centre",) * 6, is_head=True)
    y += _GROUP
    for title, rows in frame.groups():
        line = Box(box.x, y, box.width, _ROW)
        page.fill(line, _GREY)
        page.frame(line, _RULE)
        page.line_in(line.inset(1 * MM, 0), title, _SIZE, font=fonts.SEMIBOLD)
        y += _ROW
        for _, texts in rows:
            _draw_cells(page, box, y, _ROW, texts, aligns)
            y += _ROW
    return y + 0.6 * MM


def _draw_cells(
    page: Page,
    box: Box,
    y: float,
    height: float,
    texts: Sequence[str],
    aligns: Sequence[Align],
    *,
    is_head: bool = False,
) -> None:
    line = Box(box.x, y, box.width, height)
    cells = line.columns(*_FIGURES)
    for place, (cell, text, align) in enumerate(zip(cells, texts, aligns, strict=True)):
        page.frame(cell, _RULE)
        font = fonts.SEMIBOLD if is_head or place == 1 else fonts.REGULAR
        inside = cell.inset(0.8 * MM, 0)
        page.line_in(inside, text, _SIZE, least=4.5, font=font, align=align)


def _draw_trend(page: Page, box: Box, frame: StatisticsFrame) -> None:
    trend = frame.report.trend
    translate = frame.translate
    legend = (
        translate("Statistics", "Effective"),
        translate("Statistics", "Completed"),
    )
    draw_columns(
        page,
        box,
        translate("Statistics", "Course"),
        legend,
        frame.step_names(),
        [point.effective for point in trend],
        [point.completed for point in trend],
    )


def _draw_reasons(page: Page, box: Box, frame: StatisticsFrame) -> None:
    rows = _few(frame.report.now.reasons, frame.translate)
    translate = frame.translate
    title = translate("Statistics", "Why unfinished")
    legend = (translate("Statistics", "Slips"), translate("Statistics", "Together, %"))
    if not rows:
        page.text(box.x, box.y + 3.4 * MM, title, 8.5, font=fonts.SEMIBOLD)
        none = translate("Statistics", "Nothing is unfinished.")
        page.line_in(box, none, 8, least=5, align="centre")
        return
    draw_pareto(
        page,
        box,
        title,
        legend,
        [row.reason for row in rows],
        [row.count for row in rows],
        [Decimal(row.running_share or 0) for row in rows],
    )


def _few(rows: Sequence[ReasonRow], translate: Translate) -> Sequence[ReasonRow]:
    """As many as the chart has room for; the last stands for all that are left."""
    if len(rows) <= _MOST_REASONS:
        return rows
    first, rest = rows[: _MOST_REASONS - 1], rows[_MOST_REASONS - 1 :]
    text = translate("Statistics", "{count} others").format(count=len(rest))
    count, total = sum(row.count for row in rest), rest[-1].total
    return (*first, ReasonRow(text, count, total, total))


def _blocks(frame: StatisticsFrame) -> Iterator[Block]:
    translate = frame.translate
    for dimension in SPLITS:
        name = frame.dimension(dimension)
        heads = (name, *frame.split_heads)
        title = translate("Statistics", "By {what}").format(what=name)
        yield from _table(
            frame, title, heads, (40, 15, 15, 15, 15), frame.split(dimension)
        )
    yield from _table(
        frame,
        translate("Statistics", "Why unfinished"),
        frame.reason_heads,
        (40, 20, 20, 20),
        frame.reasons(),
    )
    yield from _table(
        frame,
        translate("Statistics", "Open longest"),
        frame.oldest_heads,
        (19, 21, 8, 19, 32, 14, 16, 16),
        frame.oldest(),
        texts=frozenset({0, 3, 4, 5, 6, 7}),
        middles=frozenset({1, 2}),
    )
    yield from _table(
        frame,
        translate("Statistics", "Technicians"),
        frame.person_heads,
        (20, 10, 10, 13, 13, 13, 13, 13),
        frame.people(),
    )
    yield from _table(
        frame,
        translate("Statistics", "People of the desk"),
        frame.clerk_heads,
        (25, 12, 12, 15, 15, 12),
        frame.clerks(),
    )
    yield from _table(
        frame,
        translate("Statistics", "What the figures count"),
        (
            translate("Statistics", "Rule"),
            translate("Statistics", "Figure"),
            translate("Statistics", "What counts"),
        ),
        (7, 24, 90),
        frame.rules(),
        texts=frozenset({1, 2}),
        middles=frozenset({0}),
    )


def _table(
    frame: StatisticsFrame,
    title: str,
    heads: Row,
    shares: Sequence[float],
    rows: Sequence[Row],
    texts: frozenset[int] = frozenset({0}),
    middles: frozenset[int] = frozenset(),
) -> Iterator[Block]:
    """Title, headings that repeat, rows; columns of figures stand at the right, short
    ones beside texts in the middle.
    """
    aligns: list[Align] = [
        "left" if place in texts else "centre" if place in middles else "right"
        for place in range(len(heads))
    ]
    columns = [
        TableColumn(head, share, align)
        for head, share, align in zip(heads, shares, aligns, strict=True)
    ]
    table = Table(columns, _BODY.width, _SIZE)
    is_long = len(heads) > _MANY
    table.heading_height = (1 + is_long) * _SIZE * 1.28 + 1.4 * MM
    headings = Block(table.heading_height, table.draw_headings)
    made = [table.row(row) for row in rows]
    height = (made[0].height if made else 2 * _SIZE) + 2 * _AIR
    yield Block(_TITLE, partial(_draw_title, title), keep=headings.height + height)
    if not made:
        none = frame.translate("Statistics", "None.")
        yield Block(2 * _SIZE, lambda page, box: page.line_in(box, none, _SIZE))
        return
    yield headings
    for row in made:
        draw = partial(_draw_row, table, row)
        yield Block(row.height + 2 * _AIR, draw, again=headings)


def _draw_row(table: Table, row: TableRow, page: Page, box: Box) -> None:
    table.draw_row(page, box, row, _AIR)


def _draw_title(title: str, page: Page, box: Box) -> None:
    page.text(box.x, box.bottom - 1.6 * MM, title, 9.5, font=fonts.SEMIBOLD)
