"""What tests of slips are given: a crew and the board in front, a few slips."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.staff_directory import SaveStaff, save_staff
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_unit
from ui.shell.main_window import MainWindow
from ui.slip.dispatch_page import DispatchPage

UNIT = AreaKind.UNIT


@pytest.fixture
def crew(shop: Database, shop_desk: Desk) -> Database:
    """A unit, a supervisor for each trade, four technicians."""
    make_unit(shop, shop_desk)
    people = (
        ("唐立民", Post.SUPERVISOR, ("水工", "电工")),
        ("刘志强", Post.TECHNICIAN, ("水工",)),
        ("林浩", Post.TECHNICIAN, ("水工", "电工")),
        ("单雄", Post.TECHNICIAN, ("电工",)),
    )
    for name, post, trades in people:
        order = SaveStaff(name, Department.ENGINEERING, (post,), trades)
        shop.write(save_staff, shop_desk, order)
    return shop


@pytest.fixture
def enter(
    crew: Database, window: MainWindow, qtbot: QtBot
) -> Callable[[], DispatchPage]:
    """Goes to the board once the slips are there, and waits until it shows them."""

    def go() -> DispatchPage:
        made = window.show_page("dispatch")
        assert isinstance(made, DispatchPage)
        qtbot.waitUntil(lambda: not window.work.tasks.running())
        return made

    return go


@pytest.fixture
def few_slips(peopled: Database, shop_desk: Desk, clock: Clock) -> list[int]:
    """Of a unit: one waits, one is under way, one is back; one of a public area."""
    ids = []
    for state, content in (
        (SlipState.ISSUED, "厨房漏水"),
        (SlipState.DISPATCHED, "灯坏了"),
        (SlipState.RETURNED, "锁坏了"),
    ):
        made = make_slip(peopled, shop_desk, state, area_kind=UNIT, content=content)
        ids.append(made.id)
        clock.advance(minutes=1)
    ids.append(make_slip(peopled, shop_desk).id)
    return ids
