"""What tests of a register do with it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.slip_list import SlipRow
from tests.ui.dialogs import shown_dialog
from ui.shell.main_window import MainWindow
from ui.slip.register_edit import RegisterEdit
from ui.slip.register_page import RegisterPage
from ui.slip.register_views import ViewDialog


def ids_of(page: RegisterPage) -> list[int]:
    """The slips a register shows, in order."""
    return list(page.table.model_of_rows.ids())


def row_of(page: RegisterPage, slip_id: int) -> SlipRow:
    """The row of a slip that is shown."""
    place = page.table.position_of(slip_id)
    assert place is not None
    row = page.table.model_of_rows.row_at(place)
    assert row is not None
    return row


def place_of(page: RegisterPage, key: str) -> int:
    """Which of the columns is shown where."""
    return [each.key for each in page.table.model_of_rows.columns()].index(key)


def keep_view(page: RegisterPage, window: MainWindow, name: str, qtbot: QtBot) -> None:
    """Keep what the list is as a view."""
    page.bar.keep_view.click()
    dialog = shown_dialog(window, ViewDialog, qtbot)
    dialog.view_name.set_value(name)
    dialog.submit()
    qtbot.waitUntil(lambda: name in [v.name for v in page.views.strip.views()])


def edit_cell(page: RegisterPage, slip_id: int, key: str, qtbot: QtBot) -> RegisterEdit:
    """Begin to edit a cell; what edits it."""
    place = page.table.position_of(slip_id)
    assert place is not None
    model = page.table.model_of_rows
    page.table.setFocus()
    page.table.setCurrentIndex(model.index(place, place_of(page, key)))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    return page.steps[page.list].editing
