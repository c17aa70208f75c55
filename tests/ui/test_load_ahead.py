"""Rooms are loaded before they are entered, a little at a time."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.shell.load_ahead import LoadAhead
from ui.shell.pages import PAGES


def test_every_room_is_loaded_while_nobody_waits(qtbot: QtBot) -> None:
    window = QObject()
    ahead = LoadAhead(window)
    ahead.start()
    assert not ahead.is_done()
    qtbot.waitUntil(ahead.is_done, timeout=20_000)
    assert {page.module for page in PAGES} <= set(sys.modules)
