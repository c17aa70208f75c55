"""A database of every earlier version comes to the newest form with all its rows."""

import json
import lzma
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select, text
from sqlalchemy.orm import Session

from app.backup import restore
from app.database import Database
from app.desk import open_desk
from app.errors import Cancelled
from app.event_log import Recorded, record
from app.progress import Progress
from app.schema import DatabaseOutdated, UpgradePart, create_or_upgrade
from models.base import table_of
from models.book_row import BookRow
from models.callback import Callback
from tests.app.books import problems
from tests.clock import SITE, Clock
from tests.makers import make_slip

CALLED = {
    "2026-11-03 09:30": {
        "方式": "电话",
        "结果": "接通",
        "使用正常": "是",
        "满意度": "基本满意",
        "意见": "很" * 900,
        "回访人": "演示管家",
    },
    "2026-11-02 16:00": {"方式": "现场复核", "结果": "拒绝", "回访人": "演示前台"},
}
"""Callbacks as earlier versions kept them: a row of a data book each, and an entry."""

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


def keep_in_the_old_way(session: Session) -> None:
    """Rows of 回访 and one of 减免, as a version of that time imported them."""
    slip_id, centre_id = session.execute(
        text("SELECT id, centre_id FROM slip WHERE state = 'returned' ORDER BY id")
    ).first() or (0, 0)
    rows = [("回访", when, cells) for when, cells in CALLED.items()]
    rows.append(("减免", "2026-11-04 10:00", {"金额": "20.00", "原因": "客诉"}))
    for position, (sheet, when, cells) in enumerate(rows, start=1):
        at = datetime.fromisoformat(when).replace(tzinfo=SITE).astimezone(UTC)
        said = json.dumps({"单号": "A", "时间": when} | cells, ensure_ascii=False)
        session.execute(
            insert(table_of(BookRow)).values(
                centre_id=centre_id,
                sheet=sheet,
                position=position,
                slip_id=slip_id,
                row_at=at,
                cells=said,
            )
        )
        what = "call_back" if sheet == "回访" else "waive"
        by = str(cells.get("回访人", "演示管家"))
        entry = Recorded(centre_id, at, by, "book_row", slip_id, what, said)
        record(session, entry)


@pytest.mark.parametrize("version", OLD)
def test_callbacks_of_an_old_database_get_rows_of_their_own(
    version: str, empty_database_url: str, tmp_path: Path, clock: Clock
) -> None:
    put_back(empty_database_url, version, tmp_path)
    database = Database(empty_database_url)
    database.write(keep_in_the_old_way)
    database.close()
    create_or_upgrade(empty_database_url)

    database = Database(empty_database_url)
    desk = database.read(open_desk, clock=clock)
    kept = database.read(
        lambda session: session.execute(text("SELECT sheet FROM book_row")).all()
    )
    assert kept == [("减免",)]
    first, second = database.read(
        lambda session: session.execute(select(Callback.__table__)).mappings().all()
    )
    assert (first["method"], first["result"]) == ("onsite_check", "refused")
    assert (first["is_normal"], first["satisfaction"], first["comment"]) == (None,) * 3
    assert (first["called_by"], second["called_by"]) == ("演示前台", "演示管家")
    assert desk.local(second["called_at"]).isoformat(" ")[:16] == "2026-11-03 09:30"
    assert (second["is_normal"], second["satisfaction"]) == (True, "fair")
    assert second["comment"] == "很" * 900
    assert not problems(database, desk)
    database.close()
