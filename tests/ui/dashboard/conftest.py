"""What tests of the dashboard are given: the worked example, the room, the command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from tests.clock import Clock
from tests.data_book_maker import book_file, worked_book
from ui.dashboard.page import DashboardPage
from ui.main import main
from ui.shell.main_window import MainWindow

CLOSE = "2026-11-23 10:00"
"""When the worked example is looked at; its period ended two days before."""
Enter = Callable[[], DashboardPage]
Told = Callable[..., dict[str, Any]]


@pytest.fixture
def month(shop: Database, clock: Clock, tmp_path: Path) -> None:
    """The books of worked-examples 5.2 before the window looks at them."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(book_file(worked_book()).getvalue())
    arguments = ["import", str(book), "--now", "2027-01-10 09:00", "--db", shop.url]
    assert main(arguments) == 0
    clock.local(CLOSE)


@pytest.fixture
def enter(window: MainWindow, qtbot: QtBot) -> Enter:
    """Goes to the room and waits until its figures are shown."""

    def go() -> DashboardPage:
        page = window.show_page("dashboard")
        assert isinstance(page, DashboardPage)
        rest(window, qtbot)
        assert page.report is not None
        return page

    return go


@pytest.fixture
def told(shop: Database, capsys: pytest.CaptureFixture[str]) -> Told:
    """What ``silian stats --json`` says of a range of days."""

    def ask(first: str, until: str, at: str = CLOSE) -> dict[str, Any]:
        capsys.readouterr()
        words = ["--from", first, "--to", until, "--at", at, "--json"]
        assert main(["stats", *words, "--db", shop.url]) == 0
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return ask


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is asked any more, nor what follows from an answer."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.work.tasks.running())
        qtbot.wait(1)
