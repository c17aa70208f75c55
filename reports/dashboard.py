"""维修看板 on one sheet of A4: figures, course, reasons, splits, oldest, rules."""

from collections.abc import Sequence
from typing import BinaryIO

from models.statistics import FigureKey, Span
from models.statistics_report import StatisticsReport
from models.text import Translate
from reports import fonts
from reports.box import A4, MM, Box
from reports.dashboard_chart import (
    PaperLine,
    draw_lines,
    heading,
)
from reports.dashboard_lists import write_lists, write_splits
from reports.office import Office, local_time, procedure
from reports.page import Page
from reports.statistics_chart import draw_columns
from reports.statistics_face import (
    COHORT,
    FLOW,
    FRONT,
    MINUS,
    OTHERS,
    FigureFace,
    face_of,
    step_name,
)
from reports.statistics_face import name_of as full_name
from reports.statistics_words import NOTHING, name_of, rule_text

TITLE = "维修看板"
_MARGIN = 12 * MM
_RULE = 0.2 * MM
_K = FigureKey
RULED = (
    _K.COMPLETION_RATE,
    _K.EFFECTIVE,
    _K.COMPLETED,
    _K.UNFINISHED,
    _K.RETURN_IN_TIME,
    _K.FEEDBACK,
    _K.ARRIVAL,
    _K.ARRIVAL_MINUTES,
    _K.URGENT_RESPONSE,
    _K.REPAIR_IN_TIME,
    _K.FINISH_MINUTES,
    _K.INSPECTION,
    _K.REWORK,
    _K.CALLBACK_UNIT,
    _K.CALLBACK_PUBLIC,
    _K.CALLBACK_OVERALL,
    _K.SATISFACTION,
    _K.COLLECTION,
    _K.UNPAID,
    _K.GAP_CASES,
    _K.COMPLAINTS,
)
"""Figures whose rules stand at the foot, those that speak of others after them."""
_MOST_REASONS = 9
"""More find no room; the last line then stands for all that are left."""


def write_pdf(
    report: StatisticsReport,
    name: str,
    office: Office,
    out: BinaryIO,
    translate: Translate,
) -> None:
    """Draw the sheet of a range that is called ``name``. Raises ``FontMissing``."""
    page = Page(out, A4, title=f"{TITLE} {name}")
    whole = Box(0, 0, *A4).inset(_MARGIN, 9 * MM)
    head, front, others, sums, course, split, lists, rules = whole.rows(
        17, 24, 31, 11, 48, 54, 45, 49
    )
    _write_head(page, head, report, name, office, translate)
    _write_front(page, front, report, translate)
    _write_others(page, others, report, translate)
    _write_sums(page, sums, report, translate)
    left, right = course.columns(64, 36)
    _write_course(page, left.inset(0, 1 * MM), report, office)
    _write_reasons(page, right.inset(2 * MM, 1 * MM), report)
    write_splits(page, split, report, translate)
    write_lists(page, lists, report, office)
    _write_rules(page, rules, report, translate)
    foot = f"依据 {procedure(office)}"
    page.text(whole.x, A4.height - 6 * MM, foot, 7)
    text = translate("ListSheet", "Page {number} of {count}")
    page.page_number(whole.right, A4.height - 6 * MM, text, 1, 1)
    page.next()
    page.close()


def _write_head(
    page: Page,
    box: Box,
    report: StatisticsReport,
    name: str,
    office: Office,
    translate: Translate,
) -> None:
    """What is counted by what, and as known when."""
    used = page.text(box.x, box.y + 6 * MM, TITLE, 16, font=fonts.SEMIBOLD)
    page.text(box.x + used + 3 * MM, box.y + 6 * MM, name, 12, font=fonts.SEMIBOLD)
    page.text(box.right, box.y + 6 * MM, report.centre_name, 9, align="right")
    span, before = report.now.span, report.before.span
    basis = translate(
        "DashboardSheet",
        "By the time of issue, {begin} to before {end}; as known {at}.",
    )
    beside = translate(
        "DashboardSheet", "Beside: {begin} to before {end}; as known {at}."
    )
    for line, (text, of) in enumerate(((basis, span), (beside, before))):
        said = text.format(**_moments(of, office))
        page.text(box.x, box.y + (11 + 4 * line) * MM, said, 7.5)


def _moments(span: Span, office: Office) -> dict[str, str]:
    instants = {"begin": span.from_at, "end": span.until_at, "at": span.at}
    return {
        name: f"{local_time(office, at):%Y-%m-%d %H:%M}"
        for name, at in instants.items()
    }


def _write_front(
    page: Page, box: Box, report: StatisticsReport, translate: Translate
) -> None:
    page.rule(box.x, box.y, box.right, box.y, 0.4 * MM)
    for place, (key, cell) in enumerate(
        zip(FRONT, box.columns(*[1] * len(FRONT)), strict=True)
    ):
        face = face_of(report, key, translate)
        if place:
            page.rule(cell.x, cell.y + 2 * MM, cell.x, cell.bottom - 2 * MM, _RULE)
        inner = cell.inset(1.5 * MM, 1.5 * MM)
        name, value, made_of, change, before = inner.rows(4, 8, 3.4, 3.4, 3.4)
        page.line_in(name, face.name, 8, least=5, font=fonts.SEMIBOLD)
        page.line_in(value, face.whole, 16, least=8, font=fonts.SEMIBOLD)
        page.line_in(made_of, face.made_of, 6.5, least=4.5)
        page.line_in(change, _change(face), 6.5, least=4.5)
        page.line_in(before, face.before, 6.5, least=4.5)


def _change(face: FigureFace) -> str:
    return "，".join(part for part in (face.change, face.meant) if part)


def _write_others(
    page: Page, box: Box, report: StatisticsReport, translate: Translate
) -> None:
    page.rule(box.x, box.y, box.right, box.y, _RULE)
    across = len(FRONT)
    rows = box.rows(1, 1)
    for place, key in enumerate(OTHERS):
        cell = rows[place // across].columns(*[1] * across)[place % across]
        face = face_of(report, key, translate)
        name, value, made_of, rest = cell.inset(1.5 * MM, 1 * MM).rows(3.2, 4.6, 2.8, 3)
        page.line_in(name, face.name, 6.5, least=5)
        page.line_in(value, face.whole, 10, least=6, font=fonts.SEMIBOLD)
        page.line_in(made_of, face.made_of, 6, least=4.5)
        said = "，".join(part for part in (face.change, face.before) if part)
        page.line_in(rest, said, 6, least=4.5)


def _write_sums(
    page: Page, box: Box, report: StatisticsReport, translate: Translate
) -> None:
    """Two sums that come out: the cohort, and what was open."""
    page.rule(box.x, box.y, box.right, box.y, _RULE)
    first = _sum(report, COHORT, translate)
    if report.finance is not None:
        code, cohort = report.finance
        rate = NOTHING if cohort.completion_rate is None else cohort.completion_rate
        first += f"　对照结算期 {code}：有效 {cohort.effective}，完成率 {rate} %"
    upper, lower = box.inset(0, 1 * MM).rows(1, 1)
    page.line_in(upper, first, 8, least=5)
    page.line_in(lower, _sum(report, FLOW, translate), 8, least=5)


def _sum(
    report: StatisticsReport,
    parts: Sequence[tuple[str, FigureKey]],
    translate: Translate,
) -> str:
    said = []
    for sign, key in parts:
        others = report.now.flow.others
        if key is _K.CARRIED_OUT and others:
            said.append(f"{'+' if others > 0 else MINUS} 其他 {abs(others)}")
        count = report.now.figure(key).numerator
        said.append(f"{sign} {name_of(key, translate)} {count}")
    return " ".join(said).strip()


def _write_course(
    page: Page, box: Box, report: StatisticsReport, office: Office
) -> None:
    is_long = any(
        (point.until_at - point.from_at).total_seconds() > 100_000
        for point in report.trend
    )
    title = "每周有效单" if is_long else "每日有效单"
    page.rule(box.x, box.y, box.right, box.y, 0.2 * MM)
    draw_columns(
        page,
        box._replace(y=box.y + 1 * MM, height=box.height - 1 * MM),
        title,
        ("有效", "完成"),
        [step_name(report, office, point.from_at) for point in report.trend],
        [point.effective for point in report.trend],
        [point.completed for point in report.trend],
    )


def _write_reasons(page: Page, box: Box, report: StatisticsReport) -> None:
    now = report.now
    place = heading(page, box, f"未完成原因　{now.cohort.unfinished} 单")
    if not now.reasons:
        page.text(place.x, place.y + 4 * MM, "没有未完成的单。", 7.5)
        return
    is_short = len(now.reasons) > _MOST_REASONS
    most = _MOST_REASONS - 1 if is_short else _MOST_REASONS
    shown = list(now.reasons[:most])
    lines = [
        PaperLine(row.reason, row.count, row.count, f"{row.running_share}%")
        for row in shown
    ]
    rest = now.reasons[most:]
    if rest:
        count = sum(row.count for row in rest)
        lines.append(PaperLine(f"其余 {len(rest)} 种", count, count, "100.00%"))
    draw_lines(page, place, ("原因", "单", "累计"), lines, 3.9 * MM)


def _write_rules(
    page: Page, box: Box, report: StatisticsReport, translate: Translate
) -> None:
    """How every figure was counted, so that the sheet can be checked by hand."""
    place = heading(page, box, "统计口径")
    keys = list(RULED)
    left, right = place.columns(1, 1)
    half = -(-len(keys) // 2)
    for part, own in ((left, keys[:half]), (right, keys[half:])):
        said = "\n".join(
            f"{full_name(key, report, translate)}："
            f"{rule_text(key, report.now.limits, translate)}"
            for key in own
        )
        inner = part.inset(0.5 * MM, 0)
        page.paragraph_in(inner, said, 6, least=4, at_top=True)
