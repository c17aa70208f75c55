"""The moments a day's return check is judged by (interfaces.md, to the minute)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.base import table_of
from models.return_check import ReturnCheck

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_CHECK = table_of(ReturnCheck).c
_LAST_RUN = (
    select(_CHECK.run_at)
    .where(_CHECK.centre_id == bindparam("centre"), _CHECK.day == bindparam("on"))
    .order_by(_CHECK.run_no.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class DayMoments:
    """The moments of one check. What is named ``_until`` is over at that moment.

    Limits cut seconds off, so 17:30 lasts until 17:31:00. A slip issued from
    ``late_from`` on was too late for the day before.
    """

    run_before: datetime
    run_at: datetime
    late_from: datetime
    return_until: datetime
    feedback_until: datetime
    day_before: datetime
    begins: datetime
    ends: datetime


def deadline(desk: Desk, key: str, day: date) -> datetime:
    """The moment at which the clock time of a setting begins on a day."""
    return desk.at_local(day, time.fromisoformat(desk.settings.text(key)))


def return_until(desk: Desk, day: date) -> datetime:
    """When the minute of 17:30 is over: what is issued later is of the next day."""
    return deadline(desk, "return_deadline", day) + _MINUTE


def usual_run(desk: Desk, day: date) -> datetime:
    """When a day without a recorded run is taken to have run: 17:40:59. A centre whose
    papers are due after its feedback runs when they are.
    """
    limits = ("feedback_deadline", "return_deadline")
    return max(deadline(desk, key, day) for key in limits) + timedelta(seconds=59)


def recorded_run(session: Session, desk: Desk, day: date) -> datetime | None:
    """The moment of the last final run of a day."""
    asked = {"centre": desk.centre_id, "on": day}
    run_at: datetime | None = session.execute(_LAST_RUN, asked).scalar()
    return run_at


def default_run(session: Session, desk: Desk, day: date) -> datetime:
    """The recorded run, else now for today, else 17:40:59."""
    recorded = recorded_run(session, desk, day)
    if recorded is not None:
        return recorded
    return desk.now() if day == desk.today() else usual_run(desk, day)


def moments_of(
    session: Session, desk: Desk, day: date, at: datetime | None
) -> DayMoments:
    """What the check of ``day`` is judged by, at ``at`` or at its default moment."""
    before = day - _DAY
    begins, ends = desk.day_bounds(day)
    return DayMoments(
        run_before=recorded_run(session, desk, before) or usual_run(desk, before),
        run_at=at or default_run(session, desk, day),
        late_from=return_until(desk, before),
        return_until=return_until(desk, day),
        feedback_until=deadline(desk, "feedback_deadline", day) + _MINUTE,
        day_before=desk.day_bounds(before)[0],
        begins=begins,
        ends=ends,
    )
