"""A price list comes in from Excel and goes out again: matched, judged, all of it."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook

from app.database import Database
from app.demo_tariff import SAMPLE_NAME, hang_up, sample_items
from app.desk import Desk, NotAllowed, open_desk
from app.sheet_import import ImportSheet, SheetSummary, import_sheet, judge_sheet
from app.sheet_open import OpenSheet, open_sheet
from app.sheet_row import SheetReading, read_sheet
from app.tariff import SaveTariffItem, save_tariff_item
from app.tariff_row import TariffRow, list_tariff
from models.data_book_problem import CellFault
from models.sheet_target import TARIFF_HEADINGS, Target
from models.staff import Post
from reports import price_list
from reports.own_sheet import read_own
from reports.tariff_sheet import write_xlsx
from tests.app.books import books, problems
from tests.clock import Clock
from tests.makers import make_staff
from tests.rules.source import ROOT

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
TAP = SaveTariffItem(
    "S-01", "给排水", "更换水龙头", "个", Decimal("30.00"), date(2026, 1, 1)
)
SAMPLE = ROOT / "resources" / "sample"


def book(path: Path, *rows: tuple[object, ...]) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    workbook.save(path)
    return path


def opened(path: Path) -> OpenSheet:
    return open_sheet(read_own(path), Target.TARIFF)


def judged(database: Database, desk: Desk, sheet: OpenSheet) -> SheetReading:
    reading = read_sheet(sheet.grid, sheet.shape, sheet.target, sheet.mapping, NOW)
    return database.read(judge_sheet, desk, reading)


def take_in(database: Database, desk: Desk, path: Path) -> SheetSummary:
    sheet = opened(path)
    reading = judged(database, desk, sheet)
    assert reading.problems == ()
    order = ImportSheet(reading, sheet.shape.keys(), sheet.mapping, sheet.book.name)
    summary, _ = database.write(import_sheet, desk, order)
    return summary


def prices(database: Database, desk: Desk) -> list[TariffRow]:
    rows = database.read(list_tariff, desk)
    return [replace(row, id=0, version=0) for row in rows]


def exported(database: Database, desk: Desk, path: Path) -> Path:
    found = database.read(price_list.load, desk)
    out = BytesIO()
    write_xlsx(found, desk, out, lambda _, text: text)
    path.write_bytes(out.getvalue())
    return path


def test_a_price_list_as_centres_keep_them_is_understood(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    path = book(
        tmp_path / "价目.xlsx",
        ("有偿维修价目表",),
        tuple(["编号", "分类", "服务项目", "计量单位", "收费标准", "最高价", "夜间价"])
        + tuple(["材料", "材料单价", "工时", "执行日期"]),
        (
            "S1",
            "水",
            "换龙头",
            "个",
            30,
            80,
            "45元",
            "另计",
            25,
            "20分钟",
            "2026-03-01",
        ),
        ("S2", "水", "疏通", "次", "￥60", None, None, "包工包料", None, None, None),
        ("合计", None, None, None, 90),
    )
    summary = take_in(database, desk, path)
    assert (summary.added, summary.changed, summary.same) == (2, 0, 0)
    first, second = prices(database, desk)
    assert (first.code, first.name, first.uom) == ("S1", "换龙头", "个")
    assert (first.labour, first.labour_most) == (Decimal("30.00"), Decimal("80.00"))
    assert (first.night_labour, first.material) == (Decimal(45), Decimal(25))
    assert (first.minutes, first.valid_from) == (20, date(2026, 3, 1))
    assert second.material_mode.value == "all_in"
    assert second.valid_from == desk.today()
    assert not problems(database, desk)


HEAD = tuple(heading.title for heading in TARIFF_HEADINGS)


def row(**said: object) -> tuple[object, ...]:
    known: dict[str, object] = {
        "编码": "S-01",
        "类别": "给排水",
        "项目": "更换水龙头",
        "单位": "个",
        "人工费": 30,
        "生效日期": "2026-01-01",
    }
    known |= said
    return tuple(known.get(title) for title in HEAD)


@pytest.mark.parametrize(
    ("said", "heading", "fault"),
    [
        ({"编码": None}, "编码", CellFault.MISSING),
        ({"项目": None}, "项目", CellFault.MISSING),
        ({"人工费": "一般"}, "人工费", CellFault.NOT_MONEY),
        ({"人工费": 30.005}, "人工费", CellFault.MONEY_DECIMALS),
        ({"人工费": -5}, "人工费", CellFault.MONEY_NEGATIVE),
        ({"人工费": 1e9}, "人工费", CellFault.MONEY_TOO_LARGE),
        ({"人工费上限": 20}, "人工费上限", CellFault.RANGE_BACKWARDS),
        ({"夜间人工费": 29.99}, "夜间人工费", CellFault.NIGHT_CHEAPER),
        ({"材料方式": "看情况"}, "材料方式", CellFault.NOT_A_CHOICE),
        (
            {"材料方式": "含材料", "材料费": 5},
            "材料费",
            CellFault.MATERIAL_NOT_EXTRA,
        ),
        ({"参考工时": "半天"}, "参考工时", CellFault.MINUTES_WRONG),
        ({"生效日期": "某日"}, "生效日期", CellFault.NOT_A_TIME),
        ({"失效日期": "2025-12-31"}, "失效日期", CellFault.ENDS_TOO_EARLY),
        ({"生效日期": "1995-01-01"}, "生效日期", CellFault.DAY_OUT_OF_RANGE),
        ({"项目": "长" * 61}, "项目", CellFault.TOO_LONG),
    ],
)
def test_every_wrong_cell_is_told_and_nothing_is_written(
    database: Database,
    desk: Desk,
    tmp_path: Path,
    said: dict[str, object],
    heading: str,
    fault: CellFault,
) -> None:
    good = row(编码="S-09", 材料方式="含材料", 参考工时=20, 失效日期="2027-01-01")
    path = book(tmp_path / "a.xlsx", HEAD, good, row(**said))
    before = books(database)
    reading = judged(database, desk, opened(path))
    assert [(p.row, p.heading, p.fault) for p in reading.problems] == [
        (3, heading, fault)
    ]
    assert books(database) == before


def test_all_errors_of_a_sheet_are_listed_at_once(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    path = book(
        tmp_path / "a.xlsx",
        HEAD,
        row(人工费="x"),
        row(编码="S-02"),
        row(编码="S-02", 生效日期="2026-01-01", 人工费=31),
        row(编码="S-03", 人工费上限=1),
    )
    reading = judged(database, desk, opened(path))
    assert [(p.row, p.fault) for p in reading.problems] == [
        (2, CellFault.NOT_MONEY),
        (4, CellFault.TARIFF_OVERLAPS),
        (5, CellFault.RANGE_BACKWARDS),
    ]


def test_a_later_day_is_a_new_price_and_the_same_row_none(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    database.write(save_tariff_item, desk, TAP)
    path = book(
        tmp_path / "a.xlsx",
        HEAD,
        row(),
        row(生效日期="2026-05-01", 人工费=35),
        row(编码="S-02"),
    )
    summary = take_in(database, desk, path)
    assert (summary.added, summary.changed, summary.same) == (2, 0, 1)
    spans = [
        (p.code, str(p.labour), f"{p.valid_from}", f"{p.valid_until or ''}")
        for p in prices(database, desk)
    ]
    assert spans == [
        ("S-01", "30.00", "2026-01-01", "2026-05-01"),
        ("S-01", "35.00", "2026-05-01", ""),
        ("S-02", "30.00", "2026-01-01", ""),
    ]
    again = take_in(database, desk, path)
    assert (again.added, again.changed, again.same) == (0, 0, 3)
    mended = book(tmp_path / "b.xlsx", HEAD, row(备注="含清场"))
    assert take_in(database, desk, mended).changed == 1
    assert not problems(database, desk)


def test_a_price_in_force_is_not_rewritten_by_a_sheet(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    database.write(save_tariff_item, desk, TAP)
    clock.local("2026-03-02 09:00:00")
    path = book(tmp_path / "a.xlsx", HEAD, row(人工费=31))
    (problem,) = judged(database, desk, opened(path)).problems
    assert (problem.heading, problem.fault) == ("生效日期", CellFault.TARIFF_IN_FORCE)


def test_what_is_exported_comes_in_again_as_it_was(
    database: Database, desk: Desk, new_database_url: object, tmp_path: Path
) -> None:
    database.write(hang_up, desk)
    database.write(
        save_tariff_item, desk, replace(TAP, note="=1+1", labour=Decimal("1.50"))
    )
    before = prices(database, desk)
    path = exported(database, desk, tmp_path / "a.xlsx")
    sheet = load_workbook(path).worksheets[0]
    assert "（示例）" in str(sheet["A1"].value)
    summary = take_in(database, desk, path)
    assert (summary.added, summary.changed) == (0, 0)
    assert summary.same == len(before)
    reading = judged(database, desk, opened(path))
    (formula,) = [r for r in reading.rows if r.values["code"] == "S-01"]
    assert formula.values["note"] == "=1+1"


def test_the_sample_is_marked_in_name_title_and_every_row(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    assert "示例" in SAMPLE_NAME
    for ending in ("csv", "xlsx"):
        sheet = opened(SAMPLE / f"{SAMPLE_NAME}.{ending}")
        title = sheet.grid.rows[0].cells[0]
        assert title is not None
        assert "（示例）" in title.text
        reading = judged(database, desk, sheet)
        assert reading.problems == ()
        assert len(reading.rows) == len(sample_items())
        assert {r.values["is_sample"] for r in reading.rows} == {"示例"}
    assert all(order.is_sample for order in sample_items())


def test_both_samples_say_the_same(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    database.write(hang_up, desk)
    assert take_in(database, desk, SAMPLE / f"{SAMPLE_NAME}.xlsx").same == len(
        sample_items()
    )


def test_only_who_may_change_the_tariff_imports_it(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    make_staff(database, desk, "演示管家", Post.HOUSEKEEPER)
    own = database.read(open_desk, actor="演示管家", clock=clock)
    path = book(tmp_path / "a.xlsx", HEAD, row())
    with pytest.raises(NotAllowed):
        take_in(database, own, path)
