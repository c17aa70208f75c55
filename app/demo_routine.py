"""What the desk of the demonstration does every day besides its slips.

Follow-ups in the morning, feedback and the return check in the evening, and in the
last weeks the handover of each shift.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.demo_crew import Crew
from app.demo_day import Hours
from app.desk import Desk
from app.feedback import TellFeedback, tell_feedback
from app.follow_up import FollowUpFilter, FollowUpSlip, follow_up_slip, list_unfinished
from app.gap import CloseGap, close_gap
from app.gap_list import list_gaps
from app.return_check import FinalCheck, check_day, make_final
from app.shift_handover import HandOver, hand_over
from models.follow_up import FollowUpSide
from models.return_check import CheckClass

DeskOf = Callable[[str, datetime], Desk]

_HANDED_OVER = timedelta(days=14)  # the shifts whose sheets are kept
_CHASED = timedelta(days=3)  # how long a missing copy is looked for
_LOOKS_A_DAY = 6
_REASONS = ("待料", "待料", "缺人手", "技术原因", "业户不便/改约", "待厂家/保修")
_ETA_DAYS = (1, 1, 1, 2)  # most are promised for tomorrow
_ETA_CLOCKS = tuple(
    f"{hour:02d}:{minute}" for hour in range(10, 17) for minute in ("00", "30")
)
_PROGRESS = ("配件已订，明日到货", "已约业主明日上门", "厂家已回复，等待到场")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done at a moment, whatever the slips look like then."""

    at: datetime
    run: Callable[[Session, datetime, DeskOf], None]


class Routine:
    """Draws the steps of each day."""

    def __init__(
        self,
        random: Random,
        crew: Crew,
        hours: Hours,
        *,
        from_at: datetime,
        until: datetime,
    ) -> None:
        self._random = random
        self._crew = crew
        self._hours = hours
        self._from_at = from_at
        self._until = until

    def steps(self, day: date) -> Iterator[Step]:
        """The steps of a day in order of time, none before the year or after it."""
        planned = [
            Step(self._hours.on(day, "09:12", "09:20"), self._follow_up),
            Step(self._hours.on(day, "16:30", "16:50"), self._chase),
            Step(self._hours.on(day, "17:35", "17:39"), self._tell),
            Step(self._hours.on(day, "17:41", "17:43"), self._tell_late),
            Step(self._hours.on(day, "17:43", "17:46"), self._check),
        ]
        if self._until - planned[0].at < _HANDED_OVER:
            for clock in ("09:00", "18:00"):
                planned.append(Step(self._hours.exactly(day, clock), self._hand_over))
        planned.sort(key=lambda step: step.at)
        return (step for step in planned if self._from_at <= step.at <= self._until)

    def _follow_up(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        sides = [FollowUpSide.ENGINEERING]
        if self._hours.day(at).weekday() == 0:
            sides.append(FollowUpSide.HOUSEKEEPING)
        for side in sides:
            late = list_unfinished(
                session,
                desk_of(self._crew.at_the_desk(at), at),
                FollowUpFilter(late_for=side),
            )
            for row in late[:_LOOKS_A_DAY]:
                by = self._crew.at_the_desk(at)
                if side is FollowUpSide.ENGINEERING:
                    by = self._crew.supervisor(row.trade or "")
                order = FollowUpSlip(row.id, self._random.choice(_PROGRESS), side)
                follow_up_slip(session, desk_of(by, at), order)

    def _chase(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        """A missing copy is given up after some days, with what stands for it."""
        desk = desk_of(self._crew.chief(), at)
        for row in list_gaps(session, desk):
            if at - row.found_at > _CHASED and self._random.randrange(6) == 0:
                order = CloseGap(
                    row.id,
                    "以工程部联复印件代替，主管签字",
                    "遗失",
                    self._crew.supervisor(""),
                )
                close_gap(session, desk, order)

    def _tell(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        """Engineering telephones why slips are not back; of a few it does not know."""
        self._tell_of(session, at, desk_of, of_a_hundred=92)

    def _tell_late(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        """What was found out after the time for it."""
        self._tell_of(session, at, desk_of, of_a_hundred=50)

    def _tell_of(
        self, session: Session, at: datetime, desk_of: DeskOf, *, of_a_hundred: int
    ) -> None:
        desk = desk_of(self._crew.at_the_desk(at), at)
        day = self._hours.day(at)
        for item in check_day(session, desk, day, at).of(CheckClass.MISSING):
            if self._random.randrange(100) < of_a_hundred:
                days = timedelta(days=self._random.choice(_ETA_DAYS))
                eta = self._hours.exactly(day + days, self._random.choice(_ETA_CLOCKS))
                order = TellFeedback(item.slip_id, self._random.choice(_REASONS), eta)
                tell_feedback(session, desk, order)

    def _check(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        desk = desk_of(self._crew.at_the_desk(at), at)
        engineering = self._crew.dispatcher(at, "")
        make_final(session, desk, FinalCheck(self._hours.day(at), engineering))

    def _hand_over(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        given = self._crew.at_the_desk(at - timedelta(minutes=10))
        taken = self._crew.at_the_desk(at + timedelta(minutes=10))
        if given != taken:
            hand_over(session, desk_of(taken, at), HandOver(at, given, taken))
