"""Finds the dialog that has just opened over a window."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

SomeDialog = TypeVar("SomeDialog", bound=QDialog)


def shown_dialog(window: QWidget, kind: type[SomeDialog], qtbot: QtBot) -> SomeDialog:
    """The dialog of this kind that is open; waits until there is one."""

    def open_ones() -> list[SomeDialog]:
        return [box for box in window.findChildren(kind) if box.isVisible()]

    qtbot.waitUntil(lambda: len(open_ones()) == 1)
    return open_ones()[0]
