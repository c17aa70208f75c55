"""Rooms are made before somebody enters them, and nobody notices."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.returns.page import ReturnPage
from ui.returns.paper import Paper
from ui.shell import room_maker
from ui.shell.main_window import MainWindow
from ui.shell.room_maker import RoomMaker


@pytest.fixture
def maker(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> RoomMaker:
    """A maker that does not wait between its steps."""
    monkeypatch.setattr(room_maker, "STEP_MS", 1)
    return RoomMaker(window)


def test_every_open_room_is_made_and_none_is_entered(
    window: MainWindow, maker: RoomMaker, qtbot: QtBot
) -> None:
    window.show_page("intake")
    held = QApplication.focusWidget()
    with qtbot.waitSignal(maker.ended, timeout=20_000):
        maker.start()
    made = {page_id: window.page(page_id) for page_id in window.open_pages()}
    assert {"dispatch", "return", "register", "settings"} <= set(made)
    assert [name for name, page in made.items() if page.isVisible()] == ["intake"]
    assert window.front_page_id() == "intake"
    assert QApplication.focusWidget() is held


def test_the_form_of_a_paper_is_made_after_its_room(
    window: MainWindow, maker: RoomMaker, qtbot: QtBot
) -> None:
    page = window.made_page("return")
    assert isinstance(page, ReturnPage)
    assert not page.findChildren(Paper)
    with qtbot.waitSignal(maker.ended, timeout=20_000):
        maker.start()
    (paper,) = page.findChildren(Paper)
    assert paper is page.paper
    assert not paper.isVisibleTo(page)


def test_a_room_that_was_entered_stays_as_it_is(
    window: MainWindow, maker: RoomMaker, qtbot: QtBot
) -> None:
    entered = window.show_page("register")
    with qtbot.waitSignal(maker.ended, timeout=20_000):
        maker.start()
    assert window.page("register") is entered
