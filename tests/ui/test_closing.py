"""The window is closed while work is under way: it stops clean, or is done."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.database import Database
from app.desk import Desk
from app.progress import SILENT, Progress
from app.slip_issue import issue_slip
from app.staff_directory import SaveStaff, list_staff, save_staff
from models.staff import Department, Post
from tests.clock import Clock
from tests.makers import PUBLIC_CALL
from tests.ui.answering import Answering
from ui.shell.main_window import MainWindow
from ui.tasks import Tasks
from ui.window_state import WindowState
from ui.work import Work, open_work


@pytest.fixture
def threaded(shop: Database, clock: Clock) -> Iterator[Work]:
    """The door to the desk with the threads of the real program."""
    opened = open_work(shop, Tasks(), clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def begun() -> threading.Event:
    return threading.Event()


def import_people(
    session: Any, desk: Desk, begun: threading.Event, progress: Progress = SILENT
) -> None:
    """As long as an import takes that nobody waits for."""
    for number in range(100_000):
        name = f"演示 {number:06}"
        order = SaveStaff(name, Department.ENGINEERING, (Post.TECHNICIAN,))
        save_staff(session, desk, order)
        session.flush()
        begun.set()
        progress.step(number, 100_000)


def test_closing_during_an_import_asks_and_leaves_nothing_half_written(
    threaded: Work,
    shop: Database,
    shop_desk: Desk,
    begun: threading.Event,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask = Answering()
    window = MainWindow(threaded, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(window)
    window.show()
    threaded.change(
        window,
        import_people,
        begun,
        done=lambda _: None,
        title="Reading people.xlsx",
        wants_progress=True,
    )
    qtbot.waitUntil(begun.is_set)
    ask.says_yes = False
    window.close()
    assert ask.asked == ["Work is still running"]
    assert window.isVisible(), "no was said"
    ask.says_yes = True
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    threaded.close()
    assert shop.read(list_staff, shop_desk) == []
    assert shop.read(lambda s: s.scalar(text("SELECT count(*) FROM event"))) == 0


def test_a_short_write_that_waits_its_turn_is_done_before_the_program_ends(
    threaded: Work, shop: Database, qtbot: QtBot
) -> None:
    """A draft that was saved by closing, a slip sent with the last key press."""
    for _ in range(5):
        threaded.change(threaded, issue_slip, PUBLIC_CALL, done=lambda _: None)
    threaded.close()
    assert shop.read(lambda s: s.scalar(text("SELECT count(*) FROM slip"))) == 5
