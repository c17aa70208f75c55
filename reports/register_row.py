"""One line of the registers (追踪统计表): what is known of a slip, and its columns.

The headings are those of domain-model 4.5, to the letter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from models.register_book import BookOrigin
from models.slip import SlipState
from models.text import Translate
from reports.sheet import Kind, Value

PUBLIC_TITLE = "工程维修单追踪统计表"
UNIT_TITLE = "工程有偿维修单追踪统计表"
"""The titles of the controlled documents (S4-5.2, S4-5.3)."""

SERIAL = "序号"
UNSTRUCK = frozenset({SERIAL, "状态", "备注"})
"""Columns that stay readable in the line of a slip that is void or cancelled."""

ENDED = frozenset({SlipState.VOID, SlipState.CANCELLED})
"""Slips that keep their line, struck out (4.5)."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A slip as the registers say it; times are local, money is yuan.

    Empty and None: not known, or not yet. ``issued_on`` is the day that puts it on a
    sheet of its week or period; ``version`` is that of the slip.
    """

    number: str
    state: SlipState
    reported_at: datetime
    taken_by: str
    area: str
    place: str
    unit: str
    owner: str
    reporter: str
    phone: str
    content: str
    kind: str
    trade: str
    dispatched_at: datetime | None
    supervisor: str
    technicians: str
    arrived_at: datetime | None
    arrived_in_time: str
    done_at: datetime | None
    returned_at: datetime | None
    returned_in_time: str
    result: str
    unfinished_reason: str
    eta_at: datetime | None
    inspection: str
    charge: str
    material: Decimal | None
    labour: Decimal | None
    quote: Decimal | None
    charged: Decimal | None
    waived: str
    received: Decimal | None
    methods: str
    receipts: str
    paid_on: date | None
    unpaid: Decimal | None
    opinion: str
    called_on: date | None
    call_result: str
    finance_copy: str
    state_word: str
    remark: str
    issued_on: date
    version: int

    @property
    def is_struck(self) -> bool:
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class Register:
    """One register: its rows in the order of their numbers, and what it covers.

    ``from_on`` and ``until_on`` bound the day of issue, the end not included; None
    is open. ``asked`` says in words what else the rows were chosen by, ``sorted_by``
    how they are sorted where that is not by number. By its ``origin`` the workbook is
    known again when it comes back.
    """

    is_unit: bool
    centre: str
    procedure: str
    zone: ZoneInfo
    from_on: date | None
    until_on: date | None
    rows: tuple[RegisterRow, ...]
    origin: BookOrigin
    asked: str = ""
    sorted_by: str = ""

    @property
    def made_on(self) -> date:
        """The day it was made, at the site."""
        return self.origin.made_at.astimezone(self.zone).date()

    @property
    def columns(self) -> "tuple[RegisterColumn, ...]":
        """Its columns after 序号."""
        return UNIT_COLUMNS if self.is_unit else PUBLIC_COLUMNS

    @property
    def title(self) -> str:
        """The exact title of the document."""
        return UNIT_TITLE if self.is_unit else PUBLIC_TITLE


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A heading, its cells, and its width on paper (mm before fitting to the page)."""

    title: str
    width: float
    value: Callable[[RegisterRow], Value]
    kind: Kind = Kind.TEXT


def _day(row: RegisterRow) -> date:
    return row.reported_at.date()


_NUMBER = RegisterColumn("单号", 18.2, lambda row: row.number)
_TAKEN = (
    RegisterColumn("接报日期", 10, _day, Kind.DATE),
    RegisterColumn("接报时间", 8.5, lambda row: row.reported_at.time(), Kind.CLOCK),
    RegisterColumn("接报岗位/人", 13, lambda row: row.taken_by),
)
_PHONE = RegisterColumn("联系电话(掩码)", 15.8, lambda row: row.phone)
_CONTENT = RegisterColumn("维修内容", 30, lambda row: row.content)
_KIND = RegisterColumn("类型/紧急", 8.5, lambda row: row.kind)
_WORK = (
    RegisterColumn("工种", 8, lambda row: row.trade),
    RegisterColumn("派工时间", 9.5, lambda row: row.dispatched_at, Kind.SHORT_MOMENT),
    RegisterColumn("专业主管", 11, lambda row: row.supervisor),
    RegisterColumn("维修人", 12, lambda row: row.technicians),
)
_ARRIVED = RegisterColumn(
    "到场时间", 9.5, lambda row: row.arrived_at, Kind.SHORT_MOMENT
)
_DONE = RegisterColumn("完工时间", 9.5, lambda row: row.done_at, Kind.SHORT_MOMENT)
_RETURNED = RegisterColumn(
    "返单时间", 9.5, lambda row: row.returned_at, Kind.SHORT_MOMENT
)
_RESULT = (
    RegisterColumn("维修结果", 16, lambda row: row.result),
    RegisterColumn("未完成原因", 10.5, lambda row: row.unfinished_reason),
    RegisterColumn("预计完成", 9.5, lambda row: row.eta_at, Kind.SHORT_MOMENT),
)
_STATE = RegisterColumn("状态", 9.5, lambda row: row.state_word)
_REMARK = RegisterColumn("备注", 13, lambda row: row.remark)

PUBLIC_COLUMNS = (
    _NUMBER,
    *_TAKEN,
    RegisterColumn("区域", 12, lambda row: row.area),
    RegisterColumn("地点", 17, lambda row: row.place),
    RegisterColumn("报修人(部门)", 13, lambda row: row.reporter),
    _PHONE,
    _CONTENT,
    _KIND,
    *_WORK,
    _ARRIVED,
    _DONE,
    _RETURNED,
    RegisterColumn("17:30前返单(是/否)", 9, lambda row: row.returned_in_time),
    *_RESULT,
    RegisterColumn("验收结果/验收人", 12.5, lambda row: row.inspection),
    RegisterColumn("回访/复核日期", 9, lambda row: row.called_on, Kind.DATE),
    RegisterColumn("回访结果", 8.5, lambda row: row.call_result),
    RegisterColumn("财务联(已交批次/未返/作废)", 10.5, lambda row: row.finance_copy),
    _STATE,
    _REMARK,
)
"""The 27 columns after 序号 of the register of public areas and offices."""

UNIT_COLUMNS = (
    _NUMBER,
    *_TAKEN,
    RegisterColumn("单元号", 13, lambda row: row.unit),
    RegisterColumn("业户名称", 16, lambda row: row.owner),
    RegisterColumn("报修人", 13, lambda row: row.reporter),
    _PHONE,
    _CONTENT,
    _KIND,
    *_WORK,
    _ARRIVED,
    RegisterColumn("20分钟到场(是/否)", 10, lambda row: row.arrived_in_time),
    _DONE,
    _RETURNED,
    RegisterColumn("17:30前返单", 10, lambda row: row.returned_in_time),
    *_RESULT,
    RegisterColumn("计费类别(有偿/保修/返修/合同)", 13, lambda row: row.charge),
    RegisterColumn("材料费", 11.5, lambda row: row.material, Kind.MONEY),
    RegisterColumn("人工费", 11.5, lambda row: row.labour, Kind.MONEY),
    RegisterColumn("确认报价", 11.5, lambda row: row.quote, Kind.MONEY),
    RegisterColumn("应收", 11.5, lambda row: row.charged, Kind.MONEY),
    RegisterColumn("减免(批准人)", 11, lambda row: row.waived),
    RegisterColumn("实收", 11.5, lambda row: row.received, Kind.MONEY),
    RegisterColumn("付款方式", 9, lambda row: row.methods),
    RegisterColumn("收据/发票号", 11.5, lambda row: row.receipts),
    RegisterColumn("交费日期", 9.5, lambda row: row.paid_on, Kind.DATE),
    RegisterColumn("未收", 11.5, lambda row: row.unpaid, Kind.MONEY),
    RegisterColumn("业户意见/签字", 15, lambda row: row.opinion),
    RegisterColumn("回访日期", 9.5, lambda row: row.called_on, Kind.DATE),
    RegisterColumn("回访结果", 9, lambda row: row.call_result),
    RegisterColumn("财务联(批次/先交)", 11, lambda row: row.finance_copy),
    _STATE,
    _REMARK,
)
"""The 39 columns after 序号 of the register of units."""


def according(register: Register, translate: Translate) -> str:
    """By which procedure the register is kept, for its foot."""
    text = translate("Register", "According to {procedure}")
    return text.format(procedure=register.procedure)
