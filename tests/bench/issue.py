"""P1: save one slip, durable, with number, event, chain, rights and search.

The floor writes the same rows into the same file by the bare driver, in turn with the
program; it chains nothing, so the file is good for nothing else after it.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]

from app.database import Database
from app.desk import open_desk
from app.slip_issue import issue_slip
from tests.bulk import bulk_copy
from tests.bulk_template import UNTIL
from tests.makers import UNIT_CALL
from tests.measuring import Speed, side_by_side

_SIZES = (10_000, 100_000, 1_000_000)
_ROUNDS = 400
_FIGURE_MS = 0.25
_GOAL = 5.0


def rows() -> Iterator[Speed]:
    """One row for each size of the books."""
    for slips in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = bulk_copy(slips, Path(folder))
            database = Database(f"sqlite:///{path}")
            floor, ours = _measured(database, path)
            database.close()
        name = f"P1 save one slip, {slips:,}"
        yield Speed(name, ours, _GOAL, floor, _FIGURE_MS)


def _measured(database: Database, path: Path) -> list[float]:
    desk = database.read(open_desk, clock=lambda: UNTIL)
    call = replace(UNIT_CALL, unit="3-1502", area="3号楼", place="3-1502")

    def ours() -> None:
        database.write(issue_slip, desk, call)

    ours()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        return side_by_side(_ROUNDS, _bare(connection), ours)


def _bare(connection: Any) -> Callable[[], None]:
    """Write what the program wrote for its last slip, by hand."""
    run: Callable[..., Any] = connection.execute
    names = [row[1] for row in run("PRAGMA table_info(slip)")]
    slip = list(run("SELECT * FROM slip ORDER BY id DESC LIMIT 1").fetchone())
    event = list(run("SELECT * FROM event ORDER BY seq DESC LIMIT 1").fetchone())
    number, seq = names.index("number"), names.index("seq")
    issued_at = slip[names.index("issued_at")]
    left = ", ".join(names[1:])
    put_slip = (
        f"INSERT INTO slip ({left}) VALUES ({', '.join('?' * len(names[1:]))})"
        " RETURNING id"
    )
    put_event = f"INSERT INTO event VALUES ({', '.join('?' * len(event))})"
    take = (
        "INSERT INTO number_series VALUES (1, ?, ?, 1, ?) ON CONFLICT DO UPDATE"
        " SET last = last + 1, last_at = excluded.last_at RETURNING last"
    )
    serial = count(1)

    def one() -> None:
        run("BEGIN IMMEDIATE")
        slip[seq] = run(take, ("slip_seq", "", issued_at)).fetchone()[0]
        run(take, ("slip", "2026-11-20", None)).fetchone()
        slip[number] = f"FLOOR-{next(serial)}"
        slip_id = run(put_slip, slip[1:]).fetchone()[0]
        last = run("SELECT last_seq, last_hash FROM event_head").fetchone()
        event[1], event[5] = last[0] + 1, slip_id
        run(put_event, event)
        run("UPDATE event_head SET last_seq = ?, last_hash = ?", (event[1], event[-1]))
        run("INSERT INTO search_loose VALUES (1, ?)", (slip_id,))
        run("COMMIT")

    return one
