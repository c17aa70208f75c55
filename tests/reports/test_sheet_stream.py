"""Rows that run straight into a workbook: read back as they went in."""

import io
import zipfile
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.escape import unescape

from reports.sheet_stream import Formula, Row, StreamBook

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
VALUES = (
    "=1+1",
    " <漏水> & _x0041_\n再漏 ",
    7,
    Decimal("1785.49"),
    Decimal("-0.10"),
    date(2026, 11, 20),
    time(16, 7, 30),
    datetime(2026, 11, 20, 15, 59, 59, tzinfo=UTC),
    None,
    Formula("D1+E1", Decimal("1785.39")),
    Formula('IF(D1>0,"平","不平")', "平"),
)


def _book(rows: int = 1, height: float | None = None) -> bytes:
    book = StreamBook(SHANGHAI, AT)
    plain = book.style(font=Font(size=10), alignment=Alignment())
    moment = book.style(
        font=Font(size=10), alignment=Alignment(), number_format="yyyy-mm-dd hh:mm:ss"
    )
    dated = (date, time, datetime)
    styles = [moment if isinstance(each, dated) else plain for each in VALUES]
    made = (Row(styles, VALUES, height) for _ in range(rows))
    book.add("A", made, f"K{rows}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(content: bytes, **how: Any) -> Any:
    return load_workbook(io.BytesIO(content), **how)["A"]


def test_a_row_comes_back_as_it_went_in() -> None:
    cells = list(_sheet(_book(), data_only=True)[1])
    assert [cell.data_type for cell in cells[:2]] == ["s", "s"]
    assert [unescape(cell.value) for cell in cells[:2]] == list(VALUES[:2])
    found = [cell.value for cell in cells[2:]]
    assert found[0] == 7
    assert [Decimal(str(each)) for each in found[1:3]] == [
        Decimal("1785.49"),
        Decimal("-0.1"),
    ]
    assert found[3].date() == date(2026, 11, 20)
    assert found[5].isoformat(sep=" ") == "2026-11-20 23:59:59"
    assert found[6] is None
    assert [Decimal(str(found[7])), found[8]] == [Decimal("1785.39"), "平"]


def test_a_formula_is_live() -> None:
    cells = _sheet(_book())[1]
    assert [cell.value for cell in cells[9:]] == ["=D1+E1", '=IF(D1>0,"平","不平")']


def test_a_reader_that_trusts_the_stated_size_sees_every_row() -> None:
    sheet = _sheet(_book(1200), read_only=True)
    assert (sheet.max_row, sheet.max_column) == (1200, 11)
    assert sum(1 for _ in sheet.iter_rows()) == 1200


def test_no_row_is_higher_than_a_spreadsheet_takes() -> None:
    assert _sheet(_book(height=2000.0)).row_dimensions[1].height == 409
    assert _sheet(_book(height=30.0)).row_dimensions[1].height == 30
    assert _sheet(_book()).row_dimensions[1].height is None


def test_the_package_says_nothing_of_when_and_where_it_was_written() -> None:
    assert _book() == _book()
    parts = zipfile.ZipFile(io.BytesIO(_book())).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
