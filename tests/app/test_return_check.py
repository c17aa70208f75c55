"""The daily return check: worked example 5.4, and each sentence of the interface."""

from datetime import date, timedelta

import pytest

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, open_desk
from app.feedback import TellFeedback, tell_feedback
from app.return_check import check_day, load_final
from app.settings_change import change_settings
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from app.slip_refusals import SlipCannotMove
from app.slip_signature import Signature
from models.copy_scheme import CopyRole
from models.data_book import BookRows
from models.day_check import CheckException
from models.return_check import CheckClass
from models.slip import ChargeClass, Outcome, SignStatus
from models.slip_copy import CopyPlace
from models.unit import AreaKind
from tests.app.checked_days import Days
from tests.app.slip_step import SIGNED
from tests.data_book_maker import NOW, at, numbered, public_slip
from tests.return_check_book import check_book

UNIT = {"area_kind": AreaKind.UNIT, "charge_class": ChargeClass.FREE_WARRANTY}
"""Work in a unit that nobody pays for."""

DAY = date(2026, 12, 8)
_C = CheckClass
_X = CheckException


def test_the_worked_example(database: Database, desk: Desk) -> None:
    database.write(import_book, desk.at(NOW), numbered(check_book()))

    check = database.read(check_day, desk.at(NOW), DAY)

    assert check.run_at == at("2026-12-08 17:40:59")
    assert check.set_size == 11
    assert check.numbers(_C.ON_TIME) == [
        f"WX261208-{serial}" for serial in ("001", "002", "003", "005", "006")
    ]
    assert check.numbers(_C.LATE) == ["WX261208-004"]
    assert check.numbers(_C.FEEDBACK) == ["WX261203-002", "WX261208-007"]
    assert check.numbers(_C.LATE_FEEDBACK) == ["WX261207-006"]
    assert check.numbers(_C.MISSING) == ["WX261205-004", "WX261208-008"]
    assert check.return_rate == "83.33"
    assert check.feedback_rate == "40.00"


def test_seconds_are_cut_off_at_the_limits(days: Days) -> None:
    """17:30:59 is 17:30, and 17:40:59 is 17:40."""
    slips = [days.issue(f"2026-12-08 09:0{serial}") for serial in range(4)]
    days.back("2026-12-08 17:30:59", slips[0])
    days.back("2026-12-08 17:31:00", slips[1])
    days.tell("2026-12-08 17:40:59", slips[2])
    days.tell("2026-12-08 17:41:00", slips[3])
    days.clock.local("2026-12-09 08:00")

    assert days.classes("2026-12-08") == dict(
        zip(slips, ("on_time", "late", "feedback", "late_feedback"), strict=True)
    )


def test_a_slip_issued_by_the_limit_is_in_the_set_and_a_later_one_is_not(
    days: Days,
) -> None:
    in_time = days.issue("2026-12-08 17:30:59")
    late = days.issue("2026-12-08 17:31:00")
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {in_time: "missing"}
    assert days.classes("2026-12-09") == {in_time: "missing", late: "missing"}


def test_what_came_late_and_was_back_by_the_run_belongs_to_the_next_day_on_time(
    days: Days,
) -> None:
    early = days.issue("2026-12-08 17:35")
    days.back("2026-12-08 17:38", early)
    later = days.issue("2026-12-08 17:36")
    days.back("2026-12-08 17:50", later)
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {}
    assert days.classes("2026-12-09") == {early: "on_time", later: "on_time"}
    assert days.classes("2026-12-10") == {}


def test_a_slip_that_is_back_leaves_the_set_of_the_next_day(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 17:34", slip)
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "late"}
    assert days.classes("2026-12-09") == {}


def test_a_slip_back_after_the_run_is_missing_and_on_time_the_day_after(
    days: Days,
) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 17:41:00", slip)
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "missing"}
    assert days.classes("2026-12-09") == {slip: "on_time"}


def test_a_return_at_the_very_second_of_the_run_is_in_it(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 17:40:59", slip)
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "late"}
    assert days.classes("2026-12-09") == {}


def test_void_and_cancelled_slips_leave_the_set_and_are_listed_apart(
    days: Days,
) -> None:
    void, cancelled, after = (days.issue(f"2026-12-08 09:0{n}") for n in range(3))
    days.clock.local("2026-12-08 10:00")
    days.database.write(void_slip, days.desk, VoidSlip(void, "录入错误"))
    days.clock.local("2026-12-08 17:40:59")
    days.database.write(cancel_slip, days.desk, CancelSlip(cancelled, "业户撤销"))
    days.clock.local("2026-12-08 17:41:00")
    days.database.write(cancel_slip, days.desk, CancelSlip(after, "业户撤销"))
    days.clock.local("2026-12-09 18:00")

    check = days.check("2026-12-08")
    assert [item.slip_id for item in check.ended] == [void, cancelled]
    assert [item.check_class for item in check.ended] == [None, None]
    assert check.ended[0].end_reason == "录入错误"
    assert days.classes("2026-12-08") == {after: "missing"}
    next_day = days.check("2026-12-09")
    assert [item.slip_id for item in next_day.ended] == [after]
    assert next_day.items == ()


def test_a_failed_inspection_puts_a_slip_out_again(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 16:00", slip)
    days.fail("2026-12-09 10:00", slip)
    days.clock.local("2026-12-11 18:00")

    assert days.classes("2026-12-08") == {slip: "on_time"}
    assert days.classes("2026-12-09") == {slip: "missing"}
    days.back("2026-12-11 18:00", slip)
    assert days.classes("2026-12-08") == {slip: "on_time"}
    assert days.classes("2026-12-10") == {slip: "missing"}
    assert days.classes("2026-12-11", "2026-12-11 18:00:00") == {slip: "late"}


def test_a_slip_that_failed_before_the_run_is_out_though_it_was_back(
    days: Days,
) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 16:00", slip)
    days.fail("2026-12-08 17:40:59", slip)
    days.clock.local("2026-12-09 08:00")

    assert days.classes("2026-12-08") == {slip: "missing"}
    assert days.classes("2026-12-08", "2026-12-08 17:40:58") == {slip: "on_time"}


def test_unfinished_work_is_out_though_its_paper_came(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.clock.local("2026-12-08 16:00")
    days.back(
        "2026-12-08 16:00",
        slip,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=at("2026-12-10 12:00"),
    )
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "feedback"}
    assert days.classes("2026-12-09") == {slip: "missing"}


def test_feedback_counts_for_its_own_day_until_midnight(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.tell("2026-12-08 23:59:59", slip)
    other = days.issue("2026-12-09 00:00:00")
    days.tell("2026-12-09 00:00:00", other)
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "late_feedback"}
    assert days.classes("2026-12-09") == {slip: "missing", other: "feedback"}


def test_an_early_run_moves_the_boundary_of_the_next_day(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.final("2026-12-08", "2026-12-08 17:33:00")
    days.back("2026-12-08 17:34:00", slip)
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "missing"}
    assert days.classes("2026-12-09") == {slip: "on_time"}


def test_a_late_run_moves_the_boundary_of_the_next_day(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    late = days.issue("2026-12-08 18:00")
    days.back("2026-12-08 20:00", slip)
    days.back("2026-12-08 20:05", late)
    days.final("2026-12-08", "2026-12-08 20:30")
    days.clock.local("2026-12-09 18:00")

    assert days.classes("2026-12-08") == {slip: "late"}
    assert days.classes("2026-12-09") == {late: "on_time"}


def test_a_day_without_slips_is_checked_too(days: Days) -> None:
    made = days.final("2026-12-08", "2026-12-08 17:45", engineering_by="演示调度")

    assert made.set_size == 0
    assert made.return_rate is None
    assert made.feedback_rate is None
    kept = days.database.read(load_final, days.desk, DAY)
    assert kept is not None
    assert kept.final is not None
    assert kept.final.engineering_by == "演示调度"


def test_today_is_judged_now_and_another_day_at_its_usual_time(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.clock.local("2026-12-08 11:11:11")
    assert days.check("2026-12-08").run_at == at("2026-12-08 11:11:11")
    assert days.classes("2026-12-08") == {slip: "missing"}
    assert days.check("2026-12-07").run_at == at("2026-12-07 17:40:59")
    assert days.check("2026-12-09").run_at == at("2026-12-09 17:40:59")


def test_the_limits_are_settings(days: Days) -> None:
    limits = {"return_deadline": "16:00", "feedback_deadline": "16:15"}
    days.database.write(change_settings, days.desk, limits)
    days.desk = days.database.read(open_desk, clock=days.clock)
    back, told = days.issue("2026-12-08 09:00"), days.issue("2026-12-08 09:01")
    days.back("2026-12-08 16:01", back)
    days.tell("2026-12-08 16:15:59", told)
    days.clock.local("2026-12-09 08:00")

    check = days.check("2026-12-08")
    assert check.run_at == at("2026-12-08 16:15:59")
    assert (check.return_by, check.feedback_by) == ("16:00", "16:15")
    assert days.classes("2026-12-08") == {back: "late", told: "feedback"}


def test_a_day_is_asked_in_few_statements_however_many_slips_it_has(
    days: Days, statements: list[str]
) -> None:
    days.issue("2026-12-08 09:00")
    days.final("2026-12-07", "2026-12-08 09:30")
    asked = []
    for _ in range(2):
        statements.clear()
        days.check("2026-12-08")
        asked.append(len(statements))
        for minute in range(10, 30):
            days.issue(f"2026-12-08 {10 + len(asked)}:{minute}")
    assert asked[0] == asked[1] <= 9


def test_a_slip_issued_and_back_in_the_same_second_is_in_the_set(
    database: Database, desk: Desk
) -> None:
    """Books know minutes only: what was done at once was asked for all the same."""
    row = public_slip("ZZ00001", "2026-12-08 10:00", returned_at=at("2026-12-08 10:00"))
    desk = desk.at(NOW)
    database.write(import_book, desk, numbered(BookRows(slips=(row,))))
    assert database.read(check_day, desk, DAY).numbers(_C.ON_TIME) == ["ZZ00001"]
    for away in (-1, 1):
        other = DAY + timedelta(days=away)
        assert database.read(check_day, desk, other).items == ()


def test_a_slip_returned_while_its_feedback_is_typed_is_refused_and_stays_back(
    days: Days,
) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 17:35", slip)
    with pytest.raises(SlipCannotMove):
        days.tell("2026-12-08 17:36", slip)
    days.clock.local("2026-12-09 08:00")
    assert days.classes("2026-12-08") == {slip: "late"}


def test_an_hour_that_the_clock_lost_does_not_count_what_is_still_to_come(
    days: Days,
) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 17:20", slip)
    days.clock.local("2026-12-08 16:20")  # set back an hour
    assert days.classes("2026-12-08") == {slip: "missing"}
    days.clock.local("2026-12-08 17:20")
    assert days.classes("2026-12-08") == {slip: "on_time"}


def test_who_has_it_and_where_its_paper_lay_at_the_run(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.back("2026-12-08 18:00", slip)
    days.clock.local("2026-12-09 08:00")

    (then,) = days.check("2026-12-08").items
    assert then.holder == "演示技工"
    assert then.paper_place is CopyPlace.TECHNICIAN
    assert then.paper_since == at("2026-12-08 09:00")
    (later,) = days.check("2026-12-09").items
    assert later.paper_place is CopyPlace.HK_DESK


def test_copies_in_hand_are_counted_by_their_role(days: Days) -> None:
    public = days.issue("2026-12-08 09:00")
    unit = days.issue("2026-12-08 09:01", **UNIT)
    days.issue("2026-12-08 09:02")
    days.back("2026-12-08 16:00", public)
    days.back("2026-12-08 16:05", unit, signature=SIGNED)
    days.clock.local("2026-12-08 17:45")

    counted = [
        (copy.copy_no, copy.role, copy.count)
        for copy in days.check("2026-12-08").copies
    ]
    # The owner's copy of public work comes back too, a unit's stays with the owner.
    assert counted == [
        (2, CopyRole.FIN, 2),
        (4, CopyRole.HK, 2),
        (3, CopyRole.OWNER, 1),
    ]


def test_what_is_not_in_order_is_named_beside_the_class(days: Days) -> None:
    waits = days.issue("2026-12-05 09:02")
    days.tell("2026-12-05 17:00", waits)
    lost = days.issue("2026-12-08 09:00")
    unsigned = days.issue("2026-12-08 09:01", **UNIT)
    days.back("2026-12-08 16:00", lost, copies_lost=frozenset({2}))
    absent = Signature(SignStatus.ABSENT, note="业户不在")
    days.back("2026-12-08 16:05", unsigned, signature=absent)
    days.clock.local("2026-12-08 17:45")

    check = days.check("2026-12-08")
    found = {item.slip_id: item.exceptions for item in check.items}
    assert found == {
        lost: (_X.COPY_MISSING, _X.GAP_OPEN),
        unsigned: (_X.UNSIGNED,),
        waits: (_X.ETA_PASSED,),
    }
    assert [gap.slip_id for gap in check.gaps] == [lost]
    assert check.exception_count == 3
    # A run before the copy was known to be lost knows nothing of it.
    (early,) = [
        item
        for item in days.check("2026-12-08", at("2026-12-08 15:00")).items
        if item.slip_id == lost
    ]
    assert early.exceptions == ()


def test_an_expected_day_lasts_until_its_end(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.clock.local("2026-12-08 17:00")
    order = TellFeedback(slip, "待料", at("2026-12-10 00:00"))
    days.database.write(tell_feedback, days.desk, order)
    days.clock.local("2026-12-11 18:00")

    (on_the_day,) = days.check("2026-12-10").items
    (day_after,) = days.check("2026-12-11").items
    assert on_the_day.exceptions == ()
    assert day_after.exceptions == (_X.ETA_PASSED,)


def test_open_gap_cases_stand_on_every_check(database: Database, desk: Desk) -> None:
    rows = [
        public_slip(f"WX261207-00{serial}", "2026-12-07 10:00") for serial in (1, 4)
    ]
    desk = desk.at(NOW)
    database.write(import_book, desk, numbered(BookRows(slips=tuple(rows))))

    (gap,) = database.read(check_day, desk, NOW.date()).gaps
    assert gap.ref == "WX261207-002…003"
    assert database.read(check_day, desk, NOW.date()).exception_count == 1
    # It was found when the book came in; the day before knew nothing of it.
    assert database.read(check_day, desk, DAY).gaps == ()


def test_yesterdays_missing_are_marked(days: Days) -> None:
    missing, told = days.issue("2026-12-07 09:00"), days.issue("2026-12-07 09:01")
    late = days.issue("2026-12-07 17:35")
    days.tell("2026-12-07 17:50", told)
    days.clock.local("2026-12-08 17:45")

    marked = {item.slip_id: item.was_missing for item in days.check("2026-12-08").items}
    assert marked == {missing: True, told: False, late: False}
    assert days.classes("2026-12-07") == {missing: "missing", told: "late_feedback"}
