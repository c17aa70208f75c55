"""Sheets as centres keep them: headings are found and meant as they were meant."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.sheet_cell import (
    CellUnread,
    Ground,
    read_money,
    read_names,
    read_phones,
    read_time,
)
from app.sheet_open import OpenSheet, mapping_faults, open_sheet, unsaid, with_mapping
from app.sheet_place import area_of, room_label
from app.sheet_row import SheetReading, read_sheet
from app.sheet_time import local_time, read_written
from app.sheet_word import heading_scores
from models.data_book_problem import CellFault
from models.money import parse_money
from models.sheet_grid import CellForm, GridCell
from models.sheet_mapping import SheetMapping, shape_of
from models.sheet_target import Target, heading_of
from reports.own_sheet import read_own
from tests.own_sheet_maker import SHEETS, Cells, OwnFile, own_file

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=ZONE)
TARGETS = {"units": Target.UNITS, "staff": Target.STAFF}


def opened(name: str, folder: Path) -> OpenSheet:
    return open_sheet(read_own(own_file(name, folder)), TARGETS.get(name, Target.SLIPS))


def read(sheet: OpenSheet) -> SheetReading:
    return read_sheet(
        sheet.grid, sheet.shape, sheet.target, sheet.mapping, NOW, sheet.year
    )


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE).astimezone(UTC)  # type: ignore[misc, arg-type]


def text(value: str) -> GridCell:
    return GridCell(CellForm.TEXT, value)


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "broken"])
def test_a_sheet_as_it_was_kept_is_read_without_an_error(
    name: str, tmp_path: Path
) -> None:
    reading = read(opened(name, tmp_path))
    assert reading.rows
    assert reading.problems == ()


def test_days_clock_times_and_rooms_in_columns_of_their_own_are_put_together(
    tmp_path: Path,
) -> None:
    sheet = opened("titled", tmp_path)
    assert sheet.shape.head == (3,)
    assert sheet.year == 2026
    first, second, third = read(sheet).rows
    assert first.values["unit"] == "3-1-1502"
    assert first.values["reported_at"] == at(2026, 3, 5, 9, 20)
    assert second.values["issued_at"] == at(2026, 3, 5, 14, 30)
    assert third.values["reported_at"] == at(2026, 3, 6, 15, 5)
    assert first.values["phone"] == "13800001502"
    assert third.values["outcome"] == "未完成"


def test_sums_feet_and_repeated_headings_are_no_records(tmp_path: Path) -> None:
    reading = read(opened("repeated_heads", tmp_path))
    assert [row.values["number"] for row in reading.rows] == ["K1", "K2"]
    assert {each.why for each in reading.left_out} == {"total", "heading", "foot"}


def test_headings_over_two_rows_are_read_together(tmp_path: Path) -> None:
    sheet = opened("two_rows", tmp_path)
    reading = read(sheet)
    first = reading.rows[0].values
    assert first["number"] == "W-1"
    assert first["content"] == "水龙头漏水"
    assert first["technicians"] == ("演示师傅", "演示学徒")
    assert first["labour_fee"] == parse_money("80")
    assert reading.rows[1].values["done_at"] == at(2026, 3, 7)


def test_serials_and_bare_digits_are_days_and_numbers_telephones(
    tmp_path: Path,
) -> None:
    first, second = read(opened("serials", tmp_path)).rows
    assert first.values["reported_at"] == at(2026, 3, 5)
    assert first.values["done_at"] == at(2026, 3, 6)
    assert second.values["reported_at"] == at(2026, 3, 6, 14, 30)
    assert second.values["phone"] == "13800001602"
    assert first.values["number"] == "1001"


def test_a_day_merged_over_its_rows_belongs_to_each(tmp_path: Path) -> None:
    rows = read(opened("merged_days", tmp_path)).rows
    days = [row.values["reported_at"] for row in rows]
    assert days == [
        at(2026, 3, 5, 9, 5),
        at(2026, 3, 5, 10, 40),
        at(2026, 3, 5),
        at(2026, 4, 1, 8, 0),
    ]


def test_a_slip_written_over_two_merged_lines_is_one_slip(tmp_path: Path) -> None:
    rows = read(opened("doubled_lines", tmp_path)).rows
    assert [row.values["number"] for row in rows] == ["D1", "D2"]
    assert rows[0].values["unit"] == "3-1502"
    assert rows[0].values["phone"] == "13800001502"


def test_a_place_that_is_no_room_is_public_and_yes_means_what_the_heading_asks(
    tmp_path: Path,
) -> None:
    rows = {
        row.values["number"]: row.values
        for row in read(opened("mixed_places", tmp_path)).rows
    }
    kinds = [values["area_kind"] for values in rows.values()]
    assert kinds == ["业户单元", "公共区域", "管理处办公区", "公共区域"]
    assert rows["BX-01"]["job_type"] == "紧急"
    assert rows["BX-01"]["charge_class"] == "有偿"
    assert rows["BX-03"]["outcome"] == "未完成"
    assert rows["BX-04"]["area"] == "5栋"
    assert "unit" not in rows["BX-02"]


def test_numbers_are_made_by_day_where_the_sheet_has_none(tmp_path: Path) -> None:
    sheet = opened("no_number", tmp_path)
    numbers = [row.values["number"] for row in read(sheet).rows]
    assert numbers == ["旧260305-001", "旧260305-002", "旧260306-001"]
    other = with_mapping(sheet, SheetMapping(sheet.mapping.columns, prefix="西区"))
    assert read(other).rows[0].values["number"] == "西区260305-001"


def test_the_register_is_found_among_covers_and_lists(tmp_path: Path) -> None:
    sheet = opened("several_sheets", tmp_path)
    assert sheet.grid.title == "登记表"
    assert [row.values["opinion"] for row in read(sheet).rows] == ["满意", "基本满意"]


def test_every_wrong_cell_is_named_with_its_row_value_and_reason(
    tmp_path: Path,
) -> None:
    reading = read(opened("broken", tmp_path))
    found = {(p.row, p.heading, p.value, p.fault) for p in reading.problems}
    assert found == {
        (2, "报修时间", "2026/2/30", CellFault.NOT_A_TIME),
        (3, "联系电话", "12", CellFault.PHONE_WRONG),
        (3, "材料费", "八十", CellFault.NOT_MONEY),
        (4, "维修内容", "", CellFault.MISSING),
        (4, "材料费", "80.125", CellFault.MONEY_DECIMALS),
        (4, "维修结果", "差不多", CellFault.NOT_A_CHOICE),
    }


def test_a_word_the_person_explained_is_read_so_everywhere(tmp_path: Path) -> None:
    sheet = opened("broken", tmp_path)
    words = (("outcome", "差不多", "未完成"),)
    sheet = with_mapping(sheet, SheetMapping(sheet.mapping.columns, words=words))
    reading = read(sheet)
    assert CellFault.NOT_A_CHOICE not in {p.fault for p in reading.problems}
    assert reading.rows[2].values["outcome"] == "未完成"


def test_a_fixed_value_stands_where_the_sheet_is_silent(tmp_path: Path) -> None:
    sheet = opened("no_number", tmp_path)
    fixed = (("channel", "电话"), ("area", "一期"))
    sheet = with_mapping(sheet, SheetMapping(sheet.mapping.columns, fixed=fixed))
    for row in read(sheet).rows:
        assert (row.values["channel"], row.values["area"]) == ("电话", "一期")


def test_paper_of_an_old_register_counts_as_back_only_if_that_is_said(
    tmp_path: Path,
) -> None:
    sheet = opened("serials", tmp_path)
    assert sheet.mapping.is_back
    done = at(2026, 3, 6)
    assert read(sheet).rows[0].values["returned_at"] == done
    sheet = with_mapping(sheet, SheetMapping(sheet.mapping.columns, is_back=False))
    assert "returned_at" not in read(sheet).rows[0].values


def test_owners_of_a_room_in_several_rows_and_cells_are_kept(tmp_path: Path) -> None:
    rows = read(opened("units", tmp_path)).rows
    assert rows[0].values["owners"] == ("演示甲", "演示乙")
    assert rows[0].values["phones"] == ("13800001502", "13800011502")
    assert rows[0].values["warranty"] == at(2027, 5, 1)
    assert [row.values["label"] for row in rows] == [
        "3-1-1502",
        "3-1-1602",
        "3-1-1602",
        "5-2-301",
    ]


def test_one_thing_is_not_read_from_two_headings() -> None:
    columns = (
        ("电话", "phone"),
        ("手机", "phone"),
        ("说明", "remark"),
        ("备注", "remark"),
    )
    assert mapping_faults(Target.SLIPS, SheetMapping(columns)) == {"手机": "phone"}


def test_what_a_record_needs_and_no_column_gives_is_known() -> None:
    mapping = SheetMapping((("房号", "label"),))
    assert unsaid(Target.UNITS, mapping) == []
    assert "content" in unsaid(Target.SLIPS, mapping)


def test_the_same_headings_in_another_order_are_the_same_shape() -> None:
    assert shape_of(["a", "b"]) == shape_of(["b", "a"]) != shape_of(["a", "c"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026/3/5", (2026, 3, 5, 0, 0)),
        ("26.3.5", (2026, 3, 5, 0, 0)),
        ("2026年3月5日 星期四 9时", (2026, 3, 5, 9, 0)),
        ("２０２６－０３－０５　１４：３０", (2026, 3, 5, 14, 30)),
        ("20260305", (2026, 3, 5, 0, 0)),
        ("202603051430", (2026, 3, 5, 14, 30)),
        ("3月5日 下午2点", (2026, 3, 5, 14, 0)),
        ("12月5日", (2025, 12, 5, 0, 0)),
        ("2026-03-05T08:09:00", (2026, 3, 5, 8, 9)),
    ],
)
def test_a_time_is_understood_however_it_is_written(
    written: str, meant: tuple[int, ...]
) -> None:
    found = read_written(text(written))
    assert found is not None
    assert local_time(found, None, NOW) == datetime(*meant, tzinfo=ZONE)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    "written", ["2026/13/5", "昨天", "3-1502", "25:00", "2026-02-29", "3.5.6.7", "😀"]
)
def test_what_is_no_time_is_not_taken_for_one(written: str) -> None:
    found = read_written(text(written))
    assert found is None or local_time(found, None, NOW) is None


@pytest.mark.parametrize(
    ("written", "amount"),
    [("￥80", "80"), ("80元", "80"), ("1 200.50 元", "1200.5"), ("1,200", "1200")],
)
def test_money_is_understood_with_its_marks(written: str, amount: str) -> None:
    assert read_money(text(written)) == parse_money(amount)


def test_money_from_a_spreadsheet_is_what_it_shows() -> None:
    cell = GridCell(CellForm.NUMBER, "79.989999999999995")
    assert read_money(cell) == parse_money("79.99")
    assert read_money(text("免费")) is None


def test_several_telephones_and_names_are_told_apart() -> None:
    assert read_phones(text("13800001502/138 0000 1602")) == [
        "13800001502",
        "13800001602",
    ]
    assert read_phones(text("010-88881234转802")) == ["010-88881234转802"]
    with pytest.raises(CellUnread):
        read_phones(text("没有"))
    heading = heading_of(Target.SLIPS, "technicians")
    assert read_names(heading, text("演示甲，演示乙/演 示\n演示丁")) == (
        "演示甲",
        "演示乙",
        "演示",
        "演示丁",
    )


def test_a_room_has_one_form_whoever_wrote_it() -> None:
    same = ["3-1502", "3栋1502室", "３号楼１５０２", "三栋1502", "3#1502"]
    assert {room_label(each) for each in same} == {"3-1502"}
    assert room_label("1502", "3号楼", "2单元") == "3-2-1502"
    assert room_label("商铺甲") == "商铺甲"
    assert area_of("12号楼大堂") == "12栋"
    assert area_of("东门岗亭") == ""


def test_hostile_cells_become_text_or_an_error_and_nothing_else(
    tmp_path: Path,
) -> None:
    sheet = opened("plain", tmp_path)
    row = sheet.grid.rows[1]
    hostile = ["=1+1", "😀" * 50, "%_'", "a" * 4000, "\u202e倒", "\x00", "#REF!"]
    for value in hostile:
        cells = tuple(GridCell(CellForm.TEXT, value) for _ in row.cells)
        grid = sheet.grid.rows[0], type(row)(2, cells)
        changed = type(sheet.grid)("x", grid)
        reading = read_sheet(
            changed, sheet.shape, Target.SLIPS, sheet.mapping, NOW, None
        )
        assert len(reading.rows) + len(reading.left_out) == 1


def test_the_ground_of_words_belongs_to_one_column() -> None:
    ground = Ground(NOW, None, {("outcome", "差不多"): "完成"})
    assert ground.words[("outcome", "差不多")] == "完成"


@pytest.mark.parametrize(
    ("heading", "attribute"),
    [
        ("电话（手机）", "phone"),
        ("业主（电话）", "phone"),
        ("收费(元)", "labour_fee"),
        ("报修内容【必填】", "content"),
    ],
)
def test_brackets_behind_a_heading_do_not_hide_what_it_means(
    heading: str, attribute: str
) -> None:
    scores = heading_scores(Target.SLIPS, heading)
    assert max(scores, key=scores.__getitem__) == attribute
    assert scores[attribute] >= 80


def units(rows: Cells, folder: Path) -> SheetReading:
    """A sheet of units as it is read."""
    path = OwnFile().sheet("业主", rows).save(folder / "units.xlsx")
    return read(open_sheet(read_own(path), Target.UNITS))


def labels(reading: SheetReading) -> list[str]:
    return [row.values.get("label", "") for row in reading.rows]


def faults(reading: SheetReading) -> list[tuple[int, str, CellFault]]:
    return [(each.row, each.heading, each.fault) for each in reading.problems]


def test_a_bare_door_without_its_building_is_an_error(tmp_path: Path) -> None:
    """Two doors 102 of two buildings became one unit with the owners of both."""
    rows: list[list[Any]] = [
        ["楼栋", "房号", "业主"],
        ["1栋", 101, "演示甲"],
        [None, 102, "演示乙"],
        ["2栋", 101, "演示丙"],
        [None, "3-102", "演示丁"],
    ]
    reading = units(rows, tmp_path)
    assert faults(reading) == [(3, "楼栋", CellFault.MISSING)]
    assert labels(reading)[-1] == "3-102"


def test_doors_under_the_name_of_their_building_belong_to_it(tmp_path: Path) -> None:
    """The doors 101 of two buildings became one unit with the owners of both."""
    rows: list[list[Any]] = [
        ["房号", "业主", "联系电话", "备注"],
        ["1栋"],
        [101, "演示甲"],
        ["2 号楼"],
        [101, "演示乙"],
        ["3-102", "演示丙"],
        ["商铺"],
        [7, "演示丁"],
    ]
    reading = units(rows, tmp_path)
    assert labels(reading) == ["1-101", "2-101", "3-102", "7"]
    assert reading.problems == ()


def test_an_entrance_before_the_door_is_not_taken_for_the_building(
    tmp_path: Path,
) -> None:
    rows: list[list[Any]] = [
        ["楼栋", "房号", "业主"],
        ["1栋", "1-101", "演示甲"],
        ["2栋", "1-101", "演示乙"],
        ["2栋", "2-101", "演示丙"],
    ]
    assert labels(units(rows, tmp_path)) == ["1-1-101", "2-1-101", "2-2-101"]
    rows[2][1] = "2-102"  # now every room only says its building once more
    assert labels(units(rows, tmp_path)) == ["1-101", "2-102", "2-101"]


def test_ditto_means_the_cell_above(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["房号", "业主", "联系电话"],
        ["3-101", "演示甲", "13800000001"],
        ["3-102", "同上", "〃"],
        ["同上", "演示乙", "13800000002"],
    ]
    reading = units(rows, tmp_path)
    assert labels(reading) == ["3-101", "3-102", "3-102"]
    assert [row.values["owners"] for row in reading.rows] == [
        ("演示甲",),
        ("演示甲",),
        ("演示乙",),
    ]
    assert reading.rows[1].values["phones"] == ("13800000001",)


def test_a_room_that_the_spreadsheet_made_a_day_of_is_an_error(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["房号", "业主"],
        [date(1902, 3, 1), "演示甲"],
        ["3-1903", "演示乙"],
    ]
    reading = units(rows, tmp_path)
    assert faults(reading) == [(2, "单元号", CellFault.NOT_TEXT)]


def test_a_formula_that_was_never_reckoned_is_an_error_and_not_empty(
    tmp_path: Path,
) -> None:
    rows: list[list[Any]] = [
        ["房号", "业主", "备注"],
        ["3-101", "演示甲", '="押"&"金"'],
    ]
    reading = units(rows, tmp_path)
    assert faults(reading) == [(2, "备注", CellFault.FORMULA)]


def test_a_hidden_sheet_is_not_chosen_before_one_that_is_seen(tmp_path: Path) -> None:
    head = ["房号", "业主", "联系电话", "区域"]
    old = [head, *[[f"3-{floor}01", "演示旧", "", "旧区"] for floor in range(1, 20)]]
    book = OwnFile().sheet("现在", [["房号", "业主"], ["3-101", "演示甲"]])
    book.sheet("去年", old).hide("去年")
    opened_book = read_own(book.save(tmp_path / "two.xlsx"))
    assert open_sheet(opened_book, Target.UNITS).grid.title == "现在"


def test_hidden_rows_are_read_and_known_to_be_hidden(tmp_path: Path) -> None:
    rows = [["房号", "业主"], *([f"3-{floor}01", "演示甲"] for floor in range(1, 6))]
    book = OwnFile().sheet("业户", rows, merged=("B3:B4",))
    book.hide_rows("业户", 1, 3, 5)
    opened = open_sheet(read_own(book.save(tmp_path / "filtered.xlsx")), Target.UNITS)
    assert opened.count == 5
    assert opened.hidden == {3, 5}, "the headings are no row"


def test_a_day_typed_as_a_decimal_is_not_guessed() -> None:
    """3.20 stands in the file as 3.2, which is not the second of March."""
    assert read_written(GridCell(CellForm.NUMBER, "3.2")) is None
    found = read_written(GridCell(CellForm.NUMBER, "3.25"))
    assert found is not None and (found.month, found.day) == (3, 25)
    assert read_written(text("3.2")) is not None


def test_a_clock_time_with_a_point_is_no_second_day() -> None:
    heading = heading_of(Target.SLIPS, "reported_at")
    with pytest.raises(CellUnread) as refused:
        read_time(heading, [text("2026/3/1"), text("9.05")], Ground(NOW))
    assert refused.value.fault is CellFault.NOT_A_TIME
