"""A register on one sheet, or one a week (Monday to Sunday) or a finance period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from models.period import period_bounds, period_of
from models.text import Translate
from reports.register_row import Register, RegisterRow

MOST_EMPTY = 520
"""With more sheets than this, ten years of weeks, the empty ones are left out."""

_WEEK = timedelta(days=7)
_ONE_DAY = timedelta(days=1)


class SheetsBy(StrEnum):
    """What stands on one sheet."""

    ALL = "all"
    WEEK = "week"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet: its name, what it says under the title, its rows in their order."""

    name: str
    line: str
    rows: tuple[RegisterRow, ...]


def parts_of(register: Register, by: SheetsBy, translate: Translate) -> list[Part]:
    """The sheets of a register in the order of time, each with its count and that of
    all. A week or a period without slips has a sheet that says so; the days of the
    first and the last are those the register covers.
    """
    if by is SheetsBy.ALL:
        line = _line(register, translate, register.from_on, register.until_on, None)
        return [Part(register.title, line, register.rows)]
    spans = list(_spans(register, by))
    if not spans:  # no day was asked for
        return parts_of(register, SheetsBy.ALL, translate)
    rows: dict[date, list[RegisterRow]] = {from_on: [] for _, from_on, _ in spans}
    begins = {
        from_on + timedelta(days=place): from_on
        for _, from_on, until_on in spans
        for place in range((until_on - from_on).days)
    }
    for row in register.rows:
        rows[begins[row.issued_on]].append(row)
    if len(spans) > MOST_EMPTY:
        spans = [span for span in spans if rows[span[1]]]
    return [
        Part(
            name,
            _line(register, translate, from_on, until_on, len(rows[from_on])),
            tuple(rows[from_on]),
        )
        for name, from_on, until_on in spans
    ]


def _spans(register: Register, by: SheetsBy) -> Iterator[tuple[str, date, date]]:
    """Name, first day, and the day after the last of each sheet."""
    days = [row.issued_on for row in register.rows]
    first = register.from_on or min(days, default=register.made_on)
    last = (register.until_on or max(days, default=first) + _ONE_DAY) - _ONE_DAY
    first, last = min([first, *days]), max([last, *days])
    # Who asked from the year 1 on wants the weeks there are.
    first = max(first, min(days, default=first) - MOST_EMPTY * _WEEK)
    last = min(last, max(days, default=first) + MOST_EMPTY * _WEEK)
    from_on = first
    while from_on <= last:
        name, next_on = _span(register, by, from_on, last)
        yield name, from_on, next_on
        from_on = next_on


def _span(
    register: Register, by: SheetsBy, from_on: date, last: date
) -> tuple[str, date]:
    if by is SheetsBy.WEEK:
        next_on = from_on + timedelta(days=7 - from_on.weekday())
        next_on = min(next_on, last + _ONE_DAY)
        return f"{from_on}至{next_on - _ONE_DAY}", next_on
    code = period_of(datetime.combine(from_on, time(), register.zone), register.zone)
    ends_at = period_bounds(code, register.zone)[1].astimezone(register.zone)
    return f"{code}期", min(ends_at.date(), last + _ONE_DAY)


def _line(
    register: Register,
    translate: Translate,
    from_on: date | None,
    until_on: date | None,
    count: int | None,
) -> str:
    """``物业服务中心　派发 2026-11-01 至 2026-11-30　本表 12 条　共 412 条``."""
    parts = [register.centre]
    if from_on is not None:
        issued = translate("Register", "Issued from {day}")
        parts.append(issued.format(day=from_on))
    if until_on is not None:
        until = translate("Register", "Issued to {day}")
        parts.append(until.format(day=until_on - _ONE_DAY))
    if count == 0:
        parts.append(translate("Register", "No slips on this sheet"))
    elif count is not None:
        here = translate("Register", "{count} on this sheet")
        parts.append(here.format(count=count))
    whole = translate("Register", "{count} slips")
    if count is not None:
        whole = translate("Register", "{count} slips in all")
    parts.append(whole.format(count=len(register.rows)))
    parts += filter(None, (register.asked, register.sorted_by))
    return "　".join(parts)
