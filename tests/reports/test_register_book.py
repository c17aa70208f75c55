"""An edited register comes back: exactly what was edited, and what stands against."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk, open_desk
from app.register_compare import CellChange, Comparison, RegisterOfOtherBooks
from app.register_take import RegisterRowRefused, TakeRegister, take_register
from app.slip_amend import AmendSlip, amend_slip
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_view import load_slip_view
from models.register_book import BookFault
from models.slip import JobType, OwnerOpinion, SlipEvent, SlipState
from models.unit import AreaKind
from reports.register_part import SheetsBy
from tests.clock import Clock
from tests.makers import make_slip
from tests.reports.register_books import FIRST, Exported, column_of, row_of
from tests.reports.slips import at
from ui.register_book.opening import compare_book

REASON = "登记表更正"


def _said(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    return [(c.number, c.heading, c.was, c.now) for c in comparison.changes]


def _faults(comparison: Comparison) -> list[BookFault]:
    return [problem.fault for problem in comparison.problems]


def _facts(database: Database, desk: Desk, slip_id: int) -> Mapping[str, object]:
    return database.read(load_slip_view, desk, slip_id).facts


def _take(
    database: Database, desk: Desk, changes: tuple[CellChange, ...]
) -> tuple[int, int]:
    taken, _ = database.write(take_register, desk, TakeRegister(changes, REASON))
    return taken.cells, taken.slips


def test_an_unedited_register_says_nothing(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    for state in (SlipState.ISSUED, SlipState.DISPATCHED, SlipState.VOID):
        make_slip(database, desk, state, area_kind=AreaKind.UNIT)
    make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    found = Exported(database, desk, tmp_path, is_unit=True).compare()
    assert not found.changes
    assert not found.problems
    assert (found.rows, found.same, found.has_base) == (4, 0, True)


def test_each_kind_of_cell_is_taken_by_the_step_that_corrects_it(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    clock.local("2026-11-20 10:00:00")
    fresh = make_slip(database, desk)
    out = make_slip(database, desk, SlipState.DISPATCHED, anyway_reason="已核对")
    back = make_slip(database, desk, SlipState.DONE, anyway_reason="已核对")
    clock.local("2026-11-20 15:00:00")
    order = TakeBackSlip(back.id, result_text="换灯管")
    database.write(take_back_slip, desk, order)
    book = Exported(database, desk, tmp_path)
    typed = {
        (fresh.number, "维修内容"): "照明灯不亮，闪烁",
        (fresh.number, "类型/紧急"): "紧急",
        (fresh.number, "联系电话(掩码)"): "13800002233",
        (fresh.number, "备注"): "业主在家",
        (out.number, "维修人"): "演示甲、演示乙",
        (out.number, "地点"): "B2层3号柱",
        (back.number, "维修结果"): "完成，换灯管两支",
        (back.number, "完工时间"): at("2026-11-20 14:30"),
        (back.number, "备注"): "已复核",
    }
    for (number, heading), value in typed.items():
        book.put(number, heading, value)
    found = book.compare()
    assert found.problems == ()
    assert {(c.number, c.heading) for c in found.changes} == set(typed)
    assert not any(change.is_conflict for change in found.changes)
    assert _take(database, desk, found.changes) == (9, 3)
    facts = _facts(database, desk, fresh.id)
    assert (facts["content"], facts["job_type"]) == ("照明灯不亮，闪烁", JobType.URGENT)
    assert (facts["phone"], facts["remark"]) == ("13800002233", "业主在家")
    facts = _facts(database, desk, out.id)
    assert facts["technicians"] == ("演示甲", "演示乙")
    assert facts["place"] == "B2层3号柱"
    facts = _facts(database, desk, back.id)
    assert (facts["result_text"], facts["remark"]) == ("换灯管两支", "已复核")
    assert facts["done_at"] == desk.at_local(date(2026, 11, 20), time(14, 30))
    again = book.compare()
    assert (again.changes, again.same) == ((), 9)


def test_a_change_made_meanwhile_is_a_conflict_with_both_values(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slip = make_slip(database, desk)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, "维修内容", "灯不亮")
    order = AmendSlip(slip.id, content="照明灯闪烁", place="B2层")
    database.write(amend_slip, desk, order)
    (change,) = book.compare().changes
    assert (change.was, change.now, change.theirs) == (
        "照明灯不亮",
        "灯不亮",
        "照明灯闪烁",
    )
    assert change.is_conflict
    assert _take(database, desk, (change,)) == (1, 1), "a person saw both and chose"


def test_a_slip_that_changed_after_the_comparison_refuses_all(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    first = make_slip(database, desk)
    second = make_slip(database, desk, place="大堂", anyway_reason="已核对")
    book = Exported(database, desk, tmp_path)
    book.put(first.number, "维修内容", "灯不亮")
    book.put(second.number, "维修内容", "灯不亮")
    found = book.compare()
    database.write(amend_slip, desk, AmendSlip(second.id, place="大堂北侧"))
    with pytest.raises(RegisterRowRefused) as refused:
        _take(database, desk, found.changes)
    assert refused.value.facts["number"] == second.number
    assert isinstance(refused.value.facts["refusal"], ChangedByOthers)
    assert _facts(database, desk, first.id)["content"] == "照明灯不亮", "all or none"


@pytest.mark.parametrize(
    ("heading", "value", "fault"),
    [
        ("状态", "已返单", BookFault.DERIVED),
        ("17:30前返单(是/否)", "是", BookFault.DERIVED),
        ("回访结果", "满意", BookFault.OTHER_ROAD),
        ("返单时间", at("2026-11-20 12:00"), BookFault.OTHER_ROAD),
        ("联系电话(掩码)", "139****0000", BookFault.MASKED),
        ("联系电话(掩码)", "打不通", BookFault.REFUSED),
        ("维修内容", None, BookFault.EMPTIED),
        ("维修内容", "=1+1", BookFault.FORMULA),
        ("类型/紧急", "很急", BookFault.NOT_A_CHOICE),
        ("完工时间", at("2026-11-20 12:00"), BookFault.STATE),
    ],
)
def test_a_cell_that_is_not_taken_is_named(
    heading: str,
    value: object,
    fault: BookFault,
    database: Database,
    desk: Desk,
    tmp_path: Path,
) -> None:
    slip = make_slip(database, desk)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, heading, value)
    found = book.compare()
    assert found.changes == ()
    (problem,) = found.problems
    assert (problem.fault, problem.number, problem.heading) == (
        fault,
        slip.number,
        heading,
    )
    assert problem.row == FIRST


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("2026-11-20 14:05", "2026-11-20 14:05"),
        ("2026/11/20 下午2:05", "2026-11-20 14:05"),
        ("11月20日14点5分", "2026-11-20 14:05"),
        ("11-20 14:05", "2026-11-20 14:05"),
        ("2026-11-20", None),
        ("昨天", None),
    ],
)
def test_a_time_typed_as_text_is_understood_or_named(
    typed: str,
    taken: str | None,
    database: Database,
    desk: Desk,
    clock: Clock,
    tmp_path: Path,
) -> None:
    clock.local("2026-11-20 10:00:00")
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    clock.local("2026-11-20 15:00:00")
    order = TakeBackSlip(slip.id, result_text="换灯管")
    database.write(take_back_slip, desk, order)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, "完工时间", typed)
    found = book.compare()
    if taken is None:
        assert _faults(found) == [BookFault.NOT_A_TIME]
    else:
        assert [change.now for change in found.changes] == [taken]


def test_numbers_that_are_missing_changed_unknown_or_twice_are_named(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slips = [
        make_slip(database, desk, place=f"{floor}层", anyway_reason="已核对")
        for floor in range(1, 7)
    ]
    book = Exported(database, desk, tmp_path)

    def harm(sheet: Worksheet) -> None:
        column = column_of(sheet, "单号")
        rows = {slip.number: row_of(sheet, slip.number) for slip in slips}
        sheet.cell(rows[slips[0].number], column).value = None
        sheet.cell(rows[slips[1].number], column).value = "WX261120-999"
        sheet.cell(rows[slips[2].number], column).value = slips[3].number
        sheet.cell(rows[slips[4].number], column_of(sheet, "备注")).value = "留意"
        sheet.append([None, "WX991231-001", None, None, None, "别处", "别处"])

    book.edit(harm)
    found = book.compare()
    faults = _faults(found)
    assert sorted(faults) == sorted(
        [
            BookFault.NUMBER_CHANGED,
            BookFault.NUMBER_CHANGED,
            BookFault.NUMBER_TWICE,
            BookFault.NUMBER_TWICE,
            BookFault.NUMBER_UNKNOWN,
            BookFault.ROW_GONE,
        ]
    )
    changed = [p for p in found.problems if p.fault is BookFault.NUMBER_CHANGED]
    assert [(p.was, p.now) for p in changed] == [
        (slips[0].number, ""),
        (slips[1].number, "WX261120-999"),
    ]
    assert _said(found) == [(slips[4].number, "备注", "", "留意")]


def test_columns_gone_renamed_or_put_in_are_named_and_the_rest_is_read(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slip = make_slip(database, desk)
    book = Exported(database, desk, tmp_path)

    def harm(sheet: Worksheet) -> None:
        row = row_of(sheet, slip.number)
        sheet.cell(row, column_of(sheet, "维修内容")).value = "灯不亮"
        sheet.cell(row, column_of(sheet, "工种")).value = "电工"
        sheet.cell(FIRST - 1, column_of(sheet, "工种")).value = "班组"
        sheet.delete_cols(column_of(sheet, "区域"))
        sheet.insert_cols(5)
        sheet.cell(row, 5).value = "我的列"

    book.edit(harm)
    found = book.compare()
    assert [(p.heading, p.fault) for p in found.problems] == [
        ("区域", BookFault.COLUMN_GONE),
        ("工种", BookFault.COLUMN_GONE),
        ("E", BookFault.COLUMN_UNKNOWN),
        ("班组", BookFault.COLUMN_UNKNOWN),
    ]
    assert _said(found) == [(slip.number, "维修内容", "照明灯不亮", "灯不亮")]


def test_sorted_rows_and_sheets_of_weeks_come_back_as_one_register(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    numbers = []
    for day in ("2026-12-27", "2026-12-31", "2027-01-03", "2027-01-20"):
        clock.local(f"{day} 10:00:00")
        numbers.append(make_slip(database, desk, anyway_reason="已核对").number)
    book = Exported(database, desk, tmp_path, by=SheetsBy.WEEK)

    def turn(sheet: Worksheet) -> None:
        first, second = (
            [cell.value for cell in sheet[row]] for row in (FIRST, FIRST + 1)
        )
        for row, values in ((FIRST, second), (FIRST + 1, first)):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value
        sheet.cell(FIRST, column_of(sheet, "备注")).value = "新年"

    book.edit(turn, sheet=1)
    found = book.compare()
    assert _said(found) == [(numbers[2], "备注", "", "新年")]
    assert (found.rows, found.problems) == (4, ())
    assert found.changes[0].sheet == "2026-12-28至2027-01-03"


def test_a_register_without_its_base_is_held_against_the_database(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slip = make_slip(database, desk)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, "维修内容", "灯不亮")
    plain = load_workbook(book.path)
    del plain["登记表底稿"]
    plain.save(book.path)
    found = book.compare()
    assert not found.has_base
    assert _said(found) == [(slip.number, "维修内容", "照明灯不亮", "灯不亮")]


def test_a_register_of_other_books_is_refused(
    database: Database, desk: Desk, new_sqlite: Callable[[str], str], tmp_path: Path
) -> None:
    make_slip(database, desk)
    book = Exported(database, desk, tmp_path)
    other = Database(new_sqlite("other"))
    try:
        elsewhere = other.read(open_desk, clock=desk.clock)
        make_slip(other, elsewhere, place="别处", anyway_reason="已核对")
        with pytest.raises(RegisterOfOtherBooks):
            other.read(compare_book, elsewhere, book.read())
    finally:
        other.close()


def test_who_may_not_correct_is_told_before_anything(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slip = make_slip(database, desk)
    book = Exported(database, replace(desk, permissions=frozenset()), tmp_path)
    book.put(slip.number, "维修内容", "灯不亮")
    assert _faults(book.compare()) == [BookFault.NO_RIGHT]


def test_every_change_stands_in_the_log_with_its_reason(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slip = make_slip(database, desk)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, "维修内容", "灯不亮")
    _take(database, desk, book.compare().changes)
    last = database.read(load_slip_view, desk, slip.id).events[-1]
    assert last.what == SlipEvent.AMEND
    assert (last.facts["reason"], last.facts["set"]) == (REASON, {"content": "灯不亮"})


def test_the_owner_s_opinion_is_corrected_and_the_signature_stands(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    book = Exported(database, desk, tmp_path, is_unit=True)
    said = book.read().base[slip.number].texts["业户意见/签字"]
    book.put(slip.number, "业户意见/签字", f"不满意 {said}")
    (change,) = book.compare().changes
    _take(database, desk, (change,))
    facts = _facts(database, desk, slip.id)
    assert facts["owner_opinion"] is OwnerOpinion.DISSATISFIED
    book.put(slip.number, "业户意见/签字", "不满意 别人")
    assert _faults(book.compare()) == [BookFault.OTHER_PART]


def test_times_out_of_order_are_told_before_anybody_writes_them(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    clock.local("2026-11-20 10:00:00")
    slip = make_slip(database, desk, SlipState.RETURNED)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, "到场时间", at("2026-11-20 09:00"))
    book.put(slip.number, "备注", "已复核")
    found = book.compare()
    assert _said(found) == [(slip.number, "备注", "", "已复核")]
    assert [(p.heading, p.fault) for p in found.problems] == [
        ("到场时间", BookFault.REFUSED)
    ]


def test_a_time_typed_without_its_year_lies_after_the_call_also_past_new_year(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    clock.local("2026-12-30 10:00:00")
    slip = make_slip(database, desk, SlipState.DONE, anyway_reason="已核对")
    clock.local("2027-01-03 15:00:00")
    order = TakeBackSlip(slip.id, result_text="换灯管")
    database.write(take_back_slip, desk, order)
    book = Exported(database, desk, tmp_path)
    book.put(slip.number, "完工时间", "1月2日 14:30")
    book.put(slip.number, "到场时间", "12-31 9:00")
    found = book.compare()
    assert found.problems == ()
    assert {c.heading: c.now for c in found.changes} == {
        "完工时间": "2027-01-02 14:30",
        "到场时间": "2026-12-31 09:00",
    }


def test_rows_that_were_cleared_are_told_once_and_blank_ones_not_at_all(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    slips = [make_slip(database, desk, anyway_reason="已核对") for _ in range(3)]
    book = Exported(database, desk, tmp_path)

    def clear(sheet: Worksheet) -> None:
        row = row_of(sheet, slips[1].number)
        for cell in sheet[row]:
            cell.value = None
        for column in range(1, 20):
            sheet.cell(sheet.max_row + 1, column).number_format = "@"

    book.edit(clear)
    assert _faults(book.compare()) == [BookFault.ROW_GONE]


def test_what_many_cells_say_is_kept_once(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    """R12: a register as long as a file may be takes 165 MB and not 400."""
    for _ in range(2):
        make_slip(database, desk, SlipState.DISPATCHED, anyway_reason="已核对")
    book = Exported(database, desk, tmp_path).read()
    one, other = book.rows
    for heading in ("工种", "接报日期", "维修内容"):
        assert one.cells[heading] is other.cells[heading]
    first, second = (book.base[row.number].texts for row in book.rows)
    assert first["维修内容"] is second["维修内容"]
