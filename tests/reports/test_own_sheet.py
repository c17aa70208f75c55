"""Files of a centre's own are read without trust; what is no sheet is refused."""

import io
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook

from models.data_book_problem import FileFault, UnreadableBook
from models.sheet_grid import CellForm, Grid
from reports.own_sheet import read_own
from reports.own_sheet_errors import ErrorLine, write_errors
from tests.own_sheet_maker import OwnFile, own_file
from tests.reports.test_workbook import encrypted, locked_entries, packed, parts_of

SHEET = "xl/worksheets/sheet1.xml"
TOP = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.shown() for _, cell in row.filled()] for row in grid.rows]


def fault_of(path: Path) -> FileFault:
    with pytest.raises(UnreadableBook) as refused:
        read_own(path)
    return refused.value.fault


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_whatever_chinese_encoding_it_has(
    encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes("单号;房号;内容\nA1;3-1502;漏水，急\n".encode(encoding))
    (grid,) = read_own(path).grids
    assert texts(grid) == [["单号", "房号", "内容"], ["A1", "3-1502", "漏水，急"]]


def test_a_telephone_wrapped_against_spreadsheets_is_unwrapped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('电话,内容\n="013800001502","一\n二"\n', "utf-8")
    (grid,) = read_own(path).grids
    assert texts(grid)[1] == ["013800001502", "一\n二"]


def test_formulas_say_what_they_last_came_to(tmp_path: Path) -> None:
    path = own_file("plain", tmp_path)
    parts = parts_of(path.read_bytes())
    parts[SHEET] = (
        TOP + b'<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c>'
        b'<c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
        b'<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>'
    )
    path.write_bytes(packed(parts))
    (grid,) = read_own(path).grids
    assert texts(grid) == [["2", "2x", "#DIV/0!"]]
    assert grid.rows[0].cells[2] is not None
    assert grid.rows[0].cells[2].form is CellForm.ERROR


def test_times_alone_are_clock_times_midnight_too(tmp_path: Path) -> None:
    path = (
        OwnFile()
        .sheet("t", [["时间"], [time(9, 5)], [time(0, 0)]])
        .save(tmp_path / "t.xlsx")
    )
    (grid,) = read_own(path).grids
    cells = [row.cells[0] for row in grid.rows[1:]]
    assert [cell and cell.text for cell in cells] == ["09:05:00", "00:00:00"]
    assert {cell and cell.form for cell in cells} == {CellForm.CLOCK}


def test_merged_headings_reach_over_their_columns_and_merged_days_down(
    tmp_path: Path,
) -> None:
    (grid,) = read_own(own_file("two_rows", tmp_path)).grids
    assert [grid.rows[0].cells[i] for i in (1, 4)] == [grid.rows[0].cells[1]] * 2
    (days,) = read_own(own_file("merged_days", tmp_path)).grids
    assert {row.cells[0].text for row in days.rows[1:4] if row.cells[0]} == {
        "2026-03-05"
    }


def test_an_empty_sheet_of_a_file_is_left_out(tmp_path: Path) -> None:
    book = read_own(own_file("several_sheets", tmp_path))
    assert [grid.title for grid in book.grids] == ["封面", "登记表", "字典"]


HOSTILE: dict[str, tuple[bytes, FileFault]] = {
    "old.xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        FileFault.OLD_FORMAT,
    ),
    "older.xls": (b"\x09\x08\x10\x00" + b"\0" * 64, FileFault.OLD_FORMAT),
    "empty.xlsx": (b"", FileFault.EMPTY),
    "empty.csv": (b" \n\n", FileFault.EMPTY),
    "page.xls": (b"<html><table><tr><td>1</td></tr></table>", FileFault.NOT_A_WORKBOOK),
    "cut.xlsx": (b"PK\x03\x04" + b"\0" * 40, FileFault.DAMAGED),
    "binary.csv": (b"\x00\x01\x02\xff\xfe" * 50, FileFault.NOT_A_WORKBOOK),
    "large.csv": (b"a," * (10 * 1024 * 1024 + 1), FileFault.TOO_LARGE),
    "wide.csv": (b"a," * 300 + b"\n", FileFault.TOO_MANY),
    "open.csv": (b'a,b\n"' + b"x" * 200_000, FileFault.DAMAGED),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_sheet_is_refused_with_one_reason(
    name: str, tmp_path: Path
) -> None:
    data, fault = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(data)
    assert fault_of(path) is fault


def test_protected_files_and_missing_ones_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    for data in (encrypted(), locked_entries()):
        path.write_bytes(data)
        assert fault_of(path) is FileFault.ENCRYPTED
    assert fault_of(tmp_path / "gone.xlsx") is FileFault.NOT_THERE
    assert fault_of(tmp_path / "gone.csv") is FileFault.NOT_THERE
    assert fault_of(tmp_path) is FileFault.UNREADABLE


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    parts = parts_of(own_file("plain", tmp_path).read_bytes())
    parts[SHEET] = TOP + b" " * (101 * 1024 * 1024)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed(parts))
    assert path.stat().st_size < 1024 * 1024
    assert fault_of(path) is FileFault.UNPACKS_TOO_LARGE


def test_a_merged_range_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet["A1"] = "报修登记"
    sheet["A3"] = "x"
    sheet.merge_cells("A1:XFD2")
    path = tmp_path / "m.xlsx"
    book.save(path)
    (grid,) = read_own(path).grids
    assert grid.width <= 256


def test_the_list_of_errors_can_be_opened_and_holds_no_formula() -> None:
    lines = [ErrorLine(7, "报修内容", "=1+1", "这个单元格必须填写。")]
    out = io.BytesIO()
    write_errors("台账.xlsx", lines, ZoneInfo("Asia/Shanghai"), out, lambda _, s: s)
    out.seek(0)
    sheet: Any = load_workbook(out).active
    found = [cell.value for cell in list(sheet.rows)[-1]]
    assert found == [7, "报修内容", "=1+1", "这个单元格必须填写。"]
    assert list(sheet.rows)[-1][2].data_type == "s"
