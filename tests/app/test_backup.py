"""Copies of the books: whole or not there, also while desks work; and put back."""

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from pysqlite3 import dbapi2  # type: ignore[import-untyped]

import app.backup
from app.backup import (
    BackupFailed,
    FileExists,
    FileMissing,
    ToolMissing,
    back_up,
    restore,
)
from app.database import Database
from app.database_trouble import DatabaseBusy, DatabaseDamaged, DatabaseMissing
from app.desk import Desk, open_desk
from app.schema import create_or_upgrade, require_current
from app.slip_issue import issue_slip
from models.slip import SlipState
from tests.app.books import Books, books, problems
from tests.app.issuing import desks
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, make_slip


def books_of(url: str) -> Books:
    database = Database(url)
    require_current(database)
    held = books(database)
    database.close()
    return held


def is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def path_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def test_a_copy_put_back_holds_what_was_copied(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    make_slip(database, desk, SlipState.RETURNED)
    before = books(database)
    copy = tmp_path / "copies" / "日备份.bak"
    copy.parent.mkdir()
    back_up(database.url, copy)
    assert books(database) == before
    make_slip(database, desk)
    assert books(database) != before
    database.close()
    restore(database.url, copy)
    assert books(database) == before
    assert not problems(database, desk)
    assert make_slip(database, desk).number == "WX260302-002"
    assert not [path for path in copy.parent.iterdir() if path.suffix == ".part"]


def test_the_present_books_are_kept_when_a_copy_is_put_back(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    """interfaces.md 1: the present one is kept aside."""
    copy = tmp_path / "morning.bak"
    back_up(database.url, copy)
    make_slip(database, desk)
    before = books(database)
    database.close()
    kept = restore(database.url, copy)
    assert kept is not None
    assert kept.is_file()
    assert books(database) != before
    database.close()
    again = restore(database.url, kept)
    assert again is not None
    assert again != kept  # also within one second nothing kept is written over
    assert kept.is_file()
    assert books(database) == before


def issue_until_told(url: str, orders: Connection) -> None:
    """A desk that issues until it hears of the end; tells what it was given."""
    database = Database(url)
    desk = database.read(open_desk)
    given = []
    orders.send("begun")
    while not orders.poll():
        issued, _ = database.write(issue_slip, desk, PUBLIC_CALL)
        given.append(issued.number)
    database.close()
    orders.send(given)


def test_a_copy_made_while_desks_issue_is_whole(
    database_url: str, tmp_path: Path, new_database_url: Callable[[str], str]
) -> None:
    """goals: a plain copy of a database in use was bad in 66 of 80 tries."""
    context = desks()
    here, there = context.Pipe()
    desk = context.Process(target=issue_until_told, args=(database_url, there))
    desk.start()
    assert here.recv() == "begun"
    copies = [tmp_path / f"{number}.bak" for number in range(5)]
    for copy in copies:
        back_up(database_url, copy)
    here.send("stop")
    given = here.recv()
    desk.join()
    here.close()
    there.close()
    assert len(given) > 5
    counts = []
    for number, copy in enumerate(copies):
        url = new_database_url(f"copy{number}")
        restore(url, copy)
        opened = Database(url)
        as_of_then = opened.read(open_desk)
        assert not problems(opened, as_of_then)
        counts.append(len(books(opened)["slip"]))
        opened.close()
    assert counts == sorted(counts)
    assert counts[-1] <= len(given)


def test_a_name_that_is_taken_is_not_written_over(
    database_url: str, tmp_path: Path
) -> None:
    target = tmp_path / "copy.bak"
    target.write_text("mine")
    with pytest.raises(FileExists) as refused:
        back_up(database_url, target)
    assert refused.value.facts["place"] == str(target)
    assert target.read_text() == "mine"
    with pytest.raises(FileExists):
        back_up(database_url, tmp_path)  # a folder


def test_a_copy_that_cannot_be_written_leaves_nothing(
    database_url: str, tmp_path: Path
) -> None:
    with pytest.raises(FileMissing) as told:
        back_up(database_url, tmp_path / "nowhere" / "copy.bak")
    assert told.value.facts["place"] == str(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_copy_for_which_there_is_no_room_leaves_nothing(
    database_url: str, tmp_path: Path
) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(BackupFailed):
            back_up(database_url, tmp_path / "copy.bak")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert not [path for path in tmp_path.iterdir() if "copy" in path.name]


def damaged_copies(copy: Path) -> dict[str, bytes]:
    content = copy.read_bytes()
    middle = len(content) // 2
    return {
        "empty": b"",
        "a letter": "尊敬的业主".encode() * 100,
        "cut off": content[: len(content) * 2 // 3],
        "its middle scribbled over": content[:4096]
        + os.urandom(middle - 4096)
        + content[middle:],
    }


def test_a_damaged_copy_is_refused_and_nothing_is_touched(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    make_slip(database, desk)
    whole = tmp_path / "whole.bak"
    back_up(database.url, whole)
    make_slip(database, desk)
    before = books(database)
    database.close()
    for name, content in damaged_copies(whole).items():
        spoiled = tmp_path / "spoiled.bak"
        spoiled.write_bytes(content)
        there = sorted(path.name for path in tmp_path.iterdir())
        with pytest.raises((DatabaseDamaged, BackupFailed)):
            restore(database.url, spoiled)
        assert books(database) == before, name
        database.close()
        left = {path.name for path in tmp_path.iterdir()} - set(there)
        assert not {n for n in left if ".part" in n}, name
        assert spoiled.read_bytes() == content


def test_a_copy_of_something_else_is_refused(
    database: Database, desk: Desk, tmp_path: Path
) -> None:
    make_slip(database, desk)
    before = books(database)
    music = tmp_path / "music.bak"
    if is_sqlite(database.url):
        other = dbapi2.connect(str(music))
        other.execute("CREATE TABLE song (title TEXT)")
        other.commit()
        other.close()
    else:
        address = database.url.replace("+psycopg", "")
        with database.connect(writing=True) as connection:
            connection.exec_driver_sql("CREATE SCHEMA music")
            connection.exec_driver_sql("CREATE TABLE music.song (title text)")
        command = ["pg_dump", "-Fc", "-n", "music", "-f", str(music), address]
        subprocess.run(command, check=True)
    with pytest.raises((DatabaseDamaged, BackupFailed)):
        restore(database.url, music)
    assert books(database) == before


def test_a_copy_that_is_not_there_is_refused(database_url: str, tmp_path: Path) -> None:
    before = books_of(database_url)
    for missing in (tmp_path / "nothing.bak", tmp_path):
        with pytest.raises(FileMissing) as refused:
            restore(database_url, missing)
        assert refused.value.facts["place"] == str(missing)
    assert books_of(database_url) == before


def test_a_missing_database_has_no_copy(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        back_up(f"sqlite:///{tmp_path / 'nothing.db'}", tmp_path / "copy.bak")
    assert not list(tmp_path.iterdir())


def test_a_copy_makes_a_database_where_there_was_none(
    new_sqlite: Callable[[str], str], tmp_path: Path, clock: Clock
) -> None:
    """interfaces.md 1: restore is one of the commands that create one."""
    url = new_sqlite("old")
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    fresh = f"sqlite:///{tmp_path / 'new' / 'silian.db'}"
    assert restore(fresh, copy) is None
    assert books_of(fresh) == books_of(url)


def test_a_copy_is_put_back_over_a_file_that_is_no_database(
    new_sqlite: Callable[[str], str], tmp_path: Path
) -> None:
    """That is when copies are needed; the bytes are kept nevertheless."""
    url = new_sqlite("silian")
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    expected = books_of(url)
    wreck = os.urandom(10_000)
    path_of(url).write_bytes(wreck)
    kept = restore(url, copy)
    assert kept is not None
    assert kept.read_bytes() == wreck
    assert books_of(url) == expected


def test_what_was_not_yet_in_the_file_itself_is_copied_and_kept(
    new_sqlite: Callable[[str], str], tmp_path: Path, clock: Clock
) -> None:
    """A slip just saved stands in the write-ahead log beside the file."""
    url = new_sqlite("silian")
    empty = tmp_path / "empty.bak"
    back_up(url, empty)
    database = Database(url)
    desk = database.read(open_desk, clock=clock)
    make_slip(database, desk)
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for part in tmp_path.glob("silian.db*"):  # as a power cut leaves it
        shutil.copy(part, crashed)
    database.close()
    left = f"sqlite:///{crashed / 'silian.db'}"
    kept = restore(left, empty)
    assert kept is not None
    assert len(books_of(f"sqlite:///{kept}")["slip"]) == 1
    assert not books_of(left)["slip"]
    assert len(books_of(f"sqlite:///{copy}")["slip"]) == 1


def test_a_database_that_a_desk_has_open_is_not_replaced_under_its_hands(
    new_sqlite: Callable[[str], str],
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its next slip would go into a file that nobody will ever read."""
    url = new_sqlite("silian")
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    database = Database(url)
    desk = database.read(open_desk, clock=clock)
    make_slip(database, desk)
    before = books(database)
    monkeypatch.setattr(app.backup, "_BUSY_SECONDS", 0.05)
    with pytest.raises(DatabaseBusy):
        restore(url, copy)
    assert books(database) == before
    make_slip(database, desk)
    database.close()
    assert len(books_of(url)["slip"]) == 2
    assert restore(url, copy) is not None
    assert not books_of(url)["slip"]


def test_desks_open_a_copy_that_was_put_back_all_at_once(
    new_sqlite: Callable[[str], str], tmp_path: Path
) -> None:
    url = new_sqlite("silian")
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    restore(url, copy)
    context = desks()
    working = []
    for _ in range(6):
        here, there = context.Pipe()
        desk = context.Process(target=issue_until_told, args=(url, there))
        desk.start()
        working.append((desk, here, there))
    given = []
    for _, here, _ in working:
        assert here.recv() == "begun"
    for desk, here, there in working:
        here.send("stop")
        given += here.recv()
        desk.join()
        here.close()
        there.close()
    assert len(set(given)) == len(given) == len(books_of(url)["slip"])


@pytest.mark.parametrize("name", ["50%#1?.db", "a b&c=d;e.db", '物业 "数据".db'])
def test_a_file_is_copied_whatever_it_is_called(
    sqlite_template: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "50% 折#扣"
    folder.mkdir()
    source = folder / "silian.db"
    shutil.copy(sqlite_template, source)
    url = f"sqlite:///{source}"
    copy = folder / name
    back_up(url, copy)
    assert sorted(path.name for path in folder.iterdir()) == sorted([name, "silian.db"])
    assert restore(url, copy) is not None
    assert books_of(url)["centre"]


def test_without_the_servers_programs_it_is_said_which_is_missing(
    new_postgres: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_postgres("tools")
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissing) as told:
        back_up(url, tmp_path / "second.bak")
    assert told.value.facts["tool"] == "pg_dump"
    with pytest.raises(ToolMissing):
        restore(url, copy)
    assert books_of(url)["centre"]


def test_a_server_that_is_away_leaves_no_copy(tmp_path: Path) -> None:
    url = "postgresql+psycopg://silian:geheim@127.0.0.1:1/silian"
    with pytest.raises(BackupFailed) as told:
        back_up(url, tmp_path / "copy.bak")
    assert "geheim" not in str(told.value.facts)
    assert not list(tmp_path.iterdir())


def test_a_password_is_not_shown_to_everybody_on_the_computer(
    new_postgres: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands on a command line can be read by every user of the computer."""
    url = new_postgres("secret").replace("silian@", "silian:geheim@")
    spy = tmp_path / "programs"
    spy.mkdir()
    told = tmp_path / "told"
    for tool in ("pg_dump", "pg_restore"):
        real = shutil.which(tool)
        program = spy / tool
        program.write_text(f'#!/bin/sh\necho "$@" >> {told}\nexec {real} "$@"\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{spy}{os.pathsep}{os.environ['PATH']}")
    copy = tmp_path / "copy.bak"
    back_up(url, copy)
    restore(url, copy)
    assert "geheim" not in told.read_text()


def test_a_database_is_brought_up_after_an_old_copy_was_put_back(
    database_url: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.bak"
    back_up(database_url, copy)
    restore(database_url, copy)
    assert create_or_upgrade(database_url) is False
