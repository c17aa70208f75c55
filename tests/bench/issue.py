"""P1: save one slip, durable, with number, event, chain and rights."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]

from app.database import Database
from app.desk import open_desk
from app.schema import create_or_upgrade
from app.slip_issue import issue_slip
from tests.clock import Clock
from tests.makers import UNIT_CALL, make_unit
from tests.measuring import Speed, side_by_side

_ROUNDS = 400
_TABLES = ("slip", "event", "number_series", "event_head")


def rows() -> Iterator[Speed]:
    """Ours against the same rows written by the bare driver, WAL + FULL."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'ours.db'}"
        create_or_upgrade(url)
        database = Database(url)
        desk = database.read(open_desk, clock=Clock())
        make_unit(database, desk)
        call = replace(UNIT_CALL, unit="3-1502")

        def ours() -> None:
            database.write(issue_slip, desk, call)

        ours()
        floor = _bare(Path(folder) / "ours.db", Path(folder) / "bare.db")
        bare, taken = side_by_side(_ROUNDS, floor, ours)
        database.close()
        yield Speed("P1 save one slip", taken, goal=5.0, floor=bare, figure=0.25)


def _bare(ours: Path, path: Path) -> Callable[[], None]:
    """Write what ``ours`` wrote for its last slip, by hand."""
    source = dbapi2.connect(str(ours))
    target = dbapi2.connect(str(path), isolation_level=None)
    target.execute("PRAGMA journal_mode=WAL")
    target.execute("PRAGMA synchronous=FULL")
    for sql, *_ in source.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name IN (?, ?, ?, ?)"
        " AND sql IS NOT NULL ORDER BY type = 'index'",
        _TABLES,
    ):
        target.execute(sql)
    last_slip = "SELECT * FROM slip ORDER BY id DESC LIMIT 1"
    last_event = "SELECT * FROM event ORDER BY seq DESC LIMIT 1"
    slip = list(source.execute(last_slip).fetchone())
    event = list(source.execute(last_event).fetchone())
    names = [row[1] for row in source.execute("PRAGMA table_info(slip)")]
    at = {name: names.index(name) for name in ("id", "seq", "number")}
    source.close()
    target.execute("INSERT INTO event_head VALUES (1, 0, '')")
    put_slip = f"INSERT INTO slip VALUES ({', '.join('?' * len(slip))})"
    put_event = f"INSERT INTO event VALUES ({', '.join('?' * len(event))})"
    count = 0

    def one() -> None:
        nonlocal count
        count += 1
        slip[at["id"]], slip[at["seq"]] = count, count
        slip[at["number"]] = f"WX260302-{count:03d}"
        event[1], event[5] = count, count
        run: Callable[..., Any] = target.execute
        run("BEGIN IMMEDIATE")
        for series, day in (("slip_seq", ""), ("slip", "2026-03-02")):
            run(
                "INSERT INTO number_series VALUES (1, ?, ?, 1, NULL)"
                " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
                (series, day),
            ).fetchone()
        run(put_slip, slip)
        run(put_event, event)
        run("UPDATE event_head SET last_seq = ?, last_hash = ?", (count, event[-1]))
        run("COMMIT")

    return one
