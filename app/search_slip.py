"""Slips that fit what was typed, newest first or all of them, by way of the index."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush
from itertools import compress, islice

from app.search_block import FACTS, SLIPS, TIMES, Block, Kept, SearchIndex
from app.search_key import SlipTexts
from app.search_mask import offsets_down
from app.search_word import Query
from models.id_list import listed
from models.search_post import BLOCK
from models.slip import SlipState

_FIRST_BLOCKS = 6
"""The newest blocks, which hold what most questions are after."""
_NEXT_BLOCKS = 58
"""The next ones, read where the first held a little; then all the rest."""
_FIRST_SLIPS = 12
_IDS_AT_ONCE = 500
_BITS = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True, slots=True)
class FoundSlip:
    """A slip that fits."""

    id: int
    issued_at: datetime
    state: SlipState
    texts: SlipTexts


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
        self._waiting: list[Block] = []
        self._kept: Kept = {}
        self._masks: dict[int, int] = {}
        self._readings = 0
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
        return (
            FoundSlip(row[0], row[1], row[2], texts)
            for row in self._index.loose
            if self._query.fits(texts := SlipTexts(*row[FACTS:]))
        )

    def _next_block(self, known_at: datetime | None) -> Block | None:
        """The next block with a slip that may come before the one of ``known_at``."""
        while True:
            if not self._waiting and not self._read_more():
                return None
            block = self._waiting[-1]
            if known_at is not None and block.newest_at < known_at:
                return None
            self._waiting.pop()
            if self._mask(block.number):
                return block

    def _mask(self, number: int) -> int:
        """Which slips of a block that was read may fit; seen when it is asked for."""
        if number not in self._masks:
            self._masks[number] = self._query.mask(self._kept[number])
        return self._masks[number]

    def _read_more(self) -> bool:
        """Read the first blocks, the next and the rest; False if there are no more."""
        while not self._waiting and not self._is_all_read and not self._is_tired:
            self._readings += 1
            if self._readings == 1:
                self._waiting = self._read(0, _FIRST_BLOCKS)
            elif self._readings == 2 and any(map(self._mask, self._kept)):
                self._waiting = self._read(_FIRST_BLOCKS, _NEXT_BLOCKS)
            else:
                numbers = self._read_rest()
                self._waiting = self._index.blocks(numbers) if numbers else []
        return bool(self._waiting)

    def _read(self, start: int, most: int) -> list[Block]:
        """Read what is kept of some blocks; these blocks."""
        blocks = self._index.newest(start, most)
        self._is_all_read = len(blocks) < most
        for block in blocks:
            self._kept[block.number] = self._index.kept[block.number]
        return blocks

    def _read_rest(self) -> list[int]:
        """Which slips of all other blocks may fit; the blocks that have some.

        What tells most is read first: nothing more of blocks that do not have it.
        """
        self._is_all_read = True
        telling = self._query.telling(self._kept.values())
        rest = {
            number: kept
            for number, kept in self._index.every_post(telling).items()
            if number not in self._kept and self._query.may_hold(kept, telling)
        }
        others = self._query.keys - telling
        if rest and others:
            self._index.add_posts(rest, others)
        self._kept |= rest
        return [number for number in rest if self._mask(number)]

    def _of_block(self, block: Block) -> Iterator[FoundSlip]:
        start = block.number * BLOCK
        ids: Iterator[int] = (
            start + offset for offset in offsets_down(self._mask(block.number))
        )
        if not block.is_in_order:
            ids = iter(self._by_time(list(ids)))
        while not self._is_tired:
            first = next(ids, None)
            if first is None:
                return
            size = min(_FIRST_SLIPS << self._fetched, _IDS_AT_ONCE)
            some = [first]
            if first not in self._known:
                some += islice(ids, size - 1)
            yield from sorted(
                self._seen(some, size), key=lambda found: (found.issued_at, found.id)
            )[::-1]

    def _by_time(self, ids: list[int]) -> list[int]:
        times = TIMES.rows(self._index.connection, ids=listed(ids))
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
                start = block.number * BLOCK
                offsets = offsets_down(self._mask(block.number))
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
        question = SLIPS.on(self._index.connection)
        for row in question.raw(self._index.connection, {"ids": listed(ids)}):
            texts = SlipTexts(*row[FACTS:])
            if self._query.fits(texts):
                slip_id, issued_at, state = question.typed(row)[:FACTS]
                yield FoundSlip(slip_id, issued_at, state, texts)


def _push(
    heads: list[tuple[float, int, FoundSlip, Iterator[FoundSlip]]],
    source: Iterator[FoundSlip],
) -> None:
    found = next(source, None)
    if found is not None:
        heappush(heads, (-found.issued_at.timestamp(), -found.id, found, source))
