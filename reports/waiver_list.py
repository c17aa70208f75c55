"""减免明细: the waivers decided in a period, and those that are still pending."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO

from models.money import ZERO, format_capitals, format_money
from models.text import Translate
from models.waiver import WaiverStatus
from models.waiver_row import WaiverRow
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office, local_time, moment_text, procedure
from reports.table import TableColumn
from reports.waiver_form import LEVELS, STATUSES

TITLE = "减免明细"
_COLUMNS = (
    TableColumn("序号", 4, "right"),
    TableColumn("单号", 13),
    TableColumn("房号", 12),
    TableColumn("业户", 10),
    TableColumn("减免金额", 10, "right"),
    TableColumn("原因", 26),
    TableColumn("申请人", 8),
    TableColumn("申请", 10),
    TableColumn("结果", 7),
    TableColumn("签批级别", 8),
    TableColumn("签批人", 10),
    TableColumn("签批", 10),
    TableColumn("审批单号", 14),
)


@dataclass(frozen=True, slots=True)
class WaiverSheet:
    """The waivers of a period as they stood at ``made_at``."""

    period: str
    pending: Sequence[WaiverRow]
    decided: Sequence[WaiverRow]
    made_at: datetime


def write_pdf(
    sheet: WaiverSheet, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw what was decided, oldest first, and what waits; sums by who signed."""
    decided = sorted(sheet.decided, key=lambda row: (row.decided_at, row.id))
    approved = [row for row in decided if row.status is WaiverStatus.APPROVED]
    total = _sum(approved)
    sums = "　".join(
        f"{word} {format_money(_sum(row for row in approved if row.level is level))}"
        for level, word in LEVELS.items()
    )
    subtitle = translate(
        "WaiverSheet", "{centre}　period {period}　as at {time}　{count} approved"
    ).format(
        centre=office.centre_name,
        period=sheet.period,
        time=f"{local_time(office, sheet.made_at):%Y-%m-%d %H:%M}",
        count=len(approved),
    )
    drawn = ListSheet(
        title=TITLE,
        subtitle=subtitle,
        sections=(
            _section(f"本期已处理　{len(decided)}", decided, office, sheet.made_at),
            _section(
                f"待批　{len(sheet.pending)}", sheet.pending, office, sheet.made_at
            ),
        ),
        signatures=("管家部：", "财务部：", "日期："),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
        note=f"本期批准减免合计 {format_money(total)} 元（{sums}）　"
        f"{format_capitals(total)}",
    )
    write_list(drawn, out, translate)


def _section(
    title: str, rows: Sequence[WaiverRow], office: Office, made_at: datetime
) -> ListSection:
    return ListSection(
        title,
        _COLUMNS,
        tuple(
            _texts(serial, row, office, made_at)
            for serial, row in enumerate(rows, start=1)
        ),
        "无",
    )


def _texts(
    serial: int, row: WaiverRow, office: Office, made_at: datetime
) -> tuple[str, ...]:
    level = row.need.level if row.need else row.level
    is_decided = row.status in (WaiverStatus.APPROVED, WaiverStatus.REJECTED)
    return (
        str(serial),
        row.number,
        row.room,
        row.owner_name,
        format_money(row.amount),
        row.reason,
        row.applicant,
        moment_text(office, row.applied_at, made_at),
        STATUSES[row.status],
        LEVELS[level] if row.need or is_decided else "",
        row.approver,
        moment_text(office, row.decided_at, made_at),
        row.paper_ref or ("" if is_decided else row.form_no),
    )


def _sum(rows: Iterable[WaiverRow]) -> Decimal:
    return sum((row.amount for row in rows), ZERO)
