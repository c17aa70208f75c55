"""《有偿维修费用汇总表》 on paper: every figure, every slip, heads on every page."""

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.money import format_money
from models.statement import Section, Statement, StatementGap
from models.text import translator, untranslated
from reports.box import A4_LANDSCAPE
from reports.statement_pdf import write_pdf
from tests.reports.paper import copied_text, pages_of, size_of, text_of
from tests.reports.slips import RARE_NAME
from tests.reports.statements import (
    CHAIN,
    HASH,
    OFFICE,
    december,
    empty,
    large,
    local,
    november,
)

CHINESE = translator("zh_CN")


def drawn(statement: Statement, translate: Any = CHINESE) -> bytes:
    out = io.BytesIO()
    write_pdf(statement, OFFICE, out, translate)
    return out.getvalue()


def fronts(statement: Statement) -> str:
    return "".join(pages_of(drawn(statement))[0].split())


@pytest.mark.parametrize(
    ("statement", "lines"),
    [
        (
            november(),
            (
                "期初未收0.00",
                "加：应收1,705.4980.001,785.49",
                "减：减免999.990.00999.99",
                "加减：调整0.000.000.00",
                "减：实收405.0080.00485.00",
                "加：退款0.000.000.00",
                "期末未收300.50",
                "现金180.00",
                "转账120.00",
                "微信185.00",
                "物业总监499.99",
                "公司领导500.00",
                "人民币壹仟柒佰捌拾伍元肆角玖分",
                "人民币叁佰元零伍角整",
            ),
        ),
        (
            december(),
            (
                "期初未收300.50",
                "加：应收45.00325.00370.00",
                "加减：调整0.00−50.00−50.00",
                "减：实收45.00460.00505.00",
                "加：退款0.0050.0050.00",
                "期末未收165.50",
            ),
        ),
    ],
    ids=["2026-11", "2026-12"],
)
def test_the_first_page_has_the_sums_of_the_worked_example(
    statement: Statement, lines: tuple[str, ...]
) -> None:
    text = fronts(statement)
    for line in lines:
        assert line in text, line


def test_the_first_page_has_identities_numbers_and_signatures() -> None:
    text = fronts(november())
    for line in (
        "①张数：本期派发14=A11+C中本期单31414平",
        "300.50300.50平",
        "③收款：现金180.00+转账120.00+微信185.00=实收485.00485.00485.00平",
        "④交接：移交10份+已先交2份=A、B有单据12张1212平",
        "⑤明细：4笔余额相加=期末未收300.50300.50300.50平",
        "作废1张WX261105-001",
        "销单1张WX261107-002",
        "缺号缺联追查未结1件WX261112-004/2/1",
        "制表（管家部）：",
        "审核（财务部）：",
        "批准：",
    ):
        assert line in text, line


def test_books_that_do_not_agree_are_called_so() -> None:
    statement = november()
    first, *others = statement.identities
    wrong = replace(statement, identities=(replace(first, right="13"), *others))
    assert "1413不平" in fronts(wrong)


def test_every_figure_of_the_lists_is_on_paper(tmp_path: Path) -> None:
    statement = november()
    text = copied_text(drawn(statement), tmp_path)
    for slip in statement.slips:
        assert slip.number in text
        for amount in (slip.charged, slip.waived, slip.received, slip.balance):
            assert format_money(amount) in text
    for entry in statement.entries:
        assert format_money(entry.amount) in text
        assert entry.receipt_no in text and entry.paper_ref in text
    for word in ("报价争议", "单据遗失", "已收款未见单", "已先交", "第1批", "保修"):
        assert word in text


def test_every_page_has_title_period_state_and_its_number() -> None:
    pages = pages_of(drawn(november()))
    assert size_of(drawn(november())) == pytest.approx(A4_LANDSCAPE, abs=0.1)
    for number, page in enumerate(pages, start=1):
        text = "".join(page.split())
        for fact in (
            "云栖雅苑物业服务中心有偿维修费用汇总表",
            "结算期2026-11：自2026-10-2100:00起，至2026-11-2100:00止（不含）",
            "截至2026-11-2310:00:00",
            "已关账2026-11-2310:00:00",
            HASH,
            CHAIN,
            f"第{number}页，共{len(pages)}页",
        ):
            assert fact in text, fact


def test_an_open_statement_says_so_on_every_page_and_has_no_seal() -> None:
    for page in pages_of(drawn(november(is_closed=False))):
        text = "".join(page.split())
        assert "未关账" in text
        assert "已关账" not in text
        assert HASH not in text and CHAIN not in text


def test_an_empty_period_is_a_whole_paper() -> None:
    text = text_of(drawn(empty()))
    assert text.count("（无）") == 3 + 7
    assert text.count("共0行") == 2 * 7
    assert "期末未收0.00" in text
    assert "人民币零元整" in text


def test_a_long_month_has_every_slip_once_and_heads_on_every_page(
    tmp_path: Path,
) -> None:
    statement = large(3000)
    *copied, _ = copied_text(drawn(statement), tmp_path).split("\f")
    pages = ["".join(page.split()) for page in copied]
    whole = "".join(pages)
    entries = {entry.number for entry in statement.entries}
    balances = {each.number for each in statement.balances}
    for slip in statement.slips[::37]:
        times = 1 + (slip.number in entries) + (slip.number in balances)
        assert whole.count(slip.number) == times
    assert all("单号" in page for page in pages[1:])
    total = sum((slip.charged for slip in statement.section(Section.A)), Decimal(0))
    assert format_money(total) in whole
    assert f"第{len(pages)}页，共{len(pages)}页" in pages[-1]


def test_long_and_rare_texts_are_broken_not_lost() -> None:
    statement = november()
    content = "客厅吊灯、厨房水槽与卫生间地漏同时报修，须先关总阀"
    slips = (
        replace(statement.slips[0], content=content, owner_name=RARE_NAME * 4),
        *statement.slips[1:],
    )
    text = text_of(drawn(replace(statement, slips=slips)))
    for sign in set(content) | set(RARE_NAME):
        assert sign in text
    assert "未印全" not in text


def test_a_text_that_is_cut_says_where_the_rest_stands() -> None:
    statement = november()
    slips = (
        replace(statement.slips[0], content="漏水" * 200),
        *statement.slips[1:],
    )
    text = text_of(drawn(replace(statement, slips=slips)))
    assert "…" in text
    assert "全文见系统" in text


def test_many_gap_cases_are_all_listed_at_the_end() -> None:
    gaps = tuple(
        StatementGap(
            f"WX2611{day:02d}-0{serial:02d}",
            local("2026-11-20 17:52"),
            "赵立新（演示）",
            "待查",
        )
        for day in range(1, 21)
        for serial in range(1, 6)
    )
    text = text_of(drawn(replace(november(), gaps=gaps)))
    assert all(gap.ref in text for gap in gaps)
    assert "缺号缺联追查未结共100行" in text


def test_amounts_too_wide_for_the_usual_columns_stay_on_one_line() -> None:
    big = Decimal("98765432.10")
    statement = november()
    slips = tuple(replace(slip, charged=big) for slip in statement.slips)
    pages = pages_of(drawn(replace(statement, slips=slips)))
    assert "98,765,432.10" in "\n".join(pages)
    assert "1,086,419,753.10" in "\n".join(pages)


def test_the_same_statement_gives_the_same_bytes() -> None:
    assert drawn(november()) == drawn(november())


def test_the_fonts_are_embedded(tmp_path: Path) -> None:
    content = drawn(november())
    assert b"Helvetica" not in content
    assert b"/FontFile2" in content


def test_it_speaks_english_too() -> None:
    text = text_of(drawn(november(), untranslated))
    assert "=Owedattheend300.50" in text
    assert "Page1of" in text
