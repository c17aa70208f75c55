"""The books that benches and soaks are measured on are sound ones."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]

from app.check import check_books
from app.database import Database
from app.desk import open_desk
from tests.bulk import bulk_database
from tests.bulk_template import UNTIL

_SLIPS = 10_000


def ask(sql: str) -> list[Any]:
    with closing(dbapi2.connect(str(bulk_database(_SLIPS)))) as connection:
        rows: list[Any] = connection.execute(sql).fetchall()
        return rows


def test_ten_thousand_slips_written_in_bulk_are_sound(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{bulk_database(_SLIPS)}")
    try:
        desk = database.read(open_desk, clock=lambda: UNTIL)
        assert database.read(check_books, desk) == []
    finally:
        database.close()
    assert ask("SELECT count(*) FROM slip") == [(_SLIPS,)]


def test_only_the_last_days_of_bulk_books_have_work_left() -> None:
    states: Counter[str] = Counter(
        dict(ask("SELECT state, count(*) FROM slip GROUP BY 1"))
    )
    assert {"issued", "dispatched", "quoted", "suspended", "returned", "void"} <= {
        *states
    }
    ended = states["returned"] + states["cancelled"] + states["void"]
    assert 10 <= _SLIPS - ended <= 200
    open_ones = "state NOT IN ('returned', 'cancelled', 'void')"
    assert ask(f"SELECT min(issued_at) > '2026-10' FROM slip WHERE {open_ones}") == [
        (1,)
    ]


def test_every_paper_that_is_back_in_bulk_books_has_its_return() -> None:
    assert ask(
        "SELECT count(*) FROM slip WHERE state = 'returned' AND NOT EXISTS"
        " (SELECT 1 FROM slip_return WHERE slip_return.slip_id = slip.id"
        "  AND slip_return.returned_at = slip.returned_at AND out_again_at IS NULL)"
    ) == [(0,)]
    [(returns, inspections)] = ask(
        "SELECT (SELECT count(*) FROM slip_return), (SELECT count(*) FROM inspection)"
    )
    assert returns > _SLIPS / 2
    assert inspections > _SLIPS / 20


def test_bulk_books_hardly_repeat_themselves() -> None:
    [(words, rooms, people)] = ask(
        "SELECT count(DISTINCT content), count(DISTINCT unit_label),"
        " count(DISTINCT reporter_name) FROM slip"
    )
    assert words > 2000
    assert rooms > 2000
    assert people > 1500
