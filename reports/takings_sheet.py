"""日收款明细: every entry of a day, sums by method, cash for the bank, signatures."""

from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from models.ledger_entry import PayMethod
from models.money import ZERO, format_capitals, format_money
from models.takings import DayTakings, TakingsLine, sum_of
from models.text import Translate
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.money_words import METHODS
from reports.office import Office, local_time, moment_text, procedure
from reports.table import TableColumn

TITLE = "日收款明细"
_SIGNED = ("收款人", "出纳", "财务主管", "日期")
_ENTRIES = (
    TableColumn("序号", 5, "right"),
    TableColumn("时间", 9),
    TableColumn("收据号", 15),
    TableColumn("发票号", 13),
    TableColumn("交款人", 20),
    TableColumn("单号", 17),
    TableColumn("房号", 16),
    TableColumn("方式", 9),
    TableColumn("金额", 15, "right"),
    TableColumn("经办", 13),
    TableColumn("说明", 30),
)
_METHODS = (
    TableColumn("方式", 12),
    TableColumn("收款笔数", 10, "right"),
    TableColumn("收款", 18, "right"),
    TableColumn("退款笔数", 10, "right"),
    TableColumn("退款", 18, "right"),
    TableColumn("净额", 18, "right"),
)


def write_pdf(
    takings: DayTakings, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Draw the day; one without money says so. Raises ``FontMissing``."""
    made_at = local_time(office, takings.at)
    subtitle = translate("TakingsSheet", "{centre}　{day}　as at {time}").format(
        centre=office.centre_name, day=takings.day, time=f"{made_at:%Y-%m-%d %H:%M}"
    )
    sections = (
        _entries("一、收款", takings, office, takings.payments, "本日无收款。"),
        _entries("二、退款", takings, office, takings.refunds, "本日无退款。"),
        ListSection("三、按方式合计", _METHODS, _sums(takings), "本日无收退款。"),
    )
    sheet = ListSheet(
        title=TITLE,
        subtitle=subtitle,
        sections=sections,
        signatures=tuple(f"{name}：" for name in _SIGNED),
        foot=translate("ListSheet", "According to {procedure}").format(
            procedure=procedure(office)
        ),
        note=_note(takings),
    )
    write_list(sheet, out, translate)


def _entries(
    title: str,
    takings: DayTakings,
    office: Office,
    lines: Sequence[TakingsLine],
    empty: str,
) -> ListSection:
    rows = [
        (
            str(serial),
            f"{local_time(office, line.effective_at):%H:%M}",
            line.receipt_no,
            line.invoice_no,
            line.payer,
            line.number,
            line.room,
            METHODS[line.method],
            format_money(line.amount),
            line.recorded_by,
            _remark(takings.day, office, line),
        )
        for serial, line in enumerate(lines, start=1)
    ]
    if rows:
        total = ("", "", "", "", "", "", "", "合计", format_money(sum_of(lines)))
        rows.append((*total, "", f"{len(rows)} 笔"))
    return ListSection(title, _ENTRIES, tuple(rows), empty)


def _remark(day: date, office: Office, line: TakingsLine) -> str:
    """What is out of the ordinary, then the note."""
    parts = []
    if line.is_reversal:
        parts.append("冲正")
    if line.is_reversed:
        parts.append("已冲正")
    recorded = local_time(office, line.recorded_at)
    if recorded is not None and recorded.date() != day:
        parts.append(f"{moment_text(office, line.recorded_at, line.effective_at)} 补录")
    if line.note:
        parts.append(line.note)
    return "，".join(parts)


def _sums(takings: DayTakings) -> tuple[tuple[str, ...], ...]:
    rows = []
    for method in PayMethod:
        received, refunded = takings.by_method(method)
        counts = [
            sum(line.method is method for line in lines)
            for lines in (takings.payments, takings.refunds)
        ]
        if any(counts):
            rows.append(
                (
                    METHODS[method],
                    str(counts[0]),
                    format_money(received),
                    str(counts[1]),
                    format_money(refunded),
                    format_money(received - refunded),
                )
            )
    if rows:
        rows.append(
            (
                "合计",
                str(len(takings.payments)),
                format_money(takings.received),
                str(len(takings.refunds)),
                format_money(takings.refunded),
                format_money(takings.net),
            )
        )
    return tuple(rows)


def _note(takings: DayTakings) -> str:
    """The sums in words: what a signature stands for."""
    said = [f"本日净收款 {format_money(takings.net)}，{format_capitals(takings.net)}。"]
    cash = takings.cash_to_bank
    if cash > ZERO:
        capitals = format_capitals(cash)
        said.append(f"其中现金 {format_money(cash)}（{capitals}），当日送存银行。")
    elif cash < ZERO:
        said.append(f"现金支出多于收入 {format_money(-cash)}，由备用金垫付。")
    else:
        said.append("本日无现金送存银行。")
    return "".join(said)
