"""What tests of the inspection are given: work that waits at three places, the page."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.slip import SlipState
from tests.clock import Clock
from tests.makers import make_slip
from ui.inspection.page import InspectionPage
from ui.shell.main_window import MainWindow


@dataclass(frozen=True)
class Walk:
    """The ids of what waits, in the order of the walk."""

    first: int
    second: int
    third: int


@pytest.fixture
def walk(peopled: Database, shop_desk: Desk, clock: Clock) -> Walk:
    """Three works in two areas; the one that came back first comes last on the walk."""
    ids = {}
    for name, area, place in (
        ("third", "地下车库", "B1层12号柱"),
        ("second", "3栋", "3栋10层楼道"),
        ("first", "3栋", "3栋9层楼道"),
    ):
        slip = make_slip(peopled, shop_desk, SlipState.RETURNED, area=area, place=place)
        ids[name] = slip.id
        clock.advance(minutes=5)
    return Walk(**ids)


@pytest.fixture
def enter(
    peopled: Database, window: MainWindow, qtbot: QtBot
) -> Callable[[], InspectionPage]:
    """Goes to the page once the work waits, and waits until its facts are shown."""

    def go() -> InspectionPage:
        made = window.show_page("inspection")
        assert isinstance(made, InspectionPage)
        qtbot.waitUntil(lambda: made.day is not None)
        qtbot.waitUntil(lambda: not window.work.tasks.running())
        return made

    return go
