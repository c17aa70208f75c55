"""The return check of a day with 2,000 open slips, 100,000 slips in the book."""

import time
from collections.abc import Iterator
from contextlib import closing
from datetime import time as time_of_day
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from pysqlite3 import dbapi2  # type: ignore[import-untyped]

from app.database import Database
from app.desk import open_desk
from app.return_check import FinalCheck, check_day, make_final
from tests.bulk import bulk_copy
from tests.bulk_template import UNTIL
from tests.measuring import Speed
from ui.command_line.return_check import as_json
from ui.paper_draw import return_check_pdf

SLIPS = 100_000
OPEN = 2_000
TOLD_DAYS = 10
ROUNDS = 5
GOAL_MS = 1_000.0


def rows() -> Iterator[Speed]:
    """Counting the day for screen or command, keeping it, and its paper."""
    with TemporaryDirectory() as folder:
        path = bulk_copy(SLIPS, Path(folder))
        with closing(dbapi2.connect(str(path))) as connection:
            leave_out(connection, OPEN)
        database = Database(f"sqlite:///{path}")
        try:
            yield from _measured(database)
        finally:
            database.close()


def _measured(database: Database) -> Iterator[Speed]:
    desk = database.read(open_desk, clock=lambda: UNTIL)
    day = desk.today()
    end = desk.at_local(day, time_of_day(17, 45))
    desk = desk.at(end)
    counted, kept = [], []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        check = database.read(check_day, desk, day, end)
        told = as_json(check)
        counted.append(_since(begin))
        begin = time.perf_counter()
        database.write(make_final, desk, FinalCheck(day))
        kept.append(_since(begin))
    missing = told["missing"]
    assert isinstance(missing, list)
    assert check.set_size > OPEN
    yield Speed(f"return check, {OPEN:,} open of {SLIPS:,}", median(counted), GOAL_MS)
    yield Speed("   made final", median(kept), GOAL_MS)
    begin = time.perf_counter()
    return_check_pdf(check, desk)
    yield Speed("   its paper", _since(begin), 3_000)


def leave_out(connection: dbapi2.Connection, count: int) -> None:
    """Let the last ``count`` returned slips be out still, explained on most days."""
    connection.execute(
        "CREATE TEMP TABLE out_slip AS SELECT id, issued_at FROM slip"
        " WHERE state = 'returned' ORDER BY issued_at DESC LIMIT ?",
        (count,),
    )
    of_them = "(SELECT id FROM temp.out_slip)"
    connection.execute(
        "UPDATE slip SET state = 'dispatched', returned_at = NULL, outcome = NULL"
        f" WHERE id IN {of_them}"
    )
    connection.execute(f"DELETE FROM slip_return WHERE slip_id IN {of_them}")
    for back in range(TOLD_DAYS):
        connection.execute(
            "INSERT INTO feedback (slip_id, told_at, told_by, reason, eta_at)"
            " SELECT id, ?, '系统', '待料', ? FROM temp.out_slip"
            " WHERE id % 11 <> ?",
            (
                f"2026-11-{20 - back:02d} 09:35:00.000000",
                f"2026-11-{21 - back:02d} 09:35:00.000000",
                back,
            ),
        )
    connection.commit()


def _since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1_000
