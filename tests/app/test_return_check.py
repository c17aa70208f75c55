"""The daily return check: worked example 5.4, and each sentence of the interface."""

from datetime import date

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, open_desk
from app.return_check import check_day, load_final
from app.settings_change import change_settings
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from models.return_check import CheckClass
from models.slip import Outcome
from tests.app.checked_days import Days
from tests.data_book_maker import NOW, at, numbered
from tests.return_check_book import check_book

DAY = date(2026, 12, 8)
_C = CheckClass


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
