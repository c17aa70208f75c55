"""Counts the cohort of a span: its figures, splits and people, told apart in one go.

The facts of every slip are asked once; what is counted of them is added up from groups
of slips that have all their words in common.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    case,
    func,
    or_,
    select,
    type_coerce,
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

    ``minutes`` are how many effective slips took how many, in order, ``by_technicians``
    the minutes to finish and their slips by the word of who did it; ``days`` the
    issued, effective and completed slips of each local day, counted from 1970;
    ``clerks`` the slips each person at the desk took down, and how many of them are
    void.
    """

    groups: tuple[Group, ...]
    minutes: Mapping[FigureKey, tuple[tuple[int, int], ...]]
    by_technicians: Mapping[str, tuple[int, int]]
    days: Mapping[int, tuple[int, int, int]]
    clerks: Mapping[str, tuple[int, int]]


def load_told(
    session: Session, desk: Desk, span: Span, *, is_brief: bool = False
) -> Told:
    """The cohort of a span; one statement, in which each slip is looked at once.

    What it answers is added up here: a database would sort every slip again for each
    way they are told apart. ``is_brief``: the figures alone, in one group; they are
    told apart in one way only, so the database adds them up.
    """
    facts = facts_of(desk, span.at)
    told = [*_ALWAYS] if is_brief else [*_ALWAYS, "day", "clerk", *_WORDS]
    # Bare rows: those of a session pass one by one through its loading.
    asked = _asked(desk, span, facts, told)
    if is_brief:
        asked = _in_groups(asked)
    rows = session.connection().execute(asked).all()
    marks = _Marks(tuple(facts.grades))

    def counted(*names: str) -> Iterable[tuple[Any, int]]:
        words = map(itemgetter(*map(told.index, names)), rows)
        if not is_brief:
            return Counter(words).items()
        return zip(words, (row[-1] for row in rows), strict=True)

    minutes: dict[FigureKey, Counter[int]] = {}
    for key in _MINUTES:
        minutes[key] = Counter()
        for (mark, taken), count in counted("mark", key):
            if marks.is_effective(mark) and taken is not None and taken >= 0:
                minutes[key][taken] += count
    groups: dict[tuple[str, ...], Sums] = {}
    days: dict[int, tuple[int, int, int]] = {}
    clerks: dict[str, tuple[int, int]] = {}
    technicians: dict[str, tuple[int, int]] = {}
    if is_brief:
        sums = groups.setdefault((), defaultdict(int))
        for (mark, _), count in counted("mark", _MINUTES[0]):
            marks.add(sums, mark, count)
    else:
        for (mark, *words), count in counted("mark", *_WORDS):
            marks.add(groups.setdefault(tuple(words), defaultdict(int)), mark, count)
        for (day, mark), count in counted("day", "mark"):
            days[day] = _plus(days.get(day, (0, 0, 0)), marks.day(mark), count)
        for (clerk, mark), count in counted("clerk", "mark"):
            before = clerks.get(clerk, (0, 0))
            clerks[clerk] = _plus(before, (1, marks.is_void(mark)), count)
        work = itemgetter(*map(told.index, _WORK))
        done: dict[str, list[int]] = defaultdict(list)
        for mark, word, taken in map(work, rows):
            if taken is not None and taken >= 0 and marks.is_effective(mark):
                done[word].append(taken)
        technicians = {word: (sum(took), len(took)) for word, took in done.items()}
    return Told(
        tuple(
            Group(dict(zip(TOLD_APART, words, strict=not is_brief)), sums)
            for words, sums in groups.items()
        ),
        {key: tuple(sorted(each.items())) for key, each in minutes.items()},
        technicians,
        days,
        clerks,
    )


_MINUTES = (FigureKey.ARRIVAL_MINUTES, FigureKey.FINISH_MINUTES)
_WORK = ("mark", Dimension.TECHNICIAN.value, FigureKey.FINISH_MINUTES)
_ALWAYS = ("mark", *_MINUTES)
_WORDS = tuple(each.value for each in TOLD_APART)
_DIGIT = 4
_VOID, _CANCELLED = 2, 1
_T = TypeVar("_T", bound=tuple[int, ...])


def _plus(sums: _T, each: tuple[int, ...], times: int) -> _T:
    made: Any = tuple(a + b * times for a, b in zip(sums, each, strict=True))
    return cast("_T", made)


class _Marks:
    """What a slip's mark says: how it ended, whether it is complete, its grades; a
    digit each, so that slips are told apart by one number.
    """

    def __init__(self, keys: Sequence[FigureKey]) -> None:
        self._keys = keys
        self._read: dict[int, tuple[str, ...]] = {}

    def is_effective(self, mark: int) -> bool:
        """Neither void nor cancelled."""
        return mark % _DIGIT == 0

    def is_void(self, mark: int) -> bool:
        """Void."""
        return mark % _DIGIT == _VOID

    def day(self, mark: int) -> tuple[int, int, int]:
        """Issued, effective and completed: 0 or 1 each."""
        return 1, self.is_effective(mark), mark % _DIGIT**2 == _DIGIT

    def add(self, sums: Sums, mark: int, count: int) -> None:
        """Count the slips of a mark."""
        names = self._read.get(mark)
        if names is None:
            names = self._read[mark] = tuple(self._names(mark))
        for name in names:
            sums[name] += count

    def _names(self, mark: int) -> Iterator[str]:
        yield "issued"
        if not self.is_effective(mark):
            yield "is_void" if self.is_void(mark) else "is_cancelled"
            return
        yield "is_effective"
        rest, completed = divmod(mark // _DIGIT, _DIGIT)
        if completed:
            yield "is_completed"
        for key in self._keys:
            rest, grade = divmod(rest, _DIGIT)
            if grade:
                yield f"{key}_of"
            if grade > 1:
                yield key


def _asked(desk: Desk, span: Span, facts: Facts, told: Sequence[str]) -> Select[Any]:
    """The statement: one row a slip, with what is to be ``told`` of it."""
    mark: ColumnElement[int] = case(
        (facts.is_void, _VOID), (facts.is_cancelled, _CANCELLED), else_=0
    )
    digits = [case((facts.is_completed, 1), else_=0), *facts.grades.values()]
    for place, digit in enumerate(digits, start=1):
        mark = mark + digit * _DIGIT**place
    known: dict[str, ColumnElement[Any]] = {
        "mark": mark,
        _MINUTES[0]: arrival_minutes_in_sql(desk, span.at),
        _MINUTES[1]: finish_minutes_in_sql(span.at),
        "day": day_in_sql(Slip.issued_at, desk.zone, desk.now()),
        "clerk": word_in_sql(Dimension.CLERK, span),
        **{each.value: word_in_sql(each, span) for each in TOLD_APART},
    }
    return select(*(known[name].label(name) for name in told)).where(
        in_cohort(desk, span)
    )


def _in_groups(asked: Select[Any]) -> Select[Any]:
    """Each row once, and at its end how often it came."""
    rows = asked.subquery()
    return select(*rows.c, func.count()).group_by(*rows.c)


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
            return type_coerce(Slip.job_type, Text)
        case Dimension.SUPERVISOR:
            return given(Slip.supervisor)
        case Dimension.TECHNICIAN:
            return given(type_coerce(Slip.technicians, Text))
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
