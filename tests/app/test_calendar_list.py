"""The days of the calendar and the units of the directory as lists show them."""

from datetime import date

from app.calendar_list import days_of_years, list_days
from app.database import Database
from app.desk import Desk
from app.settings_change import HolidayDay, import_calendar
from app.unit_list import list_unit_ids
from models.calendar_day import DayKind
from tests.makers import make_unit

NEW_YEAR = HolidayDay(date(2027, 1, 1), DayKind.HOLIDAY, "元旦")


def test_the_latest_year_stands_first_and_each_in_its_order(
    database: Database, desk: Desk
) -> None:
    database.write(import_calendar, desk, [NEW_YEAR])
    days = [row.day_on for row in database.read(list_days, desk)]
    assert days[:2] == [date(2027, 1, 1), date(2026, 1, 1)]
    assert days[1:] == sorted(days[1:])


def test_the_days_of_a_year_can_be_put_back_as_they_were(
    database: Database, desk: Desk
) -> None:
    before = database.read(days_of_years, desk, {2026})
    assert len(before) > 20
    database.write(
        import_calendar, desk, [HolidayDay(date(2026, 5, 1), DayKind.HOLIDAY, "")]
    )
    assert len(database.read(days_of_years, desk, {2026})) == 1
    database.write(import_calendar, desk, before)
    assert database.read(days_of_years, desk, {2026}) == before
    assert database.read(days_of_years, desk, {2030}) == []


def test_units_stand_by_building_floor_and_door(database: Database, desk: Desk) -> None:
    labels = ["5-802", "3-1502", "3-201"]
    made = {label: make_unit(database, desk, label) for label in labels}
    assert len(made) == 3
    ids = database.read(list_unit_ids, desk)
    wanted = [made[label] for label in ("3-201", "3-1502", "5-802")]
    assert ids == wanted
