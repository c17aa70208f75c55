"""Goes through the step before an export."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dialogs import shown_dialog
from ui.shell.main_window import MainWindow
from ui.slip.export_dialog import ExportDialog


def export(
    button: QWidget,
    window: MainWindow,
    qtbot: QtBot,
    *,
    ending: str = ".xlsx",
    by: str = "all",
) -> None:
    """Press an export button, choose, and go on to the file."""
    button.click()  # type: ignore[attr-defined]
    dialog = shown_dialog(window, ExportDialog, qtbot)
    dialog.ending.set_value(ending)
    dialog.by.set_value(by)
    dialog.submit()
