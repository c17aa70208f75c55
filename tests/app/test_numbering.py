"""Numbers of slips: in order, each once, none missing (domain-model 4.3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from app.check_problem import Fault
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.numbering import ClockWentBack, confirm_clock, raise_serial
from app.seed import seed_centre
from app.settings_change import change_settings
from app.slip_close import VoidSlip, void_slip
from app.slip_issue import issue_slip
from app.slip_refusals import FieldMissing
from models.column_types import Instant
from models.slip import Slip
from models.slip_number import DaySerial, format_number, parse_number
from models.staff import Post
from tests.app.books import books, problems, slip_of
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, make_slip, make_staff

HOUSE = "WX{yy}{mm}{dd}-{nnn}"


def numbers(database: Database) -> list[str]:
    def load(session: Session) -> list[str]:
        return list(session.scalars(select(Slip.number).order_by(Slip.seq)))

    return database.read(load)


def test_the_first_slip_of_a_day_is_number_one_and_the_next_follows(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """R5: the first slip after midnight is 001."""
    issued = [make_slip(database, desk).number for _ in range(3)]
    assert issued == ["WX260302-001", "WX260302-002", "WX260302-003"]
    clock.advance(days=1)
    assert make_slip(database, desk).number == "WX260303-001"


def test_a_day_ends_at_midnight_of_the_site(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-11-20 23:59:59")
    assert make_slip(database, desk).number == "WX261120-001"
    clock.advance(seconds=1)
    last = make_slip(database, desk)
    assert last.number == "WX261121-001"
    assert slip_of(database, last.id).seq == 2


def test_the_site_decides_when_midnight_is(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(change_settings, desk, {"zone": "Asia/Urumqi"})
    west = database.read(open_desk, clock=clock)
    clock.local("2026-11-21 00:30:00")
    assert make_slip(database, west).number == "WX261120-001"


def test_the_thousandth_slip_of_a_day_has_four_digits(
    database: Database, desk: Desk
) -> None:
    day = desk.today()
    first = make_slip(database, desk)
    database.write(raise_serial, desk.centre_id, day, 998)
    issued = [make_slip(database, desk).number for _ in range(3)]
    assert issued == ["WX260302-999", "WX260302-1000", "WX260302-1001"]
    assert first.number == "WX260302-001"


def test_a_refused_slip_uses_no_number(database: Database, desk: Desk) -> None:
    """4.2 row 2, 4.3: allocated in the transaction that saves."""
    make_slip(database, desk)
    for _ in range(3):
        with pytest.raises(FieldMissing):
            database.write(issue_slip, desk, replace(PUBLIC_CALL, content=""))
    assert make_slip(database, desk).number == "WX260302-002"


def test_a_transaction_that_fails_gives_its_number_back(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk)

    def issue_and_fail(session: Session) -> None:
        issue_slip(session, desk, PUBLIC_CALL)
        issue_slip(session, desk, PUBLIC_CALL)
        raise RuntimeError("power went")

    before = books(database)
    with pytest.raises(RuntimeError):
        database.write(issue_and_fail)
    assert books(database) == before
    assert make_slip(database, desk).number == "WX260302-002"
    assert not problems(database, desk)


def test_a_void_slip_keeps_its_number(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk)
    database.write(void_slip, desk, VoidSlip(slip.id, "录入错误"))
    assert make_slip(database, desk).number == "WX260302-002"


def test_another_form_of_number_holds_for_future_slips_only(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.3: old slips keep theirs, the serial of the day goes on, no hole is seen."""
    make_slip(database, desk)
    clock.advance(days=1)
    make_slip(database, desk)
    database.write(change_settings, desk, {"number_template": "GD{yy}{mm}{dd}{nnn}"})
    house = database.read(open_desk, clock=clock)
    make_slip(database, house)
    database.write(change_settings, house, {"number_template": "A{yy}{mm}{dd}-{nnn}"})
    house = database.read(open_desk, clock=clock)
    make_slip(database, house)
    clock.advance(days=1)
    make_slip(database, house)
    assert numbers(database) == [
        "WX260302-001",
        "WX260303-001",
        "GD260303002",
        "A260303-003",
        "A260304-001",
    ]
    assert not problems(database, house)


@pytest.mark.parametrize(
    ("day", "serial", "number"),
    [
        (date(2026, 11, 21), 1, "WX261121-001"),
        (date(2026, 2, 28), 999, "WX260228-999"),
        (date(2028, 2, 29), 1000, "WX280229-1000"),
        (date(2026, 1, 1), 999_999, "WX260101-999999"),
    ],
)
def test_a_number_is_written_and_read_back(day: date, serial: int, number: str) -> None:
    assert format_number(HOUSE, day, serial) == number
    assert parse_number(HOUSE, number) == DaySerial(day, serial)


@pytest.mark.parametrize(
    "number",
    [
        "WX261121-000",
        "WX261121-01",
        "WX261121-0001",
        "WX260230-001",
        "WX261321-001",
        "wx261121-001",
        "WX261121-001 ",
        "WX261121_001",
        "20261121001",
        "",
    ],
)
def test_what_the_program_would_not_write_is_no_house_number(number: str) -> None:
    assert parse_number(HOUSE, number) is None


def test_a_clock_that_went_back_stops_the_numbers(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.3: blocked until a supervisor confirms."""
    make_slip(database, desk)
    last = clock.at
    clock.advance(seconds=-1)
    before = books(database)
    with pytest.raises(ClockWentBack) as refused:
        make_slip(database, desk)
    assert refused.value.facts == {"last": last, "now": clock.at}
    assert books(database) == before
    clock.at = last  # the same second is no step back
    assert make_slip(database, desk).number == "WX260302-002"


def test_a_supervisor_confirms_the_clock_and_the_books_stay_clean(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    make_staff(database, desk, "演示主任", Post.HOUSEKEEPING_SUPERVISOR)
    make_slip(database, desk)
    clock.advance(days=-1)
    front = database.read(open_desk, actor="演示前台", clock=clock)
    with pytest.raises(NotAllowed):
        database.write(confirm_clock, front)
    with pytest.raises(ClockWentBack):
        make_slip(database, front)
    chief = database.read(open_desk, actor="演示主任", clock=clock)
    database.write(confirm_clock, chief)
    assert make_slip(database, front).number == "WX260301-001"
    clock.advance(days=1)
    assert make_slip(database, front).number == "WX260302-002"
    assert not problems(database, desk)


def test_one_confirmation_excuses_one_step_back(
    database: Database, desk: Desk, clock: Clock
) -> None:
    for _ in range(12):
        make_slip(database, desk)
        clock.advance(minutes=1)
    clock.advance(hours=-1)
    database.write(confirm_clock, desk)  # after number 12
    make_slip(database, desk)
    assert not problems(database, desk)
    earlier = clock.at - timedelta(days=1)  # behind the program's back
    spoiled = "UPDATE slip SET issued_at = :at WHERE seq = 2"
    with database.connect(writing=True) as connection:
        at = bindparam("at", earlier, Instant())
        connection.execute(text(spoiled).bindparams(at))
    found = {problem.fault for problem in problems(database, desk)}
    assert Fault.ISSUED_BACKWARDS in found


def test_before_the_first_slip_there_is_no_clock_to_confirm(
    database: Database, desk: Desk
) -> None:
    database.write(confirm_clock, desk)
    assert make_slip(database, desk).number == "WX260302-001"
    assert not problems(database, desk)


def test_numbers_go_on_after_the_highest_imported_one(
    database: Database, desk: Desk
) -> None:
    day = desk.today()
    database.write(raise_serial, desk.centre_id, day, 41)
    database.write(raise_serial, desk.centre_id, day, 17)  # never lower
    assert make_slip(database, desk).number == "WX260302-042"


def test_each_centre_counts_for_itself(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """Numbers are unique within a centre."""
    make_slip(database, desk)
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    slip = make_slip(database, second)
    assert slip.number == "WX260302-001"
    assert slip_of(database, slip.id).seq == 1
    assert not problems(database, desk)
    assert not problems(database, second)
