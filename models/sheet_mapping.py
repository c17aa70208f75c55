"""How the headings of a centre's own sheet map to the data book, and its memory."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

PREFIX = "旧"
"""What a made number begins with, so that it is never one of the program's own."""


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What each heading of a sheet is read as, and what the sheet leaves unsaid.

    ``columns``: heading (as in ``SheetColumn.key``) → attribute; headings that are not
    named are not read. ``fixed``: attribute → the text that stands for every empty
    cell. ``words``: attribute and typed word → the choice it means. ``prefix`` begins
    made numbers. ``is_back``: the paper of finished slips is back, though the sheet
    has no column for it; else thousands of old slips would wait for their return.
    """

    columns: tuple[tuple[str, str], ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    prefix: str = PREFIX
    is_back: bool = False

    def headings_of(self, name: str) -> tuple[str, ...]:
        """The headings that are read as an attribute."""
        return tuple(heading for heading, each in self.columns if each == name)

    def to_text(self) -> str:
        """As JSON, for the database."""
        return json.dumps(
            [self.columns, self.fixed, self.words, self.prefix, self.is_back],
            ensure_ascii=False,
        )

    @classmethod
    def from_text(cls, text: str) -> "SheetMapping":
        """What ``to_text`` wrote."""
        columns, fixed, words, prefix, is_back = json.loads(text)
        return cls(
            tuple((str(a), str(b)) for a, b in columns),
            tuple((str(a), str(b)) for a, b in fixed),
            tuple((str(a), str(b), str(c)) for a, b, c in words),
            str(prefix),
            bool(is_back),
        )


def shape_of(headings: Iterable[str]) -> str:
    """What tells one set of headings from another, whatever their order."""
    joined = "\x1f".join(sorted(set(headings)))
    return hashlib.sha256(joined.encode()).hexdigest()


class SheetMemory(Base):
    """One remembered mapping: of a target, for sheets with one set of headings."""

    __tablename__ = "sheet_mapping"
    __table_args__ = (UniqueConstraint("centre_id", "target", "shape"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    target: Mapped[str] = mapped_column(String(20))
    shape: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(120))
    mapping: Mapped[str] = mapped_column(Text)
    used_by: Mapped[str] = mapped_column(String(80))
    used_at: Mapped[datetime]
