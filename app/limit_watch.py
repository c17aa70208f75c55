"""The open slips whose clocks a desk listens to, and what has just come due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.limit_clock import Clock, judge
from app.limit_standing import Standing, standing_of
from app.settings import Settings
from app.slip_times import OF_SLIP, SlipTimes, times_of
from app.time_limit import LIMITS, LimitKey
from models.slip import OPEN_STATES, Slip, SlipState

_RINGING = tuple(limit for limit in LIMITS if limit.rings)
_AWAITS_SOMEBODY = frozenset({SlipState.ISSUED, SlipState.DISPATCHED})
_LOUD = (Standing.BREACHED, Standing.OVERRUN, Standing.PRESSING)


@dataclass(frozen=True, slots=True)
class Timed:
    """An open slip as a desk that listens hears of it."""

    id: int
    number: str
    room: str
    content: str
    times: SlipTimes


@dataclass(frozen=True, slots=True)
class Due:
    """A clock of a slip that presses, or is late."""

    slip: Timed
    clock: Clock

    @property
    def mark(self) -> str:
        """What is heard once: this limit of this slip, about to be over or over.

        Another appointment is another promise.
        """
        step = "late" if self.clock.is_late else "pressing"
        due = self.clock.due_at if self.clock.is_by_appointment else None
        promise = "" if due is None else f"@{int(due.timestamp()) // 60}"
        return f"{self.slip.id}:{self.clock.limit.key}:{step}{promise}"


def load_timed(session: Session, desk: Desk) -> tuple[Timed, ...]:
    """Every open slip of the centre with its times."""
    room = func.coalesce(Slip.unit_label, Slip.place)
    facts = [getattr(Slip, name) for name in OF_SLIP]
    rows = session.execute(
        select(Slip.id, Slip.number, room, Slip.content, *facts).where(
            Slip.centre_id == desk.centre_id, Slip.state.in_(OPEN_STATES)
        )
    )
    found = []
    for slip_id, number, place, content, *values in rows:
        known = dict(zip(OF_SLIP, values, strict=True))
        found.append(Timed(slip_id, number, place, content, times_of(known.get)))
    return tuple(found)


def due_now(slips: Iterable[Timed], now: datetime, settings: Settings) -> list[Due]:
    """The clocks that somebody should hear of: minutes and hours, never days."""
    found = []
    for slip in slips:
        for limit in _RINGING:
            if limit.key is LimitKey.UNIT_ONSITE and not _awaits_arrival(slip.times):
                continue
            clock = judge(limit, slip.times, now, settings)
            if clock.is_running and standing_of(clock) in _LOUD:
                found.append(Due(slip, clock))
    return found


def _awaits_arrival(times: SlipTimes) -> bool:
    return times.arrived_at is None and times.state in _AWAITS_SOMEBODY
