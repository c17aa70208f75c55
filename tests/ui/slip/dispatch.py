"""Works the dispatcher's board as a person does, for the tests of its parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_view import SlipView, load_slip_view
from models.unit import AreaKind
from ui.slip.dispatch_assign import AssignPopup
from ui.slip.dispatch_page import DispatchPage

UNIT = AreaKind.UNIT
KEY = Qt.Key


def press(*keys: Qt.Key | str, qtbot: QtBot) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        if isinstance(key, str):
            qtbot.keyClicks(widget, key)
        else:
            qtbot.keyClick(widget, key)


def view_of(shop: Database, desk: Desk, slip_id: int) -> SlipView:
    return shop.read(load_slip_view, desk, slip_id)


def popup_of(page: DispatchPage) -> AssignPopup:
    popup = page.assigning.popup()
    assert popup is not None
    return popup


def names(page: DispatchPage) -> list[str]:
    return [pick.name for pick in popup_of(page).list.picks()]
