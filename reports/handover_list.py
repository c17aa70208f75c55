"""财务联移交清单: what finance copies go over in a bundle, signed by both sides."""

from datetime import datetime
from typing import BinaryIO

from models.handover_list import Bundle, BundleCopy, HandoverList
from models.money import format_capitals, format_money
from models.slip import SlipState
from models.text import Translate
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office, local_time, moment_text, procedure
from reports.slip_words import STATES
from reports.table import TableColumn

TITLE = "财务联移交清单"
_COLUMNS = (
    TableColumn("序号", 4, "right"),
    TableColumn("单号", 13),
    TableColumn("单元/地点", 17),
    TableColumn("业户", 11),
    TableColumn("维修内容", 28),
    TableColumn("派发", 10),
    TableColumn("联到手", 10),
    TableColumn("状态", 8),
    TableColumn("应收（元）", 11, "right"),
    TableColumn("备注", 16),
)


def write_pdf(
    found: HandoverList,
    bundle: Bundle,
    office: Office,
    out: BinaryIO,
    translate: Translate,
) -> None:
    """Draw the list of one bundle; what an escort brought stands apart, uncounted."""
    handed = local_time(office, bundle.handed_at)
    begins = local_time(office, found.starts_at)
    ends = local_time(office, found.ends_at)
    subtitle = translate(
        "HandoverList",
        "{centre}　period {period} ({begins} 00:00 to {ends} 00:00)　bundle {batch_no}",
    ).format(
        centre=office.centre_name,
        period=found.period,
        begins=f"{begins:%Y-%m-%d}",
        ends=f"{ends:%Y-%m-%d}",
        batch_no=bundle.batch_no,
    )
    sections = [
        ListSection(
            f"本批移交　{len(bundle.copies)} 联",
            _COLUMNS,
            _rows(office, found.at, bundle.copies),
            "无",
        ),
        ListSection(
            f"已先交（陪同交费，不计入本批）　{len(found.early)} 联",
            _COLUMNS,
            _rows(office, found.at, found.early),
            "无",
        ),
    ]
    if found.number_only:
        sections.append(
            ListSection(
                f"未打印即作废或销单（无纸联，仅列单号）　{len(found.number_only)} 单",
                _COLUMNS,
                _rows(office, found.at, found.number_only),
            )
        )
    total = bundle.amount
    drawn = ListSheet(
        title=TITLE,
        subtitle=subtitle,
        sections=tuple(sections),
        signatures=(
            f"移交人（管家部）：{bundle.from_staff}",
            f"接收人（财务部）：{bundle.to_staff}",
            f"移交时间：{handed:%Y-%m-%d %H:%M}" if handed else "移交时间：",
        ),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
        note=(
            f"本批合计 {len(bundle.copies)} 联，应收 {format_money(total)} 元，"
            f"大写：{format_capitals(total)}"
        ),
    )
    write_list(drawn, out, translate)


def _rows(
    office: Office, at: datetime, copies: tuple[BundleCopy, ...]
) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(serial),
            copy.number,
            copy.room,
            copy.owner_name,
            copy.content,
            moment_text(office, copy.issued_at, at),
            moment_text(office, copy.arrived_at, at),
            STATES[copy.state],
            format_money(copy.charged),
            _remark(copy),
        )
        for serial, copy in enumerate(copies, start=1)
    )


def _remark(copy: BundleCopy) -> str:
    """What Finance must know of this paper."""
    parts = []
    if copy.is_earlier:
        parts.append("以前期")
    if copy.is_photocopy:
        parts.append("原联遗失，附复印件")
    if copy.escort:
        parts.append(f"陪同 {copy.escort}")
    if copy.state is SlipState.VOID:
        parts.append("作废联")
    return "；".join(parts)
