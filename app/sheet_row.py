"""Turns the rows of a centre's own sheet into rows of the data book, with every error.

What the sheet does not say is filled from the fixed values, or made of what it does
say where that is certain: the area of a unit from its room, a number from the day.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from app.progress import SILENT, Progress
from app.sheet_cell import CellUnread, Ground, plain_text, read_phones, read_value
from app.sheet_place import (
    area_of,
    is_building,
    kind_of,
    names_entrance,
    room_label,
)
from app.sheet_shape import LeftOut, SheetShape, body_rows, why_left_out
from app.sheet_word import DITTO, is_empty_word
from models.data_book import COMPLETED, NAMES, UNFINISHED, UNIT, Heading
from models.data_book_problem import CellFault, Problem
from models.money import format_plain
from models.sheet_grid import CellForm, Grid, GridCell, GridRow
from models.sheet_mapping import SheetMapping
from models.sheet_target import PARTS, TARGETS, Target

_TELL_EVERY = 200
_DOOR = re.compile(r"[0-9]{2,4}[室房号]?")
_STEPS = (
    "reported_at",
    "issued_at",
    "dispatched_at",
    "received_at",
    "arrived_at",
    "done_at",
    "appointment_at",
    "escorted_at",
    "ended_at",
    "returned_at",
    "inspected_at",
)
"""The times of a slip, none earlier than one before it."""
_ASIDE = frozenset({"appointment_at", "escorted_at", "ended_at"})
MOST_PROBLEMS = 50_000
LONGEST_PREFIX = 12


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One record: attribute → value; ``bad`` names what could not be read."""

    number: int
    values: Mapping[str, Any]
    bad: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetReading:
    """Everything a sheet says through a mapping, and what can be said against it.

    ``problems`` name the target's columns; ``row`` is the row of the sheet.
    """

    target: Target
    rows: tuple[ReadRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass
class _Numbering:
    """Numbers for rows without one: ``旧260305-001``, by day in the sheet's order."""

    prefix: str
    zone: ZoneInfo
    counts: Counter[str] = field(default_factory=Counter)

    def make(self, at: datetime) -> str:
        day = f"{at.astimezone(self.zone):%y%m%d}"
        self.counts[day] += 1
        return f"{self.prefix}{day}-{self.counts[day]:03d}"


def read_sheet(
    grid: Grid,
    shape: SheetShape,
    target: Target,
    mapping: SheetMapping,
    now: datetime,
    year: int | None = None,
    progress: Progress = SILENT,
) -> SheetReading:
    """Read every row below the headings; ``now`` is aware, in the site's zone."""
    reader = _Reader(shape, target, mapping, now, year)
    titles = frozenset(column.key for column in shape.columns)
    left_out: list[LeftOut] = []
    rows: list[ReadRow] = []
    body = list(body_rows(grid, shape.head))
    reader.look_ahead(body)
    for done, row in enumerate(body):
        if done % _TELL_EVERY == 0:
            progress.step(done, len(body))
        why = why_left_out(row, titles)
        if why:
            left_out.append(LeftOut(row.number, why))
            if why == "section":
                reader.begin_section(row)
        elif (read := reader.read(row)) is not None:
            rows.append(read)
    return SheetReading(target, tuple(rows), tuple(reader.problems), tuple(left_out))


class _Reader:
    """Reads row after row; ``problems`` grow as it goes."""

    def __init__(
        self,
        shape: SheetShape,
        target: Target,
        mapping: SheetMapping,
        now: datetime,
        year: int | None,
    ) -> None:
        zone = now.tzinfo
        assert isinstance(zone, ZoneInfo)
        self.problems: list[Problem] = []
        self._target = target
        self._ground = Ground(
            now, year, {(name, word): choice for name, word, choice in mapping.words}
        )
        self._numbering = _Numbering(mapping.prefix[:LONGEST_PREFIX], zone)
        self._fixed = dict(mapping.fixed)
        self._is_back = mapping.is_back
        self._zone = zone
        self._sources = [
            (heading, tuple(self._indexes(shape, mapping, heading.name)))
            for heading in TARGETS[target]
        ]
        self._headings = {heading.name: heading for heading in TARGETS[target]}
        self._above: dict[int, GridCell] = {}
        self._is_gated = False
        self._section = ""

    def look_ahead(self, body: Sequence[GridRow]) -> None:
        """Whether rooms beside their building begin with the entrance: one that cannot
        be the building tells it of all.
        """
        parts = dict((heading.name, indexes) for heading, indexes in self._sources)
        rooms = parts.get("unit", parts.get("label", ()))
        buildings = parts.get("building", ())
        if not rooms or not buildings or parts.get("entrance"):
            return
        self._is_gated = any(
            (room := row.cell(rooms[0])) is not None
            and (building := row.cell(buildings[0])) is not None
            and names_entrance(plain_text(room), plain_text(building))
            for row in body
        )

    def begin_section(self, row: GridRow) -> None:
        """A row between the records: ``1栋`` stands over the doors of that building."""
        _, cell = next(row.filled())
        text = plain_text(cell)
        self._section = text if is_building(text) else ""

    def _said(self, row: GridRow, index: int) -> GridCell | None:
        """A cell; where it says 同上, the one above it."""
        cell = row.cell(index)
        if cell is None:
            return None
        if cell.form is CellForm.TEXT and cell.text.strip() in DITTO:
            return self._above.get(index)
        self._above[index] = cell
        return cell

    @staticmethod
    def _indexes(shape: SheetShape, mapping: SheetMapping, name: str) -> Iterator[int]:
        for key in mapping.headings_of(name):
            column = shape.column(key)
            if column is not None:
                yield column.index

    def read(self, row: GridRow) -> ReadRow | None:
        """One record; None if nothing that is read stands in the row."""
        values: dict[str, Any] = {}
        bad: set[str] = set()
        is_blank = True
        for heading, indexes in self._sources:
            cells = [
                cell
                for index in indexes
                if (cell := self._said(row, index)) is not None
                and not is_empty_word(cell.text)
            ]
            if cells:
                is_blank = False
            elif heading.name in self._fixed:
                cells = [GridCell(CellForm.TEXT, self._fixed[heading.name])]
            try:
                if cells:
                    value = self._value(heading, cells, values)
                    if value not in (None, "", ()):
                        values[heading.name] = value
            except CellUnread as unread:
                bad.add(heading.name)
                shown = " ".join(cell.shown() for cell in cells)
                self._tell(row.number, heading, shown, unread.fault, unread.facts)
        if is_blank:
            return None
        self._need_building(row.number, values, bad)
        self._make(values, bad)
        self._limit(row.number, values, bad)
        for name in (part.name for part in PARTS):
            values.pop(name, None)
        for heading in TARGETS[self._target]:
            name = heading.name
            if heading.is_required and name not in values and name not in bad:
                bad.add(name)
                self._tell(row.number, heading, "", CellFault.MISSING, {})
        return ReadRow(row.number, values, frozenset(bad))

    def _value(
        self, heading: Heading, cells: list[GridCell], values: dict[str, Any]
    ) -> Any:
        if self._target is Target.SLIPS and heading.name == "phone":
            first, *others = read_phones(cells[0])
            if others:
                values["other_phones"] = NAMES.join(others)
            return first
        if heading.name == "phones":
            return tuple(read_phones(cells[0]))
        return read_value(heading, cells, self._ground)

    def _need_building(self, row: int, values: dict[str, Any], bad: set[str]) -> None:
        """A bare door is a room only with its building: 101 stands in every one."""
        door = str(values.get("unit", values.get("label", "")))
        if "building" in bad | values.keys() or not _DOOR.fullmatch(door):
            return
        if self._section:
            values["building"] = self._section
        elif self._has("building"):
            bad.add("building")
            heading = self._headings["building"]
            self._tell(row, heading, "", CellFault.MISSING, {})

    def _make(self, values: dict[str, Any], bad: set[str]) -> None:
        """Fill what follows from the rest of the row (never over what was said)."""
        if self._target is Target.SLIPS:
            self._make_slip(values, bad)
        elif self._target is Target.UNITS and "label" in values:
            parts = values.get("building", ""), values.get("entrance", "")
            label = room_label(values["label"], *parts, is_gated=self._is_gated)
            values["label"] = label

    def _make_slip(self, values: dict[str, Any], bad: set[str]) -> None:
        parts = values.get("building", ""), values.get("entrance", "")
        if "unit" in values:
            gated = self._is_gated
            values["unit"] = room_label(values["unit"], *parts, is_gated=gated)
        elif "place" in values and any(parts):
            values["place"] = room_label(values["place"], *parts)
        where = values.get("place", "") or values.get("unit", "")
        if "area_kind" not in values and "area_kind" not in bad and where:
            values["area_kind"] = kind_of(where, has_unit="unit" in values)
        is_unit = values.get("area_kind") == UNIT
        if is_unit and "unit" not in values and "place" in values:
            label = room_label(values["place"])
            if area_of(label):
                values["unit"] = label
        if not is_unit and "unit" in values:
            # Public work has no unit; the room it was told of is its place.
            unit = values.pop("unit")
            values.setdefault("place", unit)
        if "place" not in values and "place" not in bad and "unit" in values:
            values["place"] = values["unit"]
        if "area" not in values and "area" not in bad and where:
            area = area_of(values.get("unit", "")) or area_of(where)
            values["area"] = area or values.get("area_kind", "")
        if "reporter" not in values and values.get("owner_name"):
            values["reporter"] = values["owner_name"]
        if "issued_at" not in values and "issued_at" not in bad:
            if "reported_at" in values:
                values["issued_at"] = values["reported_at"]
            elif "reported_at" in bad:
                bad.add("issued_at")  # the fault is told once, where it stands
        _set_right(values, self._zone)
        if self._is_back and not bad & {"returned_at", "done_at", "outcome"}:
            _take_back(values)
        if others := values.pop("other_phones", ""):
            remark = values.get("remark", "")
            values["remark"] = f"{remark}；{others}" if remark else others
        if "number" not in values and "number" not in bad and not self._has("number"):
            if "issued_at" in values:
                values["number"] = self._numbering.make(values["issued_at"])
            else:
                bad.add("number")

    def _limit(self, row: int, values: dict[str, Any], bad: set[str]) -> None:
        """What was put together of several cells may be too long for its column."""
        for name, value in list(values.items()):
            heading = self._headings.get(name)
            if heading is None or not isinstance(value, str):
                continue
            if len(value) > heading.longest and name not in bad:
                bad.add(name)
                del values[name]
                facts = {"length": len(value), "limit": heading.longest}
                self._tell(row, heading, value, CellFault.TOO_LONG, facts)

    def _has(self, name: str) -> bool:
        """Whether a column of the sheet is read as ``name``."""
        return any(
            heading.name == name and indexes for heading, indexes in self._sources
        )

    def _tell(
        self,
        row: int,
        heading: Heading,
        value: str,
        fault: CellFault,
        facts: Mapping[str, object],
    ) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(
                Problem(
                    "", row, heading.title, value[:200], fault, tuple(facts.items())
                )
            )


def _set_right(values: dict[str, Any], zone: ZoneInfo) -> None:
    """A day without a clock time is no earlier than what came before on that day."""
    last: datetime | None = None
    for name in _STEPS:
        at = values.get(name)
        if at is None:
            continue
        local = at.astimezone(zone)
        is_bare = last is not None and at < last and local.time() == time()
        if is_bare and last and last.astimezone(zone).date() == local.date():
            at = values[name] = last
        if name not in _ASIDE:
            last = at


def _take_back(values: dict[str, Any]) -> None:
    """Finished work of an old register: its paper counts as back when it was done."""
    if "returned_at" in values or "ending" in values:
        return
    is_done = "done_at" in values or values.get("outcome") == COMPLETED
    if is_done and values.get("outcome") != UNFINISHED:
        steps = [values[name] for name in _STEPS[:6] if name in values]
        if steps:
            values["returned_at"] = max(steps)


def shown_value(heading: Heading, value: object, zone: ZoneInfo) -> str:
    """A value as the data book would show it."""
    if isinstance(value, datetime):
        local = value.astimezone(zone)
        if local.time() == time():
            return f"{local:%Y-%m-%d}"
        seconds = ":%S" if local.second else ""
        return local.strftime(f"%Y-%m-%d %H:%M{seconds}")
    if isinstance(value, Decimal):
        return format_plain(value)
    if isinstance(value, tuple):
        return NAMES.join(map(str, value))
    return "" if value is None else str(value)


def used_headings(target: Target, reading: SheetReading) -> list[Heading]:
    """The columns of the target that hold something or are wrong somewhere."""
    names = {name for row in reading.rows for name in (*row.values, *row.bad)}
    return [
        heading
        for heading in TARGETS[target]
        if heading.name in names and heading not in PARTS
    ]


def choice_faults(reading: SheetReading) -> list[tuple[str, str]]:
    """The words of choice columns that mean nothing yet: (column, word), each once."""
    return list(
        dict.fromkeys(
            (problem.heading, problem.value)
            for problem in reading.problems
            if problem.fault is CellFault.NOT_A_CHOICE
        )
    )
