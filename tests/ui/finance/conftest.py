"""What tests of the finance room are given: a month with money, the room."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.ledger_entry import PayMethod
from models.slip import SlipState
from models.unit import AreaKind
from tests.app.finance_month import make_returned, pay
from tests.clock import Clock
from tests.makers import make_slip
from ui.finance.page import FinancePage
from ui.shell.main_window import MainWindow


@dataclass(frozen=True)
class Month:
    """The ids of a month's slips: paid, partly paid, without a price, still out."""

    paid: int
    partly: int
    free: int
    out: int
    number: dict[int, str]


@pytest.fixture
def month(peopled: Database, shop_desk: Desk, clock: Clock) -> Month:
    """Four slips of 2026-03 as known on 2026-03-23, a Monday."""
    desk = shop_desk
    number = {}
    made = []
    for day, fee in ((2, "120.00"), (5, "300.00"), (9, None)):
        at = f"2026-03-{day:02} 10:00"
        slip_id, name = make_returned(peopled, desk, clock, at, fee)
        number[slip_id] = name
        made.append(slip_id)
    paid, partly, free = made
    clock.local("2026-03-12 11:00")
    peopled.write(pay, desk, paid, "120.00", PayMethod.WECHAT)
    peopled.write(pay, desk, partly, "100.00")
    slip = make_slip(peopled, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT)
    number[slip.id] = slip.number
    clock.local("2026-03-23 09:00")
    return Month(paid, partly, free, slip.id, number)


@pytest.fixture
def enter(window: MainWindow, qtbot: QtBot) -> Callable[[], FinancePage]:
    """Goes to the room and waits until its facts are shown."""

    def go() -> FinancePage:
        page = window.show_page("finance")
        assert isinstance(page, FinancePage)
        qtbot.waitUntil(lambda: page.period.row is not None)
        qtbot.waitUntil(lambda: not window.work.tasks.running())
        return page

    return go
