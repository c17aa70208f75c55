"""交接班表: what one post tells the next, signed by both (S4c-4.5)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import BinaryIO

from models.gap_case import GapKind
from models.shift_sheet import SheetSlip, ShiftSheet
from models.text import Translate
from reports.gap_sheet import KINDS, gap_name
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office, local_time, moment_text, procedure
from reports.slip_words import POSTS, STATES
from reports.table import TableColumn

TITLE = "交接班表"
_COLUMNS = (
    TableColumn("序号", 4, "right"),
    TableColumn("单号", 12),
    TableColumn("单元/地点", 15),
    TableColumn("维修内容", 28),
    TableColumn("状态", 9),
    TableColumn("经手人", 11),
    TableColumn("派发", 10),
    TableColumn("未完成原因", 12),
    TableColumn("预计完成", 10),
    TableColumn("预约", 10),
    TableColumn("交代事项", 20),
)
_GAP_COLUMNS = (
    TableColumn("序号", 4, "right"),
    TableColumn("类别", 10),
    TableColumn("编号", 26),
    TableColumn("缺漏原因", 26),
    TableColumn("追查责任人", 20),
)


def write_pdf(
    sheet: ShiftSheet, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw the sheet: urgent ones first, then 失联, appointments, the rest, cases.

    A slip stands in the first part that names it, so that none is read twice; what
    it is besides stands in its row, and the heading of that part counts it.
    """
    begins = local_time(office, sheet.shift_at)
    until = local_time(office, sheet.shift_until)
    made_at = local_time(office, sheet.made_at)
    subtitle = translate(
        "HandoverSheet",
        "{centre}　{begins}–{until}　{from_post} to {to_post}　as at {time}　"
        "{count} unfinished",
    ).format(
        centre=office.centre_name,
        begins=f"{begins:%Y-%m-%d %H:%M}",
        until=f"{until:%H:%M}",
        from_post=POSTS[sheet.from_post],
        to_post=POSTS[sheet.to_post],
        time=f"{made_at:%m-%d %H:%M}",
        count=len(sheet.slips),
    )
    parts = sheet_parts(sheet)
    checked = f"（{sheet.checked_on:%m-%d}返单核对）" if sheet.checked_on else ""
    heads = ("紧急", f"失联{checked}", "本班预约", "其他未完成")
    counts = [len(part) for part in parts]
    counts[1:3] = len(sheet.missing), len(sheet.appointments)
    sections = [
        ListSection(
            _heading(head, count, len(part)),
            _COLUMNS,
            _rows(office, sheet, part),
            "无" if count == 0 else "见上",
        )
        for head, count, part in zip(heads, counts, parts, strict=True)
    ]
    if sheet.is_check_damaged:
        damaged = "该日返单核对与定稿时不符，失联无法列出；请运行自检"
        sections[1] = replace(sections[1], title=heads[1], empty=damaged)
    gaps = tuple(
        (
            str(serial),
            KINDS[GapKind(gap.kind)],
            gap_name(GapKind(gap.kind), gap.ref),
            gap.cause or "",
            gap.owner or "",
        )
        for serial, gap in enumerate(sheet.gaps, start=1)
    )
    sections.append(ListSection(f"缺漏追查　{len(gaps)}", _GAP_COLUMNS, gaps, "无"))
    drawn = ListSheet(
        title=TITLE,
        subtitle=subtitle,
        sections=tuple(sections),
        signatures=(
            f"交班人：{sheet.given_by}",
            f"接班人：{sheet.taken_by}",
            f"交接时间：{made_at:%Y-%m-%d %H:%M}" if sheet.given_by else "交接时间：",
        ),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
        note=f"注意事项：{sheet.note or ''}",
    )
    write_list(drawn, out, translate)


def sheet_parts(sheet: ShiftSheet) -> tuple[tuple[SheetSlip, ...], ...]:
    """Urgent, missing, appointments, others; each slip once."""
    missing = set(sheet.missing)
    wanted: tuple[Iterable[SheetSlip], ...] = (
        sheet.urgent,
        (slip for slip in sheet.slips if slip.number in missing),
        sheet.appointments,
        sheet.slips,
    )
    told: set[str] = set()
    parts = []
    for part in wanted:
        fresh = tuple(slip for slip in part if slip.number not in told)
        told.update(slip.number for slip in fresh)
        parts.append(fresh)
    return tuple(parts)


def _heading(head: str, count: int, listed: int) -> str:
    above = f"（{count - listed} 张已列在上面）" if count > listed else ""
    return f"{head}　{count}{above}"


def _rows(
    office: Office, sheet: ShiftSheet, slips: Iterable[SheetSlip]
) -> tuple[tuple[str, ...], ...]:
    made_at = sheet.made_at
    return tuple(
        (
            str(serial),
            slip.number,
            slip.room,
            slip.content,
            STATES[slip.state],
            slip.holder,
            moment_text(office, slip.issued_at, made_at),
            _why(sheet, slip),
            moment_text(office, slip.eta_at, made_at),
            moment_text(office, slip.appointment_at, made_at),
            "",
        )
        for serial, slip in enumerate(slips, start=1)
    )


def _why(sheet: ShiftSheet, slip: SheetSlip) -> str:
    """Why it is not done; of an urgent slip also that nobody has said why."""
    reason = slip.reason or ""
    if slip.is_urgent and slip.number in sheet.missing:
        return "，".join(filter(None, ("失联", reason)))
    return reason
