"""What the first paint did without is loaded before somebody asks for it."""

import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.shell import warm_up
from ui.shell.warm_up import MODULES, WarmUp


def test_everything_is_loaded_in_the_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "STEP_MS", 1)
    owner = QObject()
    WarmUp(owner).start()
    qtbot.waitUntil(lambda: MODULES[-1] in sys.modules)
    assert set(MODULES) <= set(sys.modules)
    owner.deleteLater()
