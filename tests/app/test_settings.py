"""Settings, the centre's name and the calendar: what they take and what they refuse."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.settings import SETTINGS, SPECS
from app.settings_change import (
    CalendarUnreadable,
    HolidayDay,
    SettingUnusable,
    change_settings,
    import_calendar,
    read_calendar,
    rename_centre,
)
from app.slip_refusals import FieldMissing, FieldTooLong
from models.calendar_day import DayKind
from models.slip import DutyPost
from models.staff import Post
from tests.app.books import books, problems
from tests.clock import SITE, Clock
from tests.makers import make_staff

GOOD: Mapping[str, tuple[str, ...]] = {
    "zone": ("Asia/Shanghai", "UTC", "Asia/Urumqi"),
    "number_template": (
        *("WX{yy}{mm}{dd}-{nnn}", "{yy}{mm}{dd}{nnn}"),
        "报修{yy}{mm}{dd}/{nnn}",
    ),
    "procedure_version": ("", "A/2 2025-01"),
    "repair_phone": ("", "010-8888 1234"),
    "copy_scheme": ("HOTEL_3", "MLCS016_4"),
    "return_deadline": ("00:00", "23:59"),
    "feedback_deadline": ("17:40",),
    "day_start": ("08:30",),
    "night_from": ("19:00",),
    "night_until": ("06:30",),
    "night_start": ("18:30",),
    "report_folder": ("", "/srv/报表"),
    "report_time": ("08:30",),
}
BAD: Mapping[str, tuple[str, ...]] = {
    "zone": ("", "Mars/Olympus", "shanghai", "../../etc/passwd"),
    "number_template": (
        *("", "WX", "{nnn}", "{yy}{mm}{nnn}", "{dd}{mm}{yy}{nnn}"),
        *("{yy}{mm}{dd}{nnn}x", "{yy}{mm}{dd}{x}{nnn}", "{0}{yy}{mm}{dd}{nnn}"),
        "W" * 11 + "{yy}{mm}{dd}{nnn}",
    ),
    "copy_scheme": ("", "mlcs", "NO_SUCH_SCHEME"),
    "return_deadline": ("", "24:00", "9:00", "17.30", "17:30:00", "17:3０"),
    "feedback_deadline": ("17:60",),
    "procedure_version": ("长" * 201,),
    "repair_phone": ("8" * 20_000,),
    "day_start": ("25:00",),
    "night_from": ("24:00",),
    "night_until": ("9:00",),
    "night_start": ("-1:00",),
    "report_time": ("", "9:00"),
}


def good_values(key: str) -> tuple[str, ...]:
    spec = SPECS[key]
    if spec.choices:
        return spec.choices
    if spec.limits:
        low, high = spec.limits
        return str(low), str(high), f" {low} "
    return GOOD[key]


def bad_values(key: str) -> tuple[str, ...]:
    spec = SPECS[key]
    if spec.choices:
        return "", "NO_SUCH_CHOICE", spec.choices[0].lower()
    if spec.limits:
        low, high = spec.limits
        numbers = (str(low - 1), str(high + 1))
        return *numbers, "", "many", "1.5", "1e1", "９", "1_0", "9" * 12
    return BAD.get(key, ())


@pytest.mark.parametrize("key", SPECS)
def test_a_setting_takes_what_it_can_use_and_refuses_the_rest(
    database: Database, desk: Desk, clock: Clock, key: str
) -> None:
    for value in good_values(key):
        database.write(change_settings, desk, {key: value})
        opened = database.read(open_desk, clock=clock)
        spec = SPECS[key]
        told = opened.settings.changed.get(key, spec.default)
        assert str(told) == value.strip()
    before = books(database)
    for value in bad_values(key):
        with pytest.raises(SettingUnusable) as refused:
            database.write(change_settings, desk, {key: value})
        assert refused.value.field == key
        assert refused.value.facts["value"] == value
    assert books(database) == before
    assert not problems(database, desk)


def test_every_row_of_the_policies_that_is_not_fixed_is_a_setting() -> None:
    """policies.md: K-01 to K-30, less the two that are fixed."""
    spoken_of = {spec.policy for spec in SETTINGS}
    fixed = {"K-18", "K-27"}
    expected = {f"K-{number:02}" for number in range(1, 31)} - fixed
    assert expected <= spoken_of


def test_a_change_stands_in_the_log_with_old_and_new(
    database: Database, desk: Desk
) -> None:
    """S4-0.2: policy changes are versioned: who, when, old → new."""
    database.write(change_settings, desk, {"duplicate_days": "14"})
    database.write(change_settings, desk, {"duplicate_days": "14"})  # nothing new
    database.write(change_settings, desk, {"duplicate_days": "30"})

    def entries(session: object) -> list[object]:
        rows = session.execute(  # type: ignore[attr-defined]
            text(
                "SELECT facts, \"by\" FROM event WHERE entity = 'setting' ORDER BY seq"
            )
        )
        return [(json.loads(facts), by) for facts, by in rows]

    assert database.read(entries) == [
        ({"duplicate_days": ["30", "14"]}, desk.actor),
        ({"duplicate_days": ["14", "30"]}, desk.actor),
    ]


def test_several_settings_change_together_or_not_at_all(
    database: Database, desk: Desk
) -> None:
    before = books(database)
    with pytest.raises(SettingUnusable):
        values = {"duplicate_days": "14", "night_scope": "NEVER"}
        database.write(change_settings, desk, values)
    assert books(database) == before


def test_only_who_may_changes_settings(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示前台")
    make_staff(database, desk, "演示管理员", Post.ADMIN)
    front = database.read(open_desk, actor="演示前台", clock=clock)
    before = books(database)
    for step, argument in (
        (change_settings, {"duplicate_days": "14"}),
        (rename_centre, "别名"),
        (import_calendar, [HolidayDay(date(2027, 1, 1), DayKind.HOLIDAY, "元旦")]),
    ):
        with pytest.raises(NotAllowed):
            database.write(step, front, argument)  # type: ignore[arg-type]
    assert books(database) == before
    admin = database.read(open_desk, actor="演示管理员", clock=clock)
    database.write(change_settings, admin, {"duplicate_days": "14"})


def test_the_centre_gets_its_name(database: Database, desk: Desk, clock: Clock) -> None:
    database.write(rename_centre, desk, " 𬭎盛大厦\n服务中心 ")
    assert database.read(open_desk, clock=clock).centre_name == "𬭎盛大厦 服务中心"
    with pytest.raises(FieldMissing):
        database.write(rename_centre, desk, " ")
    with pytest.raises(FieldTooLong):
        database.write(rename_centre, desk, "长" * 61)


CSV = """date,kind,note
2027-01-01,holiday,元旦
2027-01-02,holiday,元旦
2027-01-03,workday,调休
"""
JSON = json.dumps(
    {
        "year": 2027,
        "days": [
            {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
            {"name": "元旦", "date": "2027-01-02", "isOffDay": True},
            {"name": "元旦", "date": "2027-01-03", "isOffDay": False},
        ],
    },
    ensure_ascii=False,
)
DAYS = [
    (date(2027, 1, 1), DayKind.HOLIDAY),
    (date(2027, 1, 2), DayKind.HOLIDAY),
    (date(2027, 1, 3), DayKind.WORKDAY),
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("2027.csv", CSV.encode()),
        ("2027.csv", b"\xef\xbb\xbf" + CSV.encode()),
        ("2027.csv", CSV.replace("\n", "\r\n").encode()),
        ("2027.csv", CSV.encode("gb18030")),
        ("2027.CSV", CSV.replace(",holiday,", " , holiday , ").encode()),
        ("2027.json", JSON.encode()),
        ("2027.JSON", json.dumps(json.loads(JSON)).encode()),
    ],
    ids=["plain", "with mark", "windows", "gb18030", "spaces", "json", "ascii json"],
)
def test_a_year_of_holidays_is_read_from_a_file(
    database: Database,
    desk: Desk,
    clock: Clock,
    tmp_path: Path,
    name: str,
    content: bytes,
) -> None:
    """K-09: CSV, or JSON as published for the Chinese holidays."""
    path = tmp_path / name
    path.write_bytes(content)
    days = read_calendar(path)
    assert [(day.day_on, day.kind) for day in days] == DAYS
    count, _ = database.write(import_calendar, desk, days)
    assert count == 3
    opened = database.read(open_desk, clock=clock)
    assert opened.calendar.has_year(2027)
    assert opened.calendar.has_year(2026)
    clock.local("2027-01-01 10:00:00")
    assert opened.duty_post(clock.at.astimezone(SITE)) is DutyPost.HOUSEKEEPER
    assert not problems(database, opened)


def test_a_year_read_again_takes_the_place_of_the_one_before(
    database: Database, desk: Desk, clock: Clock
) -> None:
    for day in (date(2026, 8, 8), date(2026, 8, 9)):
        database.write(
            import_calendar, desk, [HolidayDay(day, DayKind.HOLIDAY, "停电")]
        )
    opened = database.read(open_desk, clock=clock)
    assert dict(opened.calendar.days) == {date(2026, 8, 9): DayKind.HOLIDAY}


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.csv", "date,kind,note\n2027-13-01,holiday,x\n", 2),
        ("a.csv", "date,kind,note\n2027-01-01,holiday,x\n2027-01-02,rest,x\n", 3),
        ("a.csv", "date,kind,note\n2027-01-01\n", 2),
        ("a.csv", "日期,类型\n2027-01-01,holiday\n", 2),
        ("a.json", "{", 1),
        ("a.json", "[]", 1),
        ("a.json", '{"days": {}}', 1),
        ("a.json", '{"days": [{"date": "2027-01-01"}]}', 1),
        ("a.json", '{"days": [{"date": "2027-01-01", "isOffDay": true}, 7]}', 2),
        ("a.json", '{"days": [{"date": 20270101, "isOffDay": true}]}', 1),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_its_line(
    tmp_path: Path, name: str, content: str, line: int
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(CalendarUnreadable) as refused:
        read_calendar(path)
    assert refused.value.facts["line"] == line


def test_a_note_of_a_calendar_is_kept_as_it_can_be_printed(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    note = {"date": "2027-01-01", "isOffDay": True, "name": "元\ud800旦\x00" * 30}
    path.write_text(json.dumps({"days": [note]}))
    database.write(import_calendar, desk, read_calendar(path))
    path = tmp_path / "a.csv"
    path.write_text("date,kind,note\n2027-01-01,holiday," + "长" * 200_000)
    with pytest.raises(CalendarUnreadable):
        read_calendar(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", bytes(range(256)), b"\x00" * 99])
@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    try:
        assert read_calendar(path) == []
    except CalendarUnreadable as refused:
        assert refused.facts["line"]
