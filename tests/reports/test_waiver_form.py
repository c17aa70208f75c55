"""《签免审批单》 before and after the decision, and the list of a period's waivers."""

import io
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from app.database import Database
from app.desk import Desk
from app.waiver import DecideWaiver, decide_waiver
from app.waiver_list import load_waiver_paper, load_waiver_work
from models.text import untranslated
from models.waiver import WaiverLevel, WaiverStatus
from models.waiver_row import CountedWaiver, WaiverNeed, WaiverPaper, WaiverRow
from reports.waiver_form import write_pdf
from reports.waiver_list import WaiverSheet
from reports.waiver_list import write_pdf as write_list
from tests.app.waiving import LEADER, ask, paper, pay, priced, sign
from tests.clock import SITE, Clock
from tests.reports.paper import pages_of, size_of, text_of
from tests.reports.slips import RARE_NAME

AT = datetime(2026, 11, 20, 9, 5, tzinfo=SITE)
NEED = WaiverNeed(
    WaiverLevel.LEADER,
    Decimal("200.00"),
    Decimal("500.00"),
    Decimal("500.00"),
    is_fee_measured=False,
    counted=(
        CountedWaiver(
            3,
            "WX261103-011",
            Decimal("300.00"),
            WaiverStatus.APPROVED,
            AT,
            is_linked=True,
        ),
    ),
)
ROW = WaiverRow(
    id=7,
    slip_id=1,
    number="WX261025-004",
    form_no="WX261025-004-M2",
    room="3-1502",
    owner_name=RARE_NAME,
    content="厨房下水管漏水",
    expected=Decimal("1200.00"),
    left=Decimal("800.00"),
    amount=Decimal("200.00"),
    reason="投诉补偿：维修后二次漏水",
    applicant="演示管家",
    applied_at=AT,
    status=WaiverStatus.PENDING,
    level=WaiverLevel.LEADER,
    approver="",
    approver_title="",
    decided_at=None,
    decided_note="",
    paper_ref="",
    recorded_by="演示管家",
    need=NEED,
)
PAPER = WaiverPaper(
    row=ROW,
    need=NEED,
    issued_at=AT - timedelta(days=26),
    done_at=None,
    expected=Decimal("1200.00"),
    received=Decimal("400.00"),
    waived=Decimal("300.00"),
    pending=Decimal("0.00"),
    printed_at=AT,
)


def pdf(wanted: WaiverPaper, desk: Desk) -> bytes:
    out = io.BytesIO()
    write_pdf(wanted, desk, out, untranslated)
    return out.getvalue()


def test_the_form_says_what_is_to_be_signed_by_whom_and_why(desk: Desk) -> None:
    made = pdf(PAPER, desk)
    assert len(pages_of(made)) == 1
    text = text_of(made)
    for word in (
        "签免审批单",
        "审批单号：WX261025-004-M2",
        "3-1502",
        RARE_NAME,
        "厨房下水管漏水",
        "200.00人民币贰佰元整",
        "投诉补偿：维修后二次漏水",
        "演示管家",
        "WX261103-011",
        "关联返修单",
        "物业总监意见",
        "公司领导意见",
        "累计500.00元，须由公司领导签批",
        "ML-CS-016",
    ):
        assert word in text, word
    assert "减免后未收300.00" in text
    assert text.count("签字：") == 2
    width, height = size_of(made)
    assert width < height
    assert pdf(PAPER, desk) == made


def test_the_form_of_a_decision_says_who_signed_and_the_other_block_stays_blank(
    desk: Desk,
) -> None:
    decided = replace(
        ROW,
        status=WaiverStatus.APPROVED,
        approver="集团副总",
        approver_title="副总经理",
        decided_at=AT + timedelta(hours=2),
        decided_note="情况属实",
        paper_ref="QM-26-018",
        need=None,
    )
    text = text_of(pdf(replace(PAPER, row=decided), desk))
    assert "审批单号：QM-26-018" in text
    assert "批准人：副总经理集团副总" in text
    assert "时间：2026-11-2011:05" in text
    assert "意见：情况属实" in text
    assert text.count("签字：") == 1


def test_a_long_reason_and_many_waivers_still_make_one_page(desk: Desk) -> None:
    counted = tuple(
        replace(NEED.counted[0], number=f"WX26110{n}-001") for n in range(9)
    )
    row = replace(ROW, reason="说明" * 150, content="内容" * 150)
    long = replace(PAPER, row=row, need=replace(NEED, counted=counted))
    made = pdf(long, desk)
    assert len(pages_of(made)) == 1
    text = text_of(made)
    assert "更早的3笔900.00" in text
    assert "说明" * 100 in text


def test_the_form_is_filled_from_the_books(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first = priced(database, desk)
    again = priced(database, desk, rework_of=first)
    pay(database, desk, first, "100.00")
    sign(database, desk, ask(database, desk, again, "300.00").id)
    clock.advance(hours=1)
    applied = ask(database, desk, first, "200.00")
    pending = database.read(load_waiver_paper, desk, applied.id)
    assert pending.need.level is LEADER
    assert pending.need.total == Decimal("500.00")
    assert [one.is_linked for one in pending.need.counted] == [True]
    assert (pending.expected, pending.received) == (Decimal(1000), Decimal(100))
    assert pending.left_after == Decimal("700.00")
    clock.advance(days=1)
    sign(database, desk, applied.id, LEADER)
    clock.advance(hours=1)
    later = ask(database, desk, again, "10.00")
    sign(database, desk, later.id, LEADER)
    decided = database.read(load_waiver_paper, desk, applied.id)
    assert decided.left_after == Decimal("700.00")
    # What came after the decision had no part in it.
    assert decided.need.total == Decimal("500.00")
    assert len(decided.need.counted) == 1


def test_the_list_has_every_waiver_of_its_period_once(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-20 10:00")
    slip_id = priced(database, desk)
    sign(database, desk, ask(database, desk, slip_id, "100.00").id)
    refused = ask(database, desk, slip_id, "50.00")
    no = DecideWaiver(refused.id, False, "理由不足", paper(WaiverLevel.DIRECTOR))
    database.write(decide_waiver, desk, no)
    waits = ask(database, desk, slip_id, "25.00")
    clock.local("2026-03-21 00:00:00")
    sign(database, desk, ask(database, desk, slip_id, "10.00").id)

    def listed(period: str) -> str:
        work = database.read(load_waiver_work, desk, period)
        out = io.BytesIO()
        sheet = WaiverSheet(period, work.pending, work.decided, desk.now())
        write_list(sheet, desk, out, untranslated)
        return text_of(out.getvalue())

    march = listed("2026-03")
    assert "本期已处理2" in march
    assert "待批1" in march
    assert "本期批准减免合计100.00元（物业总监100.00公司领导0.00）" in march
    assert "人民币壹佰元整" in march
    assert "50.00" in march
    assert waits.number in march
    april = listed("2026-04")
    assert "本期已处理1" in april
    assert "合计10.00元" in april


def test_words_find_requests_and_the_slips_that_may_be_asked_for(
    database: Database, desk: Desk
) -> None:
    one = priced(database, desk)
    other = priced(database, desk, place="3-1503", unit="3-1503")
    ask(database, desk, one, "10.00")
    work = database.read(load_waiver_work, desk, "2026-03", "3-1503")
    assert [row.slip_id for row in work.slips] == [other]
    assert work.pending == ()
    assert work.waiting == 1
    work = database.read(load_waiver_work, desk, "2026-03", "3-1502")
    assert [row.slip_id for row in work.pending] == [one]
