"""The command as a process of its own: what it loads, prints and leaves behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pysqlite3 import dbapi2  # type: ignore[import-untyped]
from sqlalchemy import text

from app import VERSION
from app.database import Database
from app.desk import open_desk
from tests.app.books import problems
from tests.makers import make_slip

Run = Callable[..., subprocess.CompletedProcess[bytes]]
ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    *("PySide6", "shiboken6", "reportlab", "openpyxl", "lxml"),
    *("alembic", "pypdfium2"),
)
ISSUE = (
    *("slip", "issue", "--area-kind", "public", "--area", "车库"),
    *("--place", "12号柱", "--reporter", "演示", "--content", "灯不亮"),
)


@pytest.fixture
def url(new_sqlite: Callable[[str], str]) -> str:
    """A database in a file, with one slip."""
    url = new_sqlite("silian")
    database = Database(url)
    make_slip(database, database.read(open_desk))
    database.close()
    return url


def number_in(url: str) -> str:
    database = Database(url)
    first = "SELECT number FROM slip ORDER BY seq LIMIT 1"
    number = database.read(lambda session: session.scalar(text(first)))
    database.close()
    return str(number)


def loaded_by(words: list[str]) -> set[str]:
    """The heavy packages a command has loaded when it ends."""
    program = f"""
import contextlib, io, json, sys
from ui.main import main
with contextlib.redirect_stdout(io.StringIO()):
    main({words!r})
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["slip", "issue", "--help"],
        list(ISSUE),
        ["slip", "show", "NUMBER", "--json"],
        ["roster", "2026-11-20 10:00:00"],
        ["check"],
        ["backup", "COPY"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_a_small_command_loads_no_screen_and_no_paper(
    url: str, tmp_path: Path, words: list[str]
) -> None:
    """interfaces.md 1: it never imports Qt; nor what draws papers and workbooks."""
    names = {"NUMBER": number_in(url), "COPY": str(tmp_path / "copy.bak")}
    typed = [names.get(word, word) for word in words]
    assert loaded_by([*typed, "--db", url]) == set()


def test_papers_and_books_load_what_they_need_but_no_screen(
    url: str, tmp_path: Path
) -> None:
    pdf = ["slip", "pdf", number_in(url), "-o", str(tmp_path / "slip.pdf")]
    assert loaded_by([*pdf, "--db", url]) <= {"reportlab", "lxml"}
    for suffix in ("xlsx", "pdf"):
        out = str(tmp_path / f"register.{suffix}")
        loaded = loaded_by(["register", "public", "-o", out, "--db", url])
        assert not loaded & {"PySide6", "shiboken6", "alembic"}
    loaded = loaded_by(["export", str(tmp_path / "book.xlsx"), "--db", url])
    assert not loaded & {"PySide6", "shiboken6", "alembic", "reportlab"}


def test_the_window_without_a_display_says_so(process: Run) -> None:
    for language, word in (("zh_CN", "显示"), ("en", "display")):
        done = process(env={"SILIAN_LANG": language})
        assert done.returncode == 2
        assert done.stdout == b""
        said = done.stderr.decode()
        assert word in said
        assert len(said.splitlines()) == 1


def test_the_version_is_printed_by_the_installed_command() -> None:
    command = Path(sys.executable).with_name("silian")
    done = subprocess.run([command, "--version"], capture_output=True, check=False)
    assert done.stdout.decode() == f"silian {VERSION}\n"
    assert (done.returncode, done.stderr) == (0, b"")


def test_signs_a_terminal_cannot_decode_are_taken_as_they_are(
    url: str, process: Run
) -> None:
    """A GBK terminal sends bytes that are no UTF-8."""
    gbk = "电梯异响".encode("gbk")
    words = [*ISSUE]
    at = words.index("--content") + 1
    done = process(*words[:at], gbk + b"aa", *words[at + 1 :], "--db", url)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    done = process("slip", "show", gbk, "--db", url, env={"SILIAN_AS": "某人"})
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_chinese_is_printed_whatever_the_locale(
    url: str, process: Run, locale: str
) -> None:
    environment = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = process("roster", "2026-11-20 10:00", "--db", url, env=environment)
    assert done.stdout.decode() == "前台\n"
    assert done.stderr == b""


def test_who_stops_reading_gets_no_traceback(url: str, process: Run) -> None:
    """`silian slip show … | head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    done = process(
        *("slip", "show", number_in(url), "--db", url),
        capture_output=False,
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has such a device")
def test_an_answer_that_cannot_be_written_is_told(url: str, process: Run) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process(
            *("slip", "show", number_in(url), "--db", url),
            capture_output=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 4
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert "Exception" not in said
    assert len(said.splitlines()) == 1


def test_a_number_is_printed_at_once_and_only_after_its_commit(
    url: str, process: Run
) -> None:
    done = process(*ISSUE, "--db", url)
    assert done.returncode == 0
    number = done.stdout.decode().strip()
    database = Database(url)
    found = "SELECT count(*) FROM slip WHERE number = :number"
    count = database.read(
        lambda session: session.scalar(text(found), {"number": number})
    )
    assert count == 1
    database.close()


def test_nothing_is_printed_for_a_slip_that_was_not_kept(
    url: str, process: Run
) -> None:
    other = dbapi2.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    program = (
        "import sys, app.database; app.database._BUSY_MS = 100;"
        "from ui.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *ISSUE, "--db", url],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    other.close()
    assert (done.returncode, done.stdout) == (4, b"")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_command_that_is_stopped_while_it_waits_leaves_the_books_whole(
    url: str, sign: signal.Signals
) -> None:
    other = dbapi2.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = subprocess.Popen(
        [sys.executable, "-m", "ui", *ISSUE, "--db", url],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.0)
    waiting.send_signal(sign)
    other.close()
    out, err = waiting.communicate(timeout=30)
    assert b"Traceback" not in err
    database = Database(url)
    desk = database.read(open_desk)
    assert not problems(database, desk)
    database.close()
    if out:  # it was quicker than the signal
        assert waiting.returncode == 0
    else:
        assert waiting.returncode in (130, -sign, 128 + sign)
