"""A database of every earlier version comes to the newest form with all its rows."""

import json
import lzma
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.orm import Session

from app.backup import restore
from app.database import Database
from app.desk import open_desk
from app.errors import Cancelled
from app.event_log import Recorded, record
from app.progress import Progress
from app.schema import DatabaseOutdated, UpgradePart, create_or_upgrade
from models.callback import Callback
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry
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
    assert not before.pop("book_row")

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


OLD_MONEY = (
    (
        "收退款",
        "2026-11-10 09:00",
        {"种类": "收款", "金额": "50.00", "方式": "微信", "收据号": "S-1"},
    ),
    ("收退款", "2026-11-24 09:00", {"种类": "调整", "金额": "-5.00", "说明": "降价"}),
    ("收退款", "2026-11-24 09:00", {"种类": "退款", "金额": "5.00", "方式": "现金"}),
    (
        "减免",
        "2026-11-04 10:00",
        {
            "金额": "7.00",
            "原因": "客诉",
            "申请人": "演示管家",
            "批准人": "演示总监",
            "级别": "物业总监",
        },
    ),
    ("关账", "2026-10-24 10:00", {"期间": "2026-10"}),
    ("关账", "2026-11-23 10:00", {"期间": "2026-11"}),
)
"""Money as earlier versions kept it, of the first slip: 57.00 were its price."""
_WHAT = {
    "回访": "call_back",
    "收退款": "money",
    "减免": "waive",
    "关账": "close_period",
}


def keep_in_the_old_way(session: Session) -> None:
    """Rows of 回访, 收退款, 减免 and 关账, as a version of that time imported them."""
    slip_id, centre_id = session.execute(
        text("SELECT id, centre_id FROM slip WHERE state = 'returned' ORDER BY id")
    ).first() or (0, 0)
    rows = [("回访", when, cells) for when, cells in CALLED.items()]
    rows += OLD_MONEY
    for position, (sheet, when, cells) in enumerate(rows, start=1):
        at = datetime.fromisoformat(when).replace(tzinfo=SITE).astimezone(UTC)
        of_slip = None if sheet == "关账" else slip_id
        said = json.dumps({"单号": "A", "时间": when} | cells, ensure_ascii=False)
        session.execute(
            text(
                "INSERT INTO book_row"
                " (centre_id, sheet, position, slip_id, row_at, cells)"
                " VALUES (:centre, :sheet, :position, :slip, :at, :cells)"
            ),
            {
                "centre": centre_id,
                "sheet": sheet,
                "position": position,
                "slip": of_slip,
                "at": f"{at:%Y-%m-%d %H:%M:%S.%f}"
                if session.get_bind().dialect.name == "sqlite"
                else at,
                "cells": said,
            },
        )
        by = str(cells.get("回访人", "演示管家"))
        key = of_slip or centre_id
        entry = Recorded(centre_id, at, by, "book_row", key, _WHAT[sheet], said)
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
    clock.local("2027-12-01 10:00:00")
    desk = database.read(open_desk, clock=clock)
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


@pytest.mark.parametrize("version", OLD)
def test_money_of_an_old_database_posts_as_it_would_have(
    version: str, empty_database_url: str, tmp_path: Path, clock: Clock
) -> None:
    put_back(empty_database_url, version, tmp_path)
    database = Database(empty_database_url)
    database.write(keep_in_the_old_way)
    database.close()
    create_or_upgrade(empty_database_url)

    database = Database(empty_database_url)
    clock.local("2027-12-01 10:00:00")
    desk = database.read(open_desk, clock=clock)

    def ask(session: Session) -> tuple[list[Any], ...]:
        of_first = session.execute(
            select(
                LedgerEntry.kind,
                LedgerEntry.amount,
                LedgerEntry.posting_period,
                LedgerEntry.method,
            )
            .where(LedgerEntry.slip_id == 1)
            .order_by(LedgerEntry.kind)
        )
        charges = session.execute(
            select(LedgerEntry.slip_id, LedgerEntry.posting_period)
            .where(LedgerEntry.kind == EntryKind.CHARGE)
            .order_by(LedgerEntry.slip_id)
        )
        copies = session.execute(
            select(FinanceCopy.slip_id, FinanceCopy.posting_period)
            .where(FinanceCopy.left_at.is_(None))
            .order_by(FinanceCopy.slip_id)
        )
        closed = session.execute(
            select(
                FinancePeriod.code, FinancePeriod.closed_at, FinancePeriod.hash
            ).order_by(FinancePeriod.code)
        )
        found = (of_first, charges, copies, closed)
        return tuple([tuple(row) for row in rows] for rows in found)

    of_first, charges, copies, closed = database.read(ask)
    assert of_first == [
        ("adjust", Decimal("-5.00"), "2026-12", None),
        ("charge", Decimal("57.00"), "2026-11", None),
        ("pay", Decimal("50.00"), "2026-11", "wechat"),
        ("refund", Decimal("5.00"), "2026-12", "cash"),
        ("waive", Decimal("7.00"), "2026-11", None),
    ]
    assert charges == [(slip_id, "2026-11") for slip_id in (1, 2, 4, 6)]
    back = (1, 2, 3, 4, 5, 6, 7, 19, 28, 37)
    assert copies == [(slip_id, "2026-11") for slip_id in back]
    assert [(code, desk.local(at).isoformat(" ")[:16]) for code, at, _ in closed] == [
        ("2026-10", "2026-10-24 10:00"),
        ("2026-11", "2026-11-23 10:00"),
    ]
    assert all(digest for _, _, digest in closed)
    assert not problems(database, desk)
    database.close()
