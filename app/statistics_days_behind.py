"""The slips behind 返单及时率 and 反馈率: those each day of a span counted (4.6).

They are asked for as ``app/statistics_days.py`` counts them: of a day that was made
final as it was made final, of all others together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.return_check import CheckDamaged
from app.return_check_snapshot import read_classes, snapshot_hash
from app.statistics_days import (
    Final,
    Found,
    facts_of_days,
    run_of,
    runs_and_days,
)
from app.statistics_flow import open_in_sql
from models.base import table_of
from models.id_list import in_ids
from models.return_check import CheckClass, ReturnCheck
from models.statistics import FigureKey, Span

_DAY = timedelta(days=1)
_C = CheckClass
_BACK = frozenset({_C.ON_TIME, _C.LATE})
_OUT = frozenset({_C.FEEDBACK, _C.LATE_FEEDBACK, _C.MISSING})
_CLASSES = {
    FigureKey.RETURN_IN_TIME: (_BACK, frozenset({_C.ON_TIME})),
    FigureKey.FEEDBACK: (_OUT, frozenset({_C.FEEDBACK})),
}


@dataclass(frozen=True, slots=True)
class DayIds:
    """The slips below and above the line of a rate, on whichever day."""

    below: set[int] = field(default_factory=set)
    above: set[int] = field(default_factory=set)


def find_day_ids(session: Session, desk: Desk, span: Span, key: FigureKey) -> DayIds:
    """The slips of a rate of days. Raises ``CheckDamaged``."""
    runs, days = runs_and_days(session, desk, span)
    found = DayIds()
    below, above = _CLASSES[key]
    for slip_id, told in _made_final(session, runs, days):
        if told in below:
            found.below.add(slip_id)
        if told in above:
            found.above.add(slip_id)
    judged = [day for day in days if day not in runs]
    if judged:
        facts = facts_of_days(desk, span, runs, judged)
        if key is FigureKey.RETURN_IN_TIME:
            found.above.update(_ids(session, facts.on_time(), facts.of_before()))
            found.below.update(found.above, _ids(session, facts.late()))
        else:
            found.above.update(_ids(session, facts.told()))
            found.below.update(_out(session, desk, span, runs, days))
    return found


def _made_final(
    session: Session, runs: Mapping[date, Final], days: Iterable[date]
) -> Iterator[tuple[int, CheckClass]]:
    check = table_of(ReturnCheck)
    kept = [runs[day].check_id for day in days if day in runs]
    rows = session.execute(
        select(check.c.day, check.c.run_no, check.c.snapshot, check.c.hash)
        .where(in_ids(check.c.id, kept))
        .order_by(check.c.day)
    )
    for row in rows:
        if snapshot_hash(row.snapshot) != row.hash:
            raise CheckDamaged(day=row.day, no=row.run_no)
        yield from read_classes(row.snapshot)


def _out(
    session: Session,
    desk: Desk,
    span: Span,
    runs: Mapping[date, Final],
    days: Sequence[date],
) -> Iterator[int]:
    """The slips out at the run of a day that nobody made final: those out at the run
    before, with what came and went between.
    """
    facts = facts_of_days(desk, span, runs, days)
    before = run_of(desk, runs, days[0] - _DAY)
    out = Counter(session.scalars(open_in_sql(desk, before)))
    came = _by_day(session, facts.came(), facts.out_again())
    went = _by_day(session, facts.back(), facts.ended())
    too_late = _by_day(session, facts.too_late())
    for place, day in enumerate(days):
        out.update(came.get(place, ()))
        out.subtract(went.get(place, ()))
        out = +out
        if day not in runs:
            yield from out.keys() - set(too_late.get(place, ()))


def _by_day(session: Session, *found: Found) -> Mapping[int, Sequence[int]]:
    ids: dict[int, list[int]] = defaultdict(list)
    for each in found:
        for place, slip_id in session.connection().execute(each.ids()):
            ids[place].append(slip_id)
    return ids


def _ids(session: Session, *found: Found) -> Iterator[int]:
    for each in found:
        for _, slip_id in session.connection().execute(each.ids()):
            yield slip_id
