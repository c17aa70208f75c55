"""缺号追查表: every open gap case, who chases it, and room for what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from models.gap_case import GapKind
from models.gap_row import GapRow
from models.slip_copy import CopyPlace
from models.text import Translate
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office, local_time, moment_text, procedure
from reports.table import TableColumn

TITLE = "缺号追查表"
KINDS = {GapKind.NUMBER: "缺号", GapKind.COPY: "缺联", GapKind.STOCK: "缺预印单"}
PLACES = {
    CopyPlace.DISPATCH: "调度",
    CopyPlace.SUPERVISOR: "专业主管",
    CopyPlace.TECHNICIAN: "维修人",
    CopyPlace.OWNER: "业户",
    CopyPlace.ENG_FILE: "工程部存档",
    CopyPlace.HK_DESK: "管家部前台",
    CopyPlace.HK_FILE: "管家部存档",
    CopyPlace.FIN_TRANSIT: "送财务途中",
    CopyPlace.FINANCE: "财务部",
    CopyPlace.DEPARTMENT: "报修部门",
    CopyPlace.TEAM: "维修班组",
    CopyPlace.LOST: "遗失",
    CopyPlace.VOID_COLLECTED: "已收回作废",
}
_COLUMNS = (
    TableColumn("序号", 4, "right"),
    TableColumn("类别", 7),
    TableColumn("编号", 17),
    TableColumn("单元/地点", 14),
    TableColumn("最后所在/经手人", 16),
    TableColumn("发现时间", 10),
    TableColumn("发现人", 8),
    TableColumn("缺漏原因", 11),
    TableColumn("追查责任人", 10),
    TableColumn("处理结果", 24),
    TableColumn("销案时间", 10),
)


@dataclass(frozen=True, slots=True)
class GapSheet:
    """Cases as they stood at ``made_at``."""

    rows: Sequence[GapRow]
    made_at: datetime


def gap_name(kind: GapKind, ref: str) -> str:
    """What is missing, in words: ``WX261121-001 第2联（补打1）``."""
    if kind is not GapKind.COPY or ref.count("/") < 2:
        return ref
    number, copy_no, print_seq = ref.rsplit("/", 2)
    again = f"（补打{int(print_seq) - 1}）" if int(print_seq) > 1 else ""
    return f"{number} 第{copy_no}联{again}"


def write_pdf(
    sheet: GapSheet, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw the sheet; what is not known yet is left to be written by hand."""
    rows = tuple(
        _texts(office, sheet.made_at, serial, row)
        for serial, row in enumerate(sheet.rows, start=1)
    )
    made_at = local_time(office, sheet.made_at)
    subtitle = translate(
        "GapSheet", "{centre}　as at {time}　{count} cases, {open} open"
    ).format(
        centre=office.centre_name,
        time=f"{made_at:%Y-%m-%d %H:%M}",
        count=len(rows),
        open=sum(row.closed_at is None for row in sheet.rows),
    )
    empty = translate("GapSheet", "Nothing is missing.")
    drawn = ListSheet(
        title=TITLE,
        subtitle=subtitle,
        sections=(ListSection("", _COLUMNS, rows, empty),),
        signatures=("管家部：", "工程部：", "日期："),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
    )
    write_list(drawn, out, translate)


def _texts(
    office: Office, made_at: datetime, serial: int, row: GapRow
) -> tuple[str, ...]:
    place = row.place_before if row.place is CopyPlace.LOST else row.place
    where = [PLACES[place]] if place is not None else []
    return (
        str(serial),
        KINDS[row.kind],
        gap_name(row.kind, row.ref),
        row.room,
        "，".join([*where, *([row.holder] if row.holder else [])]),
        moment_text(office, row.found_at, made_at),
        row.found_by,
        row.cause or "",
        row.owner or "",
        row.resolution or "",
        moment_text(office, row.closed_at, made_at),
    )
