"""Worked-examples 5.2 done by people: bundles scanned, periods closed by two."""

from dataclasses import replace

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
)
from app.period_close import BundleOpen, confirm_close, propose_close
from app.statement import load_statement
from app.statement_figures import figures
from models.statement import Statement
from tests.app.books import problems
from tests.app.finance_books import put_book
from tests.app.plain_statement import PlainBooks
from tests.data_book_maker import NOW, at, numbered, worked_book

BATCH_1 = (
    "WX261021-001",
    "WX261025-004",
    "WX261025-005",
    "WX261101-003",
    "WX261105-001",
    "WX261107-002",
    "WX261110-005",
    "WX261115-002",
)
BATCH_2 = ("WX261120-009", "WX261119-004")


class Month:
    """Both sides at their own moments."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.database, self.desk = database, desk

    def scan(self, moment: str, *slips: str) -> int:
        """Put copies into the open bundle of 2026-11; its key."""
        desk = self.desk.at(at(moment))
        batch_id, _ = self.database.write(begin_batch, desk, "2026-11")
        for number in slips:
            self.database.write(scan_copy, desk, ScanCopy(batch_id, (number,), None))
        return batch_id

    def hand_over(self, moment: str, batch_id: int) -> int:
        """Sign a bundle over; how many copies it has."""
        desk = self.desk.at(at(moment))
        order = HandOverBundle(batch_id, "演示管家", "演示财务")
        count, _ = self.database.write(hand_over, desk, order)
        return count

    def close(self, period: str, moment: str) -> Statement:
        """One proposes, another confirms."""
        desk = self.desk.at(at(moment))
        self.database.write(propose_close, replace(desk, actor="演示管家"), period)
        return self.confirm(period, moment)

    def confirm(self, period: str, moment: str) -> Statement:
        """The second half."""
        desk = replace(self.desk.at(at(moment)), actor="演示财务")
        closed, _ = self.database.write(confirm_close, desk, period, None)
        return closed


def test_the_month_of_the_worked_example(database: Database) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    rows = numbered(worked_book())
    put_book(database, desk, replace(rows, closings=()))
    month = Month(database, desk)
    month.close("2026-10", "2026-10-21 10:00")
    batch_id = month.scan("2026-11-20 17:50", *BATCH_1)
    assert month.hand_over("2026-11-20 18:00", batch_id) == 8
    batch_id = month.scan("2026-11-23 09:30", *BATCH_2)
    assert month.hand_over("2026-11-23 09:40", batch_id) == 2
    november = month.close("2026-11", "2026-11-23 10:00")
    assert [(each.batch_no, each.copy_count) for each in november.batches] == [
        (1, 8),
        (2, 2),
    ]
    # 8 + 2 in bundles and 2 brought by an escort are the twelve of A and B.
    assert all(each.holds for each in november.identities)
    assert [(each.left, each.right) for each in november.identities][3] == ("12", "12")
    month.close("2026-12", "2026-12-21 10:00")
    plain = PlainBooks(rows)
    for period in ("2026-10", "2026-11", "2026-12"):
        said = figures(database.read(load_statement, desk, period))
        wanted = plain.statement(period, NOW)
        assert said == {name: wanted[name] for name in said}
    assert problems(database, desk) == []


def test_an_open_bundle_with_copies_keeps_its_period_open(database: Database) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    put_book(database, desk, replace(numbered(worked_book()), closings=()))
    month = Month(database, desk)
    month.close("2026-10", "2026-10-21 10:00")
    batch_id = month.scan("2026-11-20 17:50", *BATCH_1[:3])
    with pytest.raises(BundleOpen) as refused:
        month.close("2026-11", "2026-11-23 10:00")
    assert refused.value.facts == {"period": "2026-11", "batch_no": 1, "count": 3}
    month.hand_over("2026-11-23 10:05", batch_id)
    closed = month.confirm("2026-11", "2026-11-23 10:10")
    assert [each.copy_count for each in closed.batches] == [3]
    assert problems(database, desk) == []
