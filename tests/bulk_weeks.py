"""Slips of the template with everything about them, ready to be written many times."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]
from sqlalchemy import Table

from app.demo_words import MARK
from models.all import Base
from models.column_types import Instant
from tests.bulk_pattern import Blanks, Pattern
from tests.bulk_table import (
    BulkTable,
    Cells,
    Column,
    Filled,
    column_of_texts,
    looked_up,
)
from tests.bulk_template import UNTIL, WEEKS

_BEGIN = f"{UNTIL - WEEKS:%Y-%m-%d %H:%M:%S}"
_ENDED = ("returned", "closed", "cancelled", "void")
_NUMBER = re.compile(r"WX\d{6}-\d{3,}")
_WITH_COPY = ("charge", "waive")
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log about ``slip``."""

    at: datetime
    happened_at: str
    by: str
    slip: int
    what: str
    facts: Pattern


@dataclass(frozen=True, slots=True)
class WeekSlip:
    """What differs between the repetitions of a slip.

    ``content`` is "" when it was amended; ``unit`` is None in public areas, and
    ``building`` "" where there is none.
    """

    id: int
    number: str
    issued_at: str
    content: str
    place: Pattern
    area: Pattern
    unit: int | None
    building: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """Some slips of the template in their order, and all that belongs to them."""

    slips: tuple[WeekSlip, ...]
    tables: tuple[BulkTable, ...]
    entries: tuple[Entry, ...]
    moments: frozenset[str]


class WeeksReader:
    """Reads the slips that were issued in the template's last weeks."""

    def __init__(self, path: Path) -> None:
        with closing(dbapi2.connect(str(path))) as connection:
            connection.row_factory = dbapi2.Row
            self._rows: dict[str, list[_Row]] = {
                table.name: connection.execute(
                    f'SELECT * FROM "{table.name}" ORDER BY 1, 2, 3'
                ).fetchall()
                for table in tables_of_slips()
            }
            self._log: list[_Row] = connection.execute(
                "SELECT * FROM event WHERE entity = 'slip' ORDER BY seq"
            ).fetchall()
            self._owners: dict[int | None, list[str]] = {}
            for unit, name in connection.execute(
                "SELECT unit_id, name FROM unit_owner ORDER BY unit_id, position"
            ):
                self._owners.setdefault(unit, []).append(name.removesuffix(MARK))
        self._slips = {row["id"]: row for row in self._rows["slip"]}
        self._named = self._references()
        self._amended = {
            row["entity_id"]
            for row in self._log
            if row["what"] == "amend" and "content" in json.loads(row["facts"])["set"]
        }

    def all(self) -> Weeks:
        """Every slip; some are still open at the end."""
        return self._weeks(self._inside())

    def ended(self) -> Weeks:
        """The slips about which nothing is left to do."""
        return self._weeks(filter(self._is_ended, self._inside()))

    def last(self, weeks: Weeks, count: int) -> Weeks:
        """The last slips of ``weeks``."""
        ids = [slip.id for slip in weeks.slips]
        size = count
        while len(self._closed(ids[len(ids) - size :])) < count:
            size += 1
        return self._weeks(ids[len(ids) - size :])

    def _inside(self) -> Iterable[int]:
        return (s for s, row in self._slips.items() if row["issued_at"] >= _BEGIN)

    def _is_ended(self, slip: int) -> bool:
        row = self._slips[slip]
        return row["state"] in _ENDED and row["inspect_status"] != "pending"

    def _references(self) -> dict[int, set[int]]:
        """Which other slips a slip names, in its row or in the log."""
        by_number = {row["number"]: slip for slip, row in self._slips.items()}
        named: dict[int, set[int]] = {slip: set() for slip in self._slips}
        for row in self._log:
            about = named[row["entity_id"]]
            about |= {by_number[number] for number in _NUMBER.findall(row["facts"])}
            about.add(json.loads(row["facts"])["set"].get("parent_slip_id"))
        return {slip: others - {None, slip} for slip, others in named.items()}

    def _closed(self, wanted: Iterable[int]) -> list[int]:
        """Without the slips that name one that is not there."""
        kept = list(wanted)
        known: set[int] = set()
        while len(known) != len(kept):
            known = set(kept)
            kept = [slip for slip in kept if self._named[slip] <= known]
        return kept

    def _weeks(self, wanted: Iterable[int]) -> Weeks:
        kept = self._closed(wanted)
        blanks = {slip: self._blanks(slip) for slip in kept}
        tables = repeated_tables()
        places = {
            table.name: self._places(table, blanks)
            for table in tables
            if _has_id(table)
        }
        parts = [
            _Part(table, self._rows[table.name], blanks, places) for table in tables
        ]
        entries = tuple(
            Entry(
                _instant(row["happened_at"]),
                row["happened_at"],
                row["by"],
                row["entity_id"],
                row["what"],
                blanks[row["entity_id"]].pattern(row["facts"]),
            )
            for row in self._log
            if row["entity_id"] in blanks
        )
        moments = {entry.happened_at for entry in entries}
        return Weeks(
            tuple(self._slip(slip, blanks[slip]) for slip in kept),
            tuple(part.bulk_table() for part in parts),
            entries,
            frozenset(moments.union(*(part.moments() for part in parts))),
        )

    def _places(self, table: Table, blanks: Mapping[int, Blanks]) -> dict[int, int]:
        """Where each row of a table stands among those that are kept, by its id."""
        owner = _owner(table)
        kept = (row for row in self._rows[table.name] if row[owner] in blanks)
        return {row["id"]: place for place, row in enumerate(kept)}

    def _blanks(self, slip: int) -> Blanks:
        owners = self._owners.get(self._slips[slip]["unit_id"], [])
        return Blanks(slip, tuple(owners), self._content(slip))

    def _content(self, slip: int) -> str:
        """Its words, unless the log tells of others too."""
        words: str = self._slips[slip]["content"]
        return "" if slip in self._amended else words

    def _slip(self, slip: int, blanks: Blanks) -> WeekSlip:
        row = self._slips[slip]
        return WeekSlip(
            slip,
            row["number"],
            row["issued_at"],
            self._content(slip),
            blanks.pattern(row["unit_label"] or row["place"]),
            blanks.pattern(row["area"]),
            row["unit_id"],
            _building(row["area"]),
        )


class _Part:
    """The rows of one table that belong to some slips."""

    def __init__(
        self,
        table: Table,
        rows: Iterable[_Row],
        blanks: Mapping[int, Blanks],
        places: Mapping[str, Mapping[int, int]],
    ) -> None:
        self._table = table
        self._blanks = blanks
        self._places = places
        self._owner = _owner(table)
        self._rows = [row for row in rows if row[self._owner] in blanks]

    def bulk_table(self) -> BulkTable:
        """The table as it is written again."""
        name = self._table.name
        return BulkTable(name, tuple(self._column(c.name) for c in self._table.columns))

    def _period(self, row: _Row) -> object:
        """Nothing is closed in these books, so a copy, its fee and what was waived
        stand in the slip's own period, and money in that of its day.
        """
        if row["posting_period"] is None:
            return None
        if self._table.name == "ledger_entry" and row["kind"] not in _WITH_COPY:
            return ("period", row["effective_at"])
        return ("period", row[self._owner])

    def moments(self) -> set[str]:
        """Every moment in it."""
        return {
            row[column.name]
            for column in self._table.columns
            if isinstance(column.type, Instant)
            for row in self._rows
            if row[column.name] is not None
        }

    def _column(self, name: str) -> Column:
        cells = [row[name] for row in self._rows]
        slips = [row[self._owner] for row in self._rows]
        kind = (self._table.name, name)
        if kind in (("slip", "seq"), ("slip", "unit_id"), ("slip", "place_key")):
            keys = [
                None if cell is None else (name, slip)
                for cell, slip in zip(cells, slips, strict=True)
            ]
            return Column(name, keys, looked_up)
        if kind == ("ledger_entry", "receipt_no"):
            # A receipt belongs to one day, and these are written in every week.
            return Column(name, [None] * len(cells))
        if name == "posting_period":
            return Column(name, [self._period(row) for row in self._rows], looked_up)
        column = self._table.columns[name]
        for key in column.foreign_keys:
            other = key.column.table.name
            if other in self._places and other != "slip":
                place = self._places[other]
                cells = [
                    cell if cell is None else (other, place[cell]) for cell in cells
                ]
                return Column(name, cells, _moved_on)
        is_slip = any(key.column.table.name == "slip" for key in column.foreign_keys)
        if is_slip or kind == ("slip", "id") or isinstance(column.type, Instant):
            return Column(name, cells, looked_up)
        if column.primary_key and name == "id":
            return Column(name, [self._table.name] * len(cells), _counted_on)
        if not any(isinstance(cell, str) for cell in cells):
            return Column(name, cells)
        return column_of_texts(
            name,
            [
                None if cell is None else self._blanks[slip].pattern(cell)
                for cell, slip in zip(cells, slips, strict=True)
            ],
        )


def tables_of_slips() -> list[Table]:
    """The slips and everything that belongs to one, parents first."""
    return [
        table
        for table in Base.metadata.sorted_tables
        if table.name == "slip"
        or any(key.column.table.name == "slip" for key in table.foreign_keys)
    ]


def repeated_tables() -> list[Table]:
    """Those of them that are written again: bundles and what closes hand on are not."""
    left_out = {"handover_copy", "carried_slip"}
    return [table for table in tables_of_slips() if table.name not in left_out]


def _owner(table: Table) -> str:
    return "id" if table.name == "slip" else "slip_id"


def _has_id(table: Table) -> bool:
    return [column.name for column in table.primary_key] == ["id"]


def _moved_on(cells: Cells, filled: Filled) -> Iterable[int | None]:
    return [cell if cell is None else filled[cell[0]] + cell[1] for cell in cells]


def _counted_on(cells: Cells, filled: Filled) -> Iterable[int]:
    if not cells:
        return ()
    return range(filled[cells[0]], filled[cells[0]] + len(cells))


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _building(area: str) -> str:
    found = re.match(r"\d(?=号楼)", area)
    return found[0] if found else ""
