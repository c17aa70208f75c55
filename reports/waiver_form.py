"""《签免审批单》: what is to be waived and why, and who signs it (S4-4.1.4.4b)."""

from datetime import datetime
from typing import BinaryIO

from models.money import format_capitals, format_money
from models.text import Translate
from models.waiver import WaiverLevel, WaiverStatus
from models.waiver_row import WaiverNeed, WaiverPaper
from reports import fonts
from reports.box import A4, MM, Box
from reports.office import Office, local_time, procedure
from reports.page import Page
from reports.table import Table, TableColumn

TITLE = "签免审批单"
LEVELS = {WaiverLevel.DIRECTOR: "物业总监", WaiverLevel.LEADER: "公司领导"}
STATUSES = {
    WaiverStatus.PENDING: "待批",
    WaiverStatus.APPROVED: "已批准",
    WaiverStatus.REJECTED: "不批准",
    WaiverStatus.WITHDRAWN: "已撤回",
}
MOST_COUNTED = 6
_MARGIN = 16 * MM
_TOP = 34 * MM
_ROW = 8.5 * MM
_LABEL = 24 * MM
_SIZE = 10.0
_SMALL = 9.0
_COUNTED = (
    TableColumn("单号", 26),
    TableColumn("申请日期", 18),
    TableColumn("金额（元）", 18, "right"),
    TableColumn("状态", 14, "centre"),
    TableColumn("说明", 24),
)


def write_pdf(
    paper: WaiverPaper, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw the form: to be signed while it is pending, with the decision afterwards."""
    page = Page(out, A4, title=TITLE)
    body = Box(0, 0, *A4).inset(_MARGIN, 0)
    _head(page, body, paper, office)
    form = _Form(page, body.x, _TOP, body.width, office)
    _facts(form, paper)
    _money(form, paper)
    _counted(form, paper)
    _reason(form, paper)
    _level(form, paper.need)
    _signatures(form, paper)
    foot = translate("ListSheet", "According to {procedure}").format(
        procedure=procedure(office)
    )
    baseline = body.height - 9 * MM
    page.text(body.x, baseline, f"{foot}　4.1.4.4", 8)
    printed = f"打印时间：{_moment(office, paper.printed_at)}"
    page.text(body.right, baseline, printed, 8, align="right")
    page.close()


class _Form:
    """A grid of labelled cells that grows downwards."""

    def __init__(
        self, page: Page, x: float, y: float, width: float, office: Office
    ) -> None:
        self.page = page
        self.office = office
        self.box = Box(x, y, width, 0)

    def band(self, height: float) -> Box:
        """The next part of the paper, over its whole width."""
        taken = self.box._replace(y=self.box.bottom, height=height)
        self.box = taken
        return taken

    def cells(self, *pairs: tuple[str, str], height: float = _ROW) -> None:
        """A row of labels, each with its value."""
        band = self.band(height)
        for (name, value), part in zip(
            pairs, band.columns(*[1] * len(pairs)), strict=True
        ):
            self.cell(part, name, value)

    def cell(
        self, part: Box, name: str, value: str, *, font: str = fonts.REGULAR
    ) -> None:
        """One label with its value, framed."""
        label = part.from_left(_LABEL)
        self.page.frame(label)
        room = part.from_right(part.width - _LABEL)
        self.page.frame(room)
        self.page.line_in(label.inset(1.5 * MM, 0), name, _SMALL, align="centre")
        self.page.paragraph_in(
            room.inset(2 * MM, 0.8 * MM), value, _SIZE, least=6.5, font=font
        )

    def heading(self, text: str) -> None:
        """A line between two parts."""
        band = self.band(8 * MM)
        baseline = band.bottom - 2.2 * MM
        self.page.text(band.x, baseline, text, _SIZE, font=fonts.SEMIBOLD)


def _head(page: Page, body: Box, paper: WaiverPaper, office: Office) -> None:
    middle = body.x + body.width / 2
    page.text(middle, 20 * MM, TITLE, 20, font=fonts.SEMIBOLD, align="centre")
    page.text(body.x, 29 * MM, office.centre_name, _SIZE)
    number = f"审批单号：{paper.row.paper_ref or paper.row.form_no}"
    page.text(body.right, 29 * MM, number, _SIZE, align="right")


def _facts(form: _Form, paper: WaiverPaper) -> None:
    row = paper.row
    form.cells(("维修单号", row.number), ("单元房号", row.room))
    form.cells(
        ("业户", row.owner_name or "—"),
        ("派发时间", _moment(form.office, paper.issued_at)),
    )
    done = _moment(form.office, paper.done_at) if paper.done_at else "—"
    form.cells(("维修内容", row.content), ("完工时间", done), height=1.5 * _ROW)


def _money(form: _Form, paper: WaiverPaper) -> None:
    form.heading("费用（元）")
    form.cells(
        ("应收", format_money(paper.expected)),
        ("已收", format_money(paper.received)),
    )
    form.cells(
        ("其他已减免", format_money(paper.waived)),
        ("其他待批", format_money(paper.pending)),
    )
    band = form.band(1.25 * _ROW)
    amount = f"{format_money(paper.row.amount)}　{format_capitals(paper.row.amount)}"
    form.cell(band, "本次减免", amount, font=fonts.SEMIBOLD)
    after = format_money(paper.left_after)
    form.cells(("减免后未收", after), ("减免比例", _share(paper)))


def _share(paper: WaiverPaper) -> str:
    if not paper.expected:
        return "—"
    share = (100 * paper.row.amount / paper.expected).quantize(paper.row.amount)
    return f"占应收 {share} %"


def _counted(form: _Form, paper: WaiverPaper) -> None:
    counted = paper.need.counted
    form.heading(f"此前的减免（含关联返修单）　{len(counted)} 笔")
    if not counted:
        band = form.band(6 * MM)
        form.page.text(band.x, band.bottom - 1.8 * MM, "无", _SMALL)
        return
    table = Table(_COUNTED, form.box.width, _SMALL)
    table_head = form.band(7 * MM)
    table.draw_headings(form.page, table_head)
    rows = [
        (
            one.number,
            f"{local_time(form.office, one.at):%Y-%m-%d}",
            format_money(one.amount),
            STATUSES[one.status],
            "关联返修单" if one.is_linked else "本单",
        )
        for one in counted[-MOST_COUNTED:]
    ]
    if len(counted) > MOST_COUNTED:
        left_out = counted[:-MOST_COUNTED]
        total = format_money(
            sum((one.amount for one in left_out), start=left_out[0].amount * 0)
        )
        rows.insert(0, ("更早的", f"{len(left_out)} 笔", total, "", ""))
    for texts in rows:
        row = table.row(texts)
        band = form.band(6.5 * MM)
        above = (band.height - row.height) / 2
        table.draw_row(form.page, band, row, above)


def _reason(form: _Form, paper: WaiverPaper) -> None:
    form.heading("特殊原因")
    box = form.band(24 * MM)
    form.page.frame(box)
    form.page.paragraph_in(
        box.inset(3 * MM, 2 * MM), paper.row.reason, _SIZE, least=7, at_top=True
    )
    form.cells(
        ("申请人", paper.row.applicant),
        ("申请时间", _moment(form.office, paper.row.applied_at)),
    )


def _level(form: _Form, need: WaiverNeed) -> None:
    form.heading("签批权限")
    limit = format_money(need.limit)
    band = form.band(7 * MM)
    choices = (
        (WaiverLevel.DIRECTOR, f"物业总监（不满 {limit} 元）"),
        (WaiverLevel.LEADER, f"公司领导（满 {limit} 元）"),
    )
    for (level, text), part in zip(choices, band.columns(1, 1), strict=True):
        middle = part.y + part.height / 2
        is_needed = level is need.level
        tick = form.page.tick_box(part.x + 1 * MM, middle, 4 * MM, is_ticked=is_needed)
        font = fonts.SEMIBOLD if is_needed else fonts.REGULAR
        beside = part._replace(x=tick.right + 2 * MM)
        form.page.line_in(beside, text, _SIZE, font=font)
    band = form.band(6 * MM)
    form.page.text(band.x, band.bottom - 1.8 * MM, why_level(need), _SMALL)


def why_level(need: WaiverNeed) -> str:
    """What was measured, and who signs it."""
    total = format_money(need.total)
    if need.is_fee_measured:
        said = f"按费用计：本单费用 {total} 元"
    elif need.counted:
        said = f"含此前减免，累计 {total} 元"
    else:
        said = f"本次减免 {total} 元"
    who = f"须由{LEVELS[need.level]}签批；更高一级也可签批"
    return f"{said}，{who}，申请人本人不得签批。"


def _signatures(form: _Form, paper: WaiverPaper) -> None:
    form.band(4 * MM)
    blocks = form.band(44 * MM)
    for level, part in zip(WaiverLevel, blocks.columns(1, 1), strict=True):
        _block(form, paper, level, part)


def _block(form: _Form, paper: WaiverPaper, level: WaiverLevel, part: Box) -> None:
    """Where one of the two signs; after the decision, who did, and what."""
    page, row = form.page, paper.row
    page.frame(part)
    inner = part.inset(3 * MM, 2 * MM)
    lines = inner.rows(1, 1, 1, 1, 1)
    title = f"{LEVELS[level]}意见"
    page.line_in(lines[0], title, _SIZE, font=fonts.SEMIBOLD)
    decided = row.approver != "" and row.level is level
    for (is_yes, word), half in zip(
        ((True, "同意减免"), (False, "不同意")), lines[1].columns(1, 1), strict=True
    ):
        is_it = decided and (row.status is WaiverStatus.APPROVED) is is_yes
        middle = half.y + half.height / 2
        tick = page.tick_box(half.x, middle, 4 * MM, is_ticked=is_it)
        page.line_in(half._replace(x=tick.right + 2 * MM), word, _SIZE)
    if decided:
        note = f"意见：{row.decided_note}" if row.decided_note else ""
        page.paragraph_in(lines[2], note, _SMALL, least=6)
        signed = f"{row.approver_title}　{row.approver}"
        page.line_in(
            lines[3],
            f"批准人：{signed}"
            if row.status is WaiverStatus.APPROVED
            else f"签批人：{signed}",
            _SIZE,
        )
        assert row.decided_at is not None
        page.line_in(lines[4], f"时间：{_moment(form.office, row.decided_at)}", _SIZE)
        return
    for line, name in ((lines[3], "签字："), (lines[4], "日期：")):
        baseline = line.y + line.height / 2 + 0.38 * _SIZE
        width = page.text(line.x, baseline, name, _SIZE)
        page.signature_line(line.x + width, line.right - 4 * MM, baseline + 1 * MM)


def _moment(office: Office, at: datetime) -> str:
    return f"{local_time(office, at):%Y-%m-%d %H:%M}"
