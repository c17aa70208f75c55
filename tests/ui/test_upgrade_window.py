"""An old database is upgraded while a small window tells, then the program opens."""

import lzma
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import text

from app.database import Database
from app.database_trouble import DatabaseBusy
from app.progress import Progress
from app.schema import UpgradePart, create_or_upgrade, require_current
from tests.clock import Clock
from tests.ui.accessible import things_in
from ui.language import Language
from ui.shell.upgrade_window import UpgradeWindow
from ui.shell.window import Opening, make_work
from ui.tasks import Tasks
from ui.window_state import WindowState

OLD = Path(__file__).parents[1] / "data" / "2026_11_21_0001.sqlite.xz"


class Later(Executor):
    """Runs the work when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], Any]] = []

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        self.waiting.append(partial(fn, *args, **kwargs))
        return Future()

    def run(self) -> None:
        self.waiting.pop(0)()


OpenWindow = Callable[[Callable[[Progress], object]], UpgradeWindow]


def nothing(_: Progress) -> None:
    """Work that is done at once."""


@pytest.fixture
def lane() -> Later:
    return Later()


@pytest.fixture
def open_window(lane: Later, qapp: QApplication) -> Iterator[OpenWindow]:
    """Opens the window on some work that runs when ``lane`` is told to."""
    opened: list[UpgradeWindow] = []
    language = Language(qapp)
    language.speak("en")

    def make(upgrade: Callable[[Progress], object]) -> UpgradeWindow:
        window = UpgradeWindow(upgrade, "silian.db", Tasks(lambda _: lane))
        opened.append(window)
        window.begin()
        return window

    yield make
    for window in opened:
        if isValid(window):
            window.close_tasks()
            window.deleteLater()
    language.fall_silent()


def test_the_window_says_what_is_done_and_how_far_it_is(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(nothing)
    assert window.isVisible()
    assert not window.retry.isVisible()
    window.show_part(UpgradePart.COPY, 0, 0)
    assert window.text.text() == "A copy is made first, so that nothing is lost."
    assert (window.count.text(), window.meter.share) == ("", None)
    window.show_part(UpgradePart.STEPS, 1, 4)
    assert window.text.text() == "The tables get their new form."
    assert (window.count.text(), window.meter.share) == ("1 of 4", 0.25)
    window.show_part(UpgradePart.INDEX, 25_000, 100_000)
    assert window.text.text() == "The slips are indexed, so that search works."
    assert window.count.text() == "25,000 of 100,000"


def test_what_the_work_tells_is_shown(
    open_window: OpenWindow, lane: Later, qtbot: QtBot
) -> None:
    def upgrade(progress: Progress) -> None:
        progress.begin(UpgradePart.COPY)
        raise DatabaseBusy

    window = open_window(upgrade)
    shown: list[tuple[str, int, int]] = []
    window.show_part = lambda *told: shown.append(told)  # type: ignore[method-assign]
    lane.run()
    qtbot.waitUntil(window.retry.isVisible)
    assert shown == [("copy", 0, 0)] * 2


def test_when_it_is_done_the_window_goes(
    open_window: OpenWindow, lane: Later, qtbot: QtBot
) -> None:
    window = open_window(nothing)
    with qtbot.waitSignals([window.upgraded, window.accepted], order="strict"):
        lane.run()


def test_a_stop_ends_the_work_and_then_the_window(
    open_window: OpenWindow, lane: Later, qtbot: QtBot
) -> None:
    def upgrade(progress: Progress) -> None:
        progress.begin(UpgradePart.STEPS)
        pytest.fail("it went on")

    window = open_window(upgrade)
    qtbot.mouseClick(window.leave, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert window.text.text() == "Stopping; the database stays as it was."
    assert not window.leave.isEnabled()
    with qtbot.assertNotEmitted(window.upgraded), qtbot.waitSignal(window.rejected):
        lane.run()


def test_a_stop_that_comes_when_it_is_done_is_too_late(
    open_window: OpenWindow, lane: Later, qtbot: QtBot
) -> None:
    window = open_window(lambda progress: window.close())
    with qtbot.assertNotEmitted(window.rejected), qtbot.waitSignal(window.accepted):
        lane.run()


def test_trouble_is_told_in_the_window_and_can_be_tried_again(
    open_window: OpenWindow, lane: Later, qtbot: QtBot
) -> None:
    troubles: list[Exception] = [DatabaseBusy()]

    def upgrade(_: Progress) -> None:
        if troubles:
            raise troubles.pop()

    window = open_window(upgrade)
    lane.run()
    qtbot.waitUntil(window.retry.isVisible)
    assert "as it was" in window.head.text()
    assert "locked by another program" in window.text.text()
    assert not window.meter.isVisible()
    assert window.leave.text() == "Quit"
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert window.meter.isVisible()
    assert not window.retry.isVisible()
    with qtbot.waitSignal(window.upgraded):
        lane.run()


def test_whoever_leaves_after_trouble_leaves_at_once(
    open_window: OpenWindow, lane: Later, qtbot: QtBot
) -> None:
    def upgrade(_: Progress) -> None:
        raise DatabaseBusy

    window = open_window(upgrade)
    lane.run()
    qtbot.waitUntil(window.retry.isVisible)
    with qtbot.waitSignal(window.rejected):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_a_fault_goes_to_the_crash_window_and_the_upgrade_can_be_tried_again(
    open_window: OpenWindow,
    lane: Later,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faults: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, fault, __: faults.append(fault))

    def upgrade(_: Progress) -> None:
        raise ValueError("a bug")

    window = open_window(upgrade)
    lane.run()
    qtbot.waitUntil(window.retry.isVisible)
    assert [str(fault) for fault in faults] == ["a bug"]
    assert window.text.text() == "The program has a fault."


def test_enter_stops_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(nothing)
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert window.leave.isEnabled()


def test_a_screen_reader_hears_what_is_done(
    open_window: OpenWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    language = Language(qapp)
    language.speak("zh_CN")
    window = open_window(nothing)
    window.show_part(UpgradePart.INDEX, 25_000, 100_000)
    things = list(things_in(window))
    assert not [fault for thing in things for fault in thing.faults]
    names = {thing.name for thing in things}
    assert {"停止", "25,000 / 100,000", "silian.db"} <= names
    language.fall_silent()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The database that the first version left."""
    path = tmp_path / "silian.db"
    path.write_bytes(lzma.decompress(OLD.read_bytes()))
    return f"sqlite:///{path}"


@pytest.fixture
def opening(
    url: str, qapp: QApplication, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> Iterator[Opening]:
    """The program about to open that database, with real lanes."""
    language = Language(qapp)
    language.speak("en")
    state = WindowState(tmp_path / "window.ini")
    opened = Opening(qapp, state, language, partial(make_work, url, clock=clock), url)
    yield opened
    opened.warm_up.stop()
    if opened.window is not None:
        opened.window.shut()
        opened.window.deleteLater()
    opened.close()
    opened.deleteLater()
    language.fall_silent()


def test_an_old_database_is_upgraded_before_the_window_opens(
    opening: Opening, url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    opening.start()
    assert opening.window is None
    small = opening.upgrading
    assert small is not None
    assert small.isVisible()
    assert small.place.text() == url.removeprefix("sqlite:///")
    qtbot.waitUntil(lambda: opening.window is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not isValid(small))
    assert opening.window is not None
    assert opening.window.isVisible()
    database = Database(url)
    require_current(database)
    count = text("SELECT count(*) FROM slip")
    assert database.read(lambda session: session.scalar(count)) == 40
    database.close()
    assert [path for path in tmp_path.iterdir() if ".before-" in path.name]


def test_nothing_is_shown_where_there_is_nothing_to_upgrade(
    opening: Opening, url: str, qtbot: QtBot
) -> None:
    create_or_upgrade(url)
    opening.start()
    assert opening.upgrading is None
    assert opening.window is not None
