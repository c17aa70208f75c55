"""Writes the weeks of the template again and again, by the bare driver."""

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]

from app.demo_words import MARK
from app.event_log import FIRST_HASH, Recorded, entry_hash
from app.likeness import place_key
from models.period import period_of
from models.slip_number import format_number
from tests.bulk_pattern import Pattern, blank
from tests.bulk_template import COURTS, UNTIL, WEEKS, in_court, phone_in_court
from tests.bulk_weeks import Weeks, WeekSlip, WeeksReader, tables_of_slips
from tests.bulk_words import said_otherwise
from tests.clock import SITE

_CENTRE = 1
_NUMBER = "WX{yy}{mm}{dd}-{nnn}"
_ADD_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_place_key = lru_cache(200_000)(place_key)
_Filled = dict[Any, Any]
_CLOSED = (
    "carried_slip",
    "statement_file",
    "finance_period",
    "handover_copy",
    "handover_batch",
)
"""What the template closed and handed over is not written again."""


def write_bulk(template: Path, path: Path, slips: int) -> None:
    """Write a database of so many slips to a file that does not exist yet.

    Only the last weeks have open slips.
    """
    shutil.copy(template, path)
    reader = WeeksReader(template)
    whole, ended = reader.all(), reader.ended()
    before, rest = divmod(max(slips - len(whole.slips), 0), len(ended.slips))
    weeks = [whole if slips >= len(whole.slips) else reader.last(whole, slips)]
    weeks += [ended] * before
    if rest:
        weeks.append(reader.last(ended, rest))
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        writer = _Writer(connection, len(weeks))
        for back in reversed(range(len(weeks))):
            writer.write(weeks[back], -back * WEEKS)
        writer.finish()


class _Writer:
    """Counts and chains through all repetitions."""

    def __init__(self, connection: Any, repetitions: int) -> None:
        self._connection = connection
        self._random = Random(repetitions)
        self._repetition = 0
        self._slips = 0
        self._serials: Counter[date] = Counter()
        self._last_at = ""
        self._counted = {table.name: 1 for table in tables_of_slips()}
        self._seq, self._hash = 0, FIRST_HASH
        self._units, self._people = _directory(connection)
        # An interrupted file is thrown away, so nothing needs to survive.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-200000")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        self._made_last = [
            *_without(connection, "index"),
            *_without(connection, "trigger"),
        ]
        self._begin_log(UNTIL - repetitions * WEEKS)

    def write(self, weeks: Weeks, back: timedelta) -> None:
        """Write the weeks once more, ``back`` from where they stand."""
        filled = self._filled(weeks, back)
        run = self._connection
        run.execute("BEGIN")
        for table in weeks.tables:
            run.executemany(table.insert, table.rows(filled))
            if table.columns[0].name == "id" and table.columns[0].cells:
                self._counted[table.name] += len(table.columns[0].cells)
        run.executemany(_ADD_EVENT, self._entries(weeks, back, filled))
        run.execute("COMMIT")
        self._slips += len(weeks.slips)
        self._repetition += 1

    def finish(self) -> None:
        """Write the ends of the counters and of the chain; build the indexes."""
        run = self._connection
        run.execute("BEGIN")
        run.execute("DELETE FROM number_series")
        run.executemany(
            "INSERT INTO number_series VALUES (?, 'slip', ?, ?, NULL)",
            [(_CENTRE, str(day), last) for day, last in self._serials.items()],
        )
        run.execute(
            "INSERT INTO number_series VALUES (?, 'slip_seq', '', ?, ?)",
            (_CENTRE, self._slips, self._last_at),
        )
        run.execute(
            "UPDATE event_head SET last_seq = ?, last_hash = ?", (self._seq, self._hash)
        )
        # What was found out about a gap stands in entries that are not repeated.
        run.execute(
            "UPDATE gap_case SET cause = NULL, owner = NULL, resolution = NULL,"
            " closed_at = NULL, version = 1"
        )
        for statement in self._made_last:
            run.execute(statement)
        run.execute("COMMIT")
        run.execute("PRAGMA journal_mode=WAL")

    def _begin_log(self, at: datetime) -> None:
        """Throw the template's slips and checks away; the directory was kept."""
        run = self._connection
        entries = run.execute(
            "SELECT by, entity, entity_id, what, facts FROM event WHERE entity NOT IN"
            " ('slip', 'return_check', 'gap_case', 'finance_period', 'handover_batch')"
            " ORDER BY seq"
        ).fetchall()
        run.execute("DELETE FROM return_check")
        for name in _CLOSED:
            run.execute(f'DELETE FROM "{name}"')
        for table in reversed(tables_of_slips()):
            run.execute(f'DELETE FROM "{table.name}"')
        run.execute("DELETE FROM event")
        text = f"{at:%Y-%m-%d %H:%M:%S.%f}"
        run.executemany(
            _ADD_EVENT,
            [self._chained(Recorded(_CENTRE, at, *entry), text) for entry in entries],
        )

    def _chained(self, entry: Recorded, at: str) -> tuple[Any, ...]:
        self._seq += 1
        self._hash = entry_hash(self._hash, self._seq, entry)
        return (
            entry.centre_id,
            self._seq,
            at,
            entry.by,
            entry.entity,
            entry.entity_id,
            entry.what,
            entry.facts,
            self._hash,
        )

    def _entries(
        self, weeks: Weeks, back: timedelta, filled: _Filled
    ) -> Iterable[tuple[Any, ...]]:
        for entry in weeks.entries:
            facts = "".join([filled.get(piece, piece) for piece in entry.facts])
            recorded = Recorded(
                _CENTRE,
                entry.at + back,
                entry.by,
                "slip",
                filled[entry.slip],
                entry.what,
                facts,
            )
            yield self._chained(recorded, filled[entry.happened_at])

    def _filled(self, weeks: Weeks, back: timedelta) -> _Filled:
        """What every blank, moment and slip becomes in one repetition."""
        days = {
            moment[:10]: str(date.fromisoformat(moment[:10]) + back)
            for moment in weeks.moments
        }
        filled: _Filled = {blank("day", was): now for was, now in days.items()}
        for moment in weeks.moments:
            filled[moment] = days[moment[:10]] + moment[10:]
        for moment in weeks.moments:
            # Only what money needs: the period of a moment by the site's calendar.
            filled["period", moment] = _period(filled[moment])
        filled.update(self._counted)
        for count, slip in enumerate(weeks.slips, start=self._slips + 1):
            filled[slip.id] = filled["seq", slip.id] = count
            filled[blank("slip", slip.id)] = filled[blank("seq", slip.id)] = str(count)
            number = self._number(slip, back)
            filled[blank("number", slip.number)] = number
            period = _period(filled[slip.issued_at])
            filled["period", slip.id] = filled[blank("period", slip.id)] = period
            filled[blank("content", slip.id)] = said_otherwise(
                self._random, slip.content
            )
            self._move_in(slip, (self._repetition + slip.id) % COURTS, filled)
        self._last_at = filled[weeks.slips[-1].issued_at]
        return filled

    def _number(self, slip: WeekSlip, back: timedelta) -> str:
        at = datetime.fromisoformat(slip.issued_at).replace(tzinfo=UTC) + back
        day = at.astimezone(SITE).date()
        self._serials[day] += 1
        return format_number(_NUMBER, day, self._serials[day])

    def _move_in(self, slip: WeekSlip, court: int, filled: _Filled) -> None:
        """Say where it is in this court, and who lives there."""
        filled[blank("phone", slip.id)] = phone_in_court(court)
        if slip.building:
            filled[blank("building", slip.id)] = in_court(slip.building, court)
        if slip.unit is not None:
            unit = self._units[slip.unit][court]
            filled["unit_id", slip.id] = unit
            filled[blank("unit", slip.id)] = str(unit)
            for position, name in enumerate(self._people[unit]):
                filled[blank(f"name{position}/", slip.id)] = name
        filled["place_key", slip.id] = _place_key(
            _text(slip.place, filled), _text(slip.area, filled)
        )


def _text(pattern: Pattern, filled: _Filled) -> str:
    return "".join([filled.get(piece, piece) for piece in pattern])


def _directory(connection: Any) -> tuple[dict[int, list[int]], dict[int, list[str]]]:
    """Which units stand for one of the demonstration's, by court; who lives in each."""
    rows = connection.execute("SELECT id, label FROM unit ORDER BY id").fetchall()
    ids = {label: unit for unit, label in rows}
    units = {}
    for unit, label in rows[: len(rows) // COURTS]:
        building, _, room = label.partition("-")
        units[unit] = [
            ids[f"{in_court(building, court)}-{room}"] for court in range(COURTS)
        ]
    people: dict[int, list[str]] = {}
    for unit, name in connection.execute(
        "SELECT unit_id, name FROM unit_owner ORDER BY unit_id, position"
    ):
        people.setdefault(unit, []).append(name.removesuffix(MARK))
    return units, people


@lru_cache(100_000)
def _period(at: str) -> str:
    return period_of(datetime.fromisoformat(at).replace(tzinfo=UTC), SITE)


def _without(connection: Any, kind: str) -> Sequence[str]:
    """Drop the indexes, which are faster built at the end, or the triggers, which
    would ask about every row; how to make them.
    """
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL",
        (kind,),
    ).fetchall()
    for name, _ in found:
        connection.execute(f'DROP {kind} "{name}"')
    return [sql for _, sql in found]
