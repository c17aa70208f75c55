"""A database of every earlier version comes to the newest form with all its rows."""

import lzma
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from app.backup import restore
from app.database import Database
from app.desk import open_desk
from app.errors import Cancelled
from app.progress import Progress
from app.schema import DatabaseOutdated, UpgradePart, create_or_upgrade
from tests.app.books import problems
from tests.clock import Clock
from tests.makers import make_slip

DATA = Path(__file__).parents[1] / "data"
OLD = sorted({path.name.split(".")[0] for path in DATA.glob("20*")})


def rows_of(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table there is, whatever version made it."""
    held = {}
    for table in inspect(session.connection()).get_table_names():
        rows = session.execute(text(f'SELECT * FROM "{table}"'))
        held[table] = sorted((tuple(row) for row in rows), key=repr)
    held.pop("alembic_version")
    return held


def columns_of(session: Session, table: str) -> list[str]:
    """The columns of a table, in the order in which they are selected."""
    found = inspect(session.connection()).get_columns(table)
    return [column["name"] for column in found]


def put_back(url: str, version: str, folder: Path) -> None:
    """Make the database at ``url`` the one that an earlier version left."""
    if url.startswith("sqlite"):
        packed = DATA / f"{version}.sqlite.xz"
        Path(url.removeprefix("sqlite:///")).write_bytes(
            lzma.decompress(packed.read_bytes())
        )
        return
    dump = folder / f"{version}.dump"
    dump.write_bytes((DATA / f"{version}.postgresql.dump").read_bytes())
    restore(url, dump)


@pytest.mark.parametrize("part", UpgradePart)
def test_an_upgrade_that_is_stopped_leaves_the_database_as_it_was(
    part: UpgradePart, empty_database_url: str, tmp_path: Path
) -> None:
    put_back(empty_database_url, OLD[0], tmp_path)
    database = Database(empty_database_url)
    before = database.read(rows_of)
    database.close()
    files = {path.name for path in tmp_path.iterdir()}

    def tell(_: int, total: int) -> None:
        if progress.part == part and (total or part is UpgradePart.COPY):
            progress.stop()

    progress = Progress(tell)
    with pytest.raises(Cancelled):
        create_or_upgrade(empty_database_url, progress)
    assert progress.is_stopped
    assert database.read(rows_of) == before
    with pytest.raises(DatabaseOutdated):
        create_or_upgrade(empty_database_url, may_upgrade=False)
    database.close()
    assert {path.name for path in tmp_path.iterdir()} == files
    assert create_or_upgrade(empty_database_url) is True


@pytest.mark.parametrize("version", OLD)
def test_an_old_database_is_upgraded_with_its_rows(
    version: str, empty_database_url: str, tmp_path: Path, clock: Clock
) -> None:
    put_back(empty_database_url, version, tmp_path)
    database = Database(empty_database_url)
    before = database.read(rows_of)
    columns = {table: database.read(columns_of, table) for table in before}
    database.close()
    assert len(before["slip"]) == 40

    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: told.append((done, total)))
    assert create_or_upgrade(empty_database_url, progress) is True
    assert ((40, 40) in told) is ("search_post" not in before)

    database = Database(empty_database_url)
    after = database.read(rows_of)
    for table, rows in before.items():
        now = database.read(columns_of, table)
        kept = [now.index(column) for column in columns[table] if column in now]
        assert (
            sorted((tuple(row[i] for i in kept) for row in after[table]), key=repr)
            == rows
        )
    clock.local("2027-12-01 10:00:00")
    desk = database.read(open_desk, clock=clock)
    assert not problems(database, desk)
    assert make_slip(database, desk).number.startswith("WX271201-")
    assert not problems(database, desk)
    database.close()
