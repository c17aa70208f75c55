"""未完成工程维修单跟进单: the day's for Engineering, the week's for Housekeeping."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from models.follow_up import FollowUpSide
from models.slip import JobType
from models.text import Translate
from models.unfinished_row import LastLook, UnfinishedRow
from models.unit import room_name
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office, local_time, moment_text, procedure
from reports.slip_words import STATES
from reports.table import TableColumn

TITLES = {
    FollowUpSide.ENGINEERING: "未完成工程维修单跟进单（日，工程部）",
    FollowUpSide.HOUSEKEEPING: "未完成工程维修单跟进单（周，管家部）",
}
_SIGNED = {
    FollowUpSide.ENGINEERING: ("工程主管", "管家部签收"),
    FollowUpSide.HOUSEKEEPING: ("管家部", "部门经理"),
}
_COLUMNS = (
    TableColumn("序号", 4, "right"),
    TableColumn("单号", 12),
    TableColumn("单元/地点", 14),
    TableColumn("维修内容", 22),
    TableColumn("状态", 9),
    TableColumn("维修人", 10),
    TableColumn("派发", 10),
    TableColumn("未完成原因", 11),
    TableColumn("预计完成", 10),
    TableColumn("上次跟进", 20),
    TableColumn("逾期", 5, "centre"),
    TableColumn("本次跟进", 22),
)


@dataclass(frozen=True, slots=True)
class FollowUpSheet:
    """The unfinished slips of a side as they stood at ``made_at``."""

    side: FollowUpSide
    rows: Sequence[UnfinishedRow]
    made_at: datetime


def write_pdf(
    sheet: FollowUpSheet, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw the sheet with room for what is done about each slip."""
    rows = tuple(
        _texts(sheet, office, serial, row)
        for serial, row in enumerate(sheet.rows, start=1)
    )
    made_at = local_time(office, sheet.made_at)
    late = sum(sheet.side in row.late_for for row in sheet.rows)
    subtitle = translate(
        "FollowUpSheet", "{centre}　as at {time}　{count} unfinished, {late} overdue"
    ).format(
        centre=office.centre_name,
        time=f"{made_at:%Y-%m-%d %H:%M}",
        count=len(rows),
        late=late,
    )
    empty = translate("FollowUpSheet", "Nothing is unfinished.")
    drawn = ListSheet(
        title=TITLES[sheet.side],
        subtitle=subtitle,
        sections=(ListSection("", _COLUMNS, rows, empty),),
        signatures=tuple(f"{name}：" for name in (*_SIGNED[sheet.side], "日期")),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
    )
    write_list(drawn, out, translate)


def _texts(
    sheet: FollowUpSheet, office: Office, serial: int, row: UnfinishedRow
) -> tuple[str, ...]:
    looks = {
        FollowUpSide.ENGINEERING: row.engineering,
        FollowUpSide.HOUSEKEEPING: row.housekeeping,
    }
    urgent = "【急】" if row.job_type is JobType.URGENT else ""
    return (
        str(serial),
        row.number,
        room_name(row.unit_label, row.area, row.place),
        f"{urgent}{row.content}",
        STATES[row.state],
        "、".join(row.technicians) or row.supervisor or "",
        moment_text(office, row.issued_at, sheet.made_at),
        row.reason or "",
        moment_text(office, row.eta_at, sheet.made_at),
        _look(office, sheet.made_at, looks[sheet.side]),
        "是" if sheet.side in row.late_for else "",
        "",
    )


def _look(office: Office, made_at: datetime, look: LastLook | None) -> str:
    if look is None:
        return "未跟进"
    return f"{moment_text(office, look.at, made_at)} {look.by}：{look.note}"
