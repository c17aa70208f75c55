"""A register that was really edited comes back: those cells, and no others."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.database import Database
from app.desk import Desk, open_desk
from app.register_field import DERIVED, FIELDS
from app.register_take import TakeRegister, take_register
from models.slip import SlipState
from models.unit import AreaKind
from reports.register_row import PUBLIC_COLUMNS, UNIT_COLUMNS
from tests.clock import Clock
from tests.makers import make_slip
from tests.reports.register_books import Exported, column_of, put, row_of
from tests.reports.spreadsheet_edit import Typed, type_into

_TYPED = {
    "区域": "三号{n}区",
    "地点": "西侧{n}号井",
    "报修人(部门)": "演示巡逻{n}",
    "维修内容": "井盖松动，第{n}处",
    "备注": "2026-1-{n}",
}
_STATES = (
    SlipState.ISSUED,
    SlipState.DISPATCHED,
    SlipState.WORKING,
    SlipState.SUSPENDED,
    SlipState.RETURNED,
    SlipState.CANCELLED,
    SlipState.VOID,
)


def test_fifty_cells_edited_in_a_spreadsheet_come_back_as_those_fifty(
    new_sqlite: Callable[[str], str], clock: Clock, tmp_path: Path
) -> None:
    database = Database(new_sqlite("fifty"))
    try:
        desk = database.read(open_desk, clock=clock)
        slips = [
            make_slip(database, desk, place=f"{n}号井", anyway_reason="已核对")
            for n in range(1, 16)
        ]
        for state in (SlipState.RETURNED, SlipState.VOID, SlipState.SUSPENDED):
            make_slip(database, desk, state, anyway_reason="已核对")
        book = Exported(database, desk, tmp_path)
        sheet = load_workbook(book.path).worksheets[0]
        typed = {
            (slip.number, heading): text.format(n=n)
            for n, slip in enumerate(slips[:10], start=1)
            for heading, text in _TYPED.items()
        }
        type_into(
            book.path,
            [
                Typed(0, column_of(sheet, heading) - 1, row_of(sheet, number) - 1, text)
                for (number, heading), text in typed.items()
            ],
        )
        found = book.compare()
        assert len(found.changes) == 50
        assert {(c.number, c.heading): c.now for c in found.changes} == typed
        assert not found.problems
        assert (found.rows, found.has_base) == (18, True)
        assert not any(change.is_conflict for change in found.changes)
        states = load_workbook(book.path)
        assert [each.sheet_state for each in states.worksheets] == ["visible", "hidden"]
        taken, _ = database.write(
            take_register, desk, TakeRegister(found.changes, "登记表更正")
        )
        assert (taken.cells, taken.slips) == (50, 10)
        assert (book.compare().changes, book.compare().same) == ((), 50)
    finally:
        database.close()


@pytest.mark.parametrize("is_unit", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_whatever_cells_are_edited_each_is_told_once_and_no_other(
    is_unit: bool,
    seed: int,
    database: Database,
    desk: Desk,
    clock: Clock,
    tmp_path: Path,
) -> None:
    chance = random.Random(seed)
    clock.local("2026-11-20 10:00:00")
    kind = AreaKind.UNIT if is_unit else AreaKind.PUBLIC
    for state in _STATES:
        make_slip(database, desk, state, area_kind=kind, anyway_reason="已核对")
    book = Exported(database, desk, tmp_path, is_unit=is_unit)
    columns = UNIT_COLUMNS if is_unit else PUBLIC_COLUMNS
    headings = [column.title for column in columns if column.title != "单号"]
    cells = [(number, heading) for number in book.numbers for heading in headings]
    edited = set(chance.sample(cells, 60))

    def change(sheet: Worksheet) -> None:
        for number, heading in edited:
            before = sheet.cell(row_of(sheet, number), column_of(sheet, heading)).value
            typed = chance.choice(("改", "业主另约", "2026-11-21 11:30", "13800001111"))
            put(sheet, number, heading, None if before and seed == 2 else typed)

    book.edit(change)
    found = book.compare()
    told = [(each.number, each.heading) for each in found.changes]
    told += [(each.number, each.heading) for each in found.problems]
    assert len(told) == len(set(told))
    assert set(told) == edited
    assert {heading for _, heading in told if heading in DERIVED}.isdisjoint(
        change.heading for change in found.changes
    )
    assert {change.heading for change in found.changes} <= set(FIELDS)


def test_every_heading_that_is_taken_or_worked_out_is_one_of_the_registers() -> None:
    titles = {column.title for column in (*UNIT_COLUMNS, *PUBLIC_COLUMNS)}
    assert titles >= {*FIELDS, *DERIVED}
    assert not DERIVED & set(FIELDS)
