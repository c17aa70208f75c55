"""A data book on its way out: typed cells, no formula, faults marked on the spot."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from models.data_book import HEADINGS, BookRows
from models.data_book_problem import CellFault, Problem
from reports.data_book import read_xlsx
from reports.data_book_writing import write_annotated
from tests.data_book_maker import (
    ZONE,
    book_file,
    column,
    full_book,
    large_book,
    numbered,
    raw_book,
    raw_file,
    unit_slip,
    yuan,
)

HOSTILE_TEXTS = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "#N/A",
    "=",
    "'=1",
    "_x0041_",
    "1e5",
    "0012",
    "2026-11-20",
    "<b>&amp;</b>",
    "𠮷野家 𬭎",
    "两行\n文字",
)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_text_comes_back_as_it_was_and_never_as_a_formula(text: str) -> None:
    slip = unit_slip(
        "WX261120-001",
        "2026-11-20 09:00",
        area=text,
        reporter=text,
        content=f"{text}{text}",
        remark=text,
        technicians=(text,),
    )
    file = book_file(BookRows(slips=(slip,)))

    assert read_xlsx(file, ZONE) == (numbered(BookRows(slips=(slip,))), ())
    file.seek(0)
    for row in load_workbook(file)["维修单"].iter_rows():
        assert all(cell.data_type != "f" for cell in row)


def test_signs_that_no_cell_can_hold_are_left_out() -> None:
    slip = unit_slip("A", "2026-11-20 09:00", remark="甲\x00\x0b\ud800乙")
    rows, problems = read_xlsx(book_file(BookRows(slips=(slip,))), ZONE)

    assert not problems
    assert rows.slips[0].remark == "甲乙"


def test_a_book_has_all_its_sheets_and_headings_in_their_order() -> None:
    book = load_workbook(book_file(BookRows()))

    assert book.sheetnames == list(HEADINGS)
    for title, headings in HEADINGS.items():
        first = [cell.value for cell in book[title][1]]
        assert first == [heading.title for heading in headings]


def test_money_times_and_numbers_are_typed_for_the_spreadsheet() -> None:
    slip = unit_slip(
        "001", "2026-11-20 17:30:05", phone="010", labour_fee=yuan("12.30")
    )
    sheet = load_workbook(book_file(BookRows(slips=(slip,))))["维修单"]
    titles = [cell.value for cell in sheet[1]]
    cells = dict(zip(titles, sheet[2], strict=True))

    assert cells["派发时间"].value == datetime(2026, 11, 20, 17, 30, 5)  # noqa: DTZ001
    assert Decimal(str(cells["人工费"].value)) == Decimal("12.3")
    assert cells["人工费"].number_format == "0.00"
    assert [cells[title].number_format for title in ("单号", "联系电话")] == ["@", "@"]
    assert cells["单号"].value == "001"


def explain(problem: Problem) -> str:
    return f"{problem.heading}: {problem.fault}"


def annotated(raw: dict[str, Any]) -> tuple[tuple[Problem, ...], Any]:
    _, problems = read_xlsx(raw_file(raw), ZONE)
    out = io.BytesIO()
    write_annotated(raw_file(raw), problems, out, explain)
    out.seek(0)
    return problems, load_workbook(out)


def marked(book: Any) -> dict[tuple[str, str], str]:
    """Every coloured cell and its comment."""
    return {
        (sheet.title, cell.coordinate): cell.comment.text if cell.comment else ""
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == "FFFFC7CE"
    }


def test_an_annotated_book_marks_every_bad_cell_and_no_good_one() -> None:
    raw = raw_book(full_book())
    raw["维修单"][2][column(raw, "维修单", "派发时间")] = "昨天"
    raw["维修单"][3][column(raw, "维修单", "维修内容")] = None
    raw["维修单"][4][column(raw, "维修单", "人工费")] = "=1+1"
    raw["收退款"][2][column(raw, "收退款", "金额")] = 12.345
    raw["收退款"][0].append("颜色")
    raw["回访"][1].append("多余")
    raw["别的"] = [["说明"]]
    problems, book = annotated(raw)

    assert len(problems) == 7
    assert marked(book) == {
        ("维修单", "N3"): "派发时间: not_a_time",
        ("维修单", "J4"): "维修内容: missing",
        ("维修单", "AD5"): "人工费: formula",
        ("收退款", "C3"): "金额: money_decimals",
        ("收退款", "H1"): "颜色: unknown_heading",
        ("回访", "I2"): ": no_heading",
        ("别的", "A1"): ": unknown_sheet",
    }


def test_an_annotated_book_can_be_put_right_and_read_again() -> None:
    raw = raw_book(full_book())
    place = column(raw, "维修单", "派发时间")
    raw["维修单"][2][place] = "昨天"
    _, book = annotated(raw)
    cell = book["维修单"].cell(3, place + 1)
    assert cell.value == "昨天"
    cell.value = "2026-11-03 10:00"
    out = io.BytesIO()
    book.save(out)
    out.seek(0)

    assert read_xlsx(out, ZONE) == (numbered(full_book()), ())


def test_two_faults_of_one_cell_share_its_comment() -> None:
    raw = raw_book(full_book())
    _, problems = read_xlsx(raw_file(raw), ZONE)
    assert not problems
    one = Problem("维修单", 3, "派发时间", "", CellFault.IN_FUTURE)
    two = replace(one, fault=CellFault.EARLIER_THAN)
    out = io.BytesIO()
    write_annotated(raw_file(raw), (one, two), out, explain)

    found = marked(load_workbook(out))
    assert found == {("维修单", "N3"): "派发时间: in_future\n派发时间: earlier_than"}


def test_of_very_many_bad_cells_the_last_are_only_coloured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reports.data_book_writing.MOST_COMMENTS", 50)
    raw = raw_book(large_book(30))
    for row in raw["维修单"][1:]:
        row[column(raw, "维修单", "派发时间")] = "昨天"
        row[column(raw, "维修单", "联系电话")] = 8801
    problems, book = annotated(raw)

    comments = marked(book)
    assert len(problems) == len(comments) == 60
    assert sum(bool(text) for text in comments.values()) == 50


def test_a_sheet_name_of_a_hostile_file_does_not_stop_the_annotated_copy() -> None:
    data = book_file(full_book()).getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/workbook.xml":
                part = part.replace('name="回'.encode(), "name=\"a/b*[c]'回".encode())
                assert b"a/b*" in part
            new.writestr(name, part)
    _, problems = read_xlsx(out_again(out), ZONE)
    copy = io.BytesIO()
    write_annotated(out_again(out), problems, copy, explain)

    assert [problem.fault for problem in problems] == [CellFault.UNKNOWN_SHEET]
    assert len(load_workbook(copy).sheetnames) == 6


def out_again(out: io.BytesIO) -> io.BytesIO:
    return io.BytesIO(out.getvalue())
