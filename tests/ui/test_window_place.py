"""The window fits the screen it opens on."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.main_window import MINIMUM
from ui.shell.window_place import fitted, has_no_room_to_spare, place_window

LAPTOP = QRect(0, 0, 1280, 680)


@pytest.mark.parametrize(
    ("room", "is_filled"),
    [
        (LAPTOP, True),
        (QRect(0, 0, 1440, 900), True),
        (QRect(0, 0, 1920, 1040), False),
    ],
)
def test_a_screen_without_room_to_spare_is_filled(room: QRect, is_filled: bool) -> None:
    assert has_no_room_to_spare(room) is is_filled


@pytest.mark.parametrize(
    "remembered",
    [
        QRect(0, 0, 1440, 900),
        QRect(1900, 40, 1280, 720),
        QRect(-900, -300, 800, 600),
    ],
)
def test_what_no_longer_fits_is_brought_into_the_screen(remembered: QRect) -> None:
    assert LAPTOP.contains(fitted(remembered, LAPTOP))


def test_what_fits_stays_where_it_was() -> None:
    where = QRect(200, 80, 900, 500)
    assert fitted(where, LAPTOP) == where


def _window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(*MINIMUM)
    return window


def test_the_first_window_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = _window(qtbot)
    room = window.screen().availableGeometry()
    assert has_no_room_to_spare(room), "the screen of the tests is a small one"
    place_window(window, b"")
    assert room.contains(window.geometry())
    window.show()
    assert window.isMaximized()
    assert room.contains(window.geometry())


def test_a_remembered_window_comes_back_inside_the_screen(qtbot: QtBot) -> None:
    before = _window(qtbot)
    before.setGeometry(3000, 40, 1600, 1000)
    window = _window(qtbot)
    place_window(window, bytes(before.saveGeometry().data()))
    window.show()
    assert window.screen().availableGeometry().contains(window.geometry())
