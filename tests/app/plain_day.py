"""The return check worked out moment by moment, from the words of interfaces.md alone.

It knows nothing of the program: a slip is its times, the books are a list of slips.
Whoever wonders whether a figure of the check is right reads this file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

_SECOND = timedelta(seconds=1)


@dataclass(slots=True)
class PlainSlip:
    """What happened to a slip, in local times without a zone."""

    issued: datetime
    returned: list[datetime] = field(default_factory=list)
    unfinished: list[datetime] = field(default_factory=list)
    failed: list[datetime] = field(default_factory=list)
    told: list[datetime] = field(default_factory=list)
    ended: datetime | None = None

    def is_back(self, at: datetime) -> bool:
        """Returned with the work completed by ``at``, and not failed since."""
        back = [each for each in self.returned if each <= at]
        out = [each for each in self.failed if each <= at]
        return bool(back) and (not out or max(out) < max(back))

    def is_open(self, at: datetime) -> bool:
        """Issued before ``at``, neither ended nor back."""
        ended = self.ended is not None and self.ended <= at
        return self.issued < at and not ended and not self.is_back(at)


def plain_run(runs: Mapping[date, datetime], day: date) -> datetime:
    """The recorded run of a day, else 17:40:59."""
    return runs.get(day, datetime.combine(day, time(17, 40, 59)))


def plain_check(
    slips: Iterable[PlainSlip],
    runs: Mapping[date, datetime],
    day: date,
    at: datetime | None = None,
) -> dict[int, str]:
    """The class of each slip of a day's set, by its place in ``slips``."""
    before = plain_run(runs, day - timedelta(days=1))
    run = at or plain_run(runs, day)
    found = {}
    for place, slip in enumerate(slips):
        if _is_in_set(slip, day, before, run):
            found[place] = _class_of(slip, day, run)
    return found


def _is_in_set(slip: PlainSlip, day: date, before: datetime, run: datetime) -> bool:
    yesterday = datetime.combine(day - timedelta(days=1), time(17, 30, 59))
    if slip.issued > datetime.combine(day, time(17, 30, 59)):
        return False
    if slip.ended is not None and slip.ended <= run:
        return False
    if slip.issued > yesterday and slip.is_back(before):
        return True
    return any(slip.is_open(moment) for moment in _moments(slip, before, run))


def _moments(slip: PlainSlip, first: datetime, last: datetime) -> list[datetime]:
    """Moments from ``first`` to ``last`` between which nothing befalls the slip."""
    known = [slip.issued, *slip.returned, *slip.failed, first, last]
    if slip.ended is not None:
        known.append(slip.ended)
    # Half a second after each tells what follows it; nothing happens between seconds.
    known += [each + _SECOND / 2 for each in known]
    return [each for each in known if first <= each <= last]


def _class_of(slip: PlainSlip, day: date, run: datetime) -> str:
    if slip.is_back(run):
        last = max(each for each in slip.returned if each <= run)
        return "on_time" if _by(last, day, time(17, 30)) else "late"
    today = [each for each in slip.told if each.date() == day]
    if any(_by(each, day, time(17, 40)) for each in today):
        return "feedback"
    return "late_feedback" if today else "missing"


def _by(at: datetime, day: date, limit: time) -> bool:
    """Whether a clock time without its seconds is at or before a limit of the day."""
    return at.replace(second=0) <= datetime.combine(day, limit)
