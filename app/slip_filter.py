"""What a list of slips is asked for, and how each of its columns is asked in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    Text,
    and_,
    case,
    false,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute

from app.desk import Desk
from app.ledger_sql import LEDGER_SUMS, has_at_least, ledger_in_sql
from app.limit_sql import arrival_start_in_sql, has_standing, standing_rank_in_sql
from app.listing import (
    MOST_WORDS,
    ColumnFilter,
    HasWords,
    IsAtLeast,
    IsOneOf,
    IsWithin,
    Sort,
    minutes_between,
)
from app.slip_fields import clean
from models.callback import Callback, CallbackResult
from models.quote import Quote, QuoteStatus
from models.slip import JobType, Outcome, OwnerOpinion, Slip, SlipState
from models.unit import AreaKind

Ts = TypeVarTuple("Ts")
V = TypeVar("V")


class Register(StrEnum):
    """The two registers, chosen by area, never by fee (S4-4.1.4, K-24)."""

    PUBLIC = "public"
    UNIT = "unit"

    def area_kinds(self) -> tuple[AreaKind, ...]:
        """The area kinds whose slips stand in the register."""
        if self is Register.UNIT:
            return (AreaKind.UNIT,)
        return (AreaKind.PUBLIC, AreaKind.OFFICE)


class SlipOrder(StrEnum):
    """How a list is sorted that is not sorted by one of its columns."""

    NEWEST_FIRST = "newest_first"
    OLDEST_FIRST = "oldest_first"
    URGENT_FIRST = "urgent_first"


@dataclass(frozen=True, slots=True)
class SlipFilter:
    """What a list asks for; None and empty ask for everything.

    ``from_at`` and ``until_at`` bound the time of issue, half-open. ``text`` is looked
    for in number, room, place, names, phone and fault. ``columns`` are what the
    headings ask, by key of the column; ``sort`` stands in place of ``order``. ``ids``
    names the slips one by one, ``without`` leaves some out.
    """

    register: Register | None = None
    states: frozenset[SlipState] = frozenset()
    from_at: datetime | None = None
    until_at: datetime | None = None
    text: str = ""
    order: SlipOrder = SlipOrder.NEWEST_FIRST
    sort: Sort | None = None
    columns: tuple[tuple[str, ColumnFilter], ...] = ()
    ids: tuple[int, ...] | None = None
    without: frozenset[int] = frozenset()


def last_call_in_sql(column: InstrumentedAttribute[V]) -> ColumnElement[V]:
    """A fact of the callback that counts: the last one in which somebody was reached,
    else the last try.
    """
    return (
        select(column)
        .where(Callback.slip_id == Slip.id)
        .order_by(
            (Callback.result == CallbackResult.REACHED).desc(),
            Callback.called_at.desc(),
            Callback.id.desc(),
        )
        .limit(1)
        .scalar_subquery()
    )


_TEXTS: Mapping[str, tuple[InstrumentedAttribute[Any], ...]] = {
    "number": (Slip.number,),
    "room": (Slip.unit_label, Slip.area, Slip.place),
    "unit": (Slip.unit_label, Slip.place),
    "area": (Slip.area,),
    "place": (Slip.place,),
    "owner": (Slip.owner_name,),
    "reporter": (Slip.reporter_name,),
    "phone": (Slip.phone,),
    "content": (Slip.content,),
    "trade": (Slip.trade,),
    "supervisor": (Slip.supervisor,),
    "technicians": (Slip.technicians,),
    "unfinished_reason": (Slip.unfinished_reason,),
}
_ENUMS: Mapping[str, SQLColumnExpression[Any]] = {
    "state": Slip.state,
    "job_type": Slip.job_type,
    "outcome": Slip.outcome,
    "call_opinion": last_call_in_sql(Callback.satisfaction),
}
_RANKS: Mapping[str, tuple[StrEnum, ...]] = {
    "state": tuple(SlipState),
    "job_type": tuple(JobType),
    "outcome": tuple(Outcome),
    "call_opinion": tuple(OwnerOpinion),
}
_INSTANTS: Mapping[str, SQLColumnExpression[Any]] = {
    "issued": Slip.issued_at,
    "dispatched": Slip.dispatched_at,
    "arrived": Slip.arrived_at,
    "done": Slip.done_at,
    "returned": Slip.returned_at,
    "eta": Slip.eta_at,
    "called": last_call_in_sql(Callback.called_at),
}


def quote_in_sql() -> ColumnElement[Decimal]:
    """The price the owner agreed to before work, the latest where there are several."""
    return (
        select(Quote.amount)
        .where(Quote.slip_id == Slip.id, Quote.status == QuoteStatus.AGREED)
        .order_by(Quote.position.desc())
        .limit(1)
        .scalar_subquery()
    )


def in_order(statement: Select[*Ts], desk: Desk, wanted: SlipFilter) -> Select[*Ts]:
    """The statement in the order that ``wanted`` asks for; no two slips are equal."""
    if wanted.sort is not None and wanted.sort.key != "issued":
        by = _sorted_by(desk, wanted.sort.key)
        if wanted.from_at is not None or wanted.until_at is not None:
            # The index of this column would be walked from end to end for the slips of
            # a few weeks; those are sorted in no time once the other index found them.
            by = func.coalesce(by, by)
        if wanted.sort.is_descending:
            return statement.order_by(by.desc().nulls_last(), Slip.id.desc())
        if wanted.sort.key == "technicians":
            # Nobody is an empty text there, which would come first.
            by_name = type_coerce(Slip.technicians, Text)
            return statement.order_by(by_name == "", by, Slip.id)
        return statement.order_by(by.asc().nulls_last(), Slip.id)
    order = wanted.order
    if wanted.sort is not None:
        is_newest = wanted.sort.is_descending
        order = SlipOrder.NEWEST_FIRST if is_newest else SlipOrder.OLDEST_FIRST
    if order is SlipOrder.NEWEST_FIRST:
        return statement.order_by(Slip.issued_at.desc(), Slip.id.desc())
    if order is SlipOrder.URGENT_FIRST:
        is_calm = Slip.job_type != JobType.URGENT
        return statement.order_by(is_calm, Slip.issued_at, Slip.id)
    return statement.order_by(Slip.issued_at, Slip.id)


def is_newest_first(wanted: SlipFilter) -> bool:
    """Whether a list begins with what was issued last."""
    if wanted.sort is not None:
        return wanted.sort.key == "issued" and wanted.sort.is_descending
    return wanted.order is SlipOrder.NEWEST_FIRST


def _sorted_by(desk: Desk, key: str) -> SQLColumnExpression[Any]:
    if key in _RANKS:
        ranks = {member: rank for rank, member in enumerate(_RANKS[key])}
        return case(ranks, value=_ENUMS[key], else_=None)
    if key in _INSTANTS:
        return _INSTANTS[key]
    if key == "unit":
        return Slip.unit_label
    if key == "room":
        return func.coalesce(Slip.unit_label, Slip.area + " " + Slip.place)
    if key in _TEXTS:
        return _TEXTS[key][0]
    if key == "limit":
        return standing_rank_in_sql(desk)
    return _number(desk, key)


def _number(desk: Desk, key: str) -> ColumnElement[Any]:
    if key in LEDGER_SUMS:
        return ledger_in_sql(key)
    if key == "quote":
        return quote_in_sql()
    if key == "arrival":
        return minutes_between(Slip.arrived_at, arrival_start_in_sql(desk))
    raise KeyError(key)


def column_condition(desk: Desk, key: str, asked: ColumnFilter) -> ColumnElement[bool]:
    """What the heading of the column ``key`` asks; a bug if it can not be asked."""
    match asked:
        case HasWords():
            return _holds_words(key, asked.words)
        case IsOneOf() if key == "limit":
            return has_standing(desk, asked.members)
        case IsOneOf():
            known = type(_RANKS[key][0])
            return _ENUMS[key].in_([known(member) for member in asked.members])
        case IsWithin():
            return _is_within(desk, _INSTANTS[key], asked)
        case IsAtLeast() if key in LEDGER_SUMS:
            return has_at_least(desk, key, asked.least)
        case IsAtLeast():
            least = asked.least if key != "arrival" else int(asked.least)
            return _number(desk, key) >= least


def _holds_words(key: str, typed: str) -> ColumnElement[bool]:
    columns = [type_coerce(column, Text) for column in _TEXTS[key]]
    words = list(dict.fromkeys(clean(typed).split()))
    if len(words) > MOST_WORDS:
        # Nothing holds that many; of numbers, only whole ones can be told apart.
        return Slip.number.in_(words) if key == "number" else false()
    found = [
        or_(*(column.icontains(word, autoescape=True) for column in columns))
        for word in words
    ]
    # A slip has one number: of several that are pasted it can only be one.
    return or_(*found) if key == "number" and found else and_(True, *found)


def _is_within(
    desk: Desk, column: SQLColumnExpression[Any], asked: IsWithin
) -> ColumnElement[bool]:
    bounds: list[ColumnElement[bool]] = []
    if asked.from_on is not None:
        bounds.append(column >= desk.at_local(asked.from_on))
    if asked.until_on is not None:
        bounds.append(column < desk.at_local(asked.until_on))
    return and_(column.is_not(None), *bounds)
