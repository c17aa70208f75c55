"""A bug is logged, shown once, and leaves the work going."""

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.crash import CrashWatch, CrashWindow
from ui.log_file import start_log
from ui.shell.main_window import MainWindow


def _bug() -> BaseException:
    try:
        raise ZeroDivisionError("the total of nothing")
    except ZeroDivisionError as problem:
        return problem


@pytest.fixture
def shown(qtbot: QtBot) -> list[str]:
    """What was shown."""
    return []


@pytest.fixture
def watch(shown: list[str], tmp_path: Path) -> CrashWatch:
    """A watch whose window is a list."""
    return CrashWatch(tmp_path / "silian.log", lambda text, _: shown.append(text))


def _tell(watch: CrashWatch, problem: BaseException) -> None:
    watch.caught(type(problem), problem, problem.__traceback__)


def test_the_same_crash_is_shown_once(
    watch: CrashWatch, shown: list[str], qtbot: QtBot
) -> None:
    problem = _bug()
    for _ in range(3):
        _tell(watch, problem)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert len(shown) == 1
    assert "ZeroDivisionError: the total of nothing" in shown[0]
    assert shown[0].startswith("Silian ")


def test_every_crash_stands_in_the_log(
    watch: CrashWatch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL):
        _tell(watch, _bug())
        _tell(watch, _bug())
    assert len(caplog.records) == 2


def test_the_window_lets_the_person_go_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = CrashWindow("details", tmp_path / "silian.log")
    qtbot.addWidget(window)
    window.open()
    window.accept()
    qtbot.waitUntil(lambda: not _is_there(window))


def _is_there(window: CrashWindow) -> bool:
    from shiboken6 import isValid

    return isValid(window) and window.isVisible()


@pytest.fixture
def _log_handlers() -> Iterator[None]:
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    for handler in root.handlers:
        if handler not in before:
            handler.close()
    root.handlers = before


@pytest.mark.usefixtures("_log_handlers")
def test_a_traceback_goes_into_the_log_file_only(tmp_path: Path) -> None:
    path = start_log(tmp_path / "logs" / "silian.log")
    logging.getLogger("a page").error("it broke", exc_info=_bug())
    assert "the total of nothing" in path.read_text("utf-8")


@pytest.mark.usefixtures("_log_handlers")
def test_a_folder_that_cannot_be_written_leaves_the_program_running(
    tmp_path: Path,
) -> None:
    occupied = tmp_path / "occupied"
    occupied.write_text("a file where the folder should be")
    start_log(occupied / "silian.log")
    logging.getLogger("a page").error("nobody reads this")


def test_what_was_typed_is_saved_before_the_crash_is_told(
    watch: CrashWatch, shown: list[str], qtbot: QtBot
) -> None:
    told_when_saved: list[int] = []
    watch.rescue = lambda: told_when_saved.append(len(shown))
    problem = _bug()
    _tell(watch, problem)
    _tell(watch, problem)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert told_when_saved == [0]


def test_a_crash_is_told_even_when_saving_fails(
    watch: CrashWatch, shown: list[str], qtbot: QtBot
) -> None:
    def fail() -> None:
        raise KeyError("no draft")

    watch.rescue = fail
    watch.install()
    try:
        _tell(watch, _bug())
        qtbot.waitUntil(lambda: len(shown) >= 2)
        qtbot.wait(20)
    finally:
        watch.remove()
    assert len(shown) == 2
    assert "the total of nothing" in shown[0]
    assert "no draft" in shown[1]


def test_one_page_that_cannot_save_stops_no_other(window: MainWindow) -> None:
    saved: list[str] = []

    def fail() -> None:
        raise KeyError("no draft")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("intake", "dispatch", "register"):
            page = window.show_page(name)
            save = fail if name == "dispatch" else partial(saved.append, name)
            patch.setattr(page, "rescue", save)
        with pytest.raises(KeyError):
            window.rescue()
    assert sorted(saved) == ["intake", "register"]
