"""The two registers on paper and as workbooks: exact columns, every slip, once."""

import io
from dataclasses import replace
from datetime import UTC, date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.register_book import BookOrigin
from models.slip import SlipState
from models.text import untranslated
from reports.register_part import SheetsBy, parts_of
from reports.register_pdf import write_pdf
from reports.register_row import Register, RegisterRow
from reports.register_xlsx import write_xlsx
from tests.reports.paper import pages_of, text_of
from tests.reports.slips import RARE_NAME, at

PUBLIC_HEADINGS = [
    "序号",
    "单号",
    "接报日期",
    "接报时间",
    "接报岗位/人",
    "区域",
    "地点",
    "报修人(部门)",
    "联系电话(掩码)",
    "维修内容",
    "类型/紧急",
    "工种",
    "派工时间",
    "专业主管",
    "维修人",
    "到场时间",
    "完工时间",
    "返单时间",
    "17:30前返单(是/否)",
    "维修结果",
    "未完成原因",
    "预计完成",
    "验收结果/验收人",
    "回访/复核日期",
    "回访结果",
    "财务联(已交批次/未返/作废)",
    "状态",
    "备注",
]
UNIT_HEADINGS = [
    "序号",
    "单号",
    "接报日期",
    "接报时间",
    "接报岗位/人",
    "单元号",
    "业户名称",
    "报修人",
    "联系电话(掩码)",
    "维修内容",
    "类型/紧急",
    "工种",
    "派工时间",
    "专业主管",
    "维修人",
    "到场时间",
    "20分钟到场(是/否)",
    "完工时间",
    "返单时间",
    "17:30前返单",
    "维修结果",
    "未完成原因",
    "预计完成",
    "计费类别(有偿/保修/返修/合同)",
    "材料费",
    "人工费",
    "确认报价",
    "应收",
    "减免(批准人)",
    "实收",
    "付款方式",
    "收据/发票号",
    "交费日期",
    "未收",
    "业户意见/签字",
    "回访日期",
    "回访结果",
    "财务联(批次/先交)",
    "状态",
    "备注",
]

ORIGIN = BookOrigin(
    at("2026-11-21 09:00").replace(tzinfo=UTC), "01", False, 7, "f0" * 32
)
ROW = RegisterRow(
    number="WX261120-001",
    state=SlipState.RETURNED,
    reported_at=at("2026-11-20 16:07"),
    taken_by="前台 李晓岚（演示）",
    area="3栋",
    place="大堂",
    unit="3-1502",
    owner=f"{RARE_NAME}（演示）",
    reporter="陈淑敏（演示）",
    phone="138****1502",
    content="厨房水槽下方漏水",
    kind="紧急",
    trade="水工",
    dispatched_at=at("2026-11-20 16:09"),
    supervisor="赵立新（演示）",
    technicians="刘志强（演示）",
    arrived_at=at("2026-11-20 16:25"),
    arrived_in_time="是",
    done_at=at("2026-11-20 18:40"),
    returned_at=at("2027-01-03 09:05"),
    returned_in_time="是",
    result="完成，试水不漏",
    unfinished_reason="",
    eta_at=None,
    inspection="合格 叶春燕（演示）",
    charge="有偿",
    material=Decimal("93.50"),
    labour=Decimal("1230.00"),
    quote=Decimal("1323.50"),
    charged=Decimal("1323.50"),
    waived="200.00（演示总监）",
    received=Decimal("1000.00"),
    methods="现金、微信",
    receipts="S-0012、S-0013",
    paid_on=date(2026, 11, 21),
    unpaid=Decimal("123.50"),
    opinion="满意",
    called_on=date(2026, 11, 21),
    call_result="基本满意",
    finance_copy="已返未交",
    state_word="已返单",
    remark="",
    issued_on=date(2026, 11, 20),
    version=4,
)
VOID = replace(
    ROW,
    number="WX261120-002",
    state=SlipState.VOID,
    finance_copy="作废",
    state_word="作废",
    remark="作废：录入错误",
    charged=None,
)


def _register(*rows: RegisterRow, is_unit: bool = False) -> Register:
    return Register(
        is_unit=is_unit,
        centre="演示物业服务中心",
        procedure="ML-CS-016",
        zone=ZoneInfo("Asia/Shanghai"),
        from_on=date(2026, 10, 21),
        until_on=date(2026, 11, 21),
        rows=rows,
        origin=BookOrigin(
            at("2026-11-21 09:00").replace(tzinfo=UTC), "HQ", is_unit, 7, "f0" * 32
        ),
    )


def _many(count: int) -> list[RegisterRow]:
    return [replace(ROW, number=f"WX261120-{n:03d}") for n in range(1, count + 1)]


def _pdf(register: Register) -> bytes:
    out = io.BytesIO()
    write_pdf(register, out, untranslated)
    return out.getvalue()


def _sheet(register: Register) -> Any:
    out = io.BytesIO()
    write_xlsx(register, out, untranslated)
    return load_workbook(io.BytesIO(out.getvalue())).worksheets[0]


def _headings(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[3]]


@pytest.mark.parametrize(
    ("is_unit", "headings"), [(False, PUBLIC_HEADINGS), (True, UNIT_HEADINGS)]
)
def test_the_workbook_has_exactly_the_columns(
    is_unit: bool, headings: list[str]
) -> None:
    assert _headings(_sheet(_register(ROW, is_unit=is_unit))) == headings
    assert len(headings) == (40 if is_unit else 28)


@pytest.mark.parametrize(
    ("is_unit", "title"),
    [(False, "工程维修单追踪统计表"), (True, "工程有偿维修单追踪统计表")],
)
def test_titles_are_those_of_the_controlled_documents(
    is_unit: bool, title: str
) -> None:
    register = _register(ROW, is_unit=is_unit)
    assert _sheet(register)["A1"].value == title
    assert title in text_of(_pdf(register))


def test_a_row_of_the_workbook_says_what_the_slip_says() -> None:
    sheet = _sheet(_register(ROW, is_unit=True))
    cells = dict(zip(_headings(sheet), [cell.value for cell in sheet[4]], strict=True))
    assert cells["序号"] == 1
    assert cells["接报日期"].date() == date(2026, 11, 20)
    assert cells["返单时间"] == at("2027-01-03 09:05")
    assert cells["应收"] == 1323.5
    assert cells["业户名称"] == f"{RARE_NAME}（演示）"
    assert cells["回访日期"].date() == date(2026, 11, 21)
    assert cells["回访结果"] == "基本满意"
    assert cells["减免(批准人)"] == "200.00（演示总监）"
    assert (cells["实收"], cells["未收"]) == (1000, 123.5)
    assert (cells["付款方式"], cells["收据/发票号"]) == ("现金、微信", "S-0012、S-0013")
    assert cells["交费日期"].date() == date(2026, 11, 21)


@pytest.mark.parametrize("is_unit", [False, True])
def test_the_paper_has_every_column_and_every_slip_once(is_unit: bool) -> None:
    register = _register(*_many(70), is_unit=is_unit)
    text = text_of(_pdf(register))
    for heading in UNIT_HEADINGS if is_unit else PUBLIC_HEADINGS:
        assert heading in text, heading
    times = 2 if is_unit else 1
    assert all(text.count(row.number) == times for row in register.rows)


def test_the_unit_register_lies_on_two_sheets_with_the_number_on_both() -> None:
    register = _register(*_many(60), is_unit=True)
    pages = pages_of(_pdf(register))
    assert len(pages) % 2 == 0
    for left, right in zip(pages[::2], pages[1::2], strict=True):
        numbers = [row.number for row in register.rows if row.number in left]
        assert numbers == [row.number for row in register.rows if row.number in right]
        assert "left sheet" in left
        assert "right sheet" in right
        assert "确认报价" in right
        assert "确认报价" not in left


def test_every_page_has_headings_procedure_and_its_number() -> None:
    register = _register(*_many(70))
    pages = pages_of(_pdf(register))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        text = "".join(page.split())
        assert f"Page{number}of{len(pages)}" in text
        assert "AccordingtoML-CS-016" in text
        assert "维修内容" in text


def test_paper_and_workbook_say_what_they_cover_and_how_many_it_is() -> None:
    register = _register(*_many(3))
    for text in (text_of(_pdf(register)), _sheet(register)["A2"].value):
        bare = "".join(text.split())
        for fact in ("演示物业服务中心", "2026-10-21", "2026-11-20", "3slips"):
            assert fact in bare


def test_paper_is_a4_landscape() -> None:
    box = PdfReader(io.BytesIO(_pdf(_register(ROW)))).pages[0].mediabox
    size = float(box.width), float(box.height)
    assert size == pytest.approx((841.89, 595.28), abs=0.01)


def test_a_void_slip_is_struck_but_says_so() -> None:
    sheet = _sheet(_register(ROW, VOID))
    struck = {
        heading: bool(cell.font.strike)
        for heading, cell in zip(_headings(sheet), sheet[5], strict=True)
        if cell.value is not None
    }
    assert struck.pop("序号") is struck.pop("状态") is struck.pop("备注") is False
    assert all(struck.values())
    assert not any(cell.font.strike for cell in sheet[4])
    assert _pdf(_register(VOID)) != _pdf(_register(replace(VOID, state=ROW.state)))


def test_a_time_of_another_year_has_its_year_on_paper() -> None:
    text = text_of(_pdf(_register(ROW)))
    assert "2027-01-0309:05" in text
    assert "11-2016:25" in text


def test_an_empty_register_is_printed() -> None:
    for is_unit in (False, True):
        register = _register(is_unit=is_unit)
        assert "0slips" in text_of(_pdf(register))
        assert _sheet(register).max_row == 3


def test_hostile_words_do_no_harm() -> None:
    row = replace(ROW, content="=1+1\x00\ud800", remark="@SUM(A1)", place=") Tj (")
    sheet = _sheet(_register(row))
    assert {cell.data_type for cell in sheet[4]} <= {"s", "n", "d"}
    assert "=1+1" in text_of(_pdf(_register(row)))


def test_a_very_long_remark_does_not_fill_the_page() -> None:
    text = text_of(_pdf(_register(replace(ROW, remark="备注" * 1000))))
    assert "…:thereststandsintheprogram" in text


def test_the_same_register_gives_the_same_bytes() -> None:
    register = _register(*_many(40), is_unit=True)
    assert _pdf(register) == _pdf(register)


def _issued(*days: str) -> list[RegisterRow]:
    return [
        replace(ROW, number=f"WX{day[2:].replace('-', '')}-001", issued_on=on)
        for day in days
        for on in [date.fromisoformat(day)]
    ]


def _sheets(register: Register, by: SheetsBy) -> dict[str, Any]:
    out = io.BytesIO()
    write_xlsx(register, out, untranslated, by)
    sheets = load_workbook(io.BytesIO(out.getvalue())).worksheets
    return {sheet.title: sheet for sheet in sheets if sheet.sheet_state == "visible"}


def _numbers(sheet: Any) -> list[str]:
    return [row[1].value for row in sheet.iter_rows(min_row=4) if row[1].value]


def test_one_sheet_a_week_from_monday_to_sunday_across_the_end_of_a_year() -> None:
    days = ("2026-12-27", "2026-12-28", "2026-12-31", "2027-01-03", "2027-01-12")
    rows = _issued(*days)
    register = replace(
        _register(*rows), from_on=date(2026, 12, 25), until_on=date(2027, 1, 15)
    )
    sheets = _sheets(register, SheetsBy.WEEK)
    numbers = [row.number for row in rows]
    assert {name: _numbers(sheet) for name, sheet in sheets.items()} == {
        "2026-12-25至2026-12-27": numbers[:1],
        "2026-12-28至2027-01-03": numbers[1:4],
        "2027-01-04至2027-01-10": [],
        "2027-01-11至2027-01-14": numbers[4:],
    }
    said = [sheet["A2"].value for sheet in sheets.values()]
    assert "3 on this sheet" in said[1]
    assert "No slips on this sheet" in said[2]
    assert "Issued from 2027-01-04　Issued to 2027-01-10" in said[2]
    assert all("5 slips in all" in line for line in said)
    for sheet in sheets.values():
        assert _headings(sheet) == PUBLIC_HEADINGS
        assert sheet.print_title_rows == "$3:$3"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
            "landscape",
            9,
        )


def test_one_sheet_a_finance_period_from_the_21st_to_the_20th() -> None:
    days = ("2026-11-20", "2026-11-21", "2026-12-20", "2026-12-21", "2027-02-20")
    rows = _issued(*days)
    register = replace(_register(*rows), from_on=None, until_on=None)
    sheets = _sheets(register, SheetsBy.PERIOD)
    numbers = [row.number for row in rows]
    assert {name: _numbers(sheet) for name, sheet in sheets.items()} == {
        "2026-11期": numbers[:1],
        "2026-12期": numbers[1:3],
        "2027-01期": numbers[3:4],
        "2027-02期": numbers[4:],
    }


def test_the_order_of_the_list_stands_on_every_sheet() -> None:
    rows = _issued("2026-11-18", "2026-11-10", "2026-11-17", "2026-11-09")
    register = replace(_register(*rows), sorted_by="按单元号排序")
    sheets = _sheets(register, SheetsBy.WEEK)
    filled = [_numbers(sheet) for sheet in sheets.values() if _numbers(sheet)]
    assert filled == [
        ["WX261110-001", "WX261109-001"],
        ["WX261118-001", "WX261117-001"],
    ]
    assert all("按单元号排序" in sheet["A2"].value for sheet in sheets.values())


def test_a_register_without_slips_has_a_sheet_that_says_so() -> None:
    register = replace(_register(), from_on=None, until_on=None)
    for by in SheetsBy:
        (sheet,) = _sheets(register, by).values()
        assert "0 slips" in sheet["A2"].value
        assert _headings(sheet) == PUBLIC_HEADINGS


def test_whoever_asks_from_the_first_year_on_gets_the_weeks_there_are() -> None:
    register = replace(
        _register(*_issued("2026-11-18")),
        from_on=date(1, 1, 1),
        until_on=date(9999, 12, 31),
    )
    assert len(parts_of(register, SheetsBy.WEEK, untranslated)) == 1


@pytest.mark.parametrize("is_unit", [False, True])
def test_every_week_begins_on_a_sheet_of_its_own_on_paper(is_unit: bool) -> None:
    rows = _issued("2026-11-13", "2026-11-15", "2026-11-16", "2026-11-29")
    register = replace(
        _register(*rows, is_unit=is_unit),
        from_on=date(2026, 11, 9),
        until_on=date(2026, 11, 30),
    )
    out = io.BytesIO()
    write_pdf(register, out, untranslated, SheetsBy.WEEK)
    pages = pages_of(out.getvalue())[:: 2 if is_unit else 1]
    shown = [[row.number for row in rows if row.number in page] for page in pages]
    numbers = [row.number for row in rows]
    assert shown == [numbers[:2], numbers[2:3], numbers[3:]]
    assert "2onthissheet" in "".join(pages[0].split())


@pytest.mark.parametrize("by", list(SheetsBy))
@pytest.mark.parametrize(
    ("from_on", "until_on"),
    [
        (None, date(2026, 1, 1)),
        (date(2027, 5, 1), None),
        (date(2026, 11, 21), date(2026, 11, 21)),
        (date(2026, 11, 21), date(2026, 11, 1)),
    ],
)
def test_a_range_that_holds_no_slip_or_no_day_has_a_sheet_that_says_so(
    from_on: date | None, until_on: date | None, by: SheetsBy
) -> None:
    register = replace(_register(), from_on=from_on, until_on=until_on)
    parts = parts_of(register, by, untranslated)
    assert parts
    assert all("0 slips" in part.line for part in parts)
    out = io.BytesIO()
    write_pdf(register, out, untranslated, by)
    assert len(pages_of(out.getvalue())) == len(parts)
    assert len(_sheets(register, by)) == len(parts)


def test_a_day_of_another_year_is_printed_with_its_year() -> None:
    row = replace(ROW, paid_on=date(2027, 1, 4), called_on=date(2026, 11, 22))
    text = text_of(_pdf(_register(row, is_unit=True)))
    assert "2027-01-04" in "".join(text.split())
    assert "2026-11-22" not in "".join(text.split())
