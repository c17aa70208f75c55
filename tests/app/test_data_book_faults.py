"""A book with more than thirty planted faults: every one named, no good cell named."""

import io
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.data_book_ground import judge_book
from app.database import Database
from app.desk import Desk
from models.all import Base
from models.data_book import BookRows, ClosingRow, FeedbackRow, WaiverRow, problem_order
from models.data_book_problem import CellFault
from reports.data_book import read_xlsx
from tests.clock import Clock
from tests.data_book_maker import (
    NOW,
    ZONE,
    Raw,
    at,
    column,
    large_book,
    raw_book,
    raw_file,
    yuan,
)

SLIPS, MONEY, WAIVED = "维修单", "收退款", "减免"
TOLD, CALLED, CLOSED = "反馈", "回访", "关账"
F = CellFault
Named = tuple[str, int, str, CellFault]


def good_book() -> BookRows:
    """120 slips of 2026 with money, callbacks, waivers, feedback and closings."""
    rows = large_book(120)
    units = [slip for slip in rows.slips if slip.area_kind == "业户单元"]
    waivers = tuple(
        WaiverRow(
            number=slip.number,
            amount=yuan("0.01"),
            reason="特殊原因",
            applicant="演示管家",
            approver="演示总监",
            level="物业总监",
            at=at("2026-12-30 10:00"),
        )
        for slip in units[60:70]
    )
    feedback = tuple(
        FeedbackRow(
            number=slip.number,
            at=slip.arrived_at,
            reason="待料",
            eta_at=slip.returned_at,
        )
        for slip in units[:10]
    )
    closings = tuple(
        ClosingRow(period=f"2026-{month:02d}", at=at(f"2026-{month:02d}-22"))
        for month in range(2, 12)
    )
    # Who has something waived paid less.
    less = {row.number for row in waivers}
    money = tuple(row for row in rows.money if row.number not in less)
    return BookRows(rows.slips, money, waivers, feedback, rows.callbacks, closings)


class Planting:
    """Spoils cells of a raw book and remembers what must be named."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.named: list[Named] = []
        self._next: dict[str, int] = {}

    def row(self, sheet: str, wanted: Callable[[list[Any]], bool] | None = None) -> int:
        """A row (as the sheet counts) nothing was planted in yet."""
        number = self._next.get(sheet, 2)
        while wanted is not None and not wanted(self.raw[sheet][number - 1]):
            number += 1
        self._next[sheet] = number + 1
        return number

    def unit(self) -> int:
        return self.row(SLIPS, lambda row: row[1] == "业户单元")

    def public(self) -> int:
        return self.row(SLIPS, lambda row: row[1] == "公共区域")

    def put(self, sheet: str, row: int, heading: str, value: Any) -> None:
        """Write a value that is no fault of its own."""
        self.raw[sheet][row - 1][column(self.raw, sheet, heading)] = value

    def get(self, sheet: str, row: int, heading: str) -> Any:
        return self.raw[sheet][row - 1][column(self.raw, sheet, heading)]

    def name(self, sheet: str, row: int, heading: str, fault: CellFault) -> None:
        self.named.append((sheet, row, heading, fault))

    def plant(
        self, sheet: str, row: int, heading: str, value: Any, fault: CellFault
    ) -> None:
        self.put(sheet, row, heading, value)
        self.name(sheet, row, heading, fault)


def plant_cells(p: Planting) -> None:
    for heading, value, fault in (
        ("维修内容", None, F.MISSING),
        ("联系电话", 13800000001, F.NOT_TEXT),
        ("维修内容", "漏" * 20_000, F.TOO_LONG),
        ("维修内容", "漏", F.TOO_SHORT),
        ("区域类别", "业主家", F.NOT_A_CHOICE),
        ("派工时间", "上午九点", F.NOT_A_TIME),
        ("到场时间", "1899-12-31", F.TIME_OUT_OF_RANGE),
        ("处理说明", "=A1", F.FORMULA),
        ("人工费", "#N/A", F.ERROR_VALUE),
        ("报修人", "甲_x0007_", F.UNPRINTABLE),
        ("材料费", "八十", F.NOT_MONEY),
        ("人工费", 12.345, F.MONEY_DECIMALS),
        ("材料费", 1e9, F.MONEY_TOO_LARGE),
        ("确认报价", -1, F.MONEY_NEGATIVE),
        ("联系电话", "电话稍后告知", F.PHONE_WRONG),
        ("签字情况", "按手印", F.NOT_A_CHOICE),
    ):
        p.plant(SLIPS, p.unit(), heading, value, fault)


def plant_slips(p: Planting) -> None:
    twin, row = p.unit(), p.unit()
    p.plant(SLIPS, row, "单号", p.get(SLIPS, twin, "单号"), F.DUPLICATE_NUMBER)
    row = p.unit()
    p.plant(SLIPS, row, "单号", None, F.MISSING)
    row = p.unit()
    early = p.get(SLIPS, row, "到场时间")
    p.plant(SLIPS, row, "完工时间", early.replace(year=2025), F.EARLIER_THAN)
    row = p.unit()
    late = p.get(SLIPS, row, "返单时间")
    p.plant(
        SLIPS, row, "派工时间", late.replace(year=2027, month=1, day=1), F.LATER_THAN
    )
    row = p.unit()
    p.plant(SLIPS, row, "返单时间", "2027-01-10 09:00:01", F.IN_FUTURE)
    row = p.public()
    p.plant(SLIPS, row, "验收时间", None, F.NEEDED_WITH)
    row = p.unit()
    p.put(SLIPS, row, "验收时间", "2026-12-31 10:00:00")
    p.plant(SLIPS, row, "验收结果", "合格", F.INSPECTION_ON_UNIT)
    row = p.unit()
    worker = p.get(SLIPS, row, "维修人")
    p.plant(SLIPS, row, "签字人", worker, F.SIGNED_BY_TECHNICIAN)
    row = p.unit()
    p.put(SLIPS, row, "材料费", None)
    p.put(SLIPS, row, "计费类别", "保修")
    p.name(SLIPS, row, "人工费", F.FEE_NOT_CHARGEABLE)
    row = p.public()
    p.plant(SLIPS, row, "人工费", 5, F.FEE_ON_PUBLIC)
    row = p.unit()
    p.plant(SLIPS, row, "原单号", p.get(SLIPS, row, "单号"), F.OWN_PARENT)


def plant_later(p: Planting) -> None:
    money = len(p.raw[MONEY]) - 24
    p._next[MONEY] = money

    row = p.row(MONEY)
    p.plant(MONEY, row, "单号", "WX990101-001", F.UNKNOWN_SLIP)
    row = p.row(MONEY)
    public = p.get(SLIPS, p.public(), "单号")
    p.plant(MONEY, row, "单号", public, F.MONEY_ON_PUBLIC)
    row = p.row(MONEY)
    p.plant(MONEY, row, "时间", "2026-01-01 00:00:00", F.BEFORE_ISSUE)
    first, row = p.row(MONEY), p.row(MONEY)
    p.plant(MONEY, row, "收据号", p.get(MONEY, first, "收据号"), F.RECEIPT_TWICE)
    row = p.row(MONEY)
    p.put(MONEY, row, "种类", "退款")
    p.name(MONEY, row, "金额", F.REFUND_OVER_PAYMENTS)
    row = p.row(MONEY)
    p.plant(MONEY, row, "金额", 1000, F.BALANCE_BELOW_ZERO)
    row = p.row(MONEY)
    p.plant(MONEY, row, "金额", 0, F.MONEY_NOT_POSITIVE)
    row = p.row(MONEY)
    p.plant(MONEY, row, "方式", None, F.MISSING)

    row = p.row(WAIVED)
    p.plant(WAIVED, row, "批准人", "演示管家", F.APPLICANT_APPROVES)
    row = p.row(WAIVED)
    p.plant(WAIVED, row, "金额", 85.51, F.WAIVER_OVER_CHARGE)
    row = p.row(WAIVED)
    number = p.get(WAIVED, row, "单号")
    slip = next(r for r in p.raw[SLIPS] if r[0] == number)
    slip[column(p.raw, SLIPS, "人工费")] = 900
    p.put(WAIVED, row, "金额", 500)
    p.name(WAIVED, row, "级别", F.WAIVER_LEVEL)

    p._next[TOLD] = len(p.raw[TOLD]) - 4
    row = p.row(TOLD)
    p.plant(TOLD, row, "时间", "2026-12-31 10:00:00", F.NOT_OPEN)
    row = p.row(TOLD)
    p.plant(TOLD, row, "原因", None, F.MISSING)

    p._next[CALLED] = len(p.raw[CALLED]) - 10
    row = p.row(CALLED)
    before = p.get(CALLED, row, "时间")
    p.plant(CALLED, row, "时间", before.replace(hour=0, day=1), F.BEFORE_ISSUE)
    row = p.row(CALLED)
    p.plant(CALLED, row, "单号", "无此单", F.UNKNOWN_SLIP)

    p.plant(CLOSED, 3, "时间", "2026-03-20 23:59:59", F.CLOSED_TOO_EARLY)
    p.plant(CLOSED, 5, "期间", "2026-04", F.PERIOD_TWICE)
    p.plant(CLOSED, 8, "期间", "七月", F.NOT_A_PERIOD)


def plant_sheets(p: Planting) -> None:
    p.raw["说明"] = [["本簿由前台填写"]]
    p.name("说明", 0, "", F.UNKNOWN_SHEET)
    p.raw[CALLED][0].append("颜色")
    p.name(CALLED, 1, "颜色", F.UNKNOWN_HEADING)
    p.raw[MONEY][0].append("金额")
    p.name(MONEY, 1, "金额", F.DUPLICATE_HEADING)
    p.raw[WAIVED][4].append("另记")
    p.name(WAIVED, 5, "", F.NO_HEADING)


def spoiled() -> tuple[io.BytesIO, list[Named]]:
    """The file and what must be named, in no order."""
    planting = Planting(raw_book(good_book()))
    plant_cells(planting)
    plant_slips(planting)
    plant_later(planting)
    plant_sheets(planting)
    return raw_file(planting.raw), planting.named


def counts(session: Session) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def test_the_book_is_good_before_anything_is_planted(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    rows, problems = read_xlsx(raw_file(raw_book(good_book())), ZONE)

    assert not problems
    assert not database.read(judge_book, desk, rows)


def test_every_planted_fault_is_named_and_no_good_cell(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    before = database.read(counts)
    file, expected = spoiled()
    rows, unread = read_xlsx(file, ZONE)
    judged = database.read(judge_book, desk, rows)
    problems = sorted((*unread, *judged), key=problem_order)

    found = [(p.sheet, p.row, p.heading, p.fault) for p in problems]
    assert sorted(found) == sorted(expected)
    assert len({fault for *_, fault in found}) >= 40
    assert database.read(counts) == before


def test_a_list_of_problems_goes_by_sheet_row_and_column() -> None:
    file, _ = spoiled()
    _, problems = read_xlsx(file, ZONE)
    ordered = sorted(problems, key=problem_order)

    sheets = [problem.sheet for problem in ordered]
    assert sheets == sorted(
        sheets, key=["说明", SLIPS, MONEY, WAIVED, TOLD, CALLED, CLOSED].index
    )
    rows = [problem.row for problem in ordered if problem.sheet == SLIPS]
    assert rows == sorted(rows)
