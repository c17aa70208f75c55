"""What is kept of the slips of a centre, read with as few statements as serve."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    and_,
    bindparam,
    case,
    literal_column,
    select,
    union_all,
)

from app.prepared import Prepared, PreparedText
from app.search_key import TEXT_COLUMNS, SlipTexts
from models.base import table_of
from models.id_list import is_listed, listed
from models.search_post import SearchBlock, SearchLoose, SearchPost
from models.slip import Slip

Kept = dict[int, dict[str, bytes]]
"""Block → key → the slips that have it."""

FACTS = 3
"""What comes before the texts in a row of a slip: id, time of issue, state."""

_slip = table_of(Slip).c
_loose = table_of(SearchLoose).c
_block = table_of(SearchBlock).c
_post = table_of(SearchPost).c
_OF_CENTRE: BindParameter[int] = bindparam("centre")
_COLUMNS = (_slip.id, _slip.issued_at, _slip.state, *TEXT_COLUMNS)
_LOOSE_SLIPS = Prepared(
    select(*_COLUMNS)
    .join_from(table_of(SearchLoose), table_of(Slip), _slip.id == _loose.slip_id)
    .where(_loose.centre_id == _OF_CENTRE)
    .order_by(_slip.issued_at.desc(), _slip.id.desc())
)
SLIPS = Prepared(select(*_COLUMNS).where(is_listed(_slip.id, "ids")))
"""Slips of some ``ids``, as facts and texts."""
TIMES = Prepared(select(_slip.id, _slip.issued_at).where(is_listed(_slip.id, "ids")))
"""When slips of some ``ids`` were issued."""

_newest = (
    select(_block.block, _block.newest_at, _block.is_in_order, _block.is_full)
    .where(_block.centre_id == _OF_CENTRE)
    .order_by(_block.newest_at.desc(), _block.block.desc())
    .limit(bindparam("most"))
    .offset(bindparam("start"))
    .subquery("newest")
)
_NEWEST = Prepared(
    select(
        _newest.c.block,
        _newest.c.newest_at,
        _newest.c.is_in_order,
        _post.key,
        _post.slips,
    ).join_from(
        _newest,
        table_of(SearchPost),
        and_(
            _post.centre_id == _OF_CENTRE,
            _post.shelf == case((_newest.c.is_full, 0), else_=_newest.c.block + 1),
            is_listed(_post.key, "keys"),
            _post.block == _newest.c.block,
        ),
        isouter=True,
    )
)
_SOME_BLOCKS = Prepared(
    select(_block.block, _block.newest_at, _block.is_in_order)
    .where(_block.centre_id == _OF_CENTRE, is_listed(_block.block, "blocks"))
    .order_by(_block.newest_at, _block.block)
)
_SHELVES = union_all(
    select(literal_column("0")),
    select(_block.block + 1).where(
        _block.centre_id == _OF_CENTRE, _block.is_full.is_(False)
    ),
)
_posts = select(_post.block, _post.key, _post.slips).where(
    _post.centre_id == _OF_CENTRE,
    _post.shelf.in_(_SHELVES),
    is_listed(_post.key, "keys"),
)
_EVERY_POST = Prepared(_posts)
_SOME_POSTS = Prepared(_posts.where(is_listed(_post.block, "blocks")))


class Block:
    """A block of slips: its number, and whether ids follow the times of issue."""

    __slots__ = ("_question", "_row", "is_in_order", "number", "place")

    def __init__(self, question: PreparedText, row: Sequence[Any]) -> None:
        self._question = question
        self._row = row
        self.number: int = row[0]
        self.is_in_order = bool(row[2])
        self.place = row[1], row[0]
        """What blocks are ordered by, the newest last."""

    @property
    def newest_at(self) -> datetime:
        """When its newest slip was issued; most blocks are never asked."""
        at: datetime = self._question.typed(self._row)[1]
        return at


class SearchIndex:
    """The index of a centre as it is now.

    ``keys`` are those of all questions to come: what several of them ask of the newest
    blocks is read once.
    """

    def __init__(
        self, connection: Connection, centre_id: int, keys: Collection[str]
    ) -> None:
        self.connection = connection
        self.centre_id = centre_id
        self._keys = listed(sorted(keys))
        self._newest: dict[int, list[Block]] = {}
        self.kept: Kept = {}
        """Of the newest blocks that were read."""

    @cached_property
    def loose(self) -> Sequence[Any]:
        """The slips no block holds, the newest first."""
        return _LOOSE_SLIPS.rows(self.connection, centre=self.centre_id)

    @property
    def loose_texts(self) -> list[SlipTexts]:
        """What those slips say."""
        return [SlipTexts(*row[FACTS:]) for row in self.loose]

    def newest(self, start: int, most: int) -> list[Block]:
        """Blocks with the newest slips, the newest last; what is kept of them is known
        then.
        """
        if start not in self._newest:
            self._newest[start] = self._read_newest(start, most)
        return list(self._newest[start])

    def _read_newest(self, start: int, most: int) -> list[Block]:
        asked = {
            "centre": self.centre_id,
            "keys": self._keys,
            "start": start,
            "most": most,
        }
        question = _NEWEST.on(self.connection)
        blocks = []
        for row in question.raw(self.connection, asked):
            number, _, _, key, slips = row
            kept = self.kept.get(number)
            if kept is None:
                kept = self.kept[number] = {}
                blocks.append(Block(question, row))
            if key is not None:
                kept[key] = slips
        blocks.sort(key=lambda block: block.place)
        return blocks

    def every_post(self, keys: Collection[str]) -> Kept:
        """What is kept under ``keys`` in all blocks that have one of them."""
        asked = {"centre": self.centre_id, "keys": listed(sorted(keys))}
        kept: Kept = {}
        for number, key, slips in _EVERY_POST.on(self.connection).raw(
            self.connection, asked
        ):
            kept.setdefault(number, {})[key] = slips
        return kept

    def add_posts(self, kept: Kept, keys: Collection[str]) -> None:
        """Add to ``kept`` what its blocks have under ``keys`` too."""
        asked = {
            "centre": self.centre_id,
            "keys": listed(sorted(keys)),
            "blocks": listed(sorted(kept)),
        }
        for number, key, slips in _SOME_POSTS.on(self.connection).raw(
            self.connection, asked
        ):
            kept[number][key] = slips

    def blocks(self, numbers: Collection[int]) -> list[Block]:
        """These blocks, that with the newest slip last."""
        asked = {"centre": self.centre_id, "blocks": listed(sorted(numbers))}
        question = _SOME_BLOCKS.on(self.connection)
        return [Block(question, row) for row in question.raw(self.connection, asked)]
