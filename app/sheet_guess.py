"""Proposes what each heading of a sheet means: by its words and by its cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from app.sheet_shape import SheetColumn, SheetShape, body_rows, letters_of
from app.sheet_time import Written, read_written
from app.sheet_word import (
    choice_words,
    heading_scores,
    is_empty_word,
    plain_heading,
)
from app.slip_fields import is_phone
from models.data_book import CellKind, Heading
from models.sheet_grid import CellForm, Grid, GridCell
from models.sheet_mapping import SheetMapping
from models.sheet_target import JOINED, TARGETS, Target
from models.unit import parse_room

_SAMPLE = 300
_LEAST = 45
_YEAR = re.compile(r"(20\d{2})\s*年?")
_MONEY = re.compile(r"^[¥￥]?\s*-?\d[\d, ]*(\.\d+)?\s*元?$")
_FULL_PHONE = re.compile(r"^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$")


@dataclass(frozen=True, slots=True)
class _Looks:
    """What share (0…100) of a column's cells looks like what."""

    day: int
    clock: int
    phone: int
    room: int
    money: int
    short: int
    distinct: int
    words: tuple[str, ...]


def guess_mapping(grid: Grid, shape: SheetShape, target: Target) -> SheetMapping:
    """The most likely meaning of every column; a column that fits nothing is not read.

    A column of clock times joins the day beside it.
    """
    looks = _all_looks(grid, shape)
    headings = {heading.name: heading for heading in TARGETS[target]}
    asked = []
    for column in shape.columns:
        if not column.filled:
            continue
        for name, score in _heading_scores(target, column).items():
            fitted = _fit(headings[name], looks[column.index], score)
            asked.append((fitted, -column.index, column.key, name))
    asked.sort(reverse=True)
    chosen: dict[str, str] = {}
    for score, _, key, name in asked:
        if score < _LEAST or key in chosen or name in chosen.values():
            continue
        chosen[key] = name
    _join_clocks(shape, looks, target, chosen)
    if target in (Target.SLIPS, Target.UNITS):
        _guess_nameless(shape, looks, target, chosen)
    ordered = tuple((c.key, chosen[c.key]) for c in shape.columns if c.key in chosen)
    names = set(chosen.values())
    is_back = "returned_at" not in names and bool(names & {"done_at", "outcome"})
    return SheetMapping(columns=ordered, is_back=is_back)


def guess_target(scores: Mapping[Target, int]) -> Target:
    """The target most headings speak for."""
    return max(scores, key=lambda target: scores[target])


def guess_year(grid: Grid, shape: SheetShape, name: str) -> int | None:
    """The year the sheet says it is of: above its headings, in its title or file."""
    first = min(shape.head, default=1)
    above = [
        cell.text
        for row in grid.rows
        if row.number < first
        for _, cell in row.filled()
        if cell.form is CellForm.TEXT
    ]
    for text in (*above, grid.title, name):
        if found := _YEAR.search(text):
            return int(found[1])
    return None


def lacks_year(grid: Grid, shape: SheetShape, mapping: SheetMapping) -> bool:
    """Whether some day that will be read has no year of its own."""
    columns = [shape.column(key) for key, _ in mapping.columns]
    indexes = [each.index for each in columns if each is not None]
    for row in islice(body_rows(grid, shape.head), _SAMPLE):
        for index in indexes:
            cell = row.cell(index)
            if cell is None or cell.form is not CellForm.TEXT or len(cell.text) > 30:
                continue
            written = read_written(cell)
            if written is not None and written.has_day and written.year is None:
                return True
    return False


def joined_twice(shape: SheetShape, grid: Grid, keys: Sequence[str]) -> bool:
    """Whether columns that give one time are a day and clock times, as they must be."""
    looks = [
        _look_at(_cells(grid, shape, column))
        for key in keys
        if (column := shape.column(key)) is not None
    ]
    days = sum(look.day >= look.clock for look in looks)
    return days <= 1 and len(looks) <= 2


def _heading_scores(target: Target, column: SheetColumn) -> dict[str, int]:
    scores = heading_scores(target, column.title)
    # Under a group (业主 电话) the lower word is the heading, the upper one a hint.
    group, _, lower = column.title.rpartition(" ")
    if group:
        for name, score in heading_scores(target, lower).items():
            scores[name] = max(scores.get(name, 0), score - 5)
    return scores


def _fit(heading: Heading, look: _Looks, score: int) -> int:
    """The heading's score, corrected by what stands in the cells."""
    is_time = look.day + look.clock >= 60
    if heading.kind is CellKind.TIME:
        if look.day < 30:
            return score - 70
        return score + 5
    if is_time and look.day >= 60:
        return score - 70
    if heading.kind is CellKind.MONEY:
        return score + 5 if look.money >= 60 else score - 50
    if heading.kind is CellKind.CHOICE:
        known = choice_words(heading.name)
        hits = sum(word.lower() in known for word in look.words)
        if not look.words or not hits:
            return score - 45
        return score + (5 if hits == len(look.words) else 0)
    match heading.name:
        case "phone" | "phones":
            return score + 5 if look.phone >= 50 else score - 30
        case "unit" | "label":
            return score + (10 if look.room >= 40 else 0) - look.phone
        case "building" | "entrance":
            return score + 5 if look.short >= 80 and look.distinct < 60 else score - 50
        case "number":
            return score if look.distinct >= 90 else score - 20
        case "content" | "result_text":
            return score - 40 if look.money >= 80 or look.phone >= 60 else score
    return score - 40 if look.phone >= 80 else score


def _join_clocks(
    shape: SheetShape,
    looks: Mapping[int, _Looks],
    target: Target,
    chosen: dict[str, str],
) -> None:
    """Columns that hold clock times alone go with the nearest day at their left."""
    headings = {heading.name: heading for heading in TARGETS[target]}
    times = {
        key: name
        for key, name in chosen.items()
        if headings[name].kind is CellKind.TIME
    }
    taken = set()
    for column in shape.columns:
        look = looks.get(column.index)
        if look is None or look.clock < 60 or look.day >= 30:
            continue
        if column.key in chosen:
            continue
        before = [
            each
            for each in shape.columns
            if each.key in times
            and times[each.key] not in taken
            and looks[each.index].clock < 30
        ]
        own = _heading_scores_for_times(target, column, headings)
        same = [each for each in before if own.get(times[each.key], 0) >= _LEAST]
        left = [each for each in before if 0 < column.index - each.index <= 2]
        near = same or left
        if near:
            name = times[near[-1].key]
            chosen[column.key] = name
            taken.add(name)


def _heading_scores_for_times(
    target: Target, column: SheetColumn, headings: Mapping[str, Heading]
) -> dict[str, int]:
    return {
        name: score
        for name, score in heading_scores(target, column.title).items()
        if headings[name].kind is CellKind.TIME
    }


def _guess_nameless(
    shape: SheetShape,
    looks: Mapping[int, _Looks],
    target: Target,
    chosen: dict[str, str],
) -> None:
    """Columns without a heading are known by telephones and rooms alone."""
    phone, room = ("phone", "unit") if target is Target.SLIPS else ("phones", "label")
    for column in shape.columns:
        look = looks.get(column.index)
        if look is None or column.title or column.key in chosen:
            continue
        if look.phone >= 80 and phone not in chosen.values():
            chosen[column.key] = phone
        elif look.room >= 80 and room not in chosen.values():
            chosen[column.key] = room


def _all_looks(grid: Grid, shape: SheetShape) -> dict[int, _Looks]:
    return {
        column.index: _look_at(_cells(grid, shape, column))
        for column in shape.columns
        if column.filled
    }


def _cells(grid: Grid, shape: SheetShape, column: SheetColumn) -> list[GridCell]:
    found: list[GridCell] = []
    for row in body_rows(grid, shape.head):
        cell = row.cell(column.index)
        if cell is not None and not is_empty_word(cell.text):
            found.append(cell)
            if len(found) == _SAMPLE:
                break
    return found


def _look_at(cells: Sequence[GridCell]) -> _Looks:
    count = len(cells) or 1
    written = [read_written(cell) or Written() for cell in cells]
    texts = [cell.shown() for cell in cells]
    plain = [text.replace(" ", "").replace("-", "") for text in texts]

    def share(hits: int) -> int:
        return hits * 100 // count

    return _Looks(
        day=share(sum(each.has_day for each in written)),
        clock=share(sum(e.clock is not None and not e.has_day for e in written)),
        phone=share(
            sum(
                bool(_FULL_PHONE.match(p)) or (len(p) >= 11 and is_phone(t))
                for p, t in zip(plain, texts, strict=True)
            )
        ),
        room=share(sum(parse_room(text) is not None for text in texts)),
        money=share(sum(bool(_MONEY.match(text)) for text in texts)),
        short=share(sum(len(text) <= 6 for text in texts)),
        distinct=share(len(set(texts))),
        words=tuple(dict.fromkeys(text for text in texts))[:12],
    )


def heading_name(column: SheetColumn) -> str:
    """What to call a column: its heading, or its letter where it has none."""
    return column.title or letters_of(column.index)


def may_share(target: Target, name: str) -> bool:
    """Whether several columns may be read as one attribute."""
    kinds = {heading.name: heading.kind for heading in TARGETS[target]}
    return name in JOINED or kinds[name] is CellKind.TIME


def same_heading(one: str, other: str) -> bool:
    """Whether two headings differ in blanks and marks alone."""
    return plain_heading(one) == plain_heading(other)
