"""《每日返单核对表》: the day's check on A4, counts first, then whom to chase."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from models.copy_scheme import CopyRole
from models.day_check import CheckedGap, CheckedSlip, DayCheck
from models.return_check import CheckClass
from models.text import Translate
from reports import fonts
from reports.box import MM, Box
from reports.flow import Block
from reports.office import Office, local_time
from reports.page import Page
from reports.return_check_page import WIDTH, when, write_pages
from reports.return_check_words import (
    CLASS_SIGNS,
    CLASSES,
    EXCEPTIONS,
    GAPS,
    place_word,
)
from reports.slip_words import STATES
from reports.table import Table, TableColumn, TableRow

TITLE = "每日返单核对表"

_SIZE = 7.5
_GREY = "#ECECEC"
_COLUMNS = (
    TableColumn("序号", 7, "right"),
    TableColumn("单号", 23),
    TableColumn("区域、房号、地点", 32),
    TableColumn("维修内容", 32),
    TableColumn("持单人", 17),
    TableColumn("单据所在", 16),
    TableColumn("返单、反馈", 17),
    TableColumn("未完成原因", 18),
    TableColumn("预计完成", 17),
    TableColumn("异常", 15),
)
_GAP_COLUMNS = (
    TableColumn("序号", 7, "right"),
    TableColumn("缺少的号、联", 60),
    TableColumn("种类", 25),
    TableColumn("发现时间", 30),
    TableColumn("追查责任人", 64),
)
_IN_ORDER = (
    CheckClass.MISSING,
    CheckClass.LATE_FEEDBACK,
    CheckClass.FEEDBACK,
    CheckClass.LATE,
    CheckClass.ON_TIME,
)
"""What needs somebody comes first on the paper."""
_COPIES = {
    CopyRole.FIN: "财务部",
    CopyRole.HK: "管家部",
    CopyRole.OWNER: "客户",
    CopyRole.DEPT: "报修部门",
    CopyRole.TEAM: "班组",
}
_DIGITS = "〇一二三四五六七八九"


def write_pdf(
    check: DayCheck, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write the check; a final one with the time and hash of its run.

    Raises ``FontMissing``.
    """
    table = _table(_COLUMNS)
    lists = [*_lists(check, office, table), *_gaps(check, office)]
    lists = lists or [_nothing()]
    blocks = [_counts(check), *lists, _signatures(check)]
    write_pages(TITLE, blocks, check, office, out, translate, has_cuts=table.has_cuts)


def _counts(check: DayCheck) -> Block:
    """The figures, how they add up, the rates, and the copies the day brought."""
    counts = check.counts
    figures = [("", "核对总数", check.set_size)]
    figures += [(CLASS_SIGNS[each], CLASSES[each], counts[each]) for each in CheckClass]
    figures.append(("X", "异常", check.exception_count))

    def draw(page: Page, box: Box) -> None:
        for figure, part in zip(
            figures, box.from_top(17 * MM).columns(*[1] * len(figures)), strict=True
        ):
            sign, word, count = figure
            page.frame(part, 0.5 * MM if sign == "C" and count else 0.2 * MM)
            label, number = part.inset(1 * MM, 1.2 * MM).rows(2, 4)
            text = f"{sign} {word}".strip()
            page.line_in(label, text, 8.5, least=6, align="centre")
            page.line_in(number, str(count), 19, font=fonts.SEMIBOLD, align="centre")
        y = box.y + 22 * MM
        for line in _sentences(check):
            page.text(box.x, y, line, 9)
            y += 5 * MM

    return Block(42 * MM, draw)


def _sentences(check: DayCheck) -> Iterator[str]:
    counts = [check.counts[each] for each in CheckClass]
    sum_text = " + ".join(map(str, counts))
    yield f"A + A′ + B + B′ + C = {sum_text} = {sum(counts)} = 核对总数"
    on_time, late, told, told_late, missing = counts
    returned = _rate(on_time, on_time + late, check.return_rate)
    explained = _rate(told, told + told_late + missing, check.feedback_rate)
    yield f"当日返单及时率 A/(A+A′) {returned}　　反馈率 B/(B+B′+C) {explained}"
    copies = "　".join(
        f"第{_ordinal(copy.copy_no)}联（{_COPIES[copy.role]}）{copy.count} 份"
        for copy in check.copies
    )
    yield f"收回单据：{copies}"
    left = f"当日作废、销单（不计入总数）{len(check.ended)} 张"
    yield f"{left}　　缺号、缺联追查未结 {len(check.gaps)} 件"


def _rate(part: int, whole: int, rate: str | None) -> str:
    return "—" if rate is None else f"= {part}/{whole} = {rate} %"


def _lists(check: DayCheck, office: Office, table: Table) -> Iterator[Block]:
    for each in _IN_ORDER:
        items = [item for item in check.chased_first if item.check_class is each]
        title = f"{CLASS_SIGNS[each]}　{CLASSES[each]}　{len(items)} 张"
        rows = [_slip_row(item, check, office) for item in items]
        yield from _list(table, title, rows)
    title = f"作废、销单（不计入总数）　{len(check.ended)} 张"
    ended = [_ended_row(item, check, office) for item in check.ended]
    yield from _list(table, title, ended)


def _gaps(check: DayCheck, office: Office) -> Iterator[Block]:
    """Every gap case stays on every check until it is closed (4.3)."""
    title = f"缺号、缺联：追查未结　{len(check.gaps)} 件"
    rows = [_gap_row(gap, check, office) for gap in check.gaps]
    yield from _list(_table(_GAP_COLUMNS), title, rows)


def _table(columns: Sequence[TableColumn]) -> Table:
    table = Table(columns, WIDTH, _SIZE)
    table.heading_height = 5.2 * MM
    return table


def _list(table: Table, title: str, rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """A titled list, whose headings stand again on every page; nothing if empty."""
    made = [
        table.row((str(serial), *texts)) for serial, texts in enumerate(rows, start=1)
    ]
    if not made:
        return
    headings = Block(table.heading_height, table.draw_headings)

    def draw_title(page: Page, box: Box) -> None:
        band = box.from_bottom(6 * MM)
        page.fill(band, _GREY)
        page.line_in(band.inset(1.5 * MM, 0), title, 9.5, font=fonts.SEMIBOLD)

    yield Block(9 * MM, draw_title, keep=headings.height + made[0].height)
    yield headings
    for row in made:

        def draw(page: Page, box: Box, row: TableRow = row) -> None:
            table.draw_row(page, box, row)

        yield Block(row.height, draw, again=headings)


def _nothing() -> Block:
    def draw(page: Page, box: Box) -> None:
        page.text(box.x, box.y + 5 * MM, "当日没有应核对的维修单。", 10)

    return Block(8 * MM, draw)


def _slip_row(item: CheckedSlip, check: DayCheck, office: Office) -> list[str]:
    at = item.feedback_at if item.is_out else item.returned_at
    wrong = [EXCEPTIONS[each] for each in item.exceptions]
    if item.was_missing:
        wrong.insert(0, "昨日失联")
    return [
        item.number,
        item.where,
        item.content,
        item.holder or "未派工",
        place_word(item.paper_place),
        when(local_time(office, at), check),
        item.reason or "",
        when(local_time(office, item.eta_at), check),
        "、".join(wrong),
    ]


def _ended_row(item: CheckedSlip, check: DayCheck, office: Office) -> list[str]:
    paper = place_word(item.paper_place)
    at = when(local_time(office, item.ended_at), check)
    reason = f"{STATES[item.state]}：{item.end_reason or ''}"
    slip = [item.number, item.where, item.content, item.holder]
    return [*slip, paper, at, reason, "", ""]


def _gap_row(gap: CheckedGap, check: DayCheck, office: Office) -> list[str]:
    at = when(local_time(office, gap.found_at), check)
    return [_gap_words(gap), GAPS[gap.kind], at, gap.owner or ""]


def _gap_words(gap: CheckedGap) -> str:
    """``WX261208-003/4/2`` is the second print of copy 4."""
    number, *print_of = gap.ref.split("/")
    if len(print_of) != 2 or not all(each.isdecimal() for each in print_of):
        return gap.ref
    copy_no, print_seq = print_of
    return f"{number} 第{_ordinal(int(copy_no))}联，第 {print_seq} 次打印"


def _ordinal(number: int) -> str:
    return _DIGITS[number] if number < len(_DIGITS) else str(number)


def _signatures(check: DayCheck) -> Block:
    """Who checked for Housekeeping and who answers for Engineering, to be signed."""
    final = check.final if check.is_final else None
    signers = (
        ("管家部核对人", final.run_by if final else ""),
        ("工程部调度员", final.engineering_by or "" if final else ""),
    )

    def draw(page: Page, box: Box) -> None:
        for (title, name), part in zip(signers, box.columns(1, 1), strict=True):
            line = part.y + 17 * MM
            width = page.text(part.x, line, f"{title}：", 10)
            page.signature_line(part.x + width, part.x + 57 * MM, line + 1 * MM)
            page.text(part.x + 59 * MM, line, "时间：", 10)
            page.signature_line(part.x + 70 * MM, part.right - 4 * MM, line + 1 * MM)
            if name:
                below = Box(part.x + width, line + 1.4 * MM, 30 * MM, 4 * MM)
                page.line_in(below, name, 7.5, least=5)

    return Block(24 * MM, draw)
