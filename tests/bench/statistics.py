"""A year's statistics on screen: every figure beside the year before, and all else.

The goal is a second with a million slips in the book; there is nothing to compare with.
Two months are closed, in a transaction that is taken back: what is owed
is counted on from the last close. The books of the bench have no day made final, so all
are judged again; then every day is made final, as at a desk that lives by the rules,
with the counts it was judged to have.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, open_desk
from app.period_close import replay_close
from app.statistics import load_statistics_report
from app.statistics_behind import find_figure_ids
from app.statistics_days import count_days
from app.statistics_span import month_of, span_before, span_of
from models.base import table_of
from models.period import period_bounds
from models.return_check import ReturnCheck
from models.statistics import Behind, FigureKey, Part, Span
from tests.bulk import bulk_database
from tests.bulk_template import UNTIL
from tests.measuring import Speed, median_ms

SIZES = (100_000, 1_000_000)
CLOSED = ("2025-10", "2026-10")
ROUNDS = 5
GOAL_MS = 1_000.0
ONE_FIGURE_MS = 500.0


class _Undone(Exception):
    """Takes the closes back."""


def rows() -> Iterator[Speed]:
    """A year and a month over both sizes, and the slips behind figures."""
    # As on the lanes of the window, where nothing is collected (``ui/garbage.py``).
    gc.freeze()
    gc.disable()
    for size in SIZES:
        with _closed(size) as (session, desk):
            yield from _measured(session, desk, size)


@contextmanager
def _closed(size: int) -> Iterator[tuple[Session, Desk]]:
    database = Database(f"sqlite:///{bulk_database(size)}")
    try:
        desk = database.read(open_desk, clock=lambda: UNTIL)
        with suppress(_Undone), database.connect(writing=True) as connection:
            with Session(connection) as session:
                session.info["changed_tables"] = set()
                for period in CLOSED:
                    closed_at = period_bounds(period, desk.zone)[1]
                    replay_close(session, desk.at(closed_at), period)
                yield session, desk
            raise _Undone
    finally:
        database.close()


def _measured(session: Session, desk: Desk, size: int) -> Iterator[Speed]:
    year = _year(desk)
    found = load_statistics_report(session, desk, year)
    issued = found.now.cohort.issued
    label = f"statistics of a year, {issued:,} of {size:,} slips"
    taken = median_ms(lambda: load_statistics_report(session, desk, year), ROUNDS)
    yield Speed(f"{label}, no day final", taken, GOAL_MS)
    month = month_of(desk, date(2026, 10, 15))
    taken = median_ms(lambda: load_statistics_report(session, desk, month), ROUNDS)
    yield Speed("   of a month", taken, GOAL_MS)
    for key in (FigureKey.ARRIVAL, FigureKey.RETURN_IN_TIME, FigureKey.FEEDBACK):
        missed = Behind(key, Part.MISSED)
        taken = median_ms(partial(find_figure_ids, session, desk, year, missed), ROUNDS)
        yield Speed(f"   the slips behind {key}", taken, ONE_FIGURE_MS)
    for span in (year, span_before(desk, year)):
        _make_final(session, desk, span)
    assert load_statistics_report(session, desk, year).now.figures == found.now.figures
    taken = median_ms(lambda: load_statistics_report(session, desk, year), ROUNDS)
    yield Speed(f"{label}, every day final", taken, GOAL_MS)


def _make_final(session: Session, desk: Desk, span: Span) -> None:
    """Every day of a span, with the counts it has; no paper is kept of them."""
    rows = [
        {
            "centre_id": desk.centre_id,
            "day": day.day,
            "run_no": 1,
            "run_at": day.run_at,
            "recorded_at": day.run_at,
            "run_by": desk.actor,
            "set_size": day.on_time + day.late + day.out,
            "on_time": day.on_time,
            "late": day.late,
            "feedback": day.feedback,
            "late_feedback": 0,
            "missing": day.out - day.feedback,
            "exceptions": 0,
            "snapshot": "{}",
            "hash": "",
        }
        for day in count_days(session, desk, span)
        if not day.is_final
    ]
    session.execute(insert(table_of(ReturnCheck)), rows)


def _year(desk: Desk) -> Span:
    """The year up to now."""
    today = desk.today()
    before = today.replace(year=today.year - 1)
    return span_of(desk, desk.at_local(before), desk.at_local(today))
