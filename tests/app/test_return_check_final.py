"""The final run of a return check (定稿): what it keeps, refuses and asks for."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from app.data_book_import import import_book
from app.desk import NotAllowed, open_desk
from app.gap_find import find_gaps
from app.return_check import (
    CheckDamaged,
    CheckInFuture,
    CheckTooEarly,
    CheckTooLate,
    FinalCheck,
    gaps_of_day,
    load_final,
    make_final,
    unchecked_days,
)
from app.settings_change import change_settings
from app.slip_refusals import FieldTooLong
from models.day_check import DayCheck
from models.event import Event
from models.return_check import CheckClass, ReturnCheck
from models.staff import Post
from tests.app.books import books, by_hand, problems, take_away
from tests.app.checked_days import Days
from tests.data_book_maker import NOW, at, numbered
from tests.makers import make_staff
from tests.return_check_book import check_book

DAY = date(2026, 12, 8)


def kept(days: Days, day: date = DAY) -> DayCheck:
    """What the last final run of a day said."""
    found = days.database.read(load_final, days.desk, day)
    assert found is not None
    return found


def test_what_was_made_final_stays_as_it_was_said(days: Days) -> None:
    back, told, missing = (days.issue(f"2026-12-08 09:0{n}") for n in range(3))
    days.back("2026-12-08 17:00", back)
    days.tell("2026-12-08 17:35", told)
    made = days.final("2026-12-08", "2026-12-08 17:42", engineering_by="演示调度")
    days.back("2026-12-08 18:00", missing)
    days.tell("2026-12-08 18:30", told, "缺人手")

    found = kept(days)
    assert found == made
    assert found.is_final
    assert {item.slip_id: item.check_class for item in found.items} == {
        back: CheckClass.ON_TIME,
        told: CheckClass.FEEDBACK,
        missing: CheckClass.MISSING,
    }
    assert found.items[1].reason == "待料"
    assert found.final is not None
    assert found.final.run_at == at("2026-12-08 17:42")
    assert found.final.run_by == days.desk.actor
    assert problems(days.database, days.desk) == []


def test_the_snapshot_is_hashed_and_its_hash_is_in_the_log(days: Days) -> None:
    days.issue("2026-12-08 09:00")
    made = days.final("2026-12-08", "2026-12-08 17:42")

    row = days.database.read(
        lambda session: session.execute(select(*ReturnCheck.__table__.columns)).one()
    )
    entry = days.database.read(
        lambda session: session.execute(
            select(Event.what, Event.by, Event.facts).where(
                Event.entity == "return_check", Event.entity_id == row.id
            )
        ).one()
    )
    assert made.final is not None
    assert made.final.hash == hashlib.sha256(row.snapshot.encode()).hexdigest()
    assert entry.what == "final"
    assert entry.by == days.desk.actor
    said = json.loads(entry.facts)
    assert said["hash"] == made.final.hash
    assert said["day"] == "2026-12-08"
    assert said["missing"] == 1
    told = json.loads(row.snapshot)
    assert told["counts"]["missing"] == row.missing == 1
    assert told["set"] == row.set_size == 1
    assert told["feedback_rate"] == "0.00"


def test_every_run_is_kept_and_the_last_counts(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    first = days.final("2026-12-08", "2026-12-08 17:31")
    days.back("2026-12-08 17:33", slip)
    second = days.final("2026-12-08", "2026-12-08 17:45")
    third = days.final("2026-12-08", "2026-12-08 17:50")

    runs = [made.final for made in (first, second, third)]
    assert [run.run_no for run in runs if run] == [1, 2, 3]
    assert [run.repeats for run in runs if run] == [None, None, None]
    assert kept(days).run_at == at("2026-12-08 17:50")
    assert days.classes("2026-12-08") == {slip: "late"}


def test_a_run_again_with_nothing_changed_says_so(days: Days) -> None:
    days.issue("2026-12-08 09:00")
    moment = at("2026-12-08 17:45")
    days.final("2026-12-08", "2026-12-08 17:45")

    again = days.final("2026-12-08", "2026-12-08 17:50", at=moment)

    assert again.final is not None
    assert (again.final.run_no, again.final.repeats) == (2, 1)


def test_a_count_made_later_tells_whether_it_is_the_final_one(days: Days) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.final("2026-12-08", "2026-12-08 17:42")
    assert days.check("2026-12-08").is_final
    minute_later = days.check("2026-12-08", at("2026-12-08 17:43"))
    assert not minute_later.is_final
    assert minute_later.still_holds
    days.tell("2026-12-08 17:50", slip)

    later = days.check("2026-12-08")
    assert not later.is_final
    assert not later.still_holds
    assert later.final == kept(days).final
    assert later.counts[CheckClass.LATE_FEEDBACK] == 1


def test_a_run_is_refused_before_its_time_and_after_it(days: Days) -> None:
    days.issue("2026-12-08 09:00")
    days.clock.local("2026-12-08 17:29:59")
    before = books(days.database)
    refused: list[tuple[FinalCheck, type[Exception]]] = [
        (FinalCheck(DAY), CheckTooEarly),
        (FinalCheck(DAY + timedelta(days=1)), CheckInFuture),
        (FinalCheck(DAY, at=at("2026-12-08 17:30")), CheckInFuture),
        (FinalCheck(DAY, at=at("2026-12-07 23:00")), CheckTooEarly),
    ]
    for order, refusal in refused:
        with pytest.raises(refusal):
            days.database.write(make_final, days.desk, order)
    assert books(days.database) == before
    days.clock.local("2026-12-08 17:30")
    with pytest.raises(CheckTooLate):
        days.database.write(
            make_final, days.desk, FinalCheck(DAY - timedelta(days=1), at=days.clock.at)
        )
    days.database.write(make_final, days.desk, FinalCheck(DAY))


def test_a_day_that_was_slept_through_is_run_late_with_its_true_times(
    days: Days,
) -> None:
    back, told, out = (days.issue(f"2026-12-08 16:0{n}") for n in range(3))
    days.clock.local("2026-12-09 09:00")
    # What the paper and the telephone log say is typed the next morning.
    days.back("2026-12-09 09:00", back, returned_at=at("2026-12-08 17:20"))
    days.tell("2026-12-09 09:05", told, told_at=at("2026-12-08 17:39"))
    days.back("2026-12-09 09:06", out, returned_at=at("2026-12-09 08:50"))

    made = days.final("2026-12-08", "2026-12-09 09:10")

    assert made.run_at == at("2026-12-08 17:40:59")
    assert made.final is not None
    assert made.final.recorded_at == at("2026-12-09 09:10")
    assert days.classes("2026-12-08") == {
        back: "on_time",
        told: "feedback",
        out: "missing",
    }
    assert days.classes("2026-12-09", "2026-12-09 17:40:59") == {
        told: "missing",
        out: "on_time",
    }


def test_a_clock_set_back_an_hour_neither_runs_early_nor_stops_the_day(
    days: Days,
) -> None:
    slip = days.issue("2026-12-08 09:00")
    days.final("2026-12-08", "2026-12-08 18:20")
    days.clock.local("2026-12-08 17:20")
    with pytest.raises(CheckTooEarly):
        days.database.write(make_final, days.desk, FinalCheck(DAY))
    days.back("2026-12-08 17:40", slip)

    made = days.final("2026-12-08", "2026-12-08 17:41")

    assert made.final is not None
    assert made.final.run_no == 2
    assert kept(days).run_at == at("2026-12-08 17:41")
    assert days.classes("2026-12-08") == {slip: "late"}


def test_who_may_not_check_returns_is_refused(days: Days) -> None:
    days.issue("2026-12-08 09:00")
    make_staff(days.database, days.desk, "演示技工", Post.TECHNICIAN)
    days.clock.local("2026-12-08 17:45")
    technician = days.database.read(open_desk, actor="演示技工", clock=days.clock)
    before = books(days.database)
    with pytest.raises(NotAllowed):
        days.database.write(make_final, technician, FinalCheck(DAY))
    assert books(days.database) == before


def test_a_name_that_is_too_long_is_told_beside_its_field(days: Days) -> None:
    days.clock.local("2026-12-08 17:45")
    with pytest.raises(FieldTooLong) as refused:
        days.database.write(make_final, days.desk, FinalCheck(DAY, "调" * 81))
    assert refused.value.field == "engineering_by"


def test_missing_runs_are_named_day_by_day(days: Days) -> None:
    days.clock.local("2026-12-06 09:00")
    assert days.database.read(unchecked_days, days.desk) == ()
    days.issue("2026-12-06 10:00")
    assert days.database.read(unchecked_days, days.desk) == ()
    days.clock.local("2026-12-06 17:40:59")
    assert days.database.read(unchecked_days, days.desk) == ()
    days.clock.local("2026-12-06 17:41:00")
    assert days.database.read(unchecked_days, days.desk) == (date(2026, 12, 6),)
    days.final("2026-12-07", "2026-12-07 17:45")
    days.clock.local("2026-12-09 08:00")
    assert days.database.read(unchecked_days, days.desk) == (
        date(2026, 12, 6),
        date(2026, 12, 8),
    )


def test_a_centre_whose_papers_are_due_last_runs_its_days_late_too(
    days: Days,
) -> None:
    """K-07: the two limits are settings of their own."""
    limits = {"return_deadline": "18:00", "feedback_deadline": "17:40"}
    days.database.write(change_settings, days.desk, limits)
    days.desk = days.database.read(open_desk, clock=days.clock)
    slip = days.issue("2026-12-08 09:00")
    days.clock.local("2026-12-08 18:00:59")
    assert days.database.read(unchecked_days, days.desk) == ()
    days.clock.local("2026-12-08 18:01:00")
    assert days.database.read(unchecked_days, days.desk) == (DAY,)
    made = days.final("2026-12-08", "2026-12-09 09:00")
    assert made.run_at == at("2026-12-08 18:00:59")
    assert made.numbers(CheckClass.MISSING) == [days.numbers[slip]]


def test_a_first_slip_of_the_evening_belongs_to_the_next_day(days: Days) -> None:
    days.clock.local("2026-12-06 20:00")
    days.issue("2026-12-06 17:31")
    assert days.database.read(unchecked_days, days.desk) == ()
    days.clock.local("2026-12-07 17:41:00")
    assert days.database.read(unchecked_days, days.desk) == (date(2026, 12, 7),)


def test_days_of_imported_slips_are_taken_to_have_run(days: Days) -> None:
    days.database.write(import_book, days.desk.at(NOW), numbered(check_book()))
    days.clock.at = NOW
    assert days.database.read(unchecked_days, days.desk) == ()
    days.final("2027-01-08", "2027-01-10 09:00")
    assert days.database.read(unchecked_days, days.desk) == (date(2027, 1, 9),)


def test_two_desks_that_run_the_same_day_get_numbers_of_their_own(days: Days) -> None:
    days.issue("2026-12-08 09:00")
    days.final("2026-12-08", "2026-12-08 17:45")
    other = replace(days.desk, actor="演示管家")
    made, _ = days.database.write(make_final, other, FinalCheck(DAY))

    assert made.final is not None
    assert (made.final.run_no, made.final.run_by) == (2, "演示管家")
    runs = days.database.read(
        lambda session: session.execute(
            text("SELECT run_no, run_by FROM return_check ORDER BY run_no")
        ).all()
    )
    assert [run_no for run_no, _ in runs] == [1, 2]


def test_a_final_check_that_was_changed_is_not_shown_as_one(days: Days) -> None:
    days.issue("2026-12-08 09:00")
    days.final("2026-12-08", "2026-12-08 17:42")
    by_hand(days.database, "UPDATE return_check SET snapshot = 'nothing'")

    with pytest.raises(CheckDamaged):
        kept(days)
    check = days.check("2026-12-08")
    assert not check.is_final
    assert check.set_size == 1
    again = days.final("2026-12-08", "2026-12-08 17:45")
    assert kept(days) == again


def test_what_is_missing_of_the_day_is_asked_after_and_stands_on_its_check(
    days: Days,
) -> None:
    """4.3: each hole opens a case, once, that stays on every check."""
    out = [days.issue(f"2026-12-08 09:0{serial}") for serial in range(3)]
    take_away(days.database, days.numbers[out[1]])
    days.clock.local("2026-12-08 17:42")
    span = gaps_of_day(DAY)
    holes = days.database.read(find_gaps, days.desk, span)

    made = days.final("2026-12-08", "2026-12-08 17:42", holes=holes)
    refs = ["#2", days.numbers[out[1]]]
    assert sorted(gap.ref for gap in made.loose_gaps) == refs
    assert made.exception_count == 2
    assert kept(days) == made
    assert days.database.read(find_gaps, days.desk, span) == []
    again = days.final("2026-12-08", "2026-12-08 17:50", holes=holes)
    assert sorted(gap.ref for gap in again.gaps) == refs
    after = days.final("2026-12-09", "2026-12-09 17:42")
    assert sorted(gap.ref for gap in after.gaps) == refs
