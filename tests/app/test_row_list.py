"""Rows handed to a statement as one parameter come out as they went in."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app.database import Database
from models.row_list import GivenRows, rows_as_one

_ROWS = GivenRows("rows")
_SAID = select(_ROWS.text(0), _ROWS.number(1), _ROWS.bytes(2))


def said(database: Database, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    with database.connect(writing=False) as connection:
        answer = connection.execute(_SAID, {"rows": rows_as_one(rows)})
        return [(text, number, bytes(kept)) for text, number, kept in answer]


@pytest.mark.parametrize(
    "text",
    ["漏水", "", "7", "null", "[1]", "a\"b'c\\d", "%s :x ?", "𠮷𰻝", "e\u0301\u200d"],
)
def test_any_text_comes_out_as_it_was(database: Database, text: str) -> None:
    row = (text, 9_007_199_254_740_993, bytes(range(256)))
    assert said(database, [row]) == [row]


def test_the_order_stays(database: Database) -> None:
    rows = [(str(n), -n, n.to_bytes(2, "big")) for n in range(5000)]
    assert said(database, rows) == rows


def test_no_rows_are_no_rows(database: Database) -> None:
    assert said(database, []) == []
    with database.connect(writing=False) as connection:
        counted = select(func.count()).select_from(_ROWS.table)
        assert connection.scalar(counted, {"rows": rows_as_one([])}) == 0
