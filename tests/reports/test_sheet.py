"""Workbooks: text that stays text, money that stays exact, columns wide enough."""

import io
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from reports.sheet import Book, Column, Kind, Layout, Value, display_width, safe_text
from tests.reports.spreadsheet import printed

SHANGHAI = ZoneInfo("Asia/Shanghai")
COLUMNS = (
    Column("序号", Kind.WHOLE),
    Column("单号"),
    Column("维修内容", widest=20),
    Column("应收", Kind.MONEY),
    Column("派工时间", Kind.MOMENT),
    Column("接报日期", Kind.DATE),
    Column("接报时间", Kind.CLOCK),
)
LAYOUT = Layout(
    title="演示表",
    lines=("演示表", "演示中心　共 2 条"),
    columns=COLUMNS,
    foot="依据 A&B",
    page_number="第 {number} 页，共 {count} 页",
    frozen=2,
)
FIRST = 4
"""The row of the sheet that the first of the rows is in."""


def _book(*rows: tuple[Value, ...], layout: Layout = LAYOUT) -> bytes:
    out = io.BytesIO()
    book = Book(SHANGHAI)
    book.add(layout, rows, lambda index: index == 1)
    book.save(out)
    return out.getvalue()


def _sheet(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content)).worksheets[0]


ROW: tuple[Value, ...] = (
    1,
    "WX261120-023",
    "厨房漏水",
    Decimal("12345678.90"),
    datetime(2026, 11, 20, 8, 9, tzinfo=UTC),
    date(2026, 11, 20),
    time(16, 7),
)


def test_a_row_comes_back_as_it_went_in() -> None:
    cells = [cell.value for cell in _sheet(_book(ROW))[FIRST]]
    local = datetime.fromisoformat("2026-11-20 16:09")
    day = datetime.fromisoformat("2026-11-20 00:00")
    assert cells == [*ROW[:3], 12345678.90, local, day, time(16, 7)]


def test_money_is_exact_in_the_file() -> None:
    rows = [(None, "", "", Decimal("0.10") * n, None, None, None) for n in (1, 3, 7)]
    cells = [row[3].value for row in _sheet(_book(*rows)).iter_rows(FIRST, FIRST + 2)]
    assert [Decimal(str(cell)) for cell in cells] == [
        Decimal("0.1"),
        Decimal("0.3"),
        Decimal("0.7"),
    ]


HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.com","x")',
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "#N/A",
    "#REF!",
    "0012",
    "1E5",
    "2026-11-20",
    "TRUE",
    "'=1",
    "%0A=1",
    "_x000A_",
    "_x0041_",
    "</t></is><v>",
    "&amp;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_anything_else(text: str) -> None:
    cell = _sheet(_book((1, text, "漏水", None, None, None, None)))[FIRST][1]
    assert cell.data_type == "s"
    assert unescape(cell.value) == text.replace("\r", "")


@pytest.mark.parametrize("text", ["=1\x00+1", "\x1b[2J漏水", "张\ud800三", "\ufffe"])
def test_what_a_workbook_cannot_hold_is_left_out(text: str) -> None:
    cell = _sheet(_book((1, text, "漏水", None, None, None, None)))[FIRST][1]
    assert cell.data_type == "s" or cell.value is None
    assert (cell.value or "") == safe_text(text)


def test_a_text_longer_than_a_cell_is_kept_as_far_as_it_goes() -> None:
    assert len(safe_text("漏" * 40_000)) == 32_767


def test_titles_and_headings_are_safe_too() -> None:
    layout = Layout("=A/B", ("=1+1",), (Column("=2"),), "依据", "第 {number} 页")
    sheet = _sheet(_book(("漏水",), layout=layout))
    assert sheet.title == "=A_B"
    assert [sheet["A1"].data_type, sheet["A2"].data_type] == ["s", "s"]


def test_a_struck_row_is_struck_where_it_may_be() -> None:
    columns = (Column("单号"), Column("状态", may_be_struck=False))
    layout = Layout("表", ("表",), columns, "依据", "第 {number} 页")
    sheet = _sheet(_book(("1", "已返单"), ("2", "作废"), layout=layout))
    struck = [[cell.font.strike or False for cell in row] for row in sheet["A3:B4"]]
    assert struck == [[False, False], [True, False]]


def test_the_sheet_prints_on_a4_with_its_headings_on_every_page() -> None:
    sheet = _sheet(_book(ROW, ROW))
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (
        9,
        "landscape",
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.left.text == "依据 A&&B"
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:G1", "A2:G2"}


def test_columns_are_wide_enough_for_numbers_and_for_han(tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(_book(ROW, ROW))
    widths = _sheet(file.read_bytes()).column_dimensions
    assert widths["B"].width >= len("WX261120-023") + 1
    assert widths["C"].width >= 2 * len("厨房漏水") + 1
    assert widths["D"].width >= len("12,345,678.90") + 1


def test_a_long_text_makes_its_row_higher() -> None:
    sheet = _sheet(_book(ROW, (2, "x", "漏水" * 30, None, None, None, None)))
    assert sheet.row_dimensions[FIRST].height is None
    assert sheet.row_dimensions[FIRST + 1].height > 5 * 12


@pytest.mark.parametrize(
    ("text", "width"), [("漏水", 4), ("WX-1", 4), ("漏\nabc", 3), ("", 0)]
)
def test_han_count_two(text: str, width: int) -> None:
    assert display_width(text) == width


def test_a_spreadsheet_shows_every_cell(tmp_path: Path) -> None:
    """Calculated by an office program: no ### where a number does not fit."""
    text = printed(_book(ROW, ROW), tmp_path)
    assert "###" not in text
    for shown in ("12,345,678.90", "2026-11-20 16:09", "2026-11-20", "16:07"):
        assert shown in text
