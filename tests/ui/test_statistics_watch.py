"""Reports that are due write themselves while the window is open, each once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk, open_desk
from app.settings_change import change_settings
from tests.clock import Clock
from ui.shell.main_window import MainWindow
from ui.statistics_watch import TICKS_BETWEEN_TRIES, ReportWatch

WRITTEN = "Statistics report written"
FAILED = "A statistics report could not be written"


def _tick(window: MainWindow, qtbot: QtBot) -> str:
    """What the message bar says after the watch has looked; it is empty then."""
    watch = ReportWatch.of(window)
    watch.tick()
    qtbot.waitUntil(lambda: not watch.is_busy)
    said = window.messages.message()[1] if window.messages.isVisible() else ""
    for head in (WRITTEN, FAILED):
        window.withdraw(head)
    return said


@pytest.fixture
def folder(shop: Database, shop_desk: Desk, clock: Clock, tmp_path: Path) -> Path:
    """The folder that is set; it is not there yet."""
    clock.local("2026-03-02 08:59")
    place = tmp_path / "reports"
    values = {"report_folder": str(place), "report_monthly": "LEAVE"}
    shop.write(change_settings, shop_desk, values | {"report_period": "LEAVE"})
    return place


def test_the_week_is_written_on_monday_at_nine(
    folder: Path, window: MainWindow, shop: Database, clock: Clock, qtbot: QtBot
) -> None:
    folder.mkdir()
    code = shop.read(open_desk).centre_code
    assert WRITTEN in _tick(window, qtbot), "the week that was due a week ago"
    assert [path.name[-15:] for path in folder.iterdir()] == ["-2026-02-16.pdf"]
    assert _tick(window, qtbot) == ""
    clock.local("2026-03-02 09:00")
    assert WRITTEN in _tick(window, qtbot)
    name = f"工程维修统计-{code}-周报-2026-02-23.pdf"
    assert (folder / name).read_bytes().startswith(b"%PDF")
    assert len(list(folder.iterdir())) == 2, "nothing half written is left"


def test_a_folder_that_is_not_there_is_told_once(
    folder: Path, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    assert FAILED in _tick(window, qtbot)
    assert _tick(window, qtbot) == ""
    folder.mkdir()
    clock.local("2026-03-02 09:00")
    assert WRITTEN in _tick(window, qtbot)


def test_a_folder_that_comes_back_has_its_report_within_the_hour(
    folder: Path, window: MainWindow, qtbot: QtBot
) -> None:
    assert FAILED in _tick(window, qtbot)
    for _ in range(TICKS_BETWEEN_TRIES):
        assert _tick(window, qtbot) == ""
    # It is tried again, and what is still so is not said a second time.
    assert _tick(window, qtbot) == ""
    folder.mkdir()
    said = [_tick(window, qtbot) for _ in range(TICKS_BETWEEN_TRIES + 1)]
    assert WRITTEN in said[-1]
    assert not any(said[:-1])
    assert len(list(folder.iterdir())) == 1


def test_what_stands_there_is_left_alone(
    folder: Path, window: MainWindow, shop: Database, qtbot: QtBot
) -> None:
    folder.mkdir()
    code = shop.read(open_desk).centre_code
    other = folder / f"工程维修统计-{code}-周报-2026-02-16.pdf"
    other.write_text("of somebody else")
    assert _tick(window, qtbot) == ""
    assert other.read_text() == "of somebody else"
