"""《当日验收单》 and 《验收不合格报告》: whole, in order, with room to write."""

import io
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.settings import Settings
from models.inspection_day import Failure, InspectionDay, WorkToInspect
from models.slip import SlipState
from models.text import untranslated
from reports import failure_report, inspection_list
from reports.box import A4, A4_LANDSCAPE
from tests.reports.paper import pages_of, size_of, text_of
from tests.reports.slips import RARE_NAME

_AT = datetime(2026, 3, 2, 8, 20, tzinfo=UTC)


@dataclass(frozen=True)
class _Office:
    centre_id: int = 1
    centre_name: str = "演示中心"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    settings: Settings = field(default_factory=lambda: Settings({}))


def _work(serial: int, area: str = "3栋", place: str = "3栋大堂") -> WorkToInspect:
    return WorkToInspect(
        slip_id=serial,
        number=f"WX260302-{serial:03}",
        version=1,
        area=area,
        place=place,
        content="照明灯不亮",
        is_urgent=False,
        trade="电工",
        technicians=("林浩",),
        result_text="换灯管",
        done_at=datetime(2026, 3, 2, 2, 0, tzinfo=UTC),
        returned_at=datetime(2026, 3, 2, 3, 5, tzinfo=UTC),
        is_late=True,
        rework_no=0,
        failed_for="",
    )


def _day(*waiting: WorkToInspect, older: int = 0) -> InspectionDay:
    return InspectionDay(date(2026, 3, 2), waiting, older, (), ())


def _list_pdf(day: InspectionDay) -> bytes:
    out = io.BytesIO()
    inspection_list.write_pdf(_Office(), day, out, untranslated)
    return out.getvalue()


def test_the_list_is_in_the_order_of_the_walk() -> None:
    day = _day(
        _work(1, "地下车库", "B1层12号柱"),
        _work(2, "3栋", "3栋10层楼道"),
        _work(3, "地下车库", "B1层2号柱"),
        _work(4, "3栋", "3栋9层楼道"),
    )
    pdf = _list_pdf(day)
    assert size_of(pdf) == pytest.approx(tuple(A4_LANDSCAPE), abs=0.01)
    text = text_of(pdf)
    places = ("3栋9层楼道", "3栋10层楼道", "B1层2号柱", "B1层12号柱")
    found = [text.index(place) for place in places]
    assert found == sorted(found)
    assert text.count("2项") == 2, "each area with how much waits there"


def test_the_list_says_what_whoever_walks_wants_to_know() -> None:
    one = replace(_work(1), failed_for="灯罩未装回")
    text = text_of(_list_pdf(_day(one, older=7)))
    for word in (
        "当日验收单",
        "演示中心",
        "2026-03-02",
        "WX260302-001",
        "照明灯不亮",
        "灯罩未装回",
        "换灯管",
        "林浩",
        "03-0210:00",
        "03-0211:05",
        "paperlate",
        "合格",
        "不合格",
        "不合格原因",
        "验收人",
        "7older",
        "ML-CS-016",
    ):
        assert word in text, word


def test_a_long_walk_goes_on_over_pages_and_loses_nothing() -> None:
    day = _day(*(_work(serial, f"{serial % 7}栋") for serial in range(1, 91)))
    pdf = _list_pdf(day)
    pages = pages_of(pdf)
    assert len(pages) > 5
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    text = text_of(pdf)
    assert all(text.count(one.number) == 1 for one in day.waiting)
    assert all("当日验收单" in page and "验收人" in page for page in pages)


def test_the_longest_texts_and_rare_characters_stay_on_the_paper() -> None:
    one = replace(
        _work(1, "区" * 40, "位" * 80),
        content="漏" * 300,
        result_text="修" * 300,
        technicians=(RARE_NAME,),
        failed_for="差" * 200,
    )
    text = text_of(_list_pdf(_day(one)))
    assert RARE_NAME in text
    assert "theprogram" in text, "what is cut is said"


def test_a_day_on_which_nothing_waits_has_a_paper_all_the_same() -> None:
    assert len(pages_of(_list_pdf(_day()))) == 1


def test_the_same_list_is_the_same_paper() -> None:
    assert _list_pdf(_day(_work(1))) == _list_pdf(_day(_work(1)))


def _failure(serial: int) -> Failure:
    return Failure(
        notice_id=serial,
        slip_id=serial,
        number=f"WX260302-{serial:03}",
        area="3栋",
        place="大堂",
        content="照明灯不亮",
        trade="电工",
        supervisor="唐立民",
        technicians=("林浩",),
        result_text="换灯管",
        note="灯罩未装回",
        by="李管家",
        at=_AT,
        failed_no=2,
        state=SlipState.DISPATCHED,
        seen_by="",
        seen_at=None,
    )


def _report_pdf(*failures: Failure) -> bytes:
    out = io.BytesIO()
    failure_report.write_pdf(_Office(), failures, _AT, out, untranslated)
    return out.getvalue()


def test_the_report_is_addressed_to_the_manager_and_says_what_failed() -> None:
    """S4-4.2.3.2-3."""
    pdf = _report_pdf(replace(_failure(1), seen_by="陈总监", seen_at=_AT))
    assert size_of(pdf) == pytest.approx(tuple(A4), abs=0.01)
    text = text_of(pdf)
    for word in (
        "验收不合格报告",
        "部门经理：",
        "WX260302-001",
        "3栋大堂",
        "照明灯不亮",
        "林浩/唐立民",
        "灯罩未装回",
        "李管家03-0216:20",
        "已派工",
        "failed2×",
        "seenby陈总监",
        "处理意见",
        "演示中心",
    ):
        assert word in text, word


def test_a_long_report_loses_nothing() -> None:
    failures = [_failure(serial) for serial in range(1, 61)]
    pages = pages_of(_report_pdf(*failures))
    text = "".join("".join(pages).split())
    assert len(pages) > 2
    assert all(text.count(one.number) == 1 for one in failures)
    assert all("部门经理" in page for page in pages)
