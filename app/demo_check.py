"""The daily return checks of the demonstration: made final at the desk, most days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from app.demo_crew import Crew
from app.desk import Desk
from app.feedback import TellFeedback
from models.day_check import CheckedSlip
from models.slip import SlipState

_FORGOTTEN = 150  # on one day in so many nobody makes the check final
_SILENT = 8  # one slip in so many is not explained in time, or not at all
_EXPLAINED = timedelta(days=60)  # how far back; a year of it would take long
_REASONS = ("待料", "缺人手", "业户不便/改约", "未遇业户", "技术原因")


@dataclass(frozen=True, slots=True)
class DayRun:
    """The desk hears at a moment why slips are out, or makes the day's check final."""

    day: date
    at: datetime
    by: str
    engineering_by: str
    is_final: bool


def plan_check(random: Random, crew: Crew, desk: Desk, day: date) -> list[DayRun]:
    """The return check of a day, some minutes after 17:40; empty: it was forgotten.

    Shortly before, Engineering rings up.
    """
    if random.randrange(_FORGOTTEN) == 0:
        return []
    runs = []
    for is_final, first, last in ((False, 31, 40), (True, 41, 56)):
        clock = time(17, random.randrange(first, last), random.randrange(60))
        at = desk.at_local(day, clock)
        is_wanted = is_final or desk.now() - at < _EXPLAINED
        if at <= desk.now() and is_wanted:
            by, other = crew.at_the_desk(at), crew.dispatcher(at, "")
            runs.append(DayRun(day, at, by, other, is_final))
    return runs


def explain(
    random: Random, run: DayRun, out: Iterable[CheckedSlip]
) -> Iterator[TellFeedback]:
    """What Engineering tells of most slips that are out."""
    for item in out:
        if item.state is not SlipState.ISSUED and random.randrange(_SILENT):
            eta_at = run.at + timedelta(days=random.randint(1, 4), minutes=-40)
            yield TellFeedback(item.slip_id, random.choice(_REASONS), eta_at)
