"""Cycles are collected on the screen's thread, whatever threads are running."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


class Cycle:
    """Something that only the collector can free; notes on which thread."""

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        self.myself = self
        weakref.finalize(self, lambda: freed_on.append(threading.current_thread()))


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    """Collecting taken over, and given back."""
    made = Garbage()
    gc.collect()
    made.take_over()
    made.spare()
    yield made
    made.give_back()


def test_a_busy_lane_does_not_collect_what_the_screen_left(
    garbage: Garbage, qtbot: QtBot
) -> None:
    freed_on: list[threading.Thread] = []
    Cycle(freed_on)

    def make_much_garbage() -> None:
        for _ in range(20_000):
            one: list[object] = []
            one.append(one)

    lane = threading.Thread(target=make_much_garbage)
    lane.start()
    lane.join()
    assert not freed_on
    qtbot.waitUntil(lambda: bool(freed_on))
    assert freed_on == [threading.main_thread()]


def test_collecting_is_given_back(qtbot: QtBot) -> None:
    made = Garbage()
    made.take_over()
    assert not gc.isenabled()
    made.give_back()
    assert gc.isenabled()
