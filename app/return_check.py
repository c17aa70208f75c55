"""The daily return check (每日返单核对): the day at 17:30 and 17:40, and its 定稿."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from app.errors import Refusal
from app.gap import open_gaps
from app.gap_find import GapSpan, Hole
from app.return_check_day import deadline, default_run, moments_of, usual_run
from app.return_check_judge import judge_day
from app.return_check_load import load_day_facts
from app.return_check_snapshot import read_snapshot, snapshot_hash, snapshot_text
from app.slip_fields import clean_optional
from models.base import table_of
from models.centre import Centre
from models.day_check import DayCheck, FinalRun
from models.return_check import ReturnCheck
from models.slip import Slip
from models.staff import Permission


class CheckTooEarly(Refusal):
    """The check of ``day`` cannot run at ``at``; it begins at ``from_at``."""


class CheckTooLate(Refusal):
    """The check of ``day`` cannot run at ``at``; the next begins at ``until_at``."""


class CheckInFuture(Refusal):
    """The run of ``day`` at ``at`` is still to come; it is ``now``."""


class CheckDamaged(Refusal):
    """Run ``no`` of the check of ``day`` is not what was made final."""


@dataclass(frozen=True, slots=True)
class FinalCheck:
    """Make the check of a day final (定稿).

    ``engineering_by`` is who signs for Engineering. ``at`` None is now for today; for
    a day that was slept through the recorded run, else 17:40:59. ``holes`` is what
    ``find_gaps`` found missing of the day: a case is opened for each (4.3).
    """

    day: date
    engineering_by: str = ""
    at: datetime | None = None
    holes: Sequence[Hole] = ()


def check_day(
    session: Session, desk: Desk, day: date, at: datetime | None = None
) -> DayCheck:
    """The check of a day as the books say now; nothing is written.

    ``at`` is the moment of the run: by default the recorded run, else now for today,
    else 17:40:59. Feedback of the day counts until midnight, whenever the run was. A
    slip issued at the very second of the run was not open yet.
    """
    moments = moments_of(session, desk, day, at)
    check = judge_day(desk, day, moments, load_day_facts(session, desk, moments))
    row = _last_run(session, desk, day)
    if row is None:
        return check
    holds = _is_whole(row) and read_snapshot(row.snapshot).judges_as(check)
    return replace(
        check,
        final=_final_run(row),
        is_final=holds and row.run_at == check.run_at,
        still_holds=holds,
    )


def load_final(session: Session, desk: Desk, day: date) -> DayCheck | None:
    """What the last final run of a day said, word for word; None: there was none.

    Raises ``CheckDamaged`` if that is not what was recorded.
    """
    row = _last_run(session, desk, day)
    if row is None:
        return None
    if not _is_whole(row):
        raise CheckDamaged(day=day, no=row.run_no)
    return replace(
        read_snapshot(row.snapshot),
        final=_final_run(row),
        is_final=True,
        still_holds=True,
    )


def _last_run(session: Session, desk: Desk, day: date) -> Row[Any] | None:
    table = table_of(ReturnCheck)
    return session.execute(
        select(table)
        .where(table.c.centre_id == desk.centre_id, table.c.day == day)
        .order_by(table.c.run_no.desc())
        .limit(1)
    ).one_or_none()


def _is_whole(row: Row[Any]) -> bool:
    same: bool = snapshot_hash(row.snapshot) == row.hash
    return same


def _final_run(row: Row[Any]) -> FinalRun:
    names = ("run_no", "run_at", "recorded_at", "run_by", "engineering_by", "hash")
    return FinalRun(**{name: getattr(row, name) for name in names})


def make_final(session: Session, desk: Desk, order: FinalCheck) -> DayCheck:
    """Run the check of a day and keep it; the last run of a day counts.

    Every run is kept under its own number. ``final.repeats`` of the answer names the
    run before it where both say the same. Raises ``CheckTooEarly`` before 17:30 of
    the day, ``CheckTooLate`` after 17:30 of the next, ``CheckInFuture``.
    """
    desk.require(Permission.CHECK_RETURNS)
    engineering_by = clean_optional(order.engineering_by, "engineering_by", 80)
    # Two desks that run the same day wait for each other; issuing does not wait.
    session.scalar(
        select(Centre.id)
        .where(Centre.id == desk.centre_id)
        .with_for_update(key_share=True)
    )
    if order.holes:
        open_gaps(session, desk, order.holes)
    run_at = order.at
    if run_at is None:
        is_today = order.day == desk.today()
        run_at = desk.now() if is_today else default_run(session, desk, order.day)
    _require_possible(desk, order.day, run_at)
    check = check_day(session, desk, order.day, run_at)
    before = check.final
    text = snapshot_text(check)
    run = FinalRun(
        run_no=before.run_no + 1 if before else 1,
        run_at=run_at,
        recorded_at=desk.now(),
        run_by=desk.actor,
        engineering_by=engineering_by,
        hash=snapshot_hash(text),
        repeats=before.run_no if before and check.is_final else None,
    )
    row = ReturnCheck(
        centre_id=desk.centre_id,
        day=order.day,
        run_no=run.run_no,
        run_at=run_at,
        recorded_at=run.recorded_at,
        run_by=run.run_by,
        engineering_by=engineering_by,
        set_size=check.set_size,
        **{each.value: count for each, count in check.counts.items()},
        exceptions=check.exception_count,
        snapshot=text,
        hash=run.hash,
    )
    session.add(row)
    session.flush()
    log_change(session, desk, "return_check", row.id, "final", run_facts(row))
    return replace(check, final=run, is_final=True, still_holds=True)


def run_facts(row: object) -> Mapping[str, object]:
    """What the log says of a run: all that stands in its row, the snapshot by hash."""
    left_out = {"id", "centre_id", "snapshot"}
    columns = (c.name for c in table_of(ReturnCheck).columns if c.name not in left_out)
    return {name: getattr(row, name) for name in columns}


def gaps_of_day(day: date) -> GapSpan:
    """What is looked through for gaps before a day is made final."""
    return GapSpan(day, day + timedelta(days=1))


def _require_possible(desk: Desk, day: date, run_at: datetime) -> None:
    from_at = deadline(desk, "return_deadline", day)
    until_at = deadline(desk, "return_deadline", day + timedelta(days=1))
    if run_at > desk.now():
        raise CheckInFuture(day=day, at=run_at, now=desk.now())
    if run_at < from_at:
        raise CheckTooEarly(day=day, at=run_at, from_at=from_at)
    if run_at >= until_at:
        raise CheckTooLate(day=day, at=run_at, until_at=until_at)


def unchecked_days(session: Session, desk: Desk) -> tuple[date, ...]:
    """The days without a final run, in order; today only once 17:40 is over.

    They begin with the day to whose set the first slip the program issued belongs, or
    with the first run: the days of imported slips are taken to have run
    (interfaces.md). A day on which nothing was out counts too: the check runs every
    day (4.6), and that nothing was out is only known to whom has looked.
    """
    table = table_of(ReturnCheck)
    checked = set(
        session.scalars(
            select(table.c.day).where(table.c.centre_id == desk.centre_id).distinct()
        )
    )
    first_issued = session.scalar(
        select(Slip.issued_at)
        .where(Slip.centre_id == desk.centre_id, Slip.seq.is_not(None))
        .order_by(Slip.seq)
        .limit(1)
    )
    starts = set(checked)
    if first_issued is not None:
        first_day = desk.local(first_issued).date()
        set_until = deadline(desk, "return_deadline", first_day) + timedelta(minutes=1)
        starts.add(first_day + timedelta(days=first_issued >= set_until))
    today = desk.today()
    is_over = desk.now() > usual_run(desk, today)
    last = today if is_over else today - timedelta(days=1)
    first = min(starts, default=today)
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return tuple(day for day in days if day not in checked)
