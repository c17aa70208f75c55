"""Slips that fit what was typed, newest first or all of them, by way of the index."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from heapq import heappop, heappush
from itertools import compress, islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    literal_column,
    select,
    union_all,
)

from app.search_index import shelf_of
from app.search_key import TEXT_COLUMNS, SlipTexts
from app.search_mask import offsets_down
from app.search_word import Query
from models.base import table_of
from models.search_post import BLOCK, SearchBlock, SearchLoose, SearchPost
from models.slip import Slip, SlipState

_FIRST_BLOCKS = 12
"""The newest blocks, which hold what most questions are after."""
_NEXT_BLOCKS = 52
"""The next ones, read where the first held a little; then all the rest."""
_FIRST_SLIPS = 16
_IDS_AT_ONCE = 500
_BITS = bytes.maketrans(b"01", b"\0\1")

_slip = table_of(Slip).c
_loose = table_of(SearchLoose).c
_block = table_of(SearchBlock).c
_post = table_of(SearchPost).c
_OF_CENTRE: BindParameter[int] = bindparam("centre")
_FACTS = 3
_COLUMNS = (_slip.id, _slip.issued_at, _slip.state, *TEXT_COLUMNS)
_LOOSE_SLIPS = (
    select(*_COLUMNS)
    .join_from(table_of(SearchLoose), table_of(Slip), _slip.id == _loose.slip_id)
    .where(_loose.centre_id == _OF_CENTRE)
    .order_by(_slip.issued_at.desc(), _slip.id.desc())
)
_SLIPS = select(*_COLUMNS).where(_slip.id.in_(bindparam("ids", expanding=True)))
_TIMES = select(_slip.id, _slip.issued_at).where(
    _slip.id.in_(bindparam("ids", expanding=True))
)
_BLOCK_COLUMNS = (
    _block.block,
    _block.newest_at,
    _block.is_in_order,
    _block.is_full,
)
_NEWEST = (
    select(*_BLOCK_COLUMNS)
    .where(_block.centre_id == _OF_CENTRE)
    .order_by(_block.newest_at.desc(), _block.block.desc())
    .limit(bindparam("most"))
    .offset(bindparam("start"))
)
_OTHERS = (
    select(*_BLOCK_COLUMNS)
    .where(
        _block.centre_id == _OF_CENTRE,
        _block.block.in_(bindparam("numbers", expanding=True)),
    )
    .order_by(_block.newest_at, _block.block)
)
_POSTS = select(_post.key, _post.block, _post.slips).where(
    _post.centre_id == _OF_CENTRE,
    _post.key.in_(bindparam("keys", expanding=True)),
)
_SOME_POSTS = _POSTS.where(
    _post.shelf.in_(bindparam("shelves", expanding=True)),
    _post.block.between(bindparam("low"), bindparam("high")),
)
_SHELVES = union_all(
    select(literal_column("0")),
    select(_block.block + 1).where(
        _block.centre_id == _OF_CENTRE, _block.is_full.is_(False)
    ),
)
_EVERY_POST = _POSTS.where(_post.shelf.in_(_SHELVES))


@dataclass(frozen=True, slots=True)
class FoundSlip:
    """A slip that fits."""

    id: int
    issued_at: datetime
    state: SlipState
    texts: SlipTexts


class SearchIndex:
    """The index of a centre as it is now: what several questions read of it is read
    once.
    """

    def __init__(self, connection: Connection, centre_id: int) -> None:
        self.connection = connection
        self.centre = {"centre": centre_id}
        self._newest: dict[tuple[int, int], Sequence[Any]] = {}

    @cached_property
    def loose(self) -> Sequence[Any]:
        """The slips no block holds, the newest first."""
        return self.connection.execute(_LOOSE_SLIPS, self.centre).all()

    def newest(self, start: int, most: int) -> Sequence[Any]:
        """Blocks with the newest slips, the newest last."""
        if (start, most) not in self._newest:
            span = {**self.centre, "start": start, "most": most}
            blocks = self.connection.execute(_NEWEST, span).all()
            self._newest[start, most] = blocks[::-1]
        return self._newest[start, most]

    @property
    def loose_texts(self) -> list[SlipTexts]:
        """What those slips say."""
        return [SlipTexts(*row[_FACTS:]) for row in self.loose]


class SlipSearch:
    """One question to the slips of a centre.

    ``most`` bounds how many slips are looked at that the index takes for possible:
    then the answer ends, whatever is left.
    """

    def __init__(
        self, index: SearchIndex, query: Query, most: int | None = None
    ) -> None:
        self._index = index
        self._query = query
        self._most = most
        self._looked_at = 0
        self._waiting: list[Any] = []
        self._kept: dict[int, dict[str, bytes]] = {}
        self._masks: dict[int, int] = {}
        self._is_all_read = False
        self._known: dict[int, FoundSlip | None] = {}
        self._fetched = 0

    def newest(self) -> Iterator[FoundSlip]:
        """The slips that fit, by time of issue and id, the newest first."""
        if self._query.is_empty:
            return
        heads: list[tuple[float, int, FoundSlip, Iterator[FoundSlip]]] = []
        _push(heads, self._loose())
        while True:
            block = self._next_block(heads[0][2].issued_at if heads else None)
            if block is not None:
                _push(heads, self._of_block(block))
                continue
            if not heads or self._is_tired:
                return
            _, _, found, rest = heappop(heads)
            yield found
            _push(heads, rest)

    def ids(self) -> "array[int]":
        """The ids of all slips that fit, in no order."""
        ids = array("q")
        if self._query.is_empty:
            return ids
        ids.extend(found.id for found in self._loose())
        if len(self._read(0, _FIRST_BLOCKS)) == _FIRST_BLOCKS:
            self._read_rest()
        for number in self._kept:
            mask = self._mask(number)
            span = range(number * BLOCK, number * BLOCK + BLOCK)
            bits = f"{mask:b}"[::-1].encode().translate(_BITS)
            possible = list(compress(span, bits))
            if self._query.is_exact:
                ids.extend(possible)
                continue
            for start in range(0, len(possible), _IDS_AT_ONCE):
                some = possible[start : start + _IDS_AT_ONCE]
                ids.extend(found.id for found in self._fitting(some))
        return ids

    @property
    def _is_tired(self) -> bool:
        return self._most is not None and self._looked_at >= self._most

    def _loose(self) -> Iterator[FoundSlip]:
        return iter([found for row in self._index.loose if (found := self._found(row))])

    def _next_block(self, known_at: datetime | None) -> Any:
        """The next block with a slip that may come before the one of ``known_at``."""
        while True:
            if not self._waiting and not self._read_more():
                return None
            block = self._waiting[-1]
            if known_at is not None and block.newest_at < known_at:
                return None
            self._waiting.pop()
            if self._mask(block.block):
                return block

    def _mask(self, number: int) -> int:
        """Which slips of a block that was read may fit; seen when it is asked for."""
        if number not in self._masks:
            self._masks[number] = self._query.mask(self._kept[number])
        return self._masks[number]

    def _read_more(self) -> bool:
        """Read the first blocks, the next and the rest; False if there are no more."""
        while not self._waiting and not self._is_all_read and not self._is_tired:
            if not self._kept:
                self._waiting = self._read(0, _FIRST_BLOCKS)
                self._is_all_read = len(self._waiting) < _FIRST_BLOCKS
            elif len(self._kept) == _FIRST_BLOCKS and any(map(self._mask, self._kept)):
                self._waiting = self._read(_FIRST_BLOCKS, _NEXT_BLOCKS)
                self._is_all_read = len(self._waiting) < _NEXT_BLOCKS
            else:
                numbers = self._read_rest()
                if numbers:
                    asked = {**self._index.centre, "numbers": numbers}
                    rows = self._index.connection.execute(_OTHERS, asked)
                    self._waiting = list(rows)
        return bool(self._waiting)

    def _read(self, start: int, most: int) -> list[Any]:
        """What is kept of some blocks; these blocks."""
        blocks = self._index.newest(start, most)
        if blocks:
            numbers = [block.block for block in blocks]
            shelves = {shelf_of(b.block, is_full=b.is_full) for b in blocks}
            span = {"low": min(numbers), "high": max(numbers)}
            kept = self._posts(_SOME_POSTS, shelves=sorted(shelves), **span)
            for number in numbers:
                self._kept[number] = kept.get(number, {})
        return list(blocks)

    def _read_rest(self) -> list[int]:
        """Which slips of all other blocks may fit; the blocks that have some."""
        self._is_all_read = True
        rest = {
            number: slips
            for number, slips in self._posts(_EVERY_POST).items()
            if number not in self._kept
        }
        self._kept |= rest
        return [number for number in rest if self._mask(number)]

    def _posts(self, statement: Any, **span: Any) -> dict[int, dict[str, bytes]]:
        """Block → key → the slips that have it."""
        asked = {**self._index.centre, "keys": self._query.keys, **span}
        kept: dict[int, dict[str, bytes]] = {}
        for key, number, slips in self._index.connection.execute(statement, asked):
            kept.setdefault(number, {})[key] = slips
        return kept

    def _of_block(self, block: Any) -> Iterator[FoundSlip]:
        start = block.block * BLOCK
        ids = (start + offset for offset in offsets_down(self._mask(block.block)))
        if not block.is_in_order:
            ids = iter(self._by_time(list(ids)))
        while not self._is_tired:
            size = min(_FIRST_SLIPS << self._fetched, _IDS_AT_ONCE)
            some = list(islice(ids, size))
            if not some:
                return
            yield from sorted(
                self._seen(some, size), key=lambda found: (found.issued_at, found.id)
            )[::-1]

    def _by_time(self, ids: list[int]) -> list[int]:
        times = self._index.connection.execute(_TIMES, {"ids": ids})
        order = {slip_id: (at, slip_id) for slip_id, at in times}
        return sorted(ids, key=order.__getitem__, reverse=True)

    def _seen(self, ids: Sequence[int], size: int) -> Iterator[FoundSlip]:
        """The slips of ``ids`` that fit; where few are asked for, those of the next
        blocks are looked at too, so that rare words do not ask block by block.
        """
        unseen = [slip_id for slip_id in ids if slip_id not in self._known]
        if unseen:
            for block in reversed(self._waiting):
                if len(unseen) >= size:
                    break
                start = block.block * BLOCK
                offsets = offsets_down(self._mask(block.block))
                unseen += (start + n for n in islice(offsets, size - len(unseen)))
            self._fetched += 1
            self._known |= dict.fromkeys(unseen)
            self._known |= {found.id: found for found in self._fitting(unseen)}
        for slip_id in ids:
            found = self._known.pop(slip_id)
            if found is not None:
                yield found

    def _fitting(self, ids: Sequence[int]) -> Iterator[FoundSlip]:
        self._looked_at += len(ids)
        for row in self._index.connection.execute(_SLIPS, {"ids": ids}):
            found = self._found(row)
            if found is not None:
                yield found

    def _found(self, row: Any) -> FoundSlip | None:
        slip_id, issued_at, state, *texts = row
        of_slip = SlipTexts(*texts)
        if not self._query.fits(of_slip):
            return None
        return FoundSlip(slip_id, issued_at, state, of_slip)


def _push(
    heads: list[tuple[float, int, FoundSlip, Iterator[FoundSlip]]],
    source: Iterator[FoundSlip],
) -> None:
    found = next(source, None)
    if found is not None:
        heappush(heads, (-found.issued_at.timestamp(), -found.id, found, source))
