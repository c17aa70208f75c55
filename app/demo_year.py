"""The demonstration year: planned as dated acts, then lived through the use cases."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.demo_act import Act
from app.demo_building import Home, plan_homes, put_up
from app.demo_call import Call, plan_calls, reworded
from app.demo_callback import callbacks_of
from app.demo_course import TAIL, end_state, live, live_until
from app.demo_crew import Crew
from app.demo_day import Hours
from app.demo_life import Life, World
from app.demo_money import MoneyRoutine
from app.demo_routine import Routine, Step
from app.demo_words import staff_names
from app.desk import Desk, open_desk
from app.duplicate import JoinSlip, join_slip
from app.progress import SILENT, Progress
from app.slip_close import cancel_slip, void_slip
from app.slip_issue import IssueSlip, issue_slip
from app.slip_refusals import DuplicatesFound
from app.slip_return import take_back_slip
from models.slip import Slip

_CALLED_AGAIN = 30  # one fault in so many is called in again and joined
_TAKEN_TWICE = 100  # one in so many gets a second slip by mistake
_ANYWAY = ("位置不同，另开", "上次已修好，再次损坏", "不是同一故障")
_AGAIN = ("，还没人来", "，再次来电", "，请尽快")
_ENDINGS = (take_back_slip, cancel_slip, void_slip)
_MONTH = timedelta(days=365) / 12


@dataclass(frozen=True, slots=True)
class DemoYear:
    """What was lived: slips issued, calls joined to one, candidates met.

    ``candidates`` counts the possible duplicates that fresh calls were shown, none of
    which was one.
    """

    slips: int
    joined: int
    candidates: int


def build_demo(
    database: Database,
    *,
    until: datetime,
    months: int = 12,
    slips: int = 6000,
    seed: int = 2026,
    progress: Progress = SILENT,
) -> DemoYear:
    """Fill a new database with a building and its months of work up to ``until``.

    The same seed and moment give the same books. Everything goes through the use
    cases, a day in one transaction. Raises ``Cancelled``.
    """
    random = Random(seed)
    clerk = database.read(open_desk, clock=lambda: until)
    homes = plan_homes(random)
    acts = _plan(random, clerk, homes, until, months, slips)
    from_at = acts[0].at if acts else until
    database.write(put_up, clerk.at(from_at), homes)
    desks = {
        person.name: database.read(open_desk, actor=person.name, clock=lambda: until)
        for person in staff_names()
    }
    hours = Hours(Random(seed), clerk.zone)
    crew = Crew(Random(seed), clerk.zone, clerk.duty_post)
    routine = Routine(Random(seed), crew, hours, from_at=from_at, until=until)
    money = MoneyRoutine(
        crew, hours.drawn_from(Random(f"money of {seed}")), from_at=from_at, until=until
    )
    book = _Book(desks, Random(seed), slips)
    days = groupby(acts, key=lambda act: hours.day(act.at))
    done = 0
    for day, planned in days:
        today = list(planned)
        steps = [*routine.steps(day), *money.steps(day)]
        database.write(book.live_through, today, steps)
        done += len(today)
        progress.step(done, len(acts))
    return DemoYear(len(book.ids), book.joined, book.candidates)


class _Book:
    """Keeps which slip of the plan has which id."""

    def __init__(self, desks: dict[str, Desk], random: Random, fresh: int) -> None:
        self.ids: dict[int, int] = {}
        self.joined = 0
        self.candidates = 0
        self._desks = desks
        self._random = random
        self._fresh = fresh

    def live_through(
        self, session: Session, acts: Sequence[Act], steps: Sequence[Step]
    ) -> None:
        """Run the acts of one day, and between them what the desk does every day."""
        # A session forgets what nobody holds, and would load it again.
        held = self._slips_of(session, acts)
        both: list[Act | Step] = [*acts, *steps]
        for act in sorted(both, key=lambda each: each.at):
            if isinstance(act, Step):
                act.run(session, act.at, self._desk_of)
                continue
            desk = self._desks[act.by].at(act.at)
            if act.step is issue_slip:
                is_fresh = act.slip < self._fresh
                self.ids[act.slip] = self._issue(session, desk, act.order, is_fresh)
                continue
            held.append(session.get_one(Slip, self.ids[act.slip]))
            order = replace(act.order, slip_id=self.ids[act.slip])
            if act.twin is not None:
                order = replace(order, duplicate_of=self.ids[act.twin])
            act.step(session, desk, order)
            self.joined += act.step is join_slip

    def _slips_of(self, session: Session, acts: Sequence[Act]) -> list[Slip]:
        """The slips of a day's acts that were issued before it."""
        ids = {self.ids[act.slip] for act in acts if act.slip in self.ids}
        return list(session.scalars(select(Slip).where(Slip.id.in_(ids))))

    def _desk_of(self, name: str, at: datetime) -> Desk:
        return self._desks[name].at(at)

    def _issue(
        self, session: Session, desk: Desk, order: IssueSlip, is_fresh: bool
    ) -> int:
        try:
            return issue_slip(session, desk, order).id
        except DuplicatesFound as found:
            numbers = tuple(str(found.facts["numbers"]).split("、"))
        if is_fresh:
            self.candidates += len(numbers)
        reason = self._random.choice(_ANYWAY)
        answered = replace(order, duplicates_seen=numbers, anyway_reason=reason)
        return issue_slip(session, desk, answered).id


def _plan(
    random: Random,
    desk: Desk,
    homes: Sequence[Home],
    until: datetime,
    months: int,
    slips: int,
) -> list[Act]:
    from_at = until - months * _MONTH
    calls = plan_calls(
        random, homes, from_at=from_at, until=until, count=slips, zone=desk.zone
    )
    world = World(
        random, Crew(random, desk.zone, desk.duty_post), Hours(random, desk.zone)
    )
    wanted = list(TAIL)
    tail = len(calls) - len(wanted)
    next_slip = len(calls)
    acts: list[Act] = []
    for slip, call in enumerate(calls):
        if slip < tail:
            life = live(world, slip, call)
            acts += callbacks_of(world, slip, life)
        else:
            life = live_until(world, slip, call, end_state(wanted, call))
        acts += life.acts
        if random.randrange(_CALLED_AGAIN) == 0:
            acts += _second_call(world, slip, call, life)
        elif random.randrange(_TAKEN_TWICE) == 0:
            acts += _taken_twice(world, next_slip, slip, call, life).acts
            next_slip += 1
    acts = [act for act in acts if act.at <= until]
    acts.sort(key=lambda act: (act.at, act.step is not issue_slip))
    return acts


def _second_call(world: World, slip: int, call: Call, life: Life) -> list[Act]:
    """Somebody rings again while it is open, and is joined to the slip."""
    at = world.hours.later(call.at, 10, 240)
    if at >= _end_of(life):
        return []
    order = JoinSlip(0, call.reporter_name, _again(world, call), call.phone)
    return [Act(at, world.crew.at_the_desk(at), slip, join_slip, order)]


def _taken_twice(world: World, slip: int, twin: int, call: Call, life: Life) -> Life:
    """The same fault on a second slip, cancelled when the desk sees the first."""
    at = world.hours.later(call.at, 20, 600)
    again = replace(call, at=min(at, _end_of(life)), content=_again(world, call))
    second = Life(world, slip, again)
    second.issue()
    second.wait(5, 40)
    second.cancel("重复", "与原单为同一故障", twin)
    return second


def _again(world: World, call: Call) -> str:
    return reworded(world.random, call) + world.random.choice(_AGAIN)


def _end_of(life: Life) -> datetime:
    ends = [act.at for act in life.acts if act.step in _ENDINGS]
    return min(ends, default=life.at + timedelta(days=1))
