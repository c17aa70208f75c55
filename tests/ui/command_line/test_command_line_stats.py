"""``silian stats`` and ``silian due-reports``, to the letter of interfaces.md."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.database import Database
from app.desk import open_desk
from app.settings_change import change_settings
from tests.data_book_maker import book_file, worked_book
from tests.reports.paper import text_of
from tests.reports.spreadsheet import reckoned
from tests.ui.command_line.conftest import Silian

NOW = "2027-01-10 09:00"
MONTH = ("--from", "2026-10-21", "--to", "2026-11-21")
CLOSE = ("--at", "2026-11-23 10:00")
AT_CLOSE = {
    "from": "2026-10-21 00:00:00",
    "to": "2026-11-21 00:00:00",
    "at": "2026-11-23 10:00:00",
    "issued": 14,
    "void": 1,
    "cancelled": 1,
    "effective": 12,
    "completed": 9,
    "unfinished": 3,
    "completion_rate": "75.00",
    "unfinished_rate": "25.00",
    "reasons": {"单据遗失": 1, "报价争议": 1, "未反馈": 1},
    "carried_in": 1,
    "completed_in_window": 8,
    "carried_out": 5,
    "by_area": {
        "unit": {"effective": 11, "completed": 8},
        "public": {"effective": 1, "completed": 1},
    },
    "by_trade": {"未派工": {"effective": 12, "completed": 9}},
    "arrival_20min": {"on_time": 0, "base": 0, "rate": None},
    "satisfaction": {"satisfied": 0, "answered": 0, "rate": None},
    "inspection": {"passed": 1, "inspected": 1, "rate": "100.00"},
}


@pytest.fixture
def month(books: Database, silian: Silian, tmp_path: Path) -> Database:
    """The books of worked-examples 5.2."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(book_file(worked_book()).getvalue())
    assert silian("import", str(book), "--now", NOW).code == 0
    return books


def test_the_cohort_of_the_worked_example(month: Database, silian: Silian) -> None:
    said = silian("stats", *MONTH, *CLOSE, "--json")
    assert said.code == 0
    assert json.loads(said.out) == AT_CLOSE

    # At the first second after the period less was back.
    said = silian("stats", *MONTH, "--at", "2026-11-21", "--json")
    told = json.loads(said.out)
    counts = ("completed", "unfinished", "completion_rate", "unfinished_rate")
    assert [told[key] for key in counts] == [7, 5, "58.33", "41.67"]
    assert told["at"] == "2026-11-21 00:00:00"


def test_an_empty_week_divides_nothing(month: Database, silian: Silian) -> None:
    week = ("--from", "2026-09-07", "--to", "2026-09-14")
    told = json.loads(silian("stats", *week, "--at", NOW, "--json").out)
    assert (told["issued"], told["completion_rate"]) == (0, None)
    assert (told["unfinished_rate"], told["reasons"], told["by_trade"]) == (
        None,
        {},
        {},
    )
    assert told["by_area"]["unit"] == {"effective": 0, "completed": 0}
    shown = silian("stats", *week, "--at", NOW)
    assert "完成率: —" in shown.out
    assert "有效投诉数: 未建账" in shown.out


def test_what_is_typed_wrong_is_said(books: Database, silian: Silian) -> None:
    assert silian("stats", "--from", "2026-11-01").code == 2
    said = silian("stats", "--from", "2026-11-02", "--to", "2026-11-01")
    assert (said.code, "结束时间" in said.complaint) == (2, True)
    for first, last in (("0001-01-03", "2027-01-01"), ("2026-01-01", "9999-12-31")):
        for command in ("stats", "callbacks"):
            said = silian(command, "--from", first, "--to", last)
            assert (said.code, "1990" in said.complaint) == (2, True)
    said = silian("callbacks", "--from", "2026-11-02", "--to", "2026-11-01")
    assert (said.code, "结束时间" in said.complaint) == (2, True)
    said = silian("stats", *MONTH, "-o", "month.txt")
    assert (said.code, "month.txt" in said.complaint) == (2, True)
    assert silian("due-reports").code == 2


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_paper_and_workbook_say_what_the_command_says(
    month: Database, silian: Silian, tmp_path: Path
) -> None:
    told = json.loads(silian("stats", *MONTH, *CLOSE, "--json").out)
    pdf, book = tmp_path / "month.pdf", tmp_path / "month.xlsx"
    for target in (pdf, book):
        assert silian("stats", *MONTH, *CLOSE, "-o", str(target)).code == 0

    text = text_of(pdf.read_bytes())
    flow = _flow(told)
    assert f"发放{told['issued']}" in text
    assert f"完成率{told['completion_rate']}%9/12" in text
    assert f"未完成率{told['unfinished_rate']}%3/12" in text
    assert flow in text
    assert "截止时刻2026-11-2310:00:00" in text
    assert "报送：物业总监、部门经理、副经理" in text
    assert "验收合格率100.00%1/1" in text
    assert "满意率—0/0" in text
    assert "有效投诉数未建账" in text
    for reason, count in told["reasons"].items():
        assert f"{reason}{count}" in text
    assert "验收不合格或重开的即重新在外" in text, "the rules are printed"

    sheets = reckoned({"stats": book.read_bytes()}, tmp_path)["stats"]
    figures = {
        row[0]: (row[1], row[3], row[4])
        for row in sheets["指标"].iter_rows(values_only=True)
        if row[0]
    }
    assert figures["发放"][0] == told["issued"]
    assert figures["有效"][0] == told["effective"]
    assert figures["期末结转"][0] == told["carried_out"]
    assert _rate(figures["完成率"][0]) == told["completion_rate"]
    assert figures["完成率"][1:] == (told["completed"], told["effective"])
    assert _rate(figures["未完成率"][0]) == told["unfinished_rate"]
    assert figures["满意率"][0] == "—"
    assert figures["有效投诉数"][0] == "未建账"
    assert figures["未收金额"][0] == pytest.approx(300.5)
    reasons = sheets["未完成原因"].iter_rows(min_row=2, values_only=True)
    assert {row[0]: row[1] for row in reasons} == told["reasons"]
    areas = sheets["区域类别"].iter_rows(min_row=2, values_only=True)
    assert [row[1:3] for row in areas] == [
        tuple(each.values()) for each in told["by_area"].values()
    ]


def _flow(told: dict[str, Any]) -> str:
    came, gone = told["carried_in"], told["completed_in_window"]
    return f"期初{came}+发放{told['issued']}−完成{gone}"


def _rate(value: object) -> str:
    return str(Decimal(str(value)).quantize(Decimal("0.01")))


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_reports_that_are_due_are_written_once(
    month: Database, silian: Silian, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    monday = ("--at", "2026-11-23 09:00")
    said = silian("due-reports", str(folder), *monday)
    names = [
        "工程维修统计-001-月报-2026-10.pdf",
        "工程维修统计-001-结算期-2026-11.pdf",
        "工程维修统计-001-周报-2026-11-16.pdf",
    ]
    code = sorted(path.name for path in folder.iterdir())[0].split("-")[1]
    names = [name.replace("001", code, 1) for name in names]
    assert said.out.splitlines() == [str(folder / name) for name in names]
    assert "截止时刻2026-11-2009:00:00" in text_of((folder / names[1]).read_bytes())

    kept = folder / names[2]
    kept.write_text("of somebody else")
    assert silian("due-reports", str(folder), *monday).out == ""
    assert kept.read_text() == "of somebody else"

    # Two weeks later both missed weeks are written.
    said = silian("due-reports", str(folder), "--at", "2026-12-07 09:00")
    assert len(said.out.splitlines()) == 3
    assert "周报-2026-11-23" in said.out
    assert "周报-2026-11-30" in said.out
    assert "月报-2026-11" in said.out

    said = silian("due-reports", str(tmp_path / "nowhere"), *monday)
    assert said.code == 4


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_setting_names_the_folder_and_which_reports(
    month: Database, silian: Silian, tmp_path: Path
) -> None:
    desk = month.read(open_desk)
    values = {
        "report_folder": str(tmp_path / "kept"),
        "report_weekly": "LEAVE",
        "report_period": "LEAVE",
    }
    month.write(change_settings, desk, values)
    (tmp_path / "kept").mkdir()
    said = silian("due-reports", "--at", "2026-11-23 09:00")
    assert len(said.out.splitlines()) == 1
    assert "月报-2026-10" in said.out
