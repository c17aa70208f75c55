"""财务联移交清单: its text is read back."""

from io import BytesIO
from pathlib import Path

from app.database import Database
from app.desk import Desk
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
)
from app.handover_list import load_handover
from app.slip_close import VoidSlip, void_slip
from models.slip import SlipState
from models.text import translator
from reports.handover_list import write_pdf
from tests.app.finance_month import PERIOD, bring_early, make_returned
from tests.clock import Clock
from tests.makers import make_slip
from tests.reports.paper import laid_out, pages_of, text_of


def _drawn(database: Database, desk: Desk, batch_no: int = 1) -> bytes:
    found = database.read(load_handover, desk, PERIOD)
    bundle = found.bundle(batch_no)
    assert bundle is not None
    papers = []
    for _ in range(2):
        out = BytesIO()
        write_pdf(found, bundle, desk, out, translator("zh_CN"))
        papers.append(out.getvalue())
    assert papers[0] == papers[1]
    return papers[0]


def test_the_list_names_each_copy_the_sum_in_words_and_who_signs(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _, first = make_returned(database, desk, clock, fee="1705.49")
    _, second = make_returned(database, desk, clock, fee="80.00")
    early, third = make_returned(database, desk, clock, fee="300.00")
    database.write(bring_early, desk, early)
    void = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(void_slip, desk, VoidSlip(void.id, "录入错误"))
    unprinted = make_slip(database, desk, SlipState.CANCELLED)
    clock.local("2026-03-20 17:50:00")
    batch, _ = database.write(begin_batch, desk, PERIOD)
    for number in (first, second, void.number):
        database.write(scan_copy, desk, ScanCopy(batch, (number,)))
    text = text_of(_drawn(database, desk))
    # Not signed yet: the names are written by hand.
    assert "移交人（管家部）：接收人（财务部）：" in text
    database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    text = text_of(_drawn(database, desk))
    for said in (
        "财务联移交清单",
        "2026-03期（2026-02-2100:00至2026-03-2100:00）批次1",
        "本批移交3联",
        first,
        second,
        f"{void.number}",
        "作废联",
        "1,705.49",
        "本批合计3联，应收1,785.49元，大写：人民币壹仟柒佰捌拾伍元肆角玖分",
        "已先交（陪同交费，不计入本批）1联",
        third,
        "无纸联，仅列单号）1单",
        unprinted.number,
        "移交人（管家部）：演示前台",
        "接收人（财务部）：演示财务",
        "移交时间：2026-03-2017:50",
        "ML-CS-016",
        "第1页，共1页",
    ):
        assert said in text, said


def test_a_long_list_goes_on_under_its_headings(
    database: Database, desk: Desk, clock: Clock
) -> None:
    batch, _ = database.write(begin_batch, desk, PERIOD)
    for _ in range(26):
        _, number = make_returned(database, desk, clock)
        database.write(scan_copy, desk, ScanCopy(batch, (number,)))
    pages = pages_of(_drawn(database, desk))
    assert len(pages) == 2
    assert all("应收（元）" in page for page in pages)
    assert "2,210.00" in pages[1]


def test_long_names_of_both_sides_stand_beside_each_other(
    database: Database, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    gives = "阿布都热依木江·买买提吐尔逊·艾海提（管家部夜班代班）"
    takes = "古丽巴哈尔·阿不都热合曼·努尔买买提（财务部出纳）"
    _, number = make_returned(database, desk, clock)
    batch, _ = database.write(begin_batch, desk, PERIOD)
    database.write(scan_copy, desk, ScanCopy(batch, (number,)))
    database.write(hand_over, desk, HandOverBundle(batch, gives, takes))
    lines = laid_out(_drawn(database, desk), tmp_path)
    signed = "".join(next(row for row in lines if "移交时间：" in row).split())
    sides = f"移交人（管家部）：{gives}接收人（财务部）：{takes}"
    assert signed.startswith(f"{sides}移交时间：")
