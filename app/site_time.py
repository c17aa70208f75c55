"""The site's clock in SQL: whole minutes, local days, and back to the minute of a day.

The rows keep UTC. How far the site's clock stands from it is a constant in a zone
without daylight saving, and elsewhere one of a few, each from a known moment on.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Integer, SQLColumnExpression, case, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

Minutes: TypeAlias = ColumnElement[int]
Offsets: TypeAlias = tuple[int, tuple[tuple[int, int], ...]]
"""The offset in minutes at first, and each later one with its epoch minute."""
DAY = 24 * 60
_FIRST_YEAR = 2000
_STEP = timedelta(days=7)


class epoch_minute(FunctionElement[int]):
    """The whole minutes from 1970 to an instant, its seconds cut off."""

    type = Integer()
    inherit_cache = True
    name = "epoch_minute"


@compiles(epoch_minute, "sqlite")
def _in_sqlite(element: epoch_minute, compiler: Any, **kw: Any) -> str:
    (at,) = (compiler.process(each, **kw) for each in element.clauses)
    return f"(unixepoch({at}) / 60)"


@compiles(epoch_minute, "postgresql")
def _in_postgresql(element: epoch_minute, compiler: Any, **kw: Any) -> str:
    (at,) = (compiler.process(each, **kw) for each in element.clauses)
    return f"CAST(floor(extract(epoch FROM {at}) / 60) AS INTEGER)"


def minute_in_sql(at: SQLColumnExpression[Any]) -> Minutes:
    """An instant as whole minutes from the epoch."""
    return epoch_minute(at)


def minute_of(at: datetime) -> int:
    """The same of an instant that is known."""
    return int(at.timestamp()) // 60


def local_minute_in_sql(
    at: SQLColumnExpression[Any], zone: ZoneInfo, now: datetime
) -> Minutes:
    """An instant as whole minutes of the site's clock; a day of it is ``DAY`` long."""
    return _to_local(minute_in_sql(at), _offsets(zone, now.year + 2))


def end_of_day_in_sql(
    at: SQLColumnExpression[Any], days: int, zone: ZoneInfo, now: datetime
) -> Minutes:
    """The last minute of the site's day that comes ``days`` after the one of ``at``."""
    offsets = _offsets(zone, now.year + 2)
    local = _to_local(minute_in_sql(at), offsets)
    midnight = (local // DAY + (days + 1)) * DAY
    return _to_utc(midnight, offsets) - 1


def day_in_sql(at: SQLColumnExpression[Any], zone: ZoneInfo, now: datetime) -> Minutes:
    """The site's day of an instant, counted from 1970-01-01."""
    return local_minute_in_sql(at, zone, now) // DAY


def _to_local(minute: Minutes, offsets: Offsets) -> Minutes:
    first, changes = offsets
    if not changes:
        return minute + first
    steps, before = [], first
    for at, after in changes:
        steps.append((minute < at, literal(before)))
        before = after
    return minute + case(*steps, else_=literal(before))


def _to_utc(local: Minutes, offsets: Offsets) -> Minutes:
    """A local minute that there are two of is the first; of none, counted from
    before: as Python's ``fold=0``.
    """
    first, changes = offsets
    if not changes:
        return local - first
    steps, before = [], first
    for at, after in changes:
        steps.append((local < at + max(before, after), literal(before)))
        before = after
    return local - case(*steps, else_=literal(before))


@lru_cache(maxsize=8)
def _offsets(zone: ZoneInfo, until: int) -> Offsets:
    at = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
    first = before = _offset(zone, at)
    changes = []
    while at.year < until:
        following = at + _STEP
        after = _offset(zone, following)
        if after != before:
            low, high = int(at.timestamp()) // 60, int(following.timestamp()) // 60
            while high - low > 1:
                middle = (low + high) // 2
                moment = datetime.fromtimestamp(middle * 60, UTC)
                low, high = (
                    (middle, high) if _offset(zone, moment) == before else (low, middle)
                )
            changes.append((high, after))
            before = after
        at = following
    return first, tuple(changes)


def _offset(zone: ZoneInfo, at: datetime) -> int:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60
