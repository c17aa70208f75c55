"""`silian check` finds a case, a look or a handover changed behind the log's back."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.check_problem import Fault
from app.daily_review import DayReviewed, ReviewDay, review_day
from app.database import Database
from app.desk import Desk
from app.follow_up import FollowUpSlip, follow_up_slip
from app.form_stock import PackOverlaps, ReceivePack, receive_pack
from app.gap import CloseGap, close_gap, open_gaps
from app.gap_find import find_gaps
from app.gap_list import list_gaps
from app.shift_handover import HandOver, ShiftHandedOver, due_shift, hand_over
from app.slip_copy_move import MoveCopies, put_copies
from models.follow_up import FollowUpSide
from models.slip import SlipState
from models.slip_copy import CopyPlace
from tests.app.books import by_hand, problems
from tests.makers import make_slip


@pytest.fixture
def kept(database: Database, desk: Desk) -> Database:
    """A day with a closed case, a look and a handover."""
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(put_copies, desk, MoveCopies(slip.id, {2: CopyPlace.LOST}))
    (case,) = database.read(list_gaps, desk)
    database.write(close_gap, desk, CloseGap(case.id, "已补", "遗失", "演示主管"))
    look = FollowUpSlip(slip.id, "已问", FollowUpSide.ENGINEERING)
    database.write(follow_up_slip, desk, look)
    shift = database.read(due_shift, desk)
    order = HandOver(shift.begins_at, "演示中控", "演示前台", "钥匙在抽屉")
    database.write(hand_over, desk, order)
    return database


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("UPDATE gap_case SET owner = '别人'", Fault.GAP_CHANGED),
        ("UPDATE gap_case SET closed_at = NULL", Fault.GAP_CHANGED),
        ("UPDATE gap_case SET resolution = NULL", Fault.GAP_SILENT),
        ("UPDATE follow_up SET note = '没问'", Fault.FACT_DIFFERS),
        ("DELETE FROM follow_up", Fault.FACT_DIFFERS),
        ("UPDATE shift_handover SET taken_by = '别人'", Fault.HANDOVER_CHANGED),
        ("UPDATE shift_handover SET snapshot = '{}'", Fault.HANDOVER_CHANGED),
        ("DELETE FROM shift_handover", Fault.HANDOVER_CHANGED),
    ],
)
def test_what_was_changed_behind_the_log_is_found(
    kept: Database, desk: Desk, command: str, fault: Fault
) -> None:
    assert problems(kept, desk) == []
    by_hand(kept, command)
    assert fault in [problem.fault for problem in problems(kept, desk)]


def both(url: str, *steps: Callable[[Database], Any]) -> list[Any]:
    """What two desks get who do something at the same moment."""
    begin = threading.Barrier(len(steps))
    answers: list[Any] = [None] * len(steps)

    def do(at: int, step: Callable[[Database], Any]) -> None:
        own = Database(url)
        try:
            begin.wait(10)
            answers[at] = step(own)
        except Exception as problem:  # noqa: BLE001 - the test looks at it
            answers[at] = problem
        finally:
            own.close()

    threads = [threading.Thread(target=do, args=pair) for pair in enumerate(steps)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


def refusals(answers: list[Any]) -> list[type[Exception]]:
    return [type(each) for each in answers if isinstance(each, Exception)]


def test_two_desks_do_what_is_done_once_one_after_the_other(
    database_url: str, database: Database, desk: Desk
) -> None:
    begins = database.read(due_shift, desk).begins_at
    shifts = [HandOver(begins, "演示中控", name) for name in ("甲", "乙")]
    answers = both(
        database_url,
        *(lambda own, o=order: own.write(hand_over, desk, o) for order in shifts),
    )
    assert refusals(answers) == [ShiftHandedOver]
    packs = [ReceivePack("A0001", "A0010"), ReceivePack("A0005", "A0020")]
    answers = both(
        database_url,
        *(lambda own, o=order: own.write(receive_pack, desk, o) for order in packs),
    )
    assert refusals(answers) == [PackOverlaps]
    day = ReviewDay(date(2026, 3, 2), "演示主管")

    def review(own: Database) -> object:
        return own.write(review_day, desk, day)

    assert refusals(both(database_url, review, review)) == [DayReviewed]
    make_slip(database, desk, stock_no="A0003")
    holes = database.read(find_gaps, desk)

    def look(own: Database) -> int:
        return own.write(open_gaps, desk, holes)[0]

    assert sorted(both(database_url, look, look)) == [0, len(holes)]
    assert problems(database, desk) == []
