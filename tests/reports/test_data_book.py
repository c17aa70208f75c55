"""Cells of a data book: what is taken, what is refused, and where."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from models.data_book import HEADINGS, BookRows, SlipRow
from models.data_book_problem import CellFault, Problem
from reports.data_book import read_xlsx
from tests.data_book_maker import (
    ZONE,
    at,
    book_file,
    column,
    full_book,
    large_book,
    numbered,
    raw_book,
    raw_file,
    unit_slip,
    worked_book,
    yuan,
)

SLIP = BookRows(slips=(unit_slip("WX261120-001", "2026-11-20 09:00:00"),))


def read_with(heading: str, value: Any) -> tuple[SlipRow, tuple[Problem, ...]]:
    """One slip whose cell under ``heading`` holds ``value``."""
    raw = raw_book(SLIP)
    raw["维修单"][1][column(raw, "维修单", heading)] = value
    rows, problems = read_xlsx(raw_file(raw), ZONE)
    return rows.slips[0], problems


def fault_of(heading: str, value: Any) -> CellFault:
    """What is said of the one cell, and of no other."""
    slip, problems = read_with(heading, value)
    assert [(p.sheet, p.row, p.heading) for p in problems] == [("维修单", 2, heading)]
    named = next(h.name for h in HEADINGS["维修单"] if h.title == heading)
    assert slip.bad == {named}
    return problems[0].fault


def edited(rows: BookRows, edit: Any) -> tuple[BookRows, tuple[Problem, ...]]:
    """A book changed by hand, as a spreadsheet program would."""
    book = load_workbook(raw_file(raw_book(rows)))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return read_xlsx(out, ZONE)


def slips_of(book: Any) -> Worksheet:
    sheet: Worksheet = book["维修单"]
    return sheet


@pytest.mark.parametrize("make", [full_book, worked_book, lambda: large_book(50)])
def test_a_written_book_is_read_as_it_was(make: Any) -> None:
    rows, problems = read_xlsx(book_file(make()), ZONE)

    assert not problems
    assert rows == numbered(make())


@pytest.mark.parametrize("make", [full_book, worked_book])
def test_a_book_of_another_program_is_read_the_same(make: Any) -> None:
    rows, problems = read_xlsx(raw_file(raw_book(make())), ZONE)

    assert not problems
    assert rows == numbered(make())


def test_headings_stand_in_any_order_and_optional_ones_may_be_absent() -> None:
    raw = raw_book(SLIP)
    full = raw["维修单"]
    kept = [i for i, title in enumerate(full[0]) if full[1][i] is not None]
    raw["维修单"] = [[row[i] for i in reversed(kept)] for row in full]

    rows, problems = read_xlsx(raw_file({"维修单": raw["维修单"]}), ZONE)

    assert not problems
    assert rows == numbered(SLIP)


def test_blank_rows_and_columns_are_no_rows() -> None:
    raw = raw_book(SLIP)
    width = len(raw["维修单"][0])
    raw["维修单"].insert(1, [None] * width)
    raw["维修单"].insert(1, ["  "] * width)
    for row in raw["维修单"]:
        row.insert(1, None)

    rows, problems = read_xlsx(raw_file(raw), ZONE)

    assert not problems
    assert [slip.row for slip in rows.slips] == [4]


def test_spaces_around_a_text_are_dropped_and_line_breaks_kept() -> None:
    slip, problems = read_with("处理说明", "  换阀芯\r\n试水 \u3000")

    assert not problems
    assert slip.result_text == "换阀芯\n试水"


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-20 17:30:00",
        " 2026-11-20 17:30 ",
        datetime(2026, 11, 20, 17, 30),  # noqa: DTZ001 - a spreadsheet's time is local
    ],
)
def test_times_are_excel_times_or_texts_of_two_forms(value: Any) -> None:
    slip, problems = read_with("返单时间", value)

    assert not problems
    assert slip.returned_at == at("2026-11-20 17:30:00")


def test_a_date_given_for_a_time_means_its_midnight() -> None:
    slip, _ = read_with("预约时间", "2026-11-20")

    assert slip.appointment_at == at("2026-11-20 00:00:00")


def test_a_workbook_may_count_its_days_from_1904() -> None:
    raw = raw_book(SLIP)
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.title = "维修单"
    for row in raw["维修单"]:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    out.seek(0)

    rows, problems = read_xlsx(out, ZONE)

    assert not problems
    assert rows.slips[0].issued_at == at("2026-11-20 09:00:00")


@pytest.mark.parametrize("number_format", ["yyyy/m/d h:mm", "m月d日", "[$-804]yyyy年"])
def test_a_date_is_known_by_its_format(number_format: str) -> None:
    def edit(book: Any) -> None:
        cell = slips_of(book).cell(2, column(raw_book(SLIP), "维修单", "派发时间") + 1)
        cell.number_format = number_format

    rows, problems = edited(SLIP, edit)

    assert not problems
    assert rows == numbered(SLIP)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("下午", CellFault.NOT_A_TIME),
        ("2026/11/20", CellFault.NOT_A_TIME),
        ("2026-02-30", CellFault.NOT_A_TIME),
        ("2026-11-20 25:00", CellFault.NOT_A_TIME),
        (46346.5, CellFault.NOT_A_TIME),
        (True, CellFault.NOT_A_TIME),
        ("1899-12-31", CellFault.TIME_OUT_OF_RANGE),
        (datetime(1989, 1, 1), CellFault.TIME_OUT_OF_RANGE),  # noqa: DTZ001 - local
        (datetime(2199, 1, 1), CellFault.TIME_OUT_OF_RANGE),  # noqa: DTZ001 - local
    ],
)
def test_what_is_no_time_is_named(value: Any, fault: CellFault) -> None:
    assert fault_of("返单时间", value) is fault


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (80, "80.00"),
        (12.3, "12.30"),
        (0.1 + 0.2, "0.30"),
        (499.99, "499.99"),
        ("35.5", "35.50"),
        (" 1,785.49 ", "1785.49"),
        (0, "0.00"),
    ],
)
def test_money_is_a_number_or_a_text_of_two_decimals(value: Any, amount: str) -> None:
    slip, problems = read_with("人工费", value)

    assert not problems
    assert slip.labour_fee == Decimal(amount)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (12.345, CellFault.MONEY_DECIMALS),
        ("12.345", CellFault.MONEY_DECIMALS),
        (1e9, CellFault.MONEY_TOO_LARGE),
        ("1000000000", CellFault.MONEY_TOO_LARGE),
        ("八十", CellFault.NOT_MONEY),
        ("80元", CellFault.NOT_MONEY),
        (True, CellFault.NOT_MONEY),
        (datetime(2026, 11, 20), CellFault.NOT_MONEY),  # noqa: DTZ001 - local
    ],
)
def test_what_is_no_money_is_named(value: Any, fault: CellFault) -> None:
    assert fault_of("人工费", value) is fault


@pytest.mark.parametrize("heading", ["单号", "单元号", "地点", "联系电话", "原单号"])
def test_telephone_number_and_room_must_be_text(heading: str) -> None:
    assert fault_of(heading, 1502) is CellFault.NOT_TEXT


def test_another_text_may_be_a_whole_number() -> None:
    slip, problems = read_with("区域", 3)

    assert not problems
    assert slip.area == "3"
    assert fault_of("区域", 3.5) is CellFault.NOT_TEXT
    assert fault_of("区域", datetime(2026, 1, 1)) is CellFault.NOT_TEXT  # noqa: DTZ001


@pytest.mark.parametrize(
    ("heading", "value", "fault"),
    [
        ("维修内容", "漏" * 20_000, CellFault.TOO_LONG),
        ("维修内容", "漏", CellFault.TOO_SHORT),
        ("单号", "X" * 31, CellFault.TOO_LONG),
        ("单号", "WX261120\n001", CellFault.UNPRINTABLE),
        ("报修人", "甲_x0007_乙", CellFault.UNPRINTABLE),
        ("备注", "_xD800_", CellFault.UNPRINTABLE),
        ("区域类别", "业主单元", CellFault.NOT_A_CHOICE),
        ("业户意见", 1, CellFault.NOT_A_CHOICE),
        ("报修人", "=A1", CellFault.FORMULA),
        ("派发时间", "=NOW()", CellFault.FORMULA),
        ("人工费", "#N/A", CellFault.ERROR_VALUE),
        ("维修内容", None, CellFault.MISSING),
        ("派发时间", "  ", CellFault.MISSING),
    ],
)
def test_each_bad_cell_is_named_with_its_reason(
    heading: str, value: Any, fault: CellFault
) -> None:
    assert fault_of(heading, value) is fault


def test_a_number_of_thirty_signs_stays_as_it_is() -> None:
    slip, problems = read_with("单号", "旧-" + "9" * 28)

    assert not problems
    assert slip.number == "旧-" + "9" * 28


def test_a_month_that_excel_made_a_date_of_is_a_period() -> None:
    raw = raw_book(worked_book())
    raw["关账"][1][0] = datetime(2026, 10, 1)  # noqa: DTZ001 - local
    rows, problems = read_xlsx(raw_file(raw), ZONE)

    assert not problems
    assert rows.closings[0].period == "2026-10"

    for value in (datetime(2026, 10, 2), "2026-13", 202610, "26-10"):  # noqa: DTZ001
        raw["关账"][1][0] = value
        _, problems = read_xlsx(raw_file(raw), ZONE)
        assert [p.fault for p in problems] == [CellFault.NOT_A_PERIOD]


def test_names_are_parted_by_the_pause_mark() -> None:
    slip, _ = read_with("维修人", "演示甲、 演示乙 、")

    assert slip.technicians == ("演示甲", "演示乙")


def said(problems: tuple[Problem, ...]) -> list[tuple[str, int, str, CellFault]]:
    return [(p.sheet, p.row, p.heading, p.fault) for p in problems]


def test_an_unknown_sheet_is_an_error() -> None:
    raw = raw_book(SLIP) | {"说明": [["请勿修改"]]}
    _, problems = read_xlsx(raw_file(raw), ZONE)

    assert said(problems) == [("说明", 0, "", CellFault.UNKNOWN_SHEET)]


def test_a_book_without_slips_lacks_its_first_sheet() -> None:
    raw = raw_book(SLIP)
    del raw["维修单"]
    _, problems = read_xlsx(raw_file(raw), ZONE)

    assert said(problems) == [("维修单", 0, "", CellFault.MISSING_SHEET)]


def test_sheets_that_come_later_may_be_absent_or_empty() -> None:
    raw = {"维修单": raw_book(SLIP)["维修单"], "回访": []}

    assert read_xlsx(raw_file(raw), ZONE) == (numbered(SLIP), ())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda row: row.append("颜色"), [("颜色", CellFault.UNKNOWN_HEADING)]),
        (lambda row: row.append("单号"), [("单号", CellFault.DUPLICATE_HEADING)]),
        (
            lambda row: row.__setitem__(row.index("报修人"), "报修者"),
            [
                ("报修者", CellFault.UNKNOWN_HEADING),
                ("报修人", CellFault.MISSING_HEADING),
            ],
        ),
        (
            lambda row: row.__setitem__(row.index("派发时间"), "=A1"),
            [("=A1", CellFault.FORMULA), ("派发时间", CellFault.MISSING_HEADING)],
        ),
    ],
)
def test_headings_are_exactly_those_agreed(change: Any, expected: Any) -> None:
    raw = raw_book(SLIP)
    change(raw["维修单"][0])
    _, problems = read_xlsx(raw_file(raw), ZONE)

    assert [(p.heading, p.fault) for p in problems] == expected
    assert {p.row for p in problems} == {1}


def test_what_stands_under_no_heading_is_not_silently_left_out() -> None:
    raw = raw_book(SLIP)
    raw["维修单"][1].append("另记")
    _, problems = read_xlsx(raw_file(raw), ZONE)

    assert said(problems) == [("维修单", 2, "", CellFault.NO_HEADING)]
    assert problems[0].value == "另记"


def test_a_sheet_whose_first_row_is_empty_has_no_headings() -> None:
    raw = raw_book(SLIP)
    raw["维修单"].insert(0, [])
    _, problems = read_xlsx(raw_file(raw), ZONE)

    assert said(problems) == [("维修单", 1, "", CellFault.NO_HEADINGS)]


def test_merged_cells_are_named_once_and_not_what_they_swallow() -> None:
    rows = large_book(6)
    place = column(raw_book(rows), "维修单", "地点") + 1

    def edit(book: Any) -> None:
        slips_of(book).merge_cells(
            start_row=3, end_row=5, start_column=place, end_column=place
        )

    _, problems = edited(rows, edit)

    assert said(problems) == [("维修单", 3, "地点", CellFault.MERGED)]
    assert dict(problems[0].facts)["range"] == "D3:D5"


def test_merged_cells_beside_the_data_do_no_harm() -> None:
    def edit(book: Any) -> None:
        slips_of(book).merge_cells("BB1:BC9")
        slips_of(book).merge_cells("A50:C60")

    assert edited(SLIP, edit) == (numbered(SLIP), ())


def test_a_bad_row_never_stops_the_reading() -> None:
    raw = raw_book(large_book(20))
    for row in raw["维修单"][1:]:
        row[column(raw, "维修单", "派发时间")] = "昨天"
    rows, problems = read_xlsx(raw_file(raw), ZONE)

    assert len(rows.slips) == 20
    assert [p.row for p in problems] == list(range(2, 22))


def test_a_stop_during_reading_is_obeyed() -> None:
    class Stopped(Exception):
        pass

    def tell(_: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_xlsx(book_file(large_book(600)), ZONE, tell)


def test_money_never_passes_through_a_float() -> None:
    rows = BookRows(
        slips=(
            unit_slip("A", "2026-11-20 09:00", labour_fee=yuan("9999999.99")),
            unit_slip("B", "2026-11-20 09:00", labour_fee=yuan("0.07")),
        )
    )

    assert read_xlsx(book_file(rows), ZONE) == (numbered(rows), ())
