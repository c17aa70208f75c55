"""What the first paint did without is loaded before somebody asks for it."""

import sys
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app import name_reading
from ui.shell import warm_up
from ui.shell.pages import PAGES
from ui.shell.warm_up import WarmUp, module_names, warm_readings
from ui.tasks import Lane, Tasks


def test_everything_is_loaded_in_the_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "STEP_MS", 1)
    owner, tasks = QObject(), Tasks()
    warming = WarmUp(owner)
    with qtbot.waitSignal(warming.ended, timeout=20_000):
        warming.start(tasks)
    tasks.close()
    assert warming.is_done()
    assert set(module_names()) <= set(sys.modules)
    assert {page.module for page in PAGES} <= set(sys.modules)
    owner.deleteLater()


def test_nothing_is_loaded_before_what_the_window_asked_is_answered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "FIRST_MS", 1)
    owner, tasks = QObject(), Tasks()
    warming = WarmUp(owner)
    answer = Event()
    tasks.start(Lane.READ, owner, lambda _: answer.wait(20), print, print)
    with qtbot.assertNotEmitted(warming.begun, wait=50):
        warming.start(tasks)
    with qtbot.waitSignal(warming.begun):
        answer.set()
    warming.stop()
    tasks.close()
    owner.deleteLater()


def test_how_names_are_read_is_known_before_somebody_asks(qtbot: QtBot) -> None:
    read = name_reading._of_character
    read.cache_clear()
    owner, tasks = QObject(), Tasks()
    warm_readings(owner, tasks)
    qtbot.waitUntil(lambda: not tasks.running(), timeout=20_000)
    tasks.close()
    owner.deleteLater()
    assert read.cache_info().currsize >= len("单欧阳张李王")
