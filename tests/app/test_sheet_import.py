"""A centre's own sheet comes in through the data book's import, whole or not at all."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.data_book_finding import BookRefused
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Cancelled
from app.progress import Progress
from app.sheet_import import (
    ImportSheet,
    SheetSummary,
    good_rows,
    import_sheet,
    judge_sheet,
)
from app.sheet_memory import (
    find_mapping,
    forget_mapping,
    list_mappings,
    restore_mapping,
)
from app.sheet_open import OpenSheet, open_sheet
from app.sheet_row import SheetReading, read_sheet
from app.slip_list import SlipFilter, find_slip_ids
from app.staff_directory import list_staff
from app.unit_directory import Owner, SaveUnit, find_units, save_unit
from models.data_book_problem import CellFault
from models.sheet_mapping import SheetMapping
from models.sheet_target import Target
from models.staff import Department, Post
from reports.own_sheet import read_own
from tests.app.books import books, problems
from tests.clock import Clock
from tests.makers import make_staff
from tests.own_sheet_maker import many_slips, own_file

LATER = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
TARGETS = {"units": Target.UNITS, "staff": Target.STAFF}


@pytest.fixture
def late_desk(desk: Desk) -> Desk:
    """A desk long after everything in the sheets."""
    return desk.at(LATER)


def opened(path: Path, target: Target = Target.SLIPS) -> OpenSheet:
    return open_sheet(read_own(path), target)


def judged(database: Database, desk: Desk, sheet: OpenSheet) -> SheetReading:
    reading = read_sheet(
        sheet.grid, sheet.shape, sheet.target, sheet.mapping, LATER, sheet.year
    )
    return database.read(judge_sheet, desk, reading)


def order(sheet: OpenSheet, reading: SheetReading) -> ImportSheet:
    return ImportSheet(reading, sheet.shape.keys(), sheet.mapping, sheet.book.name)


def take_in(database: Database, desk: Desk, name: str, folder: Path) -> SheetSummary:
    sheet = opened(own_file(name, folder), TARGETS.get(name, Target.SLIPS))
    reading = judged(database, desk, sheet)
    assert reading.problems == ()
    summary, _ = database.write(import_sheet, desk, order(sheet, reading))
    return summary


@pytest.mark.parametrize(
    "name",
    [
        "plain",
        "titled",
        "two_rows",
        "serials",
        "merged_days",
        "mixed_places",
        "no_number",
        "several_sheets",
        "repeated_heads",
        "doubled_lines",
    ],
)
def test_slips_of_a_sheet_stand_in_the_books_and_the_books_are_sound(
    name: str, database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    summary = take_in(database, late_desk, name, tmp_path)
    found = database.read(find_slip_ids, late_desk, SlipFilter(register=None))
    assert len(found) == summary.added > 1
    assert not problems(database, late_desk)


def test_the_same_sheet_is_not_taken_in_twice(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    take_in(database, late_desk, "no_number", tmp_path)
    sheet = opened(own_file("no_number", tmp_path))
    reading = judged(database, late_desk, sheet)
    assert {p.fault for p in reading.problems} == {CellFault.NUMBER_TAKEN}


def test_rules_and_reading_name_their_errors_in_the_order_of_the_sheet(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    sheet = opened(own_file("broken", tmp_path))
    reading = judged(database, late_desk, sheet)
    rows = [problem.row for problem in reading.problems]
    assert rows == sorted(rows)
    doubled = [p for p in reading.problems if p.fault is CellFault.DUPLICATE_NUMBER]
    assert [(p.row, p.heading, p.value) for p in doubled] == [(5, "单号", "E1")]
    assert dict(doubled[0].facts)["row"] == 2


def test_before_the_last_step_nothing_is_written(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    before = books(database)
    for name in ("plain", "broken"):
        judged(database, late_desk, opened(own_file(name, tmp_path)))
    assert books(database) == before


def test_good_rows_alone_are_taken_in_if_that_is_wanted(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    sheet = opened(own_file("broken", tmp_path))
    good = good_rows(judged(database, late_desk, sheet))
    assert [row.number for row in good.rows] == [6]
    summary, _ = database.write(import_sheet, late_desk, order(sheet, good))
    assert summary.added == 1


def test_an_import_that_is_stopped_leaves_nothing_behind(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    sheet = opened(many_slips(600, tmp_path / "many.xlsx"))
    reading = judged(database, late_desk, sheet)
    before = books(database)
    steps = []

    def tell(done: int, total: int) -> None:
        steps.append((done, total))
        if done >= 400:
            progress.stop()

    progress = Progress(tell)
    with pytest.raises(Cancelled):
        database.write(import_sheet, late_desk, order(sheet, reading), progress)
    assert steps[-1][1] == 600
    assert books(database) == before


def test_a_number_taken_by_another_desk_meanwhile_refuses_the_import(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    sheet = opened(own_file("plain", tmp_path))
    reading = judged(database, late_desk, sheet)
    database.write(import_sheet, late_desk, order(sheet, reading))
    with pytest.raises(BookRefused):
        database.write(import_sheet, late_desk, order(sheet, reading))


def test_a_mapping_is_remembered_for_the_next_file_of_the_same_shape(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    sheet = opened(own_file("plain", tmp_path))
    words = (("outcome", "差不多", "完成"),)
    own = SheetMapping(sheet.mapping.columns, (("channel", "电话"),), words, "甲", True)
    sheet = replace(sheet, mapping=own)
    reading = judged(database, late_desk, sheet)
    database.write(import_sheet, late_desk, order(sheet, reading))
    keys = list(reversed(sheet.shape.keys()))
    memory = database.read(find_mapping, late_desk, Target.SLIPS, keys)
    assert memory is not None
    assert memory.mapping == own
    assert memory.name == "plain.xlsx"
    assert database.read(find_mapping, late_desk, Target.UNITS, keys) is None
    assert database.read(find_mapping, late_desk, Target.SLIPS, keys[1:]) is None


def test_a_mapping_can_be_forgotten_and_brought_back(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    take_in(database, late_desk, "units", tmp_path)
    take_in(database, late_desk, "units", tmp_path)
    (memory,) = database.read(list_mappings, late_desk)
    database.write(forget_mapping, late_desk, memory)
    assert database.read(list_mappings, late_desk) == []
    database.write(restore_mapping, late_desk, memory)
    (again,) = database.read(list_mappings, late_desk)
    assert replace(again, id=memory.id) == memory


def test_units_are_added_once_and_later_only_changed(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    first = take_in(database, late_desk, "units", tmp_path)
    assert (first.added, first.changed, first.same) == (3, 0, 0)
    second = take_in(database, late_desk, "units", tmp_path)
    assert (second.added, second.changed, second.same) == (0, 0, 3)
    units = database.read(find_units, late_desk, "")
    owners = {unit.label: unit.owners for unit in units}
    assert owners["3-1-1602"] == (
        Owner("演示丙", "13800001602"),
        Owner("演示丙妻", "13800011602"),
    )
    assert not problems(database, late_desk)


@pytest.mark.parametrize(
    ("directory", "areas"),
    [
        ("6号楼", ["6号楼", "6号楼", "7号楼", "东苑"]),
        ("", ["6栋", "6栋", "7栋", "东苑"]),
    ],
)
def test_a_building_is_called_as_in_the_directory_where_the_sheet_says_no_area(
    directory: str,
    areas: list[str],
    database: Database,
    late_desk: Desk,
    tmp_path: Path,
) -> None:
    database.write(save_unit, late_desk, SaveUnit("6-101", directory))
    path = tmp_path / "u.csv"
    path.write_text(
        "楼栋,房号,业主,区域\n"
        "6号楼,101,演示甲,\n"
        "6号楼,102,演示乙,\n"
        "7号楼,101,演示丙,\n"
        "8栋,101,演示丁,东苑\n",
        "utf-8",
    )
    sheet = opened(path, Target.UNITS)
    reading = judged(database, late_desk, sheet)
    assert [row.values["area"] for row in reading.rows] == areas
    database.write(import_sheet, late_desk, order(sheet, reading))
    units = database.read(find_units, late_desk, "")
    assert [unit.area for unit in units] == areas


def test_a_unit_that_was_imported_is_found_at_once(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    take_in(database, late_desk, "units", tmp_path)
    (unit,) = database.read(find_units, late_desk, "演示丁")
    assert unit.label == "5-2-301"


def test_a_telephone_without_an_owner_is_an_error(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "u.csv"
    path.write_text("房号,业主,电话\n3-1502,,13800001502\n", "gb18030")
    reading = judged(database, late_desk, opened(path, Target.UNITS))
    assert [(p.row, p.fault) for p in reading.problems] == [(2, CellFault.NEEDED_WITH)]


def test_what_is_put_together_too_long_is_an_error_and_not_cut(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "u.csv"
    path.write_text(
        "楼栋,单元,房号,业主,电话\n"
        f"{'甲' * 18},{'乙' * 18},1502,演示甲,8801\n"
        f"3,1,1502,{'演' * 90},8801\n"
        "3,1,1\u202e602,演示乙,8802\n",
        "utf-8",
    )
    reading = judged(database, late_desk, opened(path, Target.UNITS))
    assert [(p.row, p.heading, p.fault) for p in reading.problems] == [
        (2, "单元号", CellFault.TOO_LONG),
        (3, "业户名称", CellFault.TOO_LONG),
        (4, "单元号", CellFault.UNPRINTABLE),
    ]


def test_staff_come_in_with_post_trades_and_department(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    take_in(database, late_desk, "staff", tmp_path)
    staff = {row.name: row for row in database.read(list_staff, late_desk)}
    assert staff["演示甲"].posts == (Post.TECHNICIAN,)
    assert staff["演示甲"].trades == ("水工", "电工")
    assert staff["演示乙"].department is Department.HOUSEKEEPING
    again = take_in(database, late_desk, "staff", tmp_path)
    assert (again.added, again.changed, again.same) == (0, 0, 3)


def test_a_name_that_stands_twice_is_named(
    database: Database, late_desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "姓名,部门,岗位\n演示甲,工程部,维修工\n演示甲,工程部,主管\n", "utf-8"
    )
    reading = judged(database, late_desk, opened(path, Target.STAFF))
    assert [(p.row, p.fault) for p in reading.problems] == [(3, CellFault.REPEATED)]


def test_only_who_may_import_takes_a_sheet_in(
    database: Database, late_desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    make_staff(database, late_desk, "演示技工", Post.TECHNICIAN)
    technician = database.read(open_desk, actor="演示技工", clock=clock)
    sheet = opened(own_file("plain", tmp_path))
    reading = judged(database, late_desk, sheet)
    with pytest.raises(NotAllowed):
        database.write(import_sheet, technician.at(LATER), order(sheet, reading))
