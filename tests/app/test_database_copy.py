"""Many rows written at once are the rows that were given, on both databases."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Enum,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from app.database import Database
from app.database_trouble import ChangedByOthers
from models.column_types import Fen, Instant, Words
from models.unit import AreaKind

_THINGS = Table(
    "thing",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("by", Text),
    Column("amount", Fen),
    Column("at", Instant),
    Column("day_on", Date),
    Column("names", Words),
    Column("kind", Enum(AreaKind, native_enum=False)),
    Column("is_live", Boolean),
    Column("digest", LargeBinary),
    Column("note", Text, server_default="无"),
    UniqueConstraint("by"),
)
_TEXTS = ["漏水", "", "\\N", "\\", "a\tb\nc\rd", "%s %(id)s", "'\"", "𠮷𰻝", "\\."]


@pytest.fixture
def things(database: Database) -> Database:
    with database.connect(writing=True) as connection:
        _THINGS.create(connection)
    return database


def row(key: int, by: str | None) -> dict[str, Any]:
    return {
        "id": key,
        "by": by,
        "amount": Decimal("-85.50"),
        "at": datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC),
        "day_on": date(2026, 2, 28),
        "names": ("演示甲", "演示乙"),
        "kind": AreaKind.PUBLIC,
        "is_live": key % 2 == 0,
        "digest": bytes(range(256)),
    }


def test_rows_come_out_as_they_went_in(things: Database) -> None:
    rows = [row(key, by) for key, by in enumerate([*_TEXTS, None])]
    rows.append(dict.fromkeys(rows[0], None) | {"id": 99})
    expected = [{**each, "note": "无"} for each in rows]
    with things.connect(writing=True) as connection:
        connection.execute(insert(_THINGS), rows)
        found = connection.execute(select(_THINGS).order_by(_THINGS.c.id)).mappings()
        assert [dict(each) for each in found] == expected


def test_one_row_that_cannot_be_leaves_none(things: Database) -> None:
    twice = [row(1, "甲"), row(2, "乙"), row(3, "甲")]
    with (
        pytest.raises((IntegrityError, ChangedByOthers)),
        things.connect(writing=True) as connection,
    ):
        connection.execute(insert(_THINGS), twice)
    with things.connect(writing=False) as connection:
        assert connection.scalar(select(func.count()).select_from(_THINGS)) == 0


def test_rows_that_may_be_there_already_are_asked_for(things: Database) -> None:
    command = text(
        "INSERT INTO thing (id, by) VALUES (:id, :by) ON CONFLICT (by) DO NOTHING"
    )
    with things.connect(writing=True) as connection:
        connection.execute(command, [{"id": 1, "by": "甲"}, {"id": 2, "by": "乙"}])
        connection.execute(command, [{"id": 3, "by": "乙"}, {"id": 4, "by": "丙"}])
        assert connection.scalars(select(_THINGS.c.id).order_by("id")).all() == [
            1,
            2,
            4,
        ]


def test_a_value_that_is_worked_out_is_worked_out(things: Database) -> None:
    command = text("INSERT INTO thing (id, by) VALUES (:id, upper(:by))")
    with things.connect(writing=True) as connection:
        connection.execute(command, [{"id": 1, "by": "a"}, {"id": 2, "by": "b"}])
        assert connection.scalars(
            select(_THINGS.c.by).order_by(_THINGS.c.id)
        ).all() == ["A", "B"]
