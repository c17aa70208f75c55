"""Two desks on one database: what one writes, the window of the other shows."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.database import Database
from app.desk import Desk
from app.news import load_news
from tests.clock import Clock
from tests.ui.answering import Answering
from ui import other_desk
from ui.shell.main_window import MainWindow
from ui.tasks import Tasks
from ui.window_state import WindowState
from ui.work import Work, open_work

ISSUE = (
    *("slip", "issue", "--area-kind", "public", "--area", "车库"),
    *("--place", "12号柱", "--reporter", "演示", "--content", "灯不亮"),
)


@pytest.fixture
def window(
    database: Database,
    clock: Clock,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """A window with the threads of the real program, looking often."""
    monkeypatch.setattr(other_desk, "LOOK_EVERY_MS", 50)
    work: Work = open_work(database, Tasks(), clock=clock)
    made = MainWindow(work, WindowState(tmp_path / "window.ini"), Answering())
    qtbot.addWidget(made)
    made.show()
    made.others.start()
    yield made
    made.close()
    work.close()


def test_what_another_process_writes_is_shown_by_itself(
    window: MainWindow, database_url: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    command = [sys.executable, "-m", "ui", *ISSUE, "--db", database_url]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    badge = window.rail.item("dispatch")
    qtbot.waitUntil(lambda: badge.badge.figure == "1")


def test_a_server_that_goes_and_comes_back_is_found_again(
    window: MainWindow, database: Database, engine_name: str, qtbot: QtBot
) -> None:
    if engine_name == "sqlite":
        pytest.skip(reason="a file has no line that could be cut")
    with qtbot.waitSignal(window.work.tasks.job_ended):
        pass  # what waits in the rooms was asked: there is a line
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    # Whoever asks first after a cut finds it, and others a new line: until it is told.
    cutting = QTimer(window, interval=500)
    cutting.timeout.connect(partial(_cut_every_line, database.url))
    with qtbot.waitSignal(window.others.connection_changed, timeout=20_000) as lost:
        cutting.start()
    cutting.stop()
    assert lost.args == [False]
    qtbot.waitUntil(lambda: window.others.is_connected)
    assert window.status_texts()[3] == "Server connected"


def _cut_every_line(url: str) -> None:
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    alone = Database(url)
    with alone.connect(writing=False) as connection:
        connection.execute(cut)
    alone.close()


def test_looking_costs_next_to_nothing(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    seen = database.read(load_news, desk, None).last_seq
    statements.clear()
    begun = perf_counter()
    for _ in range(50):
        database.read(load_news, desk, seen)
    took = (perf_counter() - begun) / 50
    assert len(statements) == 50
    assert took < 0.02
