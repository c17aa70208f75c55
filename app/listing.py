"""What every list may be asked: order by a column, keep what a heading says.

A list asks twice, *which* and *what*; these are the words of the first question that
are the same for every kind of record.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

MOST_WORDS = 60
"""Words of a question; more than that is a text, and nothing holds all of it."""


@dataclass(frozen=True, slots=True)
class Sort:
    """Order by the column ``key``; what is empty stands last either way."""

    key: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class HasWords:
    """The column holds every word, in any place and any case."""

    words: str


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """The column's word is one of ``members``, as they are stored."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsWithin:
    """The instant lies on the site's days [from_on, until_on); None is open."""

    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class IsAtLeast:
    """The number is ``least`` or more; money in yuan, spans in minutes."""

    least: Decimal


ColumnFilter: TypeAlias = HasWords | IsOneOf | IsWithin | IsAtLeast


class minutes_between(FunctionElement[int]):
    """Whole minutes from the second instant to the first, seconds cut from both."""

    type = Integer()
    inherit_cache = True
    name = "minutes_between"


@compiles(minutes_between, "sqlite")
def _in_sqlite(element: minutes_between, compiler: Any, **kw: Any) -> str:
    until, since = (compiler.process(each, **kw) for each in element.clauses)
    return f"(strftime('%s', {until}) / 60 - strftime('%s', {since}) / 60)"


@compiles(minutes_between, "postgresql")
def _in_postgresql(element: minutes_between, compiler: Any, **kw: Any) -> str:
    until, since = (compiler.process(each, **kw) for each in element.clauses)
    return (
        f"CAST(floor(extract(epoch FROM {until}) / 60)"
        f" - floor(extract(epoch FROM {since}) / 60) AS INTEGER)"
    )
