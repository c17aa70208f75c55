"""Counts the cohort of a span: its figures, splits and people, told apart in one go.

The facts of every slip are asked once; what is counted of them is added up from groups
of slips that have all their words in common.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from app.desk import Desk
from app.site_time import day_in_sql
from app.statistics_fact import (
    Condition,
    arrival_minutes_in_sql,
    facts_of,
    finish_minutes_in_sql,
    in_cohort,
    may_be_open,
)
from models.feedback import Feedback
from models.slip import Slip
from models.statistics import NO_TRADE, NOT_TOLD, Dimension, FigureKey, Span
from models.unit import AreaKind

PUBLIC = AreaKind.PUBLIC.value
TOLD_APART = (
    Dimension.AREA,
    Dimension.TRADE,
    Dimension.JOB_TYPE,
    Dimension.SUPERVISOR,
    Dimension.TECHNICIAN,
    Dimension.BUILDING,
)
Sums = dict[str, int]
"""What a group counts, by the names of ``_counted``."""


@dataclass(frozen=True, slots=True)
class Group:
    """Slips with all their words in common, and what is counted of them."""

    words: Mapping[Dimension, str]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Told:
    """What the facts of a cohort tell, asked once.

    ``minutes`` are how many effective slips took how many, in order; ``days`` the
    issued, effective and completed slips of each local day, counted from 1970.
    """

    groups: tuple[Group, ...]
    minutes: Mapping[FigureKey, tuple[tuple[int, int], ...]]
    days: Mapping[int, tuple[int, int, int]]


def load_told(session: Session, desk: Desk, span: Span) -> Told:
    """The cohort of a span; one statement, in which each slip is looked at once."""
    asked, names = _asked(desk, span)
    groups: list[Group] = []
    minutes: dict[FigureKey, list[tuple[int, int]]] = {key: [] for key in _MINUTES}
    days: dict[int, tuple[int, int, int]] = {}
    size = len(TOLD_APART)
    for kind, *row in session.execute(asked):
        words, counts = row[:size], row[size:]
        if kind == _DAY:
            days[counts[0]] = counts[1], counts[2], counts[3]
        elif kind == _GROUP:
            groups.append(
                Group(
                    dict(zip(TOLD_APART, words, strict=True)),
                    dict(zip(names, counts, strict=True)),
                )
            )
        else:
            minutes[FigureKey(kind)].append((counts[0], counts[1]))
    return Told(
        tuple(groups),
        {key: tuple(sorted(counted)) for key, counted in minutes.items()},
        days,
    )


_MINUTES = (FigureKey.ARRIVAL_MINUTES, FigureKey.FINISH_MINUTES)
_GROUP, _DAY = "group", "day"


def _asked(desk: Desk, span: Span) -> tuple[Any, tuple[str, ...]]:
    """The statement, and the names of what it counts of a group."""
    facts = facts_of(desk, span.at)
    told: dict[str, ColumnElement[Any]] = {
        **{each.value: word_in_sql(each, span) for each in TOLD_APART},
        "day": day_in_sql(Slip.issued_at, desk.zone, desk.now()),
        "ended": case((facts.is_void, 2), (facts.is_cancelled, 1), else_=0),
        "is_completed": facts.is_completed,
        **{key.value: grade for key, grade in facts.grades.items()},
        FigureKey.ARRIVAL_MINUTES: arrival_minutes_in_sql(desk, span.at),
        FigureKey.FINISH_MINUTES: finish_minutes_in_sql(span.at),
    }
    fact = (
        select(*(each.label(name) for name, each in told.items()))
        .where(in_cohort(desk, span))
        .cte("fact")
        .prefix_with("MATERIALIZED")
    )
    is_effective = fact.c.ended == 0
    is_completed = and_(is_effective, fact.c.is_completed)
    counted: dict[str, ColumnElement[Any]] = {
        "issued": func.count(),
        "is_void": _count(fact.c.ended == 2),
        "is_cancelled": _count(fact.c.ended == 1),
        "is_effective": _count(is_effective),
        "is_completed": _count(is_completed),
    }
    for key in facts.grades:
        counted[f"{key}_of"] = _count(and_(is_effective, fact.c[key] > 0))
        counted[key] = _count(and_(is_effective, fact.c[key] == 2))
    for key in _MINUTES:
        minutes = case((and_(is_effective, fact.c[key] >= 0), fact.c[key]), else_=None)
        counted[f"{key}_of"] = func.count(minutes)
        counted[key] = cast(func.coalesce(func.sum(minutes), 0), BigInteger)
    words = [fact.c[each.value] for each in TOLD_APART]
    day = fact.c.day
    days = [day, func.count(), _count(is_effective), _count(is_completed)]
    no_words = [literal("") for _ in TOLD_APART]

    def filled(*columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        return [*columns, *(literal(0) for _ in range(len(counted) - len(columns)))]

    return union_all(
        select(literal(_GROUP), *words, *counted.values()).group_by(*words),
        select(literal(_DAY), *no_words, *filled(*days)).group_by(day),
        *(
            select(literal(key.value), *no_words, *filled(fact.c[key], func.count()))
            .where(is_effective, fact.c[key] >= 0)
            .group_by(fact.c[key])
            for key in _MINUTES
        ),
    ), tuple(counted)


def count_reasons(session: Session, desk: Desk, span: Span) -> dict[str, int]:
    """Why the unfinished slips are, by the latest feedback."""
    facts = facts_of(desk, span.at)
    told = (
        select(reason_in_sql(span).label("reason"))
        .where(
            in_cohort(desk, span),
            facts.is_effective,
            ~facts.is_completed,
            or_(*may_be_open(span.at), Slip.issued_at == span.at),
        )
        .subquery()
    )
    rows = session.execute(select(told.c.reason, func.count()).group_by(told.c.reason))
    return {reason: count for reason, count in rows}


def reason_in_sql(span: Span) -> ColumnElement[str]:
    """The reason of the latest feedback by then, ``未反馈`` without one."""
    latest = (
        select(Feedback.reason)
        .where(Feedback.slip_id == Slip.id, Feedback.told_at <= span.at)
        .order_by(Feedback.told_at.desc(), Feedback.id.desc())
        .limit(1)
        .correlate(Slip)
        .scalar_subquery()
    )
    return func.coalesce(latest, NOT_TOLD)


def word_in_sql(dimension: Dimension, span: Span) -> ColumnElement[Any]:
    """The word of a slip in a dimension, as known at the span's moment.

    Who does the work is known from the dispatch on.
    """
    is_given = or_(Slip.dispatched_at.is_(None), Slip.dispatched_at <= span.at)

    def given(column: Any) -> ColumnElement[Any]:
        return case((is_given, func.coalesce(column, "")), else_="")

    match dimension:
        case Dimension.AREA:
            return case(
                (Slip.area_kind == AreaKind.UNIT, AreaKind.UNIT.value), else_=PUBLIC
            )
        case Dimension.TRADE:
            return given(Slip.trade)
        case Dimension.JOB_TYPE:
            return cast(Slip.job_type, Text)
        case Dimension.SUPERVISOR:
            return given(Slip.supervisor)
        case Dimension.TECHNICIAN:
            return given(cast(Slip.technicians, Text))
        case Dimension.BUILDING:
            return func.coalesce(Slip.area, "")
        case Dimension.CLERK:
            return func.coalesce(Slip.entered_by, "")
        case Dimension.REASON:
            return reason_in_sql(span)


def names_of(dimension: Dimension, word: str) -> Iterable[str]:
    """The names a word stands for: several technicians are one each."""
    if dimension is Dimension.TECHNICIAN:
        return dict.fromkeys(word.split("、"))
    if dimension is Dimension.TRADE:
        return (word or NO_TRADE,)
    return (word,)


def has_name(dimension: Dimension, name: str, span: Span) -> Condition:
    """Whether a slip counts under a name of a dimension."""
    word = word_in_sql(dimension, span)
    if dimension is Dimension.TECHNICIAN and name:
        several = "、" + word + "、"
        return func.replace(several, f"、{name}、", "") != several
    if dimension is Dimension.TRADE and name == NO_TRADE:
        return word.in_(("", NO_TRADE))
    return word == name


def _count(condition: Condition) -> ColumnElement[int]:
    return func.count(case((condition, 1)))
