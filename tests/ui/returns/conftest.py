"""What tests of the return desk are given: the page, and slips whose paper is out."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.slip import SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from ui.returns.page import ReturnPage
from ui.shell.main_window import MainWindow


@pytest.fixture
def page(peopled: Database, window: MainWindow) -> ReturnPage:
    """The return page, in front."""
    made = window.show_page("return")
    assert isinstance(made, ReturnPage)
    return made


@pytest.fixture
def out(peopled: Database, shop_desk: Desk, clock: Clock) -> int:
    """A unit's slip whose paper is out for two hours."""
    kind = AreaKind.UNIT
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED, area_kind=kind)
    clock.advance(hours=2)
    return slip.id


@pytest.fixture
def with_keyboard(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Makes the window the one whose keys are heard."""

    def take() -> None:
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle())
        # What the page first paints is painted: no key is sent in between.
        qtbot.waitUntil(lambda: not window.work.tasks.running())
        qtbot.wait(50)

    return take
