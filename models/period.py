"""Finance periods (结算期): from the 21st of a month to the 20th of the next.

A period is named for the month in which it ends, ``2026-11`` (domain-model 4.7-1).
"""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

FIRST_DAY = 21

_CODE = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])")


def period_of(at: datetime, zone: ZoneInfo) -> str:
    """The period an instant falls in by the site's calendar (S4-4.1.3.2-1)."""
    local = at.astimezone(zone)
    months = local.year * 12 + local.month - 1
    return _code(months + (local.day >= FIRST_DAY))


def period_bounds(code: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The half-open instants of a period, in UTC; ``code`` as ``is_period`` asks."""
    months = _months(code)
    return _start(months - 1, zone), _start(months, zone)


def next_period(code: str) -> str:
    """The period that follows."""
    return _code(_months(code) + 1)


def previous_period(code: str) -> str:
    """The period before."""
    return _code(_months(code) - 1)


def is_period(text: str) -> bool:
    """Whether a text names a period."""
    return _CODE.fullmatch(text) is not None


def _months(code: str) -> int:
    year, month = code.split("-")
    return int(year) * 12 + int(month) - 1


def _code(months: int) -> str:
    year, month = divmod(months, 12)
    return f"{year}-{month + 1:02d}"


def _start(months: int, zone: ZoneInfo) -> datetime:
    year, month = divmod(months, 12)
    return datetime(year, month + 1, FIRST_DAY, tzinfo=zone).astimezone(UTC)
