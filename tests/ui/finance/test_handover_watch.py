"""The handover is told on its day after the return check, and later in the morning."""

from pytestqt.qtbot import QtBot

from tests.clock import Clock
from tests.ui.finance.conftest import Month
from ui.finance.handover_watch import HandoverWatch
from ui.shell.main_window import MainWindow


def _tick(window: MainWindow, qtbot: QtBot) -> str:
    HandoverWatch.of(window).tick()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    qtbot.wait(1)
    return window.messages.message()[1] if window.messages.isVisible() else ""


def test_it_is_told_once_after_the_return_check_of_its_day(
    month: Month, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    clock.local("2026-03-20 17:39")
    assert _tick(window, qtbot) == ""
    clock.local("2026-03-20 17:40")
    assert "Handover to Finance" in _tick(window, qtbot)
    window.withdraw("Handover to Finance")
    assert _tick(window, qtbot) == ""
    clock.local("2026-03-21 09:00")
    assert "Handover to Finance" in _tick(window, qtbot)
