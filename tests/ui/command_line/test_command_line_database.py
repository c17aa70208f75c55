"""`silian init`, `check`, `backup`, `restore`, and what goes wrong with a database."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pysqlite3 import dbapi2  # type: ignore[import-untyped]

import app.database
from app.database import Database
from app.desk import Desk, open_desk
from app.staff_directory import SaveStaff, save_staff
from models.slip import SlipState
from models.staff import Department, Post
from tests.app.books import books as held_in
from tests.app.books import by_hand, problems
from tests.makers import make_slip, make_staff
from tests.postgres import Cluster
from tests.ui.command_line.conftest import Silian

ISSUE = (
    *("slip", "issue", "--area-kind", "public", "--area", "车库"),
    *("--place", "12号柱", "--reporter", "演示", "--content", "灯不亮"),
)
NEEDS_A_DATABASE = (
    ISSUE,
    ("slip", "show", "WX261121-001"),
    ("slip", "pdf", "WX261121-001", "-o", "slip.pdf"),
    ("register", "unit", "-o", "register.xlsx"),
    ("export", "book.xlsx"),
    ("roster", "2026-11-20"),
    ("check",),
    ("backup", "copy.bak"),
)


def test_a_database_is_created_and_then_up_to_date(
    empty_database_url: str, silian: Silian
) -> None:
    first = silian("init", "--db", empty_database_url)
    assert (first.code, first.err) == (0, "")
    second = silian("init", "--db", empty_database_url)
    assert (second.code, second.err) == (0, "")
    assert first.out != second.out
    answer = silian(*ISSUE, "--db", empty_database_url)
    assert answer.code == 0
    assert answer.out.endswith("-001\n")


@pytest.mark.parametrize("words", NEEDS_A_DATABASE, ids=lambda w: " ".join(w[:2]))
def test_on_a_missing_database_every_other_command_ends_with_four(
    silian: Silian,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    """interfaces.md 1: only init, import, demo, restore and the window create one."""
    monkeypatch.chdir(tmp_path)
    for place in (tmp_path / "silian.db", tmp_path / "no" / "folder" / "silian.db"):
        answer = silian(*words, "--db", f"sqlite:///{place}")
        assert answer.code == 4
        assert str(place) in answer.complaint
        assert "silian init" in answer.complaint
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", NEEDS_A_DATABASE, ids=lambda w: " ".join(w[:2]))
def test_on_an_empty_server_database_they_end_with_four_too(
    cluster: Cluster,
    silian: Silian,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    cluster.create("empty_for_commands")
    try:
        answer = silian(*words, "--db", cluster.url("empty_for_commands"))
        assert answer.code == 4
        assert "silian init" in answer.complaint
    finally:
        cluster.drop("empty_for_commands")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://silian:geheim@127.0.0.1:1/silian",
        "mysql://silian:geheim@db.example/silian",
        "://",
        "postgresql+psycopg://h:port/x",
    ],
)
@pytest.mark.parametrize(
    "words", [ISSUE, ("init",), ("check",), ("restore", "/dev/null")]
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    silian: Silian, address: str, words: tuple[str, ...]
) -> None:
    answer = silian(*words, "--db", address)
    assert answer.code in (2, 4)
    assert (answer.code == 4) is address.endswith(":1/silian") or words[0] == "restore"
    assert "geheim" not in answer.complaint


def test_a_newer_database_is_refused(
    books: Database, silian: Silian, tmp_path: Path
) -> None:
    by_hand(books, "UPDATE alembic_version SET version_num = '2031_01_01_0009'")
    before = held_in(books)
    for words in (("init",), ISSUE, ("check",), ("backup", str(tmp_path / "c.bak"))):
        answer = silian(*words)
        assert answer.code == 4
        assert "2031_01_01_0009" in answer.complaint
    assert held_in(books) == before
    assert not (tmp_path / "c.bak").exists()


@pytest.mark.parametrize("content", [b"", b"shopping list\n" * 999])
def test_a_file_that_is_no_database_ends_with_four(
    silian: Silian, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "silian.db"
    path.write_bytes(content)
    for words in (ISSUE, ("check",), ("roster", "2026-11-20")):
        answer = silian(*words, "--db", str(path))
        assert answer.code == 4
        assert str(path) in answer.complaint
    assert path.read_bytes() == content


def test_a_locked_database_ends_with_four(
    new_sqlite: Callable[[str], str], silian: Silian, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.database, "_BUSY_MS", 50)
    url = new_sqlite("silian")
    other = dbapi2.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for language in ("zh_CN", "en"):
        monkeypatch.setenv("SILIAN_LANG", language)
        answer = silian(*ISSUE, "--db", url)
        assert answer.code == 4
        assert answer.complaint
    assert silian("roster", "2026-11-20", "--db", url).code == 0
    other.close()
    assert silian(*ISSUE, "--db", url).code == 0


def test_sound_books_are_told_and_end_with_nought(
    books: Database, front: Desk, silian: Silian
) -> None:
    make_slip(books, front, SlipState.RETURNED)
    answer = silian("check")
    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) == 1
    answer = silian("check", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == {"ok": True, "problems": []}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_is_wrong_is_listed_and_ends_with_one(
    books: Database,
    front: Desk,
    silian: Silian,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    monkeypatch.setenv("SILIAN_LANG", language)
    slip = make_slip(books, front, SlipState.RETURNED)
    by_hand(books, "UPDATE slip SET content = '别的', number = 'WX990101-001'")
    by_hand(books, "UPDATE slip_copy SET place = 'owner' WHERE copy_no = 2")
    by_hand(books, "DELETE FROM event WHERE seq = 2")
    answer = silian("check")
    assert (answer.code, answer.err) == (1, "")
    told = json.loads(silian("check", "--json").out)
    assert list(told) == ["ok", "problems"]
    assert told["ok"] is False
    assert len(answer.out.splitlines()) == len(told["problems"])
    for problem in told["problems"]:
        assert list(problem) == ["kind", "ref", "text"]
        assert problem["text"] in answer.out
    kinds = {problem["kind"] for problem in told["problems"]}
    assert kinds == {"number", "copy", "chain"}
    assert slip.number in {problem["ref"] for problem in told["problems"]}


def test_a_copy_is_made_and_put_back(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    make_slip(books, front)
    before = held_in(books)
    copy = tmp_path / "日备份.bak"
    answer = silian("backup", str(copy))
    assert (answer.code, answer.err) == (0, "")
    assert str(copy) in answer.out
    make_slip(books, front)
    books.close()
    answer = silian("restore", str(copy))
    assert (answer.code, answer.err) == (0, "")
    assert "before-restore" in answer.out
    assert held_in(books) == before
    assert not problems(books, front)
    assert silian("check").code == 0


def test_a_copy_is_not_written_over_another(
    books: Database, silian: Silian, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.bak"
    copy.write_text("mine")
    answer = silian("backup", str(copy))
    assert answer.code == 2
    assert str(copy) in answer.complaint
    assert copy.read_text() == "mine"
    assert books.url


@pytest.mark.usefixtures("books")
def test_a_folder_that_is_not_there_is_bad_input(
    silian: Silian, tmp_path: Path
) -> None:
    answer = silian("backup", str(tmp_path / "nowhere" / "copy.bak"))
    assert answer.code == 2
    assert str(tmp_path / "nowhere") in answer.complaint
    assert not list(tmp_path.glob("nowhere*"))


def test_a_copy_that_is_damaged_or_missing_is_not_put_back(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    make_slip(books, front)
    before = held_in(books)
    books.close()
    spoiled = tmp_path / "spoiled.bak"
    spoiled.write_bytes(os.urandom(5000))
    answer = silian("restore", str(spoiled))
    assert answer.code == 4
    assert str(spoiled) in answer.complaint
    answer = silian("restore", str(tmp_path / "nothing.bak"))
    assert answer.code == 2
    assert "nothing.bak" in answer.complaint
    assert held_in(books) == before


def test_a_copy_is_put_back_where_nothing_can_be_read_any_more(
    new_sqlite: Callable[[str], str], silian: Silian, tmp_path: Path
) -> None:
    url = new_sqlite("silian")
    copy = tmp_path / "copy.bak"
    assert silian("backup", str(copy), "--db", url).code == 0
    Path(url.removeprefix("sqlite:///")).write_bytes(os.urandom(9000))
    assert silian("check", "--db", url).code == 4
    assert silian("restore", str(copy), "--db", url).code == 0
    assert silian("check", "--db", url).code == 0
    fresh = f"sqlite:///{tmp_path / 'fresh' / 'silian.db'}"
    assert silian("restore", str(copy), "--db", fresh).code == 0
    assert silian("check", "--db", fresh).code == 0


def test_putting_a_copy_back_needs_the_right(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.bak"
    make_staff(books, front, "演示前台")
    admin = SaveStaff("演示管理员", Department.MANAGEMENT, (Post.ADMIN,))
    books.write(save_staff, front, admin)
    assert silian("backup", str(copy), "--as", "演示前台").code == 0
    before = held_in(books)
    books.close()
    answer = silian("restore", str(copy), "--as", "演示前台")
    assert answer.code == 3
    assert "演示前台" in answer.complaint
    assert silian("restore", str(copy), "--as", "演示无人").code == 2
    assert held_in(books) == before
    books.close()
    assert silian("restore", str(copy), "--as", "演示管理员").code == 0


def test_without_the_servers_programs_backup_and_restore_end_with_four(
    new_postgres: Callable[[str], str],
    silian: Silian,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """interfaces.md 1: or exit 4 saying so."""
    url = new_postgres("no_tools")
    copy = tmp_path / "copy.bak"
    assert silian("backup", str(copy), "--db", url).code == 0
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = silian("backup", str(tmp_path / "second.bak"), "--db", url)
    assert answer.code == 4
    assert "pg_dump" in answer.complaint
    answer = silian("restore", str(copy), "--db", url)
    assert answer.code == 4
    assert "pg_restore" in answer.complaint


def test_a_backup_says_nothing_of_a_database_it_did_not_copy(
    silian: Silian, tmp_path: Path
) -> None:
    music = tmp_path / "music.db"
    other = dbapi2.connect(str(music))
    other.execute("CREATE TABLE song (title TEXT)")
    other.commit()
    other.close()
    content = music.read_bytes()
    answer = silian("backup", str(tmp_path / "copy.bak"), "--db", str(music))
    assert answer.code == 4
    assert answer.complaint
    assert music.read_bytes() == content
    assert not (tmp_path / "copy.bak").exists()


def test_a_command_leaves_nothing_beside_the_database(
    new_sqlite: Callable[[str], str], silian: Silian, tmp_path: Path
) -> None:
    url = new_sqlite("silian")
    silian(*ISSUE, "--db", url)
    silian("check", "--db", url)
    left = sorted(path.name for path in tmp_path.glob("silian*"))
    assert left == ["silian.db"]
    moved = tmp_path / "moved.db"
    shutil.move(url.removeprefix("sqlite:///"), moved)
    database = Database(f"sqlite:///{moved}")
    desk = database.read(open_desk)
    assert len(held_in(database)["slip"]) == 1
    assert not problems(database, desk)
    database.close()
