"""Counts the cohort of a span: its figures, splits and people, told apart in one go.

The facts of every slip are asked once; what is counted of them is added up from groups
of slips that have all their words in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    Text,
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
    Facts,
    arrival_minutes_in_sql,
    facts_of,
    finish_minutes_in_sql,
    in_cohort,
    is_completed,
    is_ended,
    perhaps_open,
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
"""What a group counts, by name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Slips with all their words in common, and what is counted of them."""

    words: Mapping[Dimension, str]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Told:
    """What the facts of a cohort tell, asked once.

    ``minutes`` are how many effective slips took how many, in order; ``days`` the
    issued, effective and completed slips of each local day, counted from 1970;
    ``clerks`` the slips each person at the desk took down, and how many of them are
    void.
    """

    groups: tuple[Group, ...]
    minutes: Mapping[FigureKey, tuple[tuple[int, int], ...]]
    days: Mapping[int, tuple[int, int, int]]
    clerks: Mapping[str, tuple[int, int]]


def load_told(
    session: Session, desk: Desk, span: Span, *, is_brief: bool = False
) -> Told:
    """The cohort of a span; one statement, in which each slip is looked at once.

    ``is_brief``: all of it is one group without words.
    """
    facts = facts_of(desk, span.at)
    marks = _Marks(tuple(facts.grades))
    found: dict[tuple[str, ...], Sums] = {}
    minutes: dict[FigureKey, list[tuple[int, int]]] = {key: [] for key in _MINUTES}
    days: dict[int, tuple[int, int, int]] = {}
    clerks: dict[str, tuple[int, int]] = {}
    size = 0 if is_brief else len(TOLD_APART)
    for kind, *row in session.execute(_asked(desk, span, facts, is_brief=is_brief)):
        words, counts = tuple(row[:size]), row[size:]
        match kind:
            case "group":
                marks.add(found.setdefault(words, defaultdict(int)), *counts)
            case "day":
                days[counts[0]] = counts[1], counts[2], counts[3]
            case "clerk":
                clerks[words[0]] = counts[0], counts[1]
            case _:
                minutes[FigureKey(kind)].append((counts[0], counts[1]))
    return Told(
        tuple(
            Group(dict(zip(TOLD_APART, words, strict=not is_brief)), sums)
            for words, sums in found.items()
        ),
        {key: tuple(sorted(counted)) for key, counted in minutes.items()},
        days,
        clerks,
    )


_MINUTES = (FigureKey.ARRIVAL_MINUTES, FigureKey.FINISH_MINUTES)
_DIGIT = 4


class _Marks:
    """What a slip's mark says: how it ended, whether it is complete, its grades; a
    digit each, so that slips are grouped by one number.
    """

    def __init__(self, keys: Sequence[FigureKey]) -> None:
        self._keys = keys
        self._read: dict[int, tuple[str, ...]] = {}

    def add(
        self, sums: Sums, mark: int, count: int, *minutes: int | Decimal | None
    ) -> None:
        """Count the slips of a mark."""
        names = self._read.get(mark)
        if names is None:
            names = self._read[mark] = tuple(self._names(mark))
        for name in names:
            sums[name] += count
        if mark % _DIGIT == 0:
            for place, key in enumerate(_MINUTES):
                sums[f"{key}_of"] += int(minutes[2 * place] or 0)
                sums[key] += int(minutes[2 * place + 1] or 0)

    def _names(self, mark: int) -> Iterator[str]:
        rest, ended = divmod(mark, _DIGIT)
        yield "issued"
        if ended:
            yield "is_void" if ended == _VOID else "is_cancelled"
            return
        yield "is_effective"
        rest, completed = divmod(rest, _DIGIT)
        if completed:
            yield "is_completed"
        for key in self._keys:
            rest, grade = divmod(rest, _DIGIT)
            if grade:
                yield f"{key}_of"
            if grade > 1:
                yield key


_VOID, _CANCELLED = 2, 1


def _asked(desk: Desk, span: Span, facts: Facts, *, is_brief: bool) -> Any:
    """The statement: groups, days, people of the desk, minutes."""
    apart = () if is_brief else TOLD_APART
    mark: ColumnElement[int] = case(
        (facts.is_void, _VOID), (facts.is_cancelled, _CANCELLED), else_=0
    )
    digits = [case((facts.is_completed, 1), else_=0), *facts.grades.values()]
    for place, digit in enumerate(digits, start=1):
        mark = mark + digit * _DIGIT**place
    fact = (
        select(
            mark.label("mark"),
            day_in_sql(Slip.issued_at, desk.zone, desk.now()).label("day"),
            arrival_minutes_in_sql(desk, span.at).label(_MINUTES[0]),
            finish_minutes_in_sql(span.at).label(_MINUTES[1]),
            *(word_in_sql(each, span).label(each.value) for each in apart),
            word_in_sql(Dimension.CLERK, span).label("clerk"),
        )
        .where(in_cohort(desk, span))
        .cte("fact")
        .prefix_with("MATERIALIZED")
    )
    is_effective = fact.c.mark % _DIGIT == 0
    was_completed = (fact.c.mark % _DIGIT**2) == _DIGIT
    words = [fact.c[each.value] for each in apart]
    sums: list[ColumnElement[Any]] = [fact.c.mark, func.count()]
    for key in _MINUTES:
        known = case((fact.c[key] >= 0, fact.c[key]), else_=None)
        sums += [func.count(known), func.sum(known)]
    size = len(words) + len(sums)

    def filled(*columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        texts = [each for each in columns if isinstance(each.type, String)]
        counts = [each for each in columns if not isinstance(each.type, String)]
        texts += [literal("")] * (len(words) - len(texts))
        return [*texts, *counts, *[literal(0)] * (size - len(texts) - len(counts))]

    asked = [
        select(literal("group"), *words, *sums).group_by(*words, fact.c.mark),
        *(
            select(literal(key.value), *filled(fact.c[key], func.count()))
            .where(is_effective, fact.c[key] >= 0)
            .group_by(fact.c[key])
            for key in _MINUTES
        ),
    ]
    if not is_brief:
        days = (func.count(), _count(is_effective), _count(was_completed))
        asked.append(
            select(literal("day"), *filled(fact.c.day, *days)).group_by(fact.c.day)
        )
        void = _count(fact.c.mark % _DIGIT == _VOID)
        asked.append(
            select(
                literal("clerk"), *filled(fact.c.clerk, func.count(), void)
            ).group_by(fact.c.clerk)
        )
    return union_all(*asked)


def count_reasons(session: Session, desk: Desk, span: Span) -> dict[str, int]:
    """Why the unfinished slips are, by the latest feedback."""
    told = (
        select(reason_in_sql(span).label("reason"))
        .where(
            in_cohort(desk, span),
            ~is_ended(span.at),
            ~is_completed(span.at),
            Slip.id.in_(perhaps_open(desk, in_cohort(desk, span), span.at)),
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
