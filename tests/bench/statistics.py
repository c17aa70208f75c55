"""A year's statistics on screen: every figure beside the year before, and all else.

The goal is a second with a million slips in the book; there is nothing to compare with.
"""

from collections.abc import Iterator
from datetime import date

from app.database import Database
from app.desk import Desk, open_desk
from app.statistics import load_statistics, load_statistics_report
from app.statistics_behind import find_figure_ids
from app.statistics_span import month_of, span_of
from models.statistics import Behind, FigureKey, Part, Span
from tests.bulk import bulk_database
from tests.bulk_template import UNTIL
from tests.measuring import Speed, median_ms

SIZES = (100_000, 1_000_000)
ROUNDS = 5
GOAL_MS = 1_000.0
ONE_FIGURE_MS = 500.0


def rows() -> Iterator[Speed]:
    """A year and a month over both sizes, and the slips behind one figure."""
    for size in SIZES:
        database = Database(f"sqlite:///{bulk_database(size)}")
        try:
            yield from _measured(database, size)
        finally:
            database.close()


def _measured(database: Database, size: int) -> Iterator[Speed]:
    desk = database.read(open_desk, clock=lambda: UNTIL)
    year = _year(desk)
    found = database.read(load_statistics, desk, year)
    name = f"statistics of a year, {found.cohort.issued:,} of {size:,} slips"
    taken = median_ms(lambda: database.read(load_statistics_report, desk, year), ROUNDS)
    yield Speed(name, taken, GOAL_MS)
    month = month_of(desk, date(2026, 10, 15))
    taken = median_ms(
        lambda: database.read(load_statistics_report, desk, month), ROUNDS
    )
    yield Speed("   of a month", taken, GOAL_MS)
    late = Behind(FigureKey.ARRIVAL, Part.MISSED)
    taken = median_ms(lambda: database.read(find_figure_ids, desk, year, late), ROUNDS)
    yield Speed("   the slips behind a figure", taken, ONE_FIGURE_MS)


def _year(desk: Desk) -> Span:
    """The year up to now."""
    until = desk.today()
    return span_of(
        desk, desk.at_local(until.replace(year=until.year - 1)), desk.at_local(until)
    )
