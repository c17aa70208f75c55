"""《每日返单核对表》 and 《追查单》 read back from their PDFs."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest

from models.day_check import DayCheck
from models.return_check import CheckClass
from models.text import untranslated
from reports import chase_sheet, return_check_sheet
from tests.reports.checked import OFFICE, checked, checked_day, final
from tests.reports.paper import pages_of, size_of, text_of
from tests.reports.slips import RARE_NAME

PAPERS = (return_check_sheet, chase_sheet)


def pdf(check: DayCheck, paper: Any = return_check_sheet) -> bytes:
    """A paper of the day."""
    out = io.BytesIO()
    paper.write_pdf(check, OFFICE, out, untranslated)
    return out.getvalue()


def test_the_figures_stand_above_and_add_up() -> None:
    text = text_of(pdf(checked_day()))
    assert "每日返单核对表" in text
    assert "演示物业服务中心" in text
    assert "2026-12-08星期二核对时间17:42:10返单时限17:30反馈时限17:40" in text
    assert "A+A′+B+B′+C=2+1+1+1+2=7=核对总数" in text
    assert "A/(A+A′)=2/3=66.67%" in text
    assert "B/(B+B′+C)=1/4=25.00%" in text
    assert "第二联（财务部）3份第四联（管家部）3份第三联（客户）0份" in text
    assert "作废、销单（不计入总数）1张" in text
    assert "缺号、缺联追查未结2件" in text
    # Two slips, a hole in the numbers and an old copy are not in order.
    assert "X异常4" in text


def test_every_slip_stands_on_it_once_with_what_to_know_of_it() -> None:
    check = checked_day()
    text = text_of(pdf(check))
    for item in (*check.items, *check.ended):
        assert text.count(item.number) == 1
        assert item.content in text
    for words in ("17:34", "待料", "12-1012:00", "未签字", "昨日失联、已过预计时间"):
        assert words in text
    for words in (
        "3栋3-1502厨房",
        "演示技工",
        "管家部前台",
        "未派工",
        "作废：录入错误",
    ):
        assert words in text
    assert "WX261201-003…005缺号12-0209:00" in text
    assert "WX261202-001第四联，第2次打印缺联12-0310:00演示管家" in text


def test_who_must_be_chased_comes_first_and_yesterdays_first_of_all() -> None:
    text = text_of(pdf(checked_day()))
    order = ["WX261208-007", "WX261208-006", "WX261208-005", "WX261208-004"]
    order += ["WX261208-003", "WX261208-001", "WX261208-002"]
    assert re.findall(r"WX261208-00[1-7]", text) == order


def test_what_is_not_final_says_so_and_what_is_final_says_when_and_its_hash() -> None:
    loose, kept = text_of(pdf(checked_day())), text_of(pdf(final(checked_day())))
    assert "未定稿" in loose
    assert "校验码" not in loose
    assert "定稿（第2次）" in kept
    assert "2026-12-0817:43:05演示前台" in kept
    assert "定稿校验码0123456789ab" in kept
    assert "演示调度" in kept
    for text in (loose, kept):
        assert "管家部核对人：" in text
        assert "工程部调度员：" in text
        assert "ML-CS-016A/0" in text


def test_a_count_that_differs_from_the_final_run_is_not_called_final() -> None:
    text = text_of(pdf(replace(final(checked_day()), is_final=False)))
    assert "未定稿" in text
    assert "校验码" not in text


def test_a_day_with_nothing_out_is_one_page_that_says_so() -> None:
    check = replace(checked_day(), items=(), ended=(), gaps=())
    pages = pages_of(pdf(check))
    assert len(pages) == 1
    text = "".join(pages[0].split())
    assert "A+A′+B+B′+C=0+0+0+0+0=0=核对总数" in text
    assert "A/(A+A′)—" in text
    assert "没有应核对的维修单" in text
    assert "失联0张" not in text
    assert "当日没有失联的维修单" in text_of(pdf(check, chase_sheet))


@pytest.mark.parametrize("paper", PAPERS)
def test_many_slips_run_over_numbered_pages_with_headings_on_each(paper: Any) -> None:
    more = [checked(serial, CheckClass.MISSING) for serial in range(100, 300)]
    check = final(checked_day(*more))
    out = pdf(check, paper)
    pages = ["".join(page.split()) for page in pages_of(out)]
    assert size_of(out) == pytest.approx((595.28, 841.89), abs=0.1)
    assert len(pages) >= 4
    for number, page in enumerate(pages, start=1):
        assert f"Page{number}of{len(pages)}" in page
        assert "2026-12-08" in page
        assert "0123456789ab" in page
    text = "".join(pages)
    assert all(text.count(item.number) == 1 for item in more)
    if paper is return_check_sheet:
        assert all("区域、房号、地点" in page for page in pages[:-1])
        assert "管家部核对人" in pages[-1]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_drawn_the_same_each_time(paper: Any) -> None:
    assert pdf(checked_day(), paper) == pdf(checked_day(), paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_long_and_rare_words_stay_on_the_paper(paper: Any) -> None:
    item = checked(
        50,
        CheckClass.MISSING,
        content="厨房水槽下方漏水已渗到柜体" * 20,
        place="很长的地点" * 16,
        technicians=(RARE_NAME, "演示技工乙"),
    )
    text = text_of(pdf(checked_day(item), paper))
    assert RARE_NAME in text
    assert "…" in text
    assert "therestisintheprogram" in text


def test_the_chase_sheet_tells_who_has_it_where_and_whom_to_answer() -> None:
    text = text_of(pdf(checked_day(), chase_sheet))
    assert re.findall(r"WX261208-00\d", text) == ["WX261208-007", "WX261208-006"]
    assert "以下2张工程维修单" in text
    assert "010-88881234" in text
    assert "昨日已失联" in text
    assert "持单人演示技工单据在维修人（09:10起）" in text
    assert "上次反馈12-0517:20：缺人手，预计12-0612:00" in text
    assert "从未反馈" in text
    for words in ("下落、原因", "预计完成", "答复人"):
        assert text.count(words) >= 2
