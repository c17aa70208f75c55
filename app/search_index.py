"""Keeps the search right: a change of a slip is in its index when it commits.

A slip just taken down is only noted as loose, which is one small row while somebody
waits; a search reads loose slips as they are. Some dozens of them at a time are put
into blocks: key by key, the slips of 4,096 neighbouring ids together, some two hundred
bytes a slip. Whoever writes blocks holds the centre's row, so that two desks do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    true,
)
from sqlalchemy import update as update_rows
from sqlalchemy.orm import Session

from app.progress import SILENT, Progress
from app.search_key import TEXT_COLUMNS, SlipTexts, keys_of_slip
from app.search_mask import mask_of, packed, packed_mask
from app.search_people import count_people
from models.base import table_of
from models.centre import Centre
from models.id_list import is_listed, listed
from models.row_list import GivenRows, rows_as_one
from models.search_post import BLOCK, SearchBlock, SearchLoose, SearchPost
from models.slip import Slip

FOUND_BEFORE = "slips_found_before"
"""Where a session keeps what it has found, until it changes something."""

LOOSE = 32
"""Slips that may be loose before they are put into a block."""

_slip = table_of(Slip).c
_block = table_of(SearchBlock).c
_loose = table_of(SearchLoose).c
_post = table_of(SearchPost).c

_ADD_LOOSE = text(
    "INSERT INTO search_loose (centre_id, slip_id) VALUES (:centre, :slip)"
    " ON CONFLICT (centre_id, slip_id) DO NOTHING"
)
_OF_CENTRE: BindParameter[int] = bindparam("centre")
_DROP_LOOSE = delete(table_of(SearchLoose)).where(
    _loose.centre_id == _OF_CENTRE, is_listed(_loose.slip_id, "ids")
)
_OF_SHELF: BindParameter[int] = bindparam("of_shelf")
_OF_BLOCK: BindParameter[int] = bindparam("of_block")
_POSTS = GivenRows("posts")
_PUT_POSTS = insert(table_of(SearchPost)).from_select(
    ["centre_id", "shelf", "key", "block", "slips"],
    select(_OF_CENTRE, _OF_SHELF, _POSTS.text(0), _OF_BLOCK, _POSTS.bytes(1))
    .where(true())  # SQLite could not tell the conflict from a join
    .suffix_with(
        "ON CONFLICT (centre_id, shelf, key, block)"
        " DO UPDATE SET slips = excluded.slips"
    ),
)
_LOCK = select(Centre.id).where(Centre.id == _OF_CENTRE).with_for_update(key_share=True)
_LOOSE_IDS = (
    select(_loose.slip_id)
    .where(_loose.centre_id == _OF_CENTRE)
    .order_by(_loose.slip_id)
)
_LOOSE_OF_BLOCK = (
    select(_slip.id, _slip.issued_at, *TEXT_COLUMNS)
    .join_from(table_of(SearchLoose), table_of(Slip), _slip.id == _loose.slip_id)
    .where(
        _loose.centre_id == _OF_CENTRE,
        _loose.slip_id.between(bindparam("first"), bindparam("last")),
    )
    .order_by(_slip.id)
)
_HERE = (
    _post.centre_id == _OF_CENTRE,
    _post.shelf == _OF_SHELF,
    _post.block == _OF_BLOCK,
)
_KEPT = select(_post.key, _post.slips).where(*_HERE, is_listed(_post.key, "keys"))
_DROP_POSTS = delete(table_of(SearchPost)).where(*_HERE, is_listed(_post.key, "keys"))


def enter_slip(session: Session, centre_id: int, slip_id: int, seq: int) -> None:
    """Let a new slip be found; ``seq`` is its control number."""
    session.info.pop(FOUND_BEFORE, None)
    connection = session.connection()
    connection.execute(_ADD_LOOSE, {"centre": centre_id, "slip": slip_id})
    if seq % LOOSE == 0:
        settle(connection, centre_id)


def enter_slips(session: Session, centre_id: int, slip_ids: Iterable[int]) -> None:
    """Let many new slips be found."""
    rows = [{"centre_id": centre_id, "slip_id": slip_id} for slip_id in slip_ids]
    session.info.pop(FOUND_BEFORE, None)
    if rows:
        connection = session.connection()
        connection.execute(insert(table_of(SearchLoose)), rows)
        settle(connection, centre_id)


def take_out(session: Session, slip: Slip) -> None:
    """Forget what a slip says, before it says something else.

    It is loose from then on, so that whatever it says next is found.
    """
    session.info.pop(FOUND_BEFORE, None)
    connection = session.connection()
    centre_id = slip.centre_id
    lock(connection, centre_id)
    is_loose = connection.scalar(
        select(_loose.slip_id).where(
            _loose.centre_id == centre_id, _loose.slip_id == slip.id
        )
    )
    if is_loose is not None:
        return
    texts = SlipTexts(*(getattr(slip, column.key) for column in TEXT_COLUMNS))
    number, offset = divmod(slip.id, BLOCK)
    block = blocks_of(connection, centre_id).get(number)
    if block is not None:
        shelf = shelf_of(number, is_full=block.is_full)
        here = {"centre": centre_id, "of_shelf": shelf, "of_block": number}
        kept = _kept(connection, here, keys_of_slip(texts))
        left = {key: packed_mask(mask & ~(1 << offset)) for key, mask in kept.items()}
        _put(connection, here, {key: some for key, some in left.items() if some})
        gone = listed(sorted(key for key, some in left.items() if not some))
        connection.execute(_DROP_POSTS, {**here, "keys": gone})
        count_people(connection, centre_id, [texts], -1)
    connection.execute(_ADD_LOOSE, {"centre": centre_id, "slip": slip.id})


def settle(connection: Connection, centre_id: int, progress: Progress = SILENT) -> None:
    """Put every loose slip into its block."""
    lock(connection, centre_id)
    ids = connection.scalars(_LOOSE_IDS, {"centre": centre_id}).all()
    if not ids:
        return
    blocks = blocks_of(connection, centre_id)
    newest = max({ids[-1] // BLOCK, *blocks})
    done = 0
    for number in sorted({slip_id // BLOCK for slip_id in ids}):
        span = {"first": number * BLOCK, "last": number * BLOCK + BLOCK - 1}
        rows = connection.execute(_LOOSE_OF_BLOCK, {"centre": centre_id, **span}).all()
        is_new = number not in blocks
        block = _block_with(connection, centre_id, number, blocks.get(number), rows)
        if is_new:
            block["is_full"] = number < newest
        shelf = shelf_of(number, is_full=bool(block["is_full"]))
        offsets = _offsets(rows)
        slips = {key: packed(some) for key, some in offsets.items()}
        here = {"centre": centre_id, "of_shelf": shelf, "of_block": number}
        if not is_new:
            for key, mask in _kept(connection, here, slips).items():
                slips[key] = packed_mask(mask | mask_of(slips[key]))
        _put(connection, here, slips)
        _put_block(connection, block, is_new=is_new)
        texts = [SlipTexts(*row[2:]) for row in rows]
        count_people(connection, centre_id, texts, 1)
        done += len(rows)
        progress.step(done, len(ids))
    connection.execute(_DROP_LOOSE, {"centre": centre_id, "ids": listed(ids)})
    for number, kept in blocks.items():
        if number < newest and not kept.is_full:
            _shelve(connection, centre_id, number)


def lock(connection: Connection, centre_id: int) -> None:
    """Be the only one who writes blocks of a centre, until the commit."""
    connection.execute(_LOCK, {"centre": centre_id})


def blocks_of(connection: Connection, centre_id: int) -> dict[int, Row[Any]]:
    """The blocks of a centre by their number."""
    rows = connection.execute(
        select(*table_of(SearchBlock).c).where(_block.centre_id == centre_id)
    )
    return {row.block: row for row in rows}


def shelf_of(block: int, *, is_full: bool) -> int:
    """Where the rows of a block lie."""
    return 0 if is_full else block + 1


def _offsets(rows: Sequence[Any]) -> dict[str, list[int]]:
    """Key → the places in the block of the slips that have it."""
    offsets: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        offset = row[0] % BLOCK
        for key in keys_of_slip(SlipTexts(*row[2:])):
            offsets[key].append(offset)
    return offsets


def _kept(
    connection: Connection, here: Mapping[str, int], keys: Iterable[str]
) -> dict[str, int]:
    asked = {**here, "keys": listed(sorted(keys))}
    return {key: mask_of(slips) for key, slips in connection.execute(_KEPT, asked)}


def _put(
    connection: Connection, here: Mapping[str, int], slips: Mapping[str, bytes]
) -> None:
    posts = rows_as_one(sorted(slips.items()))
    connection.execute(_PUT_POSTS, {**here, "posts": posts})


def _block_with(
    connection: Connection,
    centre_id: int,
    number: int,
    before: Row[Any] | None,
    rows: Sequence[Any],
) -> dict[str, object]:
    """The block once it holds ``rows`` too, which come by id."""
    last_id: int = before.last_id if before else 0
    newest: datetime | None = before.newest_at if before else None
    is_in_order: bool = before.is_in_order if before else True
    for row in rows:
        slip_id, issued_at = row[0], row[1]
        if is_in_order and newest is not None:
            if slip_id > last_id:
                is_in_order = issued_at >= newest
            else:
                is_in_order = _fits(connection, centre_id, slip_id, issued_at)
        last_id = max(last_id, slip_id)
        newest = max(newest, issued_at) if newest else issued_at
    return {
        "centre_id": centre_id,
        "block": number,
        "last_id": last_id,
        "newest_at": newest,
        "is_in_order": is_in_order,
        "is_full": bool(before and before.is_full),
    }


def _fits(
    connection: Connection, centre_id: int, slip_id: int, issued_at: datetime
) -> bool:
    """Whether a slip was issued between its neighbours, by id, of the same block."""
    start = slip_id // BLOCK * BLOCK
    here = (_slip.centre_id == centre_id, _slip.id.between(start, start + BLOCK - 1))
    before = connection.scalar(
        select(func.max(_slip.issued_at)).where(*here, _slip.id < slip_id)
    )
    after = connection.scalar(
        select(func.min(_slip.issued_at)).where(*here, _slip.id > slip_id)
    )
    return (before is None or before <= issued_at) and (
        after is None or issued_at <= after
    )


def _put_block(
    connection: Connection, block: dict[str, object], *, is_new: bool
) -> None:
    if is_new:
        connection.execute(insert(table_of(SearchBlock)), block)
        return
    connection.execute(
        update_rows(table_of(SearchBlock))
        .where(_block.centre_id == block["centre_id"], _block.block == block["block"])
        .values({**block})
    )


def _shelve(connection: Connection, centre_id: int, block: int) -> None:
    """Put the rows of a block that has got all its slips beside those of the others."""
    connection.execute(
        update_rows(table_of(SearchPost))
        .where(
            _post.centre_id == centre_id,
            _post.shelf == shelf_of(block, is_full=False),
        )
        .values(shelf=shelf_of(block, is_full=True))
    )
    connection.execute(
        update_rows(table_of(SearchBlock))
        .where(_block.centre_id == centre_id, _block.block == block)
        .values(is_full=True)
    )
