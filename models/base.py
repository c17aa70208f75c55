"""The declarative base: key type, constraint names, how Python types are stored."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, cast

from sqlalchemy import BigInteger, Date, Integer, MetaData, Table
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.orm import DeclarativeBase, mapped_column

from models.column_types import Fen, Instant, Words

Key = BigInteger().with_variant(Integer(), "sqlite")
Id = Annotated[int, mapped_column(Key, primary_key=True)]
"""A key without meaning."""


def stored_enum(kind: type[StrEnum], name: str | None = None) -> SqlEnum:
    """Members stored by value in a checked text column.

    ``name`` tells two columns of one kind apart within a table.
    """
    named = {} if name is None else {"name": name}
    return SqlEnum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=24,
        values_callable=lambda members: [member.value for member in members],
        **named,
    )


class Base(DeclarativeBase):
    """Base of every entity."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's form
        datetime: Instant(),
        date: Date(),
        Decimal: Fen(),
        tuple[str, ...]: Words(),
        StrEnum: stored_enum(StrEnum),
    }


def table_of(entity: type[Base]) -> Table:
    """The Core table of an entity, for bulk inserts and lists."""
    return cast(Table, entity.__table__)
