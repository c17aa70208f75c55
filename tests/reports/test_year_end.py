"""《年末截止清单》: what was done by 31 December, and nothing of the new year."""

import io
from pathlib import Path

from openpyxl import load_workbook

from models.text import translator, untranslated
from reports.year_end import write_pdf, write_xlsx
from tests.reports.paper import pages_of, text_of
from tests.reports.spreadsheet import ERRORS, printed, reckoned
from tests.reports.statements import OFFICE
from tests.reports.year_ends import year_end

CHINESE = translator("zh_CN")


def _pdf() -> bytes:
    out = io.BytesIO()
    write_pdf(year_end(), OFFICE, out, CHINESE)
    return out.getvalue()


def _xlsx() -> bytes:
    out = io.BytesIO()
    write_xlsx(year_end(), OFFICE, out, CHINESE)
    return out.getvalue()


def test_the_paper_says_what_belongs_to_the_year() -> None:
    text = text_of(_pdf())
    for fact in (
        "2026年末截止清单",
        "汇总表2027-01应收200.00=2026年完工140.00+次年完工60.00",
        "人民币壹佰肆拾元整",
        "12-3123:59",
        "WX261221-002",
        "WX261229-004",
        "未关账",
        "制表（管家部）：",
    ):
        assert fact in text, fact
    assert "WX261221-003" not in text
    assert "第1页，共1页" in "".join(pages_of(_pdf())[-1].split())


def test_the_workbook_adds_it_up_alive(tmp_path: Path) -> None:
    sheets = reckoned({"book": _xlsx()}, tmp_path)["book"]
    assert list(sheets) == ["年末截止清单", "未到财务联"]
    sums = [
        [cell.value for cell in row]
        for sheet in sheets.values()
        for row in sheet.iter_rows()
        if row[0].value == "合计"
    ]
    assert sums[0][1:4] == [2, 2, "平"]
    assert sums[0][-1] == 140
    assert sums[1][-1] == 25


def test_a_spreadsheet_shows_every_cell(tmp_path: Path) -> None:
    text = printed(_xlsx(), tmp_path)
    assert "140.00" in text
    assert not [each for each in ERRORS if each in text]


def test_it_is_dated_by_the_statement_and_always_the_same() -> None:
    assert _pdf() == _pdf()
    assert _xlsx() == _xlsx()
    title = load_workbook(io.BytesIO(_xlsx())).worksheets[0]["A2"].value
    assert "2026-12-21 00:00" in title and "2027-01-01 00:00" in title


def test_it_speaks_english_too() -> None:
    out = io.BytesIO()
    write_pdf(year_end(), OFFICE, out, untranslated)
    assert "donein2026140.00" in text_of(out.getvalue()).replace("=", "")
