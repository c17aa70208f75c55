"""维修看板 on paper: one sheet, the same numbers, the rules that counted them."""

from datetime import date, timedelta
from io import BytesIO

from app.database import Database
from app.desk import Desk
from app.statistics import load_statistics_report
from app.statistics_span import month_of, period_span
from models.slip import SlipState
from models.statistics import Dimension
from models.statistics_report import StatisticsReport
from models.text import translator
from models.unit import AreaKind
from reports.box import A4
from reports.dashboard import write_pdf
from reports.statistics_face import FRONT, OTHERS, face_of
from tests.app.finance_month import PERIOD, make_returned
from tests.clock import Clock
from tests.makers import make_slip
from tests.reports.paper import pages_of, size_of, text_of


def _drawn(report: StatisticsReport, desk: Desk, name: str = "2026-03") -> bytes:
    papers = []
    for _ in range(2):
        out = BytesIO()
        write_pdf(report, name, desk, out, translator("zh_CN"))
        papers.append(out.getvalue())
    assert papers[0] == papers[1]
    return papers[0]


def test_the_sheet_says_what_the_screen_says_on_one_page(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_returned(database, desk, clock, fee="120.00")
    make_slip(database, desk, SlipState.SUSPENDED)
    make_slip(database, desk, SlipState.VOID, area_kind=AreaKind.UNIT)
    clock.local("2026-03-12 09:30")
    span = period_span(desk, PERIOD)
    report = database.read(load_statistics_report, desk, span)
    pdf = _drawn(report, desk)
    assert len(pages_of(pdf)) == 1
    width, height = size_of(pdf)
    assert abs(width - A4.width) < 1
    assert abs(height - A4.height) < 1
    text = text_of(pdf)
    for key in (*FRONT, *OTHERS):
        face = face_of(report, key, translator("zh_CN"))
        for said in (face.name, face.whole, face.made_of, face.change):
            assert "".join(said.split()) in text, key
    assert "完成率50.00%1/2" in text
    assert "发放3−作废1−销单0=有效2=完成1+未完成1" in text
    assert "2026-02-2100:00至2026-03-2100:00前，截至2026-03-1209:30" in text
    assert "待料1100.00%" in text
    assert report.oldest[0].number in text
    assert "演示技工2" in text
    # The rules, with what the centre has set.
    assert "20分钟内到场" in text
    assert "17:30前返单" in text


def test_a_month_without_a_slip_has_nothing_to_divide(
    database: Database, desk: Desk
) -> None:
    span = month_of(desk, date(2025, 2, 1))
    report = database.read(load_statistics_report, desk, span)
    text = text_of(_drawn(report, desk))
    assert "没有未完成的单。" in text
    assert "没有有效单。" in text
    assert "期末没有未完成的单。" in text
    assert "0.00%" not in text
    # The line that ties a calendar month to its finance period (K-23).
    assert "对照结算期2025-02" in text


def test_buildings_that_find_no_room_are_counted_together(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 10:00")
    for place in range(12):
        make_slip(database, desk, area=f"{place + 1}栋门厅")
        clock.at += timedelta(minutes=1)
    make_slip(database, desk, area="1栋门厅", place="二楼")
    report = database.read(load_statistics_report, desk, period_span(desk, PERIOD))
    assert len(report.now.splits[Dimension.BUILDING]) == 12
    text = text_of(_drawn(report, desk))
    assert "其余3项3" in text
    assert "1栋门厅2" in text
