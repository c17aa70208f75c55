"""The papers of the day: 追查表, 跟进单, 交接班表; their text is read back."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from app.database import Database
from app.desk import Desk
from app.follow_up import FollowUpFilter, FollowUpSlip, follow_up_slip, list_unfinished
from app.gap import ExplainGap, explain_gap
from app.gap_list import list_gaps
from app.return_check import FinalCheck, make_final
from app.shift_handover import HandOver, coming_sheet, due_shift, hand_over, kept_sheet
from app.slip_amend import RescheduleSlip, reschedule_slip
from app.slip_copy_move import MoveCopies, PrintSlip, print_slip, put_copies
from models.follow_up import FollowUpSide
from models.gap_case import GapKind
from models.slip import JobType, SlipState
from models.slip_copy import CopyPlace
from models.text import translator
from reports import follow_up_sheet, gap_sheet, handover_sheet
from reports.follow_up_sheet import FollowUpSheet
from reports.gap_sheet import GapSheet, gap_name
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.table import TableColumn
from tests.clock import Clock
from tests.makers import make_slip
from tests.reports.paper import pages_of, size_of, text_of

CHINESE = translator("zh_CN")


def drawn(module: Any, sheet: object, desk: Desk) -> bytes:
    """The paper, drawn twice: the same thing gives the same bytes."""
    papers = []
    for _ in range(2):
        out = BytesIO()
        module.write_pdf(sheet, desk, out, CHINESE)
        papers.append(out.getvalue())
    assert papers[0] == papers[1]
    return papers[0]


def test_the_gap_sheet_names_what_is_missing_and_who_chases_it(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(put_copies, desk, MoveCopies(slip.id, {2: CopyPlace.LOST}))
    database.write(print_slip, desk, PrintSlip(slip.id, (3,)))
    database.write(print_slip, desk, PrintSlip(slip.id, (3,)))
    rows = database.read(list_gaps, desk)
    database.write(explain_gap, desk, ExplainGap(rows[0].id, "遗失", "演示主管"))
    rows = database.read(list_gaps, desk)
    paper = drawn(gap_sheet, GapSheet(rows, desk.now()), desk)
    text = text_of(paper)
    for said in (
        "缺号追查表",
        "缺联",
        f"{slip.number}第2联",
        "第3联（补打1）",
        "维修人，演示技工",
        "遗失演示主管",
        "管家部：",
        "工程部：",
        "ML-CS-016",
        "第1页，共1页",
    ):
        assert said in text, said
    assert size_of(paper) == pytest.approx((841.89, 595.28), abs=0.1)


def test_a_gap_is_named_as_it_is_spoken_of() -> None:
    assert gap_name(GapKind.NUMBER, "WX261101-003…007") == "WX261101-003…007"
    assert gap_name(GapKind.COPY, "WX261101-003/4/1") == "WX261101-003 第4联"
    assert gap_name(GapKind.STOCK, "A0003…0007") == "A0003…0007"


def test_an_empty_gap_sheet_says_so(desk: Desk) -> None:
    text = text_of(drawn(gap_sheet, GapSheet((), desk.now()), desk))
    assert "没有缺号、缺联。" in text


@pytest.mark.parametrize("side", list(FollowUpSide))
def test_the_follow_up_sheet_leaves_room_for_what_is_done_next(
    database: Database, desk: Desk, clock: Clock, side: FollowUpSide
) -> None:
    slip = make_slip(database, desk, SlipState.SUSPENDED)
    make_slip(database, desk, job_type=JobType.URGENT)
    clock.advance(days=8)
    order = FollowUpSlip(slip.id, "厂家答应周五到货", side)
    database.write(follow_up_slip, desk, order)
    rows = database.read(list_unfinished, desk, FollowUpFilter())
    sheet = FollowUpSheet(side, rows, clock())
    paper = drawn(follow_up_sheet, sheet, desk)
    text = text_of(paper)
    title = {"engineering": "（日，工程部）", "housekeeping": "（周，管家部）"}[side]
    for said in (
        title,
        "【急】",
        "待料",
        "03-1010:00系统：厂家答应周五到货",
        "未跟进是",
        "2张未完成，1张逾期",
    ):
        assert said in text, said


def test_a_long_list_repeats_its_headings_and_signs_once(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk, SlipState.SUSPENDED)
    (row,) = database.read(list_unfinished, desk, FollowUpFilter())
    rows = [replace(row, number=f"WX260302-{no:03d}") for no in range(1, 121)]
    side = FollowUpSide.ENGINEERING
    paper = drawn(follow_up_sheet, FollowUpSheet(side, rows, desk.now()), desk)
    pages = ["".join(page.split()) for page in pages_of(paper)]
    assert len(pages) > 1
    assert all("本次跟进" in page for page in pages)
    assert [("工程主管：" in page) for page in pages] == [
        *[False] * (len(pages) - 1),
        True,
    ]
    text = "".join(pages)
    assert all(text.count(f"WX260302-{no:03d}") == 1 for no in range(1, 121))


@pytest.mark.parametrize("note", ["", "注意事项：3栋停水到21点" * 12])
def test_no_page_of_a_list_holds_only_signatures(note: str) -> None:
    columns = (TableColumn("单号", 12), TableColumn("维修内容", 28))
    for count in range(1, 60):
        rows = tuple((f"WX260302-{no:03d}", "灯不亮") for no in range(1, count + 1))
        sheet = ListSheet(
            "跟进单", "", (ListSection("", columns, rows),), ("日期：",), "", note
        )
        out = BytesIO()
        write_list(sheet, out, CHINESE)
        pages = ["".join(page.split()) for page in pages_of(out.getvalue())]
        for page in pages:
            assert "WX260302-" in page, f"{count} rows"
        assert all("维修内容" in page for page in pages)
        assert "日期：" in pages[-1]


def test_the_end_of_a_list_without_rows_stands_under_its_title() -> None:
    columns = (TableColumn("单号", 12), TableColumn("维修内容", 28))
    for count in range(1, 30):
        rows = tuple((f"WX260302-{no:03d}", "灯不亮") for no in range(1, count + 1))
        sections = (
            ListSection("未完成", columns, rows),
            ListSection("缺漏追查", columns, (), "无"),
        )
        sheet = ListSheet("交接班表", "", sections, ("日期：",), "")
        out = BytesIO()
        write_list(sheet, out, CHINESE)
        last = "".join(pages_of(out.getvalue())[-1].split())
        assert "缺漏追查无" in last, f"{count} rows"


def test_the_handover_sheet_tells_each_slip_once_and_is_signed_by_both(
    database: Database, desk: Desk, clock: Clock
) -> None:
    urgent = make_slip(database, desk, job_type=JobType.URGENT)
    plain = make_slip(database, desk, SlipState.SUSPENDED)
    database.write(put_copies, desk, MoveCopies(plain.id, {2: CopyPlace.LOST}))
    clock.local("2026-03-02 17:50:00")
    shift = database.read(due_shift, desk)
    order = HandOver(shift.begins_at, "演示前台", "演示中控", "3栋停水到21点")
    database.write(hand_over, desk, order)
    sheet = database.read(kept_sheet, desk, int(shift.begins_at.timestamp()))
    assert sheet is not None
    text = text_of(drawn(handover_sheet, sheet, desk))
    for said in (
        "交接班表",
        "2026-03-0218:00–09:00前台交中控",
        "紧急1",
        "失联0",
        "其他未完成1",
        "缺漏追查1",
        "注意事项：3栋停水到21点",
        "交班人：演示前台",
        "接班人：演示中控",
        "交接时间：2026-03-0217:50",
    ):
        assert said in text, said
    assert text.count(urgent.number) == 1
    assert text.count(plain.number) == 2, "in its part and in its gap case"


def test_an_urgent_slip_that_is_missing_is_told_as_both(
    database: Database, desk: Desk, clock: Clock
) -> None:
    urgent = make_slip(database, desk, SlipState.DISPATCHED, job_type=JobType.URGENT)
    at = Clock().local("2026-03-02 19:30:00")
    order = RescheduleSlip(urgent.id, at, "业户约定")
    database.write(reschedule_slip, desk, order)
    make_slip(database, desk, SlipState.DISPATCHED)
    clock.local("2026-03-02 17:45:00")
    database.write(make_final, desk, FinalCheck(date(2026, 3, 2)))
    text = text_of(drawn(handover_sheet, database.read(coming_sheet, desk), desk))
    for said in (
        "紧急1",
        "失联（03-02返单核对）2（1张已列在上面）",
        "本班预约1（1张已列在上面）",
        "其他未完成0",
    ):
        assert said in text, said
    assert text.count(urgent.number) == 1
    urgent_row = text[text.index(urgent.number) : text.index("失联（03-02")]
    assert "失联" in urgent_row
    assert "19:30" in urgent_row


def test_of_a_damaged_return_check_the_sheet_says_that_nobody_knows(
    database: Database, desk: Desk
) -> None:
    sheet = replace(
        database.read(coming_sheet, desk),
        checked_on=date(2026, 3, 2),
        is_check_damaged=True,
    )
    text = text_of(drawn(handover_sheet, sheet, desk))
    assert "失联（03-02返单核对）该日返单核对与定稿时不符，失联无法列出" in text


def test_a_sheet_not_yet_handed_over_leaves_the_names_open(
    database: Database, desk: Desk
) -> None:
    text = text_of(drawn(handover_sheet, database.read(coming_sheet, desk), desk))
    assert "交班人：接班人：交接时间：" in text
