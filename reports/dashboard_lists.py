"""The lists on the sheet of the dashboard: splits, oldest slips, technicians."""

from collections.abc import Collection, Sequence

from models.rate import rate_text
from models.statistics import Dimension
from models.statistics_report import OldSlip, PersonRow, SplitRow, StatisticsReport
from models.text import Translate
from reports import fonts
from reports.box import MM, Box
from reports.dashboard_chart import PaperLine, draw_lines, heading
from reports.office import Office, local_time
from reports.page import Align, Page
from reports.statistics_words import NOTHING, word_of

_ROW = 4.2 * MM
_MOST_SPLIT, _MOST_OLD, _MOST_PEOPLE = 10, 8, 8


def write_splits(
    page: Page, box: Box, report: StatisticsReport, translate: Translate
) -> None:
    """The cohort by area and type, by trade, by building."""
    small, trades, buildings = box.columns(1, 1, 1)
    upper, lower = small.rows(22, 32)
    _write_split(page, upper, report, translate, Dimension.AREA, "按区域")
    _write_split(page, lower, report, translate, Dimension.JOB_TYPE, "按类型")
    _write_split(page, trades, report, translate, Dimension.TRADE, "按工种")
    _write_split(page, buildings, report, translate, Dimension.BUILDING, "按楼栋")


def write_lists(page: Page, box: Box, report: StatisticsReport, office: Office) -> None:
    """What is open longest, and who did how much."""
    left, right = box.columns(60, 40)
    at = local_time(office, report.now.span.ends_at)
    _write_oldest(page, left, report.oldest[:_MOST_OLD], office, f"{at:%m-%d %H:%M} 时")
    _write_people(page, right.inset(2 * MM, 0), report.technicians)


def _write_split(
    page: Page,
    box: Box,
    report: StatisticsReport,
    translate: Translate,
    dimension: Dimension,
    title: str,
    most: int = _MOST_SPLIT,
) -> None:
    place = heading(page, box.inset(0, 0)._replace(width=box.width - 4 * MM), title)
    rows = report.now.splits.get(dimension, ())
    if not rows:
        page.text(place.x, place.y + 4 * MM, "没有有效单。", 7.5)
        return
    lines = [
        _split_line(row, _split_name(dimension, row.name, translate)) for row in rows
    ]
    if len(lines) > most:
        # Those with the most slips by name, the others as one: nothing is lost.
        by_size = sorted(rows, key=lambda row: -row.effective)[: most - 1]
        shown = [row for row in rows if row in by_size]
        others = [row for row in rows if row not in by_size]
        rest = SplitRow(
            "",
            sum(row.effective for row in others),
            sum(row.completed for row in others),
        )
        lines = [
            _split_line(row, _split_name(dimension, row.name, translate))
            for row in shown
        ]
        lines.append(_split_line(rest, f"其余 {len(others)} 项"))
    draw_lines(page, place, ("有效，斜线未完成", "单", "完成率"), lines, _ROW)


def _split_line(row: SplitRow, name: str) -> PaperLine:
    rate = NOTHING if row.rate is None else f"{row.rate}%"
    return PaperLine(name, row.effective, row.completed, rate)


def _split_name(dimension: Dimension, name: str, translate: Translate) -> str:
    if dimension in (Dimension.AREA, Dimension.JOB_TYPE) or not name:
        return word_of(name, translate)
    return name


def _write_oldest(
    page: Page, box: Box, slips: Sequence[OldSlip], office: Office, when: str
) -> None:
    place = heading(page, box, "最久未完成", when)
    if not slips:
        page.text(place.x, place.y + 4 * MM, "期末没有未完成的单。", 7.5)
        return
    heads = ("单号", "派发", "地点", "内容", "原因", "天数")
    rows = [heads, *(_old_texts(each, office) for each in slips)]
    _write_rows(page, place, (24, 13, 22, 31, 20, 9), rows, {5})


def _write_rows(
    page: Page,
    place: Box,
    shares: Sequence[int],
    rows: Sequence[tuple[str, ...]],
    numbers: Collection[int],
) -> None:
    """Lines of texts under their headings; the columns ``numbers`` stand right."""
    for line, texts in enumerate(rows):
        row = Box(place.x, place.y + line * _ROW, place.width, _ROW)
        size = 7 if line else 6.5
        parts = row.columns(*shares)
        for at, (part, text) in enumerate(zip(parts, texts, strict=True)):
            inner = part.inset(0.4 * MM, 0)
            side: Align = "right" if at in numbers else "left"
            page.line_in(
                inner, _cut(text, inner.width, size), size, least=5, align=side
            )
        if line == 0:
            page.rule(row.x, row.bottom, row.right, row.bottom, 0.12 * MM)


def _old_texts(slip: OldSlip, office: Office) -> tuple[str, ...]:
    issued = local_time(office, slip.issued_at)
    return (
        slip.number,
        f"{issued:%m-%d}",
        slip.room,
        slip.content,
        slip.reason,
        f"{slip.days}",
    )


def _cut(text: str, width: float, size: float) -> str:
    """A text that fits, with … where it had to end; the slip has all of it."""
    if fonts.em_width(text, fonts.REGULAR) * size <= width * 1.2:
        return text
    while text and fonts.em_width(text + "…", fonts.REGULAR) * size > width:
        text = text[:-1]
    return text + "…"


def _write_people(page: Page, box: Box, people: Sequence[PersonRow]) -> None:
    place = heading(page, box, "维修人", "按有效单数" if people else "")
    heads = ("姓名", "有效", "完成率", "到场率", "满意率")
    rows = [heads, *(_person(each) for each in people[:_MOST_PEOPLE])]
    _write_rows(page, place, (20, 10, 15, 15, 15), rows, {1, 2, 3, 4})


def _person(row: PersonRow) -> tuple[str, ...]:
    rates = (
        rate_text(row.completed, row.effective),
        rate_text(row.arrived, row.arrival_base),
        rate_text(row.satisfied, row.answered),
    )
    return (row.name, f"{row.effective}", *(rate or NOTHING for rate in rates))
