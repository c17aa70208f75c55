"""What the world does to a database, and what a desk is told of it."""

import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pysqlite3 import dbapi2  # type: ignore[import-untyped]
from sqlalchemy import text

import app.database
from app.database import Database, make_engine, place_of
from app.database_trouble import (
    AddressMalformed,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFull,
    DatabaseInputOutput,
    DatabaseMissing,
    DatabaseOnNetwork,
    DatabaseReadOnly,
    DatabaseUnreachable,
    SQLiteUnsafe,
    refuse_unsafe_place,
    refuse_unsafe_sqlite,
)
from app.desk import open_desk
from app.errors import Refusal, Trouble
from app.schema import (
    DatabaseNewer,
    create_or_upgrade,
    head,
    require_current,
)
from app.slip_issue import issue_slip
from models.text import LANGUAGES, translator
from tests.app.books import books, by_hand, problems
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, make_slip
from tests.postgres import Cluster
from ui.texts import sentence

NEED_ROOT = os.geteuid() == 0


@pytest.fixture
def path(new_sqlite: Callable[[str], str]) -> Path:
    """A database in a file."""
    return Path(new_sqlite("silian").removeprefix("sqlite:///"))


@pytest.fixture
def sqlite(path: Path) -> Iterator[Database]:
    """The door to that file."""
    opened = Database(f"sqlite:///{path}")
    yield opened
    opened.close()


def say(trouble: Trouble | Refusal) -> list[str]:
    """What it says in each language; every sentence stands by itself."""
    said = [sentence(trouble, translator(language)) for language in LANGUAGES]
    for words in said:
        assert words
        assert "{" not in words
        assert "\n" not in words
    assert len(set(said)) == len(LANGUAGES)
    return said


def test_a_database_locked_by_another_program_is_told_after_a_while(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.database, "_BUSY_MS", 50)
    database = Database(f"sqlite:///{path}")
    desk = database.read(open_desk, clock=clock)
    before = books(database)
    other = dbapi2.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy) as told:
        database.write(issue_slip, desk, PUBLIC_CALL)
    say(told.value)
    assert books(database) == before  # reading goes on meanwhile
    other.execute("ROLLBACK")
    other.close()
    make_slip(database, desk)
    database.close()


def test_a_desk_waits_while_another_writes(path: Path, clock: Clock) -> None:
    database = Database(f"sqlite:///{path}")
    desk = database.read(open_desk, clock=clock)
    other = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, lambda: other.execute("COMMIT"))
    timer.start()
    make_slip(database, desk)
    timer.join()
    other.close()
    database.close()


def test_a_full_disk_saves_nothing_and_work_goes_on_after(
    sqlite: Database, clock: Clock
) -> None:
    desk = sqlite.read(open_desk, clock=clock)

    def fill_up(session: object) -> None:
        pages = session.scalar(text("PRAGMA page_count"))  # type: ignore[attr-defined]
        session.execute(text(f"PRAGMA max_page_count = {pages}"))  # type: ignore[attr-defined]

    sqlite.write(fill_up)
    issued = 0
    with pytest.raises(DatabaseFull) as told:
        for _ in range(2000):
            make_slip(sqlite, desk)
            issued += 1
    say(told.value)
    before = books(sqlite)
    with pytest.raises(DatabaseFull):
        while True:
            make_slip(sqlite, desk)
            before = books(sqlite)
    assert books(sqlite) == before
    sqlite.write(lambda session: session.execute(text("PRAGMA max_page_count=100000")))
    make_slip(sqlite, desk)
    assert not problems(sqlite, desk)


@pytest.mark.skipif(not NEED_ROOT, reason="only root mounts a small disk")
def test_a_disk_that_is_really_full_is_told(
    sqlite_template: Path, tmp_path: Path, clock: Clock
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        shutil.copy(sqlite_template, disk / "silian.db")
        database = Database(f"sqlite:///{disk / 'silian.db'}")
        desk = database.read(open_desk, clock=clock)
        with pytest.raises((DatabaseFull, DatabaseInputOutput)):
            for _ in range(20_000):
                make_slip(database, desk)
        database.close()
        subprocess.run(
            ["mount", "-o", "remount,size=64m", str(disk)],
            check=True,
            capture_output=True,
        )
        database = Database(f"sqlite:///{disk / 'silian.db'}")
        make_slip(database, desk)
        assert not problems(database, desk)
        database.close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def read_only(path: Path, *, folder: bool) -> list[str]:
    """Run a small program without root's power over a file it may not write."""
    program = f"""
from app.database import Database
from app.desk import open_desk
from app.errors import Trouble
from app.slip_issue import issue_slip
from tests.makers import PUBLIC_CALL
try:
    database = Database("sqlite:///{path}")
    desk = database.read(open_desk)
    database.write(issue_slip, desk, PUBLIC_CALL)
except Trouble as trouble:
    print(type(trouble).__name__)
"""
    path.chmod(0o444)
    if folder:
        path.parent.chmod(0o555)
    # Root may write what nobody may, unless it lays that power down.
    power = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    without = power if os.geteuid() == 0 else []
    done = subprocess.run(
        [*without, sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    path.parent.chmod(0o755)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("folder", [False, True])
def test_a_file_that_may_not_be_written_is_told(
    sqlite_template: Path, tmp_path: Path, folder: bool
) -> None:
    place = tmp_path / "shelf"
    place.mkdir()
    path = place / "silian.db"
    shutil.copy(sqlite_template, path)
    assert read_only(path, folder=folder) == ["DatabaseReadOnly"]
    say(DatabaseReadOnly())
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


@pytest.mark.parametrize(
    "content",
    [b"", b"this is a shopping list\n" * 200, b"PK\x03\x04" + bytes(4000)],
    ids=["empty", "text", "archive"],
)
def test_what_is_no_database_is_told_and_left_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "silian.db"
    path.write_bytes(content)
    database = Database(f"sqlite:///{path}")
    with pytest.raises((DatabaseDamaged, DatabaseMissing)) as told:
        require_current(database)
    database.close()
    for words in say(told.value):
        assert str(path) in words
    assert path.read_bytes() == content
    assert [other.name for other in tmp_path.iterdir()] == ["silian.db"]


def test_somebody_elses_database_is_not_taken_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    other = dbapi2.connect(str(path))
    other.execute("CREATE TABLE song (title TEXT)")
    other.commit()
    other.close()
    content = path.read_bytes()
    for step in (require_current, lambda database: create_or_upgrade(database.url)):
        database = Database(f"sqlite:///{path}")
        with pytest.raises(DatabaseDamaged):
            step(database)
        database.close()
    assert path.read_bytes() == content


def test_a_damaged_page_is_told(path: Path, clock: Clock) -> None:
    database = Database(f"sqlite:///{path}")
    desk = database.read(open_desk, clock=clock)
    for _ in range(30):
        make_slip(database, desk)
    database.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    database = Database(f"sqlite:///{path}")
    with pytest.raises(DatabaseDamaged) as told:
        database.read(open_desk, clock=clock)
    for words in say(told.value):
        assert str(path) in words
    database.close()


def test_a_missing_database_is_told_and_none_is_made_in_its_place(
    tmp_path: Path,
) -> None:
    path = tmp_path / "nowhere" / "silian.db"
    database = Database(f"sqlite:///{path}")
    with pytest.raises(DatabaseMissing) as told:
        require_current(database)
    database.close()
    for words in say(told.value):
        assert str(path) in words
        assert "silian init" in words
    assert not path.parent.exists()


def test_a_database_of_a_newer_program_is_refused_and_left_as_it_is(
    empty_database_url: str,
) -> None:
    create_or_upgrade(empty_database_url)
    database = Database(empty_database_url)
    by_hand(database, "UPDATE alembic_version SET version_num = '2031_01_01_0009'")
    before = books(database)
    with pytest.raises(DatabaseNewer) as told:
        require_current(database)
    assert told.value.facts == {"found": "2031_01_01_0009", "known": head()}
    say(told.value)
    with pytest.raises(DatabaseNewer):
        create_or_upgrade(empty_database_url)
    assert books(database) == before
    database.close()


@pytest.mark.parametrize(
    ("kind", "refused"),
    [
        ("nfs4", True),
        ("nfs", True),
        ("cifs", True),
        ("smb3", True),
        ("fuse.sshfs", True),
        ("9p", True),
        ("ext4", False),
        ("tmpfs", False),
        ("fuse.ecryptfs", False),
    ],
)
def test_a_file_on_a_network_share_is_refused(
    tmp_path: Path, kind: str, refused: bool
) -> None:
    """R5: two desks would damage it."""
    share = tmp_path / "共享 盘"
    share.mkdir()
    point = str(share).replace(" ", "\\040")
    mounts = [
        "/dev/vda / ext4 rw 0 0",
        f"server:/office {point} {kind} rw 0 0",
        "nonsense",
    ]
    path = share / "物业" / "silian.db"
    if not refused:
        refuse_unsafe_place(path, mounts)
        return
    with pytest.raises(DatabaseOnNetwork) as told:
        refuse_unsafe_place(path, mounts)
    for words in say(told.value):
        assert str(path) in words
    refuse_unsafe_place(tmp_path / "共享 盘子" / "silian.db", mounts)


def test_a_disk_of_ones_own_within_a_share_is_no_share(tmp_path: Path) -> None:
    mounts = [f"server:/x {tmp_path} nfs rw", f"/dev/sdb {tmp_path}/own ext4 rw"]
    refuse_unsafe_place(tmp_path / "own" / "silian.db", mounts)
    with pytest.raises(DatabaseOnNetwork):
        refuse_unsafe_place(tmp_path / "silian.db", mounts)


def test_a_link_to_a_share_is_a_share(tmp_path: Path) -> None:
    share, local = tmp_path / "share", tmp_path / "local"
    share.mkdir()
    local.symlink_to(share)
    with pytest.raises(DatabaseOnNetwork):
        refuse_unsafe_place(local / "silian.db", [f"server:/x {share} nfs rw"])


@pytest.mark.parametrize(
    "place", [r"\\server\office\silian.db", "//server/office/silian.db"]
)
def test_a_path_that_names_a_server_is_refused(place: str) -> None:
    with pytest.raises(DatabaseOnNetwork):
        refuse_unsafe_place(Path(place), [])
    with pytest.raises(DatabaseOnNetwork):
        refuse_unsafe_place(place, [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("version", "is_sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 49, 2), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_a_sqlite_that_can_damage_the_database_is_refused(
    version: tuple[int, int, int], is_sound: bool
) -> None:
    """R5: before 3.51.3, and not 3.50.7 or 3.44.6."""
    if is_sound:
        refuse_unsafe_sqlite(version)
        return
    with pytest.raises(SQLiteUnsafe) as told:
        refuse_unsafe_sqlite(version)
    for words in say(told.value):
        assert ".".join(map(str, version)) in words


def test_the_sqlite_in_use_is_a_sound_one_and_kept_durable(path: Path) -> None:
    """goals: WAL, synchronous=FULL, foreign keys on, always."""
    refuse_unsafe_sqlite(dbapi2.sqlite_version_info)
    engine = make_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        told = [connection.scalar(text(f"PRAGMA {name}")) for name in asked]
    engine.dispose()
    assert told == ["wal", 2, 1, 15_000]


def test_a_server_that_is_not_there_is_told() -> None:
    database = Database("postgresql+psycopg://silian:geheim@127.0.0.1:1/silian")
    with pytest.raises(DatabaseUnreachable) as told:
        require_current(database)
    database.close()
    for words in say(told.value):
        assert "geheim" not in words


def test_a_server_without_this_database_is_told(cluster: Cluster) -> None:
    database = Database(cluster.url("nobody_made_this"))
    with pytest.raises(DatabaseUnreachable) as told:
        require_current(database)
    database.close()
    for words in say(told.value):
        assert "nobody_made_this" in words


def test_a_login_the_server_does_not_know_is_told(cluster: Cluster) -> None:
    url = cluster.url("postgres").replace("silian@", "stranger@")
    database = Database(url)
    with pytest.raises(DatabaseUnreachable):
        require_current(database)
    database.close()


def test_an_empty_database_on_a_server_is_missing(
    cluster: Cluster, empty_database_url: str
) -> None:
    database = Database(empty_database_url)
    with pytest.raises(DatabaseMissing) as told:
        require_current(database)
    database.close()
    say(told.value)


def test_after_a_line_was_cut_the_next_try_works(
    new_postgres: Callable[[str], str], clock: Clock
) -> None:
    database = Database(new_postgres("cut"))
    desk = database.read(open_desk, clock=clock)
    make_slip(database, desk)
    other = Database(database.url)
    by_hand(
        other,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    other.close()
    with pytest.raises(DatabaseUnreachable) as told:
        make_slip(database, desk)
    say(told.value)
    assert make_slip(database, desk).number == "WX260302-002"
    database.close()


def test_a_read_only_server_is_told(
    new_postgres: Callable[[str], str], clock: Clock
) -> None:
    database = Database(new_postgres("shelf"))
    desk = database.read(open_desk, clock=clock)
    by_hand(database, "ALTER DATABASE shelf SET default_transaction_read_only = on")
    database.close()
    with pytest.raises(DatabaseReadOnly):
        make_slip(database, desk)
    database.close()


def test_a_lock_the_server_gave_up_waiting_for_is_told(
    new_postgres: Callable[[str], str], clock: Clock
) -> None:
    database = Database(new_postgres("waiting"))
    desk = database.read(open_desk, clock=clock)
    make_slip(database, desk)
    by_hand(database, "ALTER DATABASE waiting SET lock_timeout = '50ms'")
    database.close()
    other = Database(database.url)
    with other.connect(writing=True) as connection:
        connection.execute(text("LOCK TABLE number_series"))
        with pytest.raises(DatabaseBusy):
            make_slip(database, desk)
    make_slip(database, desk)
    other.close()
    database.close()


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("sqlite:////srv/silian.db", "/srv/silian.db"),
        (
            "postgresql+psycopg://chief:geheim@db.example:5432/silian",
            "postgresql+psycopg://chief:***@db.example:5432/silian",
        ),
    ],
)
def test_a_place_is_told_without_its_password(url: str, place: str) -> None:
    assert place_of(url) == place


@pytest.mark.parametrize(
    "url",
    [
        "mysql://chief:geheim@db.example/silian",
        "oracle://x",
        "nonsense",
        "://",
        "sqlite",
        "postgresql+psycopg://host:port/silian",
        "postgresql+pg8000://db.example/silian",
        "",
    ],
)
def test_an_address_that_leads_nowhere_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(AddressMalformed) as told:
        Database(url)
    for words in say(told.value):
        assert "geheim" not in words
