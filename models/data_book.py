"""The data book (数据簿): its sheets, headings and rows, exactly as agreed.

The headings are decided to the letter in interfaces.md 2; other programs rely on
them. A row's attribute names the fact, its heading says how the book writes it.
"""

from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models.data_book_problem import Problem

# ruff: noqa: RUF009 - _text, _time, _money and the like answer with dataclass fields

FIRST_YEAR, LAST_YEAR = 1990, 2099
NAMES = "、"
"""What stands between the names of several technicians."""


class CellKind(StrEnum):
    """What may stand in a cell."""

    TEXT = "text"
    IDENTIFIER = "identifier"
    """Text that a spreadsheet spoils when it takes it for a number."""
    NAMES = "names"
    MONEY = "money"
    TIME = "time"
    PERIOD = "period"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a sheet; ``name`` is the attribute of the row it fills."""

    title: str
    name: str
    kind: CellKind
    is_required: bool = False
    choices: tuple[str, ...] = ()
    shortest: int = 1
    longest: int = 1000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet; times are aware UTC, texts are stripped, empty is ``""``.

    ``row`` is the row in the sheet, from 2. ``bad`` names the attributes whose cell
    could not be read: they are empty, and no rule may judge them a second time.
    """

    row: int = 0
    bad: frozenset[str] = frozenset()


def _cell(title: str, kind: CellKind, **limits: Any) -> Any:
    empty: object = ""
    if kind in (CellKind.TIME, CellKind.MONEY):
        empty = None
    elif kind is CellKind.NAMES:
        empty = ()
    return field(default=empty, metadata={"cell": (title, kind, limits)})


def _text(title: str, longest: int = 80, *, required: bool = False) -> Any:
    return _cell(title, CellKind.TEXT, longest=longest, is_required=required)


def _identifier(title: str, longest: int = 30, *, required: bool = False) -> Any:
    return _cell(title, CellKind.IDENTIFIER, longest=longest, is_required=required)


def _choice(title: str, *choices: str, required: bool = False) -> Any:
    return _cell(title, CellKind.CHOICE, choices=choices, is_required=required)


def _time(title: str, *, required: bool = False) -> Any:
    return _cell(title, CellKind.TIME, is_required=required)


def _money(title: str, *, required: bool = False) -> Any:
    return _cell(title, CellKind.MONEY, is_required=required)


UNIT, PUBLIC, OFFICE = "业户单元", "公共区域", "管理处办公区"
PAID, CONTRACT, FREE = "有偿", "合同", "免费"
COMPLETED, UNFINISHED = "完成", "未完成"
PASSED, FAILED = "合格", "不合格"
VOID, CANCELLED = "作废", "销单"
PAYMENT, REFUND, ADJUSTMENT = "收款", "退款", "调整"
DIRECTOR, LEADER = "物业总监", "公司领导"
SATISFACTION = ("满意", "基本满意", "不满意")


@dataclass(frozen=True, slots=True)
class SlipRow(SheetRow):
    """One slip of sheet 维修单."""

    number: str = _identifier("单号", required=True)
    area_kind: str = _choice("区域类别", UNIT, PUBLIC, OFFICE, required=True)
    area: str = _text("区域", 40, required=True)
    place: str = _identifier("地点", 80, required=True)
    unit: str = _identifier("单元号")
    owner_name: str = _text("业户名称")
    reporter: str = _text("报修人", required=True)
    report_dept: str = _text("报修部门")
    phone: str = _identifier("联系电话")
    content: str = _cell(
        "维修内容", CellKind.TEXT, is_required=True, shortest=2, longest=300
    )
    channel: str = _text("渠道", 20)
    job_type: str = _choice("类型", "紧急", "日常", "计划性")
    reported_at: datetime | None = _time("报修时间")
    issued_at: datetime | None = _time("派发时间", required=True)
    taken_by: str = _text("接报人")
    trade: str = _text("工种", 20)
    dispatched_at: datetime | None = _time("派工时间")
    supervisor: str = _text("专业主管")
    received_at: datetime | None = _time("主管接单时间")
    technicians: tuple[str, ...] = _cell("维修人", CellKind.NAMES, longest=200)
    appointment_at: datetime | None = _time("预约时间")
    arrived_at: datetime | None = _time("到场时间")
    done_at: datetime | None = _time("完工时间")
    returned_at: datetime | None = _time("返单时间")
    escorted_at: datetime | None = _time("先交财务时间")
    escort: str = _text("陪同人")
    outcome: str = _choice("维修结果", COMPLETED, UNFINISHED)
    result_text: str = _text("处理说明", 2000)
    charge_class: str = _choice("计费类别", PAID, "保修", "返修", CONTRACT, FREE)
    labour_fee: Decimal | None = _money("人工费")
    material_fee: Decimal | None = _money("材料费")
    quote: Decimal | None = _money("确认报价")
    opinion: str = _choice("业户意见", *SATISFACTION)
    sign_status: str = _choice("签字情况", "本人", "代签", "不在", "拒签")
    signed_by: str = _text("签字人")
    inspection: str = _choice("验收结果", PASSED, FAILED)
    inspected_by: str = _text("验收人")
    inspected_at: datetime | None = _time("验收时间")
    ending: str = _choice("结局", VOID, CANCELLED)
    ended_at: datetime | None = _time("结局时间")
    end_reason: str = _text("结局原因", 300)
    parent_number: str = _identifier("原单号")
    remark: str = _text("备注", 2000)


@dataclass(frozen=True, slots=True)
class MoneyRow(SheetRow):
    """One payment, refund or adjustment of sheet 收退款."""

    number: str = _identifier("单号", required=True)
    kind: str = _choice("种类", PAYMENT, REFUND, ADJUSTMENT, required=True)
    amount: Decimal | None = _money("金额", required=True)
    method: str = _choice("方式", "现金", "转账", "微信", "支付宝", "刷卡", "其他")
    at: datetime | None = _time("时间", required=True)
    receipt_no: str = _text("收据号", 40)
    note: str = _text("说明", 1000)


@dataclass(frozen=True, slots=True)
class WaiverRow(SheetRow):
    """One approved waiver of sheet 减免."""

    number: str = _identifier("单号", required=True)
    amount: Decimal | None = _money("金额", required=True)
    reason: str = _text("原因", 1000, required=True)
    applicant: str = _text("申请人", required=True)
    approver: str = _text("批准人", required=True)
    level: str = _choice("级别", DIRECTOR, LEADER, required=True)
    at: datetime | None = _time("批准时间", required=True)


@dataclass(frozen=True, slots=True)
class FeedbackRow(SheetRow):
    """What was told of an unfinished slip: one row of sheet 反馈."""

    number: str = _identifier("单号", required=True)
    at: datetime | None = _time("时间", required=True)
    reason: str = _text("原因", 1000, required=True)
    eta_at: datetime | None = _time("预计完成", required=True)


@dataclass(frozen=True, slots=True)
class CallbackRow(SheetRow):
    """One attempt to call back: one row of sheet 回访."""

    number: str = _identifier("单号", required=True)
    at: datetime | None = _time("时间", required=True)
    method: str = _choice("方式", "电话", "上门", "现场复核", required=True)
    result: str = _choice("结果", "接通", "未接通", "拒绝", required=True)
    works: str = _choice("使用正常", "是", "否")
    opinion: str = _choice("满意度", *SATISFACTION)
    comment: str = _text("意见", 2000)
    called_by: str = _text("回访人", required=True)


@dataclass(frozen=True, slots=True)
class ClosingRow(SheetRow):
    """One closed finance period: one row of sheet 关账."""

    period: str = _cell("期间", CellKind.PERIOD, is_required=True, longest=7)
    at: datetime | None = _time("时间", required=True)


LaterRow = MoneyRow | WaiverRow | FeedbackRow | CallbackRow | ClosingRow

SHEETS: dict[str, type[SheetRow]] = {
    "维修单": SlipRow,
    "收退款": MoneyRow,
    "减免": WaiverRow,
    "反馈": FeedbackRow,
    "回访": CallbackRow,
    "关账": ClosingRow,
}
"""The sheets of a book, in their order, and what a row of each is."""


def _headings(row_type: type[SheetRow]) -> tuple[Heading, ...]:
    return tuple(
        Heading(title, each.name, kind, **limits)
        for each in fields(row_type)
        if "cell" in each.metadata
        for title, kind, limits in (each.metadata["cell"],)
    )


HEADINGS: dict[str, tuple[Heading, ...]] = {
    title: _headings(row_type) for title, row_type in SHEETS.items()
}
"""Sheet title → its columns, in their order."""


@dataclass(frozen=True, slots=True)
class BookRows:
    """Everything a book holds, each sheet in its own order."""

    slips: tuple[SlipRow, ...] = ()
    money: tuple[MoneyRow, ...] = ()
    waivers: tuple[WaiverRow, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()
    callbacks: tuple[CallbackRow, ...] = ()
    closings: tuple[ClosingRow, ...] = ()

    def sheets(self) -> dict[str, tuple[SheetRow, ...]]:
        """Sheet title → rows, in the order of ``SHEETS``."""
        rows = (getattr(self, each.name) for each in fields(self))
        return dict(zip(SHEETS, rows, strict=True))


def problem_order(problem: Problem) -> tuple[int, int, int]:
    """The place of a problem in a list: by sheet, row and column."""
    headings = HEADINGS.get(problem.sheet, ())
    titles = [heading.title for heading in headings]
    column = titles.index(problem.heading) if problem.heading in titles else -1
    sheet = list(SHEETS).index(problem.sheet) if problem.sheet in SHEETS else -1
    return sheet, problem.row, column
