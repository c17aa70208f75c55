"""The workbook of the statistics: charts of its own, told apart without colour."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from app.database import Database
from app.desk import Desk, open_desk
from app.statistics import load_statistics_report
from app.statistics_span import period_span
from models.statistics_report import ReasonRow, StatisticsReport
from models.text import translator
from reports.statistics_pdf import write_pdf
from reports.statistics_xlsx import write_xlsx
from tests.app.finance_books import put_book
from tests.data_book_maker import NOW, at, numbered, worked_book
from tests.reports.paper import text_of


@pytest.fixture
def engine_name() -> str:
    """What is written does not depend on the database it was counted in."""
    return "sqlite"


@pytest.fixture
def told(database: Database) -> tuple[StatisticsReport, Desk]:
    """The report of worked-examples 5.2 at its close."""
    desk = database.read(open_desk, clock=lambda: NOW)
    put_book(database, desk, numbered(worked_book()))
    span = period_span(desk, "2026-11", at("2026-11-23 10:00"))
    return database.read(load_statistics_report, desk, span), desk


def book_of(report: StatisticsReport, desk: Desk) -> Any:
    out = BytesIO()
    write_xlsx(report, desk, out, translator("zh_CN"))
    return load_workbook(BytesIO(out.getvalue()))


def test_the_charts_are_told_apart_without_colour(
    told: tuple[StatisticsReport, Desk],
) -> None:
    book = book_of(*told)
    for title in ("走势", "区域类别", "类型", "工种", "楼栋／区域", "专业主管"):
        (chart,) = book[title]._charts
        fills = [each.graphicalProperties.solidFill.srgbClr for each in chart.series]
        light, dark = (sum(bytes.fromhex(fill)) for fill in fills)
        assert light - dark > 200, title
    (pareto,) = book["未完成原因"]._charts
    (line,) = pareto._charts[1].series
    # A curve would rise over 100 % between two points.
    assert not line.smooth


def test_every_sheet_says_of_what_it_is_when_printed_alone(
    told: tuple[StatisticsReport, Desk],
) -> None:
    report, desk = told
    book = book_of(replace(report, centre_name="R&D"), desk)
    first, *others = book.worksheets
    assert "R&D" in str(first["A1"].value)
    for sheet in others:
        assert "R&&D" in sheet.oddHeader.left.text
        assert "2026-10-21 00:00 至 2026-11-21 00:00" in sheet.oddHeader.right.text
        assert "2026-11-23 10:00:00" in sheet.oddFooter.left.text


def test_units_medians_and_moments_are_what_they_are(
    told: tuple[StatisticsReport, Desk],
) -> None:
    book = book_of(*told)
    rows = list(book["指标"].iter_rows(values_only=True))
    head = next(row for row in rows if row[0] == "指标")
    units = {row[0]: row[head.index("单位")] for row in rows}
    assert (units["缺单追查数"], units["有效投诉数"]) == ("宗", None)
    medians = {row[0]: row[head.index("中位数")] for row in rows}
    report, _ = told
    for key, name in (("finish_minutes", "完工时长（分钟）"), ("issued", "发放")):
        assert medians[name] == report.now.figures[key].median  # type: ignore[index]
    assert medians["完工时长（分钟）"] is not None
    (issued, *_) = [row[1] for row in book["在外最久"].iter_rows(2, values_only=True)]
    assert issued == datetime(2026, 11, 3, 9)  # noqa: DTZ001 - spreadsheets know no zone


def test_reasons_the_chart_has_no_room_for_stand_together(
    told: tuple[StatisticsReport, Desk],
) -> None:
    report, desk = told
    many = tuple(ReasonRow(f"原因{at}", 1, at, 12) for at in range(1, 13))
    report = replace(report, now=replace(report.now, reasons=many))
    out = BytesIO()
    write_pdf(report, desk, out, translator("zh_CN"))
    assert "其余5种" in text_of(out.getvalue())
