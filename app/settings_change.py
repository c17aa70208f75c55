"""Changes settings, the centre's name and the holiday calendar."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from app.errors import FieldRefusal, Refusal
from app.settings import SPECS
from app.slip_fields import clean
from app.slip_refusals import FieldMissing, FieldTooLong
from models.base import table_of
from models.calendar_day import CalendarDay, DayKind
from models.centre import Centre
from models.setting import Setting
from models.staff import Permission

_LONGEST = 200
_ENCODINGS = ("utf-8-sig", "gb18030")  # what a Chinese spreadsheet program writes


class SettingUnusable(FieldRefusal):
    """``value`` is no value for the setting ``field``."""


class CalendarUnreadable(Refusal):
    """Line or entry ``line`` of the calendar file can not be understood."""


@dataclass(frozen=True, slots=True)
class HolidayDay:
    """One day of a calendar file."""

    day_on: date
    kind: DayKind
    note: str


def change_settings(session: Session, desk: Desk, values: Mapping[str, str]) -> None:
    """Set settings by key, as typed; old and new stand in the log (S4-0.2)."""
    desk.require(Permission.CHANGE_SETTINGS)
    for key, text in values.items():
        spec = SPECS[key]
        plain = clean(text)
        value = spec.parse(plain) if len(plain) <= _LONGEST else None
        is_unknown = key == "copy_scheme" and value not in desk.schemes
        if value is None or is_unknown:
            raise SettingUnusable(field=key, value=text)
        stored = session.get(Setting, (desk.centre_id, key))
        before = stored.value if stored else str(spec.default)
        if before == str(value):
            continue
        if stored is None:
            stored = Setting(centre_id=desk.centre_id, key=key)
            session.add(stored)
        stored.value = str(value)
        stored.changed_by = desk.actor
        stored.changed_at = desk.now()
        facts = {key: [before, str(value)]}
        log_change(session, desk, "setting", desk.centre_id, "change", facts)


def rename_centre(session: Session, desk: Desk, name: str) -> None:
    """Give the centre the name printed on its papers."""
    desk.require(Permission.CHANGE_SETTINGS)
    plain = clean(name)
    if not plain:
        raise FieldMissing(field="name")
    if len(plain) > 60:
        raise FieldTooLong(field="name", length=len(plain), limit=60)
    centre = session.get_one(Centre, desk.centre_id)
    facts = {"name": [centre.name, plain]}
    centre.name = plain
    log_change(session, desk, "centre", centre.id, "rename", facts)


def read_calendar(path: Path) -> list[HolidayDay]:
    """Days from a file: CSV with date, kind (workday/holiday) and note, or JSON with
    ``days`` of ``date``, ``isOffDay`` and ``name``. Raises ``CalendarUnreadable``.
    """
    text = _text_of(path)
    if path.suffix.lower() == ".json":
        return [_json_day(no, entry) for no, entry in enumerate(_entries(text), 1)]
    lines = csv.DictReader(text.splitlines())
    try:
        return [_csv_day(no, line) for no, line in enumerate(lines, 2)]
    except csv.Error as error:
        raise CalendarUnreadable(line=lines.line_num) from error


def import_calendar(session: Session, desk: Desk, days: Iterable[HolidayDay]) -> int:
    """Replace the days of every year the file speaks of; how many days it has."""
    desk.require(Permission.CHANGE_SETTINGS)
    fresh = {day.day_on: day for day in days}
    for year in {day.year for day in fresh}:
        session.execute(
            delete(CalendarDay).where(
                CalendarDay.centre_id == desk.centre_id,
                CalendarDay.day_on >= date(year, 1, 1),
                CalendarDay.day_on <= date(year, 12, 31),
            )
        )
    if fresh:
        rows = [
            {
                "centre_id": desk.centre_id,
                "day_on": day.day_on,
                "kind": day.kind,
                "note": clean(day.note)[:40],
                "source": "import",
            }
            for day in fresh.values()
        ]
        session.execute(insert(table_of(CalendarDay)), rows)
    years = sorted({day.year for day in fresh})
    facts = {"years": years, "days": len(fresh)}
    log_change(session, desk, "calendar", desk.centre_id, "import", facts)
    return len(fresh)


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CalendarUnreadable(line=1)


def _entries(text: str) -> list[object]:
    try:
        days = json.loads(text)["days"]
    except (ValueError, KeyError, TypeError) as error:
        raise CalendarUnreadable(line=1) from error
    if not isinstance(days, list):
        raise CalendarUnreadable(line=1)
    return days


def _json_day(no: int, entry: object) -> HolidayDay:
    try:
        assert isinstance(entry, dict)
        kind = DayKind.HOLIDAY if entry["isOffDay"] else DayKind.WORKDAY
        day = date.fromisoformat(entry["date"])
        return HolidayDay(day, kind, str(entry.get("name", "")))
    except (AssertionError, KeyError, ValueError, TypeError) as error:
        raise CalendarUnreadable(line=no) from error


def _csv_day(no: int, line: dict[str, str]) -> HolidayDay:
    try:
        day = date.fromisoformat(line["date"].strip())
        return HolidayDay(day, DayKind(line["kind"].strip()), line.get("note") or "")
    except (KeyError, ValueError, AttributeError) as error:
        raise CalendarUnreadable(line=no) from error
