"""What a list of slips is asked for, and how each of its columns is asked in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
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
    type_coerce,
)

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
from app.register_sql import (
    CallSaid,
    CopyStanding,
    YesNo,
    arrived_in_time_in_sql,
    call_said_in_sql,
    eta_in_sql,
    fee_in_sql,
    finance_copy_in_sql,
    is_paid_by,
    last_call_in_sql,
    method_in_sql,
    paid_at_in_sql,
    quote_in_sql,
    receipts_in_sql,
    remark_in_sql,
    reported_in_sql,
    returned_in_time_in_sql,
    taken_by_in_sql,
    unfinished_reason_in_sql,
)
from app.slip_fields import clean
from models.callback import Callback
from models.slip import (
    ChargeClass,
    InspectStatus,
    JobType,
    Outcome,
    OwnerOpinion,
    Slip,
    SlipState,
)
from models.slip_line import LineKind
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


_TEXTS: Mapping[str, tuple[SQLColumnExpression[Any], ...]] = {
    "number": (Slip.number,),
    "room": (Slip.unit_label, Slip.area, Slip.place),
    "unit": (Slip.unit_label, Slip.place),
    "area": (Slip.area,),
    "place": (Slip.place,),
    "owner": (Slip.owner_name,),
    "reporter": (Slip.reporter_name, Slip.report_dept),
    "phone": (Slip.phone,),
    "content": (Slip.content,),
    "trade": (Slip.trade,),
    "supervisor": (Slip.supervisor,),
    "technicians": (Slip.technicians,),
    "unfinished_reason": (unfinished_reason_in_sql(),),
    "taken_by": (taken_by_in_sql(),),
    "receipts": (receipts_in_sql(),),
    "remark": (remark_in_sql(), Slip.remark, Slip.origin_number),
}
_ENUMS: Mapping[str, SQLColumnExpression[Any]] = {
    "state": Slip.state,
    "job_type": Slip.job_type,
    "outcome": Slip.outcome,
    "inspection": Slip.inspect_status,
    "charge": Slip.charge_class,
    "opinion": Slip.owner_opinion,
}
_RANKS: Mapping[str, tuple[StrEnum, ...]] = {
    "state": tuple(SlipState),
    "job_type": tuple(JobType),
    "outcome": tuple(Outcome),
    "inspection": tuple(InspectStatus),
    "charge": tuple(ChargeClass),
    "opinion": tuple(OwnerOpinion),
}
_WORDS: Mapping[str, tuple[StrEnum, ...]] = {
    "call_opinion": tuple(CallSaid),
    "finance_copy": tuple(CopyStanding),
    "arrived_in_time": tuple(YesNo),
    "returned_in_time": tuple(YesNo),
}
"""Columns whose word is worked out, not stored, in the order they are sorted."""
_INSTANTS: Mapping[str, SQLColumnExpression[Any]] = {
    "issued": Slip.issued_at,
    "dispatched": Slip.dispatched_at,
    "arrived": Slip.arrived_at,
    "done": Slip.done_at,
    "returned": Slip.returned_at,
    "eta": eta_in_sql(),
    "called": last_call_in_sql(Callback.called_at),
    "reported": reported_in_sql(),
    "reported_time": reported_in_sql(),
    "paid_on": paid_at_in_sql(),
}
_FEES = {"labour": LineKind.LABOUR, "material": LineKind.MATERIAL}


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
    if key in _WORDS:
        words = {member.value: rank for rank, member in enumerate(_WORDS[key])}
        return case(words, value=_word(desk, key), else_=None)
    if key == "methods":
        return method_in_sql()
    if key == "unit":
        return Slip.unit_label
    if key == "room":
        return func.coalesce(Slip.unit_label, Slip.area + " " + Slip.place)
    if key in _TEXTS:
        return _TEXTS[key][0]
    if key == "limit":
        return standing_rank_in_sql(desk)
    return _number(desk, key)


def _word(desk: Desk, key: str) -> ColumnElement[Any]:
    if key == "arrived_in_time":
        return arrived_in_time_in_sql(desk)
    if key == "returned_in_time":
        return returned_in_time_in_sql(desk)
    return call_said_in_sql() if key == "call_opinion" else finance_copy_in_sql()


def _number(desk: Desk, key: str) -> ColumnElement[Any]:
    if key in LEDGER_SUMS:
        return ledger_in_sql(key)
    if key == "quote":
        return quote_in_sql()
    if key in _FEES:
        return fee_in_sql(_FEES[key])
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
        case IsOneOf() if key == "methods":
            return is_paid_by(asked.members)
        case IsOneOf() if key in _WORDS:
            return _word(desk, key).in_(asked.members)
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
