"""工程维修单 on paper: what it says, on every paper, for every kind of slip."""

import io
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.slip import JobType
from models.text import Translate, untranslated
from reports import page as page_module
from reports.page import Page
from reports.slip_form import write_pdf
from reports.slip_paper import CopyMark, Material, Paper, SlipForm
from tests.reports.paper import (
    copied_text,
    pages_of,
    scanned_codes,
    size_of,
    text_of,
)
from tests.reports.slips import (
    DISPATCHED,
    HOTEL_3,
    LONGEST,
    PUBLIC,
    RARE_NAME,
    RETURNED,
)

PLIES = (Paper.HALF, Paper.THIRD)


def printed(
    form: SlipForm,
    paper: Paper = Paper.A4,
    copies: Collection[int] | None = None,
    translate: Translate = untranslated,
) -> bytes:
    out = io.BytesIO()
    write_pdf([form], out, translate, paper, copies)
    return out.getvalue()


@pytest.fixture
def cut_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that a page had to end with …"""
    cut: list[str] = []
    close = Page.close

    def noting(page: Page) -> None:
        cut.extend(page.cut_texts)
        close(page)

    monkeypatch.setattr(page_module.Page, "close", noting)
    return cut


@pytest.mark.parametrize("paper", Paper)
def test_the_paper_says_everything_a_technician_needs(paper: Paper) -> None:
    text = text_of(printed(DISPATCHED, paper))
    for fact in (
        "工程维修单",
        "紧急",
        "演示物业服务中心",
        "88001100",
        "WX261120-023",
        "3栋",
        "3-1502",
        "厨房，水槽下",
        "陈淑敏（演示）",
        "13800001502",
        "前台李晓岚（演示），电话",
        "厨房水槽下方漏水，已渗到柜体，业主已关总阀",
        "有偿",
        "水工",
        "赵立新（演示）",
        "刘志强（演示）",
        "人民币",
        "ML-CS-016",
    ):
        assert "".join(fact.split()) in text, fact


@pytest.mark.parametrize("paper", Paper)
def test_the_paper_has_a_place_for_everything_that_is_written_by_hand(
    paper: Paper,
) -> None:
    text = text_of(printed(DISPATCHED, paper))
    for label in (
        "①Owneragreestotheprice",
        "②Owneracceptsthework",
        "Quote¥",
        "Labour",
        "Total",
        "Totalinwords",
        "Arrived",
        "Finished",
        "Result,orwhyunfinished",
        "Notsatisfied",
        "Checkedbysupervisor",
        "Dispatcher",
        "BackatHousekeeping",
        "PaidatFinance",
        "Notavoucherforreimbursement",
    ):
        assert label in text, label


def test_a4_has_a_page_for_every_copy_with_its_name_and_colour() -> None:
    pages = pages_of(printed(DISPATCHED))
    assert len(pages) == 4
    names = ("工程部", "财务部", "客户", "管家部")
    copies = zip(pages, names, "白红蓝黄", strict=True)
    for number, (page, name, colour) in enumerate(copies, start=1):
        assert f"Copy {number} {name} {colour}" in page


def test_two_copies_stand_on_a_page_of_their_own_size() -> None:
    pages = pages_of(printed(DISPATCHED, Paper.A4_2UP))
    assert [page.count("工程维修单") for page in pages] == [2, 2]


@pytest.mark.parametrize(
    ("paper", "width", "height"),
    [
        (Paper.A4, 595.28, 841.89),
        (Paper.A4_2UP, 595.28, 841.89),
        (Paper.HALF, 684, 396),
        (Paper.THIRD, 684, 264),
    ],
)
def test_a_page_is_as_large_as_the_form_it_is_printed_on(
    paper: Paper, width: float, height: float
) -> None:
    size = size_of(printed(DISPATCHED, paper))
    assert size == pytest.approx((width, height), abs=0.01)


@pytest.mark.parametrize("paper", PLIES)
def test_plies_have_one_page_whatever_copies_are_asked_for(paper: Paper) -> None:
    pages = pages_of(printed(DISPATCHED, paper, copies=(2,)))
    assert len(pages) == 1
    for name in ("工程部", "财务部", "客户", "管家部"):
        assert name in pages[0]


def test_only_the_copies_asked_for_are_printed() -> None:
    pages = pages_of(printed(DISPATCHED, copies=(2, 4)))
    assert ["Copy 2 财务部" in pages[0], "Copy 4 管家部" in pages[1]] == [True, True]
    assert len(pages) == 2


def test_a_scheme_of_three_copies_prints_three() -> None:
    form = replace(DISPATCHED, copies=HOTEL_3)
    assert len(pages_of(printed(form))) == 3
    assert len(pages_of(printed(form, Paper.A4_2UP))) == 2
    assert "Copy3黄维修班组" in text_of(printed(form, Paper.HALF))


@pytest.mark.parametrize("copies", [(), (7,)])
def test_a_copy_the_scheme_does_not_have_is_not_printed(copies: Any) -> None:
    with pytest.raises(ValueError, match="WX261120-023"):
        printed(DISPATCHED, copies=copies)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A4_2UP])
def test_a_scanner_reads_number_and_copy_from_every_page(
    paper: Paper, tmp_path: Path
) -> None:
    found = scanned_codes(printed(DISPATCHED, paper), tmp_path)
    copies_on = [(1,), (2,), (3,), (4,)] if paper is Paper.A4 else [(1, 2), (3, 4)]
    assert found == [
        {f"QR-Code:WX261120-023/{copy}" for copy in copies} | {"CODE-128:WX261120-023"}
        for copies in copies_on
    ]


@pytest.mark.parametrize("paper", PLIES)
def test_a_scanner_reads_only_the_number_from_plies(
    paper: Paper, tmp_path: Path
) -> None:
    found = scanned_codes(printed(RETURNED, paper), tmp_path)
    assert found == [{"QR-Code:WX261120-023", "CODE-128:WX261120-023"}]


@pytest.mark.parametrize("paper", Paper)
def test_a_centres_old_number_is_printed_and_read(paper: Paper, tmp_path: Path) -> None:
    number = "物业维修2026-000123号"
    pdf = printed(replace(DISPATCHED, number=number), paper)
    assert number in text_of(pdf)
    assert any(
        code.startswith(f"QR-Code:{number}") for code in scanned_codes(pdf, tmp_path)[0]
    )


def test_the_stamp_is_on_urgent_slips_only() -> None:
    assert "紧急" in text_of(printed(DISPATCHED, copies=(1,)))
    routine = replace(DISPATCHED, job_type=JobType.ROUTINE)
    assert "紧急" not in text_of(printed(routine, copies=(1,)))


@pytest.mark.parametrize("paper", Paper)
def test_nothing_on_plies_is_grey_or_reversed(paper: Paper) -> None:
    pdf = printed(DISPATCHED, paper)
    has_white_type = b"1.000 1.000 1.000 rg" in _operators(pdf)
    has_other_ink = any(
        line.endswith(b" rg") and line != b"0.000 0.000 0.000 rg"
        for line in _operators(pdf).split(b"\n")
    )
    is_laser = paper not in PLIES
    assert (has_white_type, has_other_ink) == (is_laser, is_laser)


def test_the_first_print_and_a_reprint_say_which_they_are() -> None:
    assert "Firstprint2026-11-2016:09" in text_of(printed(DISPATCHED))
    for paper in Paper:
        assert "Reprint22026-11-2016:09" in text_of(printed(RETURNED, paper))


def test_each_copy_says_its_own_reprint() -> None:
    copies = tuple(
        replace(copy, reprint=1) if copy.number == 3 else copy
        for copy in DISPATCHED.copies
    )
    pages = pages_of(printed(replace(DISPATCHED, copies=copies)))
    assert ["Reprint 1" in page for page in pages] == [False, False, True, False]


def test_a_preview_says_that_it_is_none() -> None:
    copies = (CopyMark(1, "工程部", "白"),)
    text = text_of(printed(replace(DISPATCHED, copies=copies)))
    assert "Preview,notcountedasaprint" in text


@pytest.mark.parametrize("paper", Paper)
def test_what_is_known_already_is_printed_in_its_place(paper: Paper) -> None:
    text = text_of(printed(RETURNED, paper))
    for fact in (
        "下水软管",
        "35.00",
        "¥120.00",
        "¥246.00",
        "人民币贰佰肆拾陆元整",
        "Completed",
        "更换下水软管，试水不漏",
        "陈大文（演示）（代签）",
        "2026-11-20",
    ):
        assert fact in text, fact


def test_more_materials_than_lines_are_summed_in_the_last() -> None:
    lines = tuple(
        Material(f"配件{index}", "只", RETURNED.materials[0].quantity, *[amount] * 2)
        for index, amount in enumerate([RETURNED.materials[0].amount] * 7, start=1)
    )
    text = text_of(printed(replace(RETURNED, materials=lines), copies=(1,)))
    assert "配件4" in text
    assert "配件5" not in text
    assert "3more,seethelist" in text
    assert "105.00" in text


def test_a_public_slip_asks_nobody_for_a_price() -> None:
    text = text_of(printed(PUBLIC, copies=(1,)))
    assert "Publicarea:nocharge,notsignedhere." in text
    assert "Quote¥" not in text
    assert "演示" in text
    assert "（保安部）" in text


def test_a_time_of_another_year_has_its_year() -> None:
    later = replace(RETURNED, arrived_at=RETURNED.done_at.replace(year=2027))  # type: ignore[union-attr]
    assert "2027-11-2018:40" in text_of(printed(later, Paper.HALF))
    assert "11-2018:40" in text_of(printed(later, Paper.HALF))


@pytest.mark.parametrize("paper", Paper)
def test_rare_characters_are_copied_out_as_they_are(
    paper: Paper, tmp_path: Path
) -> None:
    form = replace(DISPATCHED, reporter=RARE_NAME, owner=RARE_NAME)
    assert RARE_NAME in copied_text(printed(form, paper), tmp_path)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("field", LONGEST)
def test_the_longest_field_is_printed_whole(
    field: str, paper: Paper, cut_texts: list[str]
) -> None:
    text = text_of(printed(replace(DISPATCHED, **{field: LONGEST[field]}), paper))
    value = LONGEST[field]
    assert cut_texts == []
    assert ("、".join(value) if isinstance(value, tuple) else value) in text


@pytest.mark.parametrize("paper", Paper)
def test_the_longest_fault_is_whole_even_where_everything_is_long(paper: Paper) -> None:
    text = text_of(printed(replace(RETURNED, **LONGEST), paper))
    assert LONGEST["content"] in text


def test_what_could_not_be_printed_whole_is_said(cut_texts: list[str]) -> None:
    pdf = printed(replace(DISPATCHED, result="已更换" * 800), Paper.THIRD)
    assert cut_texts
    assert "…:thereststandsintheprogram" in text_of(pdf)


HOSTILE = (
    ") Tj ET (",
    "\\",
    "<</JS>>",
    "%!PS",
    "=1+1",
    "\x00\x1b[2J",
    "\ud800",
    "\n\n",
)


@pytest.mark.parametrize("paper", Paper)
def test_hostile_texts_print_without_harm(paper: Paper) -> None:
    for text in HOSTILE:
        form = replace(
            DISPATCHED, reporter=text + "人", place=text + "处", content=text + "漏水"
        )
        assert "漏水" in text_of(printed(form, paper))


def test_the_same_slip_gives_the_same_bytes() -> None:
    for paper in Paper:
        assert printed(RETURNED, paper) == printed(RETURNED, paper)


def test_a_batch_has_every_slip_and_tells_how_far_it_is() -> None:
    forms = [replace(DISPATCHED, number=f"WX261120-{n:03d}") for n in range(1, 8)]
    told: list[tuple[int, int]] = []
    out = io.BytesIO()
    write_pdf(forms, out, untranslated, step=lambda *done: told.append(done))
    pages = pages_of(out.getvalue())
    assert len(pages) == 28
    assert all(forms[index // 4].number in page for index, page in enumerate(pages))
    assert told == [(done, 7) for done in range(1, 8)]


def test_a_batch_that_is_stopped_writes_nothing() -> None:
    out = io.BytesIO()

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pdf([DISPATCHED], out, untranslated, step=stop)
    assert out.getvalue() == b""


def test_every_language_prints(tmp_path: Path) -> None:
    def doubled(_context: str, source: str) -> str:
        return f"{source} {source}"

    for paper in Paper:
        text = text_of(printed(RETURNED, paper, translate=doubled))
        assert "工程维修单" in text
        assert "WX261120-023" in text


def _operators(pdf: bytes) -> bytes:
    """The drawing operators of all pages and shared parts."""
    from pypdf import PdfReader

    found = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        found.append(page.get_contents().get_data())  # type: ignore[union-attr]
        shared: Any = page["/Resources"]
        for part in shared.get("/XObject", {}).values():
            found.append(part.get_object().get_data())
    return b"\n".join(found)
