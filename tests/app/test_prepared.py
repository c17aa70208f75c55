"""Questions compiled once answer as any others, and fail as any others."""

from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.database import Database
from app.desk import Desk
from app.prepared import Prepared
from app.schema import create_or_upgrade
from app.search_block import SLIPS
from app.search_key import TEXT_COLUMNS
from models.base import table_of
from models.id_list import is_listed, listed
from models.slip import Slip
from tests.makers import make_slip

_slip = table_of(Slip).c
NAMES = ("O'Neil", "100%", '单\\淑"敏', "%(ids)s", "𬭎:a ?", "🙂")


def test_a_prepared_question_answers_as_it_does_elsewhere(
    database: Database, desk: Desk
) -> None:
    for name in NAMES:
        make_slip(database, desk, reporter_name=name)
    columns = (_slip.id, _slip.issued_at, _slip.state, *TEXT_COLUMNS)
    statement = select(*columns).order_by(_slip.id)
    expected = database.read(lambda s: [list(row) for row in s.execute(statement)])
    ids = listed(row[0] for row in expected)
    found = database.read(lambda s: SLIPS.rows(s.connection(), ids=ids))
    assert sorted(found, key=lambda row: row[0]) == expected


def test_texts_of_a_list_are_taken_as_they_are(database: Database, desk: Desk) -> None:
    for name in NAMES:
        make_slip(database, desk, reporter_name=name)
    named = Prepared(
        select(_slip.reporter_name).where(is_listed(_slip.reporter_name, "names"))
    )
    asked = listed([*NAMES[1:], "nobody"])
    found = database.read(lambda s: named.rows(s.connection(), names=asked))
    assert {name for (name,) in found} == set(NAMES[1:])


def test_what_is_listed_is_sought_and_not_gone_through(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'silian.db'}"
    create_or_upgrade(url)
    database = Database(url)
    with database.connect(writing=False) as connection:
        statement = select(_slip.id).where(is_listed(_slip.id, "ids"))
        asked = f"EXPLAIN QUERY PLAN {statement.compile(dialect=connection.dialect)}"
        rows = connection.exec_driver_sql(asked, (listed([1]),)).all()
    database.close()
    assert "SEARCH slip USING INTEGER PRIMARY KEY (rowid=?)" in [
        row[-1] for row in rows
    ]


def test_a_prepared_question_that_fails_says_so_as_others_do(
    database: Database, desk: Desk
) -> None:
    gone = Prepared(select(_slip.id))
    with (
        pytest.raises(DBAPIError),
        database.connect(writing=True) as connection,
    ):
        connection.execute(text("ALTER TABLE slip RENAME TO slip_of_others"))
        gone.rows(connection)
    make_slip(database, desk)
    assert len(database.read(lambda s: gone.rows(s.connection()))) == 1
