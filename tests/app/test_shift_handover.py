"""What the next post is told at 9:00 and 18:00, and who told it (S4c-4.5, 4.10)."""

from datetime import date, timedelta

import pytest

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import FieldRefusal, Refusal
from app.return_check import FinalCheck, make_final
from app.shift import shift_at
from app.shift_handover import (
    HandOver,
    HandoverBackwards,
    HandoverOver,
    HandoverRow,
    HandoverTooEarly,
    HandoverToOneself,
    ShiftHandedOver,
    coming_sheet,
    due_shift,
    find_handover_ids,
    hand_over,
    kept_sheet,
    load_handover_rows,
    missed_shifts,
)
from app.slip_amend import RescheduleSlip, reschedule_slip
from app.slip_copy_move import MoveCopies, put_copies
from app.slip_refusals import FieldMissing, FieldTooLong
from app.slip_return import TakeBackSlip, take_back_slip
from app.staff_directory import PersonUnknown
from models.return_check import CheckClass
from models.shift_sheet import ShiftSheet, sheet_from_text, sheet_text
from models.slip import DutyPost, JobType, SlipState
from models.slip_copy import CopyPlace
from models.staff import Post
from tests.app.books import books, by_hand, problems
from tests.clock import Clock
from tests.makers import make_slip, make_staff

FRONT, CONTROL = DutyPost.FRONT_DESK, DutyPost.CONTROL_ROOM


def over(
    database: Database, desk: Desk, note: str = "", taken: str = "演示中控"
) -> int:
    """Hand over to whichever shift is due."""
    shift = database.read(due_shift, desk)
    order = HandOver(shift.begins_at, "演示前台", taken, note)
    return database.write(hand_over, desk, order)[0]


def listed(database: Database, desk: Desk) -> list[HandoverRow]:
    ids = database.read(find_handover_ids, desk, 60)
    found = database.read(load_handover_rows, desk, ids)
    return [row for row in found if row is not None]


@pytest.mark.parametrize(
    ("at", "begins", "to"),
    [
        ("2026-11-20 08:59:59", "2026-11-19 18:00", DutyPost.CONTROL_ROOM),
        ("2026-11-20 09:00:00", "2026-11-20 09:00", DutyPost.FRONT_DESK),
        ("2026-11-20 17:59:59", "2026-11-20 09:00", DutyPost.FRONT_DESK),
        ("2026-11-20 18:00:00", "2026-11-20 18:00", DutyPost.CONTROL_ROOM),
        ("2026-11-21 00:00:00", "2026-11-20 18:00", DutyPost.CONTROL_ROOM),
        ("2026-11-21 09:00:00", "2026-11-21 09:00", DutyPost.HOUSEKEEPER),
    ],
)
def test_a_shift_begins_at_nine_and_at_six(
    desk: Desk, clock: Clock, at: str, begins: str, to: DutyPost
) -> None:
    shift = shift_at(desk, clock.local(at))
    assert f"{desk.local(shift.begins_at):%Y-%m-%d %H:%M}" == begins
    assert shift.to_post is to
    assert shift.ends_at > shift.begins_at


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("2026-03-02 16:59:59", "2026-03-02 09:00"),
        ("2026-03-02 17:00:00", "2026-03-02 18:00"),
        ("2026-03-02 18:20:00", "2026-03-02 18:00"),
        ("2026-03-03 08:00:00", "2026-03-03 09:00"),
    ],
)
def test_the_shift_that_is_due_is_the_next_from_an_hour_before_it(
    database: Database, desk: Desk, clock: Clock, at: str, begins: str
) -> None:
    clock.local(at)
    shift = database.read(due_shift, desk)
    assert f"{desk.local(shift.begins_at):%Y-%m-%d %H:%M}" == begins


def test_the_sheet_names_open_urgent_and_appointed_slips_and_open_cases(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 10:00:00")
    plain = make_slip(database, desk, SlipState.SUSPENDED)
    urgent = make_slip(database, desk, job_type=JobType.URGENT)
    tonight = make_slip(database, desk)
    tomorrow = make_slip(database, desk)
    make_slip(database, desk, SlipState.RETURNED)
    for slip, when in ((tonight, "18:00:00"), (tomorrow, "09:00:00")):
        day = "2026-03-02" if slip is tonight else "2026-03-03"
        at = Clock().local(f"{day} {when}")
        database.write(reschedule_slip, desk, RescheduleSlip(slip.id, at, "业户约定"))
    database.write(put_copies, desk, MoveCopies(plain.id, {2: CopyPlace.LOST}))
    clock.local("2026-03-02 17:45:00")
    sheet = database.read(coming_sheet, desk)
    assert (sheet.from_post, sheet.to_post) == (FRONT, CONTROL)
    numbers = [slip.number for slip in sheet.slips]
    assert numbers == [each.number for each in (plain, urgent, tonight, tomorrow)]
    assert [slip.number for slip in sheet.urgent] == [urgent.number]
    assert [slip.number for slip in sheet.appointments] == [tonight.number]
    assert [gap.ref for gap in sheet.gaps] == [f"{plain.number}/2/1"]
    assert (sheet.checked_on, sheet.missing) == (None, ())


def test_what_the_last_return_check_missed_stands_on_the_sheet_until_it_is_back(
    database: Database, desk: Desk, clock: Clock
) -> None:
    lost = make_slip(database, desk, SlipState.DISPATCHED)
    back = make_slip(database, desk, SlipState.DISPATCHED)

    clock.local("2026-03-02 17:45:00")
    check, _ = database.write(make_final, desk, FinalCheck(date(2026, 3, 2)))
    missing = check.numbers(CheckClass.MISSING)
    assert missing == [lost.number, back.number]
    assert database.read(coming_sheet, desk).missing == (lost.number, back.number)
    database.write(take_back_slip, desk, TakeBackSlip(back.id, result_text="已修好"))
    sheet = database.read(coming_sheet, desk)
    assert (sheet.checked_on, sheet.missing) == (date(2026, 3, 2), (lost.number,))


def test_a_damaged_return_check_does_not_keep_a_shift_from_being_handed_over(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_slip(database, desk, SlipState.DISPATCHED)
    clock.local("2026-03-02 17:45:00")
    database.write(make_final, desk, FinalCheck(date(2026, 3, 2)))
    by_hand(database, "UPDATE return_check SET snapshot = 'nothing'")

    sheet = database.read(coming_sheet, desk)
    assert (sheet.checked_on, sheet.missing) == (date(2026, 3, 2), ())
    assert sheet.is_check_damaged
    over(database, desk)
    (row,) = listed(database, desk)
    kept = database.read(kept_sheet, desk, row.id)
    assert kept is not None
    assert kept.is_check_damaged, "whoever reads it later is told too"


def test_a_handover_keeps_its_sheet_as_it_was(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    clock.local("2026-03-02 17:50:00")
    made = database.read(coming_sheet, desk)
    over(database, desk, "3栋停水到21点")
    database.write(take_back_slip, desk, TakeBackSlip(slip.id, result_text="已修好"))
    clock.advance(hours=2)
    (row,) = listed(database, desk)
    kept = database.read(kept_sheet, desk, row.id)
    assert kept is not None
    assert kept.slips == made.slips
    assert (kept.given_by, kept.taken_by) == ("演示前台", "演示中控")
    assert kept.note == "3栋停水到21点"
    assert kept.made_at == row.handed_at == Clock().local("2026-03-02 17:50:00")
    assert problems(database, desk) == []


def test_a_sheet_is_read_back_as_it_was_written(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_slip(database, desk, SlipState.SUSPENDED)
    made: ShiftSheet = database.read(coming_sheet, desk)
    assert sheet_from_text(sheet_text(made)) == made


def test_a_late_handover_keeps_its_true_time(
    database: Database, desk: Desk, clock: Clock
) -> None:
    late = clock.local("2026-03-02 18:20:00")
    over(database, desk)
    (row,) = listed(database, desk)
    assert row.shift_at == late - timedelta(minutes=20)
    assert row.handed_at == late


def test_a_shift_is_handed_over_once(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 17:50:00")
    shift = database.read(due_shift, desk)
    over(database, desk)
    before = books(database)
    again = HandOver(shift.begins_at, "演示前台", "另一人")
    with pytest.raises(ShiftHandedOver) as refused:
        database.write(hand_over, desk, again)
    assert refused.value.facts["taken_by"] == "演示中控"
    for at in ("17:51:00", "18:30:00"):
        clock.local(f"2026-03-02 {at}")
        assert database.read(due_shift, desk).begins_at == shift.ends_at
    assert books(database) == before


@pytest.mark.parametrize(
    ("now", "shift", "refusal"),
    [
        ("2026-03-02 16:59:59", "2026-03-02 18:00:00", HandoverTooEarly),
        ("2026-03-02 10:00:00", "2026-03-03 09:00:00", HandoverTooEarly),
        ("2026-03-03 09:00:00", "2026-03-02 18:00:00", HandoverOver),
        ("2026-03-09 10:00:00", "2026-03-02 18:00:00", HandoverOver),
    ],
)
def test_a_shift_is_handed_over_in_its_time(
    database: Database,
    desk: Desk,
    clock: Clock,
    now: str,
    shift: str,
    refusal: type[Refusal],
) -> None:
    begins = Clock().local(shift)
    clock.local(now)
    with pytest.raises(refusal):
        database.write(hand_over, desk, HandOver(begins, "演示前台", "演示中控"))


def test_a_clock_set_back_hands_nothing_over(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-03 08:50:00")
    over(database, desk)
    clock.local("2026-03-02 18:10:00")
    before = books(database)
    with pytest.raises(HandoverBackwards):
        over(database, desk)
    clock.local("2026-03-03 08:55:00")
    night = Clock().local("2026-03-02 18:00:00")
    with pytest.raises(HandoverOver):
        database.write(hand_over, desk, HandOver(night, "演示前台", "演示中控"))
    assert books(database) == before


@pytest.mark.parametrize(
    ("given", "taken", "note", "refusal", "field"),
    [
        ("", "演示中控", "", FieldMissing, "given_by"),
        ("演示前台", " ", "", FieldMissing, "taken_by"),
        ("演示前台", "演示前台", "", HandoverToOneself, "taken_by"),
        ("演示前台", "演示中孔", "", PersonUnknown, "taken_by"),
        ("演示前台", "演示中控", "长" * 501, FieldTooLong, "note"),
    ],
)
def test_two_known_people_hand_over(
    database: Database,
    desk: Desk,
    given: str,
    taken: str,
    note: str,
    refusal: type[FieldRefusal],
    field: str,
) -> None:
    make_staff(database, desk, "演示前台")
    make_staff(database, desk, "演示中控", Post.CONTROL_ROOM)
    shift = database.read(due_shift, desk)
    order = HandOver(shift.begins_at, given, taken, note)
    with pytest.raises(refusal) as refused:
        database.write(hand_over, desk, order)
    assert refused.value.field == field
    assert listed(database, desk) == []


def test_missed_handovers_are_shown(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 18:00:00")
    assert database.read(missed_shifts, desk) == [], "before the first none is missed"
    over(database, desk)
    clock.local("2026-03-04 09:30:00")
    rows = listed(database, desk)
    begins = [f"{desk.local(row.shift_at):%m-%d %H}" for row in rows]
    assert begins == ["03-04 09", "03-03 18", "03-03 09", "03-02 18"]
    assert [row.handed_at is None for row in rows] == [True, True, True, False]
    assert len(database.read(missed_shifts, desk)) == 3
    over(database, desk, taken="演示管家")
    assert len(database.read(missed_shifts, desk)) == 2
    first = rows[1]
    assert (first.from_post, first.to_post) == (FRONT, CONTROL)
    assert database.read(kept_sheet, desk, first.id) is None


def test_who_takes_no_shifts_hands_none_over(database: Database, desk: Desk) -> None:
    make_staff(database, desk, "演示主管", Post.SUPERVISOR)
    other = database.read(open_desk, actor="演示主管", clock=desk.clock)
    with pytest.raises(NotAllowed):
        over(database, other)
