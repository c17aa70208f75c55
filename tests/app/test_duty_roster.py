"""Which post takes calls at a moment (domain-model 4.10, worked-examples 5.8)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.seed import shipped_days
from app.settings import Settings
from app.settings_change import change_settings
from models.calendar_day import DayKind
from models.slip import DutyPost
from tests.app.books import slip_of
from tests.clock import SITE, Clock
from tests.makers import make_slip

CONTROL, FRONT, HOUSE = (
    DutyPost.CONTROL_ROOM,
    DutyPost.FRONT_DESK,
    DutyPost.HOUSEKEEPER,
)
STATE_A: Mapping[str, str] = {}
STATE_B = {"night_scope": "WEEKDAY_NIGHTS"}
LITERAL_A = {"holiday_mode": "LITERAL_WEEKDAY"}
MODES = (STATE_A, STATE_B, LITERAL_A)

# time → the post under STATE_CALENDAR+R-A, STATE_CALENDAR+R-B, LITERAL+R-A
VECTORS = {
    "2026-11-20 08:59:59": (CONTROL, CONTROL, CONTROL),
    "2026-11-20 09:00:00": (FRONT, FRONT, FRONT),
    "2026-11-20 17:59:59": (FRONT, FRONT, FRONT),
    "2026-11-20 18:00:00": (CONTROL, CONTROL, CONTROL),
    "2026-11-21 08:59:59": (CONTROL, CONTROL, CONTROL),
    "2026-11-21 09:00:00": (HOUSE, HOUSE, HOUSE),
    "2026-11-21 18:00:00": (CONTROL, HOUSE, CONTROL),
    "2026-11-23 08:59:59": (CONTROL, HOUSE, CONTROL),
    "2026-09-20 10:00:00": (FRONT, FRONT, HOUSE),
    "2026-10-01 10:00:00": (HOUSE, HOUSE, FRONT),
    "2026-10-01 20:00:00": (CONTROL, HOUSE, CONTROL),
    # and around a night that crosses the year
    "2026-12-31 23:59:59": (CONTROL, CONTROL, CONTROL),
    "2027-01-01 00:00:00": (CONTROL, CONTROL, CONTROL),
    "2026-11-21 00:00:00": (CONTROL, CONTROL, CONTROL),
    "2026-11-22 00:00:00": (CONTROL, HOUSE, CONTROL),
}


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=SITE)


@pytest.mark.parametrize("moment", VECTORS)
def test_the_post_on_duty_in_each_mode(desk: Desk, moment: str) -> None:
    posts = tuple(
        replace(desk, settings=Settings(dict(mode))).duty_post(at(moment))
        for mode in MODES
    )
    assert posts == VECTORS[moment]


def test_the_post_is_kept_on_each_slip(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.1.1-2: computed at issue and stored."""
    for moment, post in (
        ("2026-11-20 17:59:59", FRONT),
        ("2026-11-20 18:00:00", CONTROL),
        ("2026-11-21 10:00:00", HOUSE),
    ):
        clock.local(moment)
        assert slip_of(database, make_slip(database, desk).id).duty_post is post


def test_the_hours_of_the_desk_are_settings(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(
        change_settings, desk, {"day_start": "08:30", "night_start": "17:00"}
    )
    early = database.read(open_desk, clock=clock)
    assert early.duty_post(at("2026-11-20 08:30:00")) is FRONT
    assert early.duty_post(at("2026-11-20 08:29:59")) is CONTROL
    assert early.duty_post(at("2026-11-20 17:00:00")) is CONTROL


def test_a_year_nobody_loaded_is_a_plain_week(desk: Desk) -> None:
    """K-09: until then; the command says so."""
    assert desk.calendar.has_year(2026)
    assert not desk.calendar.has_year(2027)
    assert desk.duty_post(at("2027-10-01 10:00:00")) is FRONT
    assert desk.duty_post(at("2027-10-02 10:00:00")) is HOUSE


def test_the_calendar_of_2026_is_the_state_councils() -> None:
    """field-practice 3.9, R21."""
    days = {row["day_on"]: row["kind"] for row in shipped_days(2026)}
    off = [day for day, kind in days.items() if kind is DayKind.HOLIDAY]
    worked = [day for day, kind in days.items() if kind is DayKind.WORKDAY]
    assert set(worked) == {
        date(2026, month, day)
        for month, day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))
    }
    expected = {
        date(2026, month, day)
        for month, first, last in (
            (1, 1, 3),
            (2, 15, 23),
            (4, 4, 6),
            (5, 1, 5),
            (6, 19, 21),
            (9, 25, 27),
            (10, 1, 7),
        )
        for day in range(first, last + 1)
    }
    assert set(off) == expected
    assert not shipped_days(2027)
