"""Checks that the search finds what the slips and the directory say, and no more."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.search_index import blocks_of, shelf_of
from app.search_key import TEXT_COLUMNS, SlipTexts, keys_of_slip
from app.search_mask import packed
from app.search_people import Person, people_of, starts_of_person, unit_starts
from models.base import table_of
from models.search_name import SearchName, SearchPerson
from models.search_post import BLOCK, SearchLoose, SearchPost
from models.slip import Slip
from models.unit import Unit

_CHUNK = 2000
_slip = table_of(Slip).c
_loose = table_of(SearchLoose).c
_post = table_of(SearchPost).c
_name = table_of(SearchName).c
_person = table_of(SearchPerson).c
_unit = table_of(Unit).c


def wrong_search(session: Session, desk: Desk) -> Iterator[Problem]:
    """Blocks of slips, units and people whose index is not what it would be if it
    were made now.
    """
    connection = session.connection()
    people: Counter[Person] = Counter()
    yield from _wrong_blocks(connection, desk, people)
    yield from _wrong_people(connection, desk, people)
    yield from _wrong_units(connection, desk)


def is_search_right(session: Session, desk: Desk) -> bool:
    """Whether the index is what it would be if it were made now."""
    return next(wrong_search(session, desk), None) is None


def _wrong_blocks(
    connection: Connection, desk: Desk, people: Counter[Person]
) -> Iterator[Problem]:
    blocks = blocks_of(connection, desk.centre_id)
    kept = _kept_sums(connection, desk, blocks)
    loose = set(
        connection.scalars(
            select(_loose.slip_id).where(_loose.centre_id == desk.centre_id)
        )
    )
    last = -1
    while True:
        first = connection.scalar(
            select(_slip.id)
            .where(_slip.centre_id == desk.centre_id, _slip.id > last)
            .order_by(_slip.id)
            .limit(1)
        )
        if first is None:
            break
        number = first // BLOCK
        last = number * BLOCK + BLOCK - 1
        rows = connection.execute(
            select(_slip.id, _slip.issued_at, *TEXT_COLUMNS)
            .where(_slip.centre_id == desk.centre_id, _slip.id.between(first, last))
            .order_by(_slip.id)
        ).all()
        posted = [row for row in rows if row[0] not in loose]
        for row in posted:
            people.update(people_of(SlipTexts(*row[2:])))
        is_right = kept.pop(number, 0) == _sum_of(posted)
        if not is_right or not _fits(blocks.get(number), rows, posted):
            facts = {"first": rows[0].number, "last": rows[-1].number}
            yield _problem(rows[0].number, Fault.SEARCH_SLIPS, facts)
    for number in sorted(number for number, left in kept.items() if left):
        first_no, last_no = f"#{number * BLOCK}", f"#{number * BLOCK + BLOCK - 1}"
        facts = {"first": first_no, "last": last_no}
        yield _problem(first_no, Fault.SEARCH_SLIPS, facts)


def _kept_sums(
    connection: Connection, desk: Desk, blocks: dict[int, Any]
) -> dict[int, int]:
    """What is kept of each block in one number; rows on a wrong shelf spoil it."""
    sums: defaultdict[int, int] = defaultdict(int)
    rows = connection.execution_options(yield_per=_CHUNK).execute(
        select(_post.shelf, _post.key, _post.block, _post.slips).where(
            _post.centre_id == desk.centre_id
        )
    )
    for shelf, key, number, slips in rows:
        block = blocks.get(number)
        right = block is not None and shelf == shelf_of(number, is_full=block.is_full)
        sums[number] ^= hash((key, slips, right))
    return dict(sums)


def _sum_of(rows: list[Any]) -> int:
    offsets: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        for key in keys_of_slip(SlipTexts(*row[2:])):
            offsets[key].append(row[0] % BLOCK)
    total = 0
    for key, some in offsets.items():
        total ^= hash((key, packed(some), True))
    return total


def _fits(block: Any, rows: Sequence[Any], posted: Sequence[Any]) -> bool:
    if block is None:
        return not posted
    times = [row.issued_at for row in rows]
    newest = max((row.issued_at for row in posted), default=block.newest_at)
    is_in_order = times == sorted(times)
    return block.newest_at >= newest and (is_in_order or not block.is_in_order)


def _wrong_people(
    connection: Connection, desk: Desk, people: Counter[Person]
) -> Iterator[Problem]:
    starts: defaultdict[Person, set[str]] = defaultdict(set)
    counts: dict[Person, int] = {}
    rows = connection.execution_options(yield_per=_CHUNK).execute(
        select(
            _person.name,
            _person.phone,
            _person.unit_label,
            _person.slips,
            _name.start,
        )
        .join_from(
            table_of(SearchPerson),
            table_of(SearchName),
            (_name.centre_id == _person.centre_id)
            & _name.is_person.is_(True)
            & (_name.target_id == _person.id),
            isouter=True,
        )
        .where(_person.centre_id == desk.centre_id)
    )
    for name, phone, unit, slips, start in rows:
        counts[name, phone, unit] = slips
        if start is not None:
            starts[name, phone, unit].add(start)
    for who in sorted(counts.keys() | people.keys()):
        is_right = counts.get(who, 0) == people[who]
        if not is_right or starts[who] != starts_of_person(*who[:2]):
            yield _problem(who[0], Fault.SEARCH_PERSON, {"name": who[0]})


def _wrong_units(connection: Connection, desk: Desk) -> Iterator[Problem]:
    units = connection.execute(
        select(_unit.id, _unit.label)
        .where(_unit.centre_id == desk.centre_id)
        .order_by(_unit.id)
    ).all()
    for at in range(0, len(units), _CHUNK):
        some = {unit_id: label for unit_id, label in units[at : at + _CHUNK]}
        kept: defaultdict[int, set[str]] = defaultdict(set)
        for unit_id, start in connection.execute(
            select(_name.target_id, _name.start).where(
                _name.centre_id == desk.centre_id,
                _name.is_person.is_(False),
                _name.target_id.in_(some),
            )
        ):
            kept[unit_id].add(start)
        for unit_id, starts in unit_starts(connection, list(some)).items():
            if kept[unit_id] != starts:
                label = some[unit_id]
                yield _problem(label, Fault.SEARCH_UNIT, {"label": label})


def _problem(ref: str, fault: Fault, facts: dict[str, str]) -> Problem:
    return Problem(ProblemKind.DATABASE, ref, fault, facts)
