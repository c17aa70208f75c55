"""The act on the 20th: when it is due, and how many copies wait (K-20, K-21)."""

from app.database import Database
from app.desk import Desk, open_desk
from app.finance_count import FinanceCount, count_finance
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
)
from app.handover_due import handover_due
from app.room_count import count_rooms
from models.staff import Post
from tests.app.finance_month import PERIOD, bring_early, close_by_hand, make_returned
from tests.clock import Clock
from tests.makers import make_staff


def test_nothing_is_due_where_nothing_is_in_hand(
    database: Database, desk: Desk
) -> None:
    assert database.read(handover_due, desk) is None


def test_the_copies_of_a_period_wait_for_its_day(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_returned(database, desk, clock)
    early, _ = make_returned(database, desk, clock)
    database.write(bring_early, desk, early)
    clock.local("2026-03-19 23:59:59")
    due = database.read(handover_due, desk)
    assert due is not None
    assert (due.period, str(due.act_on), due.count) == (PERIOD, "2026-03-20", 1)
    assert not due.is_due
    clock.local("2026-03-20 00:00:00")
    due = database.read(handover_due, desk)
    assert due is not None
    assert due.is_due
    assert not due.is_late
    clock.local("2026-03-21 09:00:00")
    due = database.read(handover_due, desk)
    assert due is not None
    assert due.is_late


def test_what_came_after_the_first_bundle_is_a_top_up_until_the_close(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _, number = make_returned(database, desk, clock)
    clock.local("2026-03-20 17:50:00")
    batch, _ = database.write(begin_batch, desk, PERIOD)
    database.write(scan_copy, desk, ScanCopy(batch, (number,)))
    database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    assert database.read(handover_due, desk) is None
    make_returned(database, desk, clock, "2026-03-20 20:00:00")
    due = database.read(handover_due, desk)
    assert due is not None
    assert not due.is_first
    clock.local("2026-03-23 10:00:00")
    database.write(close_by_hand, desk, PERIOD, clock.at)
    assert database.read(handover_due, desk) is None


def test_copies_of_an_old_period_are_late_until_it_is_closed(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_returned(database, desk, clock)
    clock.local("2026-08-05 09:00:00")
    due = database.read(handover_due, desk)
    assert due is not None
    assert (due.period, due.count, due.is_late) == (PERIOD, 1, True)
    database.write(close_by_hand, desk, PERIOD, clock.at)
    assert database.read(handover_due, desk) is None


def test_the_badge_counts_copies_from_their_day_on(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_returned(database, desk, clock)
    clock.local("2026-03-19 12:00:00")
    assert database.read(count_finance, desk) == FinanceCount()
    clock.local("2026-03-20 12:00:00")
    assert database.read(count_finance, desk) == FinanceCount(to_hand_over=1)
    assert database.read(count_rooms, desk).in_finance == 1
    make_staff(database, desk, "演示技工", Post.TECHNICIAN)
    technician = database.read(open_desk, actor="演示技工", clock=clock)
    assert database.read(count_rooms, technician).in_finance == 0
