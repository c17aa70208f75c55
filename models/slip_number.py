"""Slip numbers (单号): written from a template and read back (domain-model 4.3)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True)
class DaySerial:
    """The day and the daily serial that a number in the house pattern names."""

    day_on: date
    serial: int


def format_number(template: str, day: date, serial: int) -> str:
    """``WX{yy}{mm}{dd}-{nnn}`` with at least three digits: ``WX261121-001``."""
    return template.format(
        yy=f"{day.year % 100:02d}",
        mm=f"{day.month:02d}",
        dd=f"{day.day:02d}",
        nnn=f"{serial:03d}",
    )


def parse_number(template: str, number: str) -> DaySerial | None:
    """Take a number in the house pattern apart; None if it has another form."""
    found = _pattern(template).fullmatch(number)
    if found is None:
        return None
    try:
        day = date(2000 + int(found["yy"]), int(found["mm"]), int(found["dd"]))
    except ValueError:
        return None
    serial = int(found["nnn"])
    if serial == 0 or found["nnn"] != f"{serial:03d}":
        return None
    return DaySerial(day, serial)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    pattern = re.escape(template)
    for name, digits in (("yy", "{2}"), ("mm", "{2}"), ("dd", "{2}"), ("nnn", "{3,6}")):
        pattern = pattern.replace(
            re.escape(f"{{{name}}}"), f"(?P<{name}>[0-9]{digits})"
        )
    return re.compile(pattern)


def format_run(template: str, day: date, first: int, last: int) -> str:
    """A run of serials: ``WX261101-003``, or of several ``WX261101-003…007``."""
    number = format_number(template, day, first)
    return number if first == last else f"{number}…{last:03d}"


def parse_run(template: str, ref: str) -> tuple[date, range] | None:
    """The day and the serials that ``format_run`` wrote; None if it did not."""
    head, _, end = ref.partition("…")
    first = parse_number(template, head)
    if first is None or (end and not end.isdecimal()):
        return None
    last = int(end) if end else first.serial
    return first.day_on, range(first.serial, last + 1)
