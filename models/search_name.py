"""Units and people by every beginning somebody may type, for the search.

What stands here follows from the directory and the slips, like ``search_post``.
"""

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, Key

SearchStart = String(120).with_variant(String(120, collation="C"), "postgresql")
"""A text of which the beginning is typed, in the order of its code points."""


class SearchPerson(Base):
    """Somebody slips of blocks speak of, and how many do."""

    __tablename__ = "search_person"
    __table_args__ = (UniqueConstraint("centre_id", "name", "phone", "unit_label"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(Key)
    name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(30))
    unit_label: Mapped[str] = mapped_column(String(30))
    slips: Mapped[int]


class SearchName(Base):
    """One text whose beginning finds a unit or a person."""

    __tablename__ = "search_name"
    __table_args__ = (
        Index("ix_search_name_target", "centre_id", "is_person", "target_id"),
        {"sqlite_with_rowid": False},
    )

    centre_id: Mapped[int] = mapped_column(Key, primary_key=True)
    is_person: Mapped[bool] = mapped_column(primary_key=True)
    start: Mapped[str] = mapped_column(SearchStart, primary_key=True)
    target_id: Mapped[int] = mapped_column(Key, primary_key=True)
