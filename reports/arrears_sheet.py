"""欠费清单: what is owed, by payer, with its age and the totals."""

from datetime import datetime
from itertools import pairwise
from typing import BinaryIO

from models.arrears import AGES, Arrears, ArrearsLine
from models.money import format_capitals, format_money
from models.text import Translate
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office, local_time, moment_text, procedure
from reports.table import TableColumn

TITLE = "欠费清单"
_SIGNED = ("财务部", "管家部", "日期")
_OWED = (
    TableColumn("序号", 5, "right"),
    TableColumn("交款人", 22),
    TableColumn("单号", 17),
    TableColumn("房号", 16),
    TableColumn("维修内容", 27),
    TableColumn("派发", 12),
    TableColumn("入账", 12),
    TableColumn("账龄/天", 8, "right"),
    TableColumn("应收", 14, "right"),
    TableColumn("减免", 14, "right"),
    TableColumn("已收", 14, "right"),
    TableColumn("欠费", 15, "right"),
    TableColumn("备注", 18),
)
_AHEAD = (
    TableColumn("交款人", 24),
    TableColumn("单号", 18),
    TableColumn("房号", 16),
    TableColumn("维修内容", 36),
    TableColumn("派发", 10),
    TableColumn("已收", 15, "right"),
    TableColumn("多收", 15, "right"),
)


def write_pdf(
    arrears: Arrears, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw the list; where nobody owes anything it says so. Raises ``FontMissing``."""
    made_at = local_time(office, arrears.at)
    count = sum(1 for _ in arrears.lines)
    subtitle = translate(
        "ArrearsSheet", "{centre}　as at {time}　{payers} payers, {count} slips"
    ).format(
        centre=office.centre_name,
        time=f"{made_at:%Y-%m-%d %H:%M}",
        payers=len(arrears.payers),
        count=count,
    )
    sections = [ListSection("", _OWED, _owed(arrears, office), "没有欠费。")]
    if arrears.prepaid:
        rows = tuple(_ahead(arrears, office, line) for line in arrears.prepaid)
        sections.append(ListSection("已收款未见单（不计入欠费）", _AHEAD, rows))
    sheet = ListSheet(
        title=TITLE,
        subtitle=subtitle,
        sections=tuple(sections),
        signatures=tuple(f"{name}：" for name in _SIGNED),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
        note=_note(arrears),
    )
    write_list(sheet, out, translate)


def _owed(arrears: Arrears, office: Office) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    serial = 0
    for payer in arrears.payers:
        for line in payer.lines:
            serial += 1
            rows.append(_row(arrears, office, str(serial), line))
        if len(payer.lines) > 1:
            sums = format_money(payer.balance)
            rows.append(("", f"{payer.payer} 小计", *[""] * 9, sums, ""))
    if rows:
        rows.append(("", "合计", *[""] * 9, format_money(arrears.owed), ""))
    return tuple(rows)


def _row(
    arrears: Arrears, office: Office, serial: str, line: ArrearsLine
) -> tuple[str, ...]:
    pending = f"减免 {format_money(line.pending)} 待批" if line.pending else ""
    return (
        serial,
        line.payer,
        line.number,
        line.room,
        line.content,
        _day(office, line.issued_at, arrears),
        _day(office, line.since, arrears),
        str(line.days),
        format_money(line.charged),
        format_money(line.waived) if line.waived else "",
        format_money(line.received) if line.received else "",
        format_money(line.balance),
        pending,
    )


def _ahead(arrears: Arrears, office: Office, line: ArrearsLine) -> tuple[str, ...]:
    return (
        line.payer,
        line.number,
        line.room,
        line.content,
        _day(office, line.issued_at, arrears),
        format_money(line.received),
        format_money(-line.balance),
    )


def _day(office: Office, at: datetime | None, arrears: Arrears) -> str:
    return moment_text(office, at, arrears.at).rsplit(" ", 1)[0]


def _note(arrears: Arrears) -> str:
    """The total in words, and how old it is."""
    if not arrears.payers:
        return ""
    names = [f"{AGES[0]} 天内"]
    names += [f"{low + 1}–{high} 天" for low, high in pairwise(AGES)]
    names.append(f"{AGES[-1]} 天以上")
    ages = "，".join(
        f"{name} {format_money(amount)}"
        for name, amount in zip(names, arrears.by_age(), strict=True)
    )
    total, capitals = format_money(arrears.owed), format_capitals(arrears.owed)
    return f"欠费合计 {total}，{capitals}。账龄：{ages}。"
