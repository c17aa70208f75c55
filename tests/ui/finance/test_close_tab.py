"""关账: what is missing is listed, two people close, what is closed is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk, open_desk
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
)
from app.period_close import confirm_close, propose_close
from models.staff import Department, Post
from tests.app.finance_month import PERIOD, make_returned
from tests.clock import Clock
from tests.makers import make_staff
from tests.ui.answering import Answering
from tests.ui.finance.conftest import Month
from ui.finance.close_tab import CloseTab
from ui.finance.page import FinancePage
from ui.shell.main_window import MainWindow

Enter = Callable[[], FinancePage]
KEEPER, CLERK = "演示管家主管", "演示财务"


@pytest.fixture
def closable(peopled: Database, shop_desk: Desk, month: Month, clock: Clock) -> Month:
    """The month with its copies handed over, and the two who close."""
    make_staff(peopled, shop_desk, KEEPER, Post.HOUSEKEEPING_SUPERVISOR)
    make_staff(peopled, shop_desk, CLERK, Post.FINANCE, department=Department.FINANCE)
    batch, _ = peopled.write(begin_batch, shop_desk, PERIOD)
    for slip_id in (month.paid, month.partly, month.free):
        order = ScanCopy(batch, (month.number[slip_id],), 2)
        peopled.write(scan_copy, shop_desk, order)
    peopled.write(hand_over, shop_desk, HandOverBundle(batch, KEEPER, CLERK))
    return month


def _as(window: MainWindow, name: str, qtbot: QtBot) -> None:
    window.work.choose_actor(window, name, lambda: None)
    qtbot.waitUntil(lambda: window.work.desk.actor == name)


def _tab(enter: Enter, qtbot: QtBot) -> CloseTab:
    tab = enter().enter("close")
    assert isinstance(tab, CloseTab)
    qtbot.waitUntil(lambda: tab.room is not None)
    return tab


def _rest(tab: CloseTab, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not tab.frame.work.tasks.running())
        qtbot.wait(1)


def test_copies_that_were_not_handed_over_hold_the_close_back(
    month: Month, enter: Enter, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    heads = [row.number for row in tab.lines.rows() if row.choice is None]
    assert heads[0] == "Finance copies in hand, not handed over　3"
    assert not tab.propose.isEnabled()
    assert "handed over first" in tab.why_not.text()
    parts = {row.part for row in tab.lines.rows()}
    assert parts == {"unbundled", "not_back", "unpaid"}


def test_a_line_opens_its_slip(
    month: Month, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    tab.lines.setFocus()
    qtbot.keyClick(tab.lines, Qt.Key.Key_Return)
    assert window.front_page() is window.show_page("slip")


def test_before_its_end_a_period_is_not_closed(
    closable: Month, enter: Enter, clock: Clock, qtbot: QtBot
) -> None:
    clock.local("2026-03-20 23:59:59")
    tab = _tab(enter, qtbot)
    assert not tab.propose.isEnabled()
    assert tab.why_not.text() == "It can be closed from 03-21 00:00 on."


def test_housekeeping_proposes_and_finance_closes_for_good(
    closable: Month, enter: Enter, window: MainWindow, ask: Answering, qtbot: QtBot
) -> None:
    _as(window, KEEPER, qtbot)
    tab = _tab(enter, qtbot)
    assert tab.propose.isEnabled()
    assert not tab.confirm.isVisible()
    tab.propose.click()
    _rest(tab, qtbot)
    assert KEEPER in tab.state.text()
    asked = window.messages.message()[1]
    assert "is proposed" in asked
    _as(window, CLERK, qtbot)
    _rest(tab, qtbot)
    assert tab.confirm.isEnabled()
    tab.confirm.click()
    _rest(tab, qtbot)
    assert tab.room is not None
    closed = tab.room.closed
    assert closed is not None
    assert closed.hash[:16] in tab.hash.text()
    window.messages.withdraw(f"{PERIOD} is closed")
    assert window.messages.message()[1] != asked  # it is done
    assert CLERK in tab.state.text()
    assert not tab.propose.isVisible()
    assert tab.pdf.isVisible()
    page = window.front_page()
    assert isinstance(page, FinancePage)
    qtbot.waitUntil(lambda: page.period.row is not None and page.period.row.is_closed)
    assert page.picker.state.text() == "Closed"


def test_who_proposed_cannot_confirm(
    closable: Month, enter: Enter, qtbot: QtBot
) -> None:
    # 系统 may do both halves, and still not the second after the first.
    tab = _tab(enter, qtbot)
    tab.propose.click()
    _rest(tab, qtbot)
    assert tab.confirm.isVisible()
    assert not tab.confirm.isEnabled()


def test_two_desks_that_close_at_once_leave_one_close_and_one_sentence(
    closable: Month,
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    ask: Answering,
    qtbot: QtBot,
) -> None:
    _as(window, CLERK, qtbot)
    keeper = peopled.read(open_desk, actor=KEEPER, clock=clock)
    clerk = peopled.read(open_desk, actor=CLERK, clock=clock)
    peopled.write(propose_close, keeper, PERIOD)
    tab = _tab(enter, qtbot)
    assert tab.confirm.isEnabled()
    # The other desk is a moment faster.
    peopled.write(confirm_close, clerk, PERIOD, None)
    tab.confirm.click()
    _rest(tab, qtbot)
    assert "is closed since" in tab.problem.text()
    assert tab.room is not None
    assert tab.room.closed is not None
    # What the other desk did is heard of a moment later; the sentence stays to be read.
    tab.period.ask()
    qtbot.waitUntil(lambda: tab.period.row is not None and tab.period.row.is_closed)
    _rest(tab, qtbot)
    assert "is closed since" in tab.problem.text()
    tab.period.step(1)
    _rest(tab, qtbot)
    assert not tab.problem.text()


def test_a_long_group_is_cut_short_until_somebody_asks(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    enter: Enter,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    for _ in range(9):
        make_returned(peopled, shop_desk, clock)
    clock.local("2026-03-23 09:00")
    tab = _tab(enter, qtbot)

    def listed() -> list[str]:
        rows = tab.lines.rows()
        return [each.number for each in rows if each.part == "unbundled"][1:]

    assert len(listed()) == 6
    assert listed()[-1] == "4 more…"
    last = next(each for each in tab.lines.rows() if each.number == "4 more…")
    tab.lines.choose(last.choice)
    qtbot.keyClick(tab.lines, Qt.Key.Key_Return)
    assert len(listed()) == 9
    assert window.front_page_id() == "finance"


def test_januarys_period_offers_the_list_of_the_year_that_ended(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    enter: Enter,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    make_returned(peopled, shop_desk, clock, "2026-12-22 10:00:00", "100.00")
    clock.local("2027-01-21 09:00")
    tab = _tab(enter, qtbot)
    assert tab.period.code == "2027-01"
    assert tab.year_end.isVisible()
    ask.path = tmp_path / "year.xlsx"
    tab.year_end.click()
    qtbot.waitUntil(ask.path.exists)
    _rest(tab, qtbot)
    assert ask.asked[-1] == "年末截止清单 2026.xlsx"
    tab.period.step(1)
    _rest(tab, qtbot)
    assert not tab.year_end.isVisible()


def test_periods_are_closed_in_order(
    month: Month, enter: Enter, clock: Clock, qtbot: QtBot
) -> None:
    clock.local("2026-04-21 09:00")
    tab = _tab(enter, qtbot)
    assert tab.period.code == "2026-04"
    assert tab.why_not.text() == "2026-03 must be closed first."
    assert not tab.propose.isEnabled()
