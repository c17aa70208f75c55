"""Where each key of a text is found: slips in blocks, for the search.

What stands here follows from the slips and can be made again from them
(``app/search_rebuild.py``), so nothing refers to it and it refers to nothing.
"""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Key

SearchText = String(40).with_variant(String(40, collation="C"), "postgresql")
"""A key, compared by its code points on both engines."""

BLOCK = 4096
"""Slips a block: those whose id divided by this is the block's number."""


class SearchPost(Base):
    """The slips of one block that hold ``key``, as ``app/search_mask.py`` packs them.

    The last block's rows lie together on a ``shelf`` of their own (its number and
    one), because they are written again and again; full ones on shelf 0, a key's
    beside each other, because they are read.
    """

    __tablename__ = "search_post"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's form

    centre_id: Mapped[int] = mapped_column(Key, primary_key=True)
    shelf: Mapped[int] = mapped_column(Key, primary_key=True)
    key: Mapped[str] = mapped_column(SearchText, primary_key=True)
    block: Mapped[int] = mapped_column(Key, primary_key=True)
    slips: Mapped[bytes] = mapped_column(LargeBinary)


class SearchBlock(Base):
    """One block of slips: its newest issue, and whether ids follow the times."""

    __tablename__ = "search_block"
    __table_args__ = (
        Index("ix_search_block_newest", "centre_id", "newest_at", "block"),
        {"sqlite_with_rowid": False},
    )

    centre_id: Mapped[int] = mapped_column(Key, primary_key=True)
    block: Mapped[int] = mapped_column(Key, primary_key=True)
    last_id: Mapped[int] = mapped_column(Key)
    newest_at: Mapped[datetime]
    is_in_order: Mapped[bool]
    is_full: Mapped[bool]


class SearchLoose(Base):
    """A slip that no block holds yet: read as it is whenever something is searched."""

    __tablename__ = "search_loose"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's form

    centre_id: Mapped[int] = mapped_column(Key, primary_key=True)
    slip_id: Mapped[int] = mapped_column(Key, primary_key=True)
